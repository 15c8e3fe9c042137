#include "exporters/style.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline {
namespace {

double channel(std::string_view hex) {
  const double value = std::stoi(std::string(hex), nullptr, 16) / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
// Relative luminance and contrast: Web Content Accessibility Guidelines 2.1.
double luminance(std::string_view colour) {
  return 0.2126 * channel(colour.substr(1, 2)) + 0.7152 * channel(colour.substr(3, 2)) +
         0.0722 * channel(colour.substr(5, 2));
}
double contrast(std::string_view a, std::string_view b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

const Paint& paint(std::string_view name) {
  for (const Paint& found : palette())
    if (found.name == name) return found;
  ADD_FAILURE() << name;
  return palette().front();
}

TEST(Style, KeepsTextReadableOnEveryBackground) {
  for (const std::string_view text :
       {"ink", "dim", "faint", "event", "statement", "state", "deadline", "place", "focus"})
    for (const std::string_view ground : {"bg", "panel", "lane"}) {
      EXPECT_GE(contrast(paint(text).light, paint(ground).light), 4.5) << text << " on " << ground;
      EXPECT_GE(contrast(paint(text).dark, paint(ground).dark), 4.5) << text << " on " << ground;
    }
  for (const std::string_view ground : {"mark", "sentence"}) {
    EXPECT_GE(contrast(paint("ink").light, paint(ground).light), 4.5) << ground;
    EXPECT_GE(contrast(paint("ink").dark, paint(ground).dark), 4.5) << ground;
  }
}

TEST(Style, UsesOnlyColoursOfThePalette) {
  for (int i = 0; i < 4; ++i) paint(style_of(static_cast<Event::Kind>(i)).colour);
  for (int i = 0; i <= static_cast<int>(EntityKind::other); ++i)
    paint(style_of(static_cast<EntityKind>(i)).colour);
  for (int i = 0; i <= static_cast<int>(LinkType::same_event_as); ++i)
    paint(style_of(static_cast<LinkType>(i)).colour);
}

TEST(Style, DrawsASolidLineOnlyForWhatIsToldAsFactOrPlanned) {
  for (int i = 0; i <= static_cast<int>(FactualityValue::unknown); ++i) {
    const auto value = static_cast<FactualityValue>(i);
    const bool plain = value == FactualityValue::asserted || value == FactualityValue::scheduled;
    EXPECT_EQ(style_of(value).line == LineStyle::solid, plain) << i;
    EXPECT_EQ(style_of(value).badge.empty(), value == FactualityValue::asserted) << i;
  }
}

TEST(Style, SaysWhenAnEventIsSaidNotToBeSo) {
  Event event;
  EXPECT_EQ(badge_of(event), "");
  event.factuality.negative = true;
  EXPECT_EQ(badge_of(event), "said not to be so");
  EXPECT_EQ(words_of(event.factuality), "Said not to have happened or not to be so");
}

TEST(Style, NamesADeadlineByItsForce) {
  Event event;
  event.deadline.emplace();
  EXPECT_EQ(badge_of(event), "due");
  event.deadline->force = DeadlineMention::Force::horizon;
  EXPECT_EQ(badge_of(event), "horizon");
}

TEST(Style, Counts) {
  EXPECT_EQ(counted(1, "day"), "1 day");
  EXPECT_EQ(counted(2, "day"), "2 days");
  EXPECT_EQ(counted(0, "entity"), "0 entities");
}

TEST(Style, WritesColoursAsPropertiesOfAStyleSheet) {
  EXPECT_NE(css_properties(false).find("--ink:#1a1a1a;"), std::string::npos);
  EXPECT_NE(css_properties(true).find("--ink:#ecebe7;"), std::string::npos);
}

}  // namespace
}  // namespace dateline
