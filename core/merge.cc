#include "core/merge.h"

#include <algorithm>
#include <tuple>

#include "core/compare_events.h"
#include "core/content_order.h"
#include "core/event_summary.h"
#include "core/merge_documents.h"
#include "core/merge_events.h"
#include "core/ordering.h"

namespace dateline {
namespace {

void rename(Link& link, const Names& names) {
  for (std::string* end : {&link.from, &link.to})
    *end = renamed(names.events.contains(*end) ? names.events : names.entities, *end);
}

void join_into(Link& joint, const Link& link) {
  joint.id = std::max(joint.id, link.id);
  joint.label = std::max(joint.label, link.label);
  joint.inferred = joint.inferred && link.inferred;
  joint.confidence = std::max(joint.confidence, link.confidence);
  joint.weight = std::max(joint.weight, link.weight);
  append(joint.evidence, link.evidence);
  keep_one_of_each(joint.evidence);
  if (link.when && (!joint.when || content_order(*joint.when, *link.when) < 0))
    joint.when = link.when;
}

/// One of each type between the same two things.
std::vector<Link> join_links(std::vector<Link> all, const Names& names) {
  std::erase_if(all, is_drawn_by_comparing);
  for (Link& link : all) rename(link, names);
  std::erase_if(all, [](const Link& link) { return link.from == link.to; });
  const auto ends = [](const Link& link) { return std::tie(link.type, link.from, link.to); };
  std::sort(all.begin(), all.end(),
            [&](const Link& a, const Link& b) { return ends(a) < ends(b); });
  std::vector<Link> joints;
  joints.reserve(all.size());
  for (Link& link : all) {
    if (joints.empty() || ends(joints.back()) != ends(link)) {
      keep_one_of_each(link.evidence);
      joints.push_back(std::move(link));
    } else {
      join_into(joints.back(), link);
    }
  }
  return joints;
}

template <typename Thing>
void move_to_end(std::vector<Thing>& to, std::vector<Thing>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// All parts of all timelines, side by side; of what is told once, the greatest.
Timeline gathered(std::vector<Timeline>& all) {
  Timeline sum;
  std::size_t events = 0;
  for (const Timeline& timeline : all) events += timeline.events.size();
  sum.events.reserve(events);
  for (Timeline& timeline : all) {
    move_to_end(sum.documents, timeline.documents);
    move_to_end(sum.entities, timeline.entities);
    move_to_end(sum.events, timeline.events);
    move_to_end(sum.links, timeline.links);
    sum.language = std::max(sum.language, timeline.language);
    sum.tool = std::max(sum.tool, timeline.tool);
    sum.tool_version = std::max(sum.tool_version, timeline.tool_version);
    sum.generated_at = std::max(sum.generated_at, timeline.generated_at);
    sum.default_timezone = std::max(sum.default_timezone, timeline.default_timezone);
  }
  return sum;
}

}  // namespace

Timeline merge(std::vector<Timeline> all) {
  Timeline whole = gathered(all);
  whole.documents = join_documents(std::move(whole.documents));
  if (whole.documents.size() == 1) whole.title = whole.documents[0].title;
  const CopiedDocuments copied = link_copies(whole.documents);
  const PublishedTimes published = published_times(whole.documents);
  const std::set<std::string> summarized = take_summaries(whole.events);
  Names names;
  whole.entities = join_entities(std::move(whole.entities), names.entities);
  whole.events = join_events(std::move(whole.events), {published, copied}, names);
  whole.links = join_links(std::move(whole.links), names);
  for (Link& link : compare_events(whole.events, published)) whole.links.push_back(std::move(link));
  draw_summaries(whole, summarized);
  sort_canonically(whole);
  return whole;
}

Timeline merge(const Timeline& a, const Timeline& b) { return merge(std::vector<Timeline>{a, b}); }

}  // namespace dateline
