#pragma once

#include <initializer_list>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/factuality.h"
#include "core/timeline.h"

namespace dateline {

/// An attribute of an element; numbers are written with at most one decimal.
struct SvgAttribute {
  std::string_view name;
  std::string value;

  SvgAttribute(std::string_view its_name, double number);
  SvgAttribute(std::string_view its_name, std::string_view text) : name(its_name), value(text) {}
};
using SvgAttributes = std::initializer_list<SvgAttribute>;

/// Writes one SVG picture. It closes what it opened; text is cleaned and escaped on the way.
/// Colours are classes: f-ink fills, s-ink strokes and g-ink is a stop of a gradient, for every
/// colour of style.h, by day or by night as the reader prefers.
class SvgWriter {
 public:
  struct Head {
    std::string_view title, description;
    double width = 0, height = 0;
  };
  SvgWriter(std::ostream& out, const Head& head);

  void open(std::string_view element, SvgAttributes attributes);
  void close();
  void leaf(std::string_view element, SvgAttributes attributes);
  void text(double x, double y, std::string_view classes, std::string_view content);
  /// Of the element that is open: what a pointer at rest shows and a screen reader says.
  void title(std::string_view content);
  void line(double x1, double y1, double x2, double y2, std::string_view classes);
  void rect(double x, double y, double width, double height, std::string_view classes);

  /// Closes the picture. False if the stream failed.
  [[nodiscard]] bool finish();

 private:
  void tag(std::string_view element, SvgAttributes attributes, std::string_view end);

  std::ostream& out_;
  std::vector<std::string> open_;
};

/// Whole numbers without a point, others with one decimal.
std::string svg_number(double value);

/// The mark of an event with its middle at (x, y), 14 pixels wide.
void draw_mark(SvgWriter& svg, Event::Kind kind, const Factuality& factuality, double x, double y);

}  // namespace dateline
