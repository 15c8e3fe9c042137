#include "importers/events/tag_mending.h"

#include <utility>

#include "importers/events/deadline_mending.h"
#include "importers/events/verb_forms.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMaxInverted = 12;  // words of a subject between "had" and its verb

bool is_nominal(Pos pos) {
  return pos == Pos::noun || pos == Pos::propn || pos == Pos::pron || pos == Pos::adj;
}

/// "Before", "after", "until": opens a clause that the one over it is ordered by.
bool is_ordering(std::string_view word, const EventLexicon& lexicon) {
  const std::string_view mark = lexicon.mark(ascii_lower(word));
  return mark == "future" || mark == "past";
}

/// Whether the words before `end` hold a finite verb in the present, so that no other is wanted.
bool has_present_verb(const Document& document, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Token& token = document.tokens[i];
    if ((token.pos == Pos::verb || token.pos == Pos::aux) &&
        token.features.form == VerbForm::finite && token.features.tense != Tense::past)
      return true;
  }
  return false;
}

void make_present(Token& token, std::string lemma) {
  token.pos = Pos::verb;
  token.lemma = std::move(lemma);
  token.features = {VerbForm::finite, Tense::present, Number::singular, 3};
}

void make_infinitive(Token& token, std::string lemma) {
  token.pos = Pos::verb;
  token.lemma = std::move(lemma);
  token.features = {};
  token.features.form = VerbForm::infinitive;
}

void make_noun(Token& token) {
  token.pos = Pos::noun;
  token.features = {};
  token.features.number = Number::singular;
}

/// "Court blocks mine as protest grows": the words before what opens a clause of its own.
TokenRange main_clause(const Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first + 1; i < sentence.last; ++i) {
    const std::string word = ascii_lower(document.text_of({i}));
    if (lexicon.is_clause_opener(word) || !lexicon.mark(word).empty()) return {sentence.first, i};
  }
  return sentence;
}

bool has_finite_verb(const Document& document, TokenRange range) {
  for (auto i = range.first; i < range.last; ++i)
    if (document.tokens[i].features.form == VerbForm::finite || document.tokens[i].pos == Pos::aux)
      return true;
  return false;
}

/// "Moscow denies that ...": only a verb has such a clause after it, unless a noun has the same
/// form ("claims that"). "The ministry plans to ...": a sentence wants a verb.
void mend_before_content(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  const bool wants_verb = !has_finite_verb(document, sentence);
  for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    Token& token = document.tokens[i];
    if (token.pos == Pos::verb || token.pos == Pos::aux) return;
    if (token.pos != Pos::noun || !is_nominal(document.tokens[i - 1].pos)) continue;
    const std::string next = ascii_lower(document.text_of({i + 1}));
    const bool infinitive = wants_verb && lexicon.is_infinitive_mark(next);
    if (!infinitive && !lexicon.is_complementizer(next)) continue;
    const std::string verb = verb_of_third_person(document.text_of({i}), lexicon);
    if (verb.empty() || (lexicon.noun(verb) && !infinitive)) continue;
    return make_present(token, verb);
  }
}

/// "Denied reports that ...": two finite verbs do not follow each other, a verb and its object do.
void mend_verb_after_verb(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first + 1; i < sentence.last; ++i) {
    const Token& before = document.tokens[i - 1];
    Token& token = document.tokens[i];
    const auto finite = [](const Token& verb, Tense tense) {
      return verb.pos == Pos::verb && verb.features.form == VerbForm::finite &&
             verb.features.tense == tense;
    };
    if (!finite(before, Tense::past) || !finite(token, Tense::present)) continue;
    if (!lexicon.noun(verb_of_third_person(document.text_of({i}), lexicon))) continue;
    token.pos = Pos::noun;
    token.features = {};
    token.features.number = Number::plural;
  }
}

/// "Talks resume on Friday.": a sentence wants a verb, and after a plural a bare form may be it.
void mend_verbless(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  if (has_finite_verb(document, sentence)) return;
  for (auto i = sentence.first + 1; i < sentence.last; ++i) {
    const Token& before = document.tokens[i - 1];
    Token& token = document.tokens[i];
    const bool plural = before.pos == Pos::noun && before.features.number == Number::plural;
    if (!plural || token.pos != Pos::noun || token.features.number != Number::singular) continue;
    const std::string verb = ascii_lower(document.text_of({i}));
    if (!lexicon.verb(verb)) continue;
    make_present(token, verb);
    token.features.number = Number::plural;
    return;
  }
}

/// Words of a sentence that surely has a verb.
constexpr std::uint32_t kClause = 8;

/// The verb whose third person a word that was taken for a plural may be: "closes", "votes".
std::string third_person(const Document& document, TokenId word, const EventLexicon& lexicon) {
  const Token& token = document.tokens[word.index];
  const Token& before = document.tokens[word.index - 1];
  const bool after_singular = (before.pos == Pos::noun || before.pos == Pos::propn) &&
                              before.features.number != Number::plural;
  if (token.pos != Pos::noun || !after_singular) return {};
  const std::string verb = verb_of_third_person(document.text_of(word), lexicon);
  return verb;
}

/// "The window closes on Friday.", "before the window closes": a clause wants a verb.
void mend_third_person(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  std::uint32_t begin = sentence.first;
  for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    const std::string_view text = document.text_of({i});
    if (text == ":" || text == ";" || is_ordering(text, lexicon)) begin = i + 1;
    const Pos next = document.tokens[i + 1].pos;
    if (next != Pos::adp && next != Pos::adv && next != Pos::punct) continue;
    if (i == begin || has_finite_verb(document, {begin, sentence.last})) continue;
    const std::string verb = third_person(document, {i}, lexicon);
    const bool doubtful =
        lexicon.noun(verb) && (sentence.size() < kClause || begin > sentence.first);
    if (!verb.empty() && !doubtful) return make_present(document.tokens[i], verb);
  }
}

TokenRange up_to_comma(const Document& document, TokenRange range) {
  for (auto i = range.first; i < range.last; ++i)
    if (document.tokens[i].pos == Pos::punct) return {range.first, i};
  return range;
}

/// "Flight 217 vanished from radar": a clause wants a verb, and what stands between a noun and a
/// preposition describes no other noun.
void mend_past(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  const TokenRange clause = up_to_comma(document, main_clause(document, sentence, lexicon));
  if (has_finite_verb(document, clause)) return;
  for (auto i = clause.first + 1; i + 1 < sentence.last && i < clause.last; ++i) {
    Token& token = document.tokens[i];
    const Pos before = document.tokens[i - 1].pos, after = document.tokens[i + 1].pos;
    const bool subject = is_nominal(before) || before == Pos::num || before == Pos::pron;
    if (token.pos != Pos::adj || !subject || (after != Pos::adp && after != Pos::punct)) continue;
    std::string lemma = verb_of_participle(document.text_of({i}), lexicon);
    if (lemma.empty()) continue;
    token.pos = Pos::verb;
    token.lemma = std::move(lemma);
    token.features = {};
    token.features.form = VerbForm::finite;
    token.features.tense = Tense::past;
    return;
  }
}

/// "Had the order gone out the day before, they would live".
void mend_inversion(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  auto opening = sentence.first;
  while (opening < sentence.last && document.tokens[opening].pos == Pos::punct) ++opening;
  if (opening == sentence.last || document.tokens[opening].pos != Pos::verb) return;
  if (!lexicon.is_inverting(ascii_lower(document.text_of({opening})))) return;
  for (auto i = opening + 1; i < sentence.last && i < opening + kMaxInverted; ++i) {
    const Token& token = document.tokens[i];
    if (token.pos == Pos::punct) return;
    if (token.pos != Pos::verb || token.features.form != VerbForm::participle) continue;
    document.tokens[opening].pos = Pos::aux;
    return;
  }
}

/// "A stopgap spending law": a field of work between nouns is no verb.
void mend_field(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    Token& token = document.tokens[i];
    const Token &before = document.tokens[i - 1], &after = document.tokens[i + 1];
    const bool subject =
        before.pos == Pos::noun || !lexicon.mark(ascii_lower(document.text_of({i - 1}))).empty();
    if (token.features.form == VerbForm::gerund && subject && after.pos == Pos::verb &&
        after.features.form == VerbForm::finite &&
        lexicon.noun(ascii_lower(document.text_of({i})))) {  // "a storm warning hangs over"
      make_noun(token);
      continue;
    }
    if (lexicon.is_describing(ascii_lower(document.text_of({i}))) && token.pos == Pos::verb &&
        after.pos == Pos::noun && before.pos != Pos::aux) {
      token.pos = Pos::adj;
      token.features = {};
      continue;
    }
    const bool between =
        (before.pos == Pos::noun || before.pos == Pos::adj || before.pos == Pos::det) &&
        after.pos == Pos::noun && after.features.number == Number::singular;
    if (token.pos != Pos::verb || token.features.form != VerbForm::gerund || !between) continue;
    if (!lexicon.is_field(ascii_lower(document.text_of({i})))) continue;
    make_noun(token);
  }
}

/// "Found the mayor guilty".
void mend_adjectives(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first; i < sentence.last; ++i) {
    Token& token = document.tokens[i];
    if (token.pos == Pos::adj || !lexicon.is_adjectival(ascii_lower(document.text_of({i}))))
      continue;
    token.pos = Pos::adj;
    token.features = {};
  }
}

/// "Will raise pay by 4 percent": a verb right after another is its object, where it can be a noun.
void mend_object(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first + 1; i < sentence.last; ++i) {
    Token& token = document.tokens[i];
    const Token& before = document.tokens[i - 1];
    if (token.pos != Pos::verb || before.pos != Pos::verb) continue;
    if (token.features.form != VerbForm::infinitive) continue;
    const std::string word = ascii_lower(document.text_of({i}));
    const Predicate* row = lexicon.verb(ascii_lower(document.text_of({i - 1})));
    if (!row || row->object_control || row->state || !lexicon.noun(word)) continue;
    make_noun(token);
  }
}

/// "Before the games in Rome end on May 3": the clause after such a word wants a verb.
void mend_subordinate(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  bool wants_verb = false;
  for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
    Token& token = document.tokens[i];
    const std::string word = ascii_lower(document.text_of({i}));
    if (is_ordering(word, lexicon)) wants_verb = true;
    if (token.pos == Pos::verb || token.pos == Pos::aux || token.pos == Pos::punct)
      wants_verb = false;
    const Predicate* row = token.pos == Pos::noun ? lexicon.verb(word) : nullptr;
    if (!wants_verb || !row || row->event_class != EventClass::aspectual) continue;
    if (i == sentence.first || document.tokens[i + 1].pos != Pos::adp) continue;
    const Pos before = document.tokens[i - 1].pos;
    if (before != Pos::propn && before != Pos::noun) continue;
    make_present(token, word);
    token.features.number = Number::plural;
    wants_verb = false;
  }
}

/// "To remove them by June 30 or face fines": a noun with a noun phrase right after it, where "or"
/// cannot join it to a noun.
void mend_alternative(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  bool infinitive = false;
  for (auto i = sentence.first + 1; i + 2 < sentence.last; ++i) {
    const Token& before = document.tokens[i - 1];
    infinitive |= before.features.form == VerbForm::infinitive;
    if (!infinitive || !lexicon.is_alternative(ascii_lower(document.text_of({i})))) continue;
    Token& token = document.tokens[i + 1];
    const Token& after = document.tokens[i + 2];
    const std::string verb = ascii_lower(document.text_of({i + 1}));
    const bool joins = before.pos == Pos::noun || before.pos == Pos::adj;
    const bool phrase = after.pos == Pos::noun || after.pos == Pos::det || after.pos == Pos::adj ||
                        after.pos == Pos::pron;
    if (joins || !phrase || token.pos != Pos::noun || !lexicon.verb(verb)) continue;
    make_infinitive(token, verb);
  }
}

/// "A 2021 sinking in which nine died": what a determiner leads to is a noun.
void mend_gerund_noun(Document& document, TokenRange sentence) {
  bool opened = false;
  for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
    Token& token = document.tokens[i];
    const Pos next = document.tokens[i + 1].pos;
    const bool ends = next == Pos::adp || next == Pos::punct || next == Pos::aux;
    const bool gerund =
        token.pos == Pos::verb &&
        (token.features.form == VerbForm::gerund ||
         (token.features.form == VerbForm::participle && token.features.tense == Tense::present));
    if (opened && gerund && ends) make_noun(token);
    opened = token.pos == Pos::det || (opened && token.pos == Pos::num);
  }
}

/// Whether the words from `begin` on are one noun phrase, with what is joined to it, and then a
/// finite verb: "their union and the operator reached".
bool is_clause(const Document& document, TokenRange sentence, std::uint32_t begin) {
  bool noun = false;
  for (auto i = begin; i < sentence.last; ++i) {
    const Token& token = document.tokens[i];
    const Pos pos = token.pos;
    if (pos == Pos::aux || (pos == Pos::verb && token.features.form == VerbForm::finite))
      return noun;
    if (pos == Pos::cconj || pos == Pos::part) {
      noun = false;
      continue;
    }
    const bool opens_phrase = pos == Pos::det || pos == Pos::pron;
    if (noun && opens_phrase) return false;  // "after the meeting he would"
    const bool part = opens_phrase || pos == Pos::adj || pos == Pos::num || is_nominal(pos);
    if (!part) return false;
    noun |= pos == Pos::noun || pos == Pos::propn || pos == Pos::pron;
  }
  return false;
}

/// "Resigned after a leaked memo suggested": before a clause, such a word is a conjunction. One
/// that opens the sentence may have only a noun: "After the vote Lee resigned".
void mend_conjunction(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first + 1; i < sentence.last; ++i) {
    Token& token = document.tokens[i];
    if (token.pos != Pos::adp || document.tokens[i - 1].pos == Pos::punct) continue;
    if (!is_ordering(document.text_of({i}), lexicon)) continue;
    if (is_clause(document, sentence, i + 1)) token.pos = Pos::sconj;
  }
}

/// "Until at least April 14 after engineers found": what meets another such word before a verb
/// opens no clause.
void mend_preposition(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  const auto orders = [&](std::uint32_t i) { return is_ordering(document.text_of({i}), lexicon); };
  for (auto i = sentence.first; i < sentence.last; ++i) {
    if (document.tokens[i].pos != Pos::sconj || !orders(i)) continue;
    for (auto next = i + 1; next < sentence.last; ++next) {
      const Pos pos = document.tokens[next].pos;
      if (pos == Pos::verb || pos == Pos::aux || pos == Pos::punct) break;
      if (!orders(next)) continue;
      document.tokens[i].pos = Pos::adp;
      break;
    }
  }
}

/// "Threatened to march on the capital": a bare noun after "to", under a verb that tells what is to
/// be, is a verb where it can be one.
void mend_infinitive(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    const Token& verb = document.tokens[i - 1];
    Token &mark = document.tokens[i], &token = document.tokens[i + 1];
    if (verb.pos != Pos::verb || mark.pos != Pos::adp || token.pos != Pos::noun) continue;
    if (!lexicon.is_infinitive_mark(ascii_lower(document.text_of({i})))) continue;
    const std::string word = ascii_lower(document.text_of({i + 1}));
    const Predicate* row = predicate_of_form(ascii_lower(document.text_of({i - 1})), lexicon);
    if (!row || row->content == Commitment::none || !lexicon.verb(word)) continue;
    mark.pos = Pos::part;
    make_infinitive(token, word);
  }
}

/// "Will the port close on Monday?": an auxiliary that opens the sentence wants a verb.
void mend_question(Document& document, TokenRange sentence, const EventLexicon& lexicon) {
  if (document.tokens[sentence.first].pos != Pos::aux) return;
  std::uint32_t found = sentence.first;
  for (auto i = sentence.first + 2; i < sentence.last; ++i) {
    const Token& token = document.tokens[i];
    if (token.pos == Pos::verb || token.pos == Pos::aux) return;
    const Pos before = document.tokens[i - 1].pos;
    const bool after_subject = before == Pos::noun || before == Pos::propn || before == Pos::pron;
    const bool other = token.pos == Pos::adv || token.pos == Pos::adj || token.pos == Pos::noun;
    if (found > sentence.first || !after_subject || !other) continue;
    if (lexicon.verb(ascii_lower(document.text_of({i})))) found = i;
  }
  if (found == sentence.first || document.text_of({sentence.last - 1}) != "?") return;
  make_infinitive(document.tokens[found], ascii_lower(document.text_of({found})));
}

void mend_headline(Document& document, const Sentence& headline, const EventLexicon& lexicon) {
  if (has_present_verb(document, main_clause(document, headline.tokens, lexicon))) return;
  for (std::uint32_t i = headline.tokens.first + 1; i < headline.tokens.last; ++i) {
    Token& token = document.tokens[i];
    if (token.pos == Pos::verb && token.features.tense == Tense::past) return;
    if (token.pos != Pos::noun && token.pos != Pos::propn) continue;
    if (!is_nominal(document.tokens[i - 1].pos)) continue;
    const std::string verb = verb_of_third_person(document.text_of({i}), lexicon);
    if (verb.empty()) continue;
    return make_present(token, verb);
  }
}

/// "A driver was injured": what the lexicon knows as a verb that happens is no adjective.
void mend_participles(Document& document, const EventLexicon& lexicon) {
  for (std::size_t i = 1; i < document.tokens.size(); ++i) {
    Token& token = document.tokens[i];
    if (token.pos != Pos::adj || document.tokens[i - 1].pos != Pos::aux) continue;
    std::string lemma = verb_of_participle(token.span.of(document.text()), lexicon);
    if (lemma.empty()) continue;
    token.pos = Pos::verb;
    token.lemma = std::move(lemma);
    token.features = {};
    token.features.form = VerbForm::participle;
    token.features.tense = Tense::past;
  }
}

}  // namespace

void mend_tags(Document& document, const EventLexicon& lexicon) {
  mend_closing_tags(document, lexicon);
  for (const Sentence& sentence : document.sentences)
    if (sentence.kind == SentenceKind::headline || sentence.kind == SentenceKind::heading)
      mend_headline(document, sentence, lexicon);
    else if (sentence.kind == SentenceKind::prose) {
      mend_before_content(document, sentence.tokens, lexicon);
      mend_verb_after_verb(document, sentence.tokens, lexicon);
      mend_verbless(document, sentence.tokens, lexicon);
      mend_third_person(document, sentence.tokens, lexicon);
      mend_past(document, sentence.tokens, lexicon);
      mend_alternative(document, sentence.tokens, lexicon);
      mend_field(document, sentence.tokens, lexicon);
      mend_adjectives(document, sentence.tokens, lexicon);
      mend_object(document, sentence.tokens, lexicon);
      mend_subordinate(document, sentence.tokens, lexicon);
      mend_gerund_noun(document, sentence.tokens);
      mend_conjunction(document, sentence.tokens, lexicon);
      mend_preposition(document, sentence.tokens, lexicon);
      mend_infinitive(document, sentence.tokens, lexicon);
    }
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    mend_inversion(document, sentence.tokens, lexicon);
    mend_question(document, sentence.tokens, lexicon);
  }
}

void mend_lemmas(Document& document, const EventLexicon& lexicon) {
  mend_participles(document, lexicon);
  for (Token& token : document.tokens) {
    if (token.pos != Pos::verb || token.lemma.empty()) continue;
    const std::string form = ascii_lower(token.span.of(document.text()));
    if (const auto known = lexicon.lemma_of_form(form); !known.empty()) token.lemma = known;
    if (lexicon.verb(token.lemma)) continue;
    if (lexicon.verb(token.lemma + "e")) token.lemma += 'e';
    const std::string stem = token.lemma.substr(0, token.lemma.size() - 1);
    if (token.lemma.back() == 'e' && lexicon.verb(stem)) token.lemma = stem;
  }
}

}  // namespace dateline
