#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "importers/container/header_fields.h"

namespace dateline {

/// Place of a part in its mail. The mail itself is 0.
using MimeIndex = std::uint32_t;

/// A part of a mail (RFC 2045): one that holds others, or a body. A mail in a mail holds one part,
/// which is that mail.
struct MimePart {
  HeaderFields head;
  MediaType type;  ///< text/plain, in a digest a mail, if it is not told
  Span body;       ///< in the mail's bytes, encoded for transfer
  MimeIndex parent = 0;
  MimeIndex end = 0;      ///< the first part behind those in it; parts are in the order of the mail
  bool too_deep = false;  ///< what is in it is not read

  bool is_mail() const { return type.name == "message/rfc822" || type.name == "message/global"; }
  bool is_multipart() const { return type.name.starts_with("multipart/"); }
  bool is_attachment() const;
};

/// Mail is forwarded in mail, but not so often.
constexpr std::size_t kMaxMimeDepth = 32;
constexpr std::size_t kMaxMimeParts = 10'000;

/// The parts of a mail, at least one. Any bytes are a mail.
std::vector<MimePart> parse_mime(std::string_view mail);

/// The body as it was before it was encoded for transfer (quoted-printable, base64): bytes in the
/// part's own character set, each of which leads to those of the mail.
Text body_of(std::string_view mail, const MimePart& part);

/// UTF-8 of a field's value that may hold encoded words (RFC 2047): "=?utf-8?Q?caf=C3=A9?=".
std::string without_encoded_words(std::string_view value);

}  // namespace dateline
