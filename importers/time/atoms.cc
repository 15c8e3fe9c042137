#include "importers/time/atoms.h"

#include <array>
#include <string>

#include "core/utf8.h"
#include "importers/time/vocabulary.h"

namespace dateline {
namespace {

enum class Class : std::uint8_t { space, newline, letter, digit, mark };

constexpr std::array<Class, 128> ascii_classes() {
  std::array<Class, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) classes[c] = Class::mark;
  for (std::size_t c = 0; c <= 32; ++c) classes[c] = Class::space;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Class::digit;
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 32] = Class::letter;
  classes['\n'] = Class::newline;
  return classes;
}
constexpr std::array<Class, 128> kAscii = ascii_classes();

Class class_beyond_ascii(char32_t c) {
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 || c == 0xFEFF)
    return Class::space;
  const bool punctuation = (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xBA) ||
                           (c >= 0x2010 && c <= 0x20CF) || (c >= 0x3001 && c <= 0x303F);
  return punctuation || c == 0xFFFD ? Class::mark : Class::letter;
}

// Reads atoms one after the other; `letters_` is the scratch that a word is folded into.
class AtomReader {
 public:
  AtomReader(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  std::vector<Atom> read() {
    std::vector<Atom> atoms;
    atoms.reserve(text_.size() / 4);
    while (skip_space()) atoms.push_back(next());
    return atoms;
  }

 private:
  // Sets size_ to the bytes of the code point at at_.
  Class look() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    size_ = 1;
    if (byte < 0x80) {
      code_point_ = byte;
      return kAscii[byte];
    }
    const CodePoint c = decode_utf8(text_, at_);
    size_ = c.size;
    code_point_ = c.value;
    return class_beyond_ascii(c.value);
  }

  bool skip_space() {
    const std::size_t from = at_;
    int newlines = 0;
    while (at_ < text_.size()) {
      const Class c = look();
      if (c != Class::space && c != Class::newline) break;
      newlines += c == Class::newline;
      at_ += size_;
    }
    glued_ = at_ == from && from != 0;
    after_break_ = newlines > 1 || from == 0;
    return at_ < text_.size();
  }

  Atom next() {
    Atom atom;
    atom.glued = glued_;
    atom.after_break = after_break_;
    atom.span.begin = static_cast<std::uint32_t>(at_);
    const Class first = look();
    if (first == Class::digit)
      read_digits(atom);
    else
      read_letters(atom, first == Class::letter);
    atom.span.end = static_cast<std::uint32_t>(at_);
    return atom;
  }

  void read_digits(Atom& atom) {
    atom.kind = Atom::Kind::digits;
    std::uint64_t number = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      number = number * 10 + static_cast<std::uint64_t>(text_[at_++] - '0');
      if (number > 0xFFFFFFFF) number = 0xFFFFFFFF;
      if (atom.width < 255) ++atom.width;
    }
    atom.number = static_cast<std::uint32_t>(number);
  }

  // A mark is one code point; a word goes on while letters follow.
  void read_letters(Atom& atom, bool word) {
    atom.kind = word ? Atom::Kind::word : Atom::Kind::mark;
    letters_.clear();
    std::size_t capitals = 0, count = 0;
    do {
      const std::size_t before = letters_.size();
      append_folded_letter();
      const bool capital = text_.substr(at_, size_) != std::string_view(letters_).substr(before);
      if (count == 0) atom.capital = capital;
      capitals += capital;
      ++count;
      at_ += size_;
    } while (word && at_ < text_.size() && look() == Class::letter);
    atom.all_capitals = word && count > 1 && capitals == count;
    atom.symbol = vocabulary_.find(letters_);
  }

  void append_folded_letter() {
    if (code_point_ < 0x80 && code_point_ != U'`')
      letters_ += static_cast<char>(code_point_ >= 'A' && code_point_ <= 'Z' ? code_point_ + 32
                                                                             : code_point_);
    else
      append_folded(letters_, code_point_);
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  std::string letters_;
  std::size_t at_ = 0;
  std::uint32_t size_ = 1;
  char32_t code_point_ = 0;
  bool glued_ = false, after_break_ = true;
};

}  // namespace

std::vector<Atom> atoms_of(std::string_view text, const Vocabulary& vocabulary) {
  return AtomReader(text, vocabulary).read();
}

}  // namespace dateline
