#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Who wrote a story, and for whom, as a line above it says.
struct Byline {
  std::vector<std::string> authors;  ///< at least one
  std::string affiliation;           ///< "Gulf Sentinel" of "By Dana Whitlock, Gulf Sentinel"
};

/// Reads a line that is nothing but a byline: "By Ann Lee and Bo Ek", "Weekend profile — by Ann
/// Lee". Empty if it is a sentence, or names nobody.
std::optional<Byline> read_byline(std::string_view line);

/// Reads what a field of metadata says of the authors: names with or without "By", parted by commas
/// or "and". Empty if there is no name in it.
std::vector<std::string> read_authors(std::string_view field);

/// Whether a text that stands where names do is none: "Staff", "Read more".
bool is_no_name(std::string_view text);

}  // namespace dateline
