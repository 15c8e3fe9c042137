#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "importers/format/text.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/charset.h"
#include "importers/text/multi_byte.h"
#include "importers/text/single_byte.h"

namespace dateline {
namespace {

/// Groups further in belong to the one at this depth.
constexpr std::size_t kMaxRtfDepth = 1000;
/// Fonts that are told apart; documents have some dozens.
constexpr std::size_t kMostFonts = 4096;

/// Groups that hold no text of the document. Also all that begin with "\*", which readers that do
/// not know them are to pass over.
constexpr std::array<std::string_view, 19> kOtherGroups = {
    "colortbl", "stylesheet", "info",    "pict",       "header",  "headerl",  "headerr",
    "headerf",  "footer",     "footerl", "footerr",    "footerf", "footnote", "objdata",
    "filetbl",  "listtable",  "revtbl",  "nonshppict", "fldinst"};

struct RtfSign {
  std::string_view word, text;
};
constexpr std::array<RtfSign, 15> kSigns = {{{"par", "\n\n"},
                                             {"sect", "\n\n"},
                                             {"page", "\n\n"},
                                             {"row", "\n\n"},
                                             {"line", "\n"},
                                             {"tab", "\t"},
                                             {"cell", "\t"},
                                             {"emdash", "—"},
                                             {"endash", "–"},
                                             {"lquote", "‘"},
                                             {"rquote", "’"},
                                             {"ldblquote", "“"},
                                             {"rdblquote", "”"},
                                             {"bullet", "•"},
                                             {"emspace", " "}}};

/// The code pages of \fcharset (Rich Text Format 1.9.1, "Font Table").
struct FontCharset {
  int charset, code_page;
};
constexpr std::array<FontCharset, 14> kFontCharsets = {{{0, 1252},
                                                        {128, 932},
                                                        {129, 949},
                                                        {134, 936},
                                                        {136, 950},
                                                        {161, 1253},
                                                        {162, 1254},
                                                        {163, 1258},
                                                        {177, 1255},
                                                        {178, 1256},
                                                        {186, 1257},
                                                        {204, 1251},
                                                        {222, 874},
                                                        {238, 1250}}};

class RtfReader {
 public:
  explicit RtfReader(const Text& bytes) : bytes_(bytes.view()), builder_(bytes) {
    open_.push_back({});
  }

  Text read() {
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (c == '{')
        open();
      else if (c == '}')
        close();
      else if (c == '\\')
        read_control();
      else
        read_characters();
    }
    flush();
    return std::move(builder_).build();
  }

  /// Characters that could not be read.
  std::size_t invalid() const { return invalid_; }

 private:
  struct Group {
    bool other = false;      // holds no text
    bool fonts = false;      // the table of fonts
    bool begins = true;      // nothing but its "{" was read
    int fallback_bytes = 1;  // behind \u, for readers without Unicode
    int font = -1;
  };

  void open() {
    flush();
    ++at_;
    skip_ = 0;
    if (open_.size() >= kMaxRtfDepth) {
      ++too_deep_;
      return;
    }
    open_.push_back(open_.back());
    open_.back().begins = true;
  }

  void close() {
    flush();
    ++at_;
    skip_ = 0;
    if (too_deep_ > 0)
      --too_deep_;
    else if (open_.size() > 1)
      open_.pop_back();
  }

  bool is_text() const { return !open_.back().other && !open_.back().fonts; }

  void put(Span at, std::string_view text) {
    flush_bytes();
    if (!is_text()) return;
    builder_.replace(at, text);
  }
  Span span_to_here(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  void read_control() {
    const std::size_t begin = at_++;
    if (at_ == bytes_.size()) return;
    const char c = bytes_[at_];
    if (c == '\'') return read_hex(begin);
    if (is_ascii_letter(c)) return read_word(begin);
    ++at_;
    if (c == '*') {
      open_.back().other = true;
    } else if (c == '~') {
      put(span_to_here(begin), " ");
    } else if (c == '_') {
      put(span_to_here(begin), "-");
    } else if (c == '\\' || c == '{' || c == '}') {
      put_skippable(begin, std::string_view(&bytes_[at_ - 1], 1));
    } else if (c == '\n' || c == '\r') {
      put(span_to_here(begin), "\n\n");
    }
  }

  void put_skippable(std::size_t begin, std::string_view text) {
    if (skip_ > 0)
      --skip_;
    else
      put(span_to_here(begin), text);
  }

  void read_hex(std::size_t begin) {
    unsigned value = 0;
    const char* const first = bytes_.data() + std::min(at_ + 1, bytes_.size());
    const char* const last = bytes_.data() + std::min(at_ + 3, bytes_.size());
    const auto [end, error] = std::from_chars(first, last, value, 16);
    at_ = static_cast<std::size_t>(end - bytes_.data());
    if (error != std::errc() || end != first + 2) return;
    if (skip_ > 0) {
      --skip_;
      return;
    }
    flush_unicode();
    if (!is_text()) return;
    if (pending_.empty()) pending_at_ = begin;
    pending_ += static_cast<char>(value);
  }

  void read_word(std::size_t begin) {
    while (at_ < bytes_.size() && is_ascii_letter(bytes_[at_])) ++at_;
    const std::string_view word = bytes_.substr(begin + 1, at_ - begin - 1);
    std::optional<int> number;
    int value = 0;
    const auto [end, error] =
        std::from_chars(bytes_.data() + at_, bytes_.data() + bytes_.size(), value);
    if (error == std::errc()) number = value;
    at_ = static_cast<std::size_t>(end - bytes_.data());
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    if (word == "u" && number) return put_unicode(begin, *number);
    flush();
    if (word == "bin") {
      at_ += std::min(static_cast<std::size_t>(std::max(value, 0)), bytes_.size() - at_);
      return;
    }
    take_word(begin, word, number.value_or(0));
    open_.back().begins = false;
  }

  void take_word(std::size_t begin, std::string_view word, int number) {
    Group& group = open_.back();
    if (word == "uc") group.fallback_bytes = std::clamp(number, 0, 16);
    if (word == "ansicpg") code_page_ = number;
    if (word == "mac") code_page_ = kMac;
    if (word == "pc") code_page_ = 437;
    if (word == "pca") code_page_ = 850;
    if (word == "f") group.font = number;
    if (word == "fcharset" && group.fonts && fonts_.size() < kMostFonts)
      for (const FontCharset& font : kFontCharsets)
        if (font.charset == number) fonts_[group.font] = font.code_page;
    if (group.begins && word == "fonttbl") group.fonts = true;
    if (group.begins && std::ranges::count(kOtherGroups, word) > 0) group.other = true;
    for (const RtfSign& sign : kSigns)
      if (sign.word == word) return put(span_to_here(begin), sign.text);
  }

  /// UTF-16 units, signed; what stands behind for older readers is passed over.
  void put_unicode(std::size_t begin, int number) {
    flush_bytes();
    skip_ = open_.back().fallback_bytes;
    const auto unit = static_cast<char32_t>(number & 0xFFFF);
    if (unit >= 0xD800 && unit < 0xDC00) {
      flush_unicode();
      high_ = unit;
      high_at_ = begin;
      return;
    }
    char32_t character = unit;
    std::size_t from = begin;
    if (high_ != 0 && unit >= 0xDC00 && unit < 0xE000) {
      character = 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00);
      from = high_at_;
      high_ = 0;
    }
    flush_unicode();
    std::string text;
    append_utf8(text, character);
    if (is_text()) builder_.replace(span_to_here(from), text);
  }

  void flush_unicode() {
    if (high_ == 0) return;
    ++invalid_;
    high_ = 0;
    const auto at = static_cast<std::uint32_t>(high_at_);
    if (is_text()) builder_.replace({at, at + 1}, "\xEF\xBF\xBD");
  }

  int code_page() const {
    const auto font = fonts_.find(open_.back().font);
    return font == fonts_.end() ? code_page_ : font->second;
  }

  /// Puts the bytes that were written in hex, in the set of the font or of the document.
  void flush_bytes() {
    if (pending_.empty()) return;
    const std::string bytes = std::exchange(pending_, {});
    const std::string page = std::to_string(code_page());
    const std::string label = code_page() == kMac ? "macintosh" : "cp" + page;
    const SingleByteCharset* single = find_single_byte_charset(label);
    if (single == nullptr) single = find_single_byte_charset("windows-" + page);
    const NamedMultiByteCharset multi = find_multi_byte_charset(label);
    std::string text;
    for (std::size_t i = 0; i < bytes.size();) {
      MultiByteCharset::Unit unit{std::nullopt, 1};
      const auto byte = static_cast<unsigned char>(bytes[i]);
      if (byte < 0x80)
        unit.value = byte;
      else if (multi.charset != nullptr)
        unit = multi.charset->read(bytes, i);
      else
        unit.value =
            (single ? *single : *find_single_byte_charset("windows-1252")).upper[byte - 0x80u];
      invalid_ += unit.value ? 0 : 1;
      append_utf8(text, unit.value.value_or(0xFFFD));
      i += unit.size;
    }
    builder_.replace(span_to_here(pending_at_), text);
  }

  void flush() {
    flush_bytes();
    flush_unicode();
  }

  /// Line ends are none; bytes beyond ASCII should not be there, but some writers leave them.
  void read_characters() {
    const char c = bytes_[at_];
    if (c == '\r' || c == '\n') {
      ++at_;
      return;
    }
    if ((c & 0x80) != 0) {
      const std::size_t begin = at_++;
      if (pending_.empty()) pending_at_ = begin;
      if (is_text()) pending_ += c;
      return;
    }
    if (skip_ > 0) {
      --skip_;
      ++at_;
      return;
    }
    flush();
    open_.back().begins = false;
    const std::size_t begin = at_;
    at_ = std::min(bytes_.find_first_of("\\{}\r\n", at_), bytes_.size());
    const auto wide = std::find_if(bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
                                   bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                                   [](char other) { return (other & 0x80) != 0; });
    at_ = static_cast<std::size_t>(wide - bytes_.begin());
    if (is_text()) builder_.copy(span_to_here(begin));
  }

  static constexpr int kMac = 10000;

  const std::string_view bytes_;
  TextBuilder builder_;
  std::size_t at_ = 0, too_deep_ = 0, invalid_ = 0;
  std::vector<Group> open_;
  std::map<int, int> fonts_;  // code page by font
  int code_page_ = 1252, skip_ = 0;
  std::string pending_;  // bytes in the set of the font
  std::size_t pending_at_ = 0;
  char32_t high_ = 0;  // first half of a surrogate pair
  std::size_t high_at_ = 0;
};

bool is_rtf(const Resource& resource) { return resource.bytes.starts_with("{\\rtf"); }

void read_rtf(const Resource& resource, const ArticleSink& sink) {
  if (resource.bytes.size() > kMaxArticleBytes)
    return sink(Error{"expected at most " + std::to_string(kMaxArticleBytes) + " bytes, found " +
                          std::to_string(resource.bytes.size()),
                      {}});
  const Text bytes = Text::from_source(resource.bytes);
  RtfReader reader(bytes);
  Decoded decoded{reader.read(), "rtf", {}};
  if (reader.invalid() > 0)
    decoded.diagnostics.push_back({Severity::warning,
                                   "invalid-bytes",
                                   std::to_string(reader.invalid()) + " characters mean nothing",
                                   {}});
  read_texts(std::move(decoded), resource.name, "application/rtf", sink);
}

}  // namespace

extern const Importer rtf_importer{"rtf",  ".rtf",   "Rich Text Format: its text",
                                   is_rtf, read_rtf, true};

}  // namespace dateline
