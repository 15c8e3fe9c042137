#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "importers/nlp/word_form.h"

namespace dateline {

/// What a network is told of a word: hashes, each of which names its own place in the list. The
/// lists of one network are all of one length: in shorter ones zeros follow the last key.
constexpr std::size_t kWordKeys = 15;
using WordKeys = std::array<std::uint64_t, kWordKeys>;
/// `tag`: what is known of the word's part of speech; 0 for a network that is to find it.
WordKeys word_keys(const WordForm& form, bool first_of_sentence, std::uint64_t tag);
/// Changes whenever word_keys or the word forms do.
std::uint64_t word_keys_hash();

}  // namespace dateline
