#include "importers/container/bounded_output.h"

namespace dateline {

std::string over_ratio(std::uint64_t packed, std::uint64_t unpacked) {
  if (unpacked <= kHarmlessBytes || unpacked / kMaxRatio <= packed) return {};
  return "expected at most " + std::to_string(kMaxRatio) + " bytes for each packed one, found more";
}

}  // namespace dateline
