#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// What an account of an event is compared by. Its entities must go by their joined names.
struct Account {
  explicit Account(const Event& told);

  const Event* event;  ///< must outlive it
  /// The day that it happened on, or of a deadline the last that still counts, in days since 1970
  /// on the local clock; empty if the text does not fix it to a day.
  std::optional<std::int64_t> day;
  // The rest is empty without a day: such an account is like no other, and most are such.
  std::vector<std::string> agents, patients, places;  ///< who did it, to whom, where; sorted ids
  std::vector<std::string> setters;                   ///< who set a deadline; sorted ids
  std::vector<std::string> documents;                 ///< sorted ids
  std::vector<std::string> title_words, trigger_words;
};

// The comparisons are careful: an account whose day or whose actors are not known is like no other,
// and no document is compared with itself. They look at two accounts and nothing else, in either
// order, and two that are one stay so when more entities or actions are joined: merge relies on it.

/// Two documents tell of one event: same kind and type, same day, an actor in common and none that
/// exclude each other, like words, no figures that differ, and both or neither as something that
/// did not happen.
bool same_event(const Account& a, const Account& b);
/// Two documents tell of one deadline: same force and day, and one action, or actors and
/// words, or who set it and words.
bool same_deadline(const Account& a, const Account& b);
/// Two deadlines on one action, whatever their days.
bool same_action(const Account& a, const Account& b);

/// Days that two accounts of one event may differ by before they are taken for two events.
constexpr std::int64_t kMaxDayMistake = 2;
/// The field in which two accounts of what is surely one event contradict each other: "when",
/// "factuality" or "quantities"; empty if they do not, or if it is not sure.
std::string_view contradiction(const Account& a, const Account& b);

/// Positions of accounts that may be one, by kind, type, day and one name: of an actor, or of a
/// deadline's action. Accounts without a day are in none, those with several names in several.
using AccountKey = std::tuple<Event::Kind, std::string, std::int64_t, std::string>;
using AccountBuckets = std::map<AccountKey, std::vector<std::uint32_t>>;
/// Of those accounts that are deadlines, or are none.
AccountBuckets buckets_of(const std::vector<Account>& accounts, bool deadlines);

}  // namespace dateline
