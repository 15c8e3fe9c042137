#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// A half-open range of bytes in an Article's text. Never used for the bytes of the resource the
/// text came from: those are a SourceSpan, so that the compiler tells the two apart.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

/// A half-open range of bytes in the resource as it was received (unpacked, not yet decoded).
struct SourceSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr bool operator==(SourceSpan, SourceSpan) = default;
  friend constexpr auto operator<=>(SourceSpan, SourceSpan) = default;
};

}  // namespace dateline
