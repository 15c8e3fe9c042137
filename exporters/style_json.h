#pragma once

#include <iosfwd>

namespace dateline {

/// The tables of exporters/style.h as a JSON object, for the script of the page.
bool write_style_json(std::ostream& out);

}  // namespace dateline
