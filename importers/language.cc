#include "importers/language.h"

#include <deque>
#include <utility>
#include <vector>

namespace dateline {
namespace {

// What is to be done for the parts of a language. The tasks keep references to this.
class LanguageParts {
 public:
  LanguageParts(const DataFiles& files, std::string_view code) : files_(files), code_(code) {}
  LanguageParts(const LanguageParts&) = delete;

  template <typename Part>
  void add(Part& part, Result<Part> (*read)(const DataFiles& files, std::string_view code)) {
    Error& error = errors_.emplace_back();
    tasks_.push_back([this, &part, &error, read] {
      Result<Part> loaded = read(files_, code_);
      if (loaded)
        part = std::move(loaded).value();
      else
        error = loaded.error();
    });
  }

  /// The error of the first part that has one; an empty one if all were loaded.
  Error load(const RunTasks& run) const {
    run(tasks_);
    for (const Error& error : errors_)
      if (!error.message.empty()) return error;
    return {};
  }

 private:
  const DataFiles& files_;
  std::string_view code_;
  std::deque<Error> errors_;  // stay where they are
  std::vector<std::function<void()>> tasks_;
};

}  // namespace

void run_in_turn(std::span<const std::function<void()>> tasks) {
  for (const auto& task : tasks) task();
}

// To add an annotator's knowledge: a field of Language and a line here. The slowest come first, for
// those who load them side by side.
Result<Language> load_language(const DataFiles& files, std::string_view code, const RunTasks& run) {
  Language language;
  language.code = code;
  LanguageParts parts(files, code);
  parts.add(language.times, load_timex_rules);
  language.times_only = !files.find(language.code + "/tagger.model");
  if (language.times_only) {
    const Error error = parts.load(run);
    return error.message.empty() ? Result<Language>(std::move(language)) : error;
  }
  parts.add(language.parser, Parser::load);
  parts.add(language.tagger, Tagger::load);
  parts.add(language.names, NameTagger::load);
  parts.add(language.phrases, PhraseRanker::load);
  parts.add(language.events, EventLexicon::load);
  parts.add(language.entities, EntityWords::load);
  parts.add(language.timeml, TimemlWords::load);
  parts.add(language.lemmatizer, Lemmatizer::load);
  parts.add(language.words, WordLexicon::load);
  parts.add(language.titles, TitleForms::load);
  parts.add(language.tokens, load_token_rules);
  parts.add(language.lines, load_line_rules);
  const Error error = parts.load(run);
  if (!error.message.empty()) return error;
  return language;
}

}  // namespace dateline
