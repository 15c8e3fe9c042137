#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// A place in a text of fixed-width fields, as ISO 8601 writes dates. Every step takes what it asks
/// for or leaves the place where it was. The text must outlive it.
class IsoCursor {
 public:
  explicit IsoCursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }  ///< bytes from the beginning
  bool done() const { return at_ == text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }
  char peek() const { return done() ? '\0' : text_[at_]; }

  bool take(char c) { return take(std::string_view(&c, 1)); }
  bool take(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  /// A number of exactly `count` digits, at most nine.
  std::optional<int> take_digits(std::size_t count) {
    if (digits_ahead() < count) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(at_, count)) value = value * 10 + (c - '0');
    at_ += count;
    return value;
  }
  std::size_t digits_ahead() const {
    std::size_t count = 0;
    while (at_ + count < text_.size() && is_digit(text_[at_ + count])) ++count;
    return count;
  }
  void skip(std::size_t count) { at_ += count; }  ///< `count` at most rest().size()

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace dateline
