#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/span.h"

namespace dateline {

/// Place of a value in its JsonTree.
using JsonIndex = std::uint32_t;

/// A value of a JSON text, by where it stands there.
struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  JsonIndex end = 0;  ///< the first value behind its last descendant
  Span key;           ///< between the quotes of its name; empty in an array
  Span at;            ///< of a string: between its quotes; of an array or object: its first byte
};

/// More of them say no more.
constexpr std::size_t kMostMended = 10'000;

/// A JSON text as its values, in their order: the descendants of value n are those after it up to
/// its `end`.
struct JsonTree {
  std::string text;  ///< as parsed: see parse_json
  std::vector<JsonValue> values;
  std::size_t end = 0;         ///< byte behind the last value
  std::optional<Error> error;  ///< why the rest could not be read; values up to there are good
  std::vector<JsonIndex> cut;  ///< the lists and objects that it cut short, outermost first
  /// Bytes at which the text is not JSON, but was read as if it were; ascending, the first
  /// kMostMended.
  std::vector<std::uint32_t> mended;

  const JsonValue& operator[](JsonIndex value) const { return values[value]; }
  /// The member of an object; nothing if it has none, or is no object. The first of several.
  std::optional<JsonIndex> member(JsonIndex object, std::string_view name) const;
  /// The characters of a string, or the literal of a number; empty for all else.
  std::string string(JsonIndex value) const;
};

/// Deeper texts are refused: no article nests like that.
constexpr std::size_t kMaxJsonDepth = 200;

/// More than any article or list of them has; a value takes 28 bytes.
constexpr std::size_t kMaxJsonValues = 5'000'000;

/// Parses the first JSON value of valid UTF-8, iteratively, in time in proportion to its size.
/// Mended, each by as many bytes so that offsets stay: control characters within strings (they
/// become spaces) and halves of surrogate pairs (U+FFFD); `lenient` allows trailing commas and
/// backslashes before any character too. After an error the values read so far are there, with
/// their ends set.
JsonTree parse_json(std::string_view text, bool lenient = false);

/// An escape sequence of a JSON string: `size` bytes that stand for `characters`.
struct JsonEscape {
  std::uint32_t size = 0;
  std::string characters;
};
/// The sequence that begins with the backslash at `at` of a text that was parsed.
JsonEscape read_json_escape(std::string_view text, std::size_t at);

}  // namespace dateline
