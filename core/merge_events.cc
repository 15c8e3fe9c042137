#include "core/merge_events.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "core/content_order.h"
#include "core/copied_accounts.h"
#include "core/disjoint_sets.h"
#include "core/event_likeness.h"

namespace dateline {
namespace {

void rename(std::vector<std::string>& ids, const Renaming& renaming) {
  for (std::string& id : ids) id = renamed(renaming, id);
  keep_one_of_each(ids);
}

void take_label(Participant& to, const Participant& from) {
  to.label = std::max(to.label, from.label);
}
void take_label(EventPlace&, const EventPlace&) {}

/// Participants or places: one of each entity and role, with the highest confidence; sorted.
template <typename Actor>
void join_actors(std::vector<Actor>& actors) {
  keep_one_of_each(actors);
  std::vector<Actor> joint;
  for (const Actor& actor : actors) {
    const bool repeats =
        !joint.empty() && joint.back().role == actor.role && joint.back().entity == actor.entity;
    if (!repeats) joint.push_back(actor);
    take_label(joint.back(), actor);
    joint.back().confidence = std::max(joint.back().confidence, actor.confidence);
  }
  actors = std::move(joint);
}

/// Figures that say the same become one, with the evidence of all.
void join_quantities(std::vector<Quantity>& all) {
  std::vector<Quantity> joint;
  for (Quantity& one : all) {
    const auto same = std::find_if(joint.begin(), joint.end(), [&](Quantity other) {
      other.evidence = one.evidence;
      return other == one;
    });
    if (same == joint.end()) {
      joint.push_back(std::move(one));
    } else {
      append(same->evidence, one.evidence);
    }
  }
  for (Quantity& one : joint) keep_one_of_each(one.evidence);
  std::sort(joint.begin(), joint.end(), ContentLess());
  all = std::move(joint);
}

void rename(std::vector<SourceClaim>& claims, const Names& names) {
  for (SourceClaim& claim : claims) {
    claim.source = renamed(names.entities, claim.source);
    claim.event = renamed(names.events, claim.event);
  }
}

void rename(Deadline& deadline, const Names& names) {
  rename(deadline.bound, names.entities);
  rename(deadline.set_by, names.entities);
  deadline.action = renamed(names.events, deadline.action);
  deadline.condition = renamed(names.events, deadline.condition);
}

/// What points at other events.
void rename_events(Event& event, const Names& names) {
  rename(event.attribution, names);
  if (event.deadline) rename(*event.deadline, names);
  if (!event.when.expression) return;
  When::Anchor& anchor = event.when.expression->anchor;
  if (anchor.kind == Timex::Anchor::event) anchor.ref = renamed(names.events, anchor.ref);
}

/// The one form of an account: names as they are now, lists sorted and without repetition.
void normalize(Event& event, const Names& names) {
  for (Participant& one : event.participants) one.entity = renamed(names.entities, one.entity);
  for (EventPlace& one : event.places) one.entity = renamed(names.entities, one.entity);
  join_actors(event.participants);
  join_actors(event.places);
  join_quantities(event.quantities);
  keep_one_of_each(event.evidence);
  keep_one_of_each(event.tags);
  keep_one_of_each(event.links);
  std::sort(event.confidence_parts.begin(), event.confidence_parts.end());
  rename_events(event, names);
}

/// Events on their way to joints: first those that are no deadlines, whose names the deadlines then
/// use for their actions.
class EventJoining {
 public:
  EventJoining(std::vector<Event> all, const Publications& publications, Names& names)
      : published_(publications.times), names_(names), sets_(0) {
    atoms_.reserve(all.size());
    read_as_.reserve(all.size());
    for (Event& event : all) add(std::move(event));
    sets_ = DisjointSets(atoms_.size());
    echoes_ = join_copied_accounts(atoms_, publications.copied, sets_);
  }

  std::vector<Event> join();

 private:
  void add(Event event);
  void add_atom(Event event, const std::string& read_as);
  void join_by_id();
  bool join_like(bool deadlines);
  void name();
  Event joint(const std::vector<std::uint32_t>& set);
  Event joint_of(std::vector<Event> parts, const std::string& id) const;

  const PublishedTimes& published_;
  Names& names_;
  std::vector<Event> atoms_;
  std::vector<std::string> read_as_;  // of each atom: the id of the event that it was part of
  DisjointSets sets_;
  std::set<std::string> echoes_;  // ids of atoms that only repeat an earlier one
};

/// Parts that the event is not among are not ours: then it counts as it is.
void EventJoining::add(Event event) {
  const std::string id = event.id;
  std::vector<Event> parts = std::move(event.parts);
  const bool ours =
      std::any_of(parts.begin(), parts.end(), [&](const Event& part) { return part.id == id; });
  if (!ours) return add_atom(std::move(event), id);
  for (Event& part : parts) add_atom(std::move(part), id);
}

void EventJoining::add_atom(Event event, const std::string& read_as) {
  event.parts.clear();
  normalize(event, names_);
  atoms_.push_back(std::move(event));
  read_as_.push_back(read_as);
}

void EventJoining::join_by_id() {
  std::map<std::string, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < atoms_.size(); ++i) {
    sets_.join(i, by_id.emplace(atoms_[i].id, i).first->second);
    sets_.join(i, by_id.emplace(read_as_[i], i).first->second);
  }
}

/// Whether anything was joined.
bool EventJoining::join_like(bool deadlines) {
  bool any = false;
  std::vector<Account> accounts;
  std::vector<std::uint32_t> atom_of;  // by account
  for (std::uint32_t i = 0; i < atoms_.size(); ++i) {
    if (atoms_[i].deadline.has_value() != deadlines) continue;
    accounts.emplace_back(atoms_[i]);
    atom_of.push_back(i);
  }
  const auto same = deadlines ? same_deadline : same_event;
  for (const auto& [key, bucket] : buckets_of(accounts, deadlines))
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (std::size_t j = i + 1; j < bucket.size(); ++j) {
        const std::uint32_t a = atom_of[bucket[i]], b = atom_of[bucket[j]];
        if (sets_.find(a) == sets_.find(b)) continue;
        if (!same(accounts[bucket[i]], accounts[bucket[j]])) continue;
        sets_.join(a, b);
        any = true;
      }
  return any;
}

/// Names each set by its smallest id and renames what points at events.
void EventJoining::name() {
  names_.events.reserve(atoms_.size());
  for (const auto& set : sets_.sets()) {
    std::string smallest = atoms_[set[0]].id;
    for (const std::uint32_t atom : set) smallest = std::min(smallest, atoms_[atom].id);
    for (const std::uint32_t atom : set) names_.events[atoms_[atom].id] = smallest;
  }
  for (Event& atom : atoms_) rename_events(atom, names_);
}

std::vector<Event> EventJoining::join() {
  join_by_id();
  join_like(false);
  name();
  while (join_like(true)) name();  // an action may be a deadline itself
  const auto sets = sets_.sets();
  std::vector<Event> joints;
  joints.reserve(sets.size());
  for (const auto& set : sets) joints.push_back(joint(set));
  return joints;
}

/// Takes the set's atoms away.
Event EventJoining::joint(const std::vector<std::uint32_t>& set) {
  if (set.size() == 1) return std::move(atoms_[set[0]]);
  std::vector<Event> parts;
  for (const std::uint32_t atom : set) parts.push_back(std::move(atoms_[atom]));
  keep_one_of_each(parts);
  if (parts.size() == 1) return std::move(parts[0]);
  const std::string id = renamed(names_.events, parts[0].id);
  return joint_of(std::move(parts), id);
}

/// Later documents know more; of one time, what is asserted, then what is surer and better told.
bool tells_better(const Event& a, const Event& b, const PublishedTimes& published) {
  const auto rank = [&](const Event& event) {
    return std::make_tuple(told_at(event, published), -static_cast<int>(event.factuality.value),
                           event.confidence.value_or(0), event.evidence.size());
  };
  const auto left = rank(a), right = rank(b);
  return left != right ? left > right : content_order(a, b) < 0;
}

/// How closely its time is known, in seconds.
std::int64_t width_of(const When& when) {
  const auto& [earliest, latest] = when.interval;
  if (!earliest || !latest) return std::numeric_limits<std::int64_t>::max();
  return latest->seconds - earliest->seconds;
}

void join_deadlines(Deadline& joint, const std::vector<Event>& parts) {
  for (const Event& part : parts) {
    if (!part.deadline) continue;
    append(joint.bound, part.deadline->bound);
    append(joint.set_by, part.deadline->set_by);
    if (joint.action.empty()) joint.action = part.deadline->action;
    if (joint.condition.empty()) joint.condition = part.deadline->condition;
    const Deadline::Status told = part.deadline->status;
    const bool still_open = joint.status == Deadline::Status::open;
    if (joint.status == Deadline::Status::unknown ||
        (still_open && told != Deadline::Status::unknown))
      joint.status = told;
  }
  keep_one_of_each(joint.bound);
  keep_one_of_each(joint.set_by);
}

/// What the best account says, with the actors, figures and evidence of all and the closest time.
Event EventJoining::joint_of(std::vector<Event> parts, const std::string& id) const {
  std::sort(parts.begin(), parts.end(), [&](const Event& a, const Event& b) {
    const bool a_repeats = echoes_.contains(a.id), b_repeats = echoes_.contains(b.id);
    return a_repeats != b_repeats ? b_repeats : tells_better(a, b, published_);
  });
  Event joint = parts[0];
  joint.id = id;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Event& part = parts[i];
    append(joint.evidence, part.evidence);
    if (echoes_.contains(part.id)) continue;
    if (width_of(part.when) < width_of(joint.when)) joint.when = part.when;
    if (joint.summary.empty()) joint.summary = part.summary;
    append(joint.participants, part.participants);
    append(joint.places, part.places);
    append(joint.tags, part.tags);
    append(joint.links, part.links);
    append(joint.quantities, part.quantities);
    joint.confidence = std::max(joint.confidence, part.confidence);
    joint.importance = std::max(joint.importance, part.importance);
  }
  if (joint.deadline) join_deadlines(*joint.deadline, parts);
  normalize(joint, names_);
  std::sort(parts.begin(), parts.end(), ContentLess());
  joint.parts = std::move(parts);
  return joint;
}

}  // namespace

std::int64_t told_at(const Event& event, const PublishedTimes& published) {
  std::int64_t latest = kNeverPublished;
  for (const Evidence& evidence : event.evidence)
    if (const auto found = published.find(evidence.document); found != published.end())
      latest = std::max(latest, found->second);
  return latest;
}

std::vector<Event> join_events(std::vector<Event> all, const Publications& publications,
                               Names& names) {
  return EventJoining(std::move(all), publications, names).join();
}

}  // namespace dateline
