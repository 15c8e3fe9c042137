#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "importers/links/link_context.h"

namespace dateline {

/// Draws the links that one kind of evidence tells of. Their `rule` is filled in by the caller.
using DrawLinks = void (*)(const LinkContext& context, std::vector<TLink>& links);

/// What a sieve's links are worth.
enum class LinkStrength : std::uint8_t {
  told,      ///< the text says so: against it stands a contradiction
  presumed,  ///< holds as long as nothing speaks against it; more is concluded from it
  weak       ///< the same, and nothing is concluded from it
};

struct LinkSieve {
  std::string_view name;  ///< becomes TLink::rule
  DrawLinks draw;
  LinkStrength strength;
};

/// The sieves, the most precise first: what a later one says against an earlier one is dropped.
/// Those that are told stand before the presumed, the weak ones last.
std::span<const LinkSieve> link_sieves();

/// Times against each other and against the publication, by their values.
void draw_calendar_links(const LinkContext& context, std::vector<TLink>& links);
/// Events against the times that date or bound them.
void draw_time_links(const LinkContext& context, std::vector<TLink>& links);
/// Events joined by "before", "after", "until", "during".
void draw_conjunction_links(const LinkContext& context, std::vector<TLink>& links);
/// What is said, by its tense, against the saying of it.
void draw_content_links(const LinkContext& context, std::vector<TLink>& links);
/// Infinitives against the predicate over them: what is wanted, tried or begun.
void draw_control_links(const LinkContext& context, std::vector<TLink>& links);
/// Events against the publication, by tense and aspect.
void draw_tense_links(const LinkContext& context, std::vector<TLink>& links);
/// Clauses of the past that follow each other, or tell what came before.
void draw_sequence_links(const LinkContext& context, std::vector<TLink>& links);
/// Nouns that tell of one event twice.
void draw_recurrence_links(const LinkContext& context, std::vector<TLink>& links);
/// Events against the publication where tense alone leaves more doubt: infinitives, participles,
/// what is held or said in the present.
void draw_weak_tense_links(const LinkContext& context, std::vector<TLink>& links);

}  // namespace dateline
