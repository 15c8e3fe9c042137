#pragma once

#include <string_view>

#include "importers/text/repair_pass.h"

namespace dateline {

/// Corrects the C1 controls of a text to what windows-1252 has in their place: they mean nothing in
/// text, and beside Latin letters they come from windows-1252 read as ISO-8859-1. A next line
/// (U+0085) beside white space stays.
RepairPass find_stray_controls(std::string_view text);

}  // namespace dateline
