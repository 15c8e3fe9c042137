#include "core/content_order.h"

#include <tuple>
#include <type_traits>

namespace dateline {
namespace {

// The fields of each struct, those first that tell most things apart.

auto fields(const SourceSpan& s) { return std::tie(s.begin, s.end); }
auto fields(const Instant& i) { return std::tie(i.seconds, i.utc_offset); }
auto fields(const Interval& i) { return std::tie(i.earliest, i.latest); }
auto fields(const PublishedCandidate& c) { return std::tie(c.edtf, c.why, c.score); }
auto fields(const Evidence& e) {
  return std::tie(e.document, e.start, e.end, e.role, e.quote, e.sentence, e.source);
}
auto fields(const When::Anchor& a) { return std::tie(a.kind, a.ref, a.offset); }
auto fields(const When::Expression& e) {
  return std::tie(e.text, e.type, e.value, e.rule, e.anchor);
}
auto fields(const When& w) {
  return std::tie(w.interval, w.edtf, w.grain, w.shape, w.start_open, w.end_open, w.uncertain,
                  w.approximate, w.part_of_day, w.duration, w.recurrence, w.timezone, w.display,
                  w.expression);
}
auto fields(const FoundTimex& t) {
  return std::tie(t.start, t.end, t.text, t.type, t.value, t.mod, t.rule);
}
auto fields(const FoundWords& w) { return std::tie(w.start, w.end, w.text); }
auto fields(const FoundReport& r) { return std::tie(r.cue, r.content, r.source, r.nested); }
auto fields(const FoundEvent& e) {
  return std::tie(e.start, e.end, e.text, e.event_class, e.uncertain, e.negative, e.ahead, e.order);
}
auto fields(const SourceDocument& d) {
  return std::tie(d.id, d.title, d.url, d.publisher, d.authors, d.published, d.published_from,
                  d.published_candidates, d.retrieved, d.language, d.media_type, d.text,
                  d.text_length, d.text_sha256, d.source_sha256, d.source, d.repairs, d.license,
                  d.part_of, d.timexes, d.sketch, d.duplicate_of, d.reports, d.event_mentions);
}
auto fields(const Coordinates& c) { return std::tie(c.lat, c.lon, c.precision_m, c.gazetteer); }
auto fields(const Entity& e) {
  return std::tie(e.id, e.kind, e.name, e.aliases, e.description, e.country, e.anonymous, e.same_as,
                  e.coordinates, e.part_of, e.mentions, e.confidence, e.metrics, e.parts);
}
auto fields(const Participant& p) { return std::tie(p.role, p.entity, p.label, p.confidence); }
auto fields(const EventPlace& p) { return std::tie(p.role, p.entity, p.confidence); }
auto fields(const SourceClaim& c) { return std::tie(c.source, c.verb, c.when, c.event); }
auto fields(const Quantity& q) {
  return std::tie(q.of, q.value, q.low, q.high, q.unit, q.qualifier, q.evidence);
}
auto fields(const Factuality& f) { return std::tie(f.value, f.negative, f.cue); }
auto fields(const Deadline& d) {
  return std::tie(d.force, d.bound, d.set_by, d.action, d.condition, d.inclusive, d.status);
}
auto fields(const Event::WebLink& l) { return std::tie(l.url, l.label); }
auto fields(const Event& e) {
  return std::tie(e.id, e.type, e.kind, e.title, e.summary, e.when, e.factuality, e.attribution,
                  e.participants, e.places, e.evidence, e.confidence, e.importance,
                  e.confidence_parts, e.tags, e.links, e.deadline, e.quantities, e.parts);
}
auto fields(const Link& l) {
  return std::tie(l.type, l.from, l.to, l.label, l.inferred, l.when, l.evidence, l.confidence,
                  l.weight, l.id);
}

using Order = std::strong_ordering;

template <typename T>
concept Simple = std::is_integral_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::string>;

template <Simple T>
Order order(const T& a, const T& b) {
  return a <=> b;
}
Order order(double a, double b) { return std::strong_order(a, b); }

// Declared before they are defined: each may hold any other.
template <typename T>
Order order(const std::optional<T>& a, const std::optional<T>& b);
template <typename T>
Order order(const std::vector<T>& a, const std::vector<T>& b);
template <typename A, typename B>
Order order(const std::pair<A, B>& a, const std::pair<A, B>& b);
template <typename T>
requires(std::is_class_v<T> && !Simple<T>) Order order(const T& a, const T& b);

template <typename T>
Order order(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b ? order(*a, *b) : a.has_value() <=> b.has_value();
}

template <typename T>
Order order(const std::vector<T>& a, const std::vector<T>& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    if (const Order here = order(a[i], b[i]); here != 0) return here;
  return a.size() <=> b.size();
}

template <typename A, typename B>
Order order(const std::pair<A, B>& a, const std::pair<A, B>& b) {
  const Order first = order(a.first, b.first);
  return first != 0 ? first : order(a.second, b.second);
}

template <typename Tuple, std::size_t... i>
Order order_fields(const Tuple& a, const Tuple& b, std::index_sequence<i...>) {
  Order result = Order::equal;
  (void)(((result = order(std::get<i>(a), std::get<i>(b))) != 0) || ...);
  return result;
}

template <typename T>
requires(std::is_class_v<T> && !Simple<T>) Order order(const T& a, const T& b) {
  const auto left = fields(a), right = fields(b);
  return order_fields(left, right, std::make_index_sequence<std::tuple_size_v<decltype(left)>>());
}

}  // namespace

Order content_order(const Evidence& a, const Evidence& b) { return order(a, b); }
Order content_order(const When& a, const When& b) { return order(a, b); }
Order content_order(const SourceDocument& a, const SourceDocument& b) { return order(a, b); }
Order content_order(const Entity& a, const Entity& b) { return order(a, b); }
Order content_order(const Participant& a, const Participant& b) { return order(a, b); }
Order content_order(const EventPlace& a, const EventPlace& b) { return order(a, b); }
Order content_order(const SourceClaim& a, const SourceClaim& b) { return order(a, b); }
Order content_order(const Quantity& a, const Quantity& b) { return order(a, b); }
Order content_order(const Event::WebLink& a, const Event::WebLink& b) { return order(a, b); }
Order content_order(const Event& a, const Event& b) { return order(a, b); }
Order content_order(const Link& a, const Link& b) { return order(a, b); }

}  // namespace dateline
