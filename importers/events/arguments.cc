#include "importers/events/arguments.h"

#include <algorithm>

namespace dateline {
namespace {

bool is_place(EntityKind kind) { return kind == EntityKind::place || kind == EntityKind::state; }

/// Adds the arguments of one event. Its functions follow the tree; the same mention is added once.
class ArgumentFinder {
 public:
  ArgumentFinder(const EventContext& context, EventMention& event)
      : context_(context), event_(event), row_(predicate_row(context, event.head)) {}

  void find() {
    find_subject();
    if (context_.at(event_.head).pos == Pos::noun || context_.at(event_.head).pos == Pos::propn)
      find_in_noun_phrase(event_.head);
    if (context_.at(event_.predicate).pos == Pos::verb) find_in_clause(event_.predicate);
  }

 private:
  bool reciprocal() const { return row_ && row_->reciprocal; }
  Role subject_role() const { return row_ ? row_->subject : Role::agent; }
  Role object_role() const { return row_ ? row_->object : Role::patient; }

  void add(TokenId nominal, Role role) {
    for (const TokenId each : conjuncts(context_, nominal)) {
      const MentionId mention = mention_at(context_, each);
      if (!mention || has(mention)) continue;
      event_.arguments.push_back({mention, role});
    }
  }

  void add_place(TokenId nominal, PlaceRole role) {
    for (const TokenId each : conjuncts(context_, nominal))
      if (const MentionId mention = mention_at(context_, each); mention && !has(mention))
        event_.places.push_back({mention, role});
  }

  bool has(MentionId mention) const {
    return std::ranges::any_of(event_.arguments,
                               [&](const Argument& a) { return a.mention == mention; }) ||
           std::ranges::any_of(event_.places,
                               [&](const PlaceArgument& p) { return p.mention == mention; });
  }

  EntityKind kind_of(TokenId nominal) const {
    const MentionId mention = mention_at(context_, nominal);
    return mention ? context_.document.mentions[mention.index].kind : EntityKind::other;
  }

  void find_subject() {
    Subject subject = subject_of(context_, event_.predicate);
    if (!subject.token) subject.token = neighbour();
    if (!subject.token || subject.token == event_.head) return;
    const bool light = event_.predicate != event_.head;
    add(subject.token, subject.passive && !light ? object_role() : subject_role());
  }

  /// Where the tree has no subject for a finite verb: the mention right before it ("..., Katrin
  /// Vollmer told"), or for a verb of saying right after it ("said Katrin Vollmer").
  TokenId neighbour() const {
    const Token& verb = context_.at(event_.predicate);
    if (verb.pos != Pos::verb || verb.features.form != VerbForm::finite) return {};
    const bool may_follow = event_.is_statement && object_role() != Role::addressee;
    const auto& mentions = context_.document.mentions;
    const std::uint32_t at = event_.predicate.index;
    TokenId after;
    for (auto mention = std::ranges::upper_bound(mentions, at + 1, {}, first_token);
         mention != mentions.begin();) {
      --mention;
      if (mention->tokens.first + kMaxNeighbour < at) break;
      if (mention->kind == EntityKind::place || mention->form == MentionForm::thing) continue;
      if (may_follow && mention->tokens.first == at + 1) after = mention->head;
      if (mention->tokens.last <= at && only_marks({mention->tokens.last, at}))
        return mention->head;
    }
    return after;
  }

  bool only_marks(TokenRange between) const {
    for (std::uint32_t i = between.first; i < between.last; ++i)
      if (context_.at({i}).pos != Pos::punct) return false;
    return between.size() <= 1;
  }
  static std::uint32_t first_token(const Mention& mention) { return mention.tokens.first; }
  static constexpr std::uint32_t kMaxNeighbour = 12;  // tokens of a name with its titles

  void find_in_clause(TokenId verb) {
    for (const TokenId child : context_.tree.children(verb)) {
      switch (context_.at(child).relation) {
        case Relation::obj:
          if (child != event_.head) add(child, verb == event_.head ? object_role() : Role::patient);
          break;
        case Relation::iobj:
          add(child, Role::recipient);
          break;
        case Relation::obl_agent:
          add(child, subject_role());
          break;
        case Relation::obl:
        case Relation::nmod:
          add_oblique(child, false);
          break;
        case Relation::advmod:
          if (is_place(kind_of(child))) add_place(child, PlaceRole::at);
          break;
        default:
          break;
      }
    }
  }

  void find_in_noun_phrase(TokenId noun) {
    for (const TokenId child : context_.tree.children(noun)) {
      switch (universal(context_.at(child).relation)) {
        case Relation::compound:
        case Relation::amod:
        case Relation::det:
          add(child, subject_role());
          break;
        case Relation::nmod:
          if (context_.at(child).relation == Relation::nmod_poss)
            add(child, subject_role());
          else
            add_oblique(child, true);
          break;
        default:
          break;
      }
    }
  }

  void add_oblique(TokenId nominal, bool under_noun) {
    const TokenId preposition = preposition_of(context_, nominal);
    if (!preposition) return;
    const std::string word = context_.lower(preposition);
    if (is_place(kind_of(nominal))) {
      const auto place = context_.lexicon.place_role(word);
      if (place) return add_place(nominal, *place);
    }
    if (nominal == prepositional_object(context_, event_.head)) return add(nominal, object_role());
    if (context_.lexicon.is_partner_word(word) && reciprocal()) return add(nominal, Role::agent);
    auto role = context_.lexicon.role(word, under_noun);
    if (!role) return;
    if (event_.is_statement && *role == Role::recipient) role = Role::addressee;
    if (*role == Role::agent) role = subject_role();
    add(nominal, *role);
  }

  const EventContext& context_;
  EventMention& event_;
  const Predicate* row_;
};

}  // namespace

MentionId mention_at(const EventContext& context, TokenId token) {
  const auto& mentions = context.document.mentions;
  const auto after = std::ranges::upper_bound(mentions, token.index, {},
                                              [](const Mention& m) { return m.tokens.first; });
  MentionId inside;
  constexpr std::ptrdiff_t kMaxNested = 24;  // mentions that may begin before a token and hold it
  const auto reach = std::min<std::ptrdiff_t>(kMaxNested, after - mentions.begin());
  for (auto mention = after; mention != after - reach;) {
    --mention;
    if (mention->form == MentionForm::thing) continue;
    const MentionId id{static_cast<std::uint32_t>(mention - mentions.begin())};
    if (mention->head == token) return id;
    // The head of a name with its title may be the title: "Mayor Luis Arroyo".
    const bool title = mention->tokens.contains(token) && mention->kind == EntityKind::person &&
                       context.tree.dominates(token, mention->head);
    if (!inside && (title || mention->name.contains(token))) inside = id;
  }
  return inside;
}

void find_arguments(const EventContext& context, std::vector<EventMention>& events) {
  for (EventMention& event : events) ArgumentFinder(context, event).find();
}

}  // namespace dateline
