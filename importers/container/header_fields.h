#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A line "Name: value" with the lines that go on with it.
struct HeaderField {
  std::string name;   ///< lower case
  std::string value;  ///< its lines joined by spaces, trimmed
};

/// The lines before the first empty one of a mail (RFC 5322), an HTTP message (RFC 9112) or a WARC
/// record. Lines end in LF, with or without CR; those without a name are passed over.
struct HeaderFields {
  std::vector<HeaderField> fields;
  std::size_t size = 0;  ///< bytes, with the empty line if there is one

  /// The first of the name, in lower case; empty if there is none.
  std::string_view value(std::string_view name) const;
};

HeaderFields read_header_fields(std::string_view text);

/// Bytes up to and with the first empty line; npos if there is none.
std::size_t head_size(std::string_view text);

/// "text/html; charset=utf-8", or another value with parameters.
struct MediaType {
  std::string name;  ///< lower case; empty if it is no value
  std::vector<HeaderField> parameters;

  std::string_view parameter(std::string_view name) const;  ///< empty if there is none
};

MediaType read_media_type(std::string_view value);

}  // namespace dateline
