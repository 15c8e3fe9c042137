#include "importers/events/summary.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/digest.h"
#include "core/event_summary.h"
#include "core/ordering.h"
#include "core/when.h"
#include "importers/events/confidence.h"
#include "importers/events/coreference.h"
#include "importers/events/dating.h"
#include "importers/events/deadline_dating.h"
#include "importers/events/deadline_events.h"
#include "importers/events/entity_maker.h"
#include "importers/events/event_mentions.h"
#include "importers/events/evidence.h"
#include "importers/events/figures.h"
#include "importers/events/hung_times.h"
#include "importers/events/salience.h"
#include "importers/events/source_document.h"
#include "importers/events/title.h"

namespace dateline {
namespace {

constexpr std::string_view kPloverTag = "plover:";
constexpr std::string_view kEndMod = "END";    // of TIMEX3
constexpr std::size_t kMaxTriggersShown = 40;  // evidence of one event, or of one of its figures

std::string id_of_document(const Article& article) {
  return content_id("d",
                    article.url + '\n' + article.title + '\n' + std::string(article.text.view()));
}

class Summarizer {
 public:
  Summarizer(const EventContext& context, const TitleForms& forms, const TimemlWords& timeml)
      : context_(context),
        document_(context.document),
        forms_(forms),
        timeml_(timeml),
        reader_(context),
        evidence_(context.document, id_of_document(context.document.article)),
        entities_(context, evidence_),
        clusters_(resolve_events(context)),
        dates_(date_events(context, clusters_)),
        cluster_of_(context.document.events.size()),
        deadline_maker_(context, forms, clusters_, cluster_of_, dates_, evidence_, entities_) {
    for (std::uint32_t i = 0; i < clusters_.size(); ++i)
      for (const EventMentionId mention : clusters_[i].mentions) cluster_of_[mention.index] = i;
    for (const DeadlineMention& deadline : document_.deadlines) date_end(deadline);
  }

  Timeline summarize() {
    Timeline timeline;
    timeline.title = document_.article.title;
    timeline.language = document_.article.language;
    timeline.documents.push_back(
        source_document(document_, hung_timexes(context_, cluster_of_, dates_), evidence_));
    timeline.documents[0].event_mentions =
        find_event_mentions(context_, timeml_, clusters_, dates_, evidence_);
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) events_.push_back(event_of(i));
    add_figures();
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) attribute(i);
    for (const bool headline : {false, true})
      for (const DeadlineMention& deadline : document_.deadlines)
        if (stands_in_headline(deadline) == headline) add_deadline(deadline, headline);
    add_reports();
    timeline.entities = entities_.told();
    drop_deadline_words();
    timeline.events = std::move(events_);
    timeline.links = std::move(links_);
    summarize_events(timeline);
    sort_canonically(timeline);
    return timeline;
  }

 private:
  // --- events

  /// The mention that tells the most: a verb in the story, with actors and a time.
  const EventMention& best_of(const EventCluster& cluster) const {
    const auto telling = [&](EventMentionId id) {
      const EventMention& event = document_.events[id.index];
      const bool headline = document_.sentence_of(event.head).kind == SentenceKind::headline;
      return static_cast<int>(event.arguments.size() + event.places.size()) +
             (event.timex ? 2 : 0) + (context_.at(event.predicate).pos == Pos::verb ? 3 : 0) -
             (headline ? 2 : 0);
    };
    return document_.events[std::ranges::max(cluster.mentions, {}, telling).index];
  }

  Event event_of(std::uint32_t cluster_index) {
    const EventCluster& cluster = clusters_[cluster_index];
    const EventMention& best = best_of(cluster);
    Event event;
    event.type = best.type;
    event.kind = best.is_statement ? Event::Kind::statement
                 : best.is_state   ? Event::Kind::state
                                   : Event::Kind::event;
    event.when = dates_[cluster_index];
    event.factuality = factuality_of(best, event.when);
    EventMention titled = best;
    titled.factuality = event.factuality;
    event.title = title_of(context_, forms_, titled);
    for (const EventMentionId mention : cluster.mentions) {
      add_actors(document_.events[mention.index], event);
      if (event.evidence.size() < kMaxTriggersShown) add_evidence(mention, event);
    }
    const StoryTraits traits = traits_of(context_, reader_, cluster);
    event.importance = importance_of(context_.lexicon.story(), traits);
    rate_confidence(context_.lexicon.confidence(), traits, document_.published, event);
    tag(best, event);
    const Evidence& first = event.evidence.front();
    event.id = content_id(
        "e", evidence_.document_id() + '\n' + std::to_string(first.start) + '\n' + event.type);
    return event;
  }

  void tag(const EventMention& mention, Event& event) const {
    const std::string_view code = context_.lexicon.plover().code(
        mention.type, context_.lemma(mention.head), event.factuality);
    if (!code.empty()) event.tags.push_back(std::string(kPloverTag) + std::string(code));
  }

  /// What is told without reserve but lies ahead of publication is due, not done.
  Factuality factuality_of(const EventMention& event, const When& when) const {
    Factuality factuality = event.factuality;
    if (factuality.value != FactualityValue::asserted || !document_.published) return factuality;
    const Interval published = interval_of(*document_.published);
    if (when.interval.earliest && published.latest && event.tense != Tense::past &&
        when.interval.earliest->seconds >= published.latest->seconds)
      factuality.value = FactualityValue::scheduled;
    return factuality;
  }

  void add_actors(const EventMention& mention, Event& event) {
    for (const Argument& argument : mention.arguments) {
      const std::string entity = entities_.id_of(argument.mention);
      const bool known = std::ranges::any_of(
          event.participants, [&](const Participant& p) { return p.entity == entity; });
      if (!entity.empty() && !known) event.participants.push_back({entity, argument.role, {}, {}});
    }
    for (const PlaceArgument& place : mention.places) {
      const std::string entity = entities_.id_of(place.mention);
      const bool known = std::ranges::any_of(
          event.places, [&](const EventPlace& p) { return p.entity == entity; });
      if (!entity.empty() && !known) event.places.push_back({entity, place.role, {}});
    }
  }

  void add_evidence(EventMentionId id, Event& event) {
    const EventMention& mention = document_.events[id.index];
    event.evidence.push_back(evidence_.of(mention.trigger, Evidence::Role::trigger));
    const TokenRange clause = context_.tree.subtree(mention.predicate);
    if (id == clusters_[cluster_of_[id.index]].mentions.front())
      event.evidence.push_back(evidence_.of(clause, Evidence::Role::support));
    if (mention.timex)
      event.evidence.push_back(
          evidence_.of(document_.timexes[mention.timex.index].span, Evidence::Role::time));
  }

  void add_figures() {
    for (const Figure& figure : find_figures(context_)) {
      std::vector<Quantity>& told = events_[cluster_of_[figure.event.index]].quantities;
      Evidence words = evidence_.of(figure.words, Evidence::Role::support);
      const auto same = std::ranges::find_if(told, [&](Quantity known) {
        known.evidence.clear();
        return known == figure.quantity;
      });
      if (same == told.end()) {
        told.push_back(figure.quantity);
        told.back().evidence.push_back(std::move(words));
      } else if (same->evidence.size() < kMaxTriggersShown) {
        same->evidence.push_back(std::move(words));
      }
    }
  }

  void attribute(std::uint32_t cluster_index) {
    const EventMention& best = best_of(clusters_[cluster_index]);
    for (const Attribution& source : best.sources) {
      SourceClaim claim;
      claim.source = entities_.id_of(source.source);
      if (claim.source.empty()) continue;
      if (source.cue) claim.verb = std::string(document_.text_of(source.cue));
      events_[cluster_index].attribution.push_back(std::move(claim));
    }
    if (best.container && !best.sources.empty() && !events_[cluster_index].attribution.empty())
      events_[cluster_index].attribution.front().event =
          events_[cluster_of_[best.container.index]].id;
  }

  // --- deadlines

  /// "It expires in 60 days", "at the end of the year": what ends by itself does so on the day that
  /// is counted out.
  void date_end(const DeadlineMention& deadline) {
    const EventMention& action = document_.events[deadline.action.index];
    When& when = dates_[cluster_of_[deadline.action.index]];
    if (!context_.lexicon.ends_by_itself(action.type) || action.type == "deadline") return;
    const When end = date_deadline(context_, deadline, clusters_, dates_);
    const Timex& told = document_.timexes[deadline.timex.index];
    const bool counted = told.type == TimexType::duration || told.mod == kEndMod;
    if (end.known() && end.interval.latest && deadline.timex == action.timex && counted) when = end;
  }

  bool stands_in_headline(const DeadlineMention& deadline) const {
    const EventMention& action = document_.events[deadline.action.index];
    return document_.sentence_of(action.head).kind == SentenceKind::headline;
  }

  void add_deadline(const DeadlineMention& deadline, bool headline) {
    Event event = deadline_maker_.event_of(
        deadline, best_of(clusters_[cluster_of_[deadline.action.index]]), events_);
    if (!event.when.known() && document_.published) return;
    if (Event* const told = same_deadline(event, headline, ends_deadline(deadline)))
      return complete(*told, event);
    const std::string& action = event.deadline->action;
    if (!action.empty()) add_link(LinkType::deadline_of, event.id, action, event.evidence[0]);
    if (const std::string& condition = event.deadline->condition; !condition.empty())
      add_link(LinkType::condition_of, condition, event.id, event.evidence[1]);
    if (deadline.outcome == DeadlineMention::Outcome::moved && !last_deadline_.empty())
      add_link(LinkType::updates, last_deadline_, event.id, event.evidence[0]);
    last_deadline_ = event.id;
    events_.push_back(std::move(event));
  }

  /// "The ultimatum runs out on Sunday".
  bool ends_deadline(const DeadlineMention& deadline) const {
    const EventMention& ending = document_.events[deadline.action.index];
    const TokenId subject = subject_of(context_, ending.predicate).token;
    const Predicate* row = subject ? predicate_row(context_, subject) : nullptr;
    return deadline.force == DeadlineMention::Force::scheduled_end && subject &&
           (context_.lexicon.deadlines().is(DeadlineWord::timed, context_.lemma(subject)) ||
            (row && row->type == "deadline"));
  }

  /// The deadline of the story that another one is, told again; null if there is none. `ending`:
  /// what it says is that a deadline ends then.
  Event* same_deadline(const Event& deadline, bool headline, bool ending) {
    const auto found = std::ranges::find_if(events_, [&](const Event& other) {
      if (other.id == deadline.id) return true;
      if (!other.deadline) return false;
      if (headline && other.deadline->force == deadline.deadline->force)
        return ends_within(other.when, deadline.when);
      return (ending || other.deadline->action == deadline.deadline->action) &&
             other.when.interval.latest == deadline.when.interval.latest;
    });
    return found == events_.end() ? nullptr : &*found;
  }

  /// Headlines round: "until mid-January" of a body that says "by Jan. 15".
  static bool ends_within(const When& fine, const When& coarse) {
    const auto &day = fine.interval.latest, &begin = coarse.interval.earliest,
               &end = coarse.interval.latest;
    const bool moment = !begin || begin == end;
    return day && end && day->seconds <= end->seconds &&
           (moment ? day->seconds == end->seconds : day->seconds > begin->seconds);
  }

  static void complete(Event& told, const Event& again) {
    for (const auto people : {&Deadline::bound, &Deadline::set_by})
      if (((*told.deadline).*people).empty()) *told.deadline.*people = *again.deadline.*people;
    for (const Evidence& words : again.evidence) told.evidence.push_back(words);
  }

  /// The word "deadline" is no event of its own, and nothing may name it as one.
  void drop_deadline_words() {
    std::set<std::string> dropped;
    for (const Event& event : events_)
      if (event.type == "deadline" && !event.deadline) dropped.insert(event.id);
    std::erase_if(events_, [&](const Event& event) { return dropped.contains(event.id); });
    std::erase_if(links_, [&](const Link& link) {
      return dropped.contains(link.from) || dropped.contains(link.to);
    });
    for (Event& event : events_) {
      for (SourceClaim& claim : event.attribution)
        if (dropped.contains(claim.event)) claim.event.clear();
      if (event.deadline && dropped.contains(event.deadline->action))
        event.deadline->action.clear();
      if (event.deadline && dropped.contains(event.deadline->condition))
        event.deadline->condition.clear();
    }
  }

  // --- links

  void add_link(LinkType type, const std::string& from, const std::string& to,
                const Evidence& words) {
    if (from == to) return;
    Link link;
    link.type = type;
    link.from = from;
    link.to = to;
    link.evidence.push_back(words);
    links_.push_back(std::move(link));
  }

  void add_reports() {
    std::set<std::pair<std::string, std::string>> seen;
    for (std::uint32_t i = 0; i < document_.events.size(); ++i) {
      const EventMention& event = document_.events[i];
      if (!event.container) continue;
      const std::string& from = events_[cluster_of_[event.container.index]].id;
      const std::string& to = events_[cluster_of_[i]].id;
      if (seen.insert({from, to}).second)
        add_link(LinkType::reports, from, to,
                 evidence_.of(document_.events[event.container.index].trigger,
                              Evidence::Role::attribution));
    }
  }

  const EventContext& context_;
  const Document& document_;
  const TitleForms& forms_;
  const TimemlWords& timeml_;
  StoryReader reader_;
  EvidenceMaker evidence_;
  EntityMaker entities_;
  std::vector<EventCluster> clusters_;
  std::vector<When> dates_;
  std::vector<std::uint32_t> cluster_of_;  // by event mention
  DeadlineMaker deadline_maker_;
  std::vector<Event> events_;  // first one a cluster, then the deadlines
  std::vector<Link> links_;
  std::string last_deadline_;  // id of the deadline added last
};

}  // namespace

Timeline summary_of(const EventContext& context, const TitleForms& forms,
                    const TimemlWords& timeml) {
  return Summarizer(context, forms, timeml).summarize();
}

}  // namespace dateline
