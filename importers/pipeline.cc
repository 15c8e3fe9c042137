#include "importers/pipeline.h"

#include "core/edtf.h"
#include "importers/events/annotate.h"
#include "importers/events/attachments.h"
#include "importers/events/clause_mending.h"
#include "importers/events/kept_annotation.h"
#include "importers/events/modifier_mending.h"
#include "importers/events/summary.h"
#include "importers/events/tag_mending.h"
#include "importers/events/tree_mending.h"
#include "importers/links/temporal_links.h"
#include "importers/nlp/coreference.h"
#include "importers/nlp/mentions.h"
#include "importers/nlp/name_parts.h"
#include "importers/nlp/sentences.h"
#include "importers/nlp/speech_parsing.h"
#include "importers/nlp/tree.h"
#include "importers/nlp/word_form.h"
#include "importers/time/published.h"
#include "importers/time/resolver.h"

namespace dateline {
namespace {

/// The date that the article brings along, or else the one that the user gives.
void find_published(Document& document, const ReadOptions& options) {
  Article& article = document.article;
  if (const auto own = parse_edtf(article.published);
      own && own->kind == Edtf::Kind::date && !own->elements.empty())
    document.published = own->elements.front().first.date;
  if (document.published || !options.published) return;
  document.published = options.published;
  article.published = to_edtf(*options.published);
  article.published_from = PublishedFrom::user;
}

}  // namespace

Document read_document(Article article, const Language& language, const ReadOptions& options) {
  Document document;
  document.article = std::move(article);
  find_sentences(document, language.tokens, language.lines);
  annotate(document, language, options);
  return document;
}

// The order matters: each line reads what those above it wrote, and nothing else.
void annotate(Document& document, const Language& language, const ReadOptions& options) {
  if (language.times_only) {
    find_published(document, options);
    settle_published(document, language.times);
    resolve_timexes(document, language.times);
    return;
  }
  const std::vector<WordForm> forms = word_forms(document, language.words);
  if (options.layer != Layer::names) {
    find_published(document, options);
    settle_published(document, language.times);
    language.tagger.tag(document, forms);
    mend_tags(document, language.events);
    language.lemmatizer.lemmatize(document, forms);
    mend_lemmas(document, language.events);
    parse_with_speech(document, forms, language.parser);
    if (options.roles) options.roles->label(document, Tree(document), forms);
    if (options.layer == Layer::roles) return;
    resolve_timexes(document, language.times);
    if (options.keep_annotation) keep_annotated_times(document);
  }
  document.names = language.names.find(document, forms);
  if (options.layer == Layer::names) return;
  document.names = part_names_at_verbs(document);
  mend_modifiers(document, language.events);
  mend_clauses(document, language.events);
  mend_trees(document, language.events);
  mend_attachments(document, language.events);
  if (options.layer == Layer::trees) return;
  const Tree tree(document);
  document.mentions = find_mentions(document, tree, language.entities, forms);
  resolve_mentions(document, tree, language.entities, forms, language.phrases);
  const bool timeml = options.layer == Layer::timeml;
  annotate_events(document, tree, language.events, timeml ? &language.timeml : nullptr,
                  options.keep_annotation);
  if (timeml)
    document.tlinks = find_temporal_links({document, tree, language.events}, document.diagnostics);
}

Timeline summarize(const Document& document, const Language& language) {
  const Tree tree(document);
  return summary_of({document, tree, language.events}, language.titles, language.timeml);
}

}  // namespace dateline
