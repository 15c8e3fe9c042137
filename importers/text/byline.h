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

/// Reads what stands where a byline's names do, without "By": "Ann Lee and Bo Ek, Gulf Sentinel".
std::optional<Byline> read_names(std::string_view line);

/// Whether a line only says that names follow: "By", "Written by:", "About the author".
bool introduces_authors(std::string_view line);

/// What stands behind "By" and the like; empty if the text does not begin so.
std::string_view behind_by(std::string_view text);

/// Reads what a field of metadata says of the authors: names with or without "By", parted by commas
/// or "and". Empty if there is no name in it.
std::vector<std::string> read_authors(std::string_view field);

/// Whether a text that stands where names do is none: "Staff", "Read more".
bool is_no_name(std::string_view text);

}  // namespace dateline
