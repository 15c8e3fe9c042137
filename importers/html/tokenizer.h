#pragma once

#include <string_view>
#include <vector>

#include "core/span.h"
#include "importers/html/tag.h"

namespace dateline {

/// A name and what is between its quotes, both as the page has them.
struct HtmlAttribute {
  Span name;
  Span value;  ///< empty if it has none
};

/// What stands between two places of a page: characters, or a tag.
struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag };
  Kind kind = Kind::text;
  Tag tag = Tag::text;
  Span at;  ///< from `<` to behind `>` for a tag
  std::vector<HtmlAttribute> attributes;
  bool self_closing = false;
};

/// Cuts a page into tags and text as the HTML standard does (WHATWG, 13.2.5), errors included;
/// comments, declarations and instructions are passed over. Takes time in proportion to the page.
class HtmlTokenizer {
 public:
  /// `page` must outlive the tokenizer, and have fewer bytes than 4 GiB.
  explicit HtmlTokenizer(std::string_view page) : page_(page) {}

  /// False at the end of the page; `token` then means nothing.
  bool next(HtmlToken& token);

 private:
  bool at_tag(std::size_t at) const;
  std::size_t end_of_text(std::size_t from) const;
  void read_text(HtmlToken& token, std::size_t end);
  void skip_declaration();
  bool read_tag(HtmlToken& token);
  bool read_attributes(HtmlToken& token);
  void read_attribute(HtmlToken& token);
  Span read_value();
  std::size_t end_of_raw_text() const;
  char peek() const { return at_ < page_.size() ? page_[at_] : '\0'; }
  void skip_space();

  std::string_view page_;
  std::size_t at_ = 0;
  Tag raw_ = Tag::unknown;  // the element whose end tag ends the raw text we are in
};

}  // namespace dateline
