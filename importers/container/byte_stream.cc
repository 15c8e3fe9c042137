#include "importers/container/byte_stream.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace dateline {
namespace {

constexpr std::size_t kStreamBlock = 64u << 10;
/// What `take` asks for at once: a length that lies costs no more memory than there are bytes.
constexpr std::size_t kLargeBlock = 1u << 20;

}  // namespace

ByteStream ByteStream::of(std::string bytes) {
  ByteStream stream([](char*, std::size_t) { return Filled{}; });
  stream.filled_ = bytes.size();
  stream.buffer_ = std::move(bytes);
  return stream;
}

std::size_t ByteStream::fill(char* room, std::size_t size) {
  if (ended_) return 0;
  Filled filled = fill_(room, size);
  ended_ = filled.bytes == 0 || !filled.fault.message.empty();
  fault_ = std::move(filled.fault);
  refused_ = filled.refused;
  fault_place_ = filled.member == Filled::kUnpacked ? filled_ + filled.bytes : filled.member;
  const bool known = !members_.empty() && members_.back().place == filled.member;
  if (filled.bytes > 0 && filled.member != Filled::kUnpacked && !known)
    members_.push_back({filled_, filled.member});
  filled_ += filled.bytes;
  return filled.bytes;
}

void ByteStream::fill_buffer(std::size_t count) {
  while (!ended_ && buffer_.size() - begin_ < count) {
    if (begin_ > kStreamBlock) {
      buffer_.erase(0, begin_);
      begin_ = 0;
    }
    const std::size_t old = buffer_.size();
    buffer_.resize(old + kStreamBlock);
    buffer_.resize(old + fill(buffer_.data() + old, kStreamBlock));
  }
}

std::string_view ByteStream::peek(std::size_t count) {
  fill_buffer(count);
  return std::string_view(buffer_).substr(begin_);
}

void ByteStream::skip(std::size_t peeked) {
  assert(peeked <= buffer_.size() - begin_);
  begin_ += peeked;
  at_ += peeked;
}

std::uint64_t ByteStream::pass(std::uint64_t count) {
  std::uint64_t passed = 0;
  while (passed < count && !at_end()) {
    const std::uint64_t left = count - passed;
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, peek(1).size()));
    skip(step);
    passed += step;
  }
  return passed;
}

std::string ByteStream::take(std::size_t most) {
  std::string taken;
  const std::size_t buffered = std::min(most, buffer_.size() - begin_);
  if (begin_ == 0 && buffered == buffer_.size()) {
    taken = std::exchange(buffer_, {});
  } else {
    taken = buffer_.substr(begin_, buffered);
    begin_ += buffered;
  }
  while (!ended_ && taken.size() < most) {
    const std::size_t old = taken.size();
    taken.resize(old + std::min(most - old, kLargeBlock));
    taken.resize(old + fill(taken.data() + old, taken.size() - old));
  }
  at_ += taken.size();
  return taken;
}

void ByteStream::put_back(std::string_view taken) {
  buffer_.replace(0, begin_, taken);
  begin_ = 0;
  at_ -= taken.size();
}

OpenFile ByteStream::whole(std::size_t most) {
  if (file_.read_at) return file_;
  buffer_ = take(most);
  begin_ = 0;
  const auto read_at = [this](std::uint64_t at, char* room, std::size_t size) {
    const auto from = static_cast<std::size_t>(std::min<std::uint64_t>(at, buffer_.size()));
    return buffer_.copy(room, size, from);
  };
  return {buffer_.size(), read_at};
}

bool ByteStream::next_stretch() {
  assert(at_end());
  if (fault_.message.empty()) return false;
  const Error before = std::exchange(fault_, {});
  ended_ = false;
  // What is told again with nothing before it would be told for ever.
  if (at_end() && fault_.message == before.message) fault_ = {};
  return !at_end() || !fault_.message.empty();
}

std::uint64_t ByteStream::place() {
  if (at_end() && members_.empty()) return at_;
  while (members_.size() > 1 && members_[1].from <= at_) members_.pop_front();
  return members_.empty() ? at_ : members_.front().place;
}

}  // namespace dateline
