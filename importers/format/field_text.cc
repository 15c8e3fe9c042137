#include "importers/format/field_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "importers/html/block_text.h"
#include "importers/html/entities.h"
#include "importers/html/tree.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

// HTML of a field begins with tags like these, or has them between its sentences.
constexpr std::array<Tag, 20> kTextTags = {
    Tag::p,  Tag::br,     Tag::div,        Tag::a,       Tag::b,       Tag::i,  Tag::em,
    Tag::h1, Tag::h2,     Tag::h3,         Tag::span,    Tag::strong,  Tag::ul, Tag::ol,
    Tag::li, Tag::figure, Tag::blockquote, Tag::section, Tag::article, Tag::img};

Text without_references(const Text& text) {
  TextBuilder builder(text);
  copy_resolved(text, {0, static_cast<std::uint32_t>(text.view().size())}, builder);
  return std::move(builder).build();
}

}  // namespace

void copy_resolved(const Text& from, Span part, TextBuilder& to) {
  const std::string_view text = from.view().substr(0, part.end);
  std::uint32_t copied = part.begin;
  for (std::size_t at = text.find('&', part.begin); at != text.npos; at = text.find('&', at + 1)) {
    const auto reference = read_reference(text, at);
    if (!reference) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    to.copy({copied, begin});
    copied = begin + reference->size;
    to.replace({begin, copied}, reference->characters);
    at = copied - 1;
  }
  to.copy({copied, part.end});
}

bool has_tags(std::string_view text) {
  HtmlTokenizer tokenizer(text);
  for (HtmlToken token; tokenizer.next(token);)
    if (token.kind != HtmlToken::Kind::text && std::ranges::count(kTextTags, token.tag) > 0)
      return true;
  return false;
}

std::string plain_field(const std::string& text) {
  if (has_tags(text)) return text_of(parse_html(text), 0);
  return std::string(trimmed(without_references(text)));
}

Repaired repaired_html(const Text& field) {
  const HtmlTree tree = parse_html(field.view());
  const std::vector<bool> none_left_out(tree.nodes.size(), false);
  return repaired_text_of_blocks(field, tree, find_blocks(tree, none_left_out));
}

Repaired repaired_field(Text field) {
  if (has_tags(field.view())) return repaired_html(field);
  const bool referring = field.view().find('&') != std::string_view::npos;
  return repair(referring ? without_references(field) : std::move(field));
}

}  // namespace dateline
