#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "importers/text/ascii.h"
#include "importers/time/grammar.h"
#include "importers/time/pattern.h"
#include "importers/time/rule_lines.h"

namespace dateline {
namespace {

constexpr std::string_view kFunctionNames[] = {"number", "sum",      "product", "date",
                                               "shift",  "duration", "set",     "reference",
                                               "change", "join",     "range",   "only"};

std::optional<ValueFunction> function_named(std::string_view name) {
  const auto at = std::find(std::begin(kFunctionNames), std::end(kFunctionNames), name);
  if (at == std::end(kFunctionNames)) return std::nullopt;
  return static_cast<ValueFunction>(at - std::begin(kFunctionNames));
}

std::string in_braces(std::string_view name) {
  std::string symbol("{");
  symbol += name;
  symbol += '}';
  return symbol;
}

std::optional<double> constant_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  const auto keyword = term_keyword(text);
  return keyword ? std::optional<double>(*keyword) : std::nullopt;
}

}  // namespace

/// Puts a Grammar together, line by line. The first mistake is kept, with its place.
class GrammarBuilder {
 public:
  GrammarBuilder() {
    grammar_.edges_.resize(1024);
    grammar_.accepted_.emplace_back();
  }

  void read(const RuleFile& file) {
    file_ = file.name;
    RuleLines lines(file.text);
    while (message_.empty() && lines.next()) {
      line_ = lines.number();
      take(lines);
    }
  }

  Result<Grammar> finish() && {
    for (const auto& [symbol, place] : wanted_)
      if (message_.empty() && !defined_.contains(symbol)) {
        std::tie(file_, line_) = place;
        fail("expected the name of a category, found '" + symbol + "'");
      }
    if (!message_.empty()) return Error{message_, {}};
    grammar_.memberships_.resize(grammar_.words_.size());
    return std::move(grammar_);
  }

 private:
  using Place = std::pair<std::string_view, std::uint32_t>;

  void fail(std::string message) {
    if (message_.empty())
      message_ = std::string(file_) + ":" + std::to_string(line_) + ": " + std::move(message);
  }

  void take(const RuleLines& lines) {
    switch (lines.kind()) {
      case RuleLines::Kind::category:
        return begin_category(lines);
      case RuleLines::Kind::words:
        return add_words(lines);
      case RuleLines::Kind::digits:
        return add_digits(lines);
      case RuleLines::Kind::rule:
        return add_rule(lines);
      case RuleLines::Kind::example:
        return add_example(lines);
      case RuleLines::Kind::broken:
        return fail(
            "expected a category, digits, a rule 'name : pattern => TYPE value' or an example");
    }
  }

  std::uint32_t define(std::string_view name) {
    const std::string symbol = in_braces(name);
    defined_.insert({symbol, {file_, line_}});
    return grammar_.words_.add(symbol);
  }

  void begin_category(const RuleLines& lines) {
    category_ = define(lines.name());
    capital_ = lines.value() == "capital";
    if (!capital_ && !lines.value().empty()) fail("expected 'capital' or the end of the line");
  }

  void add_membership(std::uint32_t word, Grammar::Membership membership) {
    if (grammar_.memberships_.size() <= word) grammar_.memberships_.resize(word + 256);
    grammar_.memberships_[word].push_back(membership);
  }

  void add_words(const RuleLines& lines) {
    if (category_ == Vocabulary::kUnknown) return fail("expected a category before its words");
    const auto value = lines.value().empty() ? std::optional(0.0) : constant_of(lines.value());
    if (!value) return fail("expected a number or a keyword, found '" + lines.value() + "'");
    for (const std::string& word : lines.words())
      add_membership(grammar_.words_.add(folded(word)),
                     {category_, static_cast<std::int32_t>(*value), capital_});
  }

  void add_digits(const RuleLines& lines) {
    Grammar::DigitRange range;
    range.category = define(lines.name());
    const std::string_view text = lines.value();
    const auto dots = text.find("..");
    const std::string_view low = text.substr(0, dots);
    const std::string_view high = dots == text.npos ? "" : text.substr(dots + 2);
    const auto low_value = constant_of(low), high_value = constant_of(high);
    if (!low_value || !high_value || low.size() > high.size() || *low_value > *high_value)
      return fail("expected a range like 1..31, found '" + std::string(text) + "'");
    range.low = static_cast<std::uint32_t>(*low_value);
    range.high = static_cast<std::uint32_t>(*high_value);
    range.min_width = static_cast<std::uint8_t>(low.size());
    range.max_width = static_cast<std::uint8_t>(high.size());
    grammar_.digit_ranges_.push_back(range);
  }

  void add_rule(const RuleLines& lines) {
    category_ = Vocabulary::kUnknown;
    TimexRule rule;
    rule.name = lines.name();
    rule.line = line_;
    if (!names_.insert({rule.name, line_}).second)
      return fail("two rules are named '" + rule.name + "'");
    auto pattern = parse_pattern(lines.pattern());
    if (!pattern) return fail(pattern.error().message + " in the pattern of '" + rule.name + "'");
    const auto readings = readings_of(*pattern);
    if (!readings) return fail(readings.error().message);
    set_head(rule, lines.head());
    for (const PlainPattern& reading : *readings) collect_labels(rule, reading);
    read_call(rule, lines.value());
    add_beside(rule, *pattern);
    grammar_.rules_.push_back(std::move(rule));
    for (const PlainPattern& reading : *readings) insert(reading);
  }

  void set_head(TimexRule& rule, std::string_view head) {
    const auto type = timex_type_named(head);
    rule.is_timex = type.has_value();
    rule.is_false_friend = head == "NOTHING";
    if (type) rule.type = *type;
    rule.head = define(type ? ascii_lower(head) : std::string(head));
  }

  void collect_labels(TimexRule& rule, const PlainPattern& reading) {
    for (const PlainElement& element : reading)
      if (!element.label.empty() &&
          std::find(rule.labels.begin(), rule.labels.end(), element.label) == rule.labels.end())
        rule.labels.push_back(element.label);
  }

  // "function(name=value, name={label}, {label})"; a rule without a call passes on its one label.
  void read_call(TimexRule& rule, std::string_view call) {
    if (call.empty()) call = "change()";
    const auto open = call.find('(');
    const auto function = function_named(call.substr(0, open));
    if (!function || open == call.npos || !call.ends_with(')'))
      return fail("expected a value function and its arguments, found '" + std::string(call) + "'");
    rule.function = *function;
    std::string_view arguments = call.substr(open + 1, call.size() - open - 2);
    while (!arguments.empty()) {
      const auto comma = arguments.find(',');
      add_argument(rule, trimmed(arguments.substr(0, comma)));
      arguments = comma == arguments.npos ? "" : arguments.substr(comma + 1);
    }
    if (rule.function == ValueFunction::change && !has_first(rule) && rule.labels.size() == 1)
      rule.arguments.insert(rule.arguments.begin(),
                            {ValueArgument::Kind::first, TimeTerm::Field::year, 0, 0, false});
  }

  static bool has_first(const TimexRule& rule) {
    return std::any_of(rule.arguments.begin(), rule.arguments.end(),
                       [](const ValueArgument& a) { return a.kind == ValueArgument::Kind::first; });
  }

  void add_argument(TimexRule& rule, std::string_view text) {
    ValueArgument argument;
    const auto equals = text.starts_with('{') ? text.npos : text.find('=');
    std::string_view value = equals == text.npos ? text : trimmed(text.substr(equals + 1));
    if (equals == text.npos)
      argument.kind = has_first(rule) ? ValueArgument::Kind::second : ValueArgument::Kind::first;
    else if (!set_parameter(argument, trimmed(text.substr(0, equals))))
      return fail("expected a parameter, found '" + std::string(text) + "'");
    argument.negative = value.starts_with("-{");
    if (argument.negative) value.remove_prefix(1);
    if (value.starts_with('{') && value.ends_with('}')) {
      const auto at =
          std::find(rule.labels.begin(), rule.labels.end(), value.substr(1, value.size() - 2));
      if (at == rule.labels.end())
        return fail("expected a category of the pattern, found '" + std::string(value) + "'");
      argument.capture = static_cast<std::int8_t>(at - rule.labels.begin());
    } else if (const auto constant = constant_of(value)) {
      argument.constant = *constant;
    } else {
      return fail("expected a number, a keyword or a {category}, found '" + std::string(value) +
                  "'");
    }
    rule.arguments.push_back(argument);
  }

  static bool set_parameter(ValueArgument& argument, std::string_view name) {
    if (name == "count") argument.kind = ValueArgument::Kind::count;
    if (name == "more") argument.kind = ValueArgument::Kind::more;
    if (name == "of") argument.kind = ValueArgument::Kind::of;
    if (argument.kind != ValueArgument::Kind::field) return true;
    const auto field = term_field(name);
    if (field) argument.field = *field;
    return field.has_value();
  }

  // The words beside a match become a class of their own.
  void add_beside(TimexRule& rule, const Pattern& pattern) {
    for (const PatternBeside& beside : pattern.beside) {
      if (beside.symbols.size() == 1 && beside.symbols[0].starts_with('{')) {
        rule.beside.push_back({want(beside.symbols[0]), beside.left, beside.wanted});
        continue;
      }
      const std::uint32_t symbol =
          grammar_.words_.add(in_braces(rule.name + "#" + std::to_string(rule.beside.size())));
      for (const std::string& word : beside.symbols) {
        if (word.starts_with('{')) return fail("expected one {category} or a list of words");
        add_membership(grammar_.words_.add(word), {symbol, 0, false});
      }
      rule.beside.push_back({symbol, beside.left, beside.wanted});
    }
  }

  std::uint32_t want(const std::string& symbol) {
    if (symbol.size() > 1 && symbol.starts_with('{')) wanted_.insert({symbol, {file_, line_}});
    return grammar_.words_.add(symbol);
  }

  void insert(const PlainPattern& reading) {
    if (reading.empty() || reading.size() > kMaxPatternLength)
      return fail("expected a pattern of 1 to " + std::to_string(kMaxPatternLength) + " elements");
    const TimexRule& rule = grammar_.rules_.back();
    RuleVariant variant{static_cast<std::uint32_t>(grammar_.rules_.size() - 1), {}};
    std::uint32_t node = 0;
    for (const PlainElement& element : reading) {
      node = child(node, want(element.symbol), element.glued);
      const auto label = std::find(rule.labels.begin(), rule.labels.end(), element.label);
      variant.label_of.push_back(label == rule.labels.end()
                                     ? std::int8_t{-1}
                                     : static_cast<std::int8_t>(label - rule.labels.begin()));
    }
    grammar_.accepted_[node].push_back(std::move(variant));
  }

  std::uint32_t child(std::uint32_t node, std::uint32_t symbol, bool glued) {
    if (grammar_.edge_count_ * 2 >= grammar_.edges_.size()) grow_edges();
    const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32) |
                              (static_cast<std::uint64_t>(symbol) << 1) | (glued ? 1u : 0u);
    Grammar::Edge& edge = grammar_.edges_[grammar_.slot_of(key)];
    if (edge.to == Grammar::kNowhere) {
      edge = {key, static_cast<std::uint32_t>(grammar_.accepted_.size())};
      grammar_.accepted_.emplace_back();
      ++grammar_.edge_count_;
    }
    return edge.to;
  }

  void grow_edges() {
    std::vector<Grammar::Edge> old(grammar_.edges_.size() * 2);
    old.swap(grammar_.edges_);
    for (const Grammar::Edge& edge : old)
      if (edge.to != Grammar::kNowhere) grammar_.edges_[grammar_.slot_of(edge.key)] = edge;
  }

  void add_example(const RuleLines& lines) {
    if (grammar_.rules_.empty()) return fail("expected a rule before its examples");
    TimexExample example = lines.example();
    example.line = line_;
    if (example.text.empty()) return fail("expected an example in quotes");
    grammar_.rules_.back().examples.push_back(std::move(example));
  }

  Grammar grammar_;
  std::string_view file_;
  std::uint32_t line_ = 0;
  std::uint32_t category_ = Vocabulary::kUnknown;  // whose words are being read
  bool capital_ = false;
  std::map<std::string, Place> defined_, wanted_;
  std::map<std::string, std::uint32_t> names_;
  std::string message_;
};

Result<Grammar> read_grammar(const std::vector<RuleFile>& files) {
  GrammarBuilder builder;
  for (const RuleFile& file : files) builder.read(file);
  return std::move(builder).finish();
}

}  // namespace dateline
