#pragma once

#include <string>
#include <string_view>

#include "core/document.h"

namespace dateline {

/// A document of one or more sentences, written by hand: a line a token, a blank line between
/// sentences. A line is "form[/lemma] POS head relation [features]", head counted from 1 in the
/// sentence, 0 for its root; the lemma is the lower-case form if it is left out; features as "past"
/// "present" "finite" "infinitive" "participle" "gerund" "plural". Words are joined by single
/// spaces, sentences too. A line "# headline" sets the kind of the next sentence. A form in
/// brackets,
/// "[Feb. 20]", may hold spaces.
Document make_document(std::string_view lines);

}  // namespace dateline
