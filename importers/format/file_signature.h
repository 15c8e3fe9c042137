#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// Bytes at a fixed place that tell a file format which holds no article, as far as we can read.
struct FileSignature {
  std::size_t offset = 0;
  std::string bytes;
  std::string name;  ///< with its article: "a PNG image"
};

/// Reads the format that root/file_signatures.txt explains. `path` is for messages only.
Result<std::vector<FileSignature>> parse_file_signatures(std::string_view text,
                                                         std::string_view path);

/// What `bytes` are by the embedded signatures; empty if none fits.
std::string_view signature_of(std::string_view bytes);

/// Whether `bytes` are of a known format that is no text, or have too many control characters for
/// a text in any character set.
bool looks_binary(std::string_view bytes);

/// Whether `bytes`, in UTF-8, begin with the XML declaration.
bool is_xml(std::string_view bytes);

}  // namespace dateline
