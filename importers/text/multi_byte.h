#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A character set of one or several bytes a character in which ASCII stands for itself: EUC-JP,
/// Shift_JIS, GB18030 (with GBK and GB2312), Big5, EUC-KR.
class MultiByteCharset {
 public:
  /// A character and its bytes; no value if they mean nothing.
  struct Unit {
    std::optional<char32_t> value;
    std::uint32_t size = 1;
  };

  /// From the system's tables (iconv), by the name that they know it by; nothing if they do not.
  static std::optional<MultiByteCharset> load(const std::string& name);

  /// At a byte beyond ASCII.
  Unit read(std::string_view bytes, std::size_t at) const;

 private:
  /// A character of three bytes (EUC-JP) or four (GB18030).
  struct Long {
    std::uint32_t bytes;
    char32_t character;
  };
  template <typename Convert>
  void load_long(const std::string& name, Convert convert);
  std::optional<char32_t> read_long(std::uint32_t bytes) const;

  std::vector<char32_t> one_, two_;  // by byte, and by both bytes
  std::vector<Long> long_;           // ascending
  bool supplementary_ = false;       // has the planes beyond the first in four bytes
};

/// A set and the name under which it is reported, as the WHATWG Encoding Standard has it.
struct NamedMultiByteCharset {
  std::string_view name;
  const MultiByteCharset* charset = nullptr;  ///< null: there is none
};

/// By name or label as declared, in lower case.
NamedMultiByteCharset find_multi_byte_charset(std::string_view label);

/// The set that bytes without a declaration are written in, by the characters that they then have:
/// almost none that mean nothing, and those that are common in the language. None if it is not
/// sure.
NamedMultiByteCharset detect_multi_byte_charset(std::string_view bytes);

}  // namespace dateline
