#pragma once

#include <string>
#include <vector>

#include "importers/events/coreference.h"
#include "importers/events/entity_maker.h"
#include "importers/events/event_index.h"
#include "importers/events/title_forms.h"

namespace dateline {

/// Makes the deadlines of an article events of their own, beside the events that are due.
class DeadlineMaker {
 public:
  /// `dates` are those of `clusters`; `cluster_of` gives the cluster of each event mention. All
  /// must outlive this.
  DeadlineMaker(const EventContext& context, const TitleForms& forms,
                const std::vector<EventCluster>& clusters,
                const std::vector<std::uint32_t>& cluster_of, const std::vector<When>& dates,
                const EvidenceMaker& evidence, EntityMaker& entities);

  /// `events` are those of the clusters, in their order, and `telling` is the mention that tells
  /// the most of what is due.
  Event event_of(const DeadlineMention& deadline, const EventMention& telling,
                 const std::vector<Event>& events) const;

 private:
  Deadline duty_of(const DeadlineMention& deadline, const When& when,
                   const std::vector<Event>& events) const;
  EventMentionId condition_of(const EventMention& due) const;
  Deadline::Status status_of(const DeadlineMention& deadline, const When& when) const;

  const EventContext& context_;
  const Document& document_;
  const TitleForms& forms_;
  const std::vector<EventCluster>& clusters_;
  const std::vector<std::uint32_t>& cluster_of_;
  const std::vector<When>& dates_;
  const EvidenceMaker& evidence_;
  EntityMaker& entities_;
  EventIndex index_;
};

}  // namespace dateline
