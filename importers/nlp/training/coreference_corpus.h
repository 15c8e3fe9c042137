#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "core/result.h"

namespace dateline {

/// Words of a text that refer to an entity.
struct GoldMention {
  Span span;
  int entity = 0;
};
/// A text of a corpus and who is who in it.
struct GoldCoreference {
  std::string text;
  std::vector<GoldMention> mentions;
  /// Only a pronoun and two names are told apart, not all that the text speaks of.
  bool partial = false;
};

/// GUM's coreference: files of its brackets ("GUM_news_flag.conll"), and treebanks that have the
/// texts with those names. A file whose text is in none, or has other words there, is left out.
/// Error: a file cannot be read.
Result<std::vector<GoldCoreference>> read_gum_coreference(const std::vector<std::string>& paths);

/// GAP (Webster et al. 2018): files of a table with a text, a pronoun and two names in each row;
/// rows whose pronoun means neither are left out. Error: a file cannot be read.
Result<std::vector<GoldCoreference>> read_gap(const std::vector<std::string>& paths);

}  // namespace dateline
