#pragma once

#include <map>
#include <string>

#include "core/result.h"
#include "importers/nlp/word_lexicon.h"

namespace dateline {

/// Words in lower case, with what they can be.
using WordFactsTable = std::map<std::string, WordFacts>;

/// The single words of WordNet's files in a folder (index.*, data.*, *.exc, cntlist.rev; Fellbaum
/// 1998) with their inflected forms, regular ones and those that it lists. Error: a file cannot be
/// read.
Result<WordFactsTable> read_wordnet(const std::string& folder);

/// The words as a model file.
std::string train_word_lexicon(const WordFactsTable& words);

}  // namespace dateline
