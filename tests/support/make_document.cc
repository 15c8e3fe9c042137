#include "tests/support/make_document.h"

#include <cassert>
#include <charconv>
#include <sstream>

namespace dateline {
namespace {

void set_feature(Features& features, const std::string& word) {
  if (word == "past") features.tense = Tense::past;
  if (word == "present") features.tense = Tense::present;
  if (word == "finite") features.form = VerbForm::finite;
  if (word == "infinitive") features.form = VerbForm::infinitive;
  if (word == "participle") features.form = VerbForm::participle;
  if (word == "gerund") features.form = VerbForm::gerund;
  if (word == "plural") features.number = Number::plural;
}

std::string lower(std::string word) {
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return word;
}

/// Builds the text along with the tokens.
class DocumentMaker {
 public:
  Document make(std::string_view lines) {
    std::istringstream in{std::string(lines)};
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("# "))
        kind_ = line == "# headline" ? SentenceKind::headline : kind_;
      else if (line.find_first_not_of(' ') == line.npos)
        end_sentence();
      else
        add_token(line);
    }
    end_sentence();
    document_.article.text = Text::from_source(text_);
    return std::move(document_);
  }

 private:
  void add_token(const std::string& line) {
    std::istringstream in(line);
    std::string form, pos, relation, word;
    std::uint32_t head = 0;
    in >> std::ws;
    if (in.peek() == '[') {
      in.get();
      std::getline(in, form, ']');
    } else {
      in >> form;
    }
    in >> pos >> head >> relation;
    assert(pos_named(pos) && relation_named(relation));
    Token token;
    const auto slash = form.find('/');
    token.lemma = slash == form.npos || slash == 0 ? lower(form) : form.substr(slash + 1);
    if (slash != form.npos && slash > 0) form.resize(slash);
    if (!text_.empty()) text_ += ' ';
    token.span.begin = static_cast<std::uint32_t>(text_.size());
    text_ += form;
    token.span.end = static_cast<std::uint32_t>(text_.size());
    token.pos = *pos_named(pos);
    token.relation = *relation_named(relation);
    if (head > 0) token.head = {first_ + head - 1};
    while (in >> word) set_feature(token.features, word);
    document_.tokens.push_back(std::move(token));
  }

  void end_sentence() {
    const auto last = static_cast<std::uint32_t>(document_.tokens.size());
    if (last == first_) return;
    Sentence sentence;
    sentence.tokens = {first_, last};
    sentence.span = document_.span_of(sentence.tokens);
    sentence.paragraph = static_cast<std::uint32_t>(document_.sentences.size());
    sentence.kind = kind_;
    document_.sentences.push_back(sentence);
    first_ = last;
    kind_ = SentenceKind::prose;
  }

  Document document_;
  std::string text_;
  std::uint32_t first_ = 0;
  SentenceKind kind_ = SentenceKind::prose;
};

}  // namespace

Document make_document(std::string_view lines) { return DocumentMaker().make(lines); }

}  // namespace dateline
