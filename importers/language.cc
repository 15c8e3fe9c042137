#include "importers/language.h"

namespace dateline {
namespace {

// Stores what a loader gave, or its error in `first` if that is still empty.
template <typename T>
void take(Result<T> loaded, T& part, Error& first) {
  if (loaded)
    part = std::move(loaded).value();
  else if (first.message.empty())
    first = loaded.error();
}

}  // namespace

// To add an annotator's knowledge: a field of Language and a line here.
Result<Language> load_language(const DataFiles& files, std::string_view code) {
  Language language;
  language.code = code;
  Error error;
  take(load_token_rules(files, code), language.tokens, error);
  take(load_line_rules(files, code), language.lines, error);
  take(Tagger::load(files, code), language.tagger, error);
  take(Lemmatizer::load(files, code), language.lemmatizer, error);
  take(NameTagger::load(files, code), language.names, error);
  take(Parser::load(files, code), language.parser, error);
  take(RoleLabeler::load(files, code), language.roles, error);
  take(load_timex_rules(files, code), language.times, error);
  take(EntityWords::load(files, code), language.entities, error);
  take(EventLexicon::load(files, code), language.events, error);
  take(TitleForms::load(files, code), language.titles, error);
  if (!error.message.empty()) return error;
  return language;
}

}  // namespace dateline
