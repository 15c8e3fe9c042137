#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "importers/container/http_message.h"
#include "importers/container/record_place.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kArcMagic = "filedesc://";
/// The line of a record is an address and four to nine short fields.
constexpr std::size_t kMaxLineBytes = 64u << 10;
// Fields behind the address; the first of them are an IP address and a date, the last the length.
constexpr std::size_t kFieldsOfVersion1 = 4, kFieldsOfVersion2 = 9;

struct ArcLine {
  std::string url, date, media_type;
  std::uint64_t length = 0;
};

/// The last `count` words of a line and what stands before them, an address maybe with spaces.
std::optional<std::vector<std::string_view>> arc_fields(std::string_view line, std::size_t count) {
  std::vector<std::string_view> fields(count + 1);
  for (std::size_t i = count; i > 0; --i) {
    const std::size_t space = line.rfind(' ');
    if (space == line.npos || space == 0) return std::nullopt;
    fields[i] = line.substr(space + 1);
    line = line.substr(0, space);
  }
  fields[0] = line;
  return fields;
}

bool is_arc_date(std::string_view text) {
  return text.size() >= 14 && std::ranges::all_of(text, is_ascii_digit);
}

/// RFC 3339 of "20140216050221".
std::string arc_date(std::string_view text) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return std::string(text.substr(at, size));
  };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) +
         ":" + part(12, 2) + "Z";
}

std::optional<ArcLine> read_arc_line(std::string_view text, std::size_t count) {
  const auto fields = arc_fields(trimmed(text), count);
  if (!fields || !is_arc_date((*fields)[2])) return std::nullopt;
  ArcLine line{std::string((*fields)[0]), arc_date((*fields)[2]), ascii_lower((*fields)[3]), 0};
  const std::string_view length = fields->back();
  const auto read = std::from_chars(length.data(), length.data() + length.size(), line.length);
  if (read.ec != std::errc() || read.ptr != length.data() + length.size()) return std::nullopt;
  return line;
}

/// Reads ARC 1 and 2 (Internet Archive, 1996) record by record.
class ArcReader {
 public:
  ArcReader(Packed packed, const PackedSink& sink)
      : about_(std::move(packed.about)), in_(std::move(packed.bytes)), sink_(sink) {}

  void run() {
    // "2 0 Name" in the block of the first record, which describes the file.
    const std::string_view head = in_.peek(kMaxLineBytes);
    const std::string_view version = head.substr(std::min(head.find('\n'), head.size() - 1) + 1);
    fields_ = version.starts_with('2') ? kFieldsOfVersion2 : kFieldsOfVersion1;
    while (to_record()) read_record();
  }

 private:
  void skip_empty_lines() {
    while (in_.peek(1).starts_with('\r') || in_.peek(1).starts_with('\n')) in_.skip(1);
  }

  bool to_record() {
    while (true) {
      skip_empty_lines();
      if (!in_.at_end()) return true;
      if (in_.fault().message.empty()) return false;
      place_ = {place_.number + 1, in_.fault_place()};
      sink_(place_.error(in_.fault().message));
      if (!in_.next_stretch()) return false;
    }
  }

  void skip_line() {
    const std::string_view next = in_.peek(kMaxLineBytes);
    in_.skip(std::min(next.find('\n'), next.size() - 1) + 1);
  }

  void read_record() {
    place_ = {place_.number + 1, in_.place()};
    const std::string_view next = in_.peek(kMaxLineBytes);
    const auto line = read_arc_line(next.substr(0, next.find('\n')), fields_);
    skip_line();
    if (!line) return pass_to_record();
    if (line->url.starts_with(kArcMagic) || line->length > kMaxArticleBytes) return pass(*line);
    std::string block = in_.take(static_cast<std::size_t>(line->length));
    skip_empty_lines();
    const bool damaged = in_.at_end() && !in_.fault().message.empty() &&
                         in_.fault_place() == place_.at;  // the member is, at its end
    if (block.size() < line->length || damaged) return tell_cut(block.size(), *line);
    give(*line, std::move(block));
  }

  void pass(const ArcLine& line) {
    if (line.length > kMaxArticleBytes)
      sink_(place_.error("expected at most " + std::to_string(kMaxArticleBytes) +
                         " bytes of content, found " + std::to_string(line.length)));
    if (const std::uint64_t found = in_.pass(line.length); found < line.length)
      tell_cut(found, line);
  }

  void tell_cut(std::uint64_t found, const ArcLine& line) {
    const std::string why = in_.fault().message;
    sink_(place_.error("expected " + std::to_string(line.length) + " bytes of content, found " +
                       std::to_string(found) + (why.empty() ? "" : " (" + why + ")")));
    in_.next_stretch();
  }

  void pass_to_record() {
    sink_(place_.error("expected an address, a date and a length, found something else"));
    while (!in_.at_end()) {
      const std::string_view next = in_.peek(kMaxLineBytes);
      if (read_arc_line(next.substr(0, next.find('\n')), fields_)) return;
      skip_line();
    }
  }

  void give(const ArcLine& line, std::string block) {
    Resource about = about_;
    about.name += "#" + std::to_string(place_.number);
    about.url = line.url;
    about.retrieved = line.date;
    about.media_type = line.media_type;
    give_http_response(std::move(about), std::move(block), sink_);
  }

  const Resource about_;
  ByteStream in_;
  const PackedSink& sink_;
  RecordPlace place_;
  std::size_t fields_ = kFieldsOfVersion1;
};

bool is_arc(std::string_view bytes) { return bytes.starts_with(kArcMagic); }

void unpack_arc(Packed packed, const PackedSink& sink) { ArcReader(std::move(packed), sink).run(); }

}  // namespace

extern const Container arc_container{"arc", ".arc", "ARC 1 and 2, what WARC was before",
                                     true,  is_arc, unpack_arc};

}  // namespace dateline
