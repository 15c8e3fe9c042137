#include "importers/events/deadline_events.h"

#include <algorithm>

#include "core/digest.h"
#include "importers/events/conditions.h"
#include "importers/events/deadline_dating.h"
#include "importers/events/title.h"

namespace dateline {

DeadlineMaker::DeadlineMaker(const EventContext& context, const TitleForms& forms,
                             const std::vector<EventCluster>& clusters,
                             const std::vector<std::uint32_t>& cluster_of,
                             const std::vector<When>& dates, const EvidenceMaker& evidence,
                             EntityMaker& entities)
    : context_(context),
      document_(context.document),
      forms_(forms),
      clusters_(clusters),
      cluster_of_(cluster_of),
      dates_(dates),
      evidence_(evidence),
      entities_(entities),
      index_(context.document, context.document.events) {}

Event DeadlineMaker::event_of(const DeadlineMention& deadline, const EventMention& telling,
                              const std::vector<Event>& events) const {
  const EventMention& action = document_.events[deadline.action.index];
  const Event& due = events[cluster_of_[deadline.action.index]];
  Event event;
  event.type = "deadline";
  event.kind = Event::Kind::deadline;
  event.when = date_deadline(context_, deadline, clusters_, dates_);
  event.title = deadline_title(context_, forms_, deadline, telling);
  event.factuality = due.factuality;
  event.deadline = duty_of(deadline, event.when, events);
  event.attribution = due.attribution;
  event.participants = due.participants;
  event.evidence.push_back(evidence_.of(deadline.span, Evidence::Role::time));
  event.evidence.push_back(
      evidence_.of(context_.tree.subtree(action.predicate), Evidence::Role::support));
  event.evidence.push_back(evidence_.of(action.trigger, Evidence::Role::trigger));
  event.importance = std::min(1.0, due.importance.value_or(0.5) + 0.3);
  event.id = content_id(
      "x", evidence_.document_id() + '\n' + std::to_string(event.evidence[0].start) + "\ndeadline");
  return event;
}

Deadline DeadlineMaker::duty_of(const DeadlineMention& deadline, const When& when,
                                const std::vector<Event>& events) const {
  Deadline duty;
  duty.force = deadline.force;
  duty.inclusive = deadline.inclusive;
  duty.bound = entities_.ids_of(deadline.bound);
  duty.set_by = entities_.ids_of(deadline.set_by);
  const Event& due = events[cluster_of_[deadline.action.index]];
  const bool itself = due.type == "deadline";  // the word, not something that is due
  if (!itself) duty.action = due.id;
  if (const EventMentionId condition = condition_of(document_.events[deadline.action.index]))
    duty.condition = events[cluster_of_[condition.index]].id;
  duty.status = status_of(deadline, when);
  return duty;
}

/// Under which another is due: "must pay by May if the court agrees".
EventMentionId DeadlineMaker::condition_of(const EventMention& due) const {
  const TokenId clause = conditional_clause(context_, due.predicate);
  return clause ? index_.at(clause) : EventMentionId{};
}

Deadline::Status DeadlineMaker::status_of(const DeadlineMention& deadline, const When& when) const {
  switch (deadline.outcome) {
    case DeadlineMention::Outcome::moved:
      return Deadline::Status::moved;
    case DeadlineMention::Outcome::missed:
      return Deadline::Status::missed;
    case DeadlineMention::Outcome::met:
      return Deadline::Status::met;
    default:
      break;
  }
  const auto published =
      document_.published ? interval_of(*document_.published).earliest : std::optional<Instant>();
  const bool past =
      published && when.interval.latest && when.interval.latest->seconds <= published->seconds;
  return when.known() && !past ? Deadline::Status::open : Deadline::Status::unknown;
}

}  // namespace dateline
