#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// How usual characters are in clean text of many languages, and how usual beside one another. Each
/// character belongs to one class ("latin1-lower", "box"); neighbours are judged by their classes.
/// Costs are in bits: minus the binary logarithm of a probability, so that costs add up.
class CharacterModel {
 public:
  using Class = std::uint8_t;

  /// Reads the format that root/characters.txt explains. `file` is for messages only.
  static Result<CharacterModel> parse(std::string_view text, std::string_view file);
  /// The embedded root/characters.txt.
  static const CharacterModel& embedded();

  Class class_of(char32_t character) const {
    return character < kTable ? classes_[character] : beyond_;
  }
  /// Which character of its class this is.
  float within_class(char32_t character) const {
    return character < kTable ? static_cast<float>(within_[character]) : kRarest;
  }
  /// That the class comes next, after a character of `before`.
  float after(Class before, Class next) const { return after_[before * kMostClasses + next]; }
  /// That the class comes next, whatever came before.
  float anywhere(Class next) const { return anywhere_[next]; }

 private:
  friend class CharacterModelReader;
  static constexpr char32_t kTable = 0x20000;  // no alphabet lies above
  static constexpr std::size_t kMostClasses = 128;
  static constexpr float kRarest = 15;  // bits within a class, for what was never seen

  std::vector<Class> classes_ = std::vector<Class>(kTable, 0);
  std::vector<std::uint8_t> within_ = std::vector<std::uint8_t>(kTable, 15);
  std::vector<float> after_ = std::vector<float>(kMostClasses * kMostClasses, 0);
  std::array<float, kMostClasses> anywhere_{};
  Class beyond_ = 0;  // of the characters above kTable: rare ideographs
};

}  // namespace dateline
