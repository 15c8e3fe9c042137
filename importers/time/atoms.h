#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace dateline {

/// The smallest piece that a time rule can name: a run of letters, a run of digits, or any other
/// character but white space. Finer than a Token, so that "10:30pm", "35-day" and "mid-1990s" are
/// read alike however the words around them were cut.
struct Atom {
  enum class Kind : std::uint8_t { word, digits, mark };

  Span span;
  std::uint32_t symbol = 0xFFFFFFFF;  ///< of its folded letters in the Vocabulary; ~0 if not there
  std::uint32_t number = 0;           ///< of digits; 0xFFFFFFFF when it does not fit
  std::uint8_t width = 0;             ///< number of digits, 255 for 255 and more
  Kind kind = Kind::mark;
  bool glued = false;         ///< nothing stands between it and the atom before
  bool after_break = false;   ///< a blank line stands before it, or it is the first
  bool capital = false;       ///< begins with a capital letter
  bool all_capitals = false;  ///< more than one letter, all of them capital
};

class Vocabulary;

std::vector<Atom> atoms_of(std::string_view text, const Vocabulary& vocabulary);

}  // namespace dateline
