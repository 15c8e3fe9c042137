#pragma once

#include <string>
#include <vector>

#include "core/article.h"
#include "core/text.h"

namespace dateline {

/// Text with its mojibake put right, and what was changed, in the order of the text.
struct Repaired {
  Text text;
  std::vector<Repair> repairs;
  std::vector<Diagnostic> diagnostics{};  ///< what was dropped on the way to this text
};

/// Undoes "mojibake": UTF-8 that was read in another character set, once or several times over, in
/// whole or in places. The table is found by a vote over the whole text; what could be right in the
/// text's own language stays. Bytes that are not valid UTF-8 are kept as they are.
Repaired repair(Text text);

/// The same for a title or a name, which has no place in a source.
std::string repaired(const std::string& text);

}  // namespace dateline
