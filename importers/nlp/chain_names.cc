#include "importers/nlp/chain_names.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

class ChainNamer {
 public:
  ChainNamer(const Document& document, const EntityWords& words)
      : document_(document), words_(words) {}

  void name(Chain& chain) const {
    find_country(chain);
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
  static constexpr std::size_t kMaxForCountry = 20;  // mentions that are asked for a state
  static constexpr std::uint32_t kMaxStateWords = 5;

  /// "Hungarian officials", "rebels in Chad", "Moscow".
  void find_country(Chain& chain) const {
    const std::size_t reach = std::min(chain.mentions.size(), kMaxForCountry);
    for (std::size_t i = 0; i < reach && chain.country.empty(); ++i) {
      const Mention& found = mention(chain.mentions[i]);
      if (found.form == MentionForm::pronoun) continue;
      for (std::uint32_t at = found.tokens.first; at < found.tokens.last; ++at)
        if (const auto state = state_at({at, found.tokens.last}); !state.empty()) {
          chain.country = std::string(words_.code_of_state(state));
          break;
        }
    }
  }

  /// The state that the longest words at the begin of a range name; empty if they name none.
  std::string_view state_at(TokenRange range) const {
    for (auto size = std::min(range.size(), kMaxStateWords); size > 0; --size) {
      const std::string_view words = text_of({range.first, range.first + size});
      if (const auto state = words_.state_named(words); !state.empty()) return state;
      if (const auto state = words_.state_of_adjective(words); !state.empty()) return state;
      if (const auto state = words_.state_of_people(words); !state.empty()) return state;
      if (const auto state = words_.state_of_capital(words); !state.empty()) return state;
    }
    return {};
  }

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
