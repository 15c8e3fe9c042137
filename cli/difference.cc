#include "cli/difference.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace dateline {

namespace {

using Key = std::function<std::string(const Event& event)>;

/// What tells the same event again, surest first. An empty key matches nothing.
std::string by_id(const Event& event) { return event.id; }

std::string by_trigger(const Event& event) {
  for (const Evidence& item : event.evidence)
    if (item.role == Evidence::Role::trigger)
      return item.document + ":" + std::to_string(item.start) + "-" + std::to_string(item.end);
  return "";
}

class ByActors {
 public:
  explicit ByActors(const Timeline& timeline) {
    for (const Entity& entity : timeline.entities) names_[entity.id] = entity.name;
  }

  std::string operator()(const Event& event) const {
    std::set<std::string> actors;
    for (const Participant& one : event.participants)
      if (const auto name = names_.find(one.entity); name != names_.end())
        actors.insert(name->second);
    if (actors.empty()) return "";
    std::string key = std::string(name_of(event.kind)) + "\n" + event.type;
    for (const std::string& actor : actors) key += "\n" + actor;
    return key;
  }

 private:
  std::map<std::string, std::string, std::less<>> names_;
};

// Pairs events of two timelines, by one key after the other.
class Pairing {
 public:
  Pairing(const std::vector<Event>& before, const std::vector<Event>& after)
      : before_(before), after_(after), taken_(before.size()), partner_(after.size()) {}

  void pair(const Key& key_before, const Key& key_after) {
    const auto is_free = [this](std::size_t i) { return !taken_[i]; };
    const auto has_none = [this](std::size_t i) { return !partner_[i]; };
    const Keys keys_before = unique_keys(before_, key_before, is_free);
    for (const auto& [key, position] : unique_keys(after_, key_after, has_none)) {
      const auto found = keys_before.find(key);
      if (found == keys_before.end() || !found->second || !position) continue;
      partner_[*position] = found->second;
      taken_[*found->second] = true;
    }
  }

  const Event* partner(std::size_t after) const {
    return partner_[after] ? &before_[*partner_[after]] : nullptr;
  }
  bool is_left_over(std::size_t before) const { return !taken_[before]; }

 private:
  /// A position by key; empty for a key that several events share.
  using Keys = std::map<std::string, std::optional<std::size_t>>;

  static Keys unique_keys(const std::vector<Event>& events, const Key& key_of,
                          const std::function<bool(std::size_t position)>& is_free) {
    Keys keys;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const std::string key = is_free(i) ? key_of(events[i]) : "";
      if (key.empty()) continue;
      const auto [at, is_new] = keys.emplace(key, i);
      if (!is_new) at->second.reset();
    }
    return keys;
  }

  const std::vector<Event>&before_, &after_;
  std::vector<bool> taken_;                          // of before_
  std::vector<std::optional<std::size_t>> partner_;  // of after_, in before_
};

// +1 that it happened or will, -1 that it did not or will not, 0 neither.
int stand(const Factuality& factuality) {
  switch (factuality.value) {
    case FactualityValue::asserted:
    case FactualityValue::scheduled:
      return factuality.negative ? -1 : 1;
    case FactualityValue::denied:
    case FactualityValue::counterfactual:
      return -1;
    default:
      return 0;
  }
}

std::optional<DeadlineMention::Force> force_of(const Event& event) {
  return event.deadline ? std::optional(event.deadline->force) : std::nullopt;
}

void add_changes(const Event& before, const Event& after, std::vector<EventChange>& changes) {
  if (before.when.interval != after.when.interval || before.when.edtf != after.when.edtf)
    changes.push_back({EventChange::Kind::moved, &before, &after});
  if (stand(before.factuality) * stand(after.factuality) < 0) {
    changes.push_back({EventChange::Kind::contradicted, &before, &after});
  } else if (before.factuality.value != after.factuality.value ||
             before.factuality.negative != after.factuality.negative ||
             force_of(before) != force_of(after)) {
    changes.push_back({EventChange::Kind::changed, &before, &after});
  }
}

}  // namespace

std::string_view name_of(EventChange::Kind kind) {
  switch (kind) {
    case EventChange::Kind::added:
      return "added";
    case EventChange::Kind::withdrawn:
      return "withdrawn";
    case EventChange::Kind::moved:
      return "moved";
    case EventChange::Kind::contradicted:
      return "contradicted";
    case EventChange::Kind::changed:
      break;
  }
  return "changed";
}

std::vector<EventChange> changes_between(const Timeline& before, const Timeline& after) {
  Pairing pairing(before.events, after.events);
  pairing.pair(by_id, by_id);
  pairing.pair(by_trigger, by_trigger);
  pairing.pair(ByActors(before), ByActors(after));
  std::vector<EventChange> changes;
  for (std::size_t i = 0; i < after.events.size(); ++i) {
    if (const Event* const partner = pairing.partner(i)) {
      add_changes(*partner, after.events[i], changes);
    } else {
      changes.push_back({EventChange::Kind::added, nullptr, &after.events[i]});
    }
  }
  for (std::size_t i = 0; i < before.events.size(); ++i)
    if (pairing.is_left_over(i))
      changes.push_back({EventChange::Kind::withdrawn, &before.events[i], nullptr});
  return changes;
}

}  // namespace dateline
