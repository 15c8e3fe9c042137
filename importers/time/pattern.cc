#include "importers/time/pattern.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "importers/time/vocabulary.h"

namespace dateline {
namespace {

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// En and em dashes, which are marks though they are not ASCII.
constexpr std::string_view kDashes[] = {"–", "—"};

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<Pattern> parse() {
    Pattern pattern;
    pattern.sequence = sequence(&pattern.beside, 0);
    if (message_.empty() && at_ < text_.size()) fail("expected the end of the pattern");
    if (message_.empty() && pattern.sequence.empty()) fail("expected a word or a {category}");
    if (!message_.empty()) return Error{message_, {at(), at() + 1}};
    return pattern;
  }

 private:
  static constexpr int kMaxDepth = 4;  // deeper groups cannot be read by people

  std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }
  bool more() const { return at_ < text_.size() && message_.empty(); }
  char look() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (look() != c) return false;
    ++at_;
    return true;
  }
  void fail(std::string_view message) {
    if (message_.empty()) message_ = message;
  }
  void expect(char c) {
    if (!take(c)) fail(std::string("expected '") + c + "'");
  }

  // Up to the end, or the ')' or '|' that ends it.
  PatternSequence sequence(std::vector<PatternBeside>* beside, int depth) {
    PatternSequence pieces;
    Joint joint = Joint::glued;  // a choice's first piece hangs on what stands before the choice
    while (more() && look() != ')' && look() != '|') {
      if (take(' ')) {
        joint = Joint::open;
      } else if (take('~')) {
        joint = Joint::hyphen;
      } else if (beside != nullptr && (look() == '[' || look() == '!')) {
        beside->push_back(beside_class(pieces.empty()));
      } else {
        pieces.push_back(piece(depth));
        pieces.back().joint = joint;
        joint = Joint::glued;
      }
    }
    return pieces;
  }

  PatternPiece piece(int depth) {
    PatternPiece result;
    if (take('('))
      result.choices = choices(depth + 1);
    else if (look() == '{')
      category(result);
    else
      result.symbol = word();
    result.optional = take('?');
    return result;
  }

  std::vector<PatternSequence> choices(int depth) {
    std::vector<PatternSequence> result;
    if (depth > kMaxDepth) fail("groups are nested too deep");
    do result.push_back(sequence(nullptr, depth));
    while (more() && take('|'));
    expect(')');
    return result;
  }

  void category(PatternPiece& piece) {
    expect('{');
    const std::string_view inside = until('}');
    expect('}');
    const auto equals = inside.find('=');
    const std::string_view name = inside.substr(0, equals);
    piece.label = equals == inside.npos ? name : inside.substr(equals + 1);
    piece.symbol = "{";
    piece.symbol += name;
    piece.symbol += '}';
    if (name.empty() || piece.label.empty()) fail("expected {category} or {category=label}");
  }

  std::string_view until(char end) {
    const std::size_t from = at_;
    at_ = std::min(text_.find(end, from), text_.size());
    return text_.substr(from, at_ - from);
  }

  std::string word() {
    const std::size_t from = at_;
    for (const std::string_view dash : kDashes)
      if (text_.substr(at_).starts_with(dash)) {
        at_ += dash.size();
        return std::string(dash);
      }
    while (at_ < text_.size() && is_name_letter(text_[at_])) ++at_;
    if (at_ == from) ++at_;  // a mark
    return folded(text_.substr(from, at_ - from));
  }

  PatternBeside beside_class(bool left) {
    PatternBeside result;
    result.left = left;
    result.wanted = !take('!');
    expect('[');
    do {
      PatternPiece piece;
      if (look() == '{')
        category(piece);
      else
        piece.symbol = word();
      result.symbols.push_back(piece.symbol);
    } while (more() && take('|'));
    expect(']');
    return result;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string message_;
};

// Expands sequences into plain patterns, stopping once there are too many.
class Expander {
 public:
  std::vector<PlainPattern> expand(const PatternSequence& sequence) {
    std::vector<PlainPattern> result(1);
    for (const PatternPiece& piece : sequence) {
      std::vector<PlainPattern> next;
      for (const PlainPattern& tail : readings(piece))
        for (const PlainPattern& head : result) append(next, head, tail);
      result = std::move(next);
    }
    return result;
  }
  bool overflowed() const { return overflowed_; }

 private:
  void append(std::vector<PlainPattern>& to, const PlainPattern& head, const PlainPattern& tail) {
    overflowed_ = overflowed_ || to.size() >= kMaxReadings;
    if (overflowed_) return;
    PlainPattern both = head;
    both.insert(both.end(), tail.begin(), tail.end());
    to.push_back(std::move(both));
  }

  std::vector<PlainPattern> readings(const PatternPiece& piece) {
    std::vector<PlainPattern> plain;
    if (piece.choices.empty()) plain.push_back({{piece.symbol, piece.label, true}});
    for (const PatternSequence& choice : piece.choices)
      for (PlainPattern& reading : expand(choice)) plain.push_back(std::move(reading));
    std::vector<PlainPattern> result;
    for (const PlainPattern& reading : plain) join(result, reading, piece.joint);
    if (piece.optional) result.emplace_back();
    return result;
  }

  static void join(std::vector<PlainPattern>& to, PlainPattern reading, Joint joint) {
    if (reading.empty()) {
      to.push_back(std::move(reading));
      return;
    }
    PlainPattern apart = reading;
    apart.front().glued = false;
    if (joint != Joint::glued) to.push_back(std::move(apart));
    if (joint == Joint::open) return;
    if (joint == Joint::hyphen) reading.insert(reading.begin(), {"-", "", true});
    to.push_back(std::move(reading));
  }

  bool overflowed_ = false;
};

}  // namespace

Result<Pattern> parse_pattern(std::string_view text) { return PatternParser(text).parse(); }

Result<std::vector<PlainPattern>> readings_of(const Pattern& pattern) {
  Expander expander;
  std::vector<PlainPattern> readings = expander.expand(pattern.sequence);
  for (PlainPattern& reading : readings)
    if (!reading.empty()) reading.front().glued = false;
  if (expander.overflowed())
    return Error{"expected a pattern with at most " + std::to_string(kMaxReadings) + " readings",
                 {}};
  return readings;
}

}  // namespace dateline
