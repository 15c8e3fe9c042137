#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// Names by the list that they are in ("company", "given-name", "time-zone").
using NameLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A file with "[section]" lines; entries are separated by line ends, or by commas and may then go
/// on over lines.
NameLists read_sections(std::string_view file, bool by_commas);

/// Whether a file of this name has names that read_name_lists can read: known_names.txt,
/// countries.txt, WordNet's data.noun, iso-codes' iso_3166-*.json, tzdata's
/// zone1970.tab, geonames.mo.
bool has_name_lists(std::string_view path);
/// Adds the names of a file. Error: it cannot be read.
Result<int> read_name_lists(const std::string& path, NameLists& lists);

/// All names as a section of the model: a hash of the lower-case words of each, ascending, with
/// what it names (ner.h, NameKnowledge).
std::string known_names_bytes(const NameLists& lists);

}  // namespace dateline
