// What core still owes: weak, so that the definition that lands takes over.

#include <algorithm>
#include <iterator>

#include "core/merge.h"
#include "core/ordering.h"

namespace dateline {

namespace {

template <typename Thing>
void take_all(std::vector<Thing>& to, std::vector<Thing>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Canonical order puts equal things side by side.
template <typename Thing>
void drop_repeated(std::vector<Thing>& things) {
  things.erase(std::unique(things.begin(), things.end()), things.end());
}

}  // namespace

// Side by side, nothing joined but what is the same: no join beats a wrong one.
__attribute__((weak)) Timeline merge(std::vector<Timeline> all) {
  Timeline merged;
  for (Timeline& timeline : all) {
    take_all(merged.documents, timeline.documents);
    take_all(merged.entities, timeline.entities);
    take_all(merged.events, timeline.events);
    take_all(merged.links, timeline.links);
  }
  sort_canonically(merged);
  drop_repeated(merged.documents);
  drop_repeated(merged.entities);
  drop_repeated(merged.events);
  drop_repeated(merged.links);
  return merged;
}

}  // namespace dateline
