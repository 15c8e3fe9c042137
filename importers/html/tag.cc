#include "importers/html/tag.h"

#include <algorithm>
#include <array>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

enum Property : std::uint8_t {
  kVoid = 1,
  kBlock = 2,
  kRawText = 4,
  kWithoutText = 8,
  kClosesParagraph = 16,
  kBoundary = 32,
  kHeading = 64
};

struct Element {
  std::string_view name;
  Tag tag;
  std::uint8_t properties;
};

/// Sorted by name; in the order of Tag, from Tag::a on.
constexpr Element kElements[] = {
    {"a", Tag::a, 0},
    {"abbr", Tag::abbr, 0},
    {"address", Tag::address, kBlock | kClosesParagraph},
    {"amp-img", Tag::amp_img, kVoid},
    {"area", Tag::area, kVoid},
    {"article", Tag::article, kBlock | kClosesParagraph},
    {"aside", Tag::aside, kBlock | kClosesParagraph},
    {"audio", Tag::audio, kWithoutText},
    {"b", Tag::b, 0},
    {"base", Tag::base, kVoid},
    {"blockquote", Tag::blockquote, kBlock | kClosesParagraph},
    {"body", Tag::body, kBlock},
    {"br", Tag::br, kVoid},
    {"button", Tag::button, kBlock},
    {"canvas", Tag::canvas, kWithoutText},
    {"caption", Tag::caption, kBlock | kBoundary},
    {"center", Tag::center, kBlock | kClosesParagraph},
    {"cite", Tag::cite, 0},
    {"code", Tag::code, 0},
    {"col", Tag::col, kVoid},
    {"colgroup", Tag::colgroup, 0},
    {"dd", Tag::dd, kBlock | kClosesParagraph},
    {"del", Tag::del, 0},
    {"details", Tag::details, kBlock | kClosesParagraph},
    {"dialog", Tag::dialog, kBlock | kClosesParagraph},
    {"dir", Tag::dir, kBlock | kClosesParagraph},
    {"div", Tag::div, kBlock | kClosesParagraph},
    {"dl", Tag::dl, kBlock | kClosesParagraph},
    {"dt", Tag::dt, kBlock | kClosesParagraph},
    {"em", Tag::em, 0},
    {"embed", Tag::embed, kVoid | kWithoutText},
    {"fieldset", Tag::fieldset, kBlock | kClosesParagraph},
    {"figcaption", Tag::figcaption, kBlock | kClosesParagraph},
    {"figure", Tag::figure, kBlock | kClosesParagraph},
    {"font", Tag::font, 0},
    {"footer", Tag::footer, kBlock | kClosesParagraph},
    {"form", Tag::form, kBlock | kClosesParagraph},
    {"frame", Tag::frame, kVoid},
    {"frameset", Tag::frameset, kBlock},
    {"h1", Tag::h1, kBlock | kClosesParagraph | kHeading},
    {"h2", Tag::h2, kBlock | kClosesParagraph | kHeading},
    {"h3", Tag::h3, kBlock | kClosesParagraph | kHeading},
    {"h4", Tag::h4, kBlock | kClosesParagraph | kHeading},
    {"h5", Tag::h5, kBlock | kClosesParagraph | kHeading},
    {"h6", Tag::h6, kBlock | kClosesParagraph | kHeading},
    {"head", Tag::head, kBlock | kWithoutText},
    {"header", Tag::header, kBlock | kClosesParagraph},
    {"hgroup", Tag::hgroup, kBlock | kClosesParagraph},
    {"hr", Tag::hr, kVoid | kBlock | kClosesParagraph},
    {"html", Tag::html, kBlock | kBoundary},
    {"i", Tag::i, 0},
    {"iframe", Tag::iframe, kRawText | kWithoutText},
    {"img", Tag::img, kVoid},
    {"input", Tag::input, kVoid | kWithoutText},
    {"ins", Tag::ins, 0},
    {"label", Tag::label, 0},
    {"legend", Tag::legend, kBlock},
    {"li", Tag::li, kBlock | kClosesParagraph},
    {"link", Tag::link, kVoid},
    {"main", Tag::main, kBlock | kClosesParagraph},
    {"map", Tag::map, 0},
    {"marquee", Tag::marquee, kBlock | kBoundary},
    {"math", Tag::math, kWithoutText},
    {"menu", Tag::menu, kBlock | kClosesParagraph},
    {"meta", Tag::meta, kVoid},
    {"nav", Tag::nav, kBlock | kClosesParagraph},
    {"noembed", Tag::noembed, kRawText | kWithoutText},
    {"noframes", Tag::noframes, kRawText | kWithoutText},
    {"noscript", Tag::noscript, kWithoutText},
    {"object", Tag::object, kWithoutText | kBoundary},
    {"ol", Tag::ol, kBlock | kClosesParagraph},
    {"optgroup", Tag::optgroup, kBlock | kWithoutText},
    {"option", Tag::option, kBlock | kWithoutText},
    {"p", Tag::p, kBlock | kClosesParagraph},
    {"param", Tag::param, kVoid},
    {"picture", Tag::picture, 0},
    {"pre", Tag::pre, kBlock | kClosesParagraph},
    {"q", Tag::q, 0},
    {"s", Tag::s, 0},
    {"script", Tag::script, kRawText | kWithoutText},
    {"search", Tag::search, kBlock | kClosesParagraph},
    {"section", Tag::section, kBlock | kClosesParagraph},
    {"select", Tag::select, kBlock | kWithoutText},
    {"small", Tag::small, 0},
    {"source", Tag::source, kVoid},
    {"span", Tag::span, 0},
    {"strike", Tag::strike, 0},
    {"strong", Tag::strong, 0},
    {"style", Tag::style, kRawText | kWithoutText},
    {"sub", Tag::sub, 0},
    {"summary", Tag::summary, kBlock | kClosesParagraph},
    {"sup", Tag::sup, 0},
    {"svg", Tag::svg, kWithoutText},
    {"table", Tag::table, kBlock | kClosesParagraph | kBoundary},
    {"tbody", Tag::tbody, kBlock},
    {"td", Tag::td, kBlock | kBoundary},
    {"template", Tag::template_, kWithoutText | kBoundary},
    {"textarea", Tag::textarea, kBlock | kRawText | kWithoutText},
    {"tfoot", Tag::tfoot, kBlock},
    {"th", Tag::th, kBlock | kBoundary},
    {"thead", Tag::thead, kBlock},
    {"time", Tag::time, 0},
    {"title", Tag::title, kBlock | kRawText | kWithoutText},
    {"tr", Tag::tr, kBlock},
    {"track", Tag::track, kVoid},
    {"u", Tag::u, 0},
    {"ul", Tag::ul, kBlock | kClosesParagraph},
    {"video", Tag::video, kWithoutText},
    {"wbr", Tag::wbr, kVoid},
    {"xmp", Tag::xmp, kBlock | kRawText | kClosesParagraph},
};
constexpr std::size_t kLongestTag = 10;
constexpr auto kFirst = static_cast<std::size_t>(Tag::a);

static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));

std::uint8_t properties_of(Tag tag) {
  const auto index = static_cast<std::size_t>(tag);
  return index < kFirst ? 0 : kElements[index - kFirst].properties;
}

}  // namespace

Tag tag_named(std::string_view name) {
  if (name.empty() || name.size() > kLongestTag) return Tag::unknown;
  std::array<char, kLongestTag> lower{};
  std::ranges::transform(name, lower.begin(), [](char c) { return ascii_lower(c); });
  const std::string_view key(lower.data(), name.size());
  const auto* const found = std::ranges::lower_bound(kElements, key, {}, &Element::name);
  return found != std::end(kElements) && found->name == key ? found->tag : Tag::unknown;
}

bool is_void(Tag tag) { return (properties_of(tag) & kVoid) != 0; }
bool is_block(Tag tag) { return (properties_of(tag) & kBlock) != 0; }
bool is_raw_text(Tag tag) { return (properties_of(tag) & kRawText) != 0; }
bool is_heading(Tag tag) { return (properties_of(tag) & kHeading) != 0; }
bool is_without_text(Tag tag) { return (properties_of(tag) & kWithoutText) != 0; }
bool closes_paragraph(Tag tag) { return (properties_of(tag) & kClosesParagraph) != 0; }
bool is_boundary(Tag tag) { return (properties_of(tag) & kBoundary) != 0; }

}  // namespace dateline
