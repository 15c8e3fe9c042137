#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// `text` as valid UTF-8 that XML 1.0 allows and that stays on one line: white space becomes single
/// spaces, marks that force a direction of writing go, everything else that cannot be shown becomes
/// U+FFFD. At most `max_bytes` of it; what is cut ends in an ellipsis.
std::string clean_text(std::string_view text, std::size_t max_bytes = 4096);

/// Escapes clean text for XML, HTML and Graphviz labels, between tags and in quoted attributes.
std::string escape_markup(std::string_view clean);

/// How wide clean text is in a common sans-serif face, in the unit of `font_size`. A table decides,
/// not a font, so that a picture has the same bytes everywhere; it errs to the wide side.
double text_width(std::string_view clean, double font_size);

/// The beginning of clean text that is no wider than `width`, with an ellipsis if that is not all.
std::string cut_to_width(std::string_view clean, double width, double font_size);

/// Lines no wider than `width`, broken at spaces where there are any; the last of at most
/// `max_lines` is cut. Empty text gives no line.
std::vector<std::string> wrap_to_width(std::string_view clean, double width, double font_size,
                                       std::size_t max_lines);

/// Whether an address may become a link: http or https, and nothing in it that is no part of one.
bool is_web_address(std::string_view url);

}  // namespace dateline
