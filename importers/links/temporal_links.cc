#include "importers/links/temporal_links.h"

#include <algorithm>
#include <map>

#include "core/temporal_network.h"
#include "importers/links/sieves.h"

namespace dateline {
namespace {

// Events and times whose order is closed together: closing costs the square of it. Longer
// documents are closed in stretches.
constexpr std::uint32_t kStretch = 1000;

/// An event or a time expression, by its place in the text.
struct Item {
  TLink::End end;
  Span span;
  std::uint32_t sentence = 0;
};

class Linker {
 public:
  Linker(const EventContext& context, std::vector<Diagnostic>& contradictions)
      : document_(context.document), contradictions_(contradictions) {
    list_items();
    const EventIndex index(document_, document_.events);
    for (const LinkSieve& sieve : link_sieves()) {
      const std::size_t first = drawn_.size();
      sieve.draw({context, index}, drawn_);
      for (std::size_t i = first; i < drawn_.size(); ++i) drawn_[i].rule = sieve.name;
      if (sieve.strength == LinkStrength::told) told_ = drawn_.size();
      if (sieve.strength != LinkStrength::weak) closing_ = drawn_.size();
    }
  }

  std::vector<TLink> link() {
    for (std::uint32_t first = 0; first < items_.size(); first += kStretch)
      link_stretch(first, std::min(first + kStretch, static_cast<std::uint32_t>(items_.size())));
    return std::move(links_);
  }

 private:
  // In order of the text.
  void list_items() {
    for (std::uint32_t i = 0; i < document_.timexes.size(); ++i)
      items_.push_back({TimexId{i}, document_.timexes[i].span, 0});
    for (std::uint32_t i = 0; i < document_.events.size(); ++i)
      items_.push_back({EventMentionId{i}, document_.at(document_.events[i].head).span, 0});
    std::ranges::stable_sort(items_, {}, [](const Item& item) { return item.span.begin; });
    timex_places_.resize(document_.timexes.size());
    event_places_.resize(document_.events.size());
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      while (sentence + 1 < document_.sentences.size() &&
             document_.sentences[sentence + 1].span.begin <= items_[i].span.begin)
        ++sentence;
      items_[i].sentence = sentence;
      if (const auto* timex = std::get_if<TimexId>(&items_[i].end))
        timex_places_[timex->index] = i;
      else if (const auto* event = std::get_if<EventMentionId>(&items_[i].end))
        event_places_[event->index] = i;
    }
  }

  /// The number of an end in the network of a stretch, the publication's being 0; empty if it lies
  /// outside.
  std::optional<std::uint32_t> node(const TLink::End& end) const {
    if (std::holds_alternative<DocumentTime>(end)) return 0;
    const auto* timex = std::get_if<TimexId>(&end);
    const std::uint32_t place = timex != nullptr
                                    ? timex_places_[timex->index]
                                    : event_places_[std::get<EventMentionId>(end).index];
    if (place < first_ || place >= last_) return std::nullopt;
    return place - first_ + 1;
  }

  void link_stretch(std::uint32_t first, std::uint32_t last) {
    first_ = first;
    last_ = last;
    rules_.clear();
    TemporalNetwork network(last - first + 1);
    for (std::uint32_t i = 0; i < closing_; ++i) add(network, i);
    add_derived(network);
    for (std::size_t i = closing_; i < drawn_.size(); ++i) add_alone(network, drawn_[i]);
  }

  void add(TemporalNetwork& network, std::uint32_t number) {
    const TLink& link = drawn_[number];
    const auto from = node(link.from), to = node(link.to);
    if (!from || !to) return;
    const auto conflict = network.add(*from, link.relation, *to, number);
    if (!conflict)
      rules_.try_emplace(std::minmax(*from, *to), link.rule);
    else if (number < told_)
      contradictions_.push_back(contradiction(link, *conflict));
  }

  /// A link that says no more than itself, where nothing else is known.
  void add_alone(const TemporalNetwork& network, const TLink& link) {
    const auto from = node(link.from), to = node(link.to);
    if (from && to && network.between(*from, *to) == TemporalRelation::vague)
      links_.push_back(link);
  }

  /// What follows for the publication with everything, and for what stands near each other.
  void add_derived(const TemporalNetwork& network) {
    for (std::uint32_t a = first_; a < last_; ++a) {
      add_derived(network, a - first_ + 1, 0, items_[a].end, DocumentTime{});
      for (std::uint32_t b = a + 1; b < last_ && items_[b].sentence <= items_[a].sentence + 1; ++b)
        add_derived(network, a - first_ + 1, b - first_ + 1, items_[a].end, items_[b].end);
    }
  }

  void add_derived(const TemporalNetwork& network, std::uint32_t a, std::uint32_t b,
                   const TLink::End& from, const TLink::End& to) {
    const TemporalRelation relation = network.between(a, b);
    if (relation == TemporalRelation::vague) return;
    const auto told = rules_.find(std::minmax(a, b));
    links_.push_back({from, to, relation, told == rules_.end() ? "closure" : told->second, {}});
  }

  const Item* item(const TLink::End& end) const {
    if (const auto* timex = std::get_if<TimexId>(&end)) return &items_[timex_places_[timex->index]];
    const auto* event = std::get_if<EventMentionId>(&end);
    return event != nullptr ? &items_[event_places_[event->index]] : nullptr;
  }

  std::string words(const TLink& link) const {
    const auto name = [this](const TLink::End& end) {
      const Item* found = item(end);
      if (found == nullptr) return std::string("the publication");
      return "'" + std::string(found->span.of(document_.text())) + "'";
    };
    return name(link.from) + " " + std::string(name_of(link.relation)) + " " + name(link.to) +
           " (" + link.rule + ", sentence " + std::to_string(item(link.from)->sentence + 1) + ")";
  }

  Diagnostic contradiction(const TLink& link, const TemporalNetwork::Conflict& because) const {
    std::string message = words(link) + " contradicts ";
    for (std::size_t i = 0; i < because.size(); ++i)
      message += (i == 0 ? "" : " and ") + words(drawn_[because[i]]);
    return {Severity::note, "order-contradicted", message,
            document_.article.text.to_source(item(link.from)->span)};
  }

  const Document& document_;
  std::vector<Diagnostic>& contradictions_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> timex_places_, event_places_;  // by number: places in items_
  std::vector<TLink> drawn_;                                // by the sieves, in their order
  std::size_t told_ = 0;                                    // how many of them the text tells
  std::size_t closing_ = 0;                                 // how many of them are closed over
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> rules_;  // by nodes
  std::vector<TLink> links_;            // that hold, and what follows
  std::uint32_t first_ = 0, last_ = 0;  // the stretch, in items_
};

}  // namespace

std::vector<TLink> find_temporal_links(const EventContext& context,
                                       std::vector<Diagnostic>& contradictions) {
  return Linker(context, contradictions).link();
}

}  // namespace dateline
