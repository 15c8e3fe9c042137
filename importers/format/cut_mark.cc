#include "importers/format/cut_mark.h"

#include "importers/html/metadata_names.h"

namespace dateline {
namespace {

/// The words behind which services that sell whole texts say how much is left: "[+1234 chars]".
/// npos if the text does not end so.
std::size_t cut_mark(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  const std::size_t begin = text.rfind("[+");
  if (begin == text.npos || text[end] != ']') return text.npos;
  const std::string_view mark = text.substr(begin + 2, end - begin - 2);
  const std::size_t word = mark.find_first_not_of("0123456789");
  if (word == 0 || word == mark.npos) return text.npos;
  return article_fields().rank("left-out", mark.substr(word)) < 0 ? text.npos : begin;
}

}  // namespace

Text without_cut_mark(Text text, Article& article) {
  const std::size_t mark = cut_mark(text.view());
  if (mark == std::string_view::npos) return text;
  const auto begin = static_cast<std::uint32_t>(mark);
  const auto end = static_cast<std::uint32_t>(text.view().size());
  article.diagnostics.push_back({Severity::warning, "text-cut-off",
                                 "expected a whole text, found its first part only",
                                 text.to_source({begin, end})});
  TextBuilder builder(text);
  builder.copy({0, begin});
  return std::move(builder).build();
}

}  // namespace dateline
