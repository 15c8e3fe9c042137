#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// What each id is called after things were joined: the smallest id among them. Ids that kept their
/// name are in it too. Only ever asked for one: nothing depends on its order.
using Renaming = std::unordered_map<std::string, std::string>;
const std::string& renamed(const Renaming& names, const std::string& id);

/// Joins entities that are one by the evidence of their names, and records in `names` what they are
/// called now. Two of a kind are joined when they have the same id, when their full names are the
/// same, or when the full name of one is an alias of the other. Full names are those of somebody or
/// something in particular: of a person at least two words, of an organisation, place or state a
/// proper name, of others a proper name of several words; roles and unnamed entities have none.
/// Case, accents and punctuation do not count.
std::vector<Entity> join_entities(std::vector<Entity> all, Renaming& names);

}  // namespace dateline
