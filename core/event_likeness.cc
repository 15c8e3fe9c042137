#include "core/event_likeness.h"

#include <algorithm>
#include <cstdlib>

#include "core/name_key.h"

namespace dateline {
namespace {

// How like titles must be. Found by hand on made-up pairs of reports; to be tuned on real ones.
constexpr double kLikeTitles = 0.3;       // where the trigger is the same too
constexpr double kSameTitles = 0.7;       // without
constexpr double kVagueLikeTitles = 0.5;  // the same for events without a type of their own
constexpr double kVagueSameTitles = 0.8;
constexpr double kSureTitles = 0.75;   // to call two accounts contradictory
constexpr std::size_t kLeastWord = 4;  // bytes; shorter words are mostly grammar
constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::int64_t kClockChange = 60 * 60;  // the longest day has an hour more

using ActorNames = std::vector<std::string>;

void sort_names(ActorNames& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

bool share(const ActorNames& a, const ActorNames& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
    return std::binary_search(b.begin(), b.end(), name);
  });
}
/// Whether both are known and have nothing in common.
bool exclude(const ActorNames& a, const ActorNames& b) {
  return !a.empty() && !b.empty() && !share(a, b);
}

bool is_agent(Role role) {
  return role == Role::agent || role == Role::speaker || role == Role::attendee;
}
bool is_patient(Role role) {
  return role != Role::other && role != Role::instrument && !is_agent(role);
}

void add_words(std::string_view text, ActorNames& words) {
  const std::string key = name_key(text);
  for (const std::string_view word : words_of_key(key))
    if (word.size() >= kLeastWord || (word[0] >= '0' && word[0] <= '9')) words.emplace_back(word);
}

std::int64_t day_number(std::int64_t seconds) {
  return (seconds >= 0 ? seconds : seconds - kDay + 1) / kDay;
}

/// On the local clock, which is the one that papers tell days by.
std::optional<std::int64_t> day_of_event(const When& when) {
  const auto& [earliest, latest] = when.interval;
  const bool one_moment = when.shape == When::Shape::within || when.shape == When::Shape::instant ||
                          when.shape == When::Shape::interval;
  if (!one_moment || !earliest || !latest || when.uncertain || when.approximate) return {};
  if (latest->seconds - earliest->seconds > kDay + kClockChange) return {};
  return day_number(earliest->seconds);
}

std::optional<std::int64_t> day_of_deadline(const When& when) {
  if (!when.interval.latest || when.uncertain || when.approximate) return {};
  return day_number(when.interval.latest->seconds - 1);
}

/// On one clock if both tell theirs, else on the local one.
bool overlap(const Interval& a, const Interval& b) {
  const bool told = a.earliest->utc_offset && b.earliest->utc_offset;
  const auto at = [told](const Instant& instant) {
    return told ? utc_seconds(instant) : instant.seconds;
  };
  return at(*a.earliest) < std::max(at(*b.latest), at(*b.earliest) + 1) &&
         at(*b.earliest) < std::max(at(*a.latest), at(*a.earliest) + 1);
}

/// What must be alike in what two accounts commit to: things that happened or may, things that
/// would if something else did, things that did not, and things denied are four worlds.
enum class World : std::uint8_t { positive, conditional, negative, denied };
World world_of(const Factuality& factuality) {
  if (factuality.value == FactualityValue::denied) return World::denied;
  if (factuality.negative) return World::negative;
  const bool conditional = factuality.value == FactualityValue::conditional ||
                           factuality.value == FactualityValue::counterfactual;
  return conditional ? World::conditional : World::positive;
}

bool is_exact(const Quantity& quantity) {
  return quantity.value && quantity.qualifier == Quantity::Qualifier::exact;
}

bool of_one_thing(const Quantity& a, const Quantity& b) {
  return a.unit == b.unit && name_key(a.of) == name_key(b.of);
}

/// Whether an account gives a figure for the same thing, and none with the same value. One that
/// first tells of 12 dead and later of 13 does not contradict who says 13.
bool gives_another(const Event& event, const Quantity& figure) {
  bool other = false;
  for (const Quantity& own : event.quantities) {
    if (!is_exact(own) || !of_one_thing(own, figure)) continue;
    if (*own.value == *figure.value) return false;
    other = true;
  }
  return other;
}

bool figures_differ(const Event& a, const Event& b) {
  const auto differs = [](const Event& from, const Event& to) {
    return std::ranges::any_of(from.quantities, [&](const Quantity& figure) {
      return is_exact(figure) && gives_another(to, figure);
    });
  };
  return differs(a, b) && differs(b, a);
}

/// How much of their titles two accounts share, in [0,1]: Dice's coefficient over words.
double title_overlap(const Account& a, const Account& b) {
  const ActorNames *words = &a.title_words, *others = &b.title_words;
  if (*others < *words) std::swap(words, others);  // the answer must not depend on who comes first
  if (words->empty() || others->empty()) return 0;
  std::vector<bool> taken(others->size());
  std::size_t common = 0;
  for (const std::string& word : *words)
    for (std::size_t i = 0; i < others->size(); ++i) {
      if (taken[i] || !similar_words(word, (*others)[i])) continue;
      taken[i] = true;
      ++common;
      break;
    }
  return 2.0 * static_cast<double>(common) / static_cast<double>(words->size() + others->size());
}

bool same_trigger(const Account& a, const Account& b) {
  for (const std::string& word : a.trigger_words)
    for (const std::string& other : b.trigger_words)
      if (similar_words(word, other)) return true;
  return false;
}

bool like_words(const Account& a, const Account& b) {
  const double overlap = title_overlap(a, b);
  if (a.event->kind == Event::Kind::statement) return overlap >= kSameTitles;
  const bool vague = a.event->type == "other";
  if (overlap >= (vague ? kVagueSameTitles : kSameTitles)) return true;
  return same_trigger(a, b) && overlap >= (vague ? kVagueLikeTitles : kLikeTitles);
}

bool same_day(const Account& a, const Account& b) {
  return a.day && a.day == b.day &&
         (a.event->deadline || overlap(a.event->when.interval, b.event->when.interval));
}

/// All that must hold besides day, words, figures and world.
bool may_be_one(const Account& a, const Account& b) {
  return a.event->kind == b.event->kind && a.event->type == b.event->type &&
         a.event->deadline.has_value() == b.event->deadline.has_value() &&
         !share(a.documents, b.documents) &&
         (share(a.agents, b.agents) || share(a.patients, b.patients)) &&
         !exclude(a.agents, b.agents) && !exclude(a.patients, b.patients) &&
         !exclude(a.places, b.places);
}

/// One body set both, in like words: it hardly sets two such deadlines for one day.
bool set_alike(const Account& a, const Account& b) {
  return a.event->deadline->force == b.event->deadline->force && !share(a.documents, b.documents) &&
         share(a.setters, b.setters) && title_overlap(a, b) >= kVagueLikeTitles;
}

bool is_asserted(const Factuality& factuality) {
  return factuality.value == FactualityValue::asserted && !factuality.negative;
}
bool is_refused(const Factuality& factuality) {
  return factuality.value == FactualityValue::denied ||
         (factuality.value == FactualityValue::asserted && factuality.negative);
}

/// Days that differ by little, between the same actors: else two events may just be alike.
bool days_contradict(const Account& a, const Account& b) {
  return *a.day != *b.day && std::abs(*a.day - *b.day) <= kMaxDayMistake && !a.agents.empty() &&
         a.agents == b.agents && !a.patients.empty() && a.patients == b.patients &&
         is_asserted(a.event->factuality) && is_asserted(b.event->factuality);
}

}  // namespace

Account::Account(const Event& told) : event(&told) {
  day = told.deadline ? day_of_deadline(told.when) : day_of_event(told.when);
  if (!day) return;
  for (const Participant& participant : told.participants) {
    if (is_agent(participant.role)) agents.push_back(participant.entity);
    if (is_patient(participant.role)) patients.push_back(participant.entity);
  }
  for (const EventPlace& place : told.places)
    if (place.role == PlaceRole::at) places.push_back(place.entity);
  for (const Evidence& evidence : told.evidence) {
    documents.push_back(evidence.document);
    if (evidence.role == Evidence::Role::trigger) add_words(evidence.quote, trigger_words);
  }
  if (told.deadline) setters = told.deadline->set_by;
  add_words(told.title, title_words);
  for (ActorNames* names :
       {&agents, &patients, &places, &setters, &documents, &title_words, &trigger_words})
    sort_names(*names);
}

bool same_event(const Account& a, const Account& b) {
  return may_be_one(a, b) && same_day(a, b) &&
         world_of(a.event->factuality) == world_of(b.event->factuality) && like_words(a, b) &&
         !figures_differ(*a.event, *b.event);
}

bool same_action(const Account& a, const Account& b) {
  const Deadline &one = *a.event->deadline, &other = *b.event->deadline;
  if (one.force != other.force || share(a.documents, b.documents)) return false;
  if (!one.action.empty() && one.action == other.action) return true;
  return may_be_one(a, b) && title_overlap(a, b) >= kSameTitles;
}

bool same_deadline(const Account& a, const Account& b) {
  return (same_action(a, b) || set_alike(a, b)) && same_day(a, b) &&
         world_of(a.event->factuality) == world_of(b.event->factuality);
}

std::string_view contradiction(const Account& a, const Account& b) {
  if (!may_be_one(a, b) || !a.day || !b.day || a.event->kind == Event::Kind::statement) return {};
  if (!same_trigger(a, b) || title_overlap(a, b) < kSureTitles) return {};
  if (!same_day(a, b)) return days_contradict(a, b) ? "when" : "";
  const Factuality &one = a.event->factuality, &other = b.event->factuality;
  if ((is_asserted(one) && is_refused(other)) || (is_asserted(other) && is_refused(one)))
    return "factuality";
  if (world_of(one) == world_of(other) && figures_differ(*a.event, *b.event)) return "quantities";
  return {};
}

AccountBuckets buckets_of(const std::vector<Account>& accounts, bool deadlines) {
  AccountBuckets buckets;
  for (std::uint32_t i = 0; i < accounts.size(); ++i) {
    const Account& account = accounts[i];
    if (account.event->deadline.has_value() != deadlines || !account.day) continue;
    ActorNames names = account.agents;
    names.insert(names.end(), account.patients.begin(), account.patients.end());
    if (deadlines) {
      names.push_back(account.event->deadline->action);
      names.insert(names.end(), account.setters.begin(), account.setters.end());
    }
    sort_names(names);
    for (const std::string& name : names)
      buckets[{account.event->kind, account.event->type, *account.day, name}].push_back(i);
  }
  return buckets;
}

}  // namespace dateline
