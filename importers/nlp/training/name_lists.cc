#include "importers/nlp/training/name_lists.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "importers/data_lines.h"
#include "importers/nlp/hash.h"
#include "importers/nlp/ner.h"

namespace dateline {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

void add_all(std::vector<std::string>& to, const std::vector<std::string_view>& names) {
  for (const std::string_view name : names)
    if (name != "-") to.emplace_back(name);
}

}  // namespace

NameLists read_sections(std::string_view file, bool by_commas) {
  NameLists lists;
  std::string section, text;
  const auto end_section = [&] {
    add_all(lists[section], split(text, by_commas ? ',' : '\n'));
    text.clear();
  };
  for (const DataLine& line : data_lines(file)) {
    if (!line.text.starts_with('[') || !line.text.ends_with(']')) {
      text.append(line.text) += by_commas ? ' ' : '\n';
      continue;
    }
    end_section();
    section = line.text.substr(1, line.text.size() - 2);
  }
  end_section();
  return lists;
}

namespace {

void add_known(NameLists& lists, std::string_view file) {
  for (auto& [name, entries] : read_sections(file, true)) {
    std::vector<std::string>& list = lists[name];
    list.insert(list.end(), entries.begin(), entries.end());
  }
}

void add_countries(NameLists& lists, std::string_view file) {
  constexpr std::string_view kColumns[] = {"state", "nationality", "people", "capital"};
  for (const DataLine& line : data_lines(file)) {
    const auto columns = split(line.text, '|');
    for (std::size_t i = 0; i < std::min(columns.size(), std::size(kColumns)); ++i)
      add_all(lists[std::string(kColumns[i])], split(columns[i], ','));
  }
}

// Instances of persons, places and groups (lexicographer files 18, 15 and 14).
void add_wordnet(NameLists& lists, std::string_view file) {
  for (const std::string_view line : split(file, '\n')) {
    if (line.find(" @i ") == line.npos) continue;
    std::istringstream fields{std::string(line)};
    std::string offset, kind, type, count, word, number;
    fields >> offset >> kind >> type >> count;
    const std::string_view list = kind == "18"   ? "known-person"
                                  : kind == "15" ? "place"
                                  : kind == "14" ? "organization-instance"
                                                 : "";
    if (list.empty()) continue;
    for (auto left = std::stoul(count, nullptr, 16); left > 0; --left) {
      fields >> word >> number;
      std::replace(word.begin(), word.end(), '_', ' ');
      lists[std::string(list)].push_back(word);
    }
  }
}

// The last part of "Europe/Lisbon".
void add_time_zones(NameLists& lists, std::string_view file) {
  for (const DataLine& line : data_lines(file)) {
    const auto columns = split(line.text, '\t');
    if (columns.size() < 3) continue;
    std::string city(columns[2].substr(columns[2].rfind('/') + 1));
    std::replace(city.begin(), city.end(), '_', ' ');
    lists["time-zone"].push_back(city);
  }
}

void add_json_names(std::vector<std::string>& list, std::string_view file) {
  constexpr std::string_view kKey = "\"name\": \"";
  for (std::size_t at = file.find(kKey); at != file.npos; at = file.find(kKey, at)) {
    at += kKey.size();
    const std::string_view name = file.substr(at, file.find('"', at) - at);
    if (name.find('\\') == name.npos) list.emplace_back(name.substr(0, name.find(',')));
  }
}
void add_states(NameLists& lists, std::string_view file) {
  add_json_names(lists["iso-state"], file);
}
void add_regions(NameLists& lists, std::string_view file) {
  add_json_names(lists["iso-region"], file);
}

// The untranslated strings of a catalogue of GNU gettext.
void add_catalogue(NameLists& lists, std::string_view file) {
  const auto count = read_at<std::uint32_t>(file, 8), table = read_at<std::uint32_t>(file, 12);
  for (std::size_t i = 0; i < count && table + 8 * i < file.size(); ++i) {
    const auto size = read_at<std::uint32_t>(file, table + 8 * i),
               offset = read_at<std::uint32_t>(file, table + 8 * i + 4);
    if (offset < file.size()) lists["geonames"].emplace_back(file.substr(offset, size));
  }
}

struct ListFile {
  std::string_view name;
  void (*add)(NameLists& lists, std::string_view file);
};
constexpr ListFile kFiles[] = {
    {"known_names.txt", add_known},   {"countries.txt", add_countries},
    {"data.noun", add_wordnet},       {"zone1970.tab", add_time_zones},
    {"iso_3166-1.json", add_states},  {"iso_3166-3.json", add_states},
    {"iso_3166-2.json", add_regions}, {"geonames.mo", add_catalogue},
};

const ListFile* file_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto at =
      std::find_if(std::begin(kFiles), std::end(kFiles), [&](auto& f) { return f.name == name; });
  return at == std::end(kFiles) ? nullptr : at;
}

}  // namespace

bool has_name_lists(std::string_view path) { return file_of(path) != nullptr; }

Result<int> read_name_lists(const std::string& path, NameLists& lists) {
  std::ifstream in(path, std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(in), {}};
  const ListFile* const kind = file_of(path);
  if (!in || file.empty() || kind == nullptr) return Error{"cannot read '" + path + "'", {}};
  kind->add(lists, file);
  return 0;
}

namespace {

struct Kind {
  std::string_view list;
  std::uint8_t whole;
  bool parts;  // its words are worth knowing too
};
constexpr Kind kKinds[] = {
    {"known-person", kKnownPerson, true}, {"media", kKnownGroup, true},
    {"organization", kKnownGroup, true},  {"organization-instance", kKnownGroup, true},
    {"company", kKnownGroup, true},       {"school", kKnownGroup, true},
    {"team", kKnownGroup, true},          {"place", kKnownPlace, true},
    {"city", kKnownPlace, false},         {"state", kKnownPlace, false},
    {"capital", kKnownPlace, false},      {"time-zone", kKnownPlace, false},
    {"iso-state", kKnownPlace, false},    {"iso-region", kTown, false},
    {"geonames", kTown, false},           {"surname", kSurname, false},
    {"given-name", kGivenName, false},    {"nationality", kKnownOther, false},
    {"people", kKnownOther, false},       {"other", kKnownOther, false},
};

// As tokens: "Sotheby's" is two, and so is "Paris, Texas".
std::string spaced(std::string_view name) {
  std::string words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool genitive =
        name.substr(i).starts_with("'s") && (i + 2 == name.size() || name[i + 2] == ' ');
    if (genitive || name[i] == ',') words += ' ';
    words += name[i];
  }
  return words;
}

void add_name(std::map<std::uint64_t, std::uint8_t>& names, std::string_view name,
              const Kind& kind) {
  std::uint64_t whole = kNameHashSeed;
  const std::string text = spaced(name);
  const auto parts = split(text, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::uint64_t word = word_form(parts[i]).lower;
    whole = hash_with(whole, word);
    if (!kind.parts || parts.size() < 2) continue;
    const std::uint8_t part = kind.whole != kKnownPerson ? kPartOfName
                              : i + 1 == parts.size()    ? kSurname
                                                         : kGivenName;
    names[hash_with(kNameHashSeed, word)] |= part;
  }
  names[whole] |= kind.whole;
}

}  // namespace

std::string known_names_bytes(const NameLists& lists) {
  std::map<std::uint64_t, std::uint8_t> names;
  for (const Kind& kind : kKinds)
    if (const auto list = lists.find(kind.list); list != lists.end())
      for (const std::string& name : list->second) add_name(names, name, kind);
  std::string bytes;
  for (const auto& [name, kinds] : names) {
    append_value(bytes, name);
    append_value(bytes, kinds);
  }
  return bytes;
}

}  // namespace dateline
