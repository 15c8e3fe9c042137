#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Tells of what kind the names of a document are. The tagger labels each by itself; here a name
/// is also held against the others of the document: what "Corvane" is short for, and who bears a
/// surname.
class NameKinds {
 public:
  /// `forms`: of the document's tokens. All must outlive this.
  NameKinds(const Document& document, const EntityWords& words, const std::vector<WordForm>& forms);

  EntityKind of(const NameSpan& name) const;
  /// What a name of a state, its people or its adjective stands for; empty for other names.
  std::optional<EntityKind> of_state(const NameSpan& name) const;

 private:
  std::string lower_text(std::uint32_t token) const;
  std::string lemma(std::uint32_t token) const;
  void learn(const NameSpan& name);
  void learn_firm(const NameSpan& name);
  EntityKind of_person(const NameSpan& name, const std::string& text) const;
  bool is_firm(const NameSpan& name) const;
  bool goes_by_first_word(const NameSpan& name) const;
  bool stands_in(const NameSpan& name) const;
  bool speaks(const NameSpan& name) const;
  bool follows_definite(std::uint32_t token) const;
  bool follows_title(std::uint32_t token) const;
  bool follows_body(std::uint32_t token) const;

  const Document& document_;
  const EntityWords& words_;
  const std::vector<WordForm>& forms_;
  // Single words in lower case: all names of one word, those that say something, those that are
  // places by their label or a preposition, and what longer names end and begin with.
  std::set<std::string> single_, speakers_, places_, surnames_, firms_;
};

}  // namespace dateline
