#include <zstd.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "importers/container/bounded_output.h"
#include "importers/container/unpack_stream.h"
#include "importers/importer.h"

namespace dateline {
namespace {

constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
// What `zstd --ultra --long` makes by default, and browsers accept for WARC: 128 MiB.
constexpr int kMaxWindowLog = 27;
constexpr std::size_t kUnzstdBlock = 64u << 10;

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

Error unzstd_fault(std::uint64_t at, std::string message) {
  const auto place = static_cast<std::uint32_t>(at);
  return {std::move(message), {place, place}};
}

/// Frames one after the other, skippable ones too, are one stream for the library.
class Unzstd {
 public:
  explicit Unzstd(ByteStream packed) : packed_(std::move(packed)), stream_(ZSTD_createDStream()) {
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  }

  Filled fill(char* room, std::size_t size) {
    if (lost_ && !find_frame()) return {};
    while (held_back_ || !packed_.at_end()) {
      const Filled filled = step(room, size);
      if (filled.bytes > 0 || !filled.fault.message.empty()) return filled;
    }
    if (!inside_) return {};
    inside_ = false;
    return failed("expected more of the zstd stream, found the end of the file at byte " +
                  std::to_string(packed_.at()));
  }

 private:
  Filled failed(std::string message, bool refused = false) {
    lost_ = true;
    held_back_ = false;
    refused_ = refused;
    return {0, frame_, unzstd_fault(packed_.at(), std::move(message)), refused};
  }

  Filled step(char* room, std::size_t size) {
    const std::string_view next = packed_.peek(1);
    if (!inside_) frame_ = packed_.at();
    ZSTD_inBuffer in{next.data(), next.size(), 0};
    ZSTD_outBuffer out{room, size, 0};
    // What the library still wants; 0 at the end of a frame, where it stops if room is left.
    const std::size_t left = ZSTD_decompressStream(stream_.get(), &out, &in);
    const bool broken = ZSTD_isError(left) != 0;
    // The magic number of a broken frame is not to be found again.
    packed_.skip(broken && !next.empty() ? std::max<std::size_t>(in.pos, 1) : in.pos);
    unpacked_ += out.pos;
    if (broken)
      return failed("expected a whole zstd stream, found damage before byte " +
                    std::to_string(packed_.at()) + " (" + ZSTD_getErrorName(left) + ")");
    if (std::string over = over_ratio(packed_.at(), unpacked_); !over.empty())
      return failed(std::move(over), true);
    inside_ = left != 0;
    held_back_ = inside_ && out.pos == out.size;
    return {out.pos, frame_, {}, false};
  }

  bool find_frame() {
    if (refused_) return false;
    ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only);
    for (std::string_view next = packed_.peek(kUnzstdBlock); next.size() >= kZstdMagic.size();
         next = packed_.peek(kUnzstdBlock)) {
      const std::size_t at = next.find(kZstdMagic);
      packed_.skip(at != next.npos ? at : next.size() - kZstdMagic.size() + 1);
      if (at == next.npos) continue;
      lost_ = inside_ = false;
      return true;
    }
    return false;
  }

  ByteStream packed_;
  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  bool inside_ = false, held_back_ = false, lost_ = false, refused_ = false;
  std::uint64_t frame_ = 0, unpacked_ = 0;
};

void unpack_zstd(Packed packed, const PackedSink& sink) {
  unzstd(std::move(packed.bytes), [&](ByteStream unpacked) {
    sink(Packed{std::move(packed.about), std::move(unpacked)});
  });
}

}  // namespace

bool is_zstd(std::string_view bytes) { return bytes.starts_with(kZstdMagic); }

void unzstd(ByteStream packed, const UseStream& use) {
  Unzstd state(std::move(packed));
  use(ByteStream([&state](char* room, std::size_t size) { return state.fill(room, size); }));
}

extern const Container zstd_container{"zstd", ".zst",  "Zstandard (RFC 8878), one or more frames",
                                      false,  is_zstd, unpack_zstd};

}  // namespace dateline
