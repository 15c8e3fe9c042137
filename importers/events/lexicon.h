#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_mention.h"
#include "core/result.h"
#include "core/tlink.h"
#include "importers/data_files.h"
#include "importers/events/confidence_rules.h"
#include "importers/events/deadline_words.h"
#include "importers/events/figure_words.h"
#include "importers/events/plover.h"
#include "importers/events/story_rules.h"
#include "importers/word_table.h"

namespace dateline {

/// What a predicate makes of the event it governs.
enum class Commitment : std::uint8_t {
  none,
  says,
  knows,
  done,
  not_done,
  possible,
  probable,
  improbable,
  planned,
  requested,
  advised,
  conditional,
  denied,
  unknown,
  scheduled
};

/// One row of events.txt.
struct Predicate {
  std::string type = "other";
  EventClass event_class = EventClass::occurrence;
  Commitment content = Commitment::none;
  Role subject = Role::agent;
  Role object = Role::patient;
  bool object_control = false;  ///< the object is the subject of an infinitive below it
  bool statement = false, state = false;
  bool reciprocal = false;
  bool weak = false;
  bool purpose = false;  ///< an infinitive after it tells what for: "stopped to rest"
  bool permits = false;  ///< without it the content does not come about: "allow"
  bool single = false;   ///< its plural is no event: "12 votes"
};

/// The sections of reports.txt.
enum class ReportWord : std::uint8_t {
  say,
  think,
  plan,
  as,
  about,
  object,
  adjective,
  aside,
  pronoun,
  as_mark,
  content_mark,
  relative,
  opener,
  noun,
  noun_plan,
  reason,
  author
};

/// A set of them.
struct ReportSections {
  std::uint32_t bits = 0;

  constexpr bool has(ReportWord section) const {
    return (bits >> static_cast<unsigned>(section) & 1u) != 0;
  }
  constexpr void add(ReportWord section) { bits |= 1u << static_cast<unsigned>(section); }
};

/// A regular ending of a verb's form, and what stands in its place in the base.
struct WordEnding {
  std::string ending, of_base;
};

/// The event words of a language (events.txt) and the words that decide factuality (cues.txt).
class EventLexicon {
 public:
  /// Error.message names the line that is broken.
  static Result<EventLexicon> parse(std::string_view events, std::string_view cues);
  /// From events.txt, cues.txt, reports.txt, plover.txt, story.txt, confidence.txt and figures.txt
  /// of a language.
  static Result<EventLexicon> load(const DataFiles& files, std::string_view language);

  /// Null if the word is not known. `lemma` is lower case, with a particle as "turn_down".
  const Predicate* verb(std::string_view lemma) const { return find(verbs_, lemma); }
  const Predicate* noun(std::string_view lemma) const { return find(nouns_, lemma); }

  /// `none` if the word is no cue of that kind.
  Commitment modal(std::string_view lemma) const { return find(modals_, lemma); }
  Commitment adverb(std::string_view lemma) const { return find(adverbs_, lemma); }
  Commitment adjective(std::string_view lemma) const { return find(adjectives_, lemma); }
  /// The sections of reports.txt that a word stands in: who says, thinks or means what.
  ReportSections reports(std::string_view word) const;
  const PloverCodes& plover() const { return plover_; }
  const StoryRules& story() const { return story_; }
  const ConfidenceRules& confidence() const { return confidence_; }
  const FigureWords& figures() const { return figures_; }
  const DeadlineWords& deadlines() const { return deadlines_; }
  bool is_negation(std::string_view word) const { return negations_.contains(word); }
  bool is_light(std::string_view lemma) const { return lights_.contains(lemma); }
  bool is_source_word(std::string_view word) const { return sources_.contains(word); }
  /// What a subordinator says of its clause: conditional, unknown, possible, "future", "past".
  std::string_view mark(std::string_view word) const;
  /// The roles that a preposition gives under a verb or under an event noun.
  std::optional<Role> role(std::string_view preposition, bool under_noun) const;
  std::optional<PlaceRole> place_role(std::string_view preposition) const;
  /// How a preposition or conjunction before a time bounds an event; empty if it puts it there.
  std::optional<TimeBound::Kind> bound(std::string_view signal) const;
  /// How the clause over a word such as "before" lies to the clause or noun after it; vague if the
  /// word does not tell.
  TemporalRelation order(std::string_view word) const;
  bool is_partner_word(std::string_view word) const { return partners_.contains(word); }
  bool is_definite(std::string_view determiner) const { return definites_.contains(determiner); }
  /// An auxiliary that, before its subject, opens a condition: "had", "should".
  bool is_inverting(std::string_view word) const { return invertings_.contains(word); }
  /// "that", over a clause that is the content of a predicate.
  bool is_complementizer(std::string_view word) const { return complementizers_.contains(word); }
  /// A verb that never tells of an event: "compared with".
  bool is_ignored(std::string_view lemma) const { return ignored_.contains(lemma); }
  /// A verb that gives leave until a time: "has until Friday to pay".
  bool is_granting(std::string_view lemma) const { return grantings_.contains(lemma); }
  /// A verb that only places its subject, an event noun, in time: "the call came".
  bool is_happening(std::string_view lemma) const { return happenings_.contains(lemma); }
  /// "Is set for June": a verb that places a noun at the time that stands after such a word.
  bool is_placing(std::string_view lemma) const { return placings_.contains(lemma); }
  bool is_placing_time(std::string_view word) const { return placing_times_.contains(word); }
  /// "Starting today": its gerund is a preposition.
  bool is_onset(std::string_view lemma) const { return onsets_.contains(lemma); }
  /// A shifting verb that gives another end: "extend".
  bool is_prolonging(std::string_view lemma) const { return prolongings_.contains(lemma); }
  /// A type of event that is the end of something: "expiry", "deadline".
  bool ends_by_itself(std::string_view type) const { return endings_.contains(type); }
  /// A bound up to which something goes on: "until", "through".
  bool is_lasting(std::string_view signal) const { return lastings_.contains(signal); }
  /// A verb that asks without binding: "urge".
  bool is_advising(std::string_view lemma) const { return advisings_.contains(lemma); }
  bool is_infinitive_mark(std::string_view word) const { return infinitives_.contains(word); }
  /// A word that opens a clause of its own in a headline: "as", "when".
  bool is_clause_opener(std::string_view word) const { return clause_openers_.contains(word); }
  /// What opens a gerund that is the content of a verb: "barred from digging".
  bool is_gerund_mark(std::string_view word) const { return gerunds_.contains(word); }
  /// A verb that gives a deadline another day: "extend". `lemma` may have its particle.
  bool is_shifting(std::string_view lemma) const { return shiftings_.contains(lemma); }
  /// What stands before the day that a deadline was moved from, or to.
  bool is_old_time(std::string_view word) const { return old_times_.contains(word); }
  bool is_new_time(std::string_view word) const { return new_times_.contains(word); }
  /// A type of event whose content its maker owes to others: "agreement".
  bool binds(std::string_view type) const { return bindings_.contains(type); }
  /// "First", "largest": says of a noun that there was none like it since a time.
  bool is_ranking(std::string_view word) const { return rankings_.contains(word); }
  /// "When", after a time that its clause tells more of.
  bool is_when(std::string_view word) const { return whens_.contains(word); }
  /// A preposition that says when, where or how, never what: "in August".
  bool is_circumstance(std::string_view word) const { return circumstances_.contains(word); }
  /// Points back at the time that was told last: "then", "at the time".
  bool is_back_then(std::string_view word) const { return back_thens_.contains(word); }
  /// A field of work that has the form of a verb, so that "spending law" is a law.
  bool is_field(std::string_view word) const { return fields_.contains(word); }
  /// "I" and "we", with their other cases.
  bool is_first_singular(std::string_view word) const { return first_singulars_.contains(word); }
  bool is_first_plural(std::string_view word) const { return first_plurals_.contains(word); }
  /// A preposition before an event in the course of which something is done: "at a meeting".
  bool is_occasion(std::string_view word) const { return occasions_.contains(word); }
  /// A word that tells an event from the one of the story: "the last quake", "another strike".
  bool is_another(std::string_view word) const { return others_.contains(word); }
  /// What a type of event is when its subject is an event of another type: an "attack" of a
  /// "disaster" is a disaster. Empty if that changes nothing.
  std::string_view type_by_subject(std::string_view type, std::string_view of_subject) const;
  /// A preposition between a noun and the time that it tells: "a date of May 3".
  bool is_time_of(std::string_view word) const { return time_ofs_.contains(word); }
  /// "Each", "any": one after the other.
  bool is_each(std::string_view word) const { return eaches_.contains(word); }
  /// A modal that gives leave: "may".
  bool is_permitting(std::string_view lemma) const { return permittings_.contains(lemma); }
  /// The last moment of a stretch: "the end of June".
  bool is_closing(std::string_view word) const { return closings_.contains(word); }
  /// An adjective that taggers take for another word: "guilty".
  /// A modal that, negated, tells what did not succeed: "could not be reached".
  bool is_past_ability(std::string_view lemma) const { return past_abilities_.contains(lemma); }
  bool is_adjectival(std::string_view word) const { return adjectivals_.contains(word); }
  /// A form of a verb that, before a noun, says what that is like: "falling prices".
  bool is_describing(std::string_view word) const { return describings_.contains(word); }
  /// A verb whose -ing form, before an infinitive, says that it is to come: "going to close".
  bool is_prospective(std::string_view lemma) const { return prospectives_.contains(lemma); }
  /// "yet", before an infinitive that was not done: "has yet to reply".
  /// Adjectives and nouns that call a thing false or true, and pronouns for what was said.
  bool is_untrue(std::string_view lemma) const { return untrue_.contains(lemma); }
  bool is_true(std::string_view lemma) const { return true_.contains(lemma); }
  bool is_pointing(std::string_view word) const { return pointings_.contains(word); }
  bool is_unfulfilled(std::string_view word) const { return unfulfilled_.contains(word); }
  /// Of the third person ("-ies" for "-y") and the past participle, in the order to be tried.
  const std::vector<WordEnding>& third_person_endings() const { return third_person_endings_; }
  const std::vector<WordEnding>& participle_endings() const { return participle_endings_; }
  /// The lemma of a form that the lemmatizer does not know; empty if it is none of those.
  std::string_view lemma_of_form(std::string_view word) const;
  /// "or", before what else will happen: "pay or face fines".
  bool is_alternative(std::string_view word) const { return alternatives_.contains(word); }

 private:
  using Predicates = WordTable<Predicate>;
  using Commitments = WordTable<Commitment>;

  static const Predicate* find(const Predicates& in, std::string_view lemma);
  static Commitment find(const Commitments& in, std::string_view lemma);
  std::string add_predicates(std::string_view line);
  std::string add_cue(std::string_view line);
  WordSet* words_of(std::string_view kind);            // null if the kind is none of words
  Commitments* commitments_of(std::string_view kind);  // null if the kind has no commitment

  WordTable<ReportSections> reports_;
  PloverCodes plover_;
  StoryRules story_;
  ConfidenceRules confidence_;
  FigureWords figures_;
  DeadlineWords deadlines_;
  Predicates verbs_, nouns_;
  Commitments modals_, adverbs_, adjectives_;
  WordSet negations_, lights_, sources_, partners_, infinitives_, gerunds_, clause_openers_,
      definites_, happenings_, shiftings_, old_times_, new_times_, bindings_, alternatives_,
      rankings_, whens_, occasions_, circumstances_, back_thens_, fields_, first_singulars_,
      first_plurals_, others_, time_ofs_, unfulfilled_, prospectives_, describings_, adjectivals_,
      past_abilities_, untrue_, true_, pointings_;
  WordSet endings_, lastings_, advisings_, invertings_, complementizers_, ignored_, grantings_,
      closings_, eaches_, permittings_, placings_, placing_times_, onsets_, prolongings_;
  std::vector<WordEnding> third_person_endings_, participle_endings_;
  WordTable<Role> roles_, noun_roles_;
  WordTable<PlaceRole> places_;
  WordTable<TimeBound::Kind> bounds_;
  WordTable<TemporalRelation> orders_;
  WordTable<std::string> marks_, lemmas_;    // lemmas by form
  WordTable<std::string> types_by_subject_;  // by "type/of subject"
};

}  // namespace dateline
