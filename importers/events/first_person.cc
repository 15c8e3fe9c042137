#include "importers/events/first_person.h"

#include <algorithm>

namespace dateline {
namespace {

/// The chain of who says something; empty if the text does not tell.
ChainId speaker_of(const Document& document, const EventMention& saying) {
  for (const Role role : {Role::speaker, Role::agent})
    for (const Argument& argument : saying.arguments)
      if (argument.role == role) return document.mentions[argument.mention.index].chain;
  return {};
}

std::string lower_pronoun(std::string_view word) {
  std::string text(word);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// Whether a pronoun stands for the speaker himself.
bool means_speaker(const Document& document, const EventLexicon& lexicon, const Mention& mention,
                   ChainId speaker) {
  const std::string word = lower_pronoun(document.text_of(mention.head));
  if (lexicon.is_first_singular(word)) return true;
  const EntityKind kind = document.chains[speaker.index].kind;
  const bool body =
      kind == EntityKind::organization || kind == EntityKind::group || kind == EntityKind::state;
  return body && lexicon.is_first_plural(word);
}

void join(Document& document, MentionId id, ChainId chain) {
  document.mentions[id.index].chain = chain;
  auto& mentions = document.chains[chain.index].mentions;
  mentions.insert(std::ranges::upper_bound(mentions, id), id);
}

}  // namespace

void resolve_first_person(Document& document, const EventLexicon& lexicon,
                          const std::vector<Quotation>& quotations) {
  const auto begins = [](const Mention& mention) { return mention.tokens.first; };
  for (const Quotation& quotation : quotations) {
    if (!quotation.cue) continue;
    const ChainId speaker = speaker_of(document, document.events[quotation.cue.index]);
    if (!speaker) continue;
    auto mention = std::ranges::lower_bound(document.mentions, quotation.tokens.first, {}, begins);
    for (; mention != document.mentions.end() && begins(*mention) < quotation.tokens.last;
         ++mention) {
      if (mention->form != MentionForm::pronoun || mention->chain) continue;
      const MentionId id{static_cast<std::uint32_t>(mention - document.mentions.begin())};
      if (means_speaker(document, lexicon, *mention, speaker)) join(document, id, speaker);
    }
  }
}

}  // namespace dateline
