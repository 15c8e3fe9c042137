#include "exporters/timeml.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/document.h"

namespace dateline {
namespace {

Document document_of(std::string text) {
  Document document;
  document.article.source = "a.tml";
  document.article.text = Text::from_source(std::move(text));
  return document;
}

Timex timex(Span span, std::string value) {
  Timex result;
  result.span = span;
  result.value = std::move(value);
  return result;
}

std::string written(const Document& document) {
  std::ostringstream out;
  EXPECT_TRUE(write_timeml(document, out));
  return out.str();
}

std::string text_of(const std::string& timeml) {
  const auto begin = timeml.find("<TEXT>") + 6;
  return timeml.substr(begin, timeml.find("</TEXT>") - begin);
}

TEST(TimemlExporter, TimesStandAroundTheirWords) {
  Document document = document_of("He left Friday.\n");
  document.published = PartialDate::of(Day{1998, 3, 2});
  document.timexes = {timex({8, 14}, "1998-02-27")};
  document.timexes[0].anchor = Timex::Anchor::document;
  document.timexes[0].mod = "START";
  const std::string timeml = written(document);
  EXPECT_EQ(text_of(timeml),
            "He left <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1998-02-27\" mod=\"START\" "
            "temporalFunction=\"true\" functionInDocument=\"NONE\" anchorTimeID=\"t0\">Friday"
            "</TIMEX3>.\n");
  EXPECT_NE(timeml.find("<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"1998-03-02\""),
            std::string::npos);
}

TEST(TimemlExporter, TheTextIsOnlyEscaped) {
  EXPECT_EQ(text_of(written(document_of("\n\nA & B <c> \"d\"\t\n "))),
            "\n\nA &amp; B &lt;c&gt; \"d\"\t\n ");
}

TEST(TimemlExporter, WhatXmlCannotHoldIsAReplacementCharacter) {
  Document document = document_of(std::string("a\x1B\0b\uFFFEc\t\n", 10));
  document.article.source = "caf\xE9";
  const std::string timeml = written(document);
  EXPECT_EQ(text_of(timeml), "a\uFFFD\uFFFDb\uFFFDc\t\n");
  EXPECT_NE(timeml.find("<DOCID>caf\uFFFD</DOCID>"), std::string::npos);
}

TEST(TimemlExporter, AnEventWithinATimeIsNested) {
  Document document = document_of("the day after the vote");
  document.timexes = {timex({0, 22}, "XXXX-XX-XX")};
  document.tokens.resize(1);
  document.tokens[0].span = {18, 22};
  document.tokens[0].pos = Pos::noun;
  EventMention event;
  event.trigger = {0, 1};
  event.head = TokenId{0};
  document.events = {event};
  const std::string timeml = written(document);
  EXPECT_NE(timeml.find("the <EVENT eid=\"e1\" class=\"OCCURRENCE\">vote</EVENT></TIMEX3>"),
            std::string::npos);
  EXPECT_NE(timeml.find("<MAKEINSTANCE eventID=\"e1\" eiid=\"ei1\" tense=\"NONE\" aspect=\"NONE\" "
                        "polarity=\"POS\" pos=\"NOUN\" />"),
            std::string::npos);
}

/// tense="..." aspect="..." polarity="..." of an event with one word, "selling".
std::string instance(const EventMention& like, Relation relation = Relation::root,
                     Pos pos = Pos::verb) {
  Document document = document_of("selling");
  document.tokens.resize(1);
  document.tokens[0].span = {0, 7};
  document.tokens[0].pos = pos;
  document.tokens[0].relation = relation;
  EventMention event = like;
  event.head = TokenId{0};
  document.events = {event};
  const std::string timeml = written(document);
  const auto begin = timeml.find("tense=");
  return timeml.substr(begin, timeml.find(" pos=") - begin);
}

TEST(TimemlExporter, FormsWithoutATenseAreTensesOfTheirOwn) {
  EventMention event;
  event.form = VerbForm::infinitive;
  EXPECT_EQ(instance(event), "tense=\"INFINITIVE\" aspect=\"NONE\" polarity=\"POS\"");
  event.form = VerbForm::gerund;
  event.progressive = true;
  EXPECT_EQ(instance(event), "tense=\"PRESPART\" aspect=\"NONE\" polarity=\"POS\"");
  event.form = VerbForm::participle;
  event.progressive = false;
  event.tense = Tense::past;
  EXPECT_EQ(instance(event, Relation::acl), "tense=\"PASTPART\" aspect=\"NONE\" polarity=\"POS\"");
  EXPECT_EQ(instance(event), "tense=\"PAST\" aspect=\"NONE\" polarity=\"POS\"");
}

TEST(TimemlExporter, AspectAndNegationAreWritten) {
  EventMention event;
  event.form = VerbForm::finite;
  event.tense = Tense::present;
  event.perfect = event.progressive = event.negated = true;
  EXPECT_EQ(instance(event),
            "tense=\"PRESENT\" aspect=\"PERFECTIVE_PROGRESSIVE\" polarity=\"NEG\"");
}

TEST(TimemlExporter, NounsAndModalsHaveNoTense) {
  EventMention event;
  event.form = VerbForm::finite;
  event.tense = Tense::past;
  EXPECT_EQ(instance(event, Relation::root, Pos::noun),
            "tense=\"NONE\" aspect=\"NONE\" polarity=\"POS\"");
  event.modality = "would";
  EXPECT_EQ(instance(event), "tense=\"NONE\" aspect=\"NONE\" polarity=\"POS\" modality=\"would\"");
}

TEST(TimemlExporter, LinksNameTheirEndsAndVagueOnesAreLeftOut) {
  Document document = document_of("x");
  document.tlinks = {{EventMentionId{0}, TimexId{1}, TemporalRelation::is_included, "", ""},
                     {EventMentionId{0}, DocumentTime{}, TemporalRelation::before, "", ""},
                     {EventMentionId{0}, EventMentionId{1}, TemporalRelation::vague, "", ""}};
  const std::string timeml = written(document);
  EXPECT_NE(timeml.find("relType=\"IS_INCLUDED\" eventInstanceID=\"ei1\" relatedToTime=\"t2\""),
            std::string::npos);
  EXPECT_NE(timeml.find("relType=\"BEFORE\" eventInstanceID=\"ei1\" relatedToTime=\"t0\""),
            std::string::npos);
  EXPECT_EQ(timeml.find("VAGUE"), std::string::npos);
}

}  // namespace
}  // namespace dateline
