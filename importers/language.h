#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/events/lexicon.h"
#include "importers/events/timeml_words.h"
#include "importers/events/title_forms.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/lemmatizer.h"
#include "importers/nlp/ner.h"
#include "importers/nlp/paragraphs.h"
#include "importers/nlp/parser.h"
#include "importers/nlp/phrase_ranker.h"
#include "importers/nlp/tagger.h"
#include "importers/nlp/tokenizer.h"
#include "importers/nlp/word_lexicon.h"
#include "importers/time/timex_rules.h"

namespace dateline {

/// What is known of one language: rules, word lists and models, compiled once, then only read.
/// Each annotator owns its part; language.cc puts them together. Models are used where the data
/// files hold them, so these must outlive the language.
struct Language {
  std::string code;  ///< "en"
  TokenRules tokens;
  LineRules lines;
  WordLexicon words;
  Tagger tagger;
  Lemmatizer lemmatizer;
  Parser parser;
  NameTagger names;
  PhraseRanker phrases;
  TimexRules times;
  EntityWords entities;
  EventLexicon events;
  TimemlWords timeml;
  TitleForms titles;
  bool times_only = false;  ///< there are rules for its times, and no models
};

/// Runs all tasks, in any order, each on any thread, and returns when they are done.
using RunTasks = std::function<void(std::span<const std::function<void()>> tasks)>;
void run_in_turn(std::span<const std::function<void()>> tasks);

/// Error.message names the file and line that is broken (or the language that is not there). `run`:
/// how the parts are loaded, which know nothing of each other.
Result<Language> load_language(const DataFiles& files, std::string_view code,
                               const RunTasks& run = run_in_turn);

}  // namespace dateline
