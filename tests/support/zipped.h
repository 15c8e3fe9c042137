#pragma once

#include <string>
#include <vector>

namespace dateline {

struct ZipEntry {
  std::string name, bytes;
  bool link = false;
  std::string password = {};  ///< empty: not encrypted
};

/// A zip archive of these, deflated.
std::string zipped(const std::vector<ZipEntry>& entries);

}  // namespace dateline
