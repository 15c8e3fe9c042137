#pragma once

#include <string>
#include <vector>

#include "core/mention.h"

namespace dateline {

enum class Gender : std::uint8_t { unknown, male, female };

/// A chain while its mentions are found: what is known by then of whom it stands for.
struct GrowingChain {
  Chain chain;
  Gender gender = Gender::unknown;
  std::vector<std::vector<std::string>> names;  ///< as words, lower case
  std::vector<std::string> roles;               ///< lemmas of titles and head nouns
  std::vector<std::string> offices;             ///< what its titles are for: "prime", "finance"
  std::uint32_t last_sentence = 0;              ///< where it was spoken of last
  std::uint32_t last_token = 0;
  MentionId last{};  ///< by which it was
  // What ranking asks for, as hashes of lemmas (phrase_facts.h).
  std::vector<std::uint64_t> heads, modifiers;  ///< of its noun phrases
  std::vector<std::uint64_t> called;            ///< its roles
  std::vector<std::vector<std::uint64_t>> name_words;
  std::uint8_t noun_class = 0;  ///< WordFacts::noun_class of its first noun; 0: none yet
};

}  // namespace dateline
