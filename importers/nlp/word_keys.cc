#include "importers/nlp/word_keys.h"

#include <algorithm>
#include <string_view>

#include "importers/nlp/hash.h"

namespace dateline {
namespace {

constexpr std::size_t kLongest = 12;  // letters that are told apart

}  // namespace

WordKeys word_keys(const WordForm& form, bool first_of_sentence, std::uint64_t tag) {
  WordKeys keys;
  std::size_t next = 0;
  const auto add = [&](std::uint64_t value) {
    keys[next] = hash_with(hash_with(0, next + 1), value);
    ++next;
  };
  add(form.lower);
  add(form.exact);
  for (const std::size_t letters : {2, 3, 4}) add(form.suffix[letters - 1]);
  for (const std::size_t letters : {2, 3}) add(form.prefix[letters - 1]);
  add(form.shape);
  const std::uint64_t signs =
      first_of_sentence + 2u * form.has_digit + 4u * form.has_hyphen + 8u * form.is_symbol;
  add(hash_with(form.letters, signs));
  add(std::min<std::size_t>(form.length, kLongest));
  add(tag);
  add(form.known.readings);
  add(form.known.noun_class);
  add(form.known.verb_class);
  add(form.known.commonest);
  return keys;
}

std::uint64_t word_keys_hash() {
  std::uint64_t hash = 0;
  for (const std::string_view word : {"Aé-9", "b", "’C.", "internationally"}) {
    WordForm form = word_form(word);
    form.known = {WordFacts::verb, 1, 2, 3};
    for (const std::uint64_t key : word_keys(form, hash == 0, word.size()))
      hash = hash_with(hash, key);
  }
  return hash;
}

}  // namespace dateline
