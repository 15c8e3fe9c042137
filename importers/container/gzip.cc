#define ZLIB_CONST  // zlib then takes its input as const
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "importers/container/bounded_output.h"
#include "importers/importer.h"

namespace dateline {
namespace {

constexpr int kGzipOnly = 15 + 16;  // zlib's way to say: largest window, gzip header and trailer
constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::size_t kFirstRoom = 64u << 10;

/// One gzip file being unpacked: members one after the other, as RFC 1952 allows.
class Gunzip {
 public:
  explicit Gunzip(std::string_view packed) : packed_(packed) {}
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip() { inflateEnd(&stream_); }

  /// Unpacks until the end or the first fault, which is then in `fault`.
  std::string run() {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) return fail("could not start to unpack"), "";
    while (fault_.message.empty() && used_ < packed_.size() && at_member()) read_member();
    out_.resize(size_);
    return std::move(out_);
  }
  const Error& fault() const { return fault_; }
  bool is_bomb() const { return bomb_; }

 private:
  void fail(std::string message) {
    const auto at = static_cast<std::uint32_t>(used_);
    fault_ = {std::move(message), {at, at}};
  }

  /// Zeros after the last member are padding, as tapes and tar leave it.
  bool at_member() {
    const std::string_view rest = packed_.substr(used_);
    if (rest.starts_with(kGzipMagic)) return inflateReset(&stream_) == Z_OK;
    if (rest.find_first_not_of('\0') != rest.npos)
      fail("expected another gzip member or the end of the file at byte " + std::to_string(used_) +
           ", found something else");
    return false;
  }

  void read_member() {
    int state = Z_OK;
    while (state == Z_OK && fault_.message.empty()) {
      make_room();
      state = step();
      if (std::string over = over_limit(used_, size_); !over.empty()) {
        bomb_ = true;
        return fail(std::move(over));
      }
    }
    if (state == Z_STREAM_END || !fault_.message.empty()) return;
    if (state == Z_BUF_ERROR && used_ == packed_.size())
      return fail("expected more of the gzip stream, found the end of the file at byte " +
                  std::to_string(used_));
    fail("expected a whole gzip stream, found damage before byte " + std::to_string(used_) +
         (stream_.msg != nullptr ? std::string(" (") + stream_.msg + ")" : ""));
  }

  void make_room() {
    if (out_.size() > size_) return;
    const std::size_t hoped = std::max(kFirstRoom, packed_.size() * 4);
    out_.resize(std::max(out_.size() * 2, std::min(hoped, kHarmlessBytes)));
  }

  int step() {
    const std::string_view rest = packed_.substr(used_);
    const std::size_t room = out_.size() - size_;
    stream_.next_in = reinterpret_cast<const Bytef*>(rest.data());
    stream_.avail_in = static_cast<uInt>(rest.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out_.data() + size_);
    stream_.avail_out = static_cast<uInt>(room);
    const int state = inflate(&stream_, Z_NO_FLUSH);
    used_ += rest.size() - stream_.avail_in;
    size_ += room - stream_.avail_out;
    return state;
  }

  std::string_view packed_;
  std::string out_;
  std::size_t used_ = 0, size_ = 0;
  z_stream stream_{};
  Error fault_;
  bool bomb_ = false;
};

bool is_gzip(std::string_view bytes) { return bytes.starts_with(kGzipMagic); }

void unpack_gzip(Resource packed, const ResourceSink& sink) {
  const std::string bytes = std::exchange(packed.bytes, {});
  Gunzip gunzip(bytes);
  packed.bytes = gunzip.run();
  const Error fault = gunzip.fault();
  if (!gunzip.is_bomb() && !(packed.bytes.empty() && !fault.message.empty()))
    sink(std::move(packed));
  if (!fault.message.empty()) sink(fault);
}

}  // namespace

extern const Container gzip_container{"gzip", ".gz", "gzip (RFC 1952), one or more members",
                                      is_gzip, unpack_gzip};

}  // namespace dateline
