#include "exporters/html_table.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "exporters/drawn_text.h"
#include "exporters/style.h"
#include "exporters/timeline_index.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTableRows = 5000;  // a browser is slow with more
constexpr std::size_t kMaxTableQuote = 600;

std::string cell(std::string_view text, std::size_t max_bytes = 400) {
  return "<td dir=\"auto\">" + escape_markup(clean_text(text, max_bytes)) + "</td>";
}

std::string joined_names(const std::vector<std::string_view>& ids, const TimelineIndex& index) {
  std::string text;
  for (const std::string_view id : ids)
    text.append(text.empty() ? "" : ", ").append(index.entity_name(id));
  return text;
}

std::string row(const Event& event, const TimelineIndex& index) {
  std::vector<std::string_view> who, sources;
  for (const Participant& participant : event.participants) who.push_back(participant.entity);
  for (const SourceClaim& claim : event.attribution) sources.push_back(claim.source);
  std::string quote;
  if (!event.evidence.empty())
    quote = "“" + clean_text(event.evidence.front().quote, kMaxTableQuote) + "”";
  return "<tr>" + cell(words_of(event.when)) + "<th scope=\"row\" dir=\"auto\">" +
         escape_markup(clean_text(event.title)) + "</th>" + "<td class=\"kind\">" +
         std::string(style_of(event.kind).name) + "</td>" + cell(words_of(event.factuality)) +
         cell(joined_names(who, index)) +
         cell(sources.empty() ? "the article" : joined_names(sources, index)) +
         cell(quote, kMaxTableQuote + 16) + "</tr>\n";
}

std::vector<std::uint32_t> by_time(const Timeline& timeline) {
  std::vector<std::uint32_t> order(timeline.events.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t at) {
    const Event& event = timeline.events[at];
    const auto& [earliest, latest] = event.when.interval;
    const auto last = std::numeric_limits<std::int64_t>::max();
    return std::tuple(earliest ? earliest->seconds : latest ? latest->seconds : last, at);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return order;
}

}  // namespace

std::string html_table(const Timeline& timeline) {
  if (timeline.events.empty()) return "<p>No events were found.</p>";
  const TimelineIndex index(timeline);
  std::string table = "<table><thead><tr>";
  for (const std::string_view name :
       {"When", "What", "Kind", "Factuality", "Who", "Who says so", "Words of the article"})
    table.append("<th scope=\"col\">").append(name).append("</th>");
  table += "</tr></thead><tbody>\n";
  std::vector<std::uint32_t> order = by_time(timeline);
  const std::size_t left_out = order.size() > kMaxTableRows ? order.size() - kMaxTableRows : 0;
  order.resize(order.size() - left_out);
  for (const std::uint32_t event : order) table += row(timeline.events[event], index);
  table += "</tbody></table>";
  if (left_out > 0) table += "<p>" + counted(left_out, "later event") + " not shown.</p>";
  return table;
}

}  // namespace dateline
