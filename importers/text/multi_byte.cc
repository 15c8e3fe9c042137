#include "importers/text/multi_byte.h"

#include <iconv.h>

#include <algorithm>
#include <array>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr char32_t kNoCharacter = 0xFFFFFFFF;
/// What is looked at to tell a character set, and how many characters there must be.
constexpr std::size_t kDetectedBytes = 32 * 1024;
constexpr std::size_t kLeastCharacters = 16;
// Names that iconv knows.
constexpr const char *kJapaneseUnix = "EUC-JP-MS", *kChinese = "GB18030";
/// Characters of four bytes that begin with one byte.
constexpr std::uint32_t kOfFirstByte = 10 * 126 * 10;

/// From the bytes of one character to its code point.
class Conversion {
 public:
  explicit Conversion(const std::string& from) : handle_(iconv_open("UCS-4LE", from.c_str())) {}
  ~Conversion() {
    if (*this) iconv_close(handle_);
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  // What iconv answers if it knows no such set (POSIX).
  explicit operator bool() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  /// All of the bytes, of which there are at most four, must be one character.
  std::optional<char32_t> convert(std::string_view bytes) const {
    std::array<char, 4> in{};
    std::array<unsigned char, 8> out{};
    std::copy(bytes.begin(), bytes.end(), in.begin());
    char* from = in.data();
    char* to = reinterpret_cast<char*>(out.data());
    std::size_t left = bytes.size(), room = out.size();
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    if (iconv(handle_, &from, &left, &to, &room) != 0 || left > 0 || room != 4) return std::nullopt;
    return char32_t{out[0]} | char32_t{out[1]} << 8 | char32_t{out[2]} << 16 |
           char32_t{out[3]} << 24;
  }

 private:
  iconv_t handle_;
};

enum class Script : std::uint8_t { japanese, gb, big5, korean };
struct KnownCharset {
  std::string_view name;  // as reported
  const char* known_as;   // by iconv
  Script script;
  std::string_view labels;  // the standard's, and some more; a space around each
};
constexpr std::array<KnownCharset, 5> kKnownCharsets = {
    {{"euc-jp", kJapaneseUnix, Script::japanese, " euc-jp eucjp x-euc-jp euc-jp-ms "},
     {"shift_jis", "CP932", Script::japanese,
      " shift_jis shift-jis sjis ms_kanji x-sjis windows-31j cp932 ms932 "},
     {"gb18030", kChinese, Script::gb,
      " gb18030 gbk gb2312 gb_2312 gb_2312-80 csgb2312 chinese x-gbk cp936 euc-cn "},
     {"big5", "BIG5-HKSCS", Script::big5, " big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 "},
     {"euc-kr", "CP949", Script::korean,
      " euc-kr euckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 "
      "uhc "}}};

NamedMultiByteCharset charset_at(std::size_t place) {
  static const auto all = [] {
    std::array<std::optional<MultiByteCharset>, kKnownCharsets.size()> loaded;
    for (std::size_t i = 0; i < loaded.size(); ++i)
      loaded[i] = MultiByteCharset::load(kKnownCharsets[i].known_as);
    return loaded;
  }();
  return {kKnownCharsets[place].name, all[place] ? &*all[place] : nullptr};
}

/// How many characters of each kind a text has if it is read in a set.
struct ScriptSurvey {
  std::size_t all = 0, invalid = 0, kana = 0, hangul = 0, common = 0, signs = 0;

  double share(std::size_t count) const {
    return static_cast<double>(count) / static_cast<double>(all);
  }
  double odd() const { return share(all - kana - hangul - common - signs); }
};

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FE; }
bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
bool is_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_east_asian_sign(char32_t c) {
  return (c >= 0x3000 && c <= 0x3040) || (c >= 0xFF01 && c <= 0xFF5E) ||
         (c >= 0x2010 && c <= 0x2027) || c == 0xB7;
}

/// Whether the standard behind the set has a character among its common ones, by its bytes.
bool is_common(Script script, std::string_view bytes) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const unsigned char lead = byte(0), trail = bytes.size() > 1 ? byte(1) : 0;
  if (script == Script::gb) return lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
  if (script == Script::big5) return lead >= 0xA4 && lead <= 0xC6;
  return script != Script::korean || (lead >= 0xA1 && trail >= 0xA1);
}

ScriptSurvey survey_in(Script script, const MultiByteCharset& charset, std::string_view bytes) {
  ScriptSurvey found;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) {
      ++at;
      continue;
    }
    const MultiByteCharset::Unit unit = charset.read(bytes, at);
    const bool common = is_common(script, bytes.substr(at, unit.size));
    at += unit.size;
    if (at + 4 > bytes.size()) break;  // the last one may be cut
    ++found.all;
    const char32_t c = unit.value.value_or(0);
    found.invalid += unit.value ? 0 : 1;
    found.kana += is_kana(c) ? 1 : 0;
    found.hangul += is_hangul(c) && common ? 1 : 0;
    found.signs += is_east_asian_sign(c) ? 1 : 0;
    found.common += is_ideograph(c) && common ? 1 : 0;
  }
  return found;
}

/// How much the text looks like one in the language of the set; 0 if it does not.
double likelihood(Script script, const ScriptSurvey& found) {
  constexpr double kMostOdd = 0.1, kLeastKana = 0.15, kLeastHangul = 0.85, kLeastIdeographs = 0.6;
  if (found.all < kLeastCharacters || found.invalid * 50 > found.all) return 0;
  if (found.odd() > kMostOdd) return 0;
  const double ideographs = found.share(found.common);
  const double kana = found.share(found.kana), hangul = found.share(found.hangul);
  const bool fits = script == Script::japanese ? kana >= kLeastKana && hangul == 0
                    : script == Script::korean ? hangul >= kLeastHangul
                                               : ideographs >= kLeastIdeographs && kana < 0.1;
  // Hangul stands where Chinese has some of its common ideographs, but not the other way round.
  const double sure = script == Script::korean ? 2 : 1;
  return fits ? sure - found.odd() : 0;
}

/// Whether most bytes beyond ASCII stand beside another: few do in languages with Latin letters,
/// whose pages are not to wait for the tables.
bool mostly_in_pairs(std::string_view bytes) {
  std::size_t high = 0, beside = 0;
  for (std::size_t at = 1; at < bytes.size(); ++at) {
    const bool now = (bytes[at] & 0x80) != 0, before = (bytes[at - 1] & 0x80) != 0;
    high += now ? 1 : 0;
    beside += now && before ? 1 : 0;
  }
  return high >= kLeastCharacters && beside * 5 > high * 2;
}

}  // namespace

std::optional<MultiByteCharset> MultiByteCharset::load(const std::string& name) {
  const Conversion conversion(name);
  if (!conversion) return std::nullopt;
  MultiByteCharset charset;
  charset.one_.assign(0x100, kNoCharacter);
  charset.two_.assign(0x10000, kNoCharacter);
  std::string bytes;
  for (std::uint32_t lead = 0x80; lead < 0x100; ++lead) {
    bytes.assign(1, static_cast<char>(lead));
    charset.one_[lead] = conversion.convert(bytes).value_or(kNoCharacter);
    for (std::uint32_t trail = 0x40; trail < 0x100; ++trail) {
      bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      charset.two_[lead << 8 | trail] = conversion.convert(bytes).value_or(kNoCharacter);
    }
  }
  charset.load_long(name, [&](std::string_view of) { return conversion.convert(of); });
  return charset;
}

/// EUC-JP has a plane of three bytes; GB18030 has the rest of Unicode in four, of which the part in
/// a table is told by the first.
template <typename Convert>
void MultiByteCharset::load_long(const std::string& name, Convert convert) {
  const auto add = [&](std::uint32_t code, std::string_view bytes) {
    if (const auto found = convert(bytes)) long_.push_back({code, *found});
  };
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (name == kJapaneseUnix)
    for (std::uint32_t lead = 0xA1; lead < 0xFF; ++lead)
      for (std::uint32_t trail = 0xA1; trail < 0xFF; ++trail)
        add(0x8F0000u | lead << 8 | trail, std::string{'\x8F', byte(lead), byte(trail)});
  supplementary_ = name == kChinese;
  for (std::uint32_t place = 0; supplementary_ && place < 4 * kOfFirstByte; ++place) {
    const std::uint32_t first = 0x81 + place / kOfFirstByte, second = 0x30 + place / 1260 % 10,
                        third = 0x81 + place / 10 % 126, fourth = 0x30 + place % 10;
    add(first << 24 | second << 16 | third << 8 | fourth,
        std::string{byte(first), byte(second), byte(third), byte(fourth)});
  }
}

std::optional<char32_t> MultiByteCharset::read_long(std::uint32_t bytes) const {
  const std::uint32_t first = bytes >> 24, second = bytes >> 16 & 0xFF, third = bytes >> 8 & 0xFF,
                      fourth = bytes & 0xFF;
  const bool digits = second >= 0x30 && second <= 0x39 && fourth >= 0x30 && fourth <= 0x39;
  if (supplementary_ && first >= 0x90 && digits && third >= 0x81 && third <= 0xFE) {
    const char32_t character = 0x10000 + (first - 0x90) * kOfFirstByte + (second - 0x30) * 1260 +
                               (third - 0x81) * 10 + fourth - 0x30;
    if (character <= 0x10FFFF) return character;
  }
  const auto found = std::ranges::lower_bound(long_, bytes, {}, &Long::bytes);
  if (found == long_.end() || found->bytes != bytes) return std::nullopt;
  return found->character;
}

MultiByteCharset::Unit MultiByteCharset::read(std::string_view bytes, std::size_t at) const {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
  };
  if (one_[byte(0)] != kNoCharacter) return {one_[byte(0)], 1};
  const std::uint32_t both = byte(0) << 8 | byte(1);
  if (two_[both] != kNoCharacter) return {two_[both], 2};
  if (const auto three = read_long(both << 8 | byte(2))) return {three, 3};
  if (const auto four = read_long(both << 16 | byte(2) << 8 | byte(3))) return {four, 4};
  // A trail byte that may be a character of its own stays one.
  return {std::nullopt, byte(1) >= 0x80 ? 2u : 1u};
}

NamedMultiByteCharset find_multi_byte_charset(std::string_view label) {
  if (label.empty() || label.find(' ') != label.npos) return {};
  const std::string wanted = " " + std::string(label) + " ";
  for (std::size_t i = 0; i < kKnownCharsets.size(); ++i)
    if (kKnownCharsets[i].labels.find(wanted) != std::string_view::npos) return charset_at(i);
  return {};
}

NamedMultiByteCharset detect_multi_byte_charset(std::string_view bytes) {
  const auto first = std::ranges::find_if(bytes, [](char c) { return (c & 0x80) != 0; });
  const auto begin = static_cast<std::size_t>(first - bytes.begin());
  const std::string_view looked_at = bytes.substr(begin, kDetectedBytes);
  if (!mostly_in_pairs(looked_at)) return {};
  NamedMultiByteCharset best;
  double most = 0;
  for (std::size_t i = 0; i < kKnownCharsets.size(); ++i) {
    const NamedMultiByteCharset named = charset_at(i);
    if (named.charset == nullptr) continue;
    const Script script = kKnownCharsets[i].script;
    const double sure = likelihood(script, survey_in(script, *named.charset, looked_at));
    if (sure <= most) continue;
    most = sure;
    best = named;
  }
  return best;
}

}  // namespace dateline
