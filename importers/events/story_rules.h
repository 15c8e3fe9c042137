#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// What in the telling of an event says how much it matters, or where in the story it belongs.
enum class StoryTrait : std::uint8_t {
  always,
  late,      ///< the logarithm of how many sentences of prose stand before it, plus one
  again,     ///< the logarithm of how often prose tells of it
  headline,  ///< a headline tells of it, too
  noun,      ///< it is told by another word than a verb
  weak,      ///< by a word that needs more evidence (events.txt)
  unlisted,  ///< by a word that events.txt does not know
  statement,
  state,
  reporting,  ///< TimeML's REPORTING
  attitude,   ///< TimeML's I_STATE
  dated,
  agent,
  patient,  ///< another participant than an agent
  place,
  asserted,
  planned,
  doubtful,  ///< told as possible, conditional, unknown or denied
  past,      ///< in the past or perfect
  perfect,
  progressive,
  passive,
  main,       ///< the head of its sentence
  content,    ///< of another predicate: "said that ..."
  relative,   ///< in a relative clause
  adnominal,  ///< in another clause under a noun
  sourced,    ///< somebody is named who says so
  told,       ///< it is said or reported
  stage,      ///< StoryRules::stage of its type
  count_
};
/// A value for each, 0 where it does not hold; also the weights of all.
using StoryTraits = std::array<double, static_cast<std::size_t>(StoryTrait::count_)>;

/// Empty if there is no trait of the name.
std::optional<StoryTrait> story_trait_named(std::string_view name);
/// The sum of the traits, each times its weight.
double weighed(const StoryTraits& weights, const StoryTraits& traits);

/// How stories are told in a language (story.txt): a linear model of what matters, and one of what
/// comes first where no date tells.
class StoryRules {
 public:
  /// Error.message names the file and line that is broken.
  static Result<StoryRules> load(const DataFiles& files, std::string_view language);

  /// Of the importance of an event, in log-odds.
  double importance(const StoryTraits& traits) const { return weighed(importance_, traits); }
  /// How late in its story a mention is presumed to lie; only differences mean something.
  double lateness(const StoryTraits& traits) const { return weighed(order_, traits); }
  /// What lateness a later date adds: one that the text tells, or publication's.
  double told_date() const { return told_date_; }
  double published_date() const { return published_date_; }
  /// Where in the course of things a type of event belongs, in [-1,1]: from what sets it off to
  /// what is said about it.
  double stage(std::string_view type) const;
  /// "Can", "able": what can be done is not in doubt.
  bool is_ability(std::string_view lemma) const { return abilities_.contains(lemma); }
  /// A noun that tells of something that is or happens, though a timeline passes it over: "issue".
  bool is_mention(std::string_view lemma) const { return mentions_.contains(lemma); }
  /// A verb that tells what something is like: "include".
  bool is_description(std::string_view lemma) const { return descriptions_.contains(lemma); }

 private:
  std::string add(std::string_view line);  // what is wrong with it; "" if nothing is
  std::string add_weight(std::string_view kind, std::string_view name, double weight);
  WordSet* words_named(std::string_view kind);  // null if the kind is none of words

  StoryTraits importance_{}, order_{};
  double told_date_ = 0, published_date_ = 0;
  WordTable<double> stages_;
  WordSet abilities_, mentions_, descriptions_;
};

}  // namespace dateline
