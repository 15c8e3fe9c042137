#include "importers/nlp/word_form.h"

#include "core/characters.h"
#include "importers/nlp/hash.h"

namespace dateline {
namespace {

// Longer words differ in their first code points, or are not words.
constexpr std::size_t kMaxLength = 48;

struct Letters {
  std::array<char32_t, kMaxLength> exact, lower;
  std::size_t size = 0;
};

char32_t normalized(char32_t c) { return kind_of(c) == CharacterKind::digit ? U'0' : plain(c); }

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size() && letters.size < kMaxLength;) {
    const CodePoint c = decode_utf8(word, at);
    letters.exact[letters.size] = normalized(c.value);
    letters.lower[letters.size] = to_lower(letters.exact[letters.size]);
    ++letters.size;
    at += c.size;
  }
  return letters;
}

char class_of(char32_t exact, char32_t lower) {
  switch (kind_of(exact)) {
    case CharacterKind::digit:
      return 'd';
    case CharacterKind::symbol:
      return exact < 0x80 ? static_cast<char>(exact) : '~';
    default:
      return exact != lower ? 'X' : 'x';
  }
}

struct Counts {
  std::size_t upper = 0, lower = 0, digit = 0, sign = 0;
};

WordForm::Case case_of(const Counts& counts, bool first_upper) {
  if (counts.upper + counts.lower == 0) return WordForm::none;
  if (counts.upper == 0) return WordForm::all_lower;
  if (counts.lower == 0 && counts.upper > 1) return WordForm::all_upper;
  return first_upper && counts.upper == 1 ? WordForm::capitalized : WordForm::mixed_case;
}

void add_affixes(WordForm& form, const Letters& letters) {
  std::uint64_t prefix = 1, suffix = 2;
  for (std::size_t i = 0; i < WordForm::kAffixes; ++i) {
    if (i < letters.size) {
      prefix = hash_with(prefix, letters.lower[i]);
      suffix = hash_with(suffix, letters.lower[letters.size - 1 - i]);
    }
    form.prefix[i] = prefix;
    form.suffix[i] = suffix;
  }
}

}  // namespace

WordForm word_form(std::string_view word, const WordLexicon& lexicon) {
  const Letters letters = letters_of(word);
  WordForm form;
  Counts counts;
  char last = 0;
  for (std::size_t i = 0; i < letters.size; ++i) {
    form.exact = hash_with(form.exact, letters.exact[i]);
    form.lower = hash_with(form.lower, letters.lower[i]);
    const char kind = class_of(letters.exact[i], letters.lower[i]);
    counts.upper += kind == 'X';
    counts.lower += kind == 'x';
    counts.digit += kind == 'd';
    form.has_hyphen = form.has_hyphen || kind == '-';
    if (kind != last) form.shape = hash_with(form.shape, static_cast<std::uint64_t>(kind));
    last = kind;
  }
  form.length = static_cast<std::uint8_t>(letters.size);
  form.letters = case_of(counts, letters.size > 0 && letters.exact[0] != letters.lower[0]);
  form.has_digit = counts.digit > 0;
  form.is_symbol = counts.upper + counts.lower + counts.digit == 0;
  add_affixes(form, letters);
  form.known = lexicon.find(form.lower);
  return form;
}

std::vector<WordForm> word_forms(const Document& document, const WordLexicon& lexicon) {
  std::vector<WordForm> forms;
  forms.reserve(document.tokens.size());
  for (const Token& token : document.tokens)
    forms.push_back(word_form(token.span.of(document.text()), lexicon));
  return forms;
}

}  // namespace dateline
