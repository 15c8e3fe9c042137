#include "importers/events/title.h"

#include <algorithm>

#include "core/utf8.h"
#include "importers/events/arguments.h"
#include "importers/events/title_words.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTitleBytes = 200;  // of the schema, in code points; bytes are safer
constexpr std::size_t kMaxRestBytes = 110;   // beyond this nobody reads a card

/// Cuts at a word, with an ellipsis.
std::string shortened(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  auto cut = text.rfind(' ', limit - 4);
  if (cut == text.npos || cut < limit / 2) {
    cut = limit - 4;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  }
  while (cut > 0 && (text[cut - 1] == ',' || text[cut - 1] == ' ')) --cut;
  return text.substr(0, cut) + " …";
}

void capitalise(std::string& text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
}

class TitleWriter {
 public:
  TitleWriter(const EventContext& context, const TitleForms& forms, const EventMention& event)
      : context_(context), forms_(forms), event_(event) {}

  std::string write() {
    Subject subject = subject_of(context_, event_.predicate);
    const bool verb = context_.at(event_.predicate).pos == Pos::verb;
    if (!subject.token && verb) subject = known_actor();
    const bool told = verb && subject.token && subject.token != event_.head;
    const TokenId copular = verb ? TokenId{} : copular_clause();
    std::string title = copular            ? whole_clause(copular)
                        : told             ? clause_title(subject)
                        : is_told_to(verb) ? spoken_title(event_.head)
                                           : noun_title();
    if (title.empty()) title = std::string(context_.document.span_of(event_.trigger).of(text()));
    capitalise(title);
    if (const auto colon = title.find(": "); colon != title.npos && colon + 2 < title.size()) {
      std::string after = title.substr(colon + 2);
      capitalise(after);
      title.replace(colon + 2, title.npos, after);
    }
    return shortened(std::move(title), kMaxTitleBytes);
  }

 private:
  std::string_view text() const { return context_.document.text(); }

  /// "The forms must be in by Friday", "they have to be out": its clause, where it is a particle.
  TokenId copular_clause() const {
    const Token& token = context_.at(event_.head);
    if (token.pos != Pos::adv && token.pos != Pos::adp) return {};
    if (token.relation == Relation::xcomp && token.head) return token.head;
    return context_.tree.has(event_.head, Relation::nsubj) ? event_.head : TokenId{};
  }

  std::string form(std::string_view shape, bool negative) const {
    std::string name(shape);
    name += name_of(event_.factuality.value);
    if (negative) name += "-negative";
    return name;
  }

  /// Who does it where the sentence does not put him beside the verb: "..., she said".
  Subject known_actor() const {
    for (const Argument& argument : event_.arguments)
      if (argument.role == Role::agent || argument.role == Role::speaker)
        return {context_.document.mentions[argument.mention.index].head, false};
    return {};
  }

  /// "I signed": the author, who has no other name.
  bool is_author(TokenId subject) const {
    const MentionId id = mention_at(context_, subject);
    return context_.lexicon.is_first_singular(context_.lower(subject)) &&
           !(id && context_.document.mentions[id.index].chain);
  }

  /// Who says "we": a title must not. Empty if the subject is somebody else.
  TokenId unnamed_speaker(TokenId subject) const {
    const std::string word = context_.lower(subject);
    if (!context_.lexicon.is_first_singular(word) && !context_.lexicon.is_first_plural(word))
      return {};
    const MentionId id = mention_at(context_, subject);
    if (event_.sources.empty() || (id && context_.document.mentions[id.index].chain)) return {};
    return speaker();
  }

  /// Who says so, by preference not a "we" or "I" who reports himself.
  TokenId speaker() const {
    for (const Attribution& source : event_.sources) {
      const Mention& mention = context_.document.mentions[source.source.index];
      if (mention.form != MentionForm::pronoun || mention.chain) return mention.head;
    }
    return context_.document.mentions[event_.sources.front().source.index].head;
  }

  /// "Nobody accepts it", "accepts no offer": the words say already that it is not so.
  bool says_no(TokenId nominal) const {
    if (!nominal) return false;
    if (context_.lexicon.is_negation(context_.lower(nominal))) return true;
    const TokenId determiner = context_.tree.child(nominal, Relation::det);
    return determiner && context_.lexicon.is_negation(context_.lower(determiner));
  }

  std::string clause_title(const Subject& subject) {
    const TokenId verb = event_.predicate;
    if (const TokenId speaker = unnamed_speaker(subject.token)) {
      TitleForms::Parts parts;
      parts["subject"] = name_of_nominal(speaker);
      const TokenId above = context_.at(subject.token).head;
      parts["rest"] = shortened(whole_clause(above ? above : verb), kMaxRestBytes);
      capitalise(parts["rest"]);
      return forms_.fill("quotation", false, parts);
    }
    const std::string lemma = with_particle(verb, context_.lemma(verb));
    const bool plural = is_plural(subject.token) || is_author(subject.token);
    const bool negative = event_.factuality.negative && !says_no(subject.token) &&
                          !says_no(object_of(context_, verb));
    TitleForms::Parts parts;
    parts["subject"] = name_of_nominal(subject.token);
    parts["verb"] = lemma;
    parts["third"] =
        plural ? lemma : with_particle(verb, forms_.third_person(context_.lemma(verb)));
    parts["participle"] = with_particle(verb, context_.lower(verb));
    parts["rest"] = shortened(rest_of_clause(verb, subject.token), kMaxRestBytes);
    if (const TokenId content = said_beside(verb); content && event_.is_statement) {
      parts["rest"] = shortened(whole_clause(content), kMaxRestBytes);
      if (is_quoted(content)) {
        capitalise(parts["rest"]);
        return forms_.fill("quotation", false, parts);
      }
    }
    if (const std::string other = other_form(subject, negative); !other.empty()) {
      parts["modal"] = event_.modality;
      return forms_.fill(other, plural, parts);
    }
    return forms_.fill(form(subject.passive ? "passive " : "", negative), plural, parts);
  }

  /// The form for what is told of the past although it is not certain, for what somebody is accused
  /// of, and for what must be done; empty where none of these fits.
  std::string other_form(const Subject& subject, bool negative) const {
    if (negative || subject.passive) return {};
    const FactualityValue value = event_.factuality.value;
    const Token& verb = context_.at(event_.predicate);
    const bool requested = value == FactualityValue::requested && !event_.modality.empty();
    if (requested) return "must";
    const bool uncertain = value == FactualityValue::possible || value == FactualityValue::probable;
    if (uncertain && event_.perfect && verb.features.form == VerbForm::participle)
      return form("past ", false);
    if (value != FactualityValue::possible || !event_.container) return {};
    return context_.document.events[event_.container.index].type == "accusation" ? "alleged" : "";
  }

  /// What is said, where it stands before the verb of saying: "The bridge fell, police said".
  TokenId said_beside(TokenId verb) const {
    for (const TokenId child : context_.tree.children(verb)) {
      const Relation relation = context_.at(child).relation;
      if (relation == Relation::ccomp || relation == Relation::parataxis)
        return child < verb && has_subject(child) ? child : TokenId{};
    }
    const bool aside = context_.at(verb).relation == Relation::parataxis;
    return aside && has_subject(context_.at(verb).head) ? context_.at(verb).head : TokenId{};
  }

  bool has_subject(TokenId clause) const { return context_.tree.has(clause, Relation::nsubj); }

  bool is_quoted(TokenId clause) const {
    return std::ranges::any_of(context_.tree.children(clause), [&](TokenId child) {
      return is_quote_mark(context_.document.text_of(child));
    });
  }

  std::string whole_clause(TokenId clause) const {
    std::vector<TokenId> words = title_words(context_, event_, clause, {}, true);
    std::string line = joined(context_, words);
    const bool name = words.empty() || context_.at(words.front()).pos == Pos::propn ||
                      context_.lexicon.is_first_singular(context_.lower(words.front()));
    if (!name && line[0] >= 'A' && line[0] <= 'Z') line[0] = static_cast<char>(line[0] + 32);
    return line;
  }

  /// "Please stay off the roads": what somebody asks his hearers.
  bool is_told_to(bool verb) const {
    return verb && event_.factuality.value == FactualityValue::requested &&
           !event_.sources.empty() && !is_infinitive(context_, event_.predicate);
  }

  std::string spoken_title(TokenId clause) {
    TitleForms::Parts parts;
    parts["subject"] = name_of_nominal(speaker());
    parts["rest"] = shortened(whole_clause(clause), kMaxRestBytes);
    capitalise(parts["rest"]);
    return forms_.fill("quotation", false, parts);
  }

  /// A noun alone says little: "Order: Hughes lifts the order".
  std::string where_it_stands(TokenId noun) {
    const TokenId verb = context_.at(noun).head;
    if (!verb || context_.at(verb).pos != Pos::verb) return {};
    if (universal(context_.at(noun).relation) != Relation::obj) return {};
    const Subject subject = subject_of(context_, verb);
    if (!subject.token || subject.passive || subject.token > verb) return {};
    const auto& events = context_.document.events;
    const auto over = std::ranges::find(events, verb, &EventMention::head);
    if (over == events.end() || over->predicate != verb) return {};
    return ": " + TitleWriter(context_, forms_, *over).clause_title(subject);
  }

  std::string noun_title() {
    TitleForms::Parts parts;
    std::vector<TokenId> words = title_words(context_, event_, event_.head, {});
    while (!words.empty() && forms_.is_dropped(context_.lower(words.front())))
      words.erase(words.begin());
    parts["phrase"] = shortened(joined(context_, words), kMaxRestBytes);
    if (words.size() == 1 && event_.factuality.value == FactualityValue::asserted)
      parts["phrase"] += where_it_stands(words.front());
    return forms_.fill(form("noun ", event_.factuality.negative), false, parts);
  }

  std::string with_particle(TokenId verb, std::string word) const {
    if (is_split(context_, verb)) return word;
    if (const TokenId particle = context_.tree.child_exactly(verb, Relation::compound_prt))
      word += " " + context_.lower(particle);
    return word;
  }

  /// "Crane and Lowe", unless both are in one name: "Crane & Lowe".
  bool has_conjunct(TokenId nominal) const {
    const MentionId id = mention_at(context_, nominal);
    const TokenRange name = id ? context_.document.mentions[id.index].name : TokenRange{};
    return std::ranges::any_of(context_.tree.children(nominal), [&](TokenId child) {
      const bool age = context_.at(child).pos == Pos::num && context_.at(nominal).pos != Pos::num;
      return context_.at(child).relation == Relation::conj && !name.contains(child) && !age;
    });
  }

  /// "Two of them", "81% of its members"; not "12 percent of the budget".
  bool is_several(TokenId amount) const {
    const TokenId of = context_.tree.child(amount, Relation::nmod);
    return of && (context_.at(of).features.number == Number::plural ||
                  forms_.is_plural(context_.lower(of)));
  }

  bool is_plural(TokenId nominal) const {
    if (has_conjunct(nominal)) return true;
    const Pos pos = context_.at(nominal).pos;
    if (pos == Pos::num || pos == Pos::sym) return is_several(nominal);
    if (forms_.is_plural(context_.lower(nominal))) return true;
    if (const MentionId id = mention_at(context_, nominal)) {
      const Mention& mention = context_.document.mentions[id.index];
      if (mention.plural) return true;
      if (mention.form == MentionForm::name) return mention.kind == EntityKind::group;
    }
    return context_.at(nominal).features.number == Number::plural;
  }

  /// A person by surname, anybody else by the fullest name or the words of the text.
  std::string name_of_nominal(TokenId nominal) {
    const MentionId id = mention_at(context_, nominal);
    const bool several = has_conjunct(nominal);
    if (const auto subject = forms_.as_subject(context_.lower(nominal));
        !subject.empty() && (!id || !context_.document.mentions[id.index].chain))
      return std::string(subject);
    if (several) return names_of(nominal);
    if (!id) return phrase_of(nominal);
    return name_of_one(nominal, id);
  }

  /// "China and Russia", where the one stands right after the other.
  std::string names_of(TokenId nominal) {
    TitleForms::Parts parts;
    for (const TokenId each : conjuncts(context_, nominal)) {
      const MentionId id = mention_at(context_, each);
      std::string name = id ? name_of_one(each, id) : phrase_of(each);
      if (parts.contains("rest"))
        parts["subject"] += ", " + parts["rest"];
      else if (parts.contains("subject"))
        parts["rest"] = {};
      parts[parts.contains("subject") ? "rest" : "subject"] = std::move(name);
    }
    return parts.contains("rest") ? forms_.fill("several", false, parts) : parts["subject"];
  }

  std::string name_of_one(TokenId nominal, MentionId id) {
    const Mention& mention = context_.document.mentions[id.index];
    if (mention.form == MentionForm::nominal || !mention.chain) return phrase_of(nominal);
    const Chain& chain = context_.document.chains[mention.chain.index];
    if (chain.kind == EntityKind::person && !chain.anonymous) {
      const auto space = chain.name.rfind(' ');
      return space == chain.name.npos ? chain.name : chain.name.substr(space + 1);
    }
    return chain.name;
  }

  std::string phrase_of(TokenId nominal) {
    std::vector<TokenId> words = title_words(context_, event_, nominal, {});
    while (words.size() > 1 && forms_.is_dropped(context_.lower(words.front())) &&
           !context_.lexicon.is_negation(context_.lower(words.front())))
      words.erase(words.begin());
    return shortened(joined(context_, words), kMaxRestBytes / 2);
  }

  std::string rest_of_clause(TokenId verb, TokenId subject) {
    std::vector<TokenId> words = title_words(context_, event_, verb, subject);
    std::erase(words, verb);
    const TokenId relative = relative_object(verb);
    std::erase(words, relative);
    std::string rest = joined(context_, words);
    return relative ? phrase_of(context_.at(verb).head) + " " + rest : rest;
  }

  /// "The permit, which the court issued": the pronoun for what the clause stands under.
  TokenId relative_object(TokenId verb) const {
    if (context_.at(verb).relation != Relation::acl_relcl) return {};
    for (const TokenId child : context_.tree.children(verb))
      if (child < verb && context_.at(child).pos == Pos::pron &&
          context_.at(child).relation == Relation::obj)
        return child;
    return {};
  }

  const EventContext& context_;
  const TitleForms& forms_;
  const EventMention& event_;
};

}  // namespace

std::string title_of(const EventContext& context, const TitleForms& forms,
                     const EventMention& event) {
  return TitleWriter(context, forms, event).write();
}

std::string deadline_title(const EventContext& context, const TitleForms& forms,
                           const DeadlineMention& deadline, const EventMention& action) {
  using Force = DeadlineMention::Force;
  EventMention due = action;
  if (deadline.force == Force::obligation || deadline.force == Force::advice) {
    const bool verb = context.at(action.predicate).pos == Pos::verb &&
                      subject_of(context, action.predicate).token;
    due.factuality = {};
    due.factuality.value = verb ? FactualityValue::scheduled : FactualityValue::asserted;
  }
  std::string form = "deadline ";
  form += name_of(deadline.force);
  const std::string title = title_of(context, forms, due);
  const std::string whole = forms.fill(form, false, {{"title", title}});
  return shortened(whole.empty() ? title : whole, kMaxTitleBytes);
}

}  // namespace dateline
