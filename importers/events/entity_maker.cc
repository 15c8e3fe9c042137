#include "importers/events/entity_maker.h"

#include <algorithm>
#include <set>

#include "core/digest.h"
#include "importers/nlp/phrases.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxMentionsShown = 200;  // evidence of one entity

}  // namespace

EntityMaker::EntityMaker(const EventContext& context, const EvidenceMaker& evidence)
    : context_(context),
      document_(context.document),
      evidence_(evidence),
      used_(context.document.chains.size(), false) {
  std::set<std::string> taken;
  for (const Chain& chain : document_.chains) {
    const std::string content =
        evidence_.document_id() + '\n' + std::string(name_of(chain.kind)) + '\n' + chain.name;
    std::string id = content_id("n", content);
    for (int copy = 2; !taken.insert(id).second; ++copy)
      id = content_id("n", content + '\n' + std::to_string(copy));
    ids_.push_back(std::move(id));
  }
}

std::string EntityMaker::id_of(MentionId mention) {
  if (!mention) return {};
  const ChainId chain = document_.mentions[mention.index].chain;
  if (!chain) return {};
  used_[chain.index] = true;
  return ids_[chain.index];
}

std::vector<std::string> EntityMaker::ids_of(const std::vector<MentionId>& mentions) {
  std::vector<std::string> ids;
  for (const MentionId mention : mentions)
    if (std::string id = id_of(mention); !id.empty() && std::ranges::find(ids, id) == ids.end())
      ids.push_back(std::move(id));
  return ids;
}

std::vector<Entity> EntityMaker::told() const {
  std::vector<Entity> all;
  for (std::uint32_t i = 0; i < document_.chains.size(); ++i) {
    const Chain& chain = document_.chains[i];
    const bool named = std::ranges::any_of(chain.mentions, [&](MentionId mention) {
      return document_.mentions[mention.index].form == MentionForm::name;
    });
    if (named || used_[i] || (chain.mentions.size() > 1 && !tells_time(chain)))
      all.push_back(entity_from(chain, ids_[i]));
  }
  return all;
}

/// "July ... this month": times have a layer of their own.
bool EntityMaker::tells_time(const Chain& chain) const {
  if (chain.kind != EntityKind::other) return false;
  const auto& times = document_.timexes;
  return std::ranges::all_of(chain.mentions, [&](MentionId id) {
    const Span head = document_.at(document_.mentions[id.index].head).span;
    const auto after = std::ranges::upper_bound(times, head.begin, {},
                                                [](const Timex& time) { return time.span.begin; });
    return after != times.begin() && (after - 1)->span.contains(head);
  });
}

/// A noun with all that belongs to it.
TokenRange EntityMaker::words_of(const Mention& mention) const {
  if (mention.form == MentionForm::pronoun) return mention.tokens;
  const TokenRange whole = whole_phrase(document_, context_.tree, mention.head);
  return whole.contains(mention.tokens) ? whole : mention.tokens;
}

Entity EntityMaker::entity_from(const Chain& chain, const std::string& id) const {
  Entity entity;
  entity.id = id;
  entity.kind = chain.kind;
  entity.name = chain.name;
  entity.description = chain.description;
  entity.country = chain.country;
  entity.anonymous = chain.anonymous;
  std::set<std::string> aliases;
  for (const MentionId mention_id : chain.mentions) {
    const Mention& mention = document_.mentions[mention_id.index];
    if (entity.mentions.size() < kMaxMentionsShown)
      entity.mentions.push_back(evidence_.of(words_of(mention), Evidence::Role::participant));
    if (mention.form == MentionForm::pronoun) continue;
    for (const TokenRange range : {mention.tokens, mention.name})
      if (!range.empty()) aliases.emplace(document_.span_of(range).of(document_.text()));
  }
  aliases.erase(entity.name);
  entity.aliases.assign(aliases.begin(), aliases.end());
  if (chain.affiliation) entity.part_of.push_back(ids_[chain.affiliation.index]);
  return entity;
}

}  // namespace dateline
