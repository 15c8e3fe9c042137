#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/timeline.h"

// Colours, shapes and words that every picture shares, so that DOT, SVG and HTML say the same thing
// in the same way.

namespace dateline {

/// A colour for paper and for the night, "#rrggbb". Its contrast with the backgrounds is at least
/// 4.5 to 1 where it is used for text.
struct Paint {
  std::string_view name;  ///< of the CSS property, without "--"
  std::string_view light, dark;
};
std::span<const Paint> palette();
/// The light colour of that name; it must be in the palette.
std::string_view light(std::string_view name);
/// "--ink:#1a1a1a;--bg:..." for a style sheet.
std::string css_properties(bool dark);

/// How firmly a line is drawn: the less the text vouches for, the more it is broken.
enum class LineStyle : std::uint8_t { solid, dashed, dotted };

struct KindStyle {
  std::string_view name, plural;  ///< "event", "Events"
  std::string_view colour;        ///< in the palette
};
const KindStyle& style_of(Event::Kind kind);

struct FactualityStyle {
  std::string_view words;     ///< "Possible, not certain"
  std::string_view negative;  ///< the same where the text says that it did not or will not
  std::string_view badge;     ///< on a card: "possible"; empty for what is simply told
  std::string_view sign;      ///< in or before its mark on a chart: "?"; may be empty
  LineStyle line = LineStyle::solid;
  bool filled = false;  ///< whether its mark on a chart is filled
};
const FactualityStyle& style_of(FactualityValue value);
std::string_view words_of(const Factuality& factuality);
/// For a legend: what stands for the empty badge.
inline constexpr std::string_view kPlainBadge = "told as fact";

struct ForceStyle {
  std::string_view words, badge;
};
const ForceStyle& style_of(DeadlineMention::Force force);

/// What a card says above its title; empty for what is simply told.
std::string_view badge_of(const Event& event);

struct EntityStyle {
  std::string_view name, plural;
  std::string_view dot_shape;  ///< of Graphviz
  std::string_view colour;     ///< in the palette
};
const EntityStyle& style_of(EntityKind kind);

struct LinkStyle {
  std::string_view words, inverse;  ///< "reports", "reported in"
  std::string_view colour;          ///< in the palette
};
const LinkStyle& style_of(LinkType type);

/// The time as people say it; "date not known" if nothing is.
std::string words_of(const When& when);
/// The title of a timeline, or a word for it if it has none.
std::string title_of(const Timeline& timeline);

std::string_view short_month(int month);         ///< 1 to 12: "Feb"
std::string_view long_weekday(Weekday weekday);  ///< "Saturday"
std::string year_words(std::int64_t year);       ///< "2022"; 0 is "1 BC"

/// "1 day", "12 events", "3 entities".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace dateline
