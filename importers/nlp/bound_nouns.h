#pragma once

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// "Told the crews to stop", "airlines were ordered to check": whoever is asked is somebody, and
/// what he is asked is told in the active. Who is given a time is asked, too.
bool is_asked(const Document& document, const Tree& tree, const EntityWords& words, TokenId token);

/// "Norland must withdraw its troops", "airlines must refund passengers": whoever must do something
/// to something else is somebody, if he has a name or there are many.
bool has_duty(const Document& document, const Tree& tree, const EntityWords& words, TokenId token);

}  // namespace dateline
