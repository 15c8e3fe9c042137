#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "importers/events/lexicon.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// What every annotator of events looks at. Refers to its parts; lives for one call.
struct EventContext {
  const Document& document;
  const Tree& tree;
  const EventLexicon& lexicon;

  const Token& at(TokenId token) const { return document.at(token); }
  /// Lower case; the word itself where there is no lemma.
  std::string lemma(TokenId token) const;
  std::string lower(TokenId token) const;
};

/// The row of events.txt for a verb or noun, particles and fixed objects tried first ("turn_down",
/// "come_ashore", "military_action"). Null if there is none.
const Predicate* predicate_row(const EventContext& context, TokenId token);

bool is_passive(const EventContext& context, TokenId verb);
/// The preposition over a nominal ("to" in "to reporters"); empty if there is none.
TokenId preposition_of(const EventContext& context, TokenId nominal);
/// Whom or what a verb asks with its own preposition: "called on the president"; else empty.
TokenId prepositional_object(const EventContext& context, TokenId verb);
/// The direct object; of a passive verb none.
TokenId object_of(const EventContext& context, TokenId verb);

/// Whether a predicate has content that a time may belong to: "expects a rise in May", and not
/// "talks resume in May".
bool has_content(const EventContext& context, const EventMention& event);

/// "She is expected on Sunday": the time is that of her coming.
bool is_awaited(const EventContext& context, const EventMention& event);

/// Who the clause of a predicate is about, and how the verb sees him.
struct Subject {
  TokenId token;         ///< empty if the sentence does not tell
  bool passive = false;  ///< he undergoes it
};
/// Through coordination, control ("told them to leave"), relative clauses and participles.
Subject subject_of(const EventContext& context, TokenId predicate);

/// A nominal and what is coordinated with it.
std::vector<TokenId> conjuncts(const EventContext& context, TokenId nominal);

bool inside_name(const EventContext& context, TokenId token);
/// The time expression that a token is part of; null if it is of none.
const Timex* timex_around(const EventContext& context, TokenId token);
bool inside_timex(const EventContext& context, TokenId token);
bool has_timex_within(const EventContext& context, TokenRange range);

/// "A hearing is set for June", "a debate planned for May", "scheduled a hearing for June": the
/// noun that the time under a verb of planning is the time of; empty if there is none.
TokenId placed_noun(const EventContext& context, TokenId verb);

/// "Starting Wednesday", "beginning in June": a gerund that only brings in a time.
bool is_onset(const EventContext& context, TokenId verb);

/// "Was going to close": the verb only says that what follows is to come.
bool is_prospective(const EventContext& context, TokenId verb);
/// Whether a verb is the infinitive with its mark: "to leave".
bool is_infinitive(const EventContext& context, TokenId verb);

/// "Has to file": a verb that binds its subject to the infinitive after it.
bool is_obliging(const EventContext& context, TokenId verb);
/// "Registration closes", "the truce ends": a verb that ends what was open or held up to then.
bool closes_window(const EventContext& context, TokenId verb);

/// The nearest token over `token` that is a verb, an event noun or a predicate adjective.
TokenId governor_of(const EventContext& context, TokenId token);

}  // namespace dateline
