#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"

namespace dateline {

/// Where and when a story was filed, and by whom, as its first paragraph says before a dash:
/// "GENEVA, March 3 (Northern Press) — ". What it does not say is empty.
struct Dateline {
  std::string place;                ///< "PORT ANSEL, Fla."
  std::optional<PartialDate> date;  ///< a whole day
  std::string day;                  ///< EDTF of a day without its year: "XXXX-03-03"
  std::string agency;
};

/// Reads the beginning of a paragraph. Empty unless it has a place in capitals or a whole date, and
/// nothing else but an agency, before a dash.
std::optional<Dateline> read_dateline(std::string_view paragraph);

/// The date in a line that gives it and little else: "Sunday, June 13, 2021", "LIVE — June 13,
/// 2021. All times local." Empty for sentences, and for lines that tell of an update.
std::optional<PartialDate> read_date_line(std::string_view line);

}  // namespace dateline
