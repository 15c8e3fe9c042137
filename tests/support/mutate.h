#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/random.h"

namespace dateline::test {

/// One of the seeds after a few random changes: bytes changed, cut, doubled, moved, or another
/// seed's tail put on. At most twice as long as the longest two seeds.
std::string mutated(Random& random, const std::vector<std::string_view>& seeds);

}  // namespace dateline::test
