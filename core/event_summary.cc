#include "core/event_summary.h"

#include <algorithm>
#include <array>
#include <map>

namespace dateline {
namespace {

using EntityNames = std::map<std::string_view, std::string_view>;  // of entities, by id

constexpr std::array<std::string_view, 9> kStatusWords = {"",
                                                          "probable",
                                                          "possible",
                                                          "planned",
                                                          "asked for",
                                                          "on a condition",
                                                          "did not happen",
                                                          "denied",
                                                          "not known whether"};
constexpr std::size_t kMostNames = 3;

/// "A, B and C"; "A, B, C and 4 others".
std::string listed(const std::vector<std::string_view>& names) {
  const std::size_t told = std::min(names.size(), kMostNames);
  const std::size_t others = names.size() - told;
  std::string line;
  for (std::size_t i = 0; i < told; ++i) {
    if (i > 0) line += i + 1 == told && others == 0 ? " and " : ", ";
    line += names[i];
  }
  if (others > 0) line += " and " + std::to_string(others) + (others == 1 ? " other" : " others");
  return line;
}

std::vector<std::string_view> names_of(const std::vector<std::string>& ids,
                                       const EntityNames& names) {
  std::vector<std::string_view> found;
  for (const std::string& id : ids)
    if (const auto name = names.find(id);
        name != names.end() && std::ranges::find(found, name->second) == found.end())
      found.push_back(name->second);
  return found;
}

/// Its sources, but for those whose own saying it is.
std::vector<std::string> sources_of(const Event& event) {
  std::vector<std::string> sources;
  for (const SourceClaim& claim : event.attribution) {
    const bool speaks = std::ranges::any_of(event.participants, [&](const Participant& one) {
      return one.entity == claim.source && one.role == Role::speaker;
    });
    if (!speaks) sources.push_back(claim.source);
  }
  return sources;
}

std::vector<std::string> places_of(const Event& event) {
  std::vector<std::string> places;
  for (const EventPlace& place : event.places)
    if (place.role == PlaceRole::at) places.push_back(place.entity);
  return places;
}

std::string summary_of(const Event& event, const EntityNames& names) {
  std::string line = event.title + " (";
  const When& when = event.when;
  line += !when.known() ? "no date told" : when.display.empty() ? when.edtf : when.display;
  const auto add = [&](std::string_view words, const std::vector<std::string>& ids) {
    if (const auto found = names_of(ids, names); !found.empty())
      (line += "; ").append(words) += listed(found);
  };
  if (const auto status = kStatusWords[static_cast<std::size_t>(event.factuality.value)];
      !status.empty())
    (line += "; ").append(status);
  add("according to ", sources_of(event));
  if (event.deadline) {
    add("binds ", event.deadline->bound);
    add("set by ", event.deadline->set_by);
  }
  add("at ", places_of(event));
  return line + ")";
}

/// Whether it is of those that are made here.
bool is_made(const Event& event) { return event.summary.starts_with(event.title + " ("); }

template <class Wanted>
void summarize(Timeline& timeline, const Wanted& wanted) {
  EntityNames names;
  for (const Entity& entity : timeline.entities) names.emplace(entity.id, entity.name);
  for (Event& event : timeline.events)
    if ((event.summary.empty() || is_made(event)) && wanted(event))
      event.summary = summary_of(event, names);
}

}  // namespace

void summarize_events(Timeline& timeline) {
  summarize(timeline, [](const Event&) { return true; });
}

std::set<std::string> take_summaries(std::vector<Event>& events) {
  std::set<std::string> ids;
  for (Event& event : events) {
    for (Event& part : event.parts)
      if (is_made(part)) part.summary.clear();
    if (!is_made(event)) continue;
    event.summary.clear();
    ids.insert(event.id);
  }
  return ids;
}

void draw_summaries(Timeline& timeline, const std::set<std::string>& ids) {
  summarize(timeline,
            [&](const Event& event) { return !event.parts.empty() || ids.contains(event.id); });
}

}  // namespace dateline
