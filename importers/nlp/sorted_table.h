#pragma once

#include <cstdint>
#include <string_view>

#include "importers/nlp/model_file.h"

namespace dateline {

/// Rows of a model's section: an 8-byte key, ascending, and a value T.
template <typename T>
class SortedTable {
 public:
  static constexpr std::size_t kRow = 8 + sizeof(T);

  explicit SortedTable(std::string_view bytes) : bytes_(bytes) {}

  /// False if no row has the key.
  bool find(std::uint64_t key, T& value) const {
    std::size_t first = 0, count = bytes_.size() / kRow;
    while (count > 0) {
      const std::size_t half = count / 2;
      if (read_at<std::uint64_t>(bytes_, (first + half) * kRow) < key) {
        first += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    if (first * kRow >= bytes_.size() || read_at<std::uint64_t>(bytes_, first * kRow) != key)
      return false;
    value = read_at<T>(bytes_, first * kRow + 8);
    return true;
  }

 private:
  std::string_view bytes_;
};

}  // namespace dateline
