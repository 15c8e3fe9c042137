#pragma once

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// "The league fined Albion and told it to pay": an object that is a plain pronoun is never the
/// subject of its own clause (principle B of binding theory).
bool is_own_subject(const Document& document, const Tree& tree, const EntityWords& words,
                    TokenId subject, TokenId pronoun);

}  // namespace dateline
