#include "importers/container/bounded_output.h"

namespace dateline {

std::string over_limit(std::size_t packed, std::size_t unpacked) {
  if (unpacked > kMaxUnpackedBytes)
    return "expected at most " + std::to_string(kMaxUnpackedBytes) + " bytes unpacked, found more";
  if (unpacked > kHarmlessBytes && unpacked / kMaxRatio > packed)
    return "expected at most " + std::to_string(kMaxRatio) +
           " bytes for each packed one, found more";
  return {};
}

}  // namespace dateline
