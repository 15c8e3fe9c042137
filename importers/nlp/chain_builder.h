#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/growing_chain.h"
#include "importers/nlp/name_matcher.h"
#include "importers/nlp/phrase_facts.h"

namespace dateline {

/// The chains of a document while its mentions are told apart, and what each mention teaches of
/// its chain. Refers to its parts; holds: Mention.chain is the chain that has the mention.
class ChainBuilder {
 public:
  /// `facts`: by mention; empty if nobody asks for what chains know of phrases.
  ChainBuilder(Document& document, const EntityWords& words, std::vector<PhraseFacts> facts);
  ChainBuilder(const ChainBuilder&) = delete;

  /// Joins a mention to a chain, to a new one if that is empty; it is the one spoken of last.
  void join(MentionId id, ChainId to);
  /// Notes that a chain was spoken of once more by a mention that it has.
  void touch(MentionId id, ChainId chain);
  /// The chain that the name of a mention belongs to; empty if it is a new one.
  ChainId named(MentionId id) { return names_.find(id); }
  void set_members(ChainId group, std::vector<ChainId> members) {
    growing_[group.index].chain.members = std::move(members);
  }

  const std::vector<GrowingChain>& growing() const { return growing_; }
  /// Chains as they were spoken of, the latest at the end.
  const std::vector<ChainId>& recent() const { return recent_; }
  const std::vector<PhraseFacts>& facts() const { return facts_; }
  const NameMatcher& names() const { return names_; }
  /// The chains with their names, in the order in which they were opened.
  std::vector<Chain> take();

 private:
  void learn(GrowingChain& growing, const Mention& found);
  void learn_facts(GrowingChain& growing, MentionId id) const;
  Gender gender_of_name(const Mention& found, const std::vector<std::string>& name) const;

  Document& document_;
  const EntityWords& words_;
  std::vector<PhraseFacts> facts_;
  std::vector<GrowingChain> growing_;
  NameMatcher names_;
  std::vector<ChainId> recent_;
};

/// The dictionary form of a token, lower case.
std::string lower_lemma(const Document& document, std::uint32_t token);
/// Whether a word says what a title is for: "finance" minister, "prime" minister.
bool names_office(const Document& document, const EntityWords& words, std::uint32_t token);

}  // namespace dateline
