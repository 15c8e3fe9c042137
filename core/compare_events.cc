#include "core/compare_events.h"

#include <algorithm>

#include "core/digest.h"
#include "core/event_likeness.h"

namespace dateline {
namespace {

/// Tells the links drawn here from those that were read.
std::string drawn_id(LinkType type, const std::string& from, const std::string& to) {
  return content_id("merge", std::string(name_of(type)) + '\n' + from + '\n' + to);
}

Link drawn_link(LinkType type, const std::string& from, const std::string& to,
                std::string_view label) {
  Link link;
  link.type = type;
  link.from = from;
  link.to = to;
  link.label = label;
  link.inferred = true;
  link.id = drawn_id(type, from, to);
  return link;
}

/// Every account of the events, and which event each is of.
struct Accounts {
  explicit Accounts(const std::vector<Event>& events) {
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      if (events[i].parts.empty()) add(events[i], i);
      for (const Event& part : events[i].parts) add(part, i);
    }
  }
  void add(const Event& account, std::uint32_t of) {
    accounts.emplace_back(account);
    event.push_back(of);
  }

  std::vector<Account> accounts;
  std::vector<std::uint32_t> event;
};

/// Calls `visit` with the numbers of two accounts that share an actor and are at most so many days
/// apart; more than once if they share more.
template <typename Visit>
void visit_pairs(const AccountBuckets& buckets, std::int64_t days_apart, Visit visit) {
  for (const auto& [key, bucket] : buckets) {
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (std::size_t j = i + 1; j < bucket.size(); ++j) visit(bucket[i], bucket[j]);
    AccountKey later = key;
    for (std::int64_t days = 1; days <= days_apart; ++days) {
      ++std::get<2>(later);
      const auto other = buckets.find(later);
      if (other == buckets.end()) continue;
      for (const std::uint32_t a : bucket)
        for (const std::uint32_t b : other->second) visit(a, b);
    }
  }
}

std::vector<Link> contradictions(const std::vector<Event>& events, const Accounts& all) {
  std::map<std::pair<std::string, std::string>, std::string_view> found;
  visit_pairs(buckets_of(all.accounts, false), kMaxDayMistake,
              [&](std::uint32_t a, std::uint32_t b) {
                if (all.event[a] == all.event[b]) return;
                const std::string_view field = contradiction(all.accounts[a], all.accounts[b]);
                if (field.empty()) return;
                auto& known = found[std::minmax(events[all.event[a]].id, events[all.event[b]].id)];
                known = std::max(known, field);
              });
  std::vector<Link> links;
  for (const auto& [ends, field] : found)
    links.push_back(drawn_link(LinkType::contradicts, ends.first, ends.second, field));
  return links;
}

/// An account of a deadline, and when it was told.
struct ToldDeadline {
  std::int64_t told;
  std::uint32_t account;
  auto operator<=>(const ToldDeadline&) const = default;
};

/// The accounts of deadlines by each name that they are found by, in the sequence they were told.
std::map<std::string, std::vector<ToldDeadline>> deadlines_by_name(
    const Accounts& all, const PublishedTimes& published) {
  std::map<std::string, std::vector<ToldDeadline>> by_name;
  for (const auto& [key, bucket] : buckets_of(all.accounts, true))
    for (const std::uint32_t account : bucket)
      by_name[std::get<3>(key)].push_back(
          {told_at(*all.accounts[account].event, published), account});
  for (auto& [name, deadlines] : by_name) std::sort(deadlines.begin(), deadlines.end());
  return by_name;
}

/// Visits each account that may have moved an earlier one: told later, and while the earlier had
/// not passed; else that was met or missed, and this is a new one.
template <typename Visit>
void visit_later(const std::vector<ToldDeadline>& deadlines, const ToldDeadline& earlier,
                 std::int64_t day, Visit visit) {
  if (earlier.told == kNeverPublished) return;
  auto later = std::upper_bound(
      deadlines.begin(), deadlines.end(), earlier.told,
      [](std::int64_t told, const ToldDeadline& deadline) { return told < deadline.told; });
  const Day last = day_from_epoch(day);
  for (; later != deadlines.end() && day_of(Instant{later->told - 1, {}}) <= last; ++later)
    visit(later->account);
}

/// Of each deadline that was moved, the latest that moved it: positions of both.
std::map<std::uint32_t, std::uint32_t> moved_deadlines(const std::vector<Event>& events,
                                                       const Accounts& all,
                                                       const PublishedTimes& published) {
  std::map<std::uint32_t, std::uint32_t> moved;
  for (const auto& [name, deadlines] : deadlines_by_name(all, published))
    for (const ToldDeadline& earlier : deadlines) {
      const Account& before = all.accounts[earlier.account];
      const std::uint32_t older = all.event[earlier.account];
      const std::int64_t told_before = told_at(events[older], published);
      visit_later(deadlines, earlier, *before.day, [&](std::uint32_t account) {
        const std::uint32_t newer = all.event[account];
        const auto rank = [&](std::uint32_t event) {
          return std::make_pair(-told_at(events[event], published), events[event].id);
        };
        if (before.day == all.accounts[account].day ||
            told_at(events[newer], published) <= told_before ||
            !same_action(all.accounts[account], before))
          return;
        const auto [known, added] = moved.emplace(older, newer);
        if (!added && rank(newer) < rank(known->second)) known->second = newer;
      });
    }
  return moved;
}

/// Sets the status of a deadline that its documents leave open, and keeps what they say as a part.
void mark_moved(Event& event) {
  Deadline::Status& status = event.deadline->status;
  if (status != Deadline::Status::unknown && status != Deadline::Status::open) return;
  if (event.parts.empty()) event.parts.push_back(Event(event));
  event.deadline->status = Deadline::Status::moved;
}

}  // namespace

std::vector<Link> compare_events(std::vector<Event>& events, const PublishedTimes& published) {
  const Accounts all(events);
  std::vector<Link> links = contradictions(events, all);
  const auto moved = moved_deadlines(events, all, published);
  for (const auto& [older, newer] : moved)
    links.push_back(drawn_link(LinkType::updates, events[newer].id, events[older].id, "when"));
  for (const auto& [older, newer] : moved) mark_moved(events[older]);
  return links;
}

bool is_drawn_by_comparing(const Link& link) {
  return link.inferred && link.id == drawn_id(link.type, link.from, link.to);
}

}  // namespace dateline
