#include <gtest/gtest.h>

#include <map>
#include <string>

#include "importers/time/resolver.h"
#include "importers/time/timex_rules.h"

namespace dateline {
namespace {

const TimexRules& rules_of(std::string_view language) {
  static std::map<std::string_view, Result<TimexRules>> loaded;
  auto found = loaded.find(language);
  if (found == loaded.end())
    found = loaded.emplace(language, load_timex_rules(DataFiles::embedded(), language)).first;
  const Result<TimexRules>& rules = found->second;
  EXPECT_TRUE(rules) << (rules ? "" : rules.error().message);
  return *rules;
}

struct Sample {
  std::string text;
  Span wanted;  // all of it, or what stood in brackets
};

Sample sample_of(const std::string& example) {
  Sample sample;
  sample.wanted.begin = 0;
  bool bracketed = false;
  for (const char c : example) {
    const auto at = static_cast<std::uint32_t>(sample.text.size());
    if (c == '[') {
      sample.wanted.begin = at;
      bracketed = true;
    } else if (c == ']') {
      sample.wanted.end = at;
    } else {
      sample.text += c;
    }
  }
  if (!bracketed) sample.wanted = {0, static_cast<std::uint32_t>(sample.text.size())};
  return sample;
}

std::string listed(const std::vector<Timex>& timexes, std::string_view text) {
  std::string list;
  for (const Timex& timex : timexes) {
    list +=
        "  '" + std::string(timex.span.of(text)) + "' " + std::string(name_of(timex.type)) + " ";
    list += timex.value + " " + timex.mod + " by " + timex.rule + "\n";
  }
  return list.empty() ? "  nothing\n" : list;
}

std::string reported(const TimexRules& rules, const TimexRule& rule, const TimexExample& example) {
  const Sample sample = sample_of(example.text);
  Document document;
  document.article.text = Text::from_source(sample.text);
  document.published = date_from_timex_value(example.published);
  const auto found = find_timexes(document, rules);
  bool matched = false;
  for (const Timex& timex : found)
    matched |= timex.span == sample.wanted &&
               (example.value.empty() || example.value == timex.value) &&
               (example.mod.empty() || example.mod == timex.mod);
  if (matched == example.must_match && (matched || found.empty())) return "";
  return rule.name + " (line " + std::to_string(example.line) + "): \"" + example.text + "\"" +
         (example.must_match ? " should be " + example.value + " " + example.mod
                             : " should not match") +
         ", found\n" + listed(found, sample.text);
}

TEST(TimexRules, EveryExampleUnderARuleHolds) {
  for (const std::string_view language : {"en", "es"}) {
    const TimexRules& rules = rules_of(language);
    std::string failures;
    for (const TimexRule& rule : rules.grammar.rules())
      for (const TimexExample& example : rule.examples) failures += reported(rules, rule, example);
    EXPECT_EQ(failures, "") << language;
  }
}

std::string error_of(std::string_view text) {
  const auto grammar = read_grammar({{"xx/timex.rules", text}});
  return grammar ? "" : grammar.error().message;
}

TEST(TimexRules, AMistakeIsReportedWithFileAndLine) {
  EXPECT_EQ(error_of("# time\ncategory unit\n  day = days\n"),
            "xx/timex.rules:3: expected a number or a keyword, found 'days'");
  EXPECT_EQ(error_of("\nlast : last {unit} => DATE shift(count=1)\n"),
            "xx/timex.rules:2: expected the name of a category, found '{unit}'");
  EXPECT_EQ(error_of("today : today => DATE shift(count={n})\n"),
            "xx/timex.rules:1: expected a category of the pattern, found '{n}'");
  EXPECT_EQ(error_of("today : today => DATE leap(count=1)\n"),
            "xx/timex.rules:1: expected a value function and its arguments, found 'leap(count=1)'");
  EXPECT_EQ(error_of("today : (today => DATE shift(count=0)\n"),
            "xx/timex.rules:1: expected ')' in the pattern of 'today'");
  EXPECT_EQ(error_of("what is this\n"),
            "xx/timex.rules:1: expected a category, digits, a rule 'name : pattern => TYPE value' "
            "or an example");
}

TEST(TimexRules, TwoRulesMayNotShareAName) {
  EXPECT_EQ(error_of("a : now => DATE reference(reference=present)\n"
                     "a : then => DATE reference(reference=past)\n"),
            "xx/timex.rules:2: two rules are named 'a'");
}

TEST(TimexRules, APatternWithTooManyReadingsIsRefused) {
  std::string pattern;
  for (int i = 0; i < 12; ++i) pattern += "a? ";
  EXPECT_NE(error_of("x : " + pattern + "b => DATE shift(count=0)\n").find("readings"),
            std::string::npos);
}

}  // namespace
}  // namespace dateline
