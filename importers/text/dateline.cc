#include "importers/text/dateline.h"

#include <algorithm>
#include <utility>

#include "importers/data_lines.h"
#include "importers/text/ascii.h"
#include "importers/text/publication_date.h"
#include "importers/text/story_words.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDateline = 120;  // bytes
constexpr std::size_t kLongestAgency = 40;
constexpr std::size_t kLongestDate = 40;
// Behind the date of a line: "All times local", "at 5 p.m. EST".
constexpr std::size_t kMostWordsBehind = 4;

constexpr std::string_view kDashes[] = {" — ", " – ", " - ", " -- ", "— ", "—"};

/// The text before the first dash; nothing if there is none near the beginning.
std::optional<std::string_view> before_dash(std::string_view text) {
  std::size_t first = text.npos;
  for (const std::string_view dash : kDashes) first = std::min(first, text.find(dash));
  if (first == text.npos || first == 0 || first > kLongestDateline) return std::nullopt;
  return trimmed(text.substr(0, first));
}

/// Takes "(Northern Press)" off the end.
std::string take_agency(std::string_view& head) {
  if (!head.ends_with(')')) return {};
  const std::size_t open = head.rfind('(');
  if (open == head.npos || head.size() - open > kLongestAgency) return {};
  std::string agency(trimmed(head.substr(open + 1, head.size() - open - 2)));
  head = trimmed(head.substr(0, open));
  return agency;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Two letters or more, none of them small: "GENEVA", "U.N.".
bool is_all_capitals(std::string_view word) {
  return std::ranges::count_if(word, is_capital) >= 2 &&
         std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The last ", " of `head` behind which there is a day; the end if there is none.
std::size_t begin_of_day(std::string_view head, Dateline& dateline) {
  for (std::size_t at = 0; at < head.size();) {
    const std::string_view rest = head.substr(at);
    dateline.date = find_date(rest);
    if (!dateline.date) dateline.day = find_day_without_year(rest);
    const bool here = begins_with_date(rest);
    if (here && (dateline.date || !dateline.day.empty())) return at;
    const std::size_t comma = head.find(',', at);
    if (comma == head.npos) break;
    at = head.find_first_not_of(", ", comma);
    if (at == head.npos) break;
  }
  dateline.date.reset();
  dateline.day.clear();
  return head.size();
}

std::string_view without_end(std::string_view text, std::string_view signs) {
  while (!text.empty() && signs.find(text.back()) != signs.npos) text.remove_suffix(1);
  return text;
}

/// Takes words like "Published" and "Sunday" off the beginning.
std::string_view behind_labels(std::string_view line) {
  const WordSet& labels = story_words().find("date-labels")->second;
  for (;;) {
    const std::size_t end = std::min(line.find_first_of(" ,:.|"), line.size());
    if (!labels.contains(ascii_lower(line.substr(0, end)))) return line;
    const std::size_t next = line.find_first_not_of(" ,:.|", end);
    line = next == line.npos ? std::string_view() : line.substr(next);
    for (const std::string_view dash : {"— ", "– ", "- "})
      if (line.starts_with(dash)) line = trimmed(line.substr(dash.size()));
  }
}

bool tells_update(std::string_view line) {
  const std::string lower = ascii_lower(line);
  return std::ranges::any_of(story_words().find("updated")->second,
                             [&](const std::string& word) { return lower.starts_with(word); });
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  const auto found = before_dash(trimmed(paragraph.substr(0, 2 * kLongestDateline)));
  if (!found) return std::nullopt;
  std::string_view head = *found;
  Dateline dateline;
  dateline.agency = take_agency(head);
  const std::size_t day = begin_of_day(head, dateline);
  dateline.place = without_end(head.substr(0, day), ", ");
  const auto words = words_of(dateline.place);
  const bool place = !words.empty() && is_all_capitals(without_end(words.front(), ","));
  const bool date = words.empty() && dateline.date;
  return place || date ? std::optional(std::move(dateline)) : std::nullopt;
}

std::optional<PartialDate> read_date_line(std::string_view line) {
  line = trimmed(line);
  if (line.size() > kLongestDateline || tells_update(line)) return std::nullopt;
  const std::string_view rest = behind_labels(line);
  if (!begins_with_date(rest)) return std::nullopt;
  const auto date = find_date(rest.substr(0, kLongestDate));
  constexpr std::size_t kWordsOfDate = 3;
  if (words_of(rest).size() > kWordsOfDate + kMostWordsBehind) return std::nullopt;
  return date;
}

}  // namespace dateline
