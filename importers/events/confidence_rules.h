#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/event_mention.h"
#include "core/result.h"
#include "importers/data_files.h"
#include "importers/events/story_rules.h"

namespace dateline {

/// By which way the time of an event was found.
enum class DateBasis : std::uint8_t {
  told_day,     ///< its own words tell a day, or a finer time
  told_range,   ///< its own words tell more than a day
  publication,  ///< it is taken to be of the day of publication
  derived_day,  ///< of another day: that of the story, or of another event
  derived_range,
  open,  ///< only one end is known
  unknown
};

/// How often what the program reads is right (confidence.txt), measured on annotated articles: a
/// logistic model for events, and rates for what is told of them.
class ConfidenceRules {
 public:
  /// Error.message names the file, and the line that is broken or the rate that is missing.
  static Result<ConfidenceRules> load(const DataFiles& files, std::string_view language);

  /// Rates in [0,1].
  double event(const StoryTraits& traits) const;
  double date(DateBasis basis) const { return dates_.at(basis); }
  double factuality(FactualityValue value) const { return factualities_.at(value); }
  double role(Role role) const { return roles_.at(role); }

 private:
  std::string add(std::string_view line);  // what is wrong with it; "" if nothing is
  std::string missing() const;             // the first name without a rate; "" if there is none

  StoryTraits event_{};
  std::map<DateBasis, double> dates_;
  std::map<FactualityValue, double> factualities_;
  std::map<Role, double> roles_;
};

}  // namespace dateline
