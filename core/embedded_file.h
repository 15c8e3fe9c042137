#pragma once

#include <string_view>

namespace dateline {

/// A file that the build puts into the program; cmake/embed.cmake writes the tables of them.
struct EmbeddedFile {
  std::string_view path;  ///< below the folder that was embedded: "en/words.txt"
  const char* begin;
  const char* end;

  std::string_view bytes() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

}  // namespace dateline
