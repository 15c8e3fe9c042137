#include "importers/nlp/training/name_patterns.h"

#include <algorithm>
#include <map>
#include <random>

#include "importers/data_lines.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::uint32_t kPatternSeed = 1;
constexpr std::size_t kStory = 30;  // sentences
constexpr int kMaxFills = 40;  // slots within slots of one place: more is a list that holds itself

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return ascii_upper(c); });
  return text;
}

std::string capitalized(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 0 || text[i - 1] == ' ') text[i] = ascii_upper(text[i]);
  return text;
}

// Sections of patterns have a number for a name.
bool is_count(std::string_view name) {
  return !name.empty() && name.size() < 5 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Filler {
 public:
  explicit Filler(const NameLists& lists) : lists_(lists), random_(kPatternSeed) {}

  void add_list(std::string_view header, std::vector<std::string> entries) {
    const std::size_t blank = std::min(header.find(' '), header.size());
    const std::string name(header.substr(0, blank));
    if (blank + 1 < header.size() && header[blank + 1] != '-')
      tags_[name] = name_tag("B-" + std::string(header.substr(blank + 1)));
    lists_[name] = std::move(entries);
  }

  void begin_story() { said_.clear(); }

  TaggedSentence fill(std::string_view pattern) {
    TaggedSentence sentence;
    for (const std::string_view word : words_of(pattern)) {
      const bool slot = word.starts_with('{') && word.find('}') == word.size() - 1;
      const NameTag tag = slot ? tag_of(word) : NameTag{0};
      add_words(sentence, tag == 0 ? filled(std::string(word)) : name_for(word), tag);
    }
    return sentence;
  }

  /// Slots that no list fills.
  const std::string& unknown() const { return unknown_; }

 private:
  static std::string lower(std::string_view slot) {
    std::string name(slot);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return ascii_lower(c); });
    return name;
  }

  NameTag tag_of(std::string_view slot) const {
    const auto at = tags_.find(lower(slot.substr(1, slot.size() - 2)));
    return at == tags_.end() ? NameTag{0} : at->second;
  }

  // A new name, or one that the story has named, perhaps cut short.
  std::string name_for(std::string_view slot) {
    const std::string kind = lower(slot.substr(1, slot.size() - 2));
    const bool capitals = slot.size() > 3 && is_upper(slot[1]) && is_upper(slot[2]);
    std::vector<std::string>& said = said_[kind == kFamily ? kPerson : kind];
    std::string name;
    if (!said.empty() && random_() % 100 < kAgainPercent) {
      name = said[random_() % said.size()];
      if (kind == kFamily)
        name.erase(0, name.rfind(' ') + 1);
      else if (tag_of(slot) == kOrganization && random_() % 2 == 0)
        name = shortened(name);
    } else {
      name = filled("{" + (is_upper(slot[1]) && !capitals ? capitalized(kind) : kind) + "}");
      said.push_back(name);
    }
    return capitals ? in_capitals(std::move(name)) : name;
  }

  // Of several words the first, or their initials if they are many.
  static std::string shortened(const std::string& name) {
    const auto words = words_of(name);
    if (words.size() < 2) return name;
    if (words.size() == 2) return std::string(words[0]);
    std::string initials;
    for (const std::string_view word : words)
      if (is_upper(word[0])) initials += word[0];
    return initials.size() < 2 ? std::string(words[0]) : initials;
  }

  // The text with each slot filled; of the slots that this opens, too.
  std::string filled(std::string text) {
    bool capitals = false, capital = false;
    for (int fills = 0; fills < kMaxFills; ++fills) {
      const std::size_t open = text.find('{'), close = text.find('}', open);
      if (open == text.npos || close == text.npos) break;
      const std::string slot = text.substr(open + 1, close - open - 1);
      if (fills == 0 && open == 0) {
        capitals = slot.size() > 1 && std::none_of(slot.begin(), slot.end(),
                                                   [](char c) { return c >= 'a' && c <= 'z'; });
        capital = !capitals && is_upper(slot[0]);
      }
      std::string value = value_of(lower(slot));
      if (is_upper(slot[0])) value = capitalized(std::move(value));
      text.replace(open, close + 1 - open, value);
    }
    if (capital) text = capitalized(std::move(text));
    return capitals ? in_capitals(std::move(text)) : text;
  }

  std::string value_of(const std::string& slot) {
    const auto list = lists_.find(slot);
    if (list != lists_.end() && !list->second.empty())
      return list->second[random_() % list->second.size()];
    unknown_ = slot;
    return slot;
  }

  static void add_words(TaggedSentence& sentence, std::string_view text, NameTag tag) {
    bool first = true;
    for (std::string_view word : words_of(text)) {
      const bool genitive = tag != 0 && word.size() > 2 && word.ends_with("'s");
      if (genitive) word.remove_suffix(2);
      sentence.words.emplace_back(word);
      sentence.tags.push_back(static_cast<NameTag>(tag + (tag != 0 && !first)));
      first = false;
      if (!genitive) continue;
      sentence.words.emplace_back("'s");
      sentence.tags.push_back(static_cast<NameTag>(tag + 1));
    }
  }

  static constexpr const char *kFamily = "family",
                              *kPerson = "person";  // the last word of a person's name
  static constexpr NameTag kOrganization = 3;
  static constexpr std::uint32_t kAgainPercent = 40;

  NameLists lists_;
  std::map<std::string, NameTag, std::less<>> tags_;
  std::map<std::string, std::vector<std::string>, std::less<>> said_;  // by slot
  std::mt19937 random_;
  std::string unknown_;
};

// Each pattern as often as its section says, in random order.
std::vector<std::string> ordered_patterns(std::string_view file, std::mt19937& random) {
  std::vector<std::string> all;
  for (const auto& [header, patterns] : read_sections(file, false)) {
    if (!is_count(header)) continue;
    for (int i = std::stoi(header); i > 0; --i)
      all.insert(all.end(), patterns.begin(), patterns.end());
  }
  for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  return all;
}

}  // namespace

NameTag name_tag(std::string_view tag) {
  constexpr std::string_view kLabels[] = {"PER", "ORG", "LOC", "MISC"};
  for (std::size_t i = 0; i < std::size(kLabels); ++i)
    if (tag.size() > 2 && tag.substr(2) == kLabels[i])
      return static_cast<NameTag>(1 + 2 * i + (tag[0] == 'I'));
  return 0;
}

Result<std::vector<TaggedStory>> fill_name_patterns(std::string_view patterns,
                                                    const NameLists& lists) {
  Filler filler(lists);
  for (auto& [header, entries] : read_sections(patterns, true))
    if (!is_count(header)) filler.add_list(header, entries);
  std::mt19937 random(kPatternSeed);
  std::vector<TaggedStory> stories;
  for (const std::string& pattern : ordered_patterns(patterns, random)) {
    if (stories.empty() || stories.back().size() == kStory) {
      stories.emplace_back();
      filler.begin_story();
    }
    stories.back().push_back(filler.fill(pattern));
  }
  if (!filler.unknown().empty()) return Error{"nothing fills {" + filler.unknown() + "}", {}};
  return stories;
}

}  // namespace dateline
