#include "importers/html/tokenizer.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

// No page has as many on one tag; the rest is dropped.
constexpr std::size_t kMaxAttributes = 256;

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool ends_name(char c) { return is_ascii_space(c) || c == '/' || c == '>'; }

}  // namespace

bool HtmlTokenizer::next(HtmlToken& token) {
  while (at_ < page_.size()) {
    if (raw_ != Tag::unknown) {
      const std::size_t end = end_of_raw_text();
      raw_ = Tag::unknown;
      if (end > at_) return read_text(token, end), true;
    }
    if (!at_tag(at_)) return read_text(token, end_of_text(at_ + 1)), true;
    const char second = page_[at_ + 1];
    if (second == '!' || second == '?' || (second == '/' && !is_ascii_letter(page_[at_ + 2]))) {
      skip_declaration();
    } else if (read_tag(token)) {
      return true;
    }
  }
  return false;
}

/// Whether the `<` at `at`, if it is one, begins markup.
bool HtmlTokenizer::at_tag(std::size_t at) const {
  if (page_[at] != '<' || at + 2 >= page_.size()) return false;
  const char second = page_[at + 1];
  return is_ascii_letter(second) || second == '/' || second == '!' || second == '?';
}

std::size_t HtmlTokenizer::end_of_text(std::size_t from) const {
  for (;;) {
    from = page_.find('<', from);
    if (from == page_.npos) return page_.size();
    if (at_tag(from)) return from;
    ++from;
  }
}

void HtmlTokenizer::read_text(HtmlToken& token, std::size_t end) {
  token.kind = HtmlToken::Kind::text;
  token.tag = Tag::text;
  token.at = span_of(at_, end);
  token.attributes.clear();
  at_ = end;
}

void HtmlTokenizer::skip_declaration() {
  const bool comment = page_.substr(at_).starts_with("<!--");
  // "<!-->" and "<!--->" are whole comments.
  const std::size_t end = comment ? page_.find("-->", at_ + 2) : page_.find('>', at_);
  at_ = end == page_.npos ? page_.size() : end + (comment ? 3 : 1);
}

/// False if the page ends within the tag, which is then no tag.
bool HtmlTokenizer::read_tag(HtmlToken& token) {
  const std::size_t begin = at_;
  const bool closing = page_[at_ + 1] == '/';
  at_ += closing ? 2 : 1;
  const std::size_t name = at_;
  while (at_ < page_.size() && !ends_name(page_[at_])) ++at_;
  token.tag = tag_named(page_.substr(name, at_ - name));
  token.kind = closing ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  token.attributes.clear();
  token.self_closing = false;
  if (!read_attributes(token)) return false;
  token.at = span_of(begin, at_);
  if (!closing && is_raw_text(token.tag)) raw_ = token.tag;
  return true;
}

bool HtmlTokenizer::read_attributes(HtmlToken& token) {
  for (;;) {
    while (at_ < page_.size() && (is_ascii_space(page_[at_]) || page_[at_] == '/')) ++at_;
    if (at_ >= page_.size()) return false;
    if (page_[at_] == '>') break;
    read_attribute(token);
  }
  token.self_closing = page_[at_ - 1] == '/';
  ++at_;
  return true;
}

void HtmlTokenizer::read_attribute(HtmlToken& token) {
  const std::size_t name = at_++;  // a name may begin with '='
  while (at_ < page_.size() && !ends_name(page_[at_]) && page_[at_] != '=') ++at_;
  HtmlAttribute attribute{span_of(name, at_), {}};
  skip_space();
  if (peek() == '=') {
    ++at_;
    attribute.value = read_value();
  }
  if (token.attributes.size() < kMaxAttributes) token.attributes.push_back(attribute);
}

Span HtmlTokenizer::read_value() {
  skip_space();
  const char quote = peek();
  if (quote == '"' || quote == '\'') {
    const std::size_t begin = at_ + 1;
    const std::size_t end = std::min(page_.find(quote, begin), page_.size());
    at_ = std::min(end + 1, page_.size());
    return span_of(begin, end);
  }
  const std::size_t begin = at_;
  while (at_ < page_.size() && !is_ascii_space(page_[at_]) && page_[at_] != '>') ++at_;
  return span_of(begin, at_);
}

/// Raw text runs up to an end tag of its own element, or to the end of the page.
std::size_t HtmlTokenizer::end_of_raw_text() const {
  for (std::size_t at = page_.find("</", at_); at != page_.npos; at = page_.find("</", at + 2)) {
    std::size_t end = at + 2;
    while (end < page_.size() && is_ascii_letter(page_[end])) ++end;
    if (end < page_.size() && ends_name(page_[end]) &&
        tag_named(page_.substr(at + 2, end - at - 2)) == raw_)
      return at;
  }
  return page_.size();
}

void HtmlTokenizer::skip_space() {
  while (at_ < page_.size() && is_ascii_space(page_[at_])) ++at_;
}

}  // namespace dateline
