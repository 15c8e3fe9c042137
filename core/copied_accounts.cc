#include "core/copied_accounts.h"

#include <algorithm>
#include <tuple>

namespace dateline {
namespace {

/// "She said" may stand in an article many times: in a shorter sentence it must stand in the same
/// place. Code points.
constexpr std::uint32_t kTellingSentence = 60;

/// One trigger in a document that has copies.
struct CopiedTrigger {
  std::string words;    // what it is compared by: the documents, the event's kind, all its words
  std::size_t rank;     // of the document among its copies
  std::uint32_t event;  // position

  auto operator<=>(const CopiedTrigger&) const = default;
};

/// By where it stands in its sentence and how long that is, or else in the document.
std::string words_of(const Event& event, const Evidence& trigger, const std::string& first) {
  std::string words = first + '\n' + std::string(name_of(event.kind)) + '\n' + event.type + '\n' +
                      trigger.quote + '\n';
  const auto [begin, end] = trigger.sentence.value_or(std::pair{0u, 0u});
  if (end < begin + kTellingSentence || trigger.start < begin)
    return words + std::to_string(trigger.start);
  return words + std::to_string(trigger.start - begin) + '/' + std::to_string(end - begin);
}

/// Sorted: those with the same words are neighbours, first publications first.
std::vector<CopiedTrigger> copied_triggers(const std::vector<Event>& events,
                                           const CopiedDocuments& copied) {
  std::vector<CopiedTrigger> triggers;
  if (copied.empty()) return triggers;
  for (std::uint32_t i = 0; i < events.size(); ++i)
    for (const Evidence& evidence : events[i].evidence) {
      if (evidence.role != Evidence::Role::trigger) continue;
      const auto copy = copied.find(evidence.document);
      if (copy == copied.end()) continue;
      triggers.push_back({words_of(events[i], evidence, copy->second.first), copy->second.rank, i});
    }
  std::sort(triggers.begin(), triggers.end());
  return triggers;
}

}  // namespace

std::set<std::string> join_copied_accounts(const std::vector<Event>& events,
                                           const CopiedDocuments& copied, DisjointSets& sets) {
  std::set<std::string> repeating, telling;
  const CopiedTrigger* first = nullptr;
  const auto triggers = copied_triggers(events, copied);
  for (const CopiedTrigger& trigger : triggers) {
    if (first == nullptr || first->words != trigger.words) first = &trigger;
    sets.join(first->event, trigger.event);
    (first->rank == trigger.rank ? telling : repeating).insert(events[trigger.event].id);
  }
  for (const std::string& id : telling) repeating.erase(id);
  return repeating;
}

}  // namespace dateline
