#include "core/mention.h"

#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 9> kMentionNames = {
    "person", "organization", "place", "group", "state", "role", "work", "occasion", "other"};

}  // namespace

std::string_view name_of(EntityKind kind) { return kMentionNames[static_cast<std::size_t>(kind)]; }

std::optional<EntityKind> entity_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kMentionNames.size(); ++i)
    if (kMentionNames[i] == name) return static_cast<EntityKind>(i);
  return std::nullopt;
}

}  // namespace dateline
