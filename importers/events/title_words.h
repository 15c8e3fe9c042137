#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

bool is_quote_mark(std::string_view word);

/// "Turned it down": whether a pronoun stands between a verb and its particle.
bool is_split(const EventContext& context, TokenId verb);

/// The words of the phrase or clause under `top` that the title of `event` keeps, in order of the
/// text: without asides, what is coordinated, what dates it and what says who told it. `whole`
/// keeps the subject and auxiliaries of a clause; else `subject` (which may be empty) is left out.
std::vector<TokenId> title_words(const EventContext& context, const EventMention& event,
                                 TokenId top, TokenId subject, bool whole = false);

/// The words as the text spaces them; marks beside what was cut are cut too.
std::string joined(const EventContext& context, const std::vector<TokenId>& words);

}  // namespace dateline
