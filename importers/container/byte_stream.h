#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dateline {

/// What one call for more bytes gave. No bytes and no fault: the end.
struct Filled {
  std::size_t bytes = 0;
  /// Where the packed member or frame begins that they, or the fault, come from; kUnpacked: they
  /// are not packed.
  std::uint64_t member = kUnpacked;
  Error fault;           ///< behind the bytes; no message: none. What follows it does not join on
  bool refused = false;  ///< the fault is a limit, for which the bytes before are not to be used

  static constexpr std::uint64_t kUnpacked = ~std::uint64_t{0};
};
/// Writes up to `size` bytes to `room`. Called again behind a fault, it goes on where it can.
using FillBytes = std::function<Filled(char* room, std::size_t size)>;

/// A file whose bytes can be read in any order.
struct OpenFile {
  std::uint64_t size = 0;  ///< bytes
  /// Reads up to `size` bytes from `at` on; how many there were. Null: there is no such file.
  std::function<std::size_t(std::uint64_t at, char* room, std::size_t size)> read_at;
};

/// The bytes of a file or of what is unpacked from one, read once from front to back with little of
/// them in memory. Damage cuts it into stretches: each ends with a fault, the last without one.
class ByteStream {
 public:
  explicit ByteStream(FillBytes fill, OpenFile file = {})
      : fill_(std::move(fill)), file_(std::move(file)) {}
  static ByteStream of(std::string bytes);

  /// What comes next: at least `count` bytes unless the stretch ends before. Valid until the next
  /// call of anything.
  std::string_view peek(std::size_t count);
  /// Passes over bytes that were peeked at.
  void skip(std::size_t peeked);
  /// Passes over as many, or to the end of the stretch; how many there were.
  std::uint64_t pass(std::uint64_t count);
  /// The next bytes: as many, or up to the end of the stretch.
  std::string take(std::size_t most);
  /// Puts bytes that were taken last back in front.
  void put_back(std::string_view taken);

  bool at_end() { return peek(1).empty(); }
  /// All the bytes in any order, for what cannot be read from front to back: of the file, if it is
  /// one, else from memory, where up to `most` are taken. To be called before anything is skipped;
  /// the stream is then used up and must outlive the answer.
  OpenFile whole(std::size_t most);

  /// What ended the stretch; no message before its end, and at the end of all.
  const Error& fault() const { return fault_; }
  bool refused() const { return refused_; }
  /// As place(), of the fault.
  std::uint64_t fault_place() const { return fault_place_; }
  /// Goes on behind a fault. False: there is no more.
  bool next_stretch();

  /// Bytes read so far.
  std::uint64_t at() const { return at_; }
  /// Where the next byte stands in the file or, in a packed one, where its member begins.
  std::uint64_t place();

 private:
  struct Member {
    std::uint64_t from;   // of the bytes of this stream
    std::uint64_t place;  // of the member
  };

  std::size_t fill(char* room, std::size_t size);
  void fill_buffer(std::size_t count);

  FillBytes fill_;
  OpenFile file_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is left in the buffer
  std::uint64_t at_ = 0, filled_ = 0, fault_place_ = 0;
  std::deque<Member> members_;  // that of at_ and those behind it
  Error fault_;
  bool ended_ = false, refused_ = false;
};

}  // namespace dateline
