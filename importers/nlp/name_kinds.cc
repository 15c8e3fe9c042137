#include "importers/nlp/name_kinds.h"

#include "importers/text/ascii.h"

namespace dateline {

NameKinds::NameKinds(const Document& document, const EntityWords& words,
                     const std::vector<WordForm>& forms)
    : document_(document), words_(words), forms_(forms) {
  for (const NameSpan& name : document.names)
    if (name.tokens.size() == 1) learn(name);
  for (const NameSpan& name : document.names)
    if (name.tokens.size() > 1) learn_firm(name);
}

void NameKinds::learn(const NameSpan& name) {
  const std::string word = lower_text(name.tokens.first);
  single_.insert(word);
  if (speaks(name)) speakers_.insert(word);
  if (follows_title(name.tokens.first)) surnames_.insert(word);
  if (name.label == NameLabel::location || stands_in(name)) places_.insert(word);
}

void NameKinds::learn_firm(const NameSpan& name) {
  const std::string first = lower_text(name.tokens.first);
  if (is_firm(name) || (name.label == NameLabel::organization && !of_state(name)))
    firms_.insert(first);
  else if (name.label == NameLabel::person)
    surnames_.insert(lower_text(name.tokens.last - 1));
}

std::string NameKinds::lower_text(std::uint32_t token) const {
  return ascii_lower(document_.text_of({token}));
}

std::string NameKinds::lemma(std::uint32_t token) const {
  const std::string& known = document_.tokens[token].lemma;
  return known.empty() ? lower_text(token) : ascii_lower(known);
}

std::optional<EntityKind> NameKinds::of_state(const NameSpan& name) const {
  const std::string_view text = document_.span_of(name.tokens).of(document_.text());
  if (!words_.state_named(text).empty() || !words_.state_of_adjective(text).empty())
    return EntityKind::state;
  if (words_.state_of_people(text).empty()) return std::nullopt;
  return follows_definite(name.tokens.first) ? EntityKind::state : EntityKind::group;
}

EntityKind NameKinds::of(const NameSpan& name) const {
  if (const auto kind = of_state(name)) return *kind;
  const std::string_view text = document_.span_of(name.tokens).of(document_.text());
  const std::string first = lower_text(name.tokens.first), last = lower_text(name.tokens.last - 1);
  if (words_.has("by-metonymy", ascii_lower(text))) return EntityKind::organization;
  const bool several = name.tokens.size() > 1;
  if (is_firm(name)) return EntityKind::organization;
  if (name.label == NameLabel::person) return of_person(name, ascii_lower(text));
  if (words_.has("occasion-name", last) || (several && words_.has("occasion-name", first)))
    return EntityKind::occasion;
  if (several && (words_.has("organization-name", last) || words_.has("organization-name", first)))
    return EntityKind::organization;
  if (name.label == NameLabel::organization || follows_body(name.tokens.first))
    return EntityKind::organization;
  if (several && (words_.has("place-name", last) || words_.has("place-name", first)))
    return EntityKind::place;
  if (name.label != NameLabel::location) return EntityKind::other;
  const bool firm = !several && firms_.contains(first) && speakers_.contains(first);
  return firm && words_.state_of_capital(text).empty() ? EntityKind::organization
                                                       : EntityKind::place;
}

/// A single word that was taken for a person is none if it is short for a firm ("Corvane" of
/// Corvane Terminals), or a place that things are in.
EntityKind NameKinds::of_person(const NameSpan& name, const std::string& text) const {
  if (name.tokens.size() > 1 || surnames_.contains(text)) return EntityKind::person;
  if (firms_.contains(text)) return EntityKind::organization;
  return places_.contains(text) ? EntityKind::place : EntityKind::person;
}

bool NameKinds::is_firm(const NameSpan& name) const {
  if (name.tokens.size() < 2) return false;
  return words_.has("firm-name", lower_text(name.tokens.last - 1)) ||
         (name.label == NameLabel::person && goes_by_first_word(name));
}

/// "Castellan Estates", which goes on as "Castellan": no person goes by a first name that nobody
/// has, and has a common noun for a surname.
bool NameKinds::goes_by_first_word(const NameSpan& name) const {
  const std::string first = lower_text(name.tokens.first), last = lower_text(name.tokens.last - 1);
  return single_.contains(first) && !single_.contains(last) && !words_.has("male-name", first) &&
         !words_.has("female-name", first) && !words_.has("title", first) &&
         (forms_[name.tokens.last - 1].known.readings & WordFacts::noun) != 0;
}

/// "In Voronia", not "in Banu's view".
bool NameKinds::stands_in(const NameSpan& name) const {
  const std::uint32_t first = name.tokens.first;
  const Relation relation = document_.tokens[first].relation;
  const bool owner = relation == Relation::nmod_poss || relation == Relation::compound;
  return first > 0 && !owner && words_.has("place-preposition", lower_text(first - 1));
}

/// "Meridian said".
bool NameKinds::speaks(const NameSpan& name) const {
  const Token& word = document_.tokens[name.tokens.first];
  return word.relation == Relation::nsubj && word.head &&
         forms_[word.head.index].known.verb_class ==
             static_cast<std::uint8_t>(WordClass::verb_communication);
}

/// "the Russians" speak for their state, "Americans" for themselves.
bool NameKinds::follows_definite(std::uint32_t token) const {
  return token > 0 && words_.has("definite", lower_text(token - 1));
}

/// "Ms Nandra", "Gen. Bako".
bool NameKinds::follows_title(std::uint32_t token) const {
  if (token == 0) return false;
  std::string word = lower_text(token - 1);
  while (!word.empty() && word.back() == '.') word.pop_back();
  return words_.has("title", word);
}

/// "The lender" Merrow Finance.
bool NameKinds::follows_body(std::uint32_t token) const {
  if (token == 0 || document_.tokens[token - 1].pos != Pos::noun) return false;
  return words_.kind_of_noun(lemma(token - 1)) == EntityKind::organization;
}

}  // namespace dateline
