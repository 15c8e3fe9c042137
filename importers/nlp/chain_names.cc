#include "importers/nlp/chain_names.h"

#include "importers/text/ascii.h"

namespace dateline {
namespace {

class ChainNamer {
 public:
  ChainNamer(const Document& document, const EntityWords& words)
      : document_(document), words_(words) {}

  void name(Chain& chain) const {
    TokenRange longest;
    for (const MentionId id : chain.mentions) {
      const Mention& found = mention(id);
      if (found.form == MentionForm::name && found.name.size() > longest.size())
        longest = found.name;
    }
    const Mention& first = mention(chain.mentions.front());
    if (!longest.empty()) {
      chain.name = shown_name(longest, chain.kind);
      chain.description = description_of(chain);
      return;
    }
    chain.name = std::string(text_of(without_article(first.tokens)));
    chain.anonymous = chain.kind == EntityKind::person || chain.kind == EntityKind::group;
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  std::string_view text_of(TokenRange tokens) const {
    return document_.span_of(tokens).of(document_.text());
  }

  std::string shown_name(TokenRange tokens, EntityKind kind) const {
    const std::string_view text = text_of(tokens);
    if (kind == EntityKind::state) {
      if (const auto state = words_.state_named(text); !state.empty()) return std::string(state);
      if (const auto state = words_.state_of_adjective(text); !state.empty())
        return std::string(state);
      if (const auto state = words_.state_of_people(text); !state.empty())
        return std::string(state);
    }
    return std::string(text);
  }

  std::string description_of(const Chain& chain) const {
    for (const MentionId id : chain.mentions) {
      const Mention& found = mention(id);
      if (found.form == MentionForm::name && found.name.first > found.tokens.first)
        return std::string(text_of({found.tokens.first, found.name.first}));
    }
    return {};
  }

  TokenRange without_article(TokenRange tokens) const {
    const std::string first = ascii_lower(document_.text_of({tokens.first}));
    if (tokens.size() > 1 &&
        (words_.has("definite", first) || words_.has("indefinite-article", first)))
      ++tokens.first;
    return tokens;
  }

  const Document& document_;
  const EntityWords& words_;
};

}  // namespace

void name_chain(const Document& document, const EntityWords& words, Chain& chain) {
  ChainNamer(document, words).name(chain);
}

}  // namespace dateline
