#pragma once

#include <string>
#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/evidence.h"

namespace dateline {

/// Makes the entities of a document's timeline of its chains of mentions.
class EntityMaker {
 public:
  EntityMaker(const EventContext& context, const EvidenceMaker& evidence);

  /// The entity id of a mention, which is used from now on. Empty if the mention is in no chain.
  std::string id_of(MentionId mention);
  /// The same for several; each id once.
  std::vector<std::string> ids_of(const std::vector<MentionId>& mentions);
  /// What is named, used or mentioned more than once, in order of the chains.
  std::vector<Entity> told() const;

 private:
  bool tells_time(const Chain& chain) const;
  TokenRange words_of(const Mention& mention) const;
  Entity entity_from(const Chain& chain, const std::string& id) const;

  const EventContext& context_;
  const Document& document_;
  const EvidenceMaker& evidence_;
  std::vector<std::string> ids_;  // by chain
  std::vector<bool> used_;        // by chain
};

}  // namespace dateline
