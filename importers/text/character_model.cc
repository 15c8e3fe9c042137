#include "importers/text/character_model.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "importers/data_files.h"

namespace dateline {
namespace {

/// Takes the next word off the line; empty at its end.
std::string_view take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

std::optional<float> number_of(std::string_view word) {
  float value = 0;
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (failed != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<char32_t> code_point_of(std::string_view hex) {
  std::uint32_t value = 0;
  const auto [end, failed] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (failed != std::errc() || end != hex.data() + hex.size()) return std::nullopt;
  return value;
}

}  // namespace

/// Builds a CharacterModel line by line. Each function returns what is wrong; empty if nothing is.
class CharacterModelReader {
 public:
  std::string_view read_line(std::string_view line) {
    const std::string_view word = take_word(line);
    if (word.empty() || word.starts_with('#')) return {};
    if (word == "class") return read_class(line);
    if (word == "after") return read_after(line);
    return read_members(word, line);
  }

  CharacterModel finish() && {
    model_.beyond_ = model_.classes_[kIdeograph];
    return std::move(model_);
  }

 private:
  static constexpr char32_t kIdeograph = 0x4E00;

  std::string_view read_class(std::string_view line) {
    const std::string_view name = take_word(line);
    const auto anywhere = number_of(take_word(line));
    const auto unseen = number_of(take_word(line));
    if (name.empty() || !anywhere || !unseen) return "expected a name and two costs";
    if (names_.size() == CharacterModel::kMostClasses) return "too many classes";
    names_.emplace_back(name);
    unseen_.push_back(*unseen);
    model_.anywhere_[names_.size() - 1] = *anywhere;
    return {};
  }

  std::string_view read_members(std::string_view cost, std::string_view line) {
    const auto bits = number_of(cost);
    if (!bits || *bits < 0 || *bits > CharacterModel::kRarest || names_.empty())
      return "expected 'class', 'after', or the cost of members of a class, 0 to 15";
    for (auto word = take_word(line); !word.empty(); word = take_word(line)) {
      const std::size_t dash = std::min(word.find('-'), word.size());
      const auto first = code_point_of(word.substr(0, dash));
      const auto last = dash == word.size() ? first : code_point_of(word.substr(dash + 1));
      if (!first || !last || *last >= CharacterModel::kTable || *first > *last)
        return "expected code points or ranges of them in hex, up to 1FFFF";
      for (char32_t c = *first; c <= *last; ++c) {
        model_.classes_[c] = static_cast<CharacterModel::Class>(names_.size() - 1);
        model_.within_[c] = static_cast<std::uint8_t>(*bits);
      }
    }
    return {};
  }

  std::string_view read_after(std::string_view line) {
    if (!backed_off_) back_off();
    const auto before = class_named(take_word(line));
    if (!before) return "expected the name of a class after 'after'";
    for (auto word = take_word(line); !word.empty(); word = take_word(line)) {
      const std::size_t colon = std::min(word.find(':'), word.size() - 1);
      const auto next = class_named(word.substr(0, colon));
      const auto cost = number_of(word.substr(colon + 1));
      if (!next || !cost) return "expected class:cost";
      model_.after_[*before * CharacterModel::kMostClasses + *next] = *cost;
    }
    return {};
  }

  /// Neighbours that were never seen cost what both facts cost: unseen, and the class at all.
  void back_off() {
    for (std::size_t before = 0; before < names_.size(); ++before)
      for (std::size_t next = 0; next < names_.size(); ++next)
        model_.after_[before * CharacterModel::kMostClasses + next] =
            unseen_[before] + model_.anywhere_[next];
    backed_off_ = true;
  }

  std::optional<std::size_t> class_named(std::string_view name) const {
    const auto found = std::ranges::find(names_, name);
    if (found == names_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names_.begin());
  }

  CharacterModel model_;
  std::vector<std::string> names_;
  std::vector<float> unseen_;
  bool backed_off_ = false;
};

Result<CharacterModel> CharacterModel::parse(std::string_view text, std::string_view file) {
  CharacterModelReader reader;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto wrong = reader.read_line(text.substr(at, end - at));
    if (!wrong.empty())
      return Error{std::string(file) + ":" + std::to_string(number) + ": " + std::string(wrong),
                   {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    at = end + 1;
  }
  return std::move(reader).finish();
}

const CharacterModel& CharacterModel::embedded() {
  static const CharacterModel model = [] {
    const auto text = DataFiles::embedded().find("root/characters.txt");
    assert(text);
    auto parsed = parse(*text, "root/characters.txt");
    assert(parsed);
    return parsed ? std::move(parsed).value() : CharacterModel();
  }();
  return model;
}

}  // namespace dateline
