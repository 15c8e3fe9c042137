#include "importers/nlp/training/phrase_corpus.h"

#include <map>

#include "importers/nlp/mentions.h"
#include "importers/nlp/phrases.h"
#include "importers/pipeline.h"

namespace dateline {
namespace {

/// The gold mentions of a text, by the words that the program finds in it.
class GoldFinder {
 public:
  GoldFinder(const Document& document, const Tree& tree, const GoldCoreference& gold)
      : document_(document), tree_(tree) {
    for (const GoldMention& mention : gold.mentions) {
      const TokenRange tokens = tokens_in(mention.span);
      if (tokens.empty()) continue;
      by_tokens_.emplace(tokens, mention.entity);
      by_head_.emplace(tree.head_of(tokens), mention.entity);
    }
  }

  int entity_of(const Mention& mention) const {
    for (const TokenRange range :
         {whole_phrase(document_, tree_, mention.head), mention.tokens, mention.name})
      if (const auto same = by_tokens_.find(range); same != by_tokens_.end()) return same->second;
    const auto headed = by_head_.find(mention.head);
    return headed == by_head_.end() ? -1 : headed->second;
  }

 private:
  TokenRange tokens_in(Span span) const {
    const auto begin = std::ranges::lower_bound(document_.tokens, span.begin, {},
                                                [](const Token& t) { return t.span.begin; });
    const auto end = std::ranges::lower_bound(document_.tokens, span.end, {},
                                              [](const Token& t) { return t.span.begin; });
    return {static_cast<std::uint32_t>(begin - document_.tokens.begin()),
            static_cast<std::uint32_t>(end - document_.tokens.begin())};
  }

  const Document& document_;
  const Tree& tree_;
  std::map<TokenRange, int> by_tokens_;
  std::map<TokenId, int> by_head_;
};

}  // namespace

Result<std::vector<RankedPhrase>> phrases_of(const std::vector<GoldCoreference>& texts,
                                             const PhraseRanker& ranker) {
  DataFiles files = DataFiles::embedded();
  files.replace("en/phrases.model", {});  // whatever it was, it is learnt anew
  const auto language = load_language(files, "en");
  if (!language) return language.error();
  std::vector<RankedPhrase> all;
  for (const GoldCoreference& gold : texts) {
    Article article;
    article.text = Text::from_source(gold.text);
    ReadOptions options;
    options.layer = Layer::trees;
    Document document = read_document(std::move(article), *language, options);
    const std::vector<WordForm> forms = word_forms(document, language->words);
    const Tree tree(document);
    document.mentions = find_mentions(document, tree, language->entities, forms);
    const GoldFinder finder(document, tree, gold);
    const auto entity = [&](const Mention& m) { return finder.entity_of(m); };
    auto phrases = gold.partial
                       ? ranked_pronouns(document, tree, language->entities, forms, entity, ranker)
                       : ranked_phrases(document, tree, language->entities, forms, entity);
    std::ranges::move(phrases, std::back_inserter(all));
  }
  return all;
}

}  // namespace dateline
