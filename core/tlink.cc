#include "core/tlink.h"

#include <array>

#include "core/enum_names.h"

namespace dateline {
namespace {

constexpr auto kTemporalRelationNames = std::to_array<std::string_view>(
    {"BEFORE", "AFTER", "INCLUDES", "IS_INCLUDED", "SIMULTANEOUS", "VAGUE"});

}  // namespace

std::string_view name_of(TemporalRelation relation) {
  return kTemporalRelationNames[static_cast<std::size_t>(relation)];
}

std::optional<TemporalRelation> temporal_relation_named(std::string_view name) {
  return value_named<TemporalRelation>(kTemporalRelationNames, name);
}

}  // namespace dateline
