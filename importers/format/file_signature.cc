#include "importers/format/file_signature.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <utility>

#include "importers/data_files.h"
#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr std::string_view kPath = "root/file_signatures.txt";
/// Enough to tell, and little enough to cost nothing.
constexpr std::size_t kLookedAt = 4096;
/// Share of control characters over which bytes are no text. Texts have none or a stray few;
/// compressed and machine data have about one in ten.
constexpr double kMostControls = 0.04;

std::optional<std::string> bytes_of_hex(std::string_view hex) {
  std::string bytes;
  if (hex.empty() || hex.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    unsigned char byte = 0;
    const auto read = std::from_chars(hex.data() + i, hex.data() + i + 2, byte, 16);
    if (read.ptr != hex.data() + i + 2) return std::nullopt;
    bytes.push_back(static_cast<char>(byte));
  }
  return bytes;
}

std::optional<FileSignature> read_signature(std::string_view line) {
  const auto words = words_of(line);
  if (words.size() < 3) return std::nullopt;
  FileSignature signature;
  const auto* const end = words[0].data() + words[0].size();
  if (std::from_chars(words[0].data(), end, signature.offset).ptr != end) return std::nullopt;
  auto bytes = bytes_of_hex(words[1]);
  if (!bytes) return std::nullopt;
  signature.bytes = std::move(*bytes);
  signature.name = line.substr(static_cast<std::size_t>(words[2].data() - line.data()));
  return signature;
}

const std::vector<FileSignature>& file_signatures() {
  static const auto signatures = [] {
    const auto text = DataFiles::embedded().find(kPath);
    auto parsed = parse_file_signatures(text.value_or(""), kPath);
    assert(parsed);
    return parsed ? std::move(parsed).value() : std::vector<FileSignature>();
  }();
  return signatures;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') ||
         byte == 0x7F;
}

/// A text may begin with "MZ": so few letters tell nothing without a byte that texts do not have.
bool fits(const FileSignature& signature, std::string_view head) {
  if (head.size() < signature.offset) return false;
  if (!head.substr(signature.offset).starts_with(signature.bytes)) return false;
  return signature.bytes.size() >= 4 || std::ranges::any_of(head, is_control);
}

/// UTF-16 and UTF-32 have a zero in most characters, all of them at the same places.
bool looks_wide(std::string_view bytes) {
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  const std::size_t zeros = even + odd;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return zeros * 3 > bytes.size() && std::max(even, odd) * 3 >= zeros * 2 && zeros < bytes.size();
}

}  // namespace

Result<std::vector<FileSignature>> parse_file_signatures(std::string_view text,
                                                         std::string_view path) {
  std::vector<FileSignature> signatures;
  for (const DataLine& line : data_lines(text)) {
    auto signature = read_signature(line.text);
    if (!signature) return data_error(path, line, "expected an offset, bytes in hex and a name");
    signatures.push_back(std::move(*signature));
  }
  return signatures;
}

std::string_view signature_of(std::string_view bytes) {
  const auto head = bytes.substr(0, kLookedAt);
  for (const FileSignature& signature : file_signatures())
    if (fits(signature, head)) return signature.name;
  return {};
}

bool is_xml(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  return bytes.starts_with("<?xml");
}

bool looks_binary(std::string_view bytes) {
  if (!signature_of(bytes).empty()) return true;
  const std::string_view head = bytes.substr(0, kLookedAt);
  const auto controls = static_cast<double>(std::ranges::count_if(head, is_control));
  return controls > kMostControls * static_cast<double>(head.size()) && !looks_wide(head);
}

}  // namespace dateline
