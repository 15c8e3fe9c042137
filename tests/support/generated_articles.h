#pragma once

#include <cstdint>
#include <string>

namespace dateline::testing {

/// An article about invented people, for speed and for sameness, not for accuracy: a dateline,
/// then paragraphs with names, times, quotes and deadlines until there are `words` words. The same
/// number gives the same article on every machine. Five articles in a row tell one story.
std::string generated_article(std::uint32_t number, std::size_t words);

}  // namespace dateline::testing
