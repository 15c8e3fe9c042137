#include <zstd.h>

#include <memory>
#include <utility>

#include "importers/container/bounded_output.h"
#include "importers/importer.h"

namespace dateline {
namespace {

constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
// What `zstd --ultra --long` makes by default, and browsers accept for WARC: 128 MiB.
constexpr int kMaxWindowLog = 27;

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

struct Unpacked {
  std::string bytes;
  Error fault;  ///< no message: none
  bool bomb = false;
};

Error fault_at(std::size_t used, std::string message) {
  const auto at = static_cast<std::uint32_t>(used);
  return {std::move(message), {at, at}};
}

/// Frames one after the other, skippable ones too, are one stream for the library.
Unpacked unzstd(std::string_view packed) {
  Unpacked result;
  const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
  ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  std::string room(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  std::size_t left = 1;  // what the library still wants; 0 at the end of a frame
  bool full = false;     // it may hold back output that did not fit
  while (in.pos < in.size || full) {
    ZSTD_outBuffer out{room.data(), room.size(), 0};
    left = ZSTD_decompressStream(stream.get(), &out, &in);
    result.bytes.append(room, 0, out.pos);
    full = out.pos == out.size;
    if (ZSTD_isError(left) != 0) {
      result.fault =
          fault_at(in.pos, "expected a whole zstd stream, found damage before byte " +
                               std::to_string(in.pos) + " (" + ZSTD_getErrorName(left) + ")");
      return result;
    }
    if (std::string over = over_limit(in.pos, result.bytes.size()); !over.empty()) {
      result.fault = fault_at(in.pos, std::move(over));
      result.bomb = true;
      return result;
    }
  }
  if (left != 0)
    result.fault = fault_at(in.pos,
                            "expected more of the zstd stream, found the end of the file "
                            "at byte " +
                                std::to_string(in.pos));
  return result;
}

bool is_zstd(std::string_view bytes) { return bytes.starts_with(kZstdMagic); }

void unpack_zstd(Resource packed, const ResourceSink& sink) {
  Unpacked unpacked = unzstd(packed.bytes);
  packed.bytes = std::move(unpacked.bytes);
  const bool failed = !unpacked.fault.message.empty();
  if (!unpacked.bomb && !(packed.bytes.empty() && failed)) sink(std::move(packed));
  if (failed) sink(std::move(unpacked.fault));
}

}  // namespace

extern const Container zstd_container{"zstd", ".zst", "Zstandard (RFC 8878), one or more frames",
                                      is_zstd, unpack_zstd};

}  // namespace dateline
