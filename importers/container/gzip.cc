#define ZLIB_CONST  // zlib then takes its input as const
#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "importers/container/bounded_output.h"
#include "importers/container/unpack_stream.h"
#include "importers/importer.h"

namespace dateline {
namespace {

// zlib's way to say: largest window, with the header and trailer of gzip, of zlib, or none.
constexpr int kGzip = 15 + 16, kZlib = 15, kBare = -15;
constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::size_t kInflaterBlock = 64u << 10;
/// Members up to these sizes, packed and unpacked, are unpacked at once: records of web archives.
/// Most are far smaller: room for these is made first.
constexpr std::size_t kMaxPackedAtOnce = 256u << 10, kMaxAtOnce = 4u << 20;
constexpr std::size_t kMostAtOnce = 512u << 10;
/// Of a member, what is kept to look for the next one in if it turns out to be damaged. Members
/// with a record each are smaller; behind damage in a larger one, some more is lost.
constexpr std::size_t kMaxKept = 4u << 20;

Error inflater_fault(std::uint64_t at, std::string message) {
  const auto place = static_cast<std::uint32_t>(at);
  return {std::move(message), {place, place}};
}

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
  }
};

/// One compressed file being unpacked, member after member: small ones by libdeflate, which is
/// twice as fast but needs all of a member in memory, the others, and all behind damage, by zlib.
class Inflater {
 public:
  Inflater(ByteStream packed, int wrapping) : packed_(std::move(packed)), wrapping_(wrapping) {
    started_ = inflateInit2(&stream_, wrapping) == Z_OK;
    if (wrapping == kGzip) fast_.reset(libdeflate_alloc_decompressor());
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  Filled fill(char* room, std::size_t size) {
    if (!started_) return failed("could not start to unpack");
    if (done_) return {};
    if (lost_ && !find_member()) return {};
    while (!done_) {
      if (given_ < made_) return give_whole(room, size);
      if (!inside_ && !enter_member()) break;
      if (!inside_) continue;
      if (const Filled filled = step(room, size); filled.bytes > 0 || !filled.fault.message.empty())
        return filled;
    }
    return between_members();
  }

 private:
  Filled failed(std::string message, bool refused = false) {
    done_ = refused || !started_;
    const std::uint64_t member = inside_ ? begin_ : packed_.at();
    return {0, member, inflater_fault(packed_.at(), std::move(message)), refused};
  }

  /// Zeros after the last member are padding, as tapes and tar leave it.
  bool enter_member() {
    while (packed_.peek(1).starts_with('\0') && wrapping_ == kGzip && member_ > 0) packed_.skip(1);
    const std::string_view next = packed_.peek(kGzipMagic.size());
    const bool first = packed_.at() == 0;
    if (wrapping_ == kGzip ? !next.starts_with(kGzipMagic) : !first || next.empty()) return false;
    begin_ = packed_.at();
    ++member_;
    kept_.clear();
    if (unpack_at_once()) return true;
    inside_ = inflateReset(&stream_) == Z_OK;
    return inside_;
  }

  /// Whether the member is small and sound.
  bool unpack_at_once() {
    if (!fast_) return false;
    const std::string_view next = packed_.peek(kMaxPackedAtOnce);
    given_ = made_ = 0;
    for (const std::size_t room : {kMostAtOnce, kMaxAtOnce}) {
      if (whole_.size() < room) whole_.resize(room);
      std::size_t used = 0, made = 0;
      const libdeflate_result result = libdeflate_gzip_decompress_ex(
          fast_.get(), next.data(), next.size(), whole_.data(), whole_.size(), &used, &made);
      if (result == LIBDEFLATE_INSUFFICIENT_SPACE && whole_.size() == room) continue;
      if (result != LIBDEFLATE_SUCCESS) return false;
      packed_.skip(used);
      made_ = made;
      return true;
    }
    return false;
  }

  Filled give_whole(char* room, std::size_t size) {
    const std::size_t given = std::min(size, made_ - given_);
    std::copy_n(whole_.data() + given_, given, room);
    given_ += given;
    unpacked_ += given;
    if (std::string over = over_ratio(packed_.at(), unpacked_); !over.empty())
      return failed(std::move(over), true);
    return {given, begin_, {}, false};
  }

  Filled between_members() {
    if (packed_.at_end() || wrapping_ != kGzip) {
      Error fault = packed_.fault();
      done_ = fault.message.empty() || !packed_.next_stretch();
      return {0, packed_.at(), std::move(fault), packed_.refused()};
    }
    lost_ = true;
    fast_.reset();
    return failed("expected another gzip member or the end of the file at byte " +
                  std::to_string(packed_.at()) + ", found something else");
  }

  Filled step(char* room, std::size_t size) {
    const std::string_view next = packed_.peek(1);
    stream_.next_in = reinterpret_cast<const Bytef*>(next.data());
    stream_.avail_in = static_cast<uInt>(std::min(next.size(), kInflaterBlock));
    stream_.next_out = reinterpret_cast<Bytef*>(room);
    stream_.avail_out = static_cast<uInt>(size);
    const std::size_t offered = stream_.avail_in;
    const int state = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t used = offered - stream_.avail_in;
    if (kept_.size() <= kMaxKept) kept_.append(next.substr(0, used));
    packed_.skip(used);
    Filled filled{size - stream_.avail_out, begin_, {}, false};
    unpacked_ += filled.bytes;
    if (std::string over = over_ratio(packed_.at(), unpacked_); !over.empty())
      return failed(std::move(over), true);
    if (state == Z_STREAM_END) {
      inside_ = false;
    } else if (state != Z_OK || (offered == 0 && filled.bytes == 0)) {
      filled.fault = leave_damaged(state);
    }
    return filled;
  }

  Error leave_damaged(int state) {
    const std::string at = std::to_string(packed_.at());
    inside_ = false;
    lost_ = true;
    fast_.reset();
    const bool cut = packed_.at_end() && (state == Z_BUF_ERROR || state == Z_OK);
    Error fault = inflater_fault(
        packed_.at(),
        cut ? "expected more of the gzip stream, found the end of the file at byte " + at
            : "expected a whole gzip stream, found damage before byte " + at +
                  (stream_.msg != nullptr ? " (" + std::string(stream_.msg) + ")" : std::string()));
    if (kept_.size() <= kMaxKept && kept_.size() > 1)
      packed_.put_back(std::string_view(kept_).substr(1));
    return fault;
  }

  /// Whether a member's header stands at the beginning of `bytes`: no other flags are in use.
  static bool is_header(std::string_view bytes) {
    return bytes.starts_with(kGzipMagic) && bytes.size() > 3 &&
           static_cast<unsigned char>(bytes[3]) < 0x20;
  }

  bool find_member() {
    if (wrapping_ != kGzip) return false;
    for (std::string_view next = packed_.peek(kInflaterBlock); next.size() > kGzipMagic.size();
         next = packed_.peek(kInflaterBlock)) {
      const std::size_t at = next.find(kGzipMagic);
      if (at != next.npos && is_header(next.substr(at))) {
        packed_.skip(at);
        lost_ = false;
        return true;
      }
      const bool cut = at != next.npos && at + kGzipMagic.size() == next.size();
      packed_.skip(at == next.npos ? next.size() - kGzipMagic.size() : cut ? at : at + 1);
    }
    done_ = true;
    return false;
  }

  ByteStream packed_;
  const int wrapping_;
  z_stream stream_{};
  bool started_ = false, inside_ = false, lost_ = false, done_ = false;
  std::uint64_t begin_ = 0, member_ = 0, unpacked_ = 0;
  std::string kept_;  // of the member, if that is no more than kMaxKept
  std::unique_ptr<libdeflate_decompressor, FreeDecompressor> fast_;
  std::string whole_;                 // begins with a member that was unpacked at once
  std::size_t made_ = 0, given_ = 0;  // of that: its size, and how much was given
};

void inflate_with(ByteStream packed, int wrapping, const UseStream& use) {
  Inflater inflater(std::move(packed), wrapping);
  use(ByteStream([&inflater](char* room, std::size_t size) { return inflater.fill(room, size); }));
}

void unpack_gzip(Packed packed, const PackedSink& sink) {
  gunzip(std::move(packed.bytes), [&](ByteStream unpacked) {
    sink(Packed{std::move(packed.about), std::move(unpacked)});
  });
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with(kGzipMagic); }

void gunzip(ByteStream packed, const UseStream& use) {
  inflate_with(std::move(packed), kGzip, use);
}

void inflate_deflated(ByteStream packed, const UseStream& use) {
  // The first two bytes of zlib's wrapping: method 8 below, and a number that 31 divides.
  const std::string_view head = packed.peek(2);
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(head[at]); };
  const bool wrapped = head.size() > 1 && byte(0) % 16 == 8 && (byte(0) * 256 + byte(1)) % 31 == 0;
  inflate_with(std::move(packed), wrapped ? kZlib : kBare, use);
}

void inflate_bare(ByteStream packed, const UseStream& use) {
  inflate_with(std::move(packed), kBare, use);
}

extern const Container gzip_container{"gzip", ".gz",   "gzip (RFC 1952), one or more members",
                                      false,  is_gzip, unpack_gzip};

}  // namespace dateline
