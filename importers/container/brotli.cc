#include <brotli/decode.h>

#include <cstdint>
#include <memory>
#include <utility>

#include "importers/container/bounded_output.h"
#include "importers/container/unpack_stream.h"

namespace dateline {
namespace {

struct FreeBrotli {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

/// One stream, which is all that brotli has; there is nothing to go on with behind damage.
class Unbrotli {
 public:
  explicit Unbrotli(ByteStream packed)
      : packed_(std::move(packed)),
        state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}

  Filled fill(char* room, std::size_t size) {
    while (!done_) {
      const Filled filled = step(room, size);
      if (filled.bytes > 0 || !filled.fault.message.empty()) return filled;
    }
    return {};
  }

 private:
  Filled failed(std::string message, bool refused = false) {
    done_ = true;
    const auto at = static_cast<std::uint32_t>(packed_.at());
    return {0, 0, {std::move(message), {at, at}}, refused};
  }

  Filled step(char* room, std::size_t size) {
    const std::string_view next = packed_.peek(1);
    auto* in = reinterpret_cast<const std::uint8_t*>(next.data());
    auto* out = reinterpret_cast<std::uint8_t*>(room);
    std::size_t offered = next.size(), left = size;
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state_.get(), &offered, &in, &left, &out, nullptr);
    packed_.skip(next.size() - offered);
    const Filled filled{size - left, 0, {}, false};
    unpacked_ += filled.bytes;
    if (std::string over = over_ratio(packed_.at(), unpacked_); !over.empty())
      return failed(std::move(over), true);
    const std::string at = std::to_string(packed_.at());
    if (result == BROTLI_DECODER_RESULT_ERROR)
      return failed("expected a whole brotli stream, found damage before byte " + at);
    done_ = result == BROTLI_DECODER_RESULT_SUCCESS;
    const bool cut = result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && next.empty();
    if (cut && filled.bytes == 0)
      return failed("expected more of the brotli stream, found the end of it at byte " + at);
    return filled;
  }

  ByteStream packed_;
  std::unique_ptr<BrotliDecoderState, FreeBrotli> state_;
  std::uint64_t unpacked_ = 0;
  bool done_ = false;
};

}  // namespace

void unbrotli(ByteStream packed, const UseStream& use) {
  Unbrotli state(std::move(packed));
  use(ByteStream([&state](char* room, std::size_t size) { return state.fill(room, size); }));
}

}  // namespace dateline
