#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace dateline {

/// One sequence that a pass puts right.
struct Correction {
  Span at;  ///< in the text that the pass was given
  std::string fixed;
  double confidence = 0;  ///< in [0,1]
  std::uint8_t layers = 1;
};

/// What one misreading explains of a text.
struct RepairPass {
  std::string table;
  double gain = 0;  ///< bits by which the corrected text is likelier; 0 if nothing is corrected
  std::vector<Correction> corrections;  ///< in the order of the text
};

/// Finds the misreading that best explains the text, by a vote over the whole of it, and what it
/// puts right.
RepairPass find_repair_pass(std::string_view text);

}  // namespace dateline
