#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// The sections of a word-list file: a line "[name]" begins one, every other line is an entry, "#"
/// begins a comment, white space around an entry does not count. Entries are lower case unless
/// their file says otherwise.
using WordLists = WordTable<WordSet>;

/// Error.message names the file and the line that is broken, or the section that is missing.
/// Every section that is asked for must be there, and no other.
Result<WordLists> read_word_lists(const DataFiles& files, std::string_view path,
                                  std::initializer_list<std::string_view> sections);

/// The error for an entry that its section cannot use: names the file and the entry's line.
Error broken_entry(const DataFiles& files, std::string_view path, std::string_view entry,
                   std::string_view expected);

}  // namespace dateline
