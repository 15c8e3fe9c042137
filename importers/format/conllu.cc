#include "importers/format/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace dateline {
namespace {

constexpr std::string_view kSentenceId = "# sent_id = ";
constexpr std::size_t kColumns = 10;
enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
using Columns = std::array<std::string_view, kColumns>;

// Empty if the line has not exactly ten columns.
std::optional<Columns> columns_of(std::string_view line) {
  Columns columns;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto tab = line.find('\t');
    if ((tab == line.npos) != (i + 1 == kColumns)) return std::nullopt;
    columns[i] = line.substr(0, tab);
    line.remove_prefix(std::min(tab, line.size() - 1) + 1);
  }
  return columns;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view feature(std::string_view features, std::string_view name) {
  while (!features.empty()) {
    const auto bar = std::min(features.find('|'), features.size());
    const std::string_view pair = features.substr(0, bar);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
    features.remove_prefix(std::min(bar + 1, features.size()));
  }
  return {};
}

VerbForm verb_form(std::string_view value) {
  if (value == "Fin") return VerbForm::finite;
  if (value == "Inf") return VerbForm::infinitive;
  if (value == "Part") return VerbForm::participle;
  return value == "Ger" ? VerbForm::gerund : VerbForm::none;
}

Features features_of(std::string_view column) {
  Features features;
  features.form = verb_form(feature(column, "VerbForm"));
  const std::string_view tense = feature(column, "Tense"), number = feature(column, "Number");
  if (tense == "Past") features.tense = Tense::past;
  if (tense == "Pres") features.tense = Tense::present;
  if (number == "Sing") features.number = Number::singular;
  if (number == "Plur" || number == "Ptan") features.number = Number::plural;
  const auto person = number_in(feature(column, "Person")).value_or(0);
  features.person = static_cast<std::uint8_t>(person <= 3 ? person : 0);
  return features;
}

// Lines of one input, with their place.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::string_view> next() {
    if (at_ >= bytes_.size()) return std::nullopt;
    const std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
    begin_ = at_;
    at_ = end + 1;
    std::string_view line = bytes_.substr(begin_, end - begin_);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  SourceSpan place() const {
    return {static_cast<std::uint32_t>(begin_),
            static_cast<std::uint32_t>(std::min(at_, bytes_.size()))};
  }

 private:
  std::string_view bytes_;
  std::size_t begin_ = 0, at_ = 0;
};

// Puts a document together from words and sentence ends.
class DocumentBuilder {
 public:
  bool empty() const { return document_.tokens.empty(); }
  std::uint32_t sentence_first() const { return first_; }
  Token& last_word() { return document_.tokens.back(); }

  void begin_paragraph() { new_paragraph_ = true; }
  void name_sentence(std::string_view id) { id_ = id; }

  // Until the sentence ends, a head is counted from it: 0 is its first word.
  Token& add_word(std::string_view form) {
    if (new_paragraph_ && !text_.empty()) text_ += "\n\n";
    paragraph_ += new_paragraph_ && !text_.empty();
    if (!new_paragraph_ && space_) text_ += first_ == document_.tokens.size() ? '\n' : ' ';
    new_paragraph_ = false;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += form;
    Token& token = document_.tokens.emplace_back();
    token.span = {begin, static_cast<std::uint32_t>(text_.size())};
    space_ = true;
    return token;
  }
  void no_space_after() { space_ = false; }

  void end_sentence() {
    const auto last = static_cast<std::uint32_t>(document_.tokens.size());
    if (first_ == last) return;
    for (std::uint32_t i = first_; i < last; ++i)
      if (TokenId& head = document_.tokens[i].head; head)
        head = head.index < last - first_ ? TokenId{first_ + head.index} : TokenId{};
    const TokenRange range{first_, last};
    document_.sentences.push_back(
        {document_.span_of(range), range, paragraph_, SentenceKind::prose, std::exchange(id_, {})});
    first_ = last;
    space_ = true;
  }

  Document take() {
    end_sentence();
    document_.article.text = Text::from_source(std::exchange(text_, {}));
    first_ = paragraph_ = 0;
    new_paragraph_ = true;
    return std::exchange(document_, {});
  }

 private:
  Document document_;
  std::string text_, id_;
  std::uint32_t first_ = 0, paragraph_ = 0;
  bool new_paragraph_ = true, space_ = true;
};

void fill(Token& token, const Columns& columns) {
  if (columns[kLemma] != "_" || columns[kForm] == "_") token.lemma = columns[kLemma];
  token.pos = pos_named(columns[kUpos]).value_or(Pos::none);
  token.features = features_of(columns[kFeats]);
  token.relation = relation_named(columns[kDeprel]).value_or(Relation::none);
  const auto head = number_in(columns[kHead]).value_or(0);
  if (head > 0) token.head = TokenId{head - 1};
}

class ConlluReader {
 public:
  ConlluReader(std::string_view bytes, const DocumentSink& sink) : lines_(bytes), sink_(sink) {}

  void read() {
    while (const auto line = lines_.next())
      if (!take_line(*line)) return;
    hand_on();
  }

 private:
  bool take_line(std::string_view line) {
    if (line.empty()) {
      builder_.end_sentence();
      surface_last_ = 0;
    } else if (line.front() == '#') {
      take_comment(line);
    } else if (const auto columns = columns_of(line)) {
      take_word(*columns);
    } else {
      sink_(Error{"expected ten columns with tabs between", lines_.place()});
      return false;
    }
    return true;
  }

  void take_comment(std::string_view line) {
    if (line.starts_with("# newdoc")) hand_on();
    if (line.starts_with("# newpar")) builder_.begin_paragraph();
    if (line.starts_with(kSentenceId)) builder_.name_sentence(line.substr(kSentenceId.size()));
  }

  void take_word(const Columns& columns) {
    const std::string_view id = columns[kId];
    const bool glued = feature(columns[kMisc], "SpaceAfter") == "No";
    if (id.find('.') != id.npos) return;
    if (const auto dash = id.find('-'); dash != id.npos) {
      surface_last_ = number_in(id.substr(dash + 1)).value_or(0);
      surface_glued_ = glued;
      return;
    }
    const auto number = number_in(id).value_or(0);
    fill(builder_.add_word(columns[kForm]), columns);
    const bool inside = number < surface_last_;
    if (inside || (number == surface_last_ ? surface_glued_ : glued)) builder_.no_space_after();
  }

  void hand_on() {
    builder_.end_sentence();
    if (!builder_.empty()) sink_(builder_.take());
  }

  Lines lines_;
  const DocumentSink& sink_;
  DocumentBuilder builder_;
  std::uint32_t surface_last_ = 0;  // last word of the multiword token that is being read
  bool surface_glued_ = false;
};

}  // namespace

void read_conllu(std::string_view bytes, const DocumentSink& sink) {
  ConlluReader(bytes, sink).read();
}

void read_columns(std::string_view bytes, const DocumentSink& sink) {
  Lines lines(bytes);
  DocumentBuilder builder;
  while (const auto line = lines.next()) {
    if (line->starts_with("# doc = ")) {
      builder.end_sentence();
      if (!builder.empty()) sink(builder.take());
      builder.begin_paragraph();
    } else if (const std::string_view token = line->substr(0, line->find_first_of("\t "));
               token.empty()) {
      builder.end_sentence();
    } else {
      builder.add_word(token);
    }
  }
  builder.end_sentence();
  if (!builder.empty()) sink(builder.take());
}

}  // namespace dateline
