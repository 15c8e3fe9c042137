#include "core/text.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace dateline {
namespace {

constexpr std::uint32_t kLargestUnit = std::numeric_limits<std::uint8_t>::max();

}  // namespace

Text Text::from_source(std::string bytes, std::uint32_t at) {
  assert(bytes.size() <= std::numeric_limits<std::uint32_t>::max() - at);
  Text text;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  if (size > 0) text.pieces_.push_back({0, size, {at, at + size}, 1, 1});
  text.utf8_ = std::move(bytes);
  return text;
}

/// Units that the part touches count whole.
SourceSpan Text::piece_source(const Piece& piece, Span part) const {
  if (piece.text_unit == 0) return piece.source;
  const std::uint32_t first = std::max(part.begin, piece.begin) - piece.begin;
  const std::uint32_t last = std::min(part.end, piece.begin + piece.size) - piece.begin;
  const std::uint32_t first_unit = first / piece.text_unit;
  const std::uint32_t end_unit = (last + piece.text_unit - 1) / piece.text_unit;
  return {piece.source.begin + first_unit * piece.source_unit,
          piece.source.begin + end_unit * piece.source_unit};
}

std::vector<Text::Piece>::const_iterator Text::piece_at(std::uint32_t at) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), at,
                       [](std::uint32_t byte, const Piece& p) { return byte < p.begin; });
  return after == pieces_.begin() ? after : std::prev(after);
}

SourceSpan Text::to_source(Span span) const {
  const auto first = piece_at(span.begin);
  if (first == pieces_.end()) return {};
  if (!in_order_) return cover(first, span);
  const auto last = span.empty() ? first : piece_at(span.end - 1);
  return {piece_source(*first, span).begin, piece_source(*last, span).end};
}

SourceSpan Text::cover(std::vector<Piece>::const_iterator piece, Span span) const {
  SourceSpan covered = piece_source(*piece, span);
  for (++piece; piece != pieces_.end() && piece->begin < span.end; ++piece) {
    const SourceSpan next = piece_source(*piece, span);
    covered.begin = std::min(covered.begin, next.begin);
    covered.end = std::max(covered.end, next.end);
  }
  return covered;
}

void TextBuilder::append(std::string_view bytes, SourceSpan source, std::uint8_t text_unit,
                         std::uint8_t source_unit) {
  if (bytes.empty()) return;
  auto& pieces = to_.pieces_;
  assert(to_.utf8_.size() + bytes.size() <= std::numeric_limits<std::uint32_t>::max());
  const auto at = static_cast<std::uint32_t>(to_.utf8_.size());
  const auto size = static_cast<std::uint32_t>(bytes.size());
  to_.utf8_.append(bytes);
  if (pieces.empty()) return pieces.push_back({at, size, source, text_unit, source_unit});
  Text::Piece& last = pieces.back();
  if (text_unit != 0 && last.text_unit == text_unit && last.source_unit == source_unit &&
      last.source.end == source.begin) {
    last.size += size;
    last.source.end = source.end;
    return;
  }
  const Text::Piece piece{at, size, source, text_unit, source_unit};
  const SourceSpan before = to_.piece_source(last, {at - 1, at});
  const SourceSpan after = to_.piece_source(piece, {at, at + 1});
  if (after.begin < before.begin || after.end < before.end) to_.in_order_ = false;
  pieces.push_back(piece);
}

/// One unit of its own: a run of such becomes one piece.
void TextBuilder::append_unit(std::string_view bytes, SourceSpan source) {
  const std::uint32_t source_size = source.end - source.begin;
  const bool fits = bytes.size() <= kLargestUnit && source_size <= kLargestUnit && source_size > 0;
  append(bytes, source, fits ? static_cast<std::uint8_t>(bytes.size()) : std::uint8_t{0},
         fits ? static_cast<std::uint8_t>(source_size) : std::uint8_t{0});
}

void TextBuilder::copy(Span part) {
  if (part.empty()) return;
  for (auto piece = from_.piece_at(part.begin);
       piece != from_.pieces_.end() && piece->begin < part.end; ++piece)
    copy_part(*piece,
              {std::max(part.begin, piece->begin), std::min(part.end, piece->begin + piece->size)});
}

/// Copies within one piece. Units that are cut become units of their own.
void TextBuilder::copy_part(const Text::Piece& piece, Span part) {
  const std::string_view text = from_.view();
  const SourceSpan source = from_.piece_source(piece, part);
  if (piece.text_unit == 0) return append(part.of(text), source, 0, 0);
  const std::uint32_t unit = piece.text_unit;
  const auto up = [&](std::uint32_t at) {
    return piece.begin + (at - piece.begin + unit - 1) / unit * unit;
  };
  const std::uint32_t whole_begin = up(part.begin);
  const std::uint32_t whole_end = part.end - (part.end - piece.begin) % unit;
  if (whole_begin > whole_end) return append_unit(part.of(text), source);
  const auto copy_cut = [&](Span cut) {
    if (!cut.empty()) append_unit(cut.of(text), from_.piece_source(piece, cut));
  };
  copy_cut({part.begin, whole_begin});
  const Span whole{whole_begin, whole_end};
  if (!whole.empty())
    append(whole.of(text), from_.piece_source(piece, whole), piece.text_unit, piece.source_unit);
  copy_cut({whole_end, part.end});
}

void TextBuilder::replace(Span part, std::string_view with) {
  append_unit(with, from_.to_source(part));
}

Text TextBuilder::build() && { return std::move(to_); }

}  // namespace dateline
