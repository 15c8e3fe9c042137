#include "importers/events/title_words.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kMaxTitleTokens = 60;  // beyond this nobody reads a title

/// Chooses the words of one phrase of the title of one event.
class WordChooser {
 public:
  WordChooser(const EventContext& context, const EventMention& event)
      : context_(context), event_(event) {}

  /// The tokens of a phrase without what a title leaves out, in order of the text. `whole` keeps
  /// the subject and auxiliaries of a clause.
  std::vector<TokenId> collect(TokenId top, TokenId subject, bool whole) const {
    std::vector<TokenId> words;
    std::vector<TokenId> open{top};
    while (!open.empty() && words.size() < kMaxTitleTokens) {
      const TokenId token = open.back();
      open.pop_back();
      words.push_back(token);
      for (const TokenId child : context_.tree.children(token))
        if (child != subject && !is_left_out(whole ? TokenId{} : top, token, child) &&
            !(top != event_.predicate && top != event_.head && child == event_.predicate))
          open.push_back(child);
    }
    std::ranges::sort(words);
    while (words.size() > 1 && dangles(words.back())) words.pop_back();
    while (!words.empty() && context_.at(words.front()).pos == Pos::punct)
      words.erase(words.begin());
    return words;
  }

 private:
  /// What a phrase does not end with: a mark, or a word that what it brings in was cut from.
  bool dangles(TokenId word) const {
    switch (context_.at(word).pos) {
      case Pos::punct:
      case Pos::cconj:
      case Pos::sconj:
        return true;
      case Pos::det:
        return context_.at(word).relation == Relation::det;
      case Pos::adp:
        return context_.at(word).relation == Relation::case_ ||
               context_.at(word).relation == Relation::mark;
      default:
        return false;
    }
  }

  bool is_left_out(TokenId top, TokenId parent, TokenId child) const {
    const Relation relation = context_.at(child).relation;
    if (is_aside(relation)) return true;
    if (parent == top && is_outer(top, child)) return true;
    switch (relation) {
      case Relation::conj:
        return context_.at(parent).pos == Pos::verb || is_clause(child);
      case Relation::cc:
        return context_.at(parent).pos == Pos::verb;
      case Relation::punct:
        return is_quote_mark(context_.document.text_of(child));
      case Relation::obl:
        return dates_it(parent, child) || names_source(child);
      case Relation::nmod:
        return context_.at(event_.predicate).pos == Pos::verb && !is_date_of(child) &&
               dates_it(parent, child);
      case Relation::advmod:
      case Relation::obl_unmarked:
      case Relation::nmod_unmarked:
        return dates_it(parent, child);
      default:
        return false;
    }
  }

  static bool is_aside(Relation relation) {
    switch (relation) {
      case Relation::parataxis:
      case Relation::acl_relcl:
      case Relation::advcl_relcl:
      case Relation::appos:
      case Relation::discourse:
      case Relation::vocative:
      case Relation::dislocated:
      case Relation::advcl:
        return true;
      default:
        return false;
    }
  }

  /// What belongs to the clause or phrase as a whole, which the title puts in its own way.
  bool is_outer(TokenId top, TokenId child) const {
    const bool verb = context_.at(top).pos == Pos::verb;
    switch (context_.at(child).relation) {
      case Relation::aux:
      case Relation::aux_pass:
      case Relation::cop:
      case Relation::mark:
      case Relation::expl:
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::punct:
        return true;
      case Relation::compound_prt:
        return verb && !is_split(context_, top);
      case Relation::case_:
      case Relation::cc:
      case Relation::conj:
        return !verb || child < top;
      case Relation::advmod:
        return child < top || context_.lexicon.is_negation(context_.lower(child));
      case Relation::obl:
      case Relation::ccomp:
        return verb && child < top;
      default:
        return false;
    }
  }

  /// "A work of fiction and that he would fight it": the second clause is told by itself.
  bool is_clause(TokenId conjunct) const {
    return context_.tree.has(conjunct, Relation::nsubj) ||
           context_.tree.has(conjunct, Relation::mark);
  }

  /// "A trial date of May 3".
  bool is_date_of(TokenId day) const {
    const TokenId word = preposition_of(context_, day);
    return word && context_.lexicon.is_time_of(context_.lower(word));
  }

  /// "According to the ministry".
  bool names_source(TokenId oblique) const {
    const TokenId word = preposition_of(context_, oblique);
    return word && context_.lexicon.is_source_word(context_.lower(word));
  }

  /// "For Friday hurts hospitals": what opens with a day, whatever the parser made of the rest.
  bool begins_with(TokenId phrase, Span words) const {
    const TokenRange range = context_.tree.subtree(phrase);
    std::uint32_t first = range.first;
    while (first < range.last && context_.at({first}).pos == Pos::adp) ++first;
    return first < range.last && first > range.first && words.overlaps(context_.at({first}).span);
  }

  /// "on Tuesday", "as early as Tuesday", which the timeline shows beside the title; "by noon
  /// Wednesday" stays.
  bool dates_it(TokenId parent, TokenId phrase) const {
    if (!event_.timex) return false;
    const Timex& timex = context_.document.timexes[event_.timex.index];
    const bool day = timex.type != TimexType::duration || timex.anchor == Timex::Anchor::event;
    if (!day || context_.lexicon.bound(timex.signal)) return false;
    if (parent != event_.predicate && timex.span.overlaps(context_.at(parent).span)) return false;
    if (timex.span.overlaps(context_.at(phrase).span) || begins_with(phrase, timex.span))
      return true;
    return context_.at(phrase).pos == Pos::adv &&
           context_.document.span_of(context_.tree.subtree(phrase)).overlaps(timex.span);
  }

  const EventContext& context_;
  const EventMention& event_;
};

}  // namespace

bool is_quote_mark(std::string_view word) {
  return word == "“" || word == "”" || word == "\"" || word == "``" || word == "''" ||
         word == "«" || word == "»" || word == "‘";
}

bool is_split(const EventContext& context, TokenId verb) {
  const TokenId particle = context.tree.child_exactly(verb, Relation::compound_prt);
  const TokenId object = object_of(context, verb);
  return particle && object && object < particle && context.at(object).pos == Pos::pron;
}

std::vector<TokenId> title_words(const EventContext& context, const EventMention& event,
                                 TokenId top, TokenId subject, bool whole) {
  return WordChooser(context, event).collect(top, subject, whole);
}

std::string joined(const EventContext& context, const std::vector<TokenId>& words) {
  std::string line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span span = context.at(words[i]).span;
    const bool follows = i > 0 && words[i - 1].index + 1 == words[i].index;
    const bool leads = i + 1 < words.size() && words[i].index + 1 == words[i + 1].index;
    if (context.at(words[i]).pos == Pos::punct && !(follows && leads)) continue;  // cut beside it
    if (!line.empty()) {
      const Span before = context.at(words[i - 1]).span;
      const bool adjacent = words[i - 1].index + 1 == words[i].index;
      if (!adjacent || before.end < span.begin) line += ' ';
    }
    line += span.of(context.document.text());
  }
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return line;
}

}  // namespace dateline
