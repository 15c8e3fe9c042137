#include "core/digest.h"

#include <array>

#include <nettle/sha2.h>

namespace dateline {

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

std::string content_id(std::string_view prefix, std::string_view content) {
  std::string id(prefix);
  id += '-';
  id += sha256(content).substr(0, 12);
  return id;
}

}  // namespace dateline
