#include "importers/nlp/entity_words.h"

#include <array>
#include <vector>

#include "importers/data_lines.h"

namespace dateline {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('|', at), line.size());
    columns.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return columns;
}

}  // namespace

Result<EntityWords> EntityWords::load(const DataFiles& files, std::string_view language) {
  const std::string folder = std::string(language) + "/";
  EntityWords words;
  auto lists = read_word_lists(files, folder + "entity_words.txt",
                               {"person",
                                "organization",
                                "place",
                                "work",
                                "occasion",
                                "title",
                                "title-word",
                                "courtesy",
                                "male",
                                "female",
                                "he",
                                "she",
                                "it",
                                "they",
                                "first-singular",
                                "first-plural",
                                "relative",
                                "indefinite",
                                "indefinite-article",
                                "definite",
                                "number",
                                "single",
                                "organization-name",
                                "place-name",
                                "occasion-name",
                                "by-metonymy",
                                "generic-firm",
                                "public-body",
                                "generic-agency",
                                "agency-name",
                                "firm-name",
                                "place-preposition",
                                "storm",
                                "asking",
                                "giving",
                                "duty",
                                "duty-verb",
                                "arriving",
                                "reflexive",
                                "male-name",
                                "female-name",
                                "state-prefix"});
  if (!lists) return lists.error();
  words.lists_ = std::move(lists).value();
  const auto pronouns = PronounWeights::load(files, language);
  if (!pronouns) return pronouns.error();
  words.pronouns_ = pronouns.value();

  const std::string path = folder + "countries.txt";
  const auto countries = files.find(path);
  if (!countries) return Error{"expected the file " + path, {}};
  for (const DataLine& line : data_lines(*countries)) {
    const auto columns = columns_of(line.text);
    if (columns.size() != 5)
      return data_error(path, line,
                        "expected five columns: names | adjectives | people | capitals | code");
    const std::string_view state = columns[0].substr(0, columns[0].find(','));
    add(words.states_, columns[0], state);
    add(words.adjectives_, columns[1], state);
    add(words.peoples_, columns[2], state);
    add(words.capitals_, columns[3], state);
    words.codes_.emplace(state, columns[4]);
  }
  return words;
}

void EntityWords::add(Names& to, std::string_view names, std::string_view state) {
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find(',', at), names.size());
    const std::string_view name = names.substr(at, end - at);
    if (name != "-") to.emplace(name, state);
    at = end + 1;
  }
}

std::string_view EntityWords::find(const Names& in, std::string_view word) {
  const auto found = in.find(word);
  return found == in.end() ? std::string_view() : std::string_view(found->second);
}

bool EntityWords::has(std::string_view section, std::string_view word) const {
  const auto list = lists_.find(section);
  return list != lists_.end() && list->second.contains(word);
}

std::optional<EntityKind> EntityWords::kind_of_noun(std::string_view lemma) const {
  static constexpr auto kSections = std::to_array<std::pair<std::string_view, EntityKind>>(
      {{"person", EntityKind::person},
       {"organization", EntityKind::organization},
       {"place", EntityKind::place},
       {"work", EntityKind::work},
       {"occasion", EntityKind::occasion}});
  for (const auto& [section, kind] : kSections)
    if (has(section, lemma)) return kind;
  return std::nullopt;
}

}  // namespace dateline
