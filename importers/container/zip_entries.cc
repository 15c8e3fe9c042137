#include "importers/container/zip_entries.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "importers/container/archive_entry.h"
#include "importers/container/bounded_output.h"
#include "importers/container/unpack_stream.h"

namespace dateline {
namespace {

constexpr std::string_view kEntryMark = "PK\x03\x04";
constexpr std::size_t kEntryHead = 30;
constexpr std::uint16_t kEncrypted = 1, kSizesBehind = 8;  // flags
constexpr std::uint16_t kStored = 0, kDeflated = 8;        // methods
/// What is looked through at a time for the next entry.
constexpr std::size_t kZipStep = 64 * 1024;

struct EntryHead {
  std::string name;
  std::uint64_t data = 0;  // where its bytes begin
  std::optional<std::uint64_t> size;
  std::uint16_t flags = 0, method = 0;
};

class EntryReader {
 public:
  EntryReader(const Resource& about, const OpenFile& file, const PackedSink& sink)
      : about_(about), file_(file), sink_(sink) {}

  void run() {
    for (auto at = find(0); at && !over_;) {
      const std::optional<EntryHead> head = read_head(*at);
      if (!head) return;
      read_entry(*head);
      at = find(head->data + head->size.value_or(0));
    }
  }

 private:
  std::string read(std::uint64_t at, std::size_t size) const {
    std::string bytes(size, '\0');
    bytes.resize(at < file_.size ? file_.read_at(at, bytes.data(), size) : 0);
    return bytes;
  }

  static std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
  }

  /// The next entry from a place on.
  std::optional<std::uint64_t> find(std::uint64_t from) const {
    while (from + kEntryHead <= file_.size) {
      const std::string bytes = read(from, kZipStep);
      const std::size_t at = bytes.find(kEntryMark);
      if (at != bytes.npos) return from + at;
      if (bytes.size() < kZipStep) break;
      from += bytes.size() - (kEntryMark.size() - 1);
    }
    return std::nullopt;
  }

  std::optional<EntryHead> read_head(std::uint64_t at) const {
    const std::string bytes = read(at, kEntryHead);
    if (bytes.size() < kEntryHead) return std::nullopt;
    EntryHead head;
    head.flags = static_cast<std::uint16_t>(number(bytes, 6, 2));
    head.method = static_cast<std::uint16_t>(number(bytes, 8, 2));
    const std::uint32_t size = number(bytes, 18, 4);
    // All ones: it stands elsewhere, as it has more than 32 bits.
    if ((head.flags & kSizesBehind) == 0 && size != 0xFFFFFFFF) head.size = size;
    const std::size_t name = number(bytes, 26, 2), extra = number(bytes, 28, 2);
    head.name = read(at + kEntryHead, name);
    head.data = at + kEntryHead + name + extra;
    return head;
  }

  void refuse(const EntryHead& head, std::string_view why) const {
    sink_(Error{"'" + head.name + "': expected an entry that can be read, found one that is " +
                    std::string(why),
                {}});
  }

  void read_entry(const EntryHead& head) {
    if (head.name.ends_with('/')) return;
    if ((head.flags & kEncrypted) != 0) return refuse(head, "encrypted");
    const bool stored = head.method == kStored && head.size;
    if (!stored && head.method != kDeflated) return refuse(head, "packed in another way");
    Resource about = archive_entry(about_, head.name);
    if (!about.passed_over.empty()) return sink_(Packed{std::move(about), ByteStream::of({})});
    const std::uint64_t left = file_.size - std::min(head.data, file_.size);
    const std::uint64_t size = std::min(head.size.value_or(left), left);
    if (stored) {
      Error cut;
      if (size < *head.size) cut = {"'" + head.name + "': expected more of it, found the end", {}};
      return sink_(Packed{std::move(about), stretch(head.data, size, std::move(cut))});
    }
    inflate_bare(stretch(head.data, size, {}), [&](ByteStream unpacked) {
      give(std::move(about), head.name, std::move(unpacked));
    });
  }

  /// The bytes of a part of the file, and why they are not all.
  ByteStream stretch(std::uint64_t at, std::uint64_t size, Error cut) const {
    return ByteStream(
        [this, at, left = size, cut = std::move(cut)](char* room, std::size_t most) mutable {
          Filled filled;
          const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(most, left));
          filled.bytes = wanted == 0 ? 0 : file_.read_at(at, room, wanted);
          at += filled.bytes;
          left = filled.bytes == 0 ? 0 : left - filled.bytes;
          if (left == 0) filled.fault = std::exchange(cut, {});
          return filled;
        });
  }

  /// Entries may overlap, so it is their sum that counts.
  void give(Resource about, const std::string& name, ByteStream unpacked) {
    sink_(Packed{std::move(about), ByteStream([&, name](char* room, std::size_t most) {
                   Filled filled;
                   const std::string_view next = unpacked.peek(1);
                   filled.bytes = std::min(next.size(), most);
                   std::copy_n(next.begin(), filled.bytes, room);
                   unpacked.skip(filled.bytes);
                   unpacked_ += filled.bytes;
                   if (const std::string over = over_ratio(file_.size, unpacked_); !over.empty()) {
                     over_ = true;
                     return Filled{0, Filled::kUnpacked, {"'" + name + "': " + over, {}}, true};
                   }
                   if (filled.bytes > 0 || unpacked.fault().message.empty()) return filled;
                   filled.fault = {"'" + name + "': " + unpacked.fault().message, {}};
                   filled.refused = unpacked.refused();
                   unpacked.next_stretch();
                   return filled;
                 })});
  }

  const Resource& about_;
  const OpenFile& file_;
  const PackedSink& sink_;
  std::uint64_t unpacked_ = 0;
  bool over_ = false;
};

}  // namespace

void unpack_zip_entries(const Resource& about, const OpenFile& file, const PackedSink& sink) {
  EntryReader(about, file, sink).run();
}

}  // namespace dateline
