#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "importers/text/character_model.h"
#include "importers/text/misreading.h"

namespace dateline {

/// What a quick look at a text tells of mojibake in it. Clean text has few suspicious places or
/// none, and this look is all that it costs.
struct Survey {
  std::size_t beyond_ascii = 0;           ///< characters
  std::size_t suspicious = 0;             ///< pairs of characters
  std::array<std::uint32_t, 64> votes{};  ///< suspicious pairs by misreading that explains them
  std::vector<std::uint32_t> places;      ///< bytes where suspicious pairs begin; the first of them
};

/// Looks for pairs of characters that are strange neighbours in clean text, and that some
/// misreading would make of a UTF-8 sequence.
Survey survey(std::string_view text, const CharacterModel& model, const Misreadings& misreadings);

}  // namespace dateline
