#include <algorithm>
#include <map>

#include "exporters/card_layout.h"
#include "exporters/dot.h"
#include "exporters/drawn_text.h"
#include "exporters/exporter.h"
#include "exporters/style.h"

// The timeline as a picture for `dot`: a spine of dates from left to right, one rank a date, and
// below each date its events as cards. Actors are words on the cards: as nodes they would tie all
// dates together, and dot would neither end nor be readable. For the same reason a relation is an
// edge only between neighbours; between cards further apart, which an edge could only reach across
// or around other cards, it is a line of words on the card that it starts from.

namespace dateline {
namespace {

constexpr std::size_t kMaxEdgesPerCard = 3, kMaxNotesPerCard = 3;
constexpr std::size_t kMaxTitleLines = 5, kMaxNames = 6, kTooltipTitles = 20;
constexpr std::size_t kMaxTooltipQuote = 400;

// Points. Text is wrapped a little narrower than its room, because fonts differ.
constexpr double kCardWidth = 176, kTextWidth = 168;
constexpr double kTitleSize = 10, kSmallSize = 8, kBadgeSize = 7;
constexpr double kBoldWidth = 1.08;  // times the width of plain text
constexpr std::string_view kHeadingFont = "Noto Serif,DejaVu Serif,Georgia,serif";

struct Card {
  std::vector<std::uint32_t> joined;  // the cards at the other end of its edges
  std::vector<std::string> notes;     // markup
};

std::string font(double size, std::string_view colour, std::string_view text, bool bold = false) {
  std::string markup = "<font point-size=\"" + std::to_string(static_cast<int>(size)) + "\"";
  markup.append(" color=\"").append(colour).append("\">");
  if (bold) markup += "<b>";
  markup += text;
  return markup += bold ? "</b></font>" : "</font>";
}

std::string row(const std::string& content) {
  return "<tr><td align=\"left\">" + content + "</td></tr>";
}

std::string rows(std::string_view text, double size, std::string_view colour, std::size_t max_lines,
                 bool bold = false) {
  const double drawn_size = bold ? size * kBoldWidth : size;
  std::string markup;
  for (const std::string& line : wrap_to_width(clean_text(text), kTextWidth, drawn_size, max_lines))
    markup += row(font(size, colour, escape_markup(line), bold));
  return markup;
}

// No id of the schema begins with an underscore.
std::string column_node(const TimeColumn& column) {
  if (column.undated) return "_date.unknown";
  return "_date." + to_string(Instant{column.begin, {}}) + "." + to_string(Instant{column.end, {}});
}
std::string more_node(const TimeColumn& column) { return "_more." + column_node(column); }

std::string names_in(const Event& event, const TimelineIndex& index) {
  std::string text;
  std::size_t count = 0;
  for (const Participant& participant : event.participants) {
    if (++count > kMaxNames) return text + " …";
    text.append(text.empty() ? "" : ", ").append(index.entity_name(participant.entity));
  }
  return text;
}

std::string sources_of(const Event& event, const TimelineIndex& index) {
  std::string text;
  for (const SourceClaim& claim : event.attribution) {
    const std::string name = clean_text(index.entity_name(claim.source));
    if (!name.empty()) text.append(text.empty() ? "according to " : ", ").append(name);
  }
  return text;
}

// The date stands above the card; the card repeats a time only where it says more or less.
std::string time_words(const Event& event, const TimeColumn& column) {
  const When& when = event.when;
  const bool is_day = column.end - column.begin == 24 * 60 * 60;
  const bool plain = is_day && when.grain == Grain::day && when.shape == When::Shape::within &&
                     !when.uncertain && !when.approximate;
  return plain || !when.known() ? "" : words_of(when);
}

std::string card_tooltip(const Event& event, const TimelineIndex& index) {
  std::string text = event.title + "\n" + words_of(event.when) + "\n";
  text += words_of(event.factuality);
  const std::string sources = sources_of(event, index);
  if (!sources.empty()) text += ", " + sources;
  if (!event.evidence.empty())
    text += "\n“" + clean_text(event.evidence.front().quote, kMaxTooltipQuote) + "”";
  return text;
}

std::string address_of(const Event& event, const TimelineIndex& index) {
  if (event.evidence.empty()) return "";
  const SourceDocument* document = index.document(event.evidence.front().document);
  return document != nullptr && is_web_address(document->url) ? document->url : "";
}

std::string card_markup(const Event& event, const Card& card, const TimeColumn& column,
                        const TimelineIndex& index) {
  const std::string_view colour = light(style_of(event.kind).colour);
  std::string lines;
  for (const std::string& line : wrap_to_width(badge_of(event), kTextWidth, kBadgeSize, 1))
    lines += row(font(kBadgeSize, colour, escape_markup(line), true));
  lines += rows(event.title, kTitleSize, light("ink"), kMaxTitleLines, true);
  lines += rows(names_in(event, index), kSmallSize, light("dim"), 2);
  lines += rows(time_words(event, column), kSmallSize, light("faint"), 1);
  lines += rows(sources_of(event, index), kSmallSize, light("faint"), 1);
  for (const std::string& note : card.notes) lines += note;
  if (lines.empty()) lines = row(" ");
  std::string markup = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"";
  markup += " width=\"" + std::to_string(static_cast<int>(kCardWidth)) + "\"><tr>";
  markup.append("<td width=\"4\" bgcolor=\"")
      .append(colour)
      .append("\"></td><td width=\"7\"></td>");
  markup += "<td align=\"left\"><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" ";
  return markup += "cellpadding=\"0\">" + lines + "</table></td></tr></table>";
}

std::string_view dot_style(LineStyle line) {
  if (line == LineStyle::dashed) return "rounded,filled,dashed";
  return line == LineStyle::dotted ? "rounded,filled,dotted" : "rounded,filled,solid";
}

void add_card(DotGraph& graph, const Event& event, const Card& card, const TimeColumn& column,
              const TimelineIndex& index) {
  const LineStyle line = style_of(event.factuality.value).line;
  const bool strong = event.kind == Event::Kind::deadline || line != LineStyle::solid;
  DotAttributes attributes = {{"label", card_markup(event, card, column, index), true},
                              {"style", std::string(dot_style(line))},
                              {"color", std::string(light(style_of(event.kind).colour))},
                              {"penwidth", strong ? "1.8" : "1"},
                              {"tooltip", card_tooltip(event, index)},
                              {"id", "event-" + dot_name(event.id)}};
  const std::string address = address_of(event, index);
  if (!address.empty()) attributes.push_back({"URL", address});
  graph.node(event.id, attributes);
}

void add_note_of_hidden(DotGraph& graph, const TimeColumn& column, std::size_t shown,
                        const Timeline& timeline, const std::vector<std::uint32_t>& cards) {
  std::string titles;
  std::size_t count = 0;
  for (const std::uint32_t event : column.events) {
    if (std::find(cards.begin(), cards.end(), event) != cards.end()) continue;
    if (++count > kTooltipTitles) break;
    titles += (titles.empty() ? "" : "\n") + clean_text(timeline.events[event].title, 200);
  }
  graph.node(more_node(column),
             {{"label", "+" + std::to_string(column.events.size() - shown) + " more"},
              {"shape", "plaintext"},
              {"style", ""},
              {"fontcolor", std::string(light("faint"))},
              {"tooltip", titles}});
}

bool has_deadline(const TimeColumn& column, const Timeline& timeline) {
  return std::any_of(column.events.begin(), column.events.end(), [&](std::uint32_t event) {
    return timeline.events[event].kind == Event::Kind::deadline;
  });
}

void add_date(DotGraph& graph, const TimeColumn& column, const Timeline& timeline) {
  const bool red = !column.undated && has_deadline(column, timeline);
  std::string markup = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">";
  markup +=
      "<tr><td>" + font(14, light(red ? "deadline" : "ink"), column.title, true) + "</td></tr>";
  if (!column.subtitle.empty())
    markup += "<tr><td>" + font(9, light("faint"), column.subtitle) + "</td></tr>";
  graph.node(column_node(column), {{"label", markup + "</table>", true},
                                   {"shape", "plaintext"},
                                   {"style", ""},
                                   {"margin", "0.12,0.05"},
                                   {"group", "spine"},
                                   {"tooltip", counted(column.events.size(), "event")}});
}

// An edge that nobody sees keeps the cards of a column below its date and in their order.
void add_column(DotGraph& graph, const CardLayout& layout, std::size_t at,
                const Timeline& timeline) {
  const TimeColumn& column = layout.time.columns[at];
  std::vector<std::string> rank = {column_node(column)};
  for (const std::uint32_t event : layout.cards[at]) rank.push_back(timeline.events[event].id);
  if (layout.cards[at].size() < column.events.size()) {
    add_note_of_hidden(graph, column, layout.cards[at].size(), timeline, layout.cards[at]);
    rank.push_back(more_node(column));
  }
  for (std::size_t i = 0; i + 1 < rank.size(); ++i)
    graph.edge(rank[i], rank[i + 1], {{"style", "invis"}});
  graph.same_rank(rank);
}

void add_spine(DotGraph& graph, const std::vector<TimeColumn>& columns) {
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    DotAttributes attributes = {{"color", std::string(light("ink"))},
                                {"penwidth", "2"},
                                {"arrowhead", "none"},
                                {"weight", "100"}};
    const std::string gap = gap_words(columns[i], columns[i + 1]);
    if (!gap.empty()) attributes.push_back({"label", gap});
    if (columns[i + 1].undated) attributes.push_back({"style", "dashed"});
    graph.edge(column_node(columns[i]), column_node(columns[i + 1]), attributes);
  }
}

bool is_neighbour(const CardLayout::Slot& a, const CardLayout::Slot& b) {
  if (a.column == b.column) return a.row + 1 == b.row || b.row + 1 == a.row;
  return a.column + 1 == b.column || b.column + 1 == a.column;
}

// The spine says it already.
bool is_shown_by_place(const Link& link, const CardLayout::Slot& from, const CardLayout::Slot& to) {
  return (link.type == LinkType::before || link.type == LinkType::meets) && from.column < to.column;
}

std::string note_of(const Link& link, const Event& to) {
  const std::string words =
      std::string(style_of(link.type).words) + ": " + clean_text(to.title, 300);
  return rows("→ " + words, kSmallSize, light(style_of(link.type).colour), 2);
}

void add_link(DotGraph& graph, const Link& link, const CardLayout::Slot& from,
              const CardLayout::Slot& to) {
  const bool backwards = from.column > to.column;
  const std::string colour(light(style_of(link.type).colour));
  const std::string words(style_of(link.type).words);
  const std::string label = link.label.empty() ? words : link.label;
  DotAttributes attributes = {{"label", cut_to_width(clean_text(label), kTextWidth, kSmallSize)},
                              {"color", colour},
                              {"fontcolor", colour},
                              {"constraint", "false"},
                              {"tooltip", words + (link.inferred ? " (inferred)" : "")}};
  if (link.inferred) attributes.push_back({"style", "dashed"});
  // dot draws an edge calmly only in the direction of the spine.
  if (backwards) attributes.push_back({"dir", "back"});
  if (backwards) return graph.edge(link.to, link.from, attributes);
  graph.edge(link.from, link.to, attributes);
}

// Two edges between the same cards would lie upon each other.
bool has_room(const Card& card, std::uint32_t other) {
  return card.joined.size() < kMaxEdgesPerCard &&
         std::find(card.joined.begin(), card.joined.end(), other) == card.joined.end();
}

using Cards = std::map<std::uint32_t, Card>;

void add_links(DotGraph& graph, const CardLayout& layout, const Timeline& timeline,
               const TimelineIndex& index, Cards& cards) {
  for (const Link& link : timeline.links) {
    const auto from = index.event(link.from), to = index.event(link.to);
    if (!from || !to || *from == *to) continue;
    const auto a = layout.slots.find(*from), b = layout.slots.find(*to);
    if (a == layout.slots.end() || b == layout.slots.end()) continue;
    if (is_shown_by_place(link, a->second, b->second)) continue;
    Card &first = cards[*from], &second = cards[*to];
    if (has_room(first, *to) && has_room(second, *from) && is_neighbour(a->second, b->second)) {
      first.joined.push_back(*to), second.joined.push_back(*from);
      add_link(graph, link, a->second, b->second);
    } else if (first.notes.size() < kMaxNotesPerCard) {
      first.notes.push_back(note_of(link, timeline.events[*to]));
    }
  }
}

std::string heading(const Timeline& timeline, const CardLayout& layout) {
  std::string markup = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">";
  const std::string title = cut_to_width(clean_text(title_of(timeline)), 900, 20);
  markup += "<tr><td align=\"left\"><font face=\"" + std::string(kHeadingFont) +
            "\" point-size=\"20\" color=\"" + std::string(light("ink")) + "\"><b>" +
            escape_markup(title) + "</b></font></td></tr>";
  const auto line = [&](std::string_view text) {
    for (const std::string& part : wrap_to_width(clean_text(text), 900, 10, 3))
      markup += row(font(10, light("dim"), escape_markup(part)));
  };
  line(timeline.description);
  if (timeline.events.empty()) line("No events were found.");
  if (layout.time.left_out > 0)
    line(counted(layout.time.left_out, "event") + " of less important dates left out.");
  if (!timeline.events.empty())
    line(
        "Solid: told as fact, or planned. Dashed: likely, possible, asked for or not known. "
        "Dotted: conditional, denied or not so. Red: deadlines.");
  return markup + "</table>";
}

void set_defaults(DotGraph& graph, const Timeline& timeline, const CardLayout& layout) {
  using Part = DotGraph::Part;
  const auto colour = [](std::string_view name) { return std::string(light(name)); };
  const auto set = [&](Part part, const DotAttributes& attributes) {
    for (const DotAttribute& attribute : attributes) graph.set_default(part, attribute);
  };
  set(Part::graph, {{"rankdir", "LR"},
                    {"newrank", "true"},
                    {"nodesep", "0.16"},
                    {"ranksep", "0.55"},
                    {"pad", "0.4"},
                    {"bgcolor", colour("bg")},
                    {"fontname", std::string(kDotFont)},
                    {"labelloc", "t"},
                    {"labeljust", "l"},
                    {"tooltip", title_of(timeline)},
                    {"label", heading(timeline, layout), true}});
  set(Part::node, {{"shape", "box"},
                   {"style", "rounded,filled"},
                   {"fillcolor", colour("panel")},
                   {"fontname", std::string(kDotFont)},
                   {"fontsize", "10"},
                   {"margin", "0.03,0.05"}});
  set(Part::edge, {{"color", colour("faint")},
                   {"fontcolor", colour("faint")},
                   {"fontname", std::string(kDotFont)},
                   {"fontsize", "8"},
                   {"arrowsize", "0.6"}});
}

bool write_dot_timeline(const Timeline& timeline, std::ostream& out) {
  const TimelineIndex index(timeline);
  const CardLayout layout = lay_out_cards(timeline, index);
  DotGraph graph(DotGraph::Kind::directed);
  set_defaults(graph, timeline, layout);
  for (const TimeColumn& column : layout.time.columns) add_date(graph, column, timeline);
  add_spine(graph, layout.time.columns);
  for (std::size_t i = 0; i < layout.time.columns.size(); ++i)
    add_column(graph, layout, i, timeline);
  Cards cards;
  add_links(graph, layout, timeline, index, cards);
  for (const auto& [event, slot] : layout.slots)
    add_card(graph, timeline.events[event], cards[event], layout.time.columns[slot.column], index);
  return graph.write(out);
}

}  // namespace

extern const Exporter dot_exporter;
constinit const Exporter dot_exporter = {"dot", "timeline.dot", "the timeline for Graphviz",
                                         write_dot_timeline};

}  // namespace dateline
