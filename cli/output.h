#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <streambuf>
#include <vector>

#include "core/result.h"

namespace dateline {

/// Writes to a file descriptor and remembers why that failed, which std::filebuf does not tell.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);
  ~DescriptorBuffer() override;

  int error() const { return error_; }  ///< errno of the first failure; 0 if all went well

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  int sync() override;

 private:
  bool write_all(const char* bytes, std::size_t size);

  int descriptor_;
  int error_ = 0;
  std::vector<char> buffer_;
};

/// What writes itself to a stream; false when the stream failed.
using Write = std::function<bool(std::ostream& out)>;

/// Writes a file whole or not at all: under a temporary name beside it, which is renamed in the
/// end. Devices and pipes are written in place. Empty: done.
std::optional<Error> write_file(const std::filesystem::path& path, const Write& write);

}  // namespace dateline
