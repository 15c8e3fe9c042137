#pragma once

#include <cstdint>
#include <string>

#include "core/result.h"

namespace dateline {

/// Which record of an archive, for messages.
struct RecordPlace {
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t at = 0;      ///< byte of the file; in a packed one, where its member begins

  /// "record 17 at byte 123456: expected ..., found ...".
  Error error(const std::string& message) const {
    return {"record " + std::to_string(number) + " at byte " + std::to_string(at) + ": " + message,
            {}};
  }
};

}  // namespace dateline
