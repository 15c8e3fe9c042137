#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/html/tag.h"

namespace dateline {

/// Number of a mark, from 0.
using MarkIndex = std::uint16_t;

/// The words in the value of a class or id, in lower case; an empty one parts names.
std::vector<std::string> words_in_names(std::string_view names);

/// The vocabulary of root/page_marks.txt: words in the names of classes and ids that tell which
/// parts of a page are no part of its story.
class PageMarks {
 public:
  /// Reads the format that the data file explains. `path` is for messages only.
  static Result<PageMarks> parse(std::string_view text, std::string_view path);

  std::size_t size() const { return most_.size(); }
  /// Share of a page's text, in [0,1], above which the mark says nothing on that page.
  double most(MarkIndex mark) const { return most_[mark]; }
  /// Adds the marks in the value of a class, id or role attribute.
  void find(std::string_view names, std::vector<MarkIndex>& found) const;
  /// Adds the mark of an element, if it has one.
  void find(Tag tag, std::vector<MarkIndex>& found) const;
  /// Adds the mark called `word` ("[hidden]"), if there is one.
  void find_word(std::string_view word, std::vector<MarkIndex>& found) const;

 private:
  std::vector<double> most_;
  std::map<std::string, MarkIndex, std::less<>> by_word_;
  std::map<Tag, MarkIndex> by_tag_;
};

/// The embedded vocabulary.
const PageMarks& page_marks();

}  // namespace dateline
