#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace dateline {

namespace {

constexpr std::size_t kBufferSize = 1u << 16;
constexpr mode_t kMode = 0666;  // less what the user's umask takes away

Error failure(const std::filesystem::path& path, int number) {
  return {"cannot write '" + path.string() + "': " + std::strerror(number), {}};
}

// 0, or why it could not be written.
int write_descriptor(int descriptor, const Write& write) {
  DescriptorBuffer buffer(descriptor);
  std::ostream out(&buffer);
  const bool written = write(out) && out.flush();
  int error = buffer.error();
  if (close(descriptor) != 0 && error == 0) error = errno;
  return written || error != 0 ? error : EIO;
}

bool is_special(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

// The file that a chain of symbolic links ends at, so that the links stay.
std::filesystem::path target_of(const std::filesystem::path& path) {
  std::error_code failed;
  const auto target = std::filesystem::canonical(path, failed);
  return failed ? path : target;
}

}  // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor), buffer_(kBufferSize) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::~DescriptorBuffer() { sync(); }

bool DescriptorBuffer::write_all(const char* bytes, std::size_t size) {
  while (size > 0 && error_ == 0) {
    const ssize_t written = ::write(descriptor_, bytes, size);
    if (written < 0) {
      if (errno != EINTR) error_ = errno;
      continue;
    }
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return error_ == 0;
}

int DescriptorBuffer::sync() {
  const bool written = write_all(pbase(), static_cast<std::size_t>(pptr() - pbase()));
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return written ? 0 : -1;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
  if (sync() != 0) return traits_type::eof();
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  return sputc(traits_type::to_char_type(c));
}

std::streamsize DescriptorBuffer::xsputn(const char* bytes, std::streamsize size) {
  if (size <= epptr() - pptr()) {
    std::memcpy(pptr(), bytes, static_cast<std::size_t>(size));
    pbump(static_cast<int>(size));
    return size;
  }
  if (sync() != 0) return 0;
  return write_all(bytes, static_cast<std::size_t>(size)) ? size : 0;
}

std::optional<Error> write_file(const std::filesystem::path& path, const Write& write) {
  if (is_special(path)) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return failure(path, errno);
    const int error = write_descriptor(descriptor, write);
    return error == 0 ? std::nullopt : std::optional(failure(path, error));
  }
  const std::filesystem::path target = target_of(path);
  std::filesystem::path temporary = target;
  temporary.replace_filename("." + target.filename().string() + "." + std::to_string(getpid()));
  const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (descriptor < 0) return failure(path, errno);
  int error = write_descriptor(descriptor, write);
  if (error == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  unlink(temporary.c_str());
  return failure(path, error);
}

}  // namespace dateline
