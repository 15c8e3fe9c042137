#include "importers/links/temporal_links.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "importers/importer.h"
#include "importers/pipeline.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

Document linked(std::string text, std::string_view published) {
  Article article;
  article.text = Text::from_source(std::move(text));
  ReadOptions options;
  options.published = date_from_timex_value(published);
  options.layer = Layer::timeml;
  return read_document(std::move(article), english(), options);
}

std::string words(const Document& document, const TLink::End& end) {
  if (const auto* timex = std::get_if<TimexId>(&end))
    return std::string(document.timexes[timex->index].span.of(document.text()));
  if (const auto* event = std::get_if<EventMentionId>(&end))
    return std::string(document.text_of(document.events[event->index].head));
  return "publication";
}

/// "BEFORE by tense"; empty if the two are not linked.
std::string link(const Document& document, std::string_view from, std::string_view to) {
  for (const TLink& link : document.tlinks)
    if (words(document, link.from) == from && words(document, link.to) == to)
      return std::string(name_of(link.relation)) + " by " + link.rule;
  return "";
}

TEST(TemporalLinks, TimesStandAgainstEachOtherByTheirValues) {
  const Document document = linked(
      "The mayor spoke on Monday. She will travel on Thursday and rest in June.\n", "2026-03-11");
  EXPECT_EQ(link(document, "Monday", "publication"), "BEFORE by calendar");
  EXPECT_EQ(link(document, "Thursday", "publication"), "AFTER by calendar");
  EXPECT_EQ(link(document, "Monday", "Thursday"), "BEFORE by calendar");
  EXPECT_EQ(link(document, "Thursday", "June"), "BEFORE by calendar");
}

TEST(TemporalLinks, AnEventLiesInTheTimeThatDatesIt) {
  const Document document =
      linked("The council approved the plan on Monday. Work ended before May 3.\n", "2026-05-08");
  EXPECT_EQ(link(document, "approved", "Monday"), "IS_INCLUDED by time");
  EXPECT_EQ(link(document, "ended", "May 3"), "BEFORE by time");
  EXPECT_EQ(link(document, "approved", "publication"), "BEFORE by tense");
  EXPECT_EQ(link(document, "ended", "publication"), "BEFORE by tense");
}

TEST(TemporalLinks, ConjunctionsOrderWhatTheyJoin) {
  const Document document =
      linked("The guards fled before the soldiers attacked the fort.\n", "2026-05-08");
  EXPECT_EQ(link(document, "fled", "attacked"), "BEFORE by conjunction");
}

TEST(TemporalLinks, WhatIsSaidStandsAgainstTheSayingByItsTense) {
  const Document past =
      linked("The minister said the rebels destroyed the bridge.\n", "2026-05-08");
  EXPECT_EQ(link(past, "said", "destroyed"), "AFTER by content");
  const Document future = linked("The minister said the army will rebuild it.\n", "2026-05-08");
  EXPECT_EQ(link(future, "said", "rebuild"), "BEFORE by content");
}

TEST(TemporalLinks, WhatIsWantedComesLater) {
  const Document document = linked("The firm plans to build a tower.\n", "2026-05-08");
  EXPECT_EQ(link(document, "plans", "build"), "BEFORE by control");
  EXPECT_EQ(link(document, "build", "publication"), "AFTER by weak-tense");
}

TEST(TemporalLinks, TenseStandsAgainstThePublication) {
  const Document document = linked(
      "The bridge collapsed. The river will rise. Engineers have left the valley. The rain is "
      "falling.\n",
      "2026-05-08");
  EXPECT_EQ(link(document, "collapsed", "publication"), "BEFORE by tense");
  EXPECT_EQ(link(document, "rise", "publication"), "AFTER by tense");
  EXPECT_EQ(link(document, "left", "publication"), "BEFORE by tense");
  EXPECT_EQ(link(document, "falling", "publication"), "INCLUDES by tense");
  EXPECT_EQ(link(document, "collapsed", "rise"), "BEFORE by closure");
}

TEST(TemporalLinks, WhatTheTextLeavesOpenHasNoLink) {
  const Document document =
      linked("The bridge collapsed. The mayor resigned. The city could drown.\n", "2026-05-08");
  EXPECT_EQ(link(document, "collapsed", "resigned"), "");
  EXPECT_EQ(link(document, "drown", "publication"), "");
}

TEST(TemporalLinks, TenseGivesWayToATimeInSilence) {
  const Document document = linked("The court ruled today.\n", "2026-05-08");
  EXPECT_EQ(link(document, "ruled", "today"), "IS_INCLUDED by time");
  EXPECT_EQ(link(document, "ruled", "publication"), "IS_INCLUDED by closure");
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(TemporalLinks, AContradictionIsToldWithWhatIsBehindIt) {
  const Document document =
      linked("The guards fled on Tuesday before the soldiers attacked the fort on Monday.\n",
             "2026-05-08");
  const auto found =
      std::ranges::find(document.diagnostics, "order-contradicted", &Diagnostic::kind);
  ASSERT_NE(found, document.diagnostics.end());
  EXPECT_EQ(found->message,
            "'fled' BEFORE 'Monday' (time, sentence 1) contradicts 'Tuesday' AFTER 'Monday' "
            "(calendar, sentence 1) and 'fled' IS_INCLUDED 'Tuesday' (time, sentence 1)");
  EXPECT_LT(found->at.begin, found->at.end);
}

TEST(TemporalLinks, OnlyNeighboursAndThePublicationAreLinked) {
  const Document document = linked(
      "The bridge collapsed. The rain fell. The mayor slept. The river will rise.\n", "2026-05-08");
  EXPECT_EQ(link(document, "slept", "rise"), "BEFORE by closure");
  EXPECT_EQ(link(document, "collapsed", "rise"), "");
}

TEST(TemporalLinks, ALongTextIsLinkedInStretches) {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "The bridge collapsed. The river will rise.\n\n";
  const Document document = linked(text, "2026-05-08");
  ASSERT_EQ(document.events.size(), 3000u);
  const auto of_tense = std::ranges::count(document.tlinks, "tense", &TLink::rule);
  EXPECT_EQ(of_tense, 3000);
}

// --- what the source was annotated with

Document annotated(std::string text, bool keep) {
  Resource resource;
  resource.name = "a.tml";
  resource.bytes =
      "<TimeML><DCT><TIMEX3 tid=\"t0\" value=\"2026-05-08\" "
      "functionInDocument=\"CREATION_TIME\">x</TIMEX3></DCT><TEXT>" +
      text + "</TEXT></TimeML>";
  Document document;
  find_importer("timeml")->read(resource, [&](Result<Article> article) {
    ASSERT_TRUE(article);
    ReadOptions options;
    options.layer = Layer::timeml;
    options.keep_annotation = keep;
    document = read_document(std::move(article).value(), english(), options);
  });
  return document;
}

constexpr const char* kAnnotated =
    "The <EVENT eid=\"e1\" class=\"STATE\">dam</EVENT> burst &amp; fell "
    "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1999-02-03\">on Sunday</TIMEX3>.";

TEST(KeptAnnotation, IsAllThatIsFoundIfItIsAskedFor) {
  const Document document = annotated(kAnnotated, true);
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_EQ(document.text_of(document.events[0].head), "dam");
  EXPECT_EQ(document.events[0].event_class, EventClass::state);
  ASSERT_EQ(document.timexes.size(), 1u);
  EXPECT_EQ(document.timexes[0].span.of(document.text()), "on Sunday");
  EXPECT_EQ(document.timexes[0].value, "1999-02-03");
  EXPECT_EQ(link(document, "on Sunday", "publication"), "BEFORE by calendar");
}

TEST(KeptAnnotation, IsDroppedOtherwise) {
  const Document document = annotated(kAnnotated, false);
  EXPECT_EQ(document.timexes.at(0).value, "2026-05-03");
  EXPECT_NE(document.text_of(document.events.at(0).head), "dam");
}

TEST(KeptAnnotation, TextWithoutAnnotationIsReadAsEver) {
  const Document document = annotated("The bridge collapsed on Sunday.", true);
  EXPECT_EQ(document.timexes.size(), 1u);
  EXPECT_EQ(document.events.size(), 1u);
}

TEST(KeptAnnotation, BrokenAnnotationIsPassedOver) {
  const Document document = annotated(
      "<EVENT class=\"x\" eid=>The</EVENT> <EVENT eid=\"e2\"><EVENT>dam</TIMEX3> burst</EVENT> "
      "<TIMEX3 type=\"WEEK\" value=\"1999-99-99\">on Sunday</TIMEX3>. <TIMEX3>",
      true);
  EXPECT_EQ(document.timexes.size(), 1u);
  EXPECT_FALSE(document.timexes.at(0).interval);
}

}  // namespace
}  // namespace dateline
