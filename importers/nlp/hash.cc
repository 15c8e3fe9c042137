#include "importers/nlp/hash.h"

#include <cstring>

namespace dateline {

std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t hash = mixed(bytes.size());
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = bytes.size() < 8 ? bytes.size() : 8;
    std::memcpy(&word, bytes.data(), size);
    hash = (hash ^ word) * 0xD6E8FEB86659FD93ull;
    hash ^= hash >> 32;
    bytes.remove_prefix(size);
  }
  return mixed(hash);
}

}  // namespace dateline
