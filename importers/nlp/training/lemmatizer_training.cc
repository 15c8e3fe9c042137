#include "importers/nlp/training/lemmatizer_training.h"

#include <algorithm>
#include <map>

#include "importers/nlp/lemmatizer.h"

namespace dateline {
namespace {

constexpr std::uint32_t kEndingCount = 2;  // times that an ending must be seen

constexpr std::size_t kEndingAdds = 3;  // bytes at most: what adds more is of one word only

struct LemmaExample {
  WordForm form;
  const Token* token;
  bool first;  // of its sentence
  std::string_view word;
  std::uint16_t edit;

  LemmaQuestion question() const { return {&form, token, first}; }
};

std::uint16_t most_frequent(const std::map<std::uint16_t, std::uint32_t>& edits) {
  return std::max_element(edits.begin(), edits.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

std::uint32_t total(const std::map<std::uint16_t, std::uint32_t>& edits) {
  std::uint32_t sum = 0;
  for (const auto& [edit, count] : edits) sum += count;
  return sum;
}

// The edits of all words, the plainest first, so that a word of which nothing is known stays.
std::vector<LemmaExample> examples_of(const std::vector<Document>& documents,
                                      std::vector<LemmaEdit>& edits) {
  std::map<LemmaEdit, std::uint16_t> numbers;
  const auto number = [&](const LemmaEdit& edit) {
    const auto [at, fresh] = numbers.emplace(edit, static_cast<std::uint16_t>(edits.size()));
    if (fresh) edits.push_back(edit);
    return at->second;
  };
  number({});
  std::vector<LemmaExample> examples;
  for (const Document& document : documents)
    for (const Sentence& sentence : document.sentences)
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const Token& token = document.tokens[i];
        const std::string_view word = token.span.of(document.text());
        if (!token.lemma.empty())
          examples.push_back({word_form(word), &token, i == sentence.tokens.first, word,
                              number(lemma_edit(word, token.lemma))});
      }
  return examples;
}

// What the table holds answers before what is put in after it.
std::uint16_t answer(const std::map<std::uint64_t, std::uint16_t>& table,
                     const LemmaExample& example, std::size_t longest) {
  for (std::size_t length = longest; length > 0; --length)
    if (const auto at = table.find(lemma_key(example.question(), length)); at != table.end())
      return at->second;
  return 0;
}

// The edit that makes the right lemma of most examples: "I" may stand for a lower-case "i" too.
std::uint16_t best_edit(const std::map<std::uint16_t, std::uint32_t>& edits,
                        const std::vector<const LemmaExample*>& examples,
                        const std::vector<LemmaEdit>& known) {
  if (edits.size() == 1) return edits.begin()->first;
  std::map<std::uint16_t, std::uint32_t> right;
  for (const auto& [edit, count] : edits)
    for (const LemmaExample* example : examples)
      right[edit] += known[edit].apply(example->word) == example->token->lemma;
  return most_frequent(right);
}

struct Seen {
  std::map<std::uint16_t, std::uint32_t> edits;
  std::vector<const LemmaExample*> examples;
};

// From short endings to long ones, then words: each is put in only if it changes the answer.
std::map<std::uint64_t, std::uint16_t> table_of(const std::vector<LemmaExample>& examples,
                                                const std::vector<LemmaEdit>& known) {
  std::map<std::uint64_t, std::uint16_t> table;
  for (std::size_t length = 1; length <= WordForm::kAffixes + 1; ++length) {
    const bool words = length > WordForm::kAffixes;
    std::map<std::uint64_t, Seen> all;
    for (const LemmaExample& example : examples) {
      const LemmaEdit& edit = known[example.edit];
      if (!words && (edit.cut == LemmaEdit::kAll || edit.add.size() > kEndingAdds)) continue;
      Seen& seen =
          all[words ? lemma_key(example.question()) : lemma_key(example.question(), length)];
      ++seen.edits[example.edit];
      seen.examples.push_back(&example);
    }
    std::map<std::uint64_t, std::uint16_t> fresh;
    for (const auto& [key, seen] : all) {
      const std::uint16_t best =
          words ? best_edit(seen.edits, seen.examples, known) : most_frequent(seen.edits);
      if ((words || total(seen.edits) >= kEndingCount) &&
          best != answer(table, *seen.examples.back(), length - 1))
        fresh[key] = best;
    }
    table.merge(fresh);
  }
  return table;
}

}  // namespace

std::string train_lemmatizer(const std::vector<Document>& documents) {
  std::vector<LemmaEdit> edits;
  const std::vector<LemmaExample> examples = examples_of(documents, edits);
  std::string rows;
  for (const auto& [key, edit] : table_of(examples, edits)) {
    append_value(rows, key);
    append_value(rows, edit);
  }
  return to_model_bytes(kLemmatizerKind, lemmatizer_features_hash(), {edit_bytes(edits), rows});
}

}  // namespace dateline
