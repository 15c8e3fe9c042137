#include "importers/time/timex_rules.h"

#include <string>
#include <utility>

namespace dateline {
namespace {

// A feast's name is the pattern of its rule.
std::string rules_of(const std::vector<Holiday>& holidays) {
  std::string text;
  for (std::size_t i = 0; i < holidays.size(); ++i)
    text += "holiday-" + std::to_string(i) + " : " + holidays[i].name +
            " => holiday number(count=" + std::to_string(i) + ")\n";
  return text;
}

}  // namespace

Result<TimexRules> load_timex_rules(const DataFiles& files, std::string_view language) {
  const std::string own = std::string(language) + "/timex.rules";
  const std::string feasts = std::string(language) + "/holidays.txt";
  const auto holidays = read_holidays(feasts, files.find(feasts).value_or(""));
  if (!holidays) return holidays.error();
  const std::string holiday_rules = rules_of(*holidays);
  std::vector<RuleFile> sources;
  if (const auto text = files.find("root/timex.rules"))
    sources.push_back({"root/timex.rules", *text});
  sources.push_back({feasts, holiday_rules});
  const auto text = files.find(own);
  if (!text) return Error{own + ": expected the time rules of the language", {}};
  sources.push_back({own, *text});
  auto grammar = read_grammar(sources);
  if (!grammar) return grammar.error();
  TimexRules rules{std::move(grammar).value(), *holidays, {}};
  constexpr std::string_view kEvents = "root/known_events.txt";
  auto events = read_known_events(kEvents, files.find(kEvents).value_or(""), rules.grammar.words());
  if (!events) return events.error();
  rules.known_events = std::move(events).value();
  return rules;
}

}  // namespace dateline
