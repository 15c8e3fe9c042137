#pragma once

#include <string_view>

#include "importers/text/untangle.h"

namespace dateline {

/// Reads the stretches of a text that may hold broken sequences: characters beyond ASCII, with the
/// single spaces and question marks between them (a lost byte may show as either).
class StretchReader {
 public:
  StretchReader(const CharacterModel& model, const Misreadings& misreadings, std::string_view text)
      : model_(model), misreadings_(misreadings), text_(text) {}

  /// Goes to the beginning of the stretch that holds the byte.
  void seek(std::uint32_t byte);
  /// Fills the next stretch; false if there is none.
  bool next(Stretch& stretch);
  std::uint32_t position() const { return static_cast<std::uint32_t>(at_); }

 private:
  void read_symbol(Stretch& stretch);
  CharacterModel::Class class_before(std::size_t at) const;
  CharacterModel::Class class_at(std::size_t at) const;

  const CharacterModel& model_;
  const Misreadings& misreadings_;
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Offset of the first byte beyond ASCII at or after `at`; the text's size if there is none.
std::size_t skip_ascii(std::string_view text, std::size_t at);

}  // namespace dateline
