#include "importers/events/timeml_words.h"

#include <algorithm>
#include <array>

#include "core/enum_names.h"
#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr std::string_view kNoEvent = "none";

std::optional<TimemlCondition> condition_named(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"clause", "quotation", "infinitive", "event", "content", "object", "known", "of"});
  return value_named<TimemlCondition>(kNames, name);
}

std::optional<EventClass> timeml_class_named(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"occurrence", "reporting", "perception", "aspectual", "i_action", "i_state", "state"});
  return value_named<EventClass>(kNames, name);
}

std::vector<std::string_view> comma_separated(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const auto end = std::min(words.find(','), words.size());
    parts.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return parts;
}

/// Whether a condition asks which words are events; those of nouns and adjectives are found first.
bool needs_events(TimemlCondition condition) {
  return condition == TimemlCondition::event || condition == TimemlCondition::content;
}

}  // namespace

Result<TimemlWords> TimemlWords::parse(std::string_view file) {
  TimemlWords words;
  for (const DataLine& line : data_lines(file))
    if (const std::string wrong = words.add(line.text); !wrong.empty())
      return data_error("timeml.txt", line, wrong);
  return words;
}

Result<TimemlWords> TimemlWords::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/timeml.txt";
  const auto file = files.find(path);
  if (!file) return Error{"expected the file " + path, {}};
  return parse(*file);
}

TimemlWords::Table* TimemlWords::words_named(std::string_view pos) {
  if (pos == "verb") return &verbs_;
  if (pos == "noun") return &nouns_;
  return pos == "adjective" ? &adjectives_ : nullptr;
}

std::string TimemlWords::add(std::string_view line) {
  const auto words = words_of(line);
  if (words.size() < 3) return "expected: word[,word...] verb|noun|adjective class [condition ...]";
  Table* const into = words_named(words[1]);
  if (!into) return "expected 'verb', 'noun' or 'adjective', found '" + std::string(words[1]) + "'";
  TimemlRow row;
  row.event_class = timeml_class_named(words[2]);
  if (!row.event_class && words[2] != kNoEvent)
    return "unknown class '" + std::string(words[2]) + "'";
  for (std::size_t i = 3; i < words.size(); ++i) {
    const auto condition = condition_named(words[i]);
    if (!condition) return "unknown condition '" + std::string(words[i]) + "'";
    if (into != &verbs_ && needs_events(*condition))
      return "'" + std::string(words[i]) + "' is a condition for verbs only";
    row.conditions.push_back(*condition);
  }
  for (const std::string_view word : comma_separated(words[0]))
    (*into)[std::string(word)].push_back(row);
  return {};
}

const TimemlRows* TimemlWords::find(const Table& in, std::string_view lemma) {
  const auto found = in.find(lemma);
  return found == in.end() ? nullptr : &found->second;
}

}  // namespace dateline
