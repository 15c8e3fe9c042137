#include "importers/format/text.h"

#include <algorithm>
#include <utility>

#include "core/edtf.h"
#include "importers/format/article_export.h"
#include "importers/format/file_signature.h"
#include "importers/format/text_parts.h"
#include "importers/importer.h"
#include "importers/text/byline.h"
#include "importers/text/charset.h"
#include "importers/text/dateline.h"
#include "importers/text/decoration.h"
#include "importers/text/furniture.h"
#include "importers/text/repair.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxHeadlineBytes = 300;  // a longer first line is a paragraph
constexpr std::size_t kHeadLines = 4;           // byline, date and dateline stand in the first ones
// A dateline gives the day for certain, but no year.
constexpr double kDayWithoutYear = 0.9;

/// The lines of a text as spans without white space around them; blank ones are empty, and of
/// those that follow each other only two are kept, which say as much.
std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  const auto adds_nothing = [&](Span line) {
    return line.empty() && lines.size() > 1 && lines.back().empty() && (lines.end() - 2)->empty();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Span line{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const auto blank = [&](std::uint32_t byte) {
      return text[byte] == ' ' || text[byte] == '\t' || text[byte] == '\r';
    };
    while (!line.empty() && blank(line.begin)) ++line.begin;
    while (!line.empty() && blank(line.end - 1)) --line.end;
    if (!adds_nothing(line)) lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

/// The first line, when it stands alone over more and is no sentence.
Span headline_of(std::string_view text, const std::vector<Span>& lines) {
  std::size_t i = 0;
  while (i < lines.size() && lines[i].empty()) ++i;
  if (i + 2 >= lines.size()) return {};
  const bool alone = lines[i + 1].empty();
  const std::string_view line = lines[i].of(text);
  return alone && line.size() <= kMaxHeadlineBytes && !line.ends_with('.') ? lines[i] : Span{};
}

/// Where the story ends: before the lines at the foot that pages put there, and before the headline
/// when it is said again. What stands between them goes with them.
std::uint32_t end_of_story(std::string_view text, const std::vector<Span>& lines, Span headline) {
  const std::string_view title = without_decoration(headline.of(text));
  std::size_t end = lines.size();
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (lines[i].empty() || lines[i] == headline) continue;
    const std::string_view line = lines[i].of(text);
    const bool repeated = !title.empty() && without_decoration(line) == title;
    if (!repeated && furniture_patterns().kind_of(line) == Furniture::none) break;
    end = i;
  }
  if (end == lines.size()) return static_cast<std::uint32_t>(text.size());
  while (end > 0 && lines[end - 1].empty()) --end;
  return end == 0 ? 0 : lines[end - 1].end;
}

Text without_foot(Text text, std::uint32_t end) {
  if (end == text.view().size()) return text;
  TextBuilder builder(text);
  builder.copy({0, end});
  return std::move(builder).build();
}

void take_date(const PartialDate& date, Article& article) {
  article.published = to_edtf(date);
  article.published_from = PublishedFrom::text;
}

void take_dateline(const Dateline& dateline, Article& article) {
  if (article.publisher.empty()) article.publisher = dateline.agency;
  if (!article.published.empty()) return;
  if (dateline.date) return take_date(*dateline.date, article);
  if (!dateline.day.empty())
    article.published_candidates.push_back(
        {dateline.day, "dateline without a year", kDayWithoutYear});
}

/// The lines above the story, and the dateline that it begins with.
void read_head(std::string_view text, const std::vector<Span>& lines, Span headline,
               Article& article) {
  article.title = without_decoration(headline.of(text));
  std::size_t left = kHeadLines;
  for (std::size_t i = 0; i < lines.size() && left > 0; ++i) {
    if (lines[i].empty() || lines[i] == headline) continue;
    --left;
    const std::string_view line = lines[i].of(text);
    const auto byline = article.authors.empty() ? read_byline(line) : std::nullopt;
    if (byline) {
      article.authors = byline->authors;
      article.publisher = byline->affiliation;
    }
    if (const auto date = read_date_line(line); date && article.published.empty())
      take_date(*date, article);
    if (const auto found = read_dateline(line)) return take_dateline(*found, article);
  }
}

/// XML that no other importer takes is a format of its own, whose tags are no words.
bool is_text(const Resource& resource) {
  return !resource.bytes.empty() && !is_xml(resource.bytes);
}

void read_text(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  read_texts(std::move(decoded).value(), resource.name, "text/plain", sink);
}

void read_parts(const Decoded& decoded, const std::vector<Span>& parts, const std::string& name,
                const ArticleSink& sink) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    TextBuilder builder(decoded.text);
    builder.copy(parts[i]);
    Result<Article> read =
        read_plain_text({std::move(builder).build(), decoded.charset, decoded.diagnostics});
    if (!read) {
      sink(std::move(read));
      continue;
    }
    Article article = std::move(read).value();
    article.source = name + "#" + std::to_string(i + 1);
    sink(std::move(article));
  }
}

}  // namespace

Result<Article> read_plain_text(Decoded decoded) {
  Repaired repaired = repair(std::move(decoded.text));
  const std::string_view text = repaired.text.view();
  const std::vector<Span> lines = lines_of(text);
  if (std::ranges::all_of(lines, &Span::empty))
    return Error{"expected an article, found no text in it", {}};
  const Span headline = headline_of(text, lines);
  Article article;
  article.media_type = "text/plain";
  read_head(text, lines, headline, article);
  const std::uint32_t end = end_of_story(text, lines, headline);
  article.text = without_foot(std::move(repaired.text), end);
  article.repairs = std::move(repaired.repairs);
  article.diagnostics = std::move(decoded.diagnostics);
  return article;
}

void read_texts(Decoded text, const std::string& name, std::string_view media_type,
                const ArticleSink& sink) {
  const ArticleSink typed = [&](Result<Article> read) {
    if (!read) return sink(std::move(read));
    Article article = std::move(read).value();
    article.media_type = media_type;
    sink(std::move(article));
  };
  if (is_article_export(text.text.view())) return read_article_export(text, name, typed);
  const std::vector<Span> parts = article_parts(text.text.view());
  if (parts.size() > 1) return read_parts(text, parts, name, typed);
  typed(read_plain_text(std::move(text)));
}

extern const Importer text_importer{"text", ".txt .text",
                                    "plain text, one article a file or several with lines between",
                                    is_text, read_text};

}  // namespace dateline
