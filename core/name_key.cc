#include "core/name_key.h"

#include <algorithm>

#include "core/characters.h"

namespace dateline {
namespace {

// The letter under the accent, for U+00DF to U+024F and U+1E00 to U+1EFF; '.' where there is none
// or the letter is upper case (Unicode's canonical decompositions, and strokes).
constexpr std::string_view kLatin =
    ".aaaaaa.ceeeeiiiidnooooo.ouuuuy.y.a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g.g.g.h.h.i.i.i."
    "i.i...j.kk.l.l.l.l.l.n.n.nn.n.o.o.o...r.r.r.s.s.s.s.t.t.t.u.u.u.u.u.u.w.y..z.z.z"
    "sb.......c.........f......kl...n..o...p.....t.t..u...y.z.......................a"
    ".i.o.u.u.u.u.u..a.a...g.g.k.o.o..j....g...n.a.....a.a.e.e.i.i.o.o.r.r.u.u.s.t..."
    "h.d...z.a.e.o.o.o.o.ylnt.....c..sz......e.j...r.y";
constexpr std::string_view kLatinAdditional =
    ".a.b.b.b.c.d.d.d.d.d.e.e.e.e.e.f.g.h.h.h.h.h.i.i.k.k.k.l.l.l.l.m.m.m.n.n.n.n.o.o"
    ".o.o.p.p.r.r.r.r.s.s.s.s.s.t.t.t.t.u.u.u.u.u.v.v.w.w.w.w.w.x.x.y.z.z.zhtwy......"
    ".a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e.e.e.e.e.i.i.o.o.o.o.o.o.o.o.o.o.o.o.u.u.u.u.u.u"
    ".u.y.y.y.y......";

char32_t looked_up(std::string_view table, char32_t first, char32_t code_point) {
  const char base = table[code_point - first];
  return base == '.' ? code_point : static_cast<char32_t>(base);
}

char32_t without_accent(char32_t code_point) {
  if (code_point >= 0xDF && code_point < 0x250) return looked_up(kLatin, 0xDF, code_point);
  if (code_point >= 0x1E00 && code_point < 0x1F00)
    return looked_up(kLatinAdditional, 0x1E00, code_point);
  return code_point;
}

/// The letters that one letter is written with: "ss" for 'ß'.
void append_letter(std::string& to, char32_t letter) {
  switch (letter) {
    case U'ß':
      to += "ss";
      return;
    case U'æ':
      to += "ae";
      return;
    case U'œ':
      to += "oe";
      return;
    case U'þ':
      to += "th";
      return;
    default:
      append_utf8(to, without_accent(letter));
  }
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  bool gap = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint next = decode_utf8(name, at);
    at += next.size;
    const char32_t letter = to_lower(plain(next.value));
    const CharacterKind kind = kind_of(letter);
    if (kind == CharacterKind::mark || letter == U'\'' || letter == U'.') continue;
    if (kind == CharacterKind::letter || kind == CharacterKind::digit) {
      if (gap && !key.empty()) key += ' ';
      gap = false;
      append_letter(key, letter);
    } else {
      gap = true;
    }
  }
  return key;
}

std::vector<std::string_view> words_of_key(std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool similar_words(std::string_view a, std::string_view b) {
  constexpr std::size_t kLeastCommon = 3, kLongestEnding = 5;  // bytes: "vot|e", "resign|ation"
  if (a == b) return true;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto common = static_cast<std::size_t>(differ.first - a.begin());
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  return common >= kLeastCommon && common + 1 >= shorter && longer - common <= kLongestEnding;
}

}  // namespace dateline
