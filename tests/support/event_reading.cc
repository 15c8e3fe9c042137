#include "tests/support/event_reading.h"

#include <cstdlib>
#include <iostream>

#include "importers/events/annotate.h"
#include "importers/nlp/coreference.h"
#include "importers/nlp/mentions.h"

namespace dateline {
namespace {

template <typename T>
T loaded(Result<T> result) {
  if (result) return std::move(result).value();
  std::cerr << result.error().message << '\n';
  std::abort();
}

}  // namespace

const EventLexicon& english_events() {
  static const EventLexicon lexicon = loaded(EventLexicon::load(DataFiles::embedded(), "en"));
  return lexicon;
}

const EntityWords& english_entities() {
  static const EntityWords words = loaded(EntityWords::load(DataFiles::embedded(), "en"));
  return words;
}

void read_events(Document& document) {
  const Tree tree(document);
  document.mentions = find_mentions(document, tree, english_entities(), word_forms(document));
  resolve_mentions(document, tree, english_entities());
  annotate_events(document, tree, english_events());
}

const EventMention& event_of(const Document& document, std::string_view trigger) {
  for (const EventMention& event : document.events)
    if (document.span_of(event.trigger).of(document.text()) == trigger) return event;
  std::cerr << "no event " << trigger << '\n';
  std::abort();
}

}  // namespace dateline
