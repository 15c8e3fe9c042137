#include "importers/container/http_message.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/container/header_fields.h"
#include "importers/container/unpack_stream.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

/// Encodings one over the other that are undone; servers use one.
constexpr std::size_t kMaxEncodings = 4;
/// Bytes that tell whether an encoding is still on.
constexpr std::size_t kEncodingHead = 8;

/// Of "HTTP/1.1 404 Not Found"; 0 if the number is missing.
int status_of(std::string_view line) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view number = trimmed(line.substr(space)).substr(0, 3);
  int status = 0;
  std::from_chars(number.data(), number.data() + number.size(), status);
  return status;
}

/// The size of a chunk that its line tells; nothing if it is no such line.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  std::uint64_t size = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const bool whole = read.ec == std::errc() && read.ptr == line.data() + line.size();
  return whole ? std::optional(size) : std::nullopt;
}

/// The chunks joined. From where they are no chunks any more, the rest as it is: what stands there
/// was never cut into chunks.
std::string without_chunks(std::string_view body) {
  std::string joined;
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    const auto size = end == body.npos ? std::nullopt : chunk_size(body.substr(0, end));
    if (!size) return joined.append(body);
    if (*size == 0) return joined;
    body.remove_prefix(end + 1);
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(*size, body.size()));
    joined.append(body.substr(0, taken));
    body.remove_prefix(taken);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return joined;
}

/// In the order in which they were put on, lower case, without those that change nothing.
std::vector<std::string> encodings_of(std::string_view field) {
  std::vector<std::string> encodings;
  for (std::size_t at = 0; at < field.size();) {
    const std::size_t end = std::min(field.find(',', at), field.size());
    std::string name = ascii_lower(trimmed(field.substr(at, end - at)));
    if (!name.empty() && name != "identity" && name != "utf-8") encodings.push_back(name);
    at = end + 1;
  }
  return encodings;
}

struct Encoding {
  std::string_view name;
  void (*unpack)(ByteStream packed, const UseStream& use);
  bool (*is_on)(std::string_view bytes);  ///< as far as can be told
};

/// What has no sign of its own does not begin with characters of ASCII only, as pages do.
bool is_no_text(std::string_view bytes) {
  return std::ranges::any_of(bytes.substr(0, kEncodingHead), [](char c) {
    return static_cast<unsigned char>(c) > '~' || (c < ' ' && !is_ascii_space(c)) || c == '\v';
  });
}

constexpr Encoding kEncodings[] = {{"gzip", gunzip, is_gzip},
                                   {"x-gzip", gunzip, is_gzip},
                                   {"deflate", inflate_deflated, is_no_text},
                                   {"br", unbrotli, is_no_text},
                                   {"zstd", unzstd, is_zstd}};

/// The body of one response on its way through its encodings, the last one first.
class Body {
 public:
  Body(Resource about, const PackedSink& sink) : about_(std::move(about)), sink_(sink) {}

  void give(ByteStream bytes, std::vector<std::string> encodings) {
    if (encodings.empty()) return sink_(Packed{about_, std::move(bytes)});
    const std::string name = std::move(encodings.back());
    encodings.pop_back();
    const auto* const known = std::ranges::find(kEncodings, name, &Encoding::name);
    if (known == std::end(kEncodings))
      return sink_(Error{
          "'" + about_.name + "': expected a known content encoding, found '" + name + "'", {}});
    if (!known->is_on(bytes.peek(kEncodingHead)))
      return give(std::move(bytes), std::move(encodings));
    known->unpack(std::move(bytes),
                  [&](ByteStream unpacked) { give(std::move(unpacked), std::move(encodings)); });
  }

 private:
  Resource about_;
  const PackedSink& sink_;
};

void take_type(std::string_view field, Resource& about) {
  const MediaType type = read_media_type(field);
  about.media_type = type.name;
  about.charset = type.parameter("charset");
}

}  // namespace

void give_http_response(Resource about, std::string message, const PackedSink& sink) {
  if (!message.starts_with("HTTP/"))
    return sink(Packed{std::move(about), ByteStream::of(std::move(message))});
  const std::string_view text = message;
  const std::size_t line = std::min(text.find('\n'), text.size() - 1);
  const HeaderFields head = read_header_fields(text.substr(line + 1));
  take_type(head.value("content-type"), about);
  const int status = status_of(text.substr(0, line));
  if (status < 200 || status > 299) {
    about.passed_over = "HTTP status " + std::to_string(status);
    return sink(Packed{std::move(about), ByteStream::of({})});
  }
  std::string body = message.substr(line + 1 + head.size);
  if (ascii_lower(head.value("transfer-encoding")).find("chunked") != std::string::npos)
    body = without_chunks(body);
  std::vector<std::string> encodings = encodings_of(head.value("content-encoding"));
  if (encodings.size() > kMaxEncodings) encodings.resize(kMaxEncodings);
  Body(std::move(about), sink).give(ByteStream::of(std::move(body)), std::move(encodings));
}

}  // namespace dateline
