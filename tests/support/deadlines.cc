#include "tests/support/deadlines.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/event_mention.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

constexpr std::size_t kDayLength = 10;  // of "2024-03-12"

std::string people(const Timeline& timeline, std::string_view what,
                   const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids)
    for (const Entity& entity : timeline.entities)
      if (entity.id == id)
        all += (all.empty() ? std::string(what) : std::string(" and ")) + entity.name;
  return all;
}

std::string outcome(Deadline::Status status) {
  const bool settled = status != Deadline::Status::open && status != Deadline::Status::unknown;
  return settled ? ", " + std::string(name_of(status)) : std::string();
}

}  // namespace

std::string deadlines_in(const std::string& text) {
  const Timeline timeline = timeline_of(text, "2024-03-12");
  std::vector<std::string> found;
  for (const Event& event : timeline.events)
    if (event.deadline)
      found.push_back(event.when.edtf.substr(0, kDayLength) + ' ' +
                      std::string(name_of(event.deadline->force)) +
                      people(timeline, ", binds ", event.deadline->bound) +
                      people(timeline, ", set by ", event.deadline->set_by) +
                      outcome(event.deadline->status));
  std::ranges::sort(found);
  std::string all;
  for (const std::string& deadline : found) all += (all.empty() ? "" : " | ") + deadline;
  return all;
}

}  // namespace dateline
