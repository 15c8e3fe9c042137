#include "core/text.h"

#include <algorithm>
#include <utility>

namespace dateline {

Text Text::from_source(std::string bytes, std::uint32_t at) {
  Text text;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  if (size > 0) text.pieces_.push_back({0, size, {at, at + size}, true});
  text.utf8_ = std::move(bytes);
  return text;
}

SourceSpan Text::piece_source(const Piece& piece, Span part) const {
  if (!piece.copied) return piece.source;
  const std::uint32_t first = std::max(part.begin, piece.begin) - piece.begin;
  const std::uint32_t last = std::min(part.end, piece.begin + piece.size) - piece.begin;
  return {piece.source.begin + first, piece.source.begin + last};
}

std::vector<Text::Piece>::const_iterator Text::piece_at(std::uint32_t at) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), at,
                       [](std::uint32_t byte, const Piece& p) { return byte < p.begin; });
  return after == pieces_.begin() ? after : std::prev(after);
}

SourceSpan Text::to_source(Span span) const {
  auto piece = piece_at(span.begin);
  if (piece == pieces_.end()) return {};
  SourceSpan covered = piece_source(*piece, span);
  for (++piece; piece != pieces_.end() && piece->begin < span.end; ++piece) {
    const SourceSpan next = piece_source(*piece, span);
    covered.begin = std::min(covered.begin, next.begin);
    covered.end = std::max(covered.end, next.end);
  }
  return covered;
}

void TextBuilder::append(std::string_view bytes, SourceSpan source, bool copied) {
  if (bytes.empty()) return;
  auto& pieces = to_.pieces_;
  const auto at = static_cast<std::uint32_t>(to_.utf8_.size());
  const auto size = static_cast<std::uint32_t>(bytes.size());
  if (copied && !pieces.empty() && pieces.back().copied &&
      pieces.back().source.end == source.begin) {
    pieces.back().size += size;
    pieces.back().source.end = source.end;
  } else {
    pieces.push_back({at, size, source, copied});
  }
  to_.utf8_.append(bytes);
}

void TextBuilder::copy(Span part) {
  for (auto piece = from_.piece_at(part.begin);
       piece != from_.pieces_.end() && piece->begin < part.end; ++piece) {
    const Span shared{std::max(part.begin, piece->begin),
                      std::min(part.end, piece->begin + piece->size)};
    append(shared.of(from_.view()), from_.piece_source(*piece, shared), piece->copied);
  }
}

void TextBuilder::replace(Span part, std::string_view with) {
  append(with, from_.to_source(part), false);
}

Text TextBuilder::build() && { return std::move(to_); }

}  // namespace dateline
