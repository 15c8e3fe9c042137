#include "importers/nlp/lemmatizer.h"

#include <algorithm>

#include "core/characters.h"
#include "importers/nlp/sorted_table.h"

namespace dateline {
namespace {

enum LemmaSection : std::size_t { kEdits, kTable };

std::uint64_t tag_key(const LemmaQuestion& question) {
  const auto part = [](auto value) { return static_cast<std::uint64_t>(value); };
  const Token& token = *question.token;
  const bool noun = token.pos == Pos::noun || token.pos == Pos::propn;
  const bool capital = (token.pos == Pos::adj || token.pos == Pos::propn) && !question.first &&
                       question.form->letters == WordForm::capitalized;
  return (((part(token.pos) * 8 + part(token.features.form)) * 4 + part(token.features.tense)) * 4 +
          (noun ? part(token.features.number) : 0)) *
             2 +
         capital;
}

// One edit: keeps_case, cut, length of what is added, and that.
std::vector<LemmaEdit> edits_of(std::string_view bytes) {
  std::vector<LemmaEdit> edits;
  for (std::size_t at = 0; at + 3 <= bytes.size();) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[at + i]); };
    const std::size_t length = byte(2);
    edits.push_back({byte(0) != 0, byte(1), std::string(bytes.substr(at + 3, length))});
    at += 3 + length;
  }
  return edits;
}

// A typographic apostrophe within or before letters is a plain one in the lemma.
std::string with_plain_apostrophe(std::string word) {
  constexpr std::string_view kApostrophe = "’";
  const auto at = word.find(kApostrophe);
  if (at != word.npos && word.size() > kApostrophe.size())
    word.replace(at, kApostrophe.size(), "'");
  return word;
}

}  // namespace

std::string LemmaEdit::apply(std::string_view word) const {
  std::string lemma = with_plain_apostrophe(keeps_case ? std::string(word) : lower_case(word));
  if (cut == kAll) return add;
  if (cut >= lemma.size() && cut > 0) return lemma;
  lemma.resize(lemma.size() - cut);
  return lemma + add;
}

LemmaEdit lemma_edit(std::string_view word, std::string_view lemma) {
  LemmaEdit edit;
  edit.keeps_case = lower_case(lemma) != lemma;
  const std::string from =
      with_plain_apostrophe(edit.keeps_case ? std::string(word) : lower_case(word));
  std::size_t same = 0;
  while (same < from.size() && same < lemma.size() && from[same] == lemma[same]) ++same;
  while (same > 0 && same < from.size() && (from[same] & 0xC0) == 0x80) --same;
  while (same > 0 && same < lemma.size() && (lemma[same] & 0xC0) == 0x80) --same;
  const std::size_t cut = from.size() - same;
  if (same == 0 || cut >= LemmaEdit::kAll) {
    edit.cut = LemmaEdit::kAll;
    edit.add = lemma;
    return edit;
  }
  edit.cut = static_cast<std::uint8_t>(cut);
  edit.add = lemma.substr(same);
  return edit;
}

std::string edit_bytes(std::span<const LemmaEdit> edits) {
  std::string bytes;
  for (const LemmaEdit& edit : edits) {
    const std::string add = edit.add.substr(0, 255);
    bytes += static_cast<char>(edit.keeps_case);
    bytes += static_cast<char>(edit.cut);
    bytes += static_cast<char>(add.size());
    bytes += add;
  }
  return bytes;
}

std::uint64_t lemma_key(const LemmaQuestion& question) {
  return hash_with(hash_with(0, question.form->lower), tag_key(question));
}

std::uint64_t lemma_key(const LemmaQuestion& question, std::size_t length) {
  return hash_with(hash_with(length, question.form->suffix[length - 1]), tag_key(question));
}

std::uint64_t lemmatizer_features_hash() {
  Token token;
  token.pos = Pos::adj;
  token.features.tense = Tense::past;
  std::uint64_t hash = 0;
  for (const std::string_view word : {"Aé-9’b", "Bc"}) {
    const WordForm form = word_form(word);
    const LemmaQuestion question{&form, &token, false};
    hash = hash_with(hash, lemma_key(question));
    for (std::size_t length = 1; length <= WordForm::kAffixes; ++length)
      hash = hash_with(hash, lemma_key(question, length));
  }
  return hash;
}

Result<Lemmatizer> Lemmatizer::from_model(const ModelFile& model) {
  Lemmatizer lemmatizer;
  lemmatizer.edits_ = edits_of(model.section(kEdits));
  lemmatizer.table_ = model.section(kTable);
  if (lemmatizer.edits_.empty()) return Error{"expected at least one edit", {}};
  return lemmatizer;
}

Result<Lemmatizer> Lemmatizer::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/lemmatizer.model";
  const auto model = ModelFile::load(files, path, kLemmatizerKind, lemmatizer_features_hash());
  if (!model) return model.error();
  auto lemmatizer = from_model(*model);
  if (!lemmatizer) return Error{path + ": " + lemmatizer.error().message, {}};
  return lemmatizer;
}

std::uint16_t Lemmatizer::edit_of(const LemmaQuestion& question) const {
  const SortedTable<std::uint16_t> table(table_);
  std::uint16_t edit = 0;
  if (table.find(lemma_key(question), edit)) return edit;
  for (std::size_t length = WordForm::kAffixes; length > 0; --length)
    if (table.find(lemma_key(question, length), edit)) return edit;
  return 0;
}

void Lemmatizer::lemmatize(Document& document, std::span<const WordForm> forms) const {
  for (const Sentence& sentence : document.sentences)
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      Token& token = document.tokens[i];
      const std::size_t edit = edit_of({&forms[i], &token, i == sentence.tokens.first});
      const std::string_view word = token.span.of(document.text());
      token.lemma = edits_[std::min(edit, edits_.size() - 1)].apply(word);
    }
}

}  // namespace dateline
