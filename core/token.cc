#include "core/token.h"

#include <array>

namespace dateline {
namespace {

constexpr auto kPosNames = std::to_array<std::string_view>(
    {"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
     "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"});

constexpr auto kRelationNames = std::to_array<std::string_view>(
    {"_",         "root",       "acl",           "acl:relcl",   "advcl",        "advcl:relcl",
     "advmod",    "amod",       "appos",         "aux",         "aux:pass",     "case",
     "cc",        "cc:preconj", "ccomp",         "clf",         "compound",     "compound:prt",
     "conj",      "cop",        "csubj",         "csubj:outer", "csubj:pass",   "dep",
     "det",       "det:predet", "discourse",     "dislocated",  "expl",         "fixed",
     "flat",      "goeswith",   "iobj",          "list",        "mark",         "nmod",
     "nmod:desc", "nmod:poss",  "nmod:unmarked", "nsubj",       "nsubj:outer",  "nsubj:pass",
     "nummod",    "obj",        "obl",           "obl:agent",   "obl:unmarked", "orphan",
     "parataxis", "punct",      "reparandum",    "vocative",    "xcomp"});
static_assert(kRelationNames.size() == static_cast<std::size_t>(Relation::xcomp) + 1);

template <std::size_t n>
std::optional<std::size_t> position_of(const std::array<std::string_view, n>& names,
                                       std::string_view name) {
  for (std::size_t i = 0; i < n; ++i)
    if (names[i] == name) return i;
  return std::nullopt;
}

void append_feature(std::string& to, std::string_view feature) {
  if (!to.empty()) to += '|';
  to += feature;
}

}  // namespace

std::string_view name_of(Pos pos) { return kPosNames[static_cast<std::size_t>(pos)]; }

std::optional<Pos> pos_named(std::string_view name) {
  const auto at = position_of(kPosNames, name);
  return at ? std::optional(static_cast<Pos>(*at)) : std::nullopt;
}

std::string_view name_of(Relation relation) {
  return kRelationNames[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation_named(std::string_view name) {
  auto at = position_of(kRelationNames, name);
  if (!at) at = position_of(kRelationNames, name.substr(0, name.find(':')));
  return at ? std::optional(static_cast<Relation>(*at)) : std::nullopt;
}

Relation universal(Relation relation) {
  const std::string_view name = name_of(relation);
  const auto colon = name.find(':');
  return colon == name.npos ? relation : *relation_named(name.substr(0, colon));
}

std::string to_string(Features features) {
  std::string text;
  if (features.number != Number::none)
    append_feature(text, features.number == Number::singular ? "Number=Sing" : "Number=Plur");
  if (features.person != 0) append_feature(text, "Person=" + std::to_string(features.person));
  if (features.tense != Tense::none)
    append_feature(text, features.tense == Tense::past ? "Tense=Past" : "Tense=Pres");
  static constexpr std::array<std::string_view, 5> kForms = {"", "Fin", "Inf", "Part", "Ger"};
  if (features.form != VerbForm::none)
    append_feature(text,
                   "VerbForm=" + std::string(kForms[static_cast<std::size_t>(features.form)]));
  return text.empty() ? "_" : text;
}

}  // namespace dateline
