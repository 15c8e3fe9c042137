#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "importers/container/header_fields.h"
#include "importers/container/http_message.h"
#include "importers/container/record_place.h"
#include "importers/container/wacz_pages.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kWarcMagic = "WARC/";
/// A head has some 20 lines, of which one is an address.
constexpr std::size_t kMaxHeadBytes = 256u << 10;
constexpr std::size_t kHeadStep = 4096;
/// Records that wait for their continuation at once.
constexpr std::size_t kMaxOpenSegments = 16;

/// A record as it stands in the file.
struct WarcRecord {
  RecordPlace place;
  HeaderFields head;
  std::string block;

  std::string_view field(std::string_view name) const { return head.value(name); }
};

std::optional<std::uint64_t> warc_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole =
      !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

/// The first version of the standard put addresses in angle brackets.
std::string without_brackets(std::string_view address) {
  if (address.starts_with('<') && address.ends_with('>') && address.size() > 1)
    address = address.substr(1, address.size() - 2);
  return std::string(address);
}

bool holds_document(const WarcRecord& record) {
  const std::string_view type = record.field("warc-type");
  return type == "response" || type == "resource" || type == "conversion" ||
         type == "continuation" || type == "revisit";
}

/// Reads WARC 0.17 to 1.1 (ISO 28500) record by record.
class WarcReader {
 public:
  WarcReader(Packed packed, const PackedSink& sink)
      : about_(std::move(packed.about)), in_(std::move(packed.bytes)), sink_(sink) {}

  void run() {
    while (to_record()) read_record();
    for (WarcRecord& record : open_) {
      sink_(record.place.error("expected its continuation, found the end of the file"));
      give(std::move(record));
    }
  }

 private:
  void begin_record(std::uint64_t at) {
    place_ = {place_.number + 1, at};
    told_ = false;
  }
  void tell(const std::string& message) {
    sink_(place_.error(message));
    told_ = true;
  }
  /// What ends the stretch, once for a member with one record.
  void tell_damage() {
    if (told_ && in_.fault_place() == place_.at) return;
    begin_record(in_.fault_place());
    tell(in_.fault().message);
  }

  std::size_t skip_empty_lines() {
    std::size_t skipped = 0;
    for (; in_.peek(1).starts_with('\r') || in_.peek(1).starts_with('\n'); ++skipped) in_.skip(1);
    return skipped;
  }
  bool at_record() { return in_.peek(kWarcMagic.size()).starts_with(kWarcMagic); }

  /// Goes to the next record, past damage. False: there is none.
  bool to_record() {
    while (true) {
      skip_empty_lines();
      if (at_record()) return true;
      if (in_.at_end() && in_.fault().message.empty()) return false;
      if (in_.at_end()) {
        tell_damage();
        if (!in_.next_stretch()) return false;
      } else {
        begin_record(in_.place());
        tell("expected a WARC record, found something else");
        pass_to_record();
      }
    }
  }

  /// To the next line that begins as records do, or the end of the stretch.
  void pass_to_record() {
    const std::string mark = "\n" + std::string(kWarcMagic);
    for (std::string_view next = in_.peek(kHeadStep); next.size() > mark.size();
         next = in_.peek(kHeadStep)) {
      const std::size_t at = next.find(mark);
      in_.skip(at == next.npos ? next.size() - mark.size() : at + 1);
      if (at != next.npos) return;
    }
    in_.skip(in_.peek(1).size());
  }

  std::optional<HeaderFields> read_head() {
    for (std::size_t size = kHeadStep; size <= kMaxHeadBytes; size *= 2) {
      const std::string_view next = in_.peek(size);
      const std::size_t end = head_size(next);
      if (end != next.npos) {
        const std::size_t line = next.find('\n') + 1;
        HeaderFields head = read_header_fields(next.substr(line, end - line));
        in_.skip(end);
        return head;
      }
      if (next.size() < size) break;
    }
    return std::nullopt;
  }

  void read_record() {
    begin_record(in_.place());
    std::optional<HeaderFields> head = read_head();
    if (!head) return skip_damaged("expected an empty line behind the head, found none");
    WarcRecord record{place_, std::move(*head), {}};
    const auto length = warc_number(record.field("content-length"));
    if (!length)
      return skip_damaged("expected a number as Content-Length, found '" +
                          std::string(record.field("content-length")) + "'");
    const bool wanted = holds_document(record);
    if (wanted && *length <= kMaxArticleBytes) {
      record.block = in_.take(static_cast<std::size_t>(*length));
      if (is_whole(record, *length)) take(std::move(record));
      return;
    }
    if (wanted)
      tell("expected at most " + std::to_string(kMaxArticleBytes) + " bytes of content, found " +
           std::to_string(*length));
    if (const std::uint64_t found = in_.pass(*length); found < *length) tell_cut(found, *length);
  }

  void tell_cut(std::uint64_t found, std::uint64_t length) {
    const std::string why = in_.fault().message;
    tell("expected " + std::to_string(length) + " bytes of content, found " +
         std::to_string(found) + (why.empty() ? "" : " (" + why + ")"));
    in_.next_stretch();
  }

  /// Passes over what cannot be read, up to the next record.
  void skip_damaged(const std::string& message) {
    tell(message);
    in_.skip(std::min(in_.peek(1).size(), kWarcMagic.size()));
    pass_to_record();
  }

  /// Whether the member that the record is packed in turns out to be damaged at its end.
  bool is_damaged(const WarcRecord& record) {
    return in_.at_end() && !in_.fault().message.empty() && in_.fault_place() == record.place.at;
  }

  /// Whether a record ends where its length says. One with another in it is read up to that.
  bool is_whole(const WarcRecord& record, std::uint64_t length) {
    const std::string_view block = record.block;
    const bool cut = block.size() < length;
    const bool closed = !cut && skip_empty_lines() >= 2;
    const bool at_end = in_.at_end() && !is_damaged(record);
    if (!cut && (closed || at_end || at_record()) && !is_damaged(record)) return true;
    if (const std::size_t next = block.find("\r\n\r\nWARC/1."); next != block.npos) {
      tell("expected " + std::to_string(length) +
           " bytes of content, found the next record after " + std::to_string(next));
      in_.put_back(block.substr(next));
    } else if (in_.at_end()) {
      tell_cut(block.size(), length);
    } else {
      tell("expected the next record behind " + std::to_string(length) +
           " bytes of content, found something else");
      pass_to_record();
    }
    return false;
  }

  void take(WarcRecord record) {
    const std::string_view type = record.field("warc-type");
    if (type == "continuation") return join(std::move(record));
    if (type != "revisit" && warc_number(record.field("warc-segment-number")) == 1) {
      if (open_.size() == kMaxOpenSegments) {
        sink_(open_.front().place.error("expected its continuation soon, found many others"));
        open_.erase(open_.begin());
      }
      return open_.push_back(std::move(record));
    }
    give(std::move(record));
  }

  void join(WarcRecord next) {
    const auto first = std::ranges::find_if(open_, [&](const WarcRecord& record) {
      return record.field("warc-record-id") == next.field("warc-segment-origin-id");
    });
    if (first == open_.end())
      return sink_(next.place.error("expected the record that it continues, found none"));
    if (first->block.size() + next.block.size() > kMaxArticleBytes) {
      sink_(next.place.error("expected at most " + std::to_string(kMaxArticleBytes) +
                             " bytes with what it continues, found more"));
      open_.erase(first);
      return;
    }
    first->block += next.block;
    if (next.field("warc-segment-total-length").empty()) return;
    WarcRecord whole = std::move(*first);
    open_.erase(first);
    give(std::move(whole));
  }

  void give(WarcRecord record) {
    Resource about = about_;
    about.name += "#" + std::to_string(record.place.number);
    about.url = without_brackets(record.field("warc-target-uri"));
    about.retrieved = record.field("warc-date");
    if (about.pages != nullptr) tell_page(*about.pages, about);
    const MediaType type = read_media_type(record.field("content-type"));
    if (record.field("warc-type") == "revisit") {
      about.passed_over = "a page that had not changed since it was captured before";
      return sink_(Packed{std::move(about), ByteStream::of({})});
    }
    if (type.name != "application/http") {
      about.media_type = type.name;
      about.charset = type.parameter("charset");
    }
    give_http_response(std::move(about), std::move(record.block), sink_);
  }

  const Resource about_;
  ByteStream in_;
  const PackedSink& sink_;
  RecordPlace place_;
  bool told_ = false;             // an error of the record at place_
  std::vector<WarcRecord> open_;  // first segments, whose continuation is still to come
};

bool is_warc(std::string_view bytes) { return bytes.starts_with(kWarcMagic); }

void unpack_warc(Packed packed, const PackedSink& sink) {
  WarcReader(std::move(packed), sink).run();
}

}  // namespace

extern const Container warc_container{"warc", ".warc", "WARC 1.0 and 1.1, pages as crawled",
                                      true,   is_warc, unpack_warc};

}  // namespace dateline
