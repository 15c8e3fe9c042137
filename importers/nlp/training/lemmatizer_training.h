#pragma once

#include <string>
#include <vector>

#include "core/document.h"

namespace dateline {

/// A lemmatizer's model file, learnt from documents with gold tags and lemmas: the most frequent
/// edit of each word with its tag, and of each ending that tells more than a shorter one.
std::string train_lemmatizer(const std::vector<Document>& documents);

}  // namespace dateline
