#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/factuality.h"
#include "core/id.h"
#include "core/interval.h"
#include "core/token.h"

namespace dateline {

/// TimeML EVENT classes.
enum class EventClass : std::uint8_t {
  occurrence,
  reporting,
  perception,
  aspectual,
  i_action,
  i_state,
  state
};
std::string_view name_of(EventClass event_class);  ///< "I_ACTION"
std::optional<EventClass> event_class_named(std::string_view name);

/// The roles of the timeline schema.
enum class Role : std::uint8_t {
  agent,
  patient,
  recipient,
  speaker,
  addressee,
  beneficiary,
  instrument,
  attendee,
  topic,
  other
};
std::string_view name_of(Role role);
std::optional<Role> role_named(std::string_view name);

enum class PlaceRole : std::uint8_t { at, from, to, about };
std::string_view name_of(PlaceRole role);
std::optional<PlaceRole> place_role_named(std::string_view name);

/// An entity in an event, and the words that put it there.
struct Argument {
  MentionId mention;
  Role role = Role::other;
};
struct PlaceArgument {
  MentionId mention;
  PlaceRole role = PlaceRole::at;
};

/// Who says so, innermost source first in EventMention::sources.
struct Attribution {
  MentionId source;  ///< empty: a source that the text leaves out ("is said to")
  TokenId cue;       ///< the verb or preposition of saying
};

/// Words that tell what somebody says, thinks or means, whether or not an event is in them.
struct Report {
  TokenRange source;                 ///< the phrase for who; empty if the text leaves it out
  TokenRange cue;                    ///< "said", "according to", ":"
  std::vector<TokenRange> contents;  ///< in order of the text, at least one; with quotation marks
  bool nested = false;               ///< stands in the content of another
};

/// A time that an event is held against rather than put at: "by Friday", "before the vote on May
/// 3".
struct TimeBound {
  enum class Kind : std::uint8_t { by, before, within, since, after };
  TimexId timex;
  Kind kind = Kind::by;
  Span span;             ///< the words with their preposition
  bool granted = false;  ///< leave is given until then: "has until Friday to pay"
};

/// Words that tell of an event, with the attributes of TimeML's EVENT and MAKEINSTANCE.
struct EventMention {
  TokenRange trigger;  ///< "told", "moving out"
  TokenId head;        ///< the trigger's syntactic head
  TokenId predicate;  ///< carries tense and arguments: the head, but for "made a decision" the verb
  EventClass event_class = EventClass::occurrence;
  Tense tense = Tense::none;
  VerbForm form = VerbForm::none;  ///< of the first auxiliary, or of the verb itself
  bool future = false, perfect = false, progressive = false, passive = false;
  bool negated = false;  ///< a word of negation stands with it: "not", "no"
  std::string modality;  ///< the modal's lemma, e.g. "could"; empty if none
  std::string type;      ///< of the event lexicon: "warning", "attack"; "other" if not in it
  bool is_statement = false, is_state = false;
  Factuality factuality;
  std::vector<Attribution> sources;
  std::vector<Argument> arguments;
  std::vector<PlaceArgument> places;
  TimexId timex;  ///< the expression that dates it; empty if none does
  std::vector<TimeBound> bounds;
  EventMentionId container;  ///< whose content it is: "warned" for "attack"; empty if none
};

/// What must, may or will happen by a time.
struct DeadlineMention {
  enum class Force : std::uint8_t { obligation, advice, horizon, scheduled_end };
  /// What became of it, where the text tells.
  enum class Outcome : std::uint8_t { none, moved, missed, met };
  EventMentionId action;  ///< what must happen, may happen or ends
  TimexId timex;          ///< by when
  Span span;              ///< the words of the bound with its preposition
  Force force = Force::obligation;
  bool inclusive = true;
  std::vector<MentionId> bound, set_by;
  EventMentionId set_in;            ///< the order, warning or statement that set it; empty if none
  Outcome outcome = Outcome::none;  ///< moved: the one before it in Document::deadlines holds
};
std::string_view name_of(DeadlineMention::Force force);
std::optional<DeadlineMention::Force> force_named(std::string_view name);

}  // namespace dateline
