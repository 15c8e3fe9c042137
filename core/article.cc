#include "core/article.h"

#include <array>

namespace dateline {
namespace {

constexpr auto kPublishedFrom =
    std::to_array<std::string_view>({"", "metadata", "text", "filename", "user", "inferred"});

}  // namespace

std::string_view Annotation::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes)
    if (key == name) return value;
  return {};
}

std::string_view name_of(PublishedFrom from) {
  return kPublishedFrom[static_cast<std::size_t>(from)];
}

std::optional<PublishedFrom> published_from_named(std::string_view name) {
  for (std::size_t i = 1; i < kPublishedFrom.size(); ++i)
    if (kPublishedFrom[i] == name) return static_cast<PublishedFrom>(i);
  return std::nullopt;
}

}  // namespace dateline
