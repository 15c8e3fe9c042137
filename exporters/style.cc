#include "exporters/style.h"

#include <array>
#include <cassert>

namespace dateline {
namespace {

constexpr auto kPalette = std::to_array<Paint>({
    {"bg", "#fbfaf7", "#15171a"},
    {"panel", "#ffffff", "#1c1f23"},
    {"lane", "#f4f2ec", "#1a1d21"},
    {"ink", "#1a1a1a", "#ecebe7"},
    {"dim", "#55554f", "#b9b8b3"},
    {"faint", "#66665f", "#a3a3a8"},
    {"line", "#dedbd3", "#33373d"},
    {"event", "#1f5f8b", "#6cb4e4"},
    {"statement", "#70509c", "#b79be0"},
    {"state", "#59616e", "#9aa3b0"},
    {"deadline", "#b8232a", "#ff7b7b"},
    {"place", "#2f6b3c", "#7fc08b"},
    {"mark", "#ffe9a8", "#6a5413"},
    {"sentence", "#f6f0da", "#2d2a1d"},
    {"focus", "#0b63ce", "#7ab6ff"},
});

constexpr auto kKinds = std::to_array<KindStyle>({
    {"event", "Events", "event"},
    {"ongoing", "Ongoing", "state"},
    {"deadline", "Deadlines", "deadline"},
    {"statement", "Statements", "statement"},
});

constexpr auto kFactualities = std::to_array<FactualityStyle>({
    {"Said to have happened or to be so", "Said not to have happened or not to be so", "", "",
     LineStyle::solid, true},
    {"Said to be likely", "Said to be unlikely", "likely", "", LineStyle::dashed, true},
    {"Possible, not certain", "Possibly not so", "possible", "", LineStyle::dashed, false},
    {"Planned or due, not yet", "Planned not to happen", "planned", "", LineStyle::solid, false},
    {"Ordered, asked for or advised", "Forbidden or advised against", "asked for", "",
     LineStyle::dashed, false},
    {"Only if a condition is met", "Not, if a condition is met", "only if", "", LineStyle::dotted,
     false},
    {"Did not happen; only imagined", "Happened; only its absence is imagined", "did not happen",
     "/", LineStyle::dotted, false},
    {"Denied", "Its absence is denied", "denied", "×", LineStyle::dotted, false},
    {"Not known whether so", "Not known whether so", "not known", "?", LineStyle::dashed, false},
});
constexpr std::string_view kNegativeBadge = "said not to be so";

constexpr auto kForces = std::to_array<ForceStyle>({
    {"Due: an obligation", "due"},
    {"Advised to be done by then", "advised by then"},
    {"A horizon: something may come before it; it binds nobody", "horizon"},
    {"Something ends or expires then", "ends"},
});

constexpr auto kEntities = std::to_array<EntityStyle>({
    {"person", "People", "ellipse", "statement"},
    {"organization", "Organizations", "box", "event"},
    {"place", "Places", "diamond", "place"},
    {"group", "Groups", "octagon", "event"},
    {"state", "States", "hexagon", "event"},
    {"role", "Unnamed sources and roles", "ellipse", "state"},
    {"work", "Works", "note", "state"},
    {"occasion", "Occasions", "tab", "deadline"},
    {"other", "Others", "box", "state"},
});

constexpr auto kLinks = std::to_array<LinkStyle>({
    {"before", "after", "faint"},
    {"until", "from", "faint"},
    {"overlaps", "overlaps", "faint"},
    {"starts", "started by", "faint"},
    {"during", "during it", "faint"},
    {"ends", "ended by", "faint"},
    {"at the time of", "at the time of", "faint"},
    {"part of", "has part", "state"},
    {"leads to", "because of", "event"},
    {"makes possible", "made possible by", "event"},
    {"prevents", "prevented by", "event"},
    {"condition of", "only if", "event"},
    {"deadline for", "by", "deadline"},
    {"tells of", "told of in", "statement"},
    {"same as", "same as", "faint"},
    {"member of", "has member", "state"},
    {"represents", "represented by", "state"},
    {"related to", "related to", "faint"},
    {"contradicts", "contradicted by", "deadline"},
    {"updates", "updated by", "event"},
    {"supports", "supported by", "event"},
    {"same event as", "same event as", "faint"},
});

constexpr auto kMonths = std::to_array<std::string_view>(
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});

template <typename Table, typename Enum>
const auto& entry(const Table& table, Enum value) {
  assert(static_cast<std::size_t>(value) < table.size());
  return table[static_cast<std::size_t>(value)];
}

}  // namespace

std::span<const Paint> palette() { return kPalette; }

std::string_view light(std::string_view name) {
  for (const Paint& paint : kPalette)
    if (paint.name == name) return paint.light;
  assert(false && "a colour that is not in the palette");
  return kPalette.front().light;
}

std::string css_properties(bool dark) {
  std::string css;
  for (const Paint& paint : kPalette) {
    css.append("--").append(paint.name).append(":");
    css.append(dark ? paint.dark : paint.light).append(";");
  }
  return css;
}

const KindStyle& style_of(Event::Kind kind) { return entry(kKinds, kind); }
const FactualityStyle& style_of(FactualityValue value) { return entry(kFactualities, value); }
const ForceStyle& style_of(DeadlineMention::Force force) { return entry(kForces, force); }
const EntityStyle& style_of(EntityKind kind) { return entry(kEntities, kind); }
const LinkStyle& style_of(LinkType type) { return entry(kLinks, type); }

std::string_view words_of(const Factuality& factuality) {
  const FactualityStyle& style = style_of(factuality.value);
  return factuality.negative ? style.negative : style.words;
}

std::string_view badge_of(const Event& event) {
  if (event.deadline) return style_of(event.deadline->force).badge;
  if (event.factuality.negative && event.factuality.value == FactualityValue::asserted)
    return kNegativeBadge;
  return style_of(event.factuality.value).badge;
}

std::string words_of(const When& when) {
  if (!when.display.empty()) return when.display;
  if (!when.known()) return "date not known";
  return when.edtf;
}

std::string title_of(const Timeline& timeline) {
  return timeline.title.empty() ? "Timeline" : timeline.title;
}

std::string_view short_month(int month) { return entry(kMonths, month - 1); }
std::string_view long_weekday(Weekday weekday) {
  return entry(kWeekdays, static_cast<int>(weekday) - 1);
}
std::string year_words(std::int64_t year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string words = std::to_string(count) + " " + std::string(noun);
  if (count == 1) return words;
  if (!noun.ends_with('y') || noun.ends_with("day")) return words + "s";
  words.back() = 'i';
  return words + "es";
}

}  // namespace dateline
