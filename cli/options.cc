#include "cli/options.h"

#include <algorithm>

#include "cli/suggest.h"

namespace dateline {

namespace {

constexpr Option kOptions[] = {
    {"from", 0, OptionArgument::importer, "FORMAT",
     "read the inputs as FORMAT instead of detecting it", &Options::from, nullptr},
    {"to", 0, OptionArgument::exporter, "FORMAT", "write FORMAT; build takes several, with commas",
     &Options::to, nullptr},
    {"output", 'o', OptionArgument::file, "PATH", "write to PATH: a folder for build and annotate",
     &Options::output, nullptr},
    {"column", 0, OptionArgument::text, "FIELD=NAME",
     "of tables (CSV): the column that tells text, title, published ...; several, with commas",
     &Options::columns, nullptr},
    {"published", 0, OptionArgument::text, "DATE",
     "date of the articles that give none, e.g. 2022-02-12", &Options::published, nullptr},
    {"language", 0, OptionArgument::text, "CODE", "language of the articles, e.g. en",
     &Options::language, nullptr},
    {"jobs", 'j', OptionArgument::text, "N", "articles read at once (default: one a processor)",
     &Options::jobs, nullptr},
    {"data", 0, OptionArgument::folder, "DIR",
     "rules, word lists and models that replace the built-in", &Options::data, nullptr},
    {"gazetteer", 0, OptionArgument::file, "FILE",
     "give places the coordinates that a GeoNames dump has of them", &Options::gazetteer, nullptr},
    {"no-text", 0, OptionArgument::none, "", "leave the articles' text out of the timeline",
     nullptr, &Options::no_text},
    {"keep-annotation", 0, OptionArgument::none, "",
     "take the times and events of TimeML files as they are", nullptr, &Options::keep_annotation},
    {"report", 0, OptionArgument::file, "FILE", "write a JSON list of what was repaired, and where",
     &Options::report, nullptr},
    {"actor", 0, OptionArgument::text, "NAME",
     "only events that an entity of this name takes part in", &Options::actor, nullptr},
    {"type", 0, OptionArgument::text, "TYPE", "only events of this type or kind, e.g. deadline",
     &Options::type, nullptr},
    {"date", 0, OptionArgument::text, "DATE", "only events that may lie in this date or interval",
     &Options::date, nullptr},
    {"factuality", 0, OptionArgument::text, "VALUE",
     "only events of this factuality, e.g. asserted", &Options::factuality, nullptr},
    {"quiet", 'q', OptionArgument::none, "", "say nothing but errors", nullptr, &Options::quiet},
    {"verbose", 'v', OptionArgument::none, "", "also say what was doubted, dropped or repaired",
     nullptr, &Options::verbose},
    {"models", 0, OptionArgument::none, "", "with --version: whose data the models learned from",
     nullptr, &Options::models},
    {"help", 'h', OptionArgument::none, "", "show how a command is used", nullptr, &Options::help},
    {"version", 'V', OptionArgument::none, "", "show the version", nullptr, &Options::version},
};

const Option* option_lettered(char letter) {
  const auto found = std::find_if(std::begin(kOptions), std::end(kOptions),
                                  [&](const Option& option) { return option.letter == letter; });
  return found == std::end(kOptions) ? nullptr : found;
}

Error unknown_option(std::string_view word, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Option& option : kOptions) names.push_back(option.name);
  std::string message = "unknown option '" + std::string(word) + "'";
  if (const auto near = closest(name, names))
    message += "; did you mean '--" + std::string(*near) + "'?";
  return {message, {}};
}

// Walks over the words, one option or operand at a time.
class OptionParser {
 public:
  explicit OptionParser(std::span<const std::string> words) : words_(words) {}

  Result<Options> parse() {
    for (; next_ < words_.size() && !error_; ++next_) take(words_[next_]);
    if (error_) return *error_;
    return std::move(options_);
  }

 private:
  void take(std::string_view word) {
    if (only_operands_ || word == "-" || !word.starts_with('-')) return operand(word);
    if (word == "--") {
      only_operands_ = true;
    } else if (word.starts_with("--")) {
      long_option(word);
    } else {
      short_options(word);
    }
  }

  void operand(std::string_view word) {
    if (options_.command.empty() && !only_operands_) {
      options_.command = word;
    } else {
      options_.operands.emplace_back(word);
    }
  }

  void long_option(std::string_view word) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(2, equals == word.npos ? equals : equals - 2);
    const Option* option = find_option(name);
    if (option == nullptr) {
      error_ = unknown_option(word.substr(0, equals), name);
    } else if (equals == word.npos) {
      set(*option, word);
    } else if (option->kind == OptionArgument::none) {
      error_ = Error{"'--" + std::string(name) + "' takes no argument", {}};
    } else {
      give(*option, word.substr(0, equals), word.substr(equals + 1));
    }
  }

  // "-qo DIR", "-oDIR": switches may be joined, and an argument may follow at once.
  void short_options(std::string_view word) {
    for (std::size_t i = 1; i < word.size() && !error_; ++i) {
      const Option* option = option_lettered(word[i]);
      if (option == nullptr) {
        error_ = unknown_option(word, word.substr(1));
      } else if (option->kind != OptionArgument::none && i + 1 < word.size()) {
        return give(*option, word.substr(0, i + 1), word.substr(i + 1));
      } else {
        set(*option, "-" + std::string(1, option->letter));
      }
    }
  }

  void set(const Option& option, std::string_view word) {
    if (option.kind == OptionArgument::none) {
      options_.*option.flag = true;
    } else {
      const bool last = next_ + 1 == words_.size();
      give(option, word, last ? std::string_view() : words_[++next_]);
    }
  }

  // An empty argument is most often a script's variable that was never set.
  void give(const Option& option, std::string_view word, std::string_view argument) {
    if (argument.empty()) {
      error_ = Error{"'" + std::string(word) + "' expects " + std::string(option.argument), {}};
    } else if (option.value == &Options::columns && !options_.columns.empty()) {
      options_.columns += "," + std::string(argument);
    } else {
      options_.*option.value = argument;
    }
  }

  std::span<const std::string> words_;
  std::size_t next_ = 0;
  bool only_operands_ = false;
  Options options_;
  std::optional<Error> error_;
};

}  // namespace

std::span<const Option> all_options() { return kOptions; }

const Option* find_option(std::string_view name) {
  for (const Option& option : kOptions)
    if (option.name == name) return &option;
  return nullptr;
}

Result<Options> parse_options(std::span<const std::string> words) {
  return OptionParser(words).parse();
}

std::vector<std::string_view> given(const Options& options) {
  std::vector<std::string_view> names;
  for (const Option& option : kOptions) {
    const bool set = option.value ? !(options.*option.value).empty() : options.*option.flag;
    if (set) names.push_back(option.name);
  }
  return names;
}

}  // namespace dateline
