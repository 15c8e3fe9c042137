#include "core/merge.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/event_summary.h"
#include "core/ordering.h"
#include "core/word_sketch.h"
#include "tests/support/made_words.h"
#include "tests/support/make_story.h"

namespace dateline {
namespace {

using testing::Dice;
using testing::entity_named;
using testing::event_titled;
using testing::random_article;
using testing::random_timeline;
using testing::Story;

// The laws.

/// What two timelines differ in: their bytes would tell nobody.
std::string difference(const Timeline& a, const Timeline& b) {
  if (a == b) return "";
  if (a.documents != b.documents) return "documents";
  if (a.entities != b.entities) return "entities";
  if (a.events != b.events) return "events";
  if (a.links != b.links) return "links";
  return "the whole";
}

void expect_laws(const Timeline& a, const Timeline& b, const Timeline& c) {
  const Timeline ab = merge(a, b);
  ASSERT_EQ(difference(ab, merge(b, a)), "");
  ASSERT_EQ(difference(merge(ab, ab), ab), "");
  ASSERT_EQ(difference(merge(ab, a), ab), "");
  ASSERT_EQ(difference(merge({ab}), ab), "");
  ASSERT_EQ(difference(merge(ab, c), merge({a, b, c})), "");
  ASSERT_EQ(difference(merge(a, merge(b, c)), merge({a, b, c})), "");
}

TEST(Merge, DoesNotDependOnSequenceOrSteps) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    expect_laws(random_article(3 * seed), random_article(3 * seed + 1),
                random_article(3 * seed + 2));
    if (HasFatalFailure()) return;
  }
}

TEST(Merge, DoesNotDependOnSequenceEvenOfStrangeFiles) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    expect_laws(random_timeline(3 * seed), random_timeline(3 * seed + 1),
                random_timeline(3 * seed + 2));
    if (HasFatalFailure()) return;
  }
}

TEST(Merge, OfManyIsTheSameInAnySteps) {
  Dice dice(12);
  for (int round = 0; round < 20; ++round) {
    std::vector<Timeline> heap;
    for (int i = 0; i < 12; ++i) heap.push_back(random_article(dice.roll(10'000)));
    const Timeline whole = merge(heap);
    while (heap.size() > 1) {
      const std::size_t i = dice.roll(static_cast<std::uint32_t>(heap.size() - 1));
      heap[i] = merge(heap[i], heap.back());
      heap.pop_back();
      std::swap(heap[i], heap[dice.roll(static_cast<std::uint32_t>(heap.size()))]);
    }
    ASSERT_EQ(heap[0], whole);
  }
}

TEST(Merge, OfOneIsItselfInCanonicalOrder) {
  Story story("d1", "2024-05-02");
  const std::string berg = story.person("Anna Berg", "Berg");
  story.event("agreement", "Berg signs the agreement", "signs", "2024-05-01", berg);
  Timeline sorted = story;
  sort_canonically(sorted);
  EXPECT_EQ(merge({sorted}), sorted);
}

TEST(Merge, PartsThatAreNotItsOwnAreNotBelieved) {
  Story story("d1");
  story.person("Anna Berg");
  Timeline strange = story;
  strange.entities[0].parts = {testing::make_entity("stranger", EntityKind::person, "Carl Dahl")};
  EXPECT_EQ(merge({strange}), merge({story}));
}

TEST(Merge, OfNothingIsEmpty) { EXPECT_EQ(merge(std::vector<Timeline>{}), Timeline{}); }

TEST(Merge, EveryIdLeadsSomewhere) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const Timeline whole =
        merge({random_article(seed), random_article(seed + 1000), random_article(seed + 2000)});
    std::set<std::string> entities, events;
    for (const Entity& entity : whole.entities) ASSERT_TRUE(entities.insert(entity.id).second);
    for (const Event& event : whole.events) ASSERT_TRUE(events.insert(event.id).second);
    for (const Event& event : whole.events) {
      for (const Participant& one : event.participants) ASSERT_TRUE(entities.contains(one.entity));
      if (event.deadline) {
        ASSERT_TRUE(events.contains(event.deadline->action));
      }
    }
    for (const Link& link : whole.links)
      ASSERT_TRUE(events.contains(link.from) && link.from != link.to);
  }
}

TEST(Merge, LosesNoEvidence) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const std::vector<Timeline> all = {random_article(seed), random_article(seed + 500)};
    const Timeline whole = merge(all);
    std::vector<Evidence> evidence;
    for (const Event& event : whole.events)
      evidence.insert(evidence.end(), event.evidence.begin(), event.evidence.end());
    for (const Timeline& timeline : all)
      for (const Event& event : timeline.events)
        for (const Evidence& item : event.evidence)
          ASSERT_NE(std::find(evidence.begin(), evidence.end(), item), evidence.end());
  }
}

// Entities.

/// How many entities two articles have together that each tell of one.
std::size_t entities_of(EntityKind kind, std::string_view name, std::string_view aliases,
                        EntityKind other_kind, std::string_view other_name,
                        std::string_view other_aliases = {}) {
  Story one("d1"), other("d2");
  one.entity(kind, name, aliases);
  other.entity(other_kind, other_name, other_aliases);
  return merge(one, other).entities.size();
}
std::size_t people(std::string_view name, std::string_view aliases, std::string_view other) {
  return entities_of(EntityKind::person, name, aliases, EntityKind::person, other);
}
std::size_t bodies(std::string_view name, std::string_view aliases, std::string_view other,
                   std::string_view other_aliases = {}) {
  return entities_of(EntityKind::organization, name, aliases, EntityKind::organization, other,
                     other_aliases);
}

TEST(MergeEntities, JoinsPeopleByTheirFullName) {
  EXPECT_EQ(people("Anna Berg", "", "Anna Berg"), 1u);
  EXPECT_EQ(people("Émile Faure", "", "EMILE FAURE"), 1u);
  EXPECT_EQ(people("Anna M. Berg", "", "Anna Berg"), 1u);
  EXPECT_EQ(people("Anna Berg", "", "Anna Dahl"), 2u);
  EXPECT_EQ(people("Robert Kahn", "", "Robert Kahn Jr."), 2u);
}

TEST(MergeEntities, ABareSurnameJoinsNobody) {
  EXPECT_EQ(people("Anna Berg", "Berg", "Berg"), 2u);
  EXPECT_EQ(people("Berg", "", "Berg"), 2u);
  Story one("d1"), two("d2"), three("d3");
  one.person("Anna Berg", "Berg|Senator Berg");
  two.person("Berg");
  three.person("Carla Berg", "Berg|Senator Berg");
  EXPECT_EQ(merge({one, two, three}).entities.size(), 3u);
}

TEST(MergeEntities, JoinsAFullNameThatIsAnAlias) {
  EXPECT_EQ(people("Joseph Kahn", "Joe Kahn|Kahn", "Joe Kahn"), 1u);
}

TEST(MergeEntities, JoinsAnAcronymOnlyWhereOneTextHasBoth) {
  EXPECT_EQ(bodies("National Storm Centre", "NSC|the centre", "NSC"), 1u);
  EXPECT_EQ(bodies("National Storm Centre", "", "NSC"), 2u);
}

TEST(MergeEntities, KindsStayApart) {
  EXPECT_EQ(entities_of(EntityKind::place, "Georgia", "", EntityKind::state, "Georgia"), 2u);
  EXPECT_EQ(entities_of(EntityKind::place, "Paris Hilton", "", EntityKind::person, "Paris Hilton"),
            2u);
}

TEST(MergeEntities, NounsAreNoNames) {
  EXPECT_EQ(bodies("Police", "police", "Police", "the police|police"), 2u);
  EXPECT_EQ(bodies("Senate", "the Senate", "Senate"), 1u);
  EXPECT_EQ(bodies("federal agencies", "", "federal agencies"), 2u);
  EXPECT_EQ(entities_of(EntityKind::group, "Residents", "", EntityKind::group, "Residents"), 2u);
  EXPECT_EQ(
      entities_of(EntityKind::role, "Defence Minister", "", EntityKind::role, "Defence Minister"),
      2u);
}

TEST(MergeEntities, UnnamedOnesStayWithTheirArticle) {
  Story one("d1"), other("d2");
  one.person("Senior Harbour Official");
  other.person("Senior Harbour Official");
  Timeline a = one, b = other;
  a.entities[0].anonymous = b.entities[0].anonymous = true;
  EXPECT_EQ(merge(a, b).entities.size(), 2u);
}

TEST(MergeEntities, AJointHasTheNamesAndMentionsOfAll) {
  Story one("d1"), other("d2");
  one.person("Joseph Kahn", "Joe Kahn|Kahn");
  other.person("Joe Kahn", "Kahn|Mr. Kahn");
  const Timeline whole = merge(one, other);
  ASSERT_EQ(whole.entities.size(), 1u);
  const Entity& kahn = whole.entities[0];
  EXPECT_EQ(kahn.id, std::min(one.timeline().entities[0].id, other.timeline().entities[0].id));
  EXPECT_EQ(kahn.name, "Joseph Kahn");
  EXPECT_EQ(kahn.aliases, (std::vector<std::string>{"Joe Kahn", "Kahn", "Mr. Kahn"}));
  EXPECT_EQ(kahn.mentions.size(), 2u);
  EXPECT_EQ(kahn.parts.size(), 2u);
}

// Events.

/// Two reports of one signing; each test changes one thing in the second.
struct Reports {
  Story one{"d1", "2024-05-02"}, other{"d2", "2024-05-03"};
  std::string berg = one.person("Anna Berg"), union_ = one.organization("Harbour Workers Union");
  std::string other_berg = other.person("Anna Berg");
  std::string other_union = other.organization("Harbour Workers Union");
  Event& first = one.event("agreement", "Berg signs harbour agreement with union", "signs",
                           "2024-05-01", berg, union_);
  Event& second = other.event("agreement", "Anna Berg signed the harbour agreement", "signed",
                              "2024-05-01", other_berg, other_union);

  Timeline merged() const { return merge(one, other); }
  std::size_t events() const { return merged().events.size(); }
};

TEST(MergeEvents, JoinsTwoReportsOfOneEvent) {
  Reports reports;
  const Timeline whole = reports.merged();
  ASSERT_EQ(whole.events.size(), 1u);
  const Event& event = whole.events[0];
  EXPECT_EQ(event.id, std::min(reports.first.id, reports.second.id));
  EXPECT_EQ(event.title, reports.second.title) << "the later article tells it";
  EXPECT_EQ(event.evidence.size(), 4u);
  EXPECT_EQ(event.participants.size(), 2u);
  EXPECT_EQ(event.parts.size(), 2u);
}

TEST(MergeEvents, AnotherDayIsAnotherEvent) {
  Reports reports;
  reports.second.when = testing::make_event("x", "t", "t", "2024-05-02").when;
  EXPECT_EQ(reports.events(), 2u);
}

TEST(MergeEvents, WithoutADayThereIsNoJoin) {
  for (const auto* when : {"", "2024-05", "2024"}) {
    Reports reports;
    reports.first.when = reports.second.when = testing::make_event("x", "t", "t", when).when;
    EXPECT_EQ(reports.events(), 2u) << when;
  }
  Reports about;
  about.first.when.approximate = true;
  EXPECT_EQ(about.events(), 2u);
}

TEST(MergeEvents, AnotherActorIsAnotherEvent) {
  Reports reports;
  reports.second.participants[0].entity = reports.other.person("Carl Dahl");
  EXPECT_EQ(reports.events(), 2u);
}

TEST(MergeEvents, WithoutACommonActorThereIsNoJoin) {
  Reports reports;
  reports.second.participants.clear();
  EXPECT_EQ(reports.events(), 2u);
}

TEST(MergeEvents, AnotherTypeOrKindIsAnotherEvent) {
  Reports types;
  types.second.type = "decision";
  EXPECT_EQ(types.events(), 2u);
  Reports kinds;
  kinds.second.kind = Event::Kind::state;
  EXPECT_EQ(kinds.events(), 2u);
}

TEST(MergeEvents, OtherWordsAreAnotherEvent) {
  Reports reports;
  reports.second.title = "Dock crews accept Berg’s wage offer";
  reports.second.evidence[1].quote = "accept";
  EXPECT_EQ(reports.events(), 2u);
}

TEST(MergeEvents, AnotherPlaceIsAnotherEvent) {
  Reports reports;
  reports.first.places = {{reports.one.entity(EntityKind::place, "Aarhus"), PlaceRole::at, {}}};
  reports.second.places = {{reports.other.entity(EntityKind::place, "Bergen"), PlaceRole::at, {}}};
  EXPECT_EQ(reports.events(), 2u);
}

TEST(MergeEvents, ASpeakersStatementsOfOneDayAreSeveral) {
  Reports reports;
  reports.first.kind = reports.second.kind = Event::Kind::statement;
  reports.first.title = "Berg says that wages will rise";
  reports.second.title = "Berg says that the port stays closed";
  reports.first.evidence[1].quote = reports.second.evidence[1].quote = "says";
  EXPECT_EQ(reports.events(), 2u);
}

TEST(MergeEvents, EventsOfOneArticleAreNotJoined) {
  Reports reports;
  Event& again = reports.one.event("agreement", "Berg signs harbour agreement with union", "signs",
                                   "2024-05-01", reports.berg, reports.union_);
  EXPECT_NE(again.id, "");
  EXPECT_EQ(merge({reports.one}).events.size(), 2u);
}

TEST(MergeEvents, WhatWasPlannedHasHappenedOnceALaterArticleSaysSo) {
  Reports reports;
  reports.first.factuality.value = FactualityValue::scheduled;
  const Timeline whole = reports.merged();
  ASSERT_EQ(whole.events.size(), 1u);
  EXPECT_EQ(whole.events[0].factuality.value, FactualityValue::asserted);
}

TEST(MergeEvents, WhatALaterArticleOnlyCallsPossibleIsNoFact) {
  Reports reports;
  reports.second.factuality.value = FactualityValue::possible;
  const Timeline whole = reports.merged();
  ASSERT_EQ(whole.events.size(), 1u);
  EXPECT_EQ(whole.events[0].factuality.value, FactualityValue::possible);
}

TEST(MergeEvents, WhatWouldHaveHappenedIsNotWhatHappened) {
  Reports reports;
  reports.second.factuality.value = FactualityValue::counterfactual;
  EXPECT_EQ(reports.events(), 2u);
  reports.first.factuality.value = FactualityValue::conditional;
  EXPECT_EQ(reports.events(), 1u);
}

TEST(MergeEvents, TheCloserTimeStands) {
  Reports reports;
  reports.first.when.interval.earliest->seconds += 6 * 3600;
  reports.first.when.interval.latest->seconds -= 12 * 3600;
  const Timeline whole = reports.merged();
  ASSERT_EQ(whole.events.size(), 1u);
  EXPECT_EQ(whole.events[0].when, reports.first.when);
}

TEST(MergeEvents, ASummaryIsDrawnAnewWhereAnotherArticleKnowsMore) {
  Reports reports;
  reports.first.when.interval.latest->seconds -= 12 * 3600;
  reports.first.when.display = "Wednesday morning";
  Timeline one = reports.one, other = reports.other;
  summarize_events(one);
  summarize_events(other);
  const Timeline whole = merge(one, other);
  ASSERT_EQ(whole.events.size(), 1u);
  EXPECT_EQ(whole.events[0].summary, reports.second.title + " (Wednesday morning)");
  for (const Event& part : whole.events[0].parts) EXPECT_EQ(part.summary, "");
}

TEST(MergeEvents, PointersFollowTheJoint) {
  Reports reports;
  reports.one.deadline("Berg must pay by May 9", "2024-05-09", reports.berg, reports.first.id);
  const Event& late =
      reports.other.event("movement", "Berg leaves", "leaves", "2024-05-02", reports.other_berg);
  Timeline other = reports.other;
  other.links = {testing::make_link(LinkType::before, other.events[0].id, late.id)};
  const Timeline whole = merge(reports.one, other);
  const std::string id = std::min(whole.events[0].id, other.events[0].id);
  EXPECT_EQ(event_titled(whole, "Berg must pay by May 9").deadline->action,
            event_titled(whole, "Anna Berg signed the harbour agreement").id);
  ASSERT_EQ(whole.links.size(), 1u);
  EXPECT_EQ(whole.links[0].from, event_titled(whole, "Anna Berg signed the harbour agreement").id);
}

// Contradictions.

std::string drawn(const Timeline& timeline) {
  std::string all;
  for (const Link& link : timeline.links)
    all += std::string(name_of(link.type)) + ' ' + link.label + '\n';
  return all;
}

TEST(MergeEvents, DaysThatDifferContradict) {
  Reports reports;
  reports.second.title = reports.first.title;
  reports.second.when = testing::make_event("x", "t", "t", "2024-05-02").when;
  EXPECT_EQ(reports.events(), 2u);
  EXPECT_EQ(drawn(reports.merged()), "contradicts when\n");
  reports.second.when = testing::make_event("x", "t", "t", "2024-05-09").when;
  EXPECT_EQ(drawn(reports.merged()), "");
}

TEST(MergeEvents, FiguresThatDifferContradict) {
  Reports reports;
  reports.second.title = reports.first.title;
  reports.first.quantities.resize(1);
  reports.first.quantities[0].of = "workers";
  reports.first.quantities[0].value = 31;
  reports.second.quantities = reports.first.quantities;
  EXPECT_EQ(reports.events(), 1u);
  reports.second.quantities[0].value = 29;
  EXPECT_EQ(reports.events(), 2u);
  EXPECT_EQ(drawn(reports.merged()), "contradicts quantities\n");
}

TEST(MergeEvents, AFigureThatBothTellIsNoContradictionThoughOneTellsAnotherToo) {
  Reports reports;
  reports.second.title = reports.first.title;
  reports.first.quantities.resize(1);
  reports.first.quantities[0].of = "dead";
  reports.first.quantities[0].value = 13;
  reports.second.quantities = reports.first.quantities;
  reports.second.quantities.push_back(reports.first.quantities[0]);
  reports.second.quantities[1].value = 12;
  EXPECT_EQ(reports.events(), 1u);
  EXPECT_EQ(drawn(reports.merged()), "");
}

TEST(MergeEvents, WhatOneAssertsAndAnotherDeniesContradicts) {
  Reports reports;
  reports.second.title = reports.first.title;
  reports.second.factuality.value = FactualityValue::denied;
  EXPECT_EQ(reports.events(), 2u);
  EXPECT_EQ(drawn(reports.merged()), "contradicts factuality\n");
}

// Deadlines.

/// A deadline on one action in two articles, a day apart.
struct Deadlines {
  Reports reports;
  Event& older = reports.one.deadline("Berg must pay the union by May 9", "2024-05-09",
                                      reports.berg, reports.first.id);
  Event& newer = reports.other.deadline("Berg must pay the union by May 12", "2024-05-12",
                                        reports.other_berg, reports.second.id);
};

TEST(MergeDeadlines, OnOneActionAndDayAreOne) {
  Deadlines deadlines;
  deadlines.newer.when = deadlines.older.when;
  EXPECT_EQ(deadlines.reports.events(), 2u);
}

TEST(MergeDeadlines, SetByOneBodyInLikeWordsAreOneAndWhatMovedItStands) {
  Reports reports;
  Event& older = reports.one.deadline("Deadline: Berg to pay the union", "2024-05-09", reports.berg,
                                      reports.first.id);
  Event& newer = reports.other.deadline("Deadline: Paying the union", "2024-05-09",
                                        reports.other_berg, reports.second.id);
  older.deadline->set_by = {reports.berg};
  newer.deadline->set_by = {reports.other_berg};
  newer.participants.clear();
  newer.deadline->action.clear();
  newer.deadline->status = Deadline::Status::moved;
  const Timeline whole = reports.merged();
  ASSERT_EQ(std::ranges::count(whole.events, Event::Kind::deadline, &Event::kind), 1);
  const auto deadline = std::ranges::find(whole.events, Event::Kind::deadline, &Event::kind);
  EXPECT_EQ(deadline->deadline->status, Deadline::Status::moved);
}

TEST(MergeDeadlines, ALaterArticleMovesThem) {
  Deadlines deadlines;
  const Timeline whole = deadlines.reports.merged();
  const Event& older = event_titled(whole, deadlines.older.title);
  const Event& newer = event_titled(whole, deadlines.newer.title);
  EXPECT_EQ(older.deadline->status, Deadline::Status::moved);
  EXPECT_EQ(newer.deadline->status, Deadline::Status::open);
  ASSERT_EQ(whole.links.size(), 1u);
  EXPECT_EQ(whole.links[0].type, LinkType::updates);
  EXPECT_EQ(whole.links[0].from, newer.id);
  EXPECT_EQ(whole.links[0].to, older.id);
}

TEST(MergeDeadlines, WithoutKnowingWhichIsLaterBothStand) {
  Deadlines deadlines;
  Timeline one = deadlines.reports.one;
  one.documents[0].published.reset();
  EXPECT_EQ(drawn(merge(one, deadlines.reports.other)), "");
}

TEST(MergeDeadlines, ADeadlineThatHasPassedIsNotMoved) {
  Deadlines deadlines;
  Timeline other = deadlines.reports.other;
  other.documents[0].published = testing::make_event("x", "t", "t", "2024-05-10").when;
  EXPECT_EQ(drawn(merge(deadlines.reports.one, other)), "");
}

TEST(MergeDeadlines, AMovedOneStandsAgainWhenALaterArticleRestoresIt) {
  Deadlines deadlines;
  Story third("d3", "2024-05-04");
  const std::string berg = third.person("Anna Berg");
  third.deadline("Berg must pay the union by May 9", "2024-05-09", berg);
  const Timeline whole = merge(deadlines.reports.merged(), third);
  EXPECT_EQ(whole, merge({deadlines.reports.one, deadlines.reports.other, third}));
  EXPECT_EQ(event_titled(whole, deadlines.older.title).deadline->status, Deadline::Status::open);
  EXPECT_EQ(event_titled(whole, deadlines.newer.title).deadline->status, Deadline::Status::moved);
}

// The rest.

TEST(Merge, KeepsOneOfEachDocumentTheOneWithText) {
  Story story("d1");
  Timeline with_text = story;
  with_text.documents[0].text = "words";
  const Timeline whole = merge(story, with_text);
  ASSERT_EQ(whole.documents.size(), 1u);
  EXPECT_EQ(whole.documents[0].text, "words");
}

TEST(Merge, TheTitleOfAnArticleIsNoneForSeveral) {
  Story one("d1"), other("d2");
  EXPECT_EQ(merge({one}).title, "Article d1");
  EXPECT_EQ(merge(one, other).title, "");
}

TEST(Merge, JoinsLinksBetweenTheSameThings) {
  Reports reports;
  Timeline one = reports.one;
  one.events.push_back(testing::make_event("late", "other", "later", "2024-06-01"));
  one.links = {testing::make_link(LinkType::before, one.events[0].id, "late"),
               testing::make_link(LinkType::before, one.events[0].id, "late")};
  one.links[0].confidence = 0.5;
  one.links[1].inferred = true;
  const Timeline whole = merge({one});
  ASSERT_EQ(whole.links.size(), 1u);
  EXPECT_EQ(whole.links[0].confidence, 0.5);
  EXPECT_FALSE(whole.links[0].inferred);
}

// Copies of one article.

/// A story as an agency tells it; `opening` stands before the words that all its copies share.
Timeline told_by(std::string_view document, std::string_view published, const std::string& opening,
                 std::string_view signed_on = "2024-05-01") {
  Story story(document, published);
  const std::string berg = story.person("Anna Berg");
  story.event("agreement", "Berg signs the harbour agreement with the city council", "signs",
              signed_on, berg);
  Timeline timeline = story;
  timeline.documents[0].sketch = to_hex(word_sketch(opening + testing::made_words(1, 200)).value());
  // The opening moves all that stands behind it.
  const auto moved = static_cast<std::uint32_t>(opening.size());
  for (Evidence& evidence : timeline.events[0].evidence) {
    evidence.sentence = {moved, moved + 70};
    evidence.start += moved;
    evidence.end += moved;
  }
  return timeline;
}

const SourceDocument& document_named(const Timeline& timeline, std::string_view id) {
  return *std::ranges::find(timeline.documents, id, &SourceDocument::id);
}

TEST(MergeOfCopies, NamesTheFirstPublication) {
  const Timeline whole = merge({told_by("d1", "2024-05-04", ""),
                                told_by("d2", "2024-05-02", "New: "), told_by("d3", "", "")});
  EXPECT_EQ(document_named(whole, "d1").duplicate_of, "d2");
  EXPECT_EQ(document_named(whole, "d2").duplicate_of, "");
  EXPECT_EQ(document_named(whole, "d3").duplicate_of, "d2");
}

TEST(MergeOfCopies, FindsAnEarlierPublicationLater) {
  const Timeline two = merge(told_by("d1", "2024-05-04", ""), told_by("d3", "2024-05-05", ""));
  EXPECT_EQ(document_named(two, "d3").duplicate_of, "d1");
  const Timeline three = merge(two, told_by("d2", "2024-05-02", ""));
  EXPECT_EQ(document_named(three, "d3").duplicate_of, "d2");
  EXPECT_EQ(document_named(three, "d1").duplicate_of, "d2");
}

TEST(MergeOfCopies, TellsAnEventOnceAndAsTheFirstDid) {
  // The second was printed again a week later: "on Wednesday" was then taken for another day.
  const Timeline whole =
      merge(told_by("d1", "2024-05-02", ""), told_by("d2", "2024-05-09", "New: ", "2024-05-08"));
  ASSERT_EQ(whole.events.size(), 1u);
  EXPECT_EQ(whole.events[0].when.edtf, "2024-05-01");
  EXPECT_EQ(whole.events[0].evidence.size(), 4u);
  EXPECT_EQ(whole.events[0].parts.size(), 2u);
}

TEST(MergeOfCopies, LeavesArticlesApartThatOnlyTellTheSame) {
  const Timeline other = [] {
    Timeline timeline = told_by("d2", "2024-05-09", "", "2024-05-08");
    timeline.documents[0].sketch = to_hex(word_sketch(testing::made_words(2, 200)).value());
    return timeline;
  }();
  const Timeline whole = merge(told_by("d1", "2024-05-02", ""), other);
  EXPECT_EQ(whole.events.size(), 2u);
  EXPECT_EQ(document_named(whole, "d2").duplicate_of, "");
}

TEST(MergeOfCopies, DoesNotTakeShortSentencesInOtherPlacesForOne) {
  const auto with_saying = [](std::string_view id, std::uint32_t start) {
    Timeline timeline = told_by(id, "2024-05-02", "");
    timeline.events[0].when = {};
    for (Evidence& evidence : timeline.events[0].evidence) {
      evidence.start = start;
      evidence.sentence = {start, start + 10};
    }
    return timeline;
  };
  EXPECT_EQ(merge(with_saying("d1", 100), with_saying("d2", 300)).events.size(), 2u);
  EXPECT_EQ(merge(with_saying("d1", 100), with_saying("d2", 100)).events.size(), 1u);
}

TEST(MergeOfCopies, KeepsWhatIsSaidOfADocumentWithoutSketch) {
  Timeline timeline = Story("d1", "2024-05-02");
  timeline.documents[0].duplicate_of = "elsewhere";
  EXPECT_EQ(merge({timeline, told_by("d2", "2024-05-02", "")}).documents[0].duplicate_of,
            "elsewhere");
}

}  // namespace
}  // namespace dateline
