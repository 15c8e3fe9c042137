#include "importers/events/title.h"

#include <algorithm>

#include "core/utf8.h"
#include "importers/events/arguments.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTitleBytes = 200;  // of the schema, in code points; bytes are safer
constexpr std::size_t kMaxRestBytes = 110;   // beyond this nobody reads a card
constexpr std::size_t kMaxTitleTokens = 60;

bool is_quote_mark(std::string_view word) {
  return word == "“" || word == "”" || word == "\"" || word == "``" || word == "''" ||
         word == "«" || word == "»" || word == "‘";
}

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
    std::string title = told ? clause_title(subject) : noun_title();
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

  /// Who says "we": a title must not. Empty if the subject is somebody else.
  TokenId unnamed_speaker(TokenId subject) const {
    const std::string word = context_.lower(subject);
    if (!context_.lexicon.is_first_singular(word) && !context_.lexicon.is_first_plural(word))
      return {};
    const MentionId id = mention_at(context_, subject);
    if (event_.sources.empty() || (id && context_.document.mentions[id.index].chain)) return {};
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
    const bool plural = is_plural(subject.token);
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
    return forms_.fill(form(subject.passive ? "passive " : "", negative), plural, parts);
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
    std::vector<TokenId> words;
    collect(clause, {}, words, true);
    std::string line = joined(words);
    const bool name = words.empty() || context_.at(words.front()).pos == Pos::propn ||
                      context_.lexicon.is_first_singular(context_.lower(words.front()));
    if (!name && line[0] >= 'A' && line[0] <= 'Z') line[0] = static_cast<char>(line[0] + 32);
    return line;
  }

  std::string noun_title() {
    TitleForms::Parts parts;
    std::vector<TokenId> words;
    collect(event_.head, {}, words);
    while (!words.empty() && forms_.is_dropped(context_.lower(words.front())))
      words.erase(words.begin());
    parts["phrase"] = shortened(joined(words), kMaxRestBytes);
    return forms_.fill(form("noun ", event_.factuality.negative), false, parts);
  }

  std::string with_particle(TokenId verb, std::string word) const {
    if (const TokenId particle = context_.tree.child_exactly(verb, Relation::compound_prt))
      word += " " + context_.lower(particle);
    return word;
  }

  bool is_plural(TokenId nominal) const {
    if (context_.tree.has(nominal, Relation::conj)) return true;
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
    const bool several = context_.tree.has(nominal, Relation::conj);
    if (!id || several) return phrase_of(nominal);
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
    std::vector<TokenId> words;
    collect(nominal, {}, words);
    while (words.size() > 1 && forms_.is_dropped(context_.lower(words.front())) &&
           !context_.lexicon.is_negation(context_.lower(words.front())))
      words.erase(words.begin());
    return shortened(joined(words), kMaxRestBytes / 2);
  }

  std::string rest_of_clause(TokenId verb, TokenId subject) {
    std::vector<TokenId> words;
    collect(verb, subject, words);
    std::erase(words, verb);
    const TokenId relative = relative_object(verb);
    std::erase(words, relative);
    std::string rest = joined(words);
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

  /// The tokens of a phrase without what a title leaves out, in order of the text. `whole` keeps
  /// the subject and auxiliaries of a clause.
  void collect(TokenId top, TokenId subject, std::vector<TokenId>& words,
               bool whole = false) const {
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
    while (!words.empty() && context_.at(words.back()).pos == Pos::punct) words.pop_back();
    while (!words.empty() && context_.at(words.front()).pos == Pos::punct)
      words.erase(words.begin());
  }

  bool is_left_out(TokenId top, TokenId parent, TokenId child) const {
    const Relation relation = context_.at(child).relation;
    if (is_aside(relation)) return true;
    if (parent == top && is_outer(top, child)) return true;
    switch (relation) {
      case Relation::conj:
      case Relation::cc:
        return context_.at(parent).pos == Pos::verb;
      case Relation::punct:
        return is_quote_mark(context_.document.text_of(child));
      case Relation::obl:
      case Relation::obl_unmarked:
      case Relation::nmod_unmarked:
        return dates_it(child);
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
        return verb;
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

  /// "on Tuesday", which the timeline shows beside the title; "by noon Wednesday" stays.
  bool dates_it(TokenId oblique) const {
    if (!event_.timex) return false;
    const Timex& timex = context_.document.timexes[event_.timex.index];
    return (timex.type != TimexType::duration || timex.anchor == Timex::Anchor::event) &&
           context_.document.span_of(context_.tree.subtree(oblique)).overlaps(timex.span) &&
           !context_.lexicon.bound(timex.signal);
  }

  std::string joined(const std::vector<TokenId>& words) const {
    std::string line;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Span span = context_.at(words[i]).span;
      const bool follows = i > 0 && words[i - 1].index + 1 == words[i].index;
      const bool leads = i + 1 < words.size() && words[i].index + 1 == words[i + 1].index;
      if (context_.at(words[i]).pos == Pos::punct && !(follows && leads))
        continue;  // cut beside it
      if (!line.empty()) {
        const Span before = context_.at(words[i - 1]).span;
        const bool adjacent = words[i - 1].index + 1 == words[i].index;
        if (!adjacent || before.end < span.begin) line += ' ';
      }
      line += span.of(text());
    }
    for (char& c : line)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return line;
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
