#include "core/merge_documents.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/content_order.h"
#include "core/copies.h"

namespace dateline {
namespace {

/// From this resemblance on, a copy knows nothing that the first publication did not.
constexpr double kSaysTheSame = 0.8;

/// First publications first.
bool is_published_before(const SourceDocument& a, const SourceDocument& b) {
  constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
  const auto rank = [](const SourceDocument& document) {
    const bool dated = document.published && document.published->interval.earliest;
    const std::int64_t when = dated ? utc_seconds(*document.published->interval.earliest) : kNever;
    return std::make_tuple(when, document.retrieved.empty(), std::cref(document.retrieved),
                           std::cref(document.id));
  };
  return rank(a) < rank(b);
}

}  // namespace

std::vector<SourceDocument> join_documents(std::vector<SourceDocument> all) {
  const auto holds_more = [](const SourceDocument& a, const SourceDocument& b) {
    const auto rank = [](const SourceDocument& document) {
      return std::make_tuple(document.text.has_value(), document.timexes.size());
    };
    const auto left = rank(a), right = rank(b);
    return left != right ? left > right : content_order(a, b) > 0;
  };
  std::sort(all.begin(), all.end(), [&](const SourceDocument& a, const SourceDocument& b) {
    return a.id != b.id ? a.id < b.id : holds_more(a, b);
  });
  const auto repeated =
      std::unique(all.begin(), all.end(),
                  [](const SourceDocument& a, const SourceDocument& b) { return a.id == b.id; });
  all.erase(repeated, all.end());
  return all;
}

CopiedDocuments link_copies(std::vector<SourceDocument>& documents) {
  std::vector<SourceDocument*> sketched;
  Copies copies(documents.size());
  for (SourceDocument& document : documents)
    if (const auto sketch = word_sketch_of_hex(document.sketch)) {
      copies.add(*sketch);
      document.duplicate_of.clear();
      sketched.push_back(&document);
    }
  std::vector<std::vector<const SourceDocument*>> sets(sketched.size());
  for (std::uint32_t i = 0; i < sketched.size(); ++i) sets[copies.first(i)].push_back(sketched[i]);
  CopiedDocuments copied;
  for (auto& set : sets) {
    if (set.size() < 2) continue;
    std::sort(set.begin(), set.end(), [](const SourceDocument* a, const SourceDocument* b) {
      return is_published_before(*a, *b);
    });
    for (std::size_t i = 0; i < set.size(); ++i) copied[set[i]->id] = {set[0]->id, i};
  }
  for (SourceDocument* const document : sketched)
    if (const auto copy = copied.find(document->id); copy != copied.end() && copy->second.rank > 0)
      document->duplicate_of = copy->second.first;
  return copied;
}

PublishedTimes published_times(const std::vector<SourceDocument>& documents) {
  PublishedTimes times;
  for (const SourceDocument& document : documents)
    if (document.published && document.published->interval.latest)
      times[document.id] = utc_seconds(*document.published->interval.latest);
  for (const SourceDocument& document : documents) {
    const auto first =
        std::ranges::lower_bound(documents, document.duplicate_of, {}, &SourceDocument::id);
    if (first == documents.end() || first->id != document.duplicate_of) continue;
    const auto sketch = word_sketch_of_hex(document.sketch);
    const auto first_sketch = word_sketch_of_hex(first->sketch);
    const auto told = times.find(first->id);
    if (sketch && first_sketch && told != times.end() &&
        resemblance(*sketch, *first_sketch) >= kSaysTheSame)
      times[document.id] = told->second;
  }
  return times;
}

}  // namespace dateline
