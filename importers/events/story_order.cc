#include "importers/events/story_order.h"

#include <algorithm>

namespace dateline {
namespace {

// Comparing all with all costs the square of their number.
constexpr std::size_t kStoryStretch = 300;

bool is_dated(const StoryMoment& moment) { return moment.when.earliest && moment.when.latest; }

bool ends_before(const StoryMoment& a, const StoryMoment& b) {
  return is_dated(a) && is_dated(b) && a.when.latest->seconds <= b.when.earliest->seconds &&
         a.when.earliest->seconds < b.when.latest->seconds;
}

bool is_told_before(const StoryMoment& a, const StoryMoment& b) {
  return !a.published && !b.published && ends_before(a, b);
}

/// The lateness of each against all others.
std::vector<double> scores_of(std::span<const StoryMoment> moments, const StoryRules& rules) {
  std::vector<double> scores;
  for (const StoryMoment& moment : moments)
    scores.push_back(static_cast<double>(moments.size()) * moment.lateness);
  std::vector<std::size_t> dated;
  for (std::size_t i = 0; i < moments.size(); ++i)
    if (is_dated(moments[i])) dated.push_back(i);
  for (const std::size_t a : dated)
    for (const std::size_t b : dated) {
      if (!ends_before(moments[a], moments[b])) continue;
      const double later =
          is_told_before(moments[a], moments[b]) ? rules.told_date() : rules.published_date();
      scores[a] -= later;
      scores[b] += later;
    }
  return scores;
}

/// The next one that no date puts after another that is still to come.
std::size_t next_of(std::span<const StoryMoment> moments, const std::vector<std::size_t>& waiting) {
  for (std::size_t i = 0; i < waiting.size(); ++i)
    if (!is_dated(moments[waiting[i]]) || moments[waiting[i]].published ||
        std::ranges::none_of(waiting, [&](std::size_t other) {
          return is_told_before(moments[other], moments[waiting[i]]);
        }))
      return i;
  return 0;
}

void order_stretch(std::span<const StoryMoment> moments, const StoryRules& rules,
                   std::vector<std::uint32_t>& places) {
  const std::vector<double> scores = scores_of(moments, rules);
  std::vector<std::size_t> waiting(moments.size());
  for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i] = i;
  std::ranges::stable_sort(waiting, {}, [&](std::size_t i) { return scores[i]; });
  const std::size_t first = places.size();
  places.resize(first + moments.size());
  for (std::uint32_t place = 0; place < moments.size(); ++place) {
    const auto next = waiting.begin() + static_cast<std::ptrdiff_t>(next_of(moments, waiting));
    places[first + *next] = static_cast<std::uint32_t>(first) + place;
    waiting.erase(next);
  }
}

}  // namespace

std::vector<std::uint32_t> presumed_order(std::span<const StoryMoment> moments,
                                          const StoryRules& rules) {
  std::vector<std::uint32_t> places;
  for (std::size_t first = 0; first < moments.size(); first += kStoryStretch)
    order_stretch(moments.subspan(first, std::min(kStoryStretch, moments.size() - first)), rules,
                  places);
  return places;
}

}  // namespace dateline
