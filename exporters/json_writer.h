#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string_view>

namespace dateline {

/// Writes one JSON value to a stream, piece by piece in the order of the calls; RapidJSON stands
/// behind it. Text that is not UTF-8 is written with U+FFFD in its place, since JSON holds only
/// Unicode. A failure is kept and answered by finish().
class JsonWriter {
 public:
  enum class Layout : std::uint8_t {
    indented,  ///< a member a line, one space a level; lists on one line
    one_line   ///< for JSON Lines
  };

  JsonWriter(std::ostream& out, Layout layout);
  ~JsonWriter();

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// An array that stays on one line; it holds no objects, and arrays only if they are lists too.
  void begin_list();
  void end_list();

  void key(std::string_view name);
  void text(std::string_view value);
  void number(double value);  ///< infinite or not a number: a failure
  void number(std::uint32_t value);
  void boolean(bool value);

  /// Ends the last line. False when the stream failed or the calls did not make one JSON value.
  [[nodiscard]] bool finish();

 private:
  struct State;
  template <typename Call>
  void call(Call call);

  std::unique_ptr<State> state_;
};

}  // namespace dateline
