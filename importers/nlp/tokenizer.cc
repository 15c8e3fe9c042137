#include "importers/nlp/tokenizer.h"

#include <algorithm>

#include "core/characters.h"

namespace dateline {
namespace {

// A code point where it stands. Past either end of the chunk: a space of no size.
struct Character {
  std::uint32_t begin = 0, end = 0;
  char32_t value = ' ';
  CharacterKind kind = CharacterKind::space;

  bool is(char32_t c) const { return value == c; }
  bool is_letter() const { return kind == CharacterKind::letter; }
  bool is_digit() const { return kind == CharacterKind::digit; }
  bool is_word() const { return is_letter() || is_digit() || kind == CharacterKind::mark; }
  bool is_apostrophe() const { return plain(value) == '\''; }
};

bool is_opening(char32_t c) {
  return std::u32string_view(U"\"'([{<“‘«").find(c) != std::u32string_view::npos;
}

bool is_trailing(char32_t c) {
  return std::u32string_view(U".,;:!?\"')]}>”’»…").find(c) != std::u32string_view::npos;
}

// Signs of which a run is one word: "...", "--", "?!", "*****", "--==".
bool runs_together(char32_t a, char32_t b) {
  if (a == '!' || a == '?') return b == '!' || b == '?';
  if ((a == '-' || a == '=') && (b == '-' || b == '=')) return true;
  return a == b && std::u32string_view(U".-*=_~+<>'`’‘#$").find(a) != std::u32string_view::npos;
}

// Cuts one stretch of text without white space.
class Chunk {
 public:
  Chunk(std::string_view text, Span part, const TokenRules& rules, std::vector<Span>& to)
      : text_(text), part_(part), rules_(rules), to_(to) {}

  std::vector<Character>& characters() { return characters_; }

  void cut() {
    if (cut_address()) return;
    std::size_t at = 0;
    while (at < characters_.size()) at = cut_at(at);
  }

 private:
  const Character& get(std::size_t at) const {
    static constexpr Character kOutside;
    return at < characters_.size() ? characters_[at] : kOutside;
  }
  const Character& before(std::size_t at) const { return get(at - 1); }  // 0 - 1 is past the end

  std::string_view view(std::size_t first, std::size_t last) const {
    const std::uint32_t begin = characters_[first].begin;
    return text_.substr(begin, characters_[last - 1].end - begin);
  }

  // Lower case with ASCII quotes, as the word lists have it.
  std::string key(std::size_t first, std::size_t last) const {
    std::string lowered;
    for (std::size_t i = first; i < last; ++i)
      append_utf8(lowered, plain(to_lower(characters_[i].value)));
    return lowered;
  }

  std::size_t add(std::size_t first, std::size_t last) {
    if (first < last) to_.push_back({characters_[first].begin, characters_[last - 1].end});
    return last;
  }

  bool cut_address();
  bool is_address(std::size_t first, std::size_t last) const;
  std::size_t cut_at(std::size_t at);
  std::size_t cut_symbol(std::size_t at);
  std::size_t emoticon_end(std::size_t at) const;
  std::size_t apostrophe_word_end(std::size_t at) const;
  bool begins_signed_number(std::size_t at) const;

  std::size_t cut_word(std::size_t first);
  std::size_t word_end(std::size_t first) const;
  bool connects(std::size_t first, std::size_t at) const;
  bool full_stop_connects(std::size_t first, std::size_t at) const;
  bool hyphen_connects(std::size_t first, std::size_t at) const;
  bool slash_connects(std::size_t first, std::size_t at) const;
  std::size_t run_of_digits(std::size_t at) const;
  std::size_t digits_before(std::size_t at) const;
  char32_t following(std::size_t last) const;
  std::size_t with_full_stop(std::size_t first, std::size_t last) const;
  std::size_t clitic_begin(std::size_t first, std::size_t last) const;
  std::size_t unit_begin(std::size_t first, std::size_t last) const;
  void add_word(std::size_t first, std::size_t last);

  std::string_view text_;
  Span part_;
  const TokenRules& rules_;
  std::vector<Span>& to_;
  std::vector<Character> characters_;
};

// --- Addresses: what stands between brackets and quotes before, and punctuation after ---

bool Chunk::is_address(std::size_t first, std::size_t last) const {
  const std::string_view word = view(first, last);
  if (word.find("://") != word.npos || word.starts_with("www.")) return true;
  const auto at = word.find('@');
  return at != word.npos && at > 0 && word.find('.', at) != word.npos;
}

bool Chunk::cut_address() {
  std::size_t first = 0, last = characters_.size();
  while (first < last && is_opening(get(first).value)) ++first;
  while (last > first && is_trailing(get(last - 1).value)) --last;
  if (last - first < 5 || !is_address(first, last)) return false;
  for (std::size_t i = 0; i < first; ++i) add(i, i + 1);
  add(first, last);
  while (last < characters_.size()) last = cut_symbol(last);
  return true;
}

// --- Signs ---

std::size_t Chunk::emoticon_end(std::size_t at) const {
  const std::size_t limit = std::min(at + 3, characters_.size());
  for (std::size_t end = limit; end > at + 1; --end)
    if (!get(end).is_word() && rules_.emoticons.contains(view(at, end))) return end;
  return at;
}

// "'60s", "'em"; `at` itself if no word begins with this apostrophe.
std::size_t Chunk::apostrophe_word_end(std::size_t at) const {
  if (!get(at).is_apostrophe()) return at;
  std::size_t end = at + 1;
  while (get(end).is_word()) ++end;
  if (end == at + 1) return at;
  const std::string word = key(at, end);
  if (rules_.clitics.contains(word) || rules_.elided.contains(word)) return end;
  const bool year = run_of_digits(at + 1) == 2 && end <= at + 4;
  return year ? end : at;
}

// "+44", "-5" and ".04" at the start of a chunk or after a bracket.
bool Chunk::begins_signed_number(std::size_t at) const {
  const Character& sign = get(at);
  if (!get(at + 1).is_digit() || (at > 0 && !is_opening(before(at).value))) return false;
  return sign.is('+') || sign.is('.') || sign.is('-') || sign.is(0x2212);
}

std::size_t Chunk::cut_symbol(std::size_t at) {
  if (const auto end = emoticon_end(at); end > at) return add(at, end);
  std::size_t end = at + 1;
  while (runs_together(get(at).value, get(end).value)) ++end;
  while (get(end).kind == CharacterKind::mark) {
    ++end;  // an emoji, its variation selectors, and what a joiner adds to it
    if (before(end).is(0x200D) && get(end).kind == CharacterKind::symbol) ++end;
  }
  return add(at, end);
}

std::size_t Chunk::cut_at(std::size_t at) {
  if (get(at).is_word()) return cut_word(at);
  if (const auto end = apostrophe_word_end(at); end > at) return add(at, end);
  const bool tag = (get(at).is('#') || get(at).is('@')) && get(at + 1).is_letter() && at == 0;
  if (tag || begins_signed_number(at)) {
    const std::size_t end = word_end(at + 1);
    const std::size_t unit = unit_begin(at + 1, end);
    add(at, unit);
    return add(unit, end);
  }
  return cut_symbol(at);
}

// --- Words ---

std::size_t Chunk::run_of_digits(std::size_t at) const {
  std::size_t end = at;
  while (get(end).is_digit()) ++end;
  return end - at;
}

std::size_t Chunk::digits_before(std::size_t at) const {
  std::size_t count = 0;
  while (count < 20 && before(at - count).is_digit()) ++count;
  return count;
}

bool Chunk::full_stop_connects(std::size_t first, std::size_t at) const {
  const Character &left = before(at), &right = get(at + 1);
  if (right.is_digit()) return true;
  const bool single_left = at == first + 1 || !get(at - 2).is_letter();
  const bool single_right = !get(at + 2).is_word();
  if (left.is_letter() && single_left && right.is_letter() && single_right) return true;
  std::size_t end = at + 1;
  while (get(end).is_word()) ++end;
  // Ph.D., W.Va.: the abbreviation goes on after its first full stop.
  if (get(end).is('.') && is_abbreviation(view(first, end + 1), rules_)) return true;
  const bool lower = is_lower(right.value) && is_lower(left.value);
  if (lower && get(end).is('.') && get(end + 1).is_letter() && right.kind == before(end).kind)
    return true;
  // The last part of the like of "talk.politics.local", whose first parts are joined already.
  if (lower && view(first, at).find('.') != std::string_view::npos) return true;
  return rules_.suffixes.contains(key(at + 1, end)) && !(is_upper(right.value) && single_left);
}

// Telephone numbers and dates; otherwise prefixes.
bool Chunk::hyphen_connects(std::size_t first, std::size_t at) const {
  if (before(at).is_digit() && get(at + 1).is_digit()) {
    const std::size_t left = digits_before(at), right = run_of_digits(at + 1);
    const Character& next = get(at + 1 + right);
    const bool third_group = next.is('-') && get(at + 2 + right).is_digit();
    const bool was_third = get(at - left - 1).is('-') && at - left > first;
    if (third_group || was_third) return true;
    return left >= 3 && right == 4 && left != 4;
  }
  return before(at).is_letter() && get(at + 1).is_word() &&
         rules_.prefixes.contains(key(first, at));
}

// Dates ("9/11", "3/8/00") and the likes of "l/c"; "and/or", "1/2" and "20/20" are cut.
bool Chunk::slash_connects(std::size_t first, std::size_t at) const {
  const std::size_t left = digits_before(at), right = run_of_digits(at + 1);
  if (left > 0 && right > 0) {
    if (get(at - left - 1).is('/') || get(at + 1 + right).is('/')) return true;
    if (left > 2 || right > 2) return left == 3;
    const std::string_view month = view(at - left, at), day = view(at + 1, at + 1 + right);
    const bool is_month = left == 1 || month < "13";
    const bool is_day = right == 1 || day < "32";
    return is_month && is_day && (left + right > 2 || day > "4");
  }
  const bool single = at == first + 1 && !get(at + 2).is_word() && !get(at + 2).is('/');
  return single && before(at).is_letter() && get(at + 1).is_letter();
}

// Whether the sign at `at` joins what stands around it in the word that begins at `first`.
bool Chunk::connects(std::size_t first, std::size_t at) const {
  const Character &sign = get(at), &left = before(at), &right = get(at + 1);
  if (!right.is_word()) return false;
  const bool digits = left.is_digit() && right.is_digit();
  if (sign.is('.')) return full_stop_connects(first, at);
  if (sign.is(',') || sign.is(':')) return digits;
  if (sign.is('/')) return slash_connects(first, at);
  if (sign.is('-') || sign.is(0x2011)) return hyphen_connects(first, at);
  if (sign.is_apostrophe()) return left.is_letter() && right.is_letter();
  if (sign.is('*')) return left.is_letter() && right.is_letter();
  return sign.is('&') || sign.is('_') || sign.is('@');
}

std::size_t Chunk::word_end(std::size_t first) const {
  std::size_t end = first;
  while (get(end).is_word() || (end > first && connects(first, end))) ++end;
  return end;
}

// What follows a chunk's end, over at most a few blanks; a space if the part ends there.
char32_t Chunk::following(std::size_t last) const {
  if (last < characters_.size()) return get(last).value;
  std::uint32_t at = characters_.back().end;
  for (int blanks = 0; blanks < 3 && at < part_.end; ++blanks) {
    const CodePoint c = decode_utf8(text_, at);
    if (kind_of(c.value) != CharacterKind::space) return c.value;
    at += c.size;
  }
  return ' ';
}

// Takes the full stop in when the word keeps it: "Feb.", "U.S.", "J."
std::size_t Chunk::with_full_stop(std::size_t first, std::size_t last) const {
  if (!get(last).is('.') || get(last + 1).is('.')) return last;
  const std::string_view word = view(first, last + 1);
  const char32_t next = following(last + 1);
  const CharacterKind kind = kind_of(next);
  if (rules_.number.contains(word)) return last + (kind == CharacterKind::digit || next == ',');
  if (is_abbreviation(word, rules_)) return last + 1;
  if (!is_dotted_letters(word)) return last;
  // A lone letter is an initial only when more of the name follows.
  const bool initial = last - first > 1 || kind == CharacterKind::letter || next == ',';
  return last + initial;
}

// Where the clitic begins at the end of a word; `last` if there is none.
std::size_t Chunk::clitic_begin(std::size_t first, std::size_t last) const {
  for (std::size_t length = 2; length <= 4 && first + length < last; ++length) {
    const std::size_t begin = last - length;
    if (!get(begin).is_apostrophe() && !get(begin + 1).is_apostrophe()) continue;
    const bool decade = before(begin).is('0') && length == 2;
    if (!decade && rules_.clitics.contains(key(begin, last))) return begin;
  }
  const auto joined = rules_.joined.find(key(first, last));
  return joined == rules_.joined.end() ? last : first + joined->second;
}

// Where the unit begins in "35mm", "7:30PM", "13.9M"; `last` if there is none.
std::size_t Chunk::unit_begin(std::size_t first, std::size_t last) const {
  if (!get(first).is_digit()) return last;
  std::size_t begin = first;
  while (begin < last && !get(begin).is_letter()) ++begin;
  return begin < last && rules_.units.contains(key(begin, last)) ? begin : last;
}

void Chunk::add_word(std::size_t first, std::size_t last) {
  const std::size_t cut = clitic_begin(first, last);
  add(first, cut);
  add(cut, last);
}

std::size_t Chunk::cut_word(std::size_t first) {
  std::size_t last = word_end(first);
  if (get(last).is('$') && rules_.currencies.contains(key(first, last)))
    return add(first, last + 1);
  // A clitic after digits or signs: "2004's".
  if (const auto end = apostrophe_word_end(last); end > last && before(last).is_digit()) {
    const bool decade = before(last).is('0') && end == last + 2;
    if (decade) return add(first, end);
  }
  if (const auto unit = unit_begin(first, last); unit < last) first = add(first, unit);
  last = with_full_stop(first, last);
  add_word(first, last);
  return last;
}

}  // namespace

bool is_dotted_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint letter = decode_utf8(word, at);
    at += letter.size;
    if (kind_of(letter.value) != CharacterKind::letter || at >= word.size() || word[at] != '.')
      return false;
    ++at;
    ++letters;
  }
  // A single letter is an initial when it is upper case, and not the pronoun.
  return letters > 1 || (letters == 1 && starts_upper(word) && word != "I.");
}

bool is_abbreviation(std::string_view word, const TokenRules& rules) {
  for (const WordSet* list : {&rules.inside, &rules.number, &rules.month, &rules.other})
    if (list->contains(word)) return true;
  return false;
}

void tokenize(std::string_view text, Span part, const TokenRules& rules, std::vector<Span>& to) {
  Chunk chunk(text, part, rules, to);
  std::vector<Character>& characters = chunk.characters();
  for (std::uint32_t at = part.begin; at < part.end;) {
    const CodePoint c = decode_utf8(text, at);
    const Character character{at, std::min(at + c.size, part.end), c.value, kind_of(c.value)};
    at = character.end;
    const bool space = character.kind == CharacterKind::space;
    if (!space) characters.push_back(character);
    const bool full = !characters.empty() && at - characters.front().begin >= kMaxUnspacedBytes;
    if ((space || full || at >= part.end) && !characters.empty()) {
      chunk.cut();
      characters.clear();
    }
  }
}

namespace {

// An abbreviation matches in capitals too.
WordSet with_capitals(WordSet words) {
  WordSet all = words;
  for (const std::string& word : words) {
    std::string capitals = word;
    for (char& c : capitals)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
    all.insert(capitals);
  }
  return all;
}

}  // namespace

Result<TokenRules> load_token_rules(const DataFiles& files, std::string_view language) {
  const std::string folder = std::string(language) + "/";
  auto tokens = read_word_lists(
      files, folder + "tokens.txt",
      {"clitic", "joined", "prefix", "unit", "currency", "suffix", "elided", "emoticon"});
  if (!tokens) return tokens.error();
  auto words = read_word_lists(files, folder + "abbreviations.txt",
                               {"inside", "number", "month", "other", "starter", "reporting"});
  if (!words) return words.error();

  TokenRules rules;
  WordLists lists = std::move(tokens).value();
  for (const std::string& entry : lists["joined"]) {
    const auto plus = entry.find('+');
    if (plus == entry.npos)
      return broken_entry(files, folder + "tokens.txt", entry, "a '+' between two words");
    rules.joined[entry.substr(0, plus) + entry.substr(plus + 1)] = static_cast<std::uint32_t>(plus);
  }
  rules.clitics = lists["clitic"];
  rules.prefixes = lists["prefix"];
  rules.units = lists["unit"];
  rules.currencies = lists["currency"];
  rules.suffixes = lists["suffix"];
  rules.elided = lists["elided"];
  rules.emoticons = lists["emoticon"];
  lists = std::move(words).value();
  rules.inside = with_capitals(lists["inside"]);
  rules.number = with_capitals(lists["number"]);
  rules.month = with_capitals(lists["month"]);
  rules.other = with_capitals(lists["other"]);
  rules.starters = lists["starter"];
  rules.reporting = lists["reporting"];
  return rules;
}

}  // namespace dateline
