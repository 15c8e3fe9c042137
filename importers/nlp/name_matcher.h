#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/growing_chain.h"

namespace dateline {

/// Finds the chain that a name belongs to: by the same words, a surname or the short name of a
/// firm, an acronym before or after its full form, or the names of a state. Learns every name it is
/// asked about. Refers to its parts, and expects what it does not find to open the next chain of
/// `growing`.
class NameMatcher {
 public:
  NameMatcher(const Document& document, const EntityWords& words,
              const std::vector<GrowingChain>& growing)
      : document_(document), words_(words), growing_(growing) {}

  /// Empty if the name is a new one.
  ChainId find(MentionId id);
  /// The words of a name without its marks, lower case.
  std::vector<std::string> words_of(const Mention& found) const;
  /// By what stands before a name: "Mr Harm", "his widow, Ilka Harm".
  Gender gender_told(const Mention& found) const;
  /// "EU", "U.N.".
  bool is_acronym(const Mention& found) const;

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  std::string_view text_of(TokenRange tokens) const {
    return document_.span_of(tokens).of(document_.text());
  }
  /// Chains with that first or last word, in the order in which they were first named.
  std::span<const ChainId> named_with(const std::string& word) const;
  ChainId first_that_fits(const std::string& word, const Mention& found,
                          const std::vector<std::string>& name) const;
  void remember(const std::string& word, ChainId chain);
  void remember_words(ChainId best, const std::vector<std::string>& name, const Mention& found);
  std::string acronym_of(const Mention& found) const;
  ChainId by_acronym(MentionId id) const;
  /// "The Centers for Disease Control and Prevention (CDC)".
  ChainId before_bracket(MentionId id) const;
  /// "EU officials met. The European Union ...": the acronym stood first.
  ChainId by_full_form(const Mention& found) const;
  std::string_view state_of(const Mention& found) const;
  ChainId by_state(std::string_view state);
  /// Whether a name may be that of a chain: the same words, or the one's words all in the other and
  /// at its end (a surname) or beginning (the short name of a firm).
  bool fits(ChainId chain, const Mention& found, const std::vector<std::string>& name) const;
  Gender gender_of_noun(TokenId noun) const;
  /// "US House of Representatives" and "House".
  bool follows_state(const std::vector<std::string>& longer,
                     const std::vector<std::string>& shorter) const;
  static bool compatible(EntityKind a, EntityKind b);

  const Document& document_;
  const EntityWords& words_;
  const std::vector<GrowingChain>& growing_;
  std::map<std::string, std::vector<ChainId>> by_word_;  // by first and last words of names
  std::map<std::string, ChainId> by_acronym_;
  std::map<std::string_view, ChainId> states_;
};

}  // namespace dateline
