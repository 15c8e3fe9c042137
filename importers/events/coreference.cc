#include "importers/events/coreference.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace dateline {
namespace {

constexpr std::size_t kMaxLookback =
    60;  // earlier events of one type that a mention is held against

using Chains = std::set<ChainId>;

/// What is compared of an event: who does it, who undergoes it, when.
struct Profile {
  Chains agents, patients;
  std::string lemma;
  bool noun = false, definite = false, headline = false;
  bool another = false;          ///< "the last quake", told beside the one of the story
  std::set<std::string> counts;  ///< how many undergo it
  std::optional<Interval> time;
};

bool disjoint(const Chains& a, const Chains& b) {
  return std::ranges::none_of(a, [&](ChainId chain) { return b.contains(chain); });
}

bool contradict(const Chains& a, const Chains& b) {
  return !a.empty() && !b.empty() && disjoint(a, b);
}

bool contradict(const std::optional<Interval>& a, const std::optional<Interval>& b) {
  if (!a || !b) return false;
  const auto ends_before = [](const Interval& x, const Interval& y) {
    return x.latest && y.earliest && x.latest->seconds <= y.earliest->seconds;
  };
  return ends_before(*a, *b) || ends_before(*b, *a);
}

bool is_definite(const EventContext& context, TokenId noun) {
  const TokenId determiner = context.tree.child(noun, Relation::det);
  return determiner && context.lexicon.is_definite(context.lower(determiner));
}

/// "The last quake", or what "the last quake killed".
bool is_another(const EventContext& context, TokenId head) {
  const auto marked = [&](TokenId noun) {
    return std::ranges::any_of(context.tree.children(noun), [&](TokenId child) {
      return context.lexicon.is_another(context.lower(child));
    });
  };
  const TokenId subject = context.tree.child(head, Relation::nsubj);
  return marked(head) || (subject && predicate_row(context, subject) && marked(subject));
}

void count(const EventContext& context, const Mention& mention, std::set<std::string>& counts) {
  for (auto i = mention.tokens.first; i < mention.tokens.last; ++i)
    if (context.at({i}).pos == Pos::num) counts.insert(context.lower({i}));
}

Profile profile_of(const EventContext& context, const EventMention& event) {
  Profile profile;
  for (const Argument& argument : event.arguments) {
    const Mention& mention = context.document.mentions[argument.mention.index];
    const bool acts = argument.role == Role::agent || argument.role == Role::speaker;
    if (!acts) count(context, mention, profile.counts);
    const ChainId chain = mention.chain;
    if (!chain) continue;
    (acts ? profile.agents : profile.patients).insert(chain);
  }
  profile.lemma = context.lemma(event.head);
  profile.noun = context.at(event.head).pos != Pos::verb;
  profile.definite = profile.noun && is_definite(context, event.head);
  profile.another = is_another(context, event.head);
  profile.headline = context.document.sentence_of(event.head).kind == SentenceKind::headline;
  if (event.timex) profile.time = context.document.timexes[event.timex.index].interval;
  return profile;
}

bool equally_certain(const Factuality& a, const Factuality& b) {
  const bool fact_a = a.value == FactualityValue::asserted,
             fact_b = b.value == FactualityValue::asserted;
  return fact_a == fact_b && a.negative == b.negative;
}

/// Union-find over positions of events.
class Clusters {
 public:
  explicit Clusters(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

bool one_saying(const EventMention& a, const EventMention& b, const Profile& x, const Profile& y) {
  return a.event_class == EventClass::reporting && b.event_class == EventClass::reporting &&
         a.type == "statement" && b.type == "statement" && !x.agents.empty() &&
         x.agents == y.agents;
}

/// "An earthquake struck": what struck and the striking are one.
bool is_subject_of(const EventContext& context, const EventMention& noun,
                   const EventMention& verb) {
  const Token& token = context.at(noun.head);
  return token.head == verb.head && token.relation == Relation::nsubj;
}

bool same_happening(const EventMention& a, const EventMention& b, const Profile& x,
                    const Profile& y) {
  if (a.type != b.type || a.is_state || b.is_state) return false;
  if (contradict(x.time, y.time) || x.another != y.another) return false;
  if (!x.counts.empty() && !y.counts.empty() && x.counts != y.counts) return false;
  if (one_saying(a, b, x, y))
    return a.sources.size() == b.sources.size() && a.factuality.negative == b.factuality.negative;
  if (!equally_certain(a.factuality, b.factuality)) return false;
  if (contradict(x.agents, y.agents) || contradict(x.patients, y.patients)) return false;
  const bool shared = !disjoint(x.agents, y.agents) || !disjoint(x.patients, y.patients);
  if (x.headline) return shared || (x.lemma == y.lemma && x.agents.empty());
  if (y.definite) return true;
  if (a.type == "other") return x.lemma == y.lemma && shared && x.time && y.time;
  if (y.noun || x.noun) return shared;
  return x.lemma == y.lemma && shared && !disjoint(x.agents, y.agents) == !x.agents.empty();
}

}  // namespace

std::vector<EventCluster> resolve_events(const EventContext& context) {
  const auto& events = context.document.events;
  std::vector<Profile> profiles;
  for (const EventMention& event : events) profiles.push_back(profile_of(context, event));

  Clusters joined(events.size());
  std::map<std::string_view, std::vector<std::uint32_t>> of_type;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    auto& earlier = of_type[events[i].type];
    const std::size_t reach = std::min(earlier.size(), kMaxLookback);
    for (std::size_t back = 1; back <= reach; ++back) {
      const std::uint32_t j = earlier[earlier.size() - back];
      const bool subject = events[j].type == "disaster" &&
                           equally_certain(events[j].factuality, events[i].factuality) &&
                           is_subject_of(context, events[j], events[i]);
      if (!subject && !same_happening(events[j], events[i], profiles[j], profiles[i])) continue;
      joined.join(j, i);
      break;
    }
    earlier.push_back(i);
  }

  std::vector<EventCluster> clusters;
  std::vector<std::uint32_t> cluster_of(events.size(), Id<int>::kNone);
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const std::uint32_t root = joined.find(i);
    if (cluster_of[root] == Id<int>::kNone) {
      cluster_of[root] = static_cast<std::uint32_t>(clusters.size());
      clusters.emplace_back();
    }
    clusters[cluster_of[root]].mentions.push_back({i});
  }
  return clusters;
}

}  // namespace dateline
