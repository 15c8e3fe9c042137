#include "exporters/chart_lanes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "exporters/drawn_text.h"
#include "exporters/importance.h"
#include "exporters/timeline_index.h"

namespace dateline {
namespace {

// A picture of more than these is a wall.
constexpr std::size_t kMaxLanes = 40, kMaxEvents = 320, kMaxRows = 10;
constexpr std::size_t kLeastEventsPerLane = 5, kMaxEventsPerLane = 24;
constexpr double kMaxLabel = 460, kMinLabel = 60;
constexpr double kGap = 12;        // pixels between two boxes of a row
constexpr double kMarkRoom = 11;   // from the middle of a mark to its label
constexpr double kShortBar = 160;  // a bar shorter than this may have its label behind it

struct RawLane {
  std::string_view key;
  std::vector<ChartEvent> events, touches;
};

// The entities of an event, each once, in order.
std::vector<std::string_view> actors_of(const Event& event) {
  std::vector<std::string_view> actors;
  for (const Participant& participant : event.participants)
    if (std::find(actors.begin(), actors.end(), participant.entity) == actors.end())
      actors.push_back(participant.entity);
  return actors;
}

std::vector<RawLane> raw_lanes(const Timeline& timeline, const ChartTime& time) {
  std::map<std::string_view, RawLane> by_key;
  for (const ChartEvent& event : time.events) {
    const auto actors = actors_of(timeline.events[event.event]);
    by_key[actors.empty() ? "" : actors.front()].events.push_back(event);
    for (std::size_t i = 1; i < actors.size(); ++i) by_key[actors[i]].touches.push_back(event);
  }
  std::vector<RawLane> lanes;
  for (auto& [key, lane] : by_key) {
    lane.key = key;
    lanes.push_back(std::move(lane));
  }
  const auto rank = [](const RawLane& lane) {
    const auto weight = static_cast<std::int64_t>(lane.events.size() * 3 + lane.touches.size());
    return std::tuple(lane.key.empty(), lane.events.empty(), -weight, lane.key);
  };
  std::sort(lanes.begin(), lanes.end(),
            [&](const RawLane& a, const RawLane& b) { return rank(a) < rank(b); });
  return lanes;
}

std::string cut(const std::string& text, double room) {
  return cut_to_width(text, std::max(room, kMinLabel), kLabelSize);
}

ChartBox bar_box(ChartBox box, const ChartScale& scale, double width) {
  box.label_x = std::max(box.x0 + 10, scale.left + 8);
  const bool is_short = box.x1 - box.x0 < kShortBar && box.x1 > scale.left;
  if (is_short && box.x1 - box.label_x - 8 < width && box.x1 + width + kGap < scale.right)
    box.label_x = box.x1 + 8;
  box.label_x = std::min(box.label_x, scale.right - kMinLabel - 8);
  box.label = cut(box.label, scale.right - 6 - box.label_x);
  box.from = std::min(box.x0, box.label_x - 2);
  box.to = std::max(box.x1, box.label_x + text_width(box.label, kLabelSize));
  return box;
}

// The label stands to the right of the mark, or to the left where the picture ends.
ChartBox mark_box(ChartBox box, const ChartScale& scale, double width) {
  const bool fits_right = box.at + kMarkRoom + width < scale.right - 4;
  const bool fits_left = box.at - kMarkRoom - 2 - width > scale.left;
  box.from = std::min(box.x0, box.at - 8);
  box.to = std::max(box.x1, box.at + 8);
  const bool more_right = scale.right - box.at > box.at - scale.left;
  if (fits_right || (!fits_left && more_right)) {
    box.label_x = box.at + kMarkRoom;
    box.label = cut(box.label, scale.right - 6 - box.label_x);
    box.to = std::max(box.to, box.label_x + text_width(box.label, kLabelSize));
    return box;
  }
  box.label = cut(box.label, box.at - kMarkRoom - 2 - scale.left);
  box.label_x = box.at - kMarkRoom - text_width(box.label, kLabelSize);
  box.from = std::min(box.from, box.label_x);
  return box;
}

ChartBox box_of(const ChartEvent& event, const Timeline& timeline, const ChartScale& scale) {
  ChartBox box;
  box.event = event;
  box.x0 = std::max(scale.x(event.start), scale.left);
  box.x1 = std::max(std::min(scale.x(event.end), scale.right), box.x0);
  box.at = scale.x(event.at);
  box.label = cut(clean_text(timeline.events[event.event].title), kMaxLabel);
  const double width = text_width(box.label, kLabelSize);
  return event.bar ? bar_box(std::move(box), scale, width) : mark_box(std::move(box), scale, width);
}

// The most important events, in order of their beginning.
std::vector<ChartEvent> choose(std::vector<ChartEvent> events, const Timeline& timeline,
                               std::size_t most) {
  std::stable_sort(events.begin(), events.end(), [&](const ChartEvent& a, const ChartEvent& b) {
    return claim_to_room(timeline.events[a.event]) > claim_to_room(timeline.events[b.event]);
  });
  if (events.size() > most) events.resize(most);
  std::stable_sort(events.begin(), events.end(),
                   [](const ChartEvent& a, const ChartEvent& b) { return a.start < b.start; });
  return events;
}

// Each box into the first row where it covers no other.
void pack(ChartLane& lane, std::vector<ChartBox> boxes) {
  std::vector<std::vector<std::pair<double, double>>> rows;
  for (ChartBox& box : boxes) {
    const auto covers = [&](const std::pair<double, double>& taken) {
      return box.from < taken.second + kGap && box.to > taken.first - kGap;
    };
    std::size_t row = 0;
    while (row < rows.size() && std::any_of(rows[row].begin(), rows[row].end(), covers)) ++row;
    if (row == kMaxRows) {
      ++lane.hidden;
      continue;
    }
    if (row == rows.size()) rows.emplace_back();
    rows[row].emplace_back(box.from, box.to);
    box.row = row;
    lane.boxes.push_back(std::move(box));
  }
  lane.rows = rows.size();
}

ChartLane lane_of(const RawLane& raw, const Timeline& timeline, const TimelineIndex& index,
                  const ChartScale& scale, std::size_t most) {
  ChartLane lane;
  lane.name = raw.key.empty() ? "Nobody named" : clean_text(index.entity_name(raw.key));
  lane.touches = raw.touches;
  const std::vector<ChartEvent> chosen = choose(raw.events, timeline, most);
  lane.hidden = raw.events.size() - chosen.size();
  std::vector<ChartBox> boxes;
  for (const ChartEvent& event : chosen) boxes.push_back(box_of(event, timeline, scale));
  pack(lane, std::move(boxes));
  return lane;
}

}  // namespace

ChartLanes chart_lanes(const Timeline& timeline, const ChartTime& time, const ChartScale& scale) {
  const TimelineIndex index(timeline);
  const std::vector<RawLane> all = raw_lanes(timeline, time);
  const std::size_t share = kMaxEvents / std::clamp<std::size_t>(all.size(), 1, kMaxLanes);
  const std::size_t most = std::clamp(share, kLeastEventsPerLane, kMaxEventsPerLane);
  ChartLanes result;
  for (const RawLane& raw : all) {
    if (result.lanes.size() < kMaxLanes) {
      result.lanes.push_back(lane_of(raw, timeline, index, scale, most));
      continue;
    }
    ++result.hidden_lanes;
    result.hidden_events += raw.events.size();
  }
  return result;
}

}  // namespace dateline
