#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/token.h"

namespace dateline {

/// The kinds of entity in the timeline schema.
enum class EntityKind : std::uint8_t {
  person,
  organization,
  place,
  group,
  state,
  role,
  work,
  occasion,
  other
};
std::string_view name_of(EntityKind kind);
std::optional<EntityKind> entity_kind_named(std::string_view name);

enum class MentionForm : std::uint8_t {
  name,
  nominal,  ///< a noun for somebody or something that acts: "the official"
  pronoun,
  thing,  ///< any other noun phrase that is spoken of again: "the study", "it"; takes no part
};

/// Words that refer to somebody or something.
struct Mention {
  TokenRange tokens;  ///< the whole phrase with its title: "Russian President Vladimir Putin"
  TokenRange name;    ///< the proper name in it; empty if it has none
  TokenId head;
  MentionForm form = MentionForm::name;
  EntityKind kind = EntityKind::other;
  bool plural = false;
  ChainId chain;  ///< set for every mention once coreference is resolved
};

/// All mentions of one entity in one article.
struct Chain {
  EntityKind kind = EntityKind::other;
  std::string name;  ///< the fullest form: "Vladimir Putin", "senior administration official"
  std::string description;  ///< role or title as the text gives it; may be empty
  std::string country;  ///< ISO 3166-1 alpha-3 of the state that it is or belongs to; may be empty
  bool anonymous = false;           ///< a person or group that the text does not name
  std::vector<MentionId> mentions;  ///< in order of the text, at least one
  std::vector<ChainId> members;     ///< of a group: "the two presidents"
  ChainId affiliation;              ///< whom a person or organisation speaks or stands for
};

}  // namespace dateline
