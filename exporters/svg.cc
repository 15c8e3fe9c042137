#include "exporters/svg.h"

#include <cassert>
#include <cmath>
#include <ostream>

#include "exporters/drawn_text.h"
#include "exporters/style.h"

namespace dateline {
namespace {

constexpr std::string_view kSans =
    "system-ui,-apple-system,'Segoe UI','Noto Sans','DejaVu Sans',sans-serif";
constexpr std::string_view kSerif = "Charter,'Noto Serif',Georgia,'DejaVu Serif',serif";

// No custom properties: programs other than browsers do not know them.
std::string colour_rules(bool dark) {
  std::string rules;
  for (const Paint& paint : palette()) {
    const std::string name(paint.name), colour(dark ? paint.dark : paint.light);
    rules += ".f-" + name + "{fill:" + colour + "}";
    rules += ".s-" + name + "{stroke:" + colour + "}";
    rules += ".g-" + name + "{stop-color:" + colour + "}\n";
    if (name == "bg") rules += ".halo{stroke:" + colour + "}";
  }
  return rules;
}

std::string style_rules() {
  std::string rules = "text{font:12.5px " + std::string(kSans) + "}\n";
  rules += ".heading{font:600 22px " + std::string(kSerif) + "}\n";
  rules += ".strong{font-weight:650}.small{font-size:11px}.middle{text-anchor:middle}\n";
  rules += ".sign{font-size:11px;font-weight:700;text-anchor:middle}\n";
  rules += ".halo{paint-order:stroke;stroke-width:3px;stroke-opacity:.8;stroke-linejoin:round}\n";
  rules += ".none{fill:none}.band{opacity:.3}.bar{opacity:.34}.thread{opacity:.28}\n";
  rules += ".half{fill-opacity:.5}.pale{opacity:.28}.edge{opacity:.45}\n";
  rules += ".dashed{stroke-dasharray:4 2.5}.dotted{stroke-dasharray:1.5 2.5}\n";
  return rules + colour_rules(false) + "@media (prefers-color-scheme:dark){\n" +
         colour_rules(true) + "}\n";
}

std::string mark_classes(Event::Kind kind, const FactualityStyle& style, bool has_sign) {
  const std::string colour(style_of(kind).colour);
  const bool firm = style.line == LineStyle::solid;
  std::string classes = "s-" + colour + (style.filled ? " f-" + colour : " f-bg");
  if (style.filled && !firm) return classes + " half";
  if (firm || has_sign) return classes;
  return classes + (style.line == LineStyle::dashed ? " dashed" : " dotted");
}

void draw_shape(SvgWriter& svg, Event::Kind kind, double x, double y, const std::string& classes) {
  const SvgAttribute width("stroke-width", 2);
  switch (kind) {
    case Event::Kind::deadline:
      return svg.leaf("path",
                      {{"d", "M" + svg_number(x) + " " + svg_number(y - 7) + "l7 7l-7 7l-7 -7z"},
                       {"class", classes},
                       width});
    case Event::Kind::statement:
      return svg.leaf("rect", {{"x", x - 5.5},
                               {"y", y - 5.5},
                               {"width", 11},
                               {"height", 11},
                               {"rx", 2},
                               {"class", classes},
                               width});
    case Event::Kind::state:
      return svg.leaf("rect", {{"x", x - 7},
                               {"y", y - 4.5},
                               {"width", 14},
                               {"height", 9},
                               {"rx", 4.5},
                               {"class", classes},
                               width});
    case Event::Kind::event:
      return svg.leaf("circle", {{"cx", x}, {"cy", y}, {"r", 6}, {"class", classes}, width});
  }
}

}  // namespace

std::string svg_number(double value) {
  const long long tenths = std::llround(value * 10);
  std::string text = std::to_string((tenths < 0 ? -tenths : tenths) / 10);
  if (tenths % 10 != 0) text += "." + std::to_string((tenths < 0 ? -tenths : tenths) % 10);
  return tenths < 0 ? "-" + text : text;
}

SvgAttribute::SvgAttribute(std::string_view its_name, double number)
    : name(its_name), value(svg_number(number)) {}

SvgWriter::SvgWriter(std::ostream& out, const Head& head) : out_(out) {
  out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
               {"width", head.width},
               {"height", head.height},
               {"viewBox", "0 0 " + svg_number(head.width) + " " + svg_number(head.height)},
               {"role", "img"},
               {"aria-labelledby", "dateline-title dateline-description"}});
  out_ << "<title id=\"dateline-title\">" << escape_markup(clean_text(head.title)) << "</title>\n"
       << "<desc id=\"dateline-description\">" << escape_markup(clean_text(head.description))
       << "</desc>\n<style>" << style_rules() << "</style>\n";
  rect(0, 0, head.width, head.height, "f-bg");
}

void SvgWriter::tag(std::string_view element, SvgAttributes attributes, std::string_view end) {
  out_ << '<' << element;
  for (const SvgAttribute& attribute : attributes)
    out_ << ' ' << attribute.name << "=\"" << escape_markup(clean_text(attribute.value, 1U << 16U))
         << '"';
  out_ << end;
}

void SvgWriter::open(std::string_view element, SvgAttributes attributes) {
  tag(element, attributes, ">\n");
  open_.emplace_back(element);
}

void SvgWriter::close() {
  assert(!open_.empty());
  out_ << "</" << open_.back() << ">\n";
  open_.pop_back();
}

void SvgWriter::leaf(std::string_view element, SvgAttributes attributes) {
  tag(element, attributes, "/>\n");
}

void SvgWriter::text(double x, double y, std::string_view classes, std::string_view content) {
  tag("text", {{"x", x}, {"y", y}, {"class", classes}}, ">");
  out_ << escape_markup(clean_text(content)) << "</text>\n";
}

void SvgWriter::title(std::string_view content) {
  out_ << "<title>" << escape_markup(clean_text(content)) << "</title>\n";
}

void SvgWriter::line(double x1, double y1, double x2, double y2, std::string_view classes) {
  leaf("line", {{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}, {"class", classes}});
}

void SvgWriter::rect(double x, double y, double width, double height, std::string_view classes) {
  leaf("rect", {{"x", x}, {"y", y}, {"width", width}, {"height", height}, {"class", classes}});
}

bool SvgWriter::finish() {
  while (!open_.empty()) close();
  return out_.good();
}

void draw_mark(SvgWriter& svg, Event::Kind kind, const Factuality& factuality, double x, double y) {
  const FactualityStyle& style = style_of(factuality.value);
  const std::string_view sign = factuality.negative ? "−" : style.sign;
  draw_shape(svg, kind, x, y, mark_classes(kind, style, !sign.empty()));
  if (!sign.empty()) svg.text(x, y + 4, style.filled ? "sign f-bg" : "sign f-ink", sign);
}

}  // namespace dateline
