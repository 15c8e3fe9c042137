#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/data_files.h"

namespace dateline {

/// A trained model as bytes: a header and sections, used where they lie, without copying.
///
///     8 bytes  "dlmodel" and the format's version
///     8 bytes  kind: which annotator reads it, padded with zeros
///     8 bytes  features: hash of what its feature extractor makes of a probe
///     8 bytes  hash of all that follows
///     4 bytes  number of sections, then offset and size of each (4 bytes each), then the sections
///
/// Little-endian. The hash of features changes by itself when an extractor changes, so that a model
/// that was trained for another one is refused; a table of template numbers would be forgotten.
class ModelFile {
 public:
  /// Error.message says what is wrong with the bytes; they must outlive the model.
  static Result<ModelFile> from_bytes(std::string_view bytes, std::string_view kind,
                                      std::uint64_t features);
  /// The same, of a data file, whose path begins the message. The hash of an embedded one is not
  /// looked at: to read all its bytes took a quarter of the program's start.
  static Result<ModelFile> load(const DataFiles& files, std::string_view path,
                                std::string_view kind, std::uint64_t features);

  /// Empty for a section that is not there.
  std::string_view section(std::size_t index) const {
    return index < sections_.size() ? sections_[index] : std::string_view{};
  }

 private:
  enum class Check { header, every_byte };
  static Result<ModelFile> read(std::string_view bytes, std::string_view kind,
                                std::uint64_t features, Check check);

  std::vector<std::string_view> sections_;
};

std::string to_model_bytes(std::string_view kind, std::uint64_t features,
                           const std::vector<std::string>& sections);

/// A value at any place of a section, which need not be aligned; 0 past its end.
template <typename T>
T read_at(std::string_view bytes, std::size_t at) {
  T value{};
  if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <typename T>
void append_value(std::string& to, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  to.append(bytes, sizeof value);
}

}  // namespace dateline
