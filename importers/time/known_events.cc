#include "importers/time/known_events.h"

#include <optional>

#include "core/date.h"
#include "importers/data_lines.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

std::optional<Day> day_of_text(std::string_view text) {
  const auto date = date_from_timex_value(text);
  return date ? date->known_day() : std::nullopt;
}

std::vector<std::uint32_t> numbers_of(std::string_view name, Vocabulary& words) {
  std::vector<std::uint32_t> numbers;
  for (const std::string_view word : words_of(name)) numbers.push_back(words.add(folded(word)));
  return numbers;
}

}  // namespace

Result<std::vector<KnownEvent>> read_known_events(std::string_view path, std::string_view text,
                                                  Vocabulary& words) {
  std::vector<KnownEvent> events;
  for (const DataLine& line : data_lines(text)) {
    const auto equals = line.text.find(" = ");
    const std::string_view days = equals == line.text.npos ? "" : line.text.substr(equals + 3);
    const auto slash = days.find('/');
    const auto first = day_of_text(days.substr(0, slash));
    const auto last = slash == days.npos ? std::nullopt : day_of_text(days.substr(slash + 1));
    if (!first || !last || *last < *first)
      return data_error(path, line, "expected 'name | other name = YYYY-MM-DD/YYYY-MM-DD'");
    std::string_view names = line.text.substr(0, equals);
    while (!names.empty()) {
      const auto bar = names.find('|');
      events.push_back({numbers_of(names.substr(0, bar), words), *first, *last});
      names = bar == names.npos ? "" : names.substr(bar + 1);
    }
  }
  return events;
}

}  // namespace dateline
