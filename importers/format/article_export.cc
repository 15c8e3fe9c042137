#include "importers/format/article_export.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/edtf.h"
#include "core/utf8.h"
#include "importers/html/metadata_names.h"
#include "importers/text/byline.h"
#include "importers/text/comparable.h"
#include "importers/text/decoration.h"
#include "importers/text/publication_date.h"
#include "importers/text/repair.h"

namespace dateline {
namespace {

/// In which an export shows what it is: a list of contents may stand before its first article.
constexpr std::size_t kExportHead = 256 * 1024;
constexpr std::size_t kMaxLabelBytes = 40;
/// Centred lines begin so far in.
constexpr std::size_t kCentred = 8;
/// Lines of a paragraph that are as long as this were broken to fit a page.
constexpr std::size_t kWrappedFrom = 55, kWrappedUpTo = 90;
/// A line that tells a date, and perhaps the hour and the edition.
constexpr std::size_t kMaxDateLine = 80;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
/// More paragraphs above a date are a list of contents, or the terms of the search.
constexpr std::size_t kMostHeadParagraphs = 3;
/// The number that Factiva gives a document: "Document HRLD000020120109e8190002u".
constexpr std::size_t kLeastDocumentNumber = 12;
/// Of a line, what is looked at to tell what it is.
constexpr std::size_t kMaxToldBytes = 200;
/// More lines are no export; one takes 56 bytes.
constexpr std::size_t kMostExportLines = 3'000'000;

bool tells(std::string_view field, std::string_view label) {
  return article_export_fields().rank(field, label) >= 0;
}

struct ExportLine {
  Span at;  // without white space around it; empty if blank
  std::size_t indent = 0;
  enum class Kind : std::uint8_t { plain, counted, numbered, end } kind = Kind::plain;
  Span label;  // empty if it has none
  Span value;  // behind the label, or the line
};

bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || is_ascii_digit(c); }

/// "BYLINE" of "BYLINE: Ann Lee"; "HD" of "HD  Mill shuts"; empty if it is none that is known.
std::string_view label_of(std::string_view line) {
  const bool code = line.size() >= 2 && is_upper_or_digit(line[0]) && is_upper_or_digit(line[1]) &&
                    (line.size() == 2 || line[2] == '\t' || line.substr(2).starts_with("  "));
  const bool code_of_three = line.size() == 3 && is_upper_or_digit(line[2]);
  const std::size_t colon = std::min(line.find(':'), line.size());
  std::string_view label;
  if (code || code_of_three)
    label = line.substr(0, code_of_three ? 3 : 2);
  else if (colon < line.size() && colon <= kMaxLabelBytes)
    label = line.substr(0, colon);
  else if (tells("body", line.substr(0, kMaxLabelBytes)) && line.size() <= kMaxLabelBytes)
    label = line;
  if (label.empty()) return {};
  for (const std::string_view field : {"title", "authors", "published", "publisher", "language",
                                       "url", "body", "length", "head", "foot"})
    if (tells(field, label)) return label;
  return {};
}

ExportLine::Kind kind_of_line(std::string_view line) {
  using Kind = ExportLine::Kind;
  if (line.size() > kMaxLabelBytes * 2) return Kind::plain;
  std::string words;
  int numbers = 0;
  std::string_view last;
  for (const std::string_view word : split_words(line)) {
    const bool number = std::ranges::all_of(word, is_ascii_digit);
    numbers += number ? 1 : 0;
    if (!number) words += word;
    last = word;
  }
  if (numbers == 2 && tells("counted", words)) return Kind::counted;
  if (numbers == 0 && tells("end", line)) return Kind::end;
  const std::size_t space = std::min(line.find(' '), line.size());
  const bool numbered =
      last.size() >= kLeastDocumentNumber && line.size() == space + 1 + last.size() &&
      tells("numbered", line.substr(0, space)) && std::ranges::any_of(last, is_ascii_digit) &&
      std::ranges::all_of(last, [](char c) { return is_ascii_digit(c) || is_ascii_letter(c); });
  return numbered ? Kind::numbered : Kind::plain;
}

std::vector<ExportLine> export_lines(std::string_view text) {
  std::vector<ExportLine> lines;
  for (std::size_t begin = 0; begin < text.size() && lines.size() < kMostExportLines;) {
    const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
    const std::string_view all = text.substr(begin, end - begin);
    const std::string_view line = trimmed(all);
    ExportLine one;
    one.indent = line.empty() ? 0 : static_cast<std::size_t>(line.data() - all.data());
    const auto at = static_cast<std::uint32_t>(begin + one.indent);
    const auto behind = static_cast<std::uint32_t>(at + line.size());
    one.at = one.value = {at, line.empty() ? at : behind};
    one.kind = kind_of_line(line);
    const bool blank_again = line.empty() && !lines.empty() && lines.back().at.empty();
    if (blank_again) {
      begin = end + 1;
      continue;
    }
    const std::string_view label =
        one.indent < kCentred ? label_of(line.substr(0, kMaxToldBytes)) : std::string_view();
    if (!label.empty()) {
      one.label = {at, at + static_cast<std::uint32_t>(label.size())};
      std::uint32_t value = one.label.end;
      while (value < behind && (text[value] == ':' || is_ascii_space(text[value]) ||
                                text.substr(value).starts_with(kNoBreakSpace)))
        value += text[value] == kNoBreakSpace[0] ? 2 : 1;
      one.value.begin = value;
      if (const auto kind = kind_of_line(one.value.of(text)); kind == ExportLine::Kind::numbered)
        one.kind = kind;
    }
    lines.push_back(one);
    begin = end + 1;
  }
  return lines;
}

/// "355 words", on its own or behind a label.
bool tells_length(std::string_view line) {
  const auto words = split_words(line.substr(0, kMaxToldBytes));
  if (words.size() != 2 || !tells("length", words[1])) return false;
  return std::ranges::all_of(words[0], [](char c) { return is_ascii_digit(c) || c == ','; });
}

/// "Copyright 2010 ...", "(c) 2012 ...", "© 2012 ...".
bool keeps_rights(std::string_view line) {
  if (line.starts_with("\xC2\xA9")) return true;
  const std::string_view first = line.substr(0, line.find(' '));
  return first.size() < line.size() && tells("rights", first) &&
         (first.front() == '(' || first.size() > 1);
}

using ExportLines = std::span<const ExportLine>;

/// The lines of each article. A counted line stands before its article, the others behind.
std::vector<ExportLines> export_parts(const std::vector<ExportLine>& lines) {
  using Kind = ExportLine::Kind;
  const auto has = [&](Kind kind) {
    return std::ranges::any_of(lines, [&](const ExportLine& l) { return l.kind == kind; });
  };
  const Kind mark = has(Kind::counted) ? Kind::counted
                    : has(Kind::end)   ? Kind::end
                                       : Kind::numbered;
  std::vector<ExportLines> parts;
  std::size_t begin = 0;
  bool any = false;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool marked = i < lines.size() && lines[i].kind == mark;
    if (!marked && i < lines.size()) continue;
    if (mark != Kind::counted || any) parts.push_back(ExportLines(lines).subspan(begin, i - begin));
    any = any || marked;
    begin = std::min(i + 1, lines.size());
  }
  return parts;
}

/// One article of an export.
class ExportedArticle {
 public:
  ExportedArticle(const Text& page, ExportLines lines) : page_(page), lines_(lines) {
    find_body();
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (!lines[i].label.empty() && (i < body_ || i >= foot_)) note(i);
  }

  /// Whether there is anything that only articles have.
  bool is_article() const { return body_ < foot_ && (labelled_ || !date_.empty()); }

  Article read() {
    read_head();
    Article article;
    article.media_type = "text/plain";
    Repaired text = repair(body());
    article.text = std::move(text.text);
    article.repairs = std::move(text.repairs);
    article.title = without_decoration(repaired(title_));
    for (const std::string& name : authors()) article.authors.push_back(repaired(name));
    article.publisher = repaired(publisher_);
    article.url = url_.find("://") == url_.npos ? std::string() : url_;
    if (const auto date = find_date(date_)) {
      article.published = to_edtf(*date);
      article.published_from = PublishedFrom::metadata;
    }
    return article;
  }

  SourceSpan place() const {
    for (const ExportLine& line : lines_)
      if (!line.at.empty()) return page_.to_source(line.at);
    return {};
  }

 private:
  std::string_view label(std::size_t i) const { return lines_[i].label.of(page_.view()); }
  std::string_view value(std::size_t i) const { return lines_[i].value.of(page_.view()); }
  std::string_view line(std::size_t i) const { return lines_[i].at.of(page_.view()); }

  /// Behind a label of the body, or else behind the last line that tells the length or keeps the
  /// rights, and what labels follow; up to the first label of what stands below.
  void find_body() {
    for (std::size_t i = 0; i < lines_.size() && !told_; ++i) {
      if (lines_[i].label.empty() || !tells("body", label(i))) continue;
      told_ = labelled_ = true;
      body_ = value(i).empty() ? i + 1 : i;
    }
    for (std::size_t i = 0; i < lines_.size() && !told_; ++i) {
      const bool length =
          tells_length(value(i)) && (lines_[i].label.empty() || tells("length", label(i)));
      const bool rights = labelled_ && !length && lines_[i].indent < kCentred &&
                          i < body_ + kLinesToRights && keeps_rights(line(i));
      if ((length && !labelled_) || rights) body_ = i + 1;
      labelled_ = labelled_ || length;
    }
    while (!told_ && body_ < lines_.size() && is_head(body_)) ++body_;
    foot_ = body_;
    while (foot_ < lines_.size() && !is_foot(foot_)) ++foot_;
  }

  bool is_head(std::size_t i) const {
    if (lines_[i].at.empty()) return true;
    return !lines_[i].label.empty() && (tells("head", label(i)) || tells("authors", label(i)));
  }

  bool is_foot(std::size_t i) const {
    const ExportLine& one = lines_[i];
    if (one.kind != ExportLine::Kind::plain || (one.indent >= kCentred && keeps_rights(line(i))))
      return true;
    if (told_ && one.label.empty() && one.at.size() <= kMaxLabelBytes && tells("foot", line(i)))
      return true;
    if (one.label.empty() || i == body_) return false;
    const std::string_view name = label(i);
    // Known labels only: a paragraph may begin with "Note:". The body may come in two parts.
    return !tells("body", name) &&
           (tells("foot", name) || (told_ && tells("title", name)) || tells("published", name) ||
            tells("language", name) || tells("publisher", name));
  }

  void note(std::size_t i) {
    const auto take = [&](std::string_view field, std::string& to) {
      if (to.empty() && tells(field, label(i))) to = labelled_value(i);
    };
    take("title", title_);
    take("authors", authors_);
    take("published", date_);
    take("publisher", publisher_);
    take("url", url_);
  }

  /// With the lines that go on with it: Factiva's labels have theirs behind them or below.
  std::string labelled_value(std::size_t i) const {
    std::string all(value(i));
    const bool below = all.empty() && i + 2 < lines_.size() && lines_[i + 1].at.empty();
    for (std::size_t next = below ? i + 2 : i + 1; next < lines_.size() && !lines_[next].at.empty();
         ++next) {
      if (!lines_[next].label.empty() || lines_[next].indent >= kCentred) break;
      if (!all.empty()) all += ' ';
      all += line(next);
    }
    return all;
  }

  /// What the lines above the body tell without labels: title, publisher and date, in whichever
  /// order.
  void read_head() {
    std::vector<std::string> before, behind;  // paragraphs above the date, and below it
    const bool labelled_date = !date_.empty();
    bool dated = labelled_date, blank = true, labelled = false, wrapped = false;
    for (std::size_t i = 0; i < std::min(body_, lines_.size()); ++i) {
      if (lines_[i].at.empty()) {
        blank = true;
        labelled = false;
        continue;
      }
      labelled = labelled || !lines_[i].label.empty();
      if (labelled || tells_length(line(i)) || keeps_rights(line(i))) continue;
      std::vector<std::string>& group = dated ? behind : before;
      const bool date = line(i).size() <= kMaxDateLine && find_date(line(i)).has_value();
      const auto byline = date ? std::nullopt : read_byline(line(i));
      if (byline && authors_.empty()) {
        authors_ = line(i);
      } else if (date && !labelled_date &&
                 (!dated || before.size() + behind.size() > kMostHeadParagraphs)) {
        // What was taken for the head was no part of the article.
        before.insert(before.end(), behind.begin(), behind.end());
        behind.clear();
        if (before.size() > kMostHeadParagraphs) before.erase(before.begin(), before.end() - 2);
        date_ = line(i);
        dated = true;
        blank = false;
        behind.emplace_back();  // the edition stands in the same paragraph
      } else if (blank || (group.size() > 0 && !wrapped && !(dated && group.size() == 1))) {
        group.emplace_back(line(i));
      } else {
        if (group.empty()) group.emplace_back();
        group.back() += (group.back().empty() ? "" : " ") + std::string(line(i));
      }
      blank = false;
      wrapped = count_code_points(line(i)) >= kWrappedFrom;
    }
    name_head(before, behind);
  }

  void name_head(const std::vector<std::string>& before, const std::vector<std::string>& behind) {
    const bool title_below = behind.size() > 1 && before.size() == 1 && title_.empty();
    if (title_below) {
      title_ = behind[1];
      if (publisher_.empty()) publisher_ = before[0];
      return;
    }
    if (title_.empty() && !before.empty()) title_ = before[0];
    if (publisher_.empty() && before.size() > 1) publisher_ = before[1];
    if (publisher_.empty() && before.size() == 1 && behind.size() == 1) publisher_ = behind[0];
  }

  std::vector<std::string> authors() const {
    if (const auto byline = read_byline(authors_)) return byline->authors;
    std::vector<std::string> names = read_authors(authors_);
    if (names.empty() && !authors_.empty() && !is_no_name(authors_)) names.push_back(authors_);
    return names;
  }

  /// The lines of the body; those that were broken to fit a page are joined.
  Text body() const {
    const std::string_view text = page_.view();
    TextBuilder builder(page_);
    std::optional<Span> last;
    std::size_t behind = body_;  // the last line that was taken
    for (std::size_t i = body_; i < foot_; ++i) {
      const Span at = lines_[i].label.empty() ? lines_[i].at : lines_[i].value;
      if (at.empty()) continue;
      if (last) {
        const Span between{last->end, at.begin};
        const bool blank = i != behind || !lines_[i].label.empty();
        const std::size_t size = count_code_points(last->of(text));
        const bool wrapped = !blank && size >= kWrappedFrom && size <= kWrappedUpTo;
        builder.replace(between, blank ? "\n\n" : wrapped ? " " : "\n");
      }
      builder.copy(at);
      last = at;
      behind = i + 1;
    }
    return std::move(builder).build();
  }

  // From the line that tells the length to the one that keeps the rights, in Factiva's lists.
  static constexpr std::size_t kLinesToRights = 12;

  const Text& page_;
  ExportLines lines_;
  std::size_t body_ = 0, foot_ = 0;  // lines
  bool told_ = false;                // a label tells where the body begins
  bool labelled_ = false;
  std::string title_, authors_, date_, publisher_, url_;
};

}  // namespace

bool is_article_export(std::string_view text) {
  using Kind = ExportLine::Kind;
  bool marked = false, labelled = false;
  for (const ExportLine& line : export_lines(text.substr(0, kExportHead))) {
    marked = marked || line.kind != Kind::plain;
    const std::string_view label = line.label.of(text);
    labelled = labelled || tells_length(line.value.of(text)) ||
               (!label.empty() && (tells("body", label) || tells("foot", label)));
    if (marked && labelled) return true;
  }
  return false;
}

void read_article_export(const Decoded& decoded, const std::string& name, const ArticleSink& sink) {
  const Text& page = decoded.text;
  const std::vector<ExportLine> lines = export_lines(page.view());
  std::vector<ExportedArticle> articles;
  for (const ExportLines part : export_parts(lines)) {
    ExportedArticle article(page, part);
    if (article.is_article()) articles.push_back(std::move(article));
  }
  if (lines.size() == kMostExportLines) {
    const SourceSpan last = page.to_source(lines.back().at);
    sink(Error{"expected fewer lines, left out the rest", last});
  }
  if (articles.empty())
    return sink(Error{"expected articles with lines like \"LENGTH: 355 words\", found none", {}});
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Article article = articles[i].read();
    if (trimmed(article.text.view()).empty()) {
      sink(Error{"expected an article, found no text in it", articles[i].place()});
      continue;
    }
    article.source = name;
    if (articles.size() > 1) article.source += "#" + std::to_string(i + 1);
    article.diagnostics = decoded.diagnostics;
    sink(std::move(article));
  }
}

extern const Importer export_importer{
    "export", "", "Nexis, Factiva and ProQuest exports as text, articles one after another",
    [](const Resource& resource) { return is_article_export(resource.bytes); },
    [](const Resource& resource, const ArticleSink& sink) {
      Result<Decoded> decoded = decode(resource);
      if (!decoded) return sink(decoded.error());
      read_article_export(*decoded, resource.name, sink);
    }};

}  // namespace dateline
