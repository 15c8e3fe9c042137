#include "importers/format/json_reader.h"

#include <rapidjson/reader.h>
#include <charconv>
#include <set>
#include <vector>

#include "core/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxQuoted = 40;  // bytes of a value that a message repeats

/// RapidJSON's idea of an input stream.
class Source {
 public:
  using Ch = char;

  explicit Source(std::string_view json) : json_(json) {}

  char Peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }
  char Take() { return at_ < json_.size() ? json_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }
  // It asks for these too, and calls them only when it parses in place.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  std::size_t PutEnd(char*) { return 0; }

 private:
  std::string_view json_;
  std::size_t at_ = 0;
};

/// An object or array that is being read.
struct Frame {
  Slot slot;
  bool is_object = false;
  std::size_t count = 0;                      // elements or members up to now
  std::size_t begin = 0;                      // byte
  std::string key;                            // of the member that is being read
  Slot member;                                // where it goes
  std::uint32_t seen = 0;                     // of slot.shape->members, one bit each
  std::set<std::string, std::less<>> others;  // names of members that no shape knows
};

std::string quoted(std::string_view value) {
  if (value.size() <= kMaxQuoted) return '"' + std::string(value) + '"';
  std::size_t end = 0;
  while (end < kMaxQuoted) end += decode_utf8(value, end).size;
  return '"' + std::string(value.substr(0, end)) + "…\"";
}

/// Takes RapidJSON's events to the slots. Every event answers false once something is wrong.
class Reading {
 public:
  Reading(std::string_view json, const Source& source, Slot root)
      : json_(json), source_(source), root_(root) {}

  bool Null() { return next_slot() && (slot_.shape ? other_type("null") : done()); }
  bool Bool(bool value);
  bool RawNumber(const char* digits, rapidjson::SizeType length, bool);
  bool String(const char* bytes, rapidjson::SizeType length, bool);
  bool StartObject() { return start(true); }
  bool Key(const char* bytes, rapidjson::SizeType length, bool);
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool StartArray() { return start(false); }
  bool EndArray(rapidjson::SizeType) { return end(); }

  // Numbers come raw, so that none is rounded on the way.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  const std::optional<Error>& error() const { return error_; }
  std::string path() const;

 private:
  bool next_slot();
  bool start(bool is_object);
  bool end();
  bool missing(const Frame& frame);
  bool accept(Complaint complaint, const std::string& found);
  bool complain(std::string_view expected, std::string_view found);
  bool other_type(std::string_view found);
  SourceSpan token() const;
  bool done();

  std::string_view json_;
  const Source& source_;
  Slot root_;
  std::vector<Frame> open_;
  Slot slot_;                   // of the value that is being read
  std::size_t last_token_ = 0;  // where it ends
  std::optional<Error> error_;
};

/// "events[3].when.granularity"
std::string Reading::path() const {
  std::string path;
  for (const Frame& frame : open_) {
    if (!frame.is_object) {
      path += '[' + std::to_string(frame.count == 0 ? 0 : frame.count - 1) + ']';
    } else if (!frame.key.empty()) {
      if (!path.empty()) path += '.';
      path += frame.key.substr(0, kMaxQuoted);
    }
  }
  return path;
}

/// The bytes from the end of the last token, less white space and separators, to where RapidJSON
/// stands.
SourceSpan Reading::token() const {
  const std::size_t begin = json_.find_first_not_of(" \t\r\n,:", last_token_);
  const std::size_t end = std::max(source_.Tell(), last_token_);
  return {static_cast<std::uint32_t>(std::min(begin, end)), static_cast<std::uint32_t>(end)};
}

bool Reading::done() {
  last_token_ = source_.Tell();
  return true;
}

bool Reading::complain(std::string_view expected, std::string_view found) {
  std::string message = path();
  if (!message.empty()) message += ": ";
  message += "expected " + std::string(expected) + ", found " + std::string(found);
  error_ = Error{message, token()};
  return false;
}

bool Reading::other_type(std::string_view found) {
  return slot_.shape->drops_other_types ? done() : complain(slot_.shape->expected, found);
}

bool Reading::accept(Complaint complaint, const std::string& found) {
  return complaint ? complain(*complaint, found) : done();
}

/// Finds out where the value that begins goes; counts it.
bool Reading::next_slot() {
  slot_ = root_;
  if (open_.empty()) return true;
  Frame& frame = open_.back();
  slot_ = frame.member;
  if (frame.is_object) return true;
  ++frame.count;
  slot_ = {};
  if (!frame.slot.shape) return true;
  const auto element = frame.slot.shape->element(frame.slot.at, frame.count - 1);
  if (element) slot_ = *element;
  return element ? true
                 : complain("no more than " + std::to_string(frame.count - 1) + " elements",
                            "one more");
}

bool Reading::Bool(bool value) {
  if (!next_slot()) return false;
  const std::string found = value ? "true" : "false";
  if (!slot_.shape) return done();
  if (!slot_.shape->take_boolean) return other_type(found);
  return accept(slot_.shape->take_boolean(slot_.at, value), found);
}

bool Reading::RawNumber(const char* digits, rapidjson::SizeType length, bool) {
  if (!next_slot()) return false;
  const std::string found(digits, std::min<std::size_t>(length, kMaxQuoted));
  double value = 0;
  if (std::from_chars(digits, digits + length, value).ec != std::errc())
    return complain("a number that a double can hold", found);
  if (!slot_.shape) return done();
  if (!slot_.shape->take_number) return other_type(found);
  return accept(slot_.shape->take_number(slot_.at, value), found);
}

bool Reading::String(const char* bytes, rapidjson::SizeType length, bool) {
  if (!next_slot()) return false;
  const std::string_view value(bytes, length);
  // The input is valid, but RapidJSON lets the escape of a lone low surrogate through.
  if (first_invalid_utf8(value)) return complain("a string of Unicode", "a lone surrogate");
  if (!slot_.shape) return done();
  if (!slot_.shape->take_text) return other_type(quoted(value));
  return accept(slot_.shape->take_text(slot_.at, value), quoted(value));
}

bool Reading::start(bool is_object) {
  if (!next_slot()) return false;
  const std::string_view found = is_object ? "an object" : "an array";
  if (open_.size() == kMaxTimelineDepth)
    return complain("no more than " + std::to_string(kMaxTimelineDepth) + " levels", found);
  if (slot_.shape && (is_object ? !slot_.shape->is_object() : !slot_.shape->element)) {
    if (!other_type(found)) return false;
    slot_ = {};
  }
  Frame frame;
  frame.slot = slot_;
  frame.is_object = is_object;
  frame.begin = token().begin;
  open_.push_back(std::move(frame));
  last_token_ = source_.Tell() + 1;  // RapidJSON takes the bracket after this
  return true;
}

bool Reading::Key(const char* bytes, rapidjson::SizeType length, bool) {
  const std::string_view name(bytes, length);
  Frame& frame = open_.back();
  frame.key = name;
  frame.member = {};
  ++frame.count;
  if (first_invalid_utf8(name)) return complain("a name of Unicode", "a lone surrogate");
  const auto members = frame.slot.shape ? frame.slot.shape->members : std::span<const Member>();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].name != name) continue;
    if (frame.seen & (1u << i)) return complain("each member once", "it a second time");
    frame.seen |= 1u << i;
    frame.member = {members[i].shape, members[i].address(frame.slot.at)};
    return done();
  }
  if (!frame.others.emplace(name).second) return complain("each member once", "it a second time");
  if (frame.slot.shape && frame.slot.shape->any_member)
    frame.member = frame.slot.shape->any_member(frame.slot.at, name);
  return done();
}

bool Reading::missing(const Frame& frame) {
  const auto members = frame.slot.shape->members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].required || (frame.seen & (1u << i))) continue;
    last_token_ = frame.begin;
    complain("a member \"" + std::string(members[i].name) + '"', "none");
    return true;
  }
  return false;
}

bool Reading::end() {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  slot_ = frame.slot;
  if (!slot_.shape) return done();
  if (missing(frame)) return false;
  if (!slot_.shape->finish) return done();
  const std::string count = std::to_string(frame.count);
  const Complaint complaint = slot_.shape->finish(slot_.at, frame.count);
  if (complaint) last_token_ = frame.begin;
  return accept(complaint, frame.is_object ? "another" : count);
}

/// What RapidJSON missed. Its own messages do not say what was expected.
std::string_view expected_by(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "a JSON value";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "nothing after the JSON value";
    case rapidjson::kParseErrorObjectMissName:
      return "the name of a member or '}'";
    case rapidjson::kParseErrorObjectMissColon:
      return "':' after the name of a member";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "',' or '}' after a member";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "',' or ']' after an element";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "four hex digits after '\\u'";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "a pair of surrogates";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "an escape or a printable character";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "'\"' at the end of a string";
    case rapidjson::kParseErrorNumberTooBig:
      return "a number that a double can hold";
    case rapidjson::kParseErrorNumberMissFraction:
      return "digits after '.'";
    case rapidjson::kParseErrorNumberMissExponent:
      return "digits after 'e'";
    default:
      return "a JSON value";
  }
}

std::string found_at(std::string_view json, std::size_t at) {
  if (at >= json.size()) return "the end";
  const auto byte = static_cast<unsigned char>(json[at]);
  if (byte < 0x20 || byte == 0x7F) return "the control character " + std::to_string(byte);
  return '\'' + std::string(json.substr(at, decode_utf8(json, at).size)) + '\'';
}

Error syntax_error(std::string_view json, rapidjson::ParseErrorCode code, std::size_t at,
                   const std::string& path) {
  const auto begin = static_cast<std::uint32_t>(std::min(at, json.size()));
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(begin + 1, json.size()));
  return {(path.empty() ? "" : path + ": ") + "expected " + std::string(expected_by(code)) +
              ", found " + found_at(json, at),
          {begin, end}};
}

}  // namespace

std::optional<Error> read_json(std::string_view json, Slot root) {
  if (const auto invalid = first_invalid_utf8(json)) {
    const auto at = static_cast<std::uint32_t>(*invalid);
    return Error{"expected UTF-8, found a byte that is not", {at, at + 1}};
  }
  // RapidJSON's own check of UTF-8 reads beyond the end, and its recursive mode overflows the
  // stack: neither is used.
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  Source source(json);
  Reading reading(json, source, root);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(source, reading);
  if (reading.error()) return reading.error();
  if (result.IsError()) return syntax_error(json, result.Code(), result.Offset(), reading.path());
  // A NUL byte looks like the end to RapidJSON.
  if (source.Tell() < json.size())
    return syntax_error(json, rapidjson::kParseErrorDocumentRootNotSingular, source.Tell(), "");
  return std::nullopt;
}

}  // namespace dateline
