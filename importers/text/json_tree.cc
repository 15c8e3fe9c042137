#include "importers/text/json_tree.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

#include "core/utf8.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr unsigned kStrict = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
constexpr unsigned kLenient = kStrict | rapidjson::kParseTrailingCommasFlag;

std::optional<char32_t> hex_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  const char* const first = text.data() + at + 2;
  if (std::from_chars(first, first + 4, unit, 16).ptr != first + 4) return std::nullopt;
  return unit;
}

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Makes JSON of what is almost JSON, byte for byte.
class Mender {
 public:
  Mender(std::string text, bool lenient) : text_(std::move(text)), lenient_(lenient) {}

  /// Answers where it mended.
  std::vector<std::uint32_t> run() {
    bool inside = false;
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '"') inside = !inside;
      if (inside && c == '\\')
        at += mend_escape(at);
      else if (static_cast<unsigned char>(c) < 0x20 && (inside || !is_ascii_space(c)))
        mend(at++, " ");
      else
        ++at;
    }
    return std::move(mended_);
  }
  std::string text() && { return std::move(text_); }

 private:
  void mend(std::size_t at, std::string_view with) {
    text_.replace(at, with.size(), with);
    if (mended_.size() < kMostMended) mended_.push_back(static_cast<std::uint32_t>(at));
  }

  /// Answers the size of the sequence at the backslash.
  std::size_t mend_escape(std::size_t at) {
    const auto unit = hex_unit(text_, at);
    if (!unit) {
      const bool known =
          at + 1 < text_.size() &&
          std::string_view("\"\\/bfnrtu").find(text_[at + 1]) != std::string_view::npos;
      if (lenient_ && !known) mend(at, " ");
      return known || !lenient_ ? 2 : 1;
    }
    if (is_high(*unit)) {
      const auto low = hex_unit(text_, at + 6);
      if (low && is_low(*low)) return 12;
    }
    if (is_high(*unit) || is_low(*unit)) mend(at, "\\uFFFD");
    return 6;
  }

  std::string text_;
  bool lenient_;
  std::vector<std::uint32_t> mended_;
};

/// Takes RapidJSON's events and notes where each value stood.
class Recorder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Recorder> {
 public:
  Recorder(JsonTree& tree, const rapidjson::MemoryStream& stream) : tree_(tree), stream_(stream) {}

  bool Null() { return add(JsonValue::Kind::null, 0); }
  bool Bool(bool) { return add(JsonValue::Kind::boolean, 0); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return add(JsonValue::Kind::number, 0); }
  bool String(const char*, rapidjson::SizeType, bool) { return add(JsonValue::Kind::string, 1); }
  bool Key(const char*, rapidjson::SizeType, bool) {
    key_ = next_span(1);
    return true;
  }
  bool StartObject() { return open(JsonValue::Kind::object); }
  bool StartArray() { return open(JsonValue::Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool too_deep() const { return open_.size() > kMaxJsonDepth; }
  bool too_many() const { return tree_.values.size() >= kMaxJsonValues; }
  void close_all() {
    tree_.cut = open_;
    while (!open_.empty()) close();
  }

 private:
  /// Where the token stands that was read last, less `quotes` bytes at either side. Between it and
  /// the token before are only white space and signs.
  Span next_span(std::uint32_t quotes) {
    const std::string_view text = tree_.text;
    const std::size_t begin = text.find_first_not_of(" \t\r\n,:", behind_);
    behind_ = stream_.Tell();
    return {static_cast<std::uint32_t>(begin) + quotes,
            static_cast<std::uint32_t>(behind_) - quotes};
  }

  bool add(JsonValue::Kind kind, std::uint32_t quotes) {
    const auto next = static_cast<JsonIndex>(tree_.values.size() + 1);
    tree_.values.push_back({kind, next, std::exchange(key_, {}), next_span(quotes)});
    return !too_many();
  }
  // The iterative reader tells of brackets before it takes them.
  bool open(JsonValue::Kind kind) {
    const auto node = static_cast<JsonIndex>(tree_.values.size());
    const auto at = static_cast<std::uint32_t>(stream_.Tell());
    tree_.values.push_back({kind, node + 1, std::exchange(key_, {}), {at, at + 1}});
    open_.push_back(node);
    behind_ = at + 1;
    return !too_deep() && !too_many();
  }
  bool close() {
    tree_.values[open_.back()].end = static_cast<JsonIndex>(tree_.values.size());
    open_.pop_back();
    behind_ = stream_.Tell() + 1;
    return true;
  }

  JsonTree& tree_;
  const rapidjson::MemoryStream& stream_;
  std::vector<JsonIndex> open_;
  Span key_;
  std::size_t behind_ = 0;  // of the last token
};

Error error_of(const rapidjson::ParseResult& result, const Recorder& recorder, std::size_t size) {
  const auto at = static_cast<std::uint32_t>(std::min(result.Offset(), size));
  if (recorder.too_deep())
    return {"expected JSON at most " + std::to_string(kMaxJsonDepth) + " deep, found more",
            {at, at}};
  if (recorder.too_many())
    return {"expected JSON of fewer than " + std::to_string(kMaxJsonValues) + " values, found more",
            {at, at}};
  if (result.Offset() >= size) return {"expected more JSON, found the end", {at, at}};
  return {
      std::string("expected JSON, found a mistake: ") + rapidjson::GetParseError_En(result.Code()),
      {at, at}};
}

}  // namespace

JsonTree parse_json(std::string_view text, bool lenient) {
  JsonTree tree;
  Mender mender(std::string(text), lenient);
  tree.mended = mender.run();
  tree.text = std::move(mender).text();
  rapidjson::MemoryStream stream(tree.text.data(), tree.text.size());
  Recorder recorder(tree, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result =
      lenient ? reader.Parse<kLenient>(stream, recorder) : reader.Parse<kStrict>(stream, recorder);
  if (result.IsError()) tree.error = error_of(result, recorder, tree.text.size());
  recorder.close_all();
  tree.end = stream.Tell();
  return tree;
}

JsonEscape read_json_escape(std::string_view text, std::size_t at) {
  assert(at + 1 < text.size() && text[at] == '\\');
  constexpr std::string_view kLetters = "bfnrt", kStandFor = "\b\f\n\r\t";
  JsonEscape escape;
  if (const auto unit = hex_unit(text, at)) {
    const auto low = is_high(*unit) ? hex_unit(text, at + 6) : std::nullopt;
    escape.size = low ? 12 : 6;
    append_utf8(escape.characters,
                low ? 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00) : *unit);
    return escape;
  }
  const std::size_t letter = kLetters.find(text[at + 1]);
  escape.size = 2;
  escape.characters = letter == kLetters.npos ? text[at + 1] : kStandFor[letter];
  return escape;
}

std::string JsonTree::string(JsonIndex value) const {
  const JsonValue& found = values[value];
  const std::string_view raw = found.at.of(text);
  if (found.kind == JsonValue::Kind::number) return std::string(raw);
  std::string characters;
  if (found.kind != JsonValue::Kind::string) return characters;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t next = std::min(raw.find('\\', at), raw.size());
    characters.append(raw.substr(at, next - at));
    at = next;
    if (at == raw.size()) break;
    const JsonEscape escape = read_json_escape(raw, at);
    characters.append(escape.characters);
    at += escape.size;
  }
  return characters;
}

std::optional<JsonIndex> JsonTree::member(JsonIndex object, std::string_view name) const {
  if (values[object].kind != JsonValue::Kind::object) return std::nullopt;
  for (JsonIndex i = object + 1; i < values[object].end; i = values[i].end)
    if (values[i].key.of(text) == name) return i;
  return std::nullopt;
}

}  // namespace dateline
