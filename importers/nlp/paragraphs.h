#pragma once

#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/word_lists.h"

namespace dateline {

/// What tells the kinds of line apart in a language (lines.txt); lower case.
struct LineRules {
  WordSet byline;     ///< what a byline begins with: "by"
  WordSet credit;     ///< what a line holds that names who else worked on the story
  WordSet furniture;  ///< what a line that is not part of the story begins with: "read more"
};
Result<LineRules> load_line_rules(const DataFiles& files, std::string_view language);

/// A line of text, or the lines that one hard-wrapped paragraph fills.
struct Paragraph {
  Span span;                 ///< without the white space around it; never empty
  std::uint32_t number = 0;  ///< counted from 0, across the text
  SentenceKind kind = SentenceKind::prose;
};

/// The paragraphs of a text, in order. A blank line parts two; so does a line end, unless the lines
/// look wrapped at a common width. `title` is the article's, empty if not known: a first line that
/// is the title, or that stands alone without a full stop, is the headline.
std::vector<Paragraph> find_paragraphs(std::string_view text, std::string_view title,
                                       const LineRules& rules);

}  // namespace dateline
