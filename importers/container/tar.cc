#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "importers/container/archive_entry.h"
#include "importers/importer.h"

namespace dateline {
namespace {

constexpr std::size_t kTarBlock = 512;
/// Paths are shorter; a longer one is damage or an attack.
constexpr std::uint64_t kMaxNameBytes = 64u << 10;
// Places in a header (POSIX.1-2001, "ustar").
constexpr Span kTarName{0, 100}, kTarSize{124, 136}, kTarChecksum{148, 156}, kTarPrefix{345, 500};
constexpr std::size_t kTarType = 156;

/// Up to the first NUL.
std::string_view tar_field(std::string_view header, Span at) {
  const std::string_view field = at.of(header);
  return field.substr(0, field.find('\0'));
}

/// Octal digits or, for large files, a number with its first bit set (GNU).
std::optional<std::uint64_t> tar_number(std::string_view header, Span at) {
  const std::string_view field = at.of(header);
  if (static_cast<unsigned char>(field.front()) == 0x80) {
    std::uint64_t number = 0;
    for (const char c : field.substr(field.size() - 8))
      number = number << 8 | static_cast<unsigned char>(c);
    return number >> 63 == 0 ? std::optional(number) : std::nullopt;
  }
  const std::size_t begin = std::min(field.find_first_not_of(' '), field.size());
  std::uint64_t number = 0;
  const auto read = std::from_chars(field.data() + begin, field.data() + field.size(), number, 8);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

/// Whether the sum of its bytes is the one that it tells: nothing else looks so.
bool is_tar_header(std::string_view bytes) {
  if (bytes.size() < kTarBlock || bytes.front() == '\0') return false;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kTarBlock; ++i) {
    const bool own = i >= kTarChecksum.begin && i < kTarChecksum.end;
    sum += own ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(bytes[i]);
  }
  return tar_number(bytes, kTarChecksum) == sum;
}

/// The value of "path" in a pax header: lines "<length> <name>=<value>".
std::string pax_path(std::string_view lines) {
  constexpr std::string_view kPath = " path=";
  const std::size_t at = lines.find(kPath);
  if (at == lines.npos) return {};
  const std::size_t begin = at + kPath.size();
  return std::string(lines.substr(begin, lines.find('\n', begin) - begin));
}

class TarReader {
 public:
  TarReader(Packed packed, const PackedSink& sink)
      : about_(std::move(packed.about)), in_(std::move(packed.bytes)), sink_(sink) {}

  void run() {
    while (to_header()) {
      at_ = in_.place();
      const std::string header = in_.take(kTarBlock);
      const auto size = tar_number(header, kTarSize);
      if (!size) {
        tell("expected its size, found something else");
      } else if (!read_name(header, *size)) {
        read_entry(header, *size);
      }
    }
  }

 private:
  void tell(const std::string& message) {
    const std::string name = name_.empty() ? std::string("an entry") : "'" + name_ + "'";
    sink_(Error{name + " at byte " + std::to_string(at_) + ": " + message, {}});
    name_.clear();
  }

  /// To the next header, past damage. Zeros are the end, or padding.
  bool to_header() {
    bool lost = false;
    while (true) {
      const std::string_view next = in_.peek(kTarBlock);
      if (is_tar_header(next)) return true;
      const bool zeros = next.find_first_not_of('\0') == next.npos;
      if (!zeros && !lost) {
        at_ = in_.place();
        tell("expected the head of a tar entry, found something else");
        lost = true;
      }
      in_.skip(std::min(next.size(), kTarBlock));
      if (!in_.at_end()) continue;
      if (!in_.fault().message.empty()) tell(in_.fault().message);
      if (!in_.next_stretch()) return false;
    }
  }

  static std::uint64_t padding(std::uint64_t size) {
    return (kTarBlock - size % kTarBlock) % kTarBlock;
  }

  /// Entries that only give the next one its name.
  bool read_name(std::string_view header, std::uint64_t size) {
    const char type = header[kTarType];
    if (type != 'L' && type != 'x' && type != 'g' && type != 'K') return false;
    if ((type == 'L' || type == 'x') && size <= kMaxNameBytes) {
      const std::string name = in_.take(static_cast<std::size_t>(size));
      in_.pass(padding(size));
      const std::string path = type == 'x' ? pax_path(name) : name.substr(0, name.find('\0'));
      if (!path.empty()) name_ = path;
    } else {
      in_.pass(size + padding(size));
    }
    return true;
  }

  static std::string name_in(std::string_view header) {
    const std::string prefix(tar_field(header, kTarPrefix));
    const bool posix = header.substr(257).starts_with("ustar");
    const std::string name(tar_field(header, kTarName));
    return posix && !prefix.empty() ? prefix + "/" + name : name;
  }

  void read_entry(std::string_view header, std::uint64_t size) {
    if (name_.empty()) name_ = name_in(header);
    const char type = header[kTarType];
    const bool file = type == '0' || type == '\0' || type == '7';
    const bool link = type == '1' || type == '2';
    std::uint64_t left = size;
    if (file || link) {
      Resource about = archive_entry(about_, name_, link ? "a link" : "");
      sink_(Packed{std::move(about), ByteStream([&](char* room, std::size_t most) {
                     return fill_from_entry(left, room, most);
                   })});
    } else if (type != '5') {
      sink_(
          Packed{archive_entry(about_, name_, "neither a file nor a folder"), ByteStream::of({})});
    }
    const std::uint64_t rest = left + padding(size);
    if (in_.pass(rest) < left && left > 0)
      tell("expected " + std::to_string(size) + " bytes, found the end of the archive");
    name_.clear();
  }

  Filled fill_from_entry(std::uint64_t& left, char* room, std::size_t most) {
    Filled filled;
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, most));
    const std::string bytes = in_.take(wanted);
    bytes.copy(room, bytes.size());
    filled.bytes = bytes.size();
    left -= bytes.size();
    if (bytes.size() < wanted) {
      filled.fault = {"'" + name_ + "' at byte " + std::to_string(at_) + ": expected " +
                          std::to_string(left) + " bytes more, found the end of the archive",
                      {}};
      left = 0;
    }
    return filled;
  }

  const Resource about_;
  ByteStream in_;
  const PackedSink& sink_;
  std::string name_;  // of the entry, or of the next one if an entry before gave it
  std::uint64_t at_ = 0;
};

void unpack_tar(Packed packed, const PackedSink& sink) { TarReader(std::move(packed), sink).run(); }

}  // namespace

extern const Container tar_container{"tar", ".tar .tgz",   "tar: POSIX, pax and GNU",
                                     true,  is_tar_header, unpack_tar};

}  // namespace dateline
