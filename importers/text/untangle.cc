#include "importers/text/untangle.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline {
namespace {

using Class = CharacterModel::Class;

/// Noise (keyboard mashing, binary, art) is any of some 8,000 characters, one after another; and
/// seldom begins. That bounds what a reading can gain by explaining away strange neighbours.
constexpr float kNoiseCost = 13;
constexpr float kNoiseBegins = 18;
/// A broken sequence must be likelier than what is shown by more than a shade.
constexpr float kMargin = 5;

constexpr float kNever = std::numeric_limits<float>::infinity();

}  // namespace

Untangler::Untangler(const CharacterModel& model, const Misreadings& misreadings,
                     const Misreading& misreading, const DocumentCharacters& characters)
    : model_(model), misreadings_(misreadings), misreading_(misreading), characters_(characters) {
  expect_broken(0.5f);
}

void Untangler::expect_broken(float share) {
  broken_cost_ = -std::log2(share);
  whole_cost_ = -std::log2(1 - share);
}

Untangled Untangler::read(const Stretch& stretch, std::vector<Finding>* findings) {
  start(stretch);
  for (std::size_t at = 0; at < stretch.symbols.size(); ++at) {
    read_symbol(stretch.symbols[at], at);
    for (const BrokenSequence& sequence :
         find_broken_sequences(misreadings_, misreading_, stretch.symbols, at))
      read_sequence(sequence, at);
  }
  float cost = 0;
  const State end = cheapest_end(stretch.after, cost);
  Untangled untangled = trace(stretch, end, findings);
  untangled.gain = cost_as_shown(stretch, 0, stretch.symbols.size()) - cost;
  return untangled;
}

void Untangler::start(const Stretch& stretch) {
  Cell never{};
  std::fill(std::begin(never.cost), std::end(never.cost), kNever);
  cells_.assign(stretch.symbols.size() + 1, never);
  cells_[0].cost[kWhole] = 0;
  cells_[0].type[kWhole] = stretch.before;
}

/// What the class `next` costs after the cell; after noise nothing is known.
float Untangler::step(const Cell& cell, State from, Class next) const {
  return from == kNoise ? model_.anywhere(next) : model_.after(cell.type[from], next);
}

void Untangler::arrive(std::size_t at, State state, State from, float cost, Class type) {
  Cell& cell = cells_[at];
  if (cost >= cell.cost[state]) return;
  cell.cost[state] = cost;
  cell.from[state] = from;
  cell.type[state] = type;
}

void Untangler::read_symbol(const Symbol& symbol, std::size_t at) {
  const Cell& cell = cells_[at];
  const float whole = symbol.value < 0x80 ? 0 : whole_cost_;
  const float own = characters_.cost_shown(symbol.value) + whole;
  for (const State from : {kWhole, kNoise, kBroken}) {
    const float cost = cell.cost[from];
    if (cost == kNever) continue;
    arrive(at + 1, kWhole, from, cost + step(cell, from, symbol.type) + own, symbol.type);
    const float begins = from == kNoise ? 0 : kNoiseBegins;
    arrive(at + 1, kNoise, from, cost + begins + kNoiseCost + whole, symbol.type);
  }
}

void Untangler::read_sequence(const BrokenSequence& sequence, std::size_t at) {
  const Cell& cell = cells_[at];
  const Class type = model_.class_of(sequence.value);
  const Class space = model_.class_of(' ');
  const Class last = keeps_space(sequence) ? space : type;
  const float own = characters_.cost_supposed(sequence.value, type) + broken_cost_ + kMargin +
                    sequence.penalty + (last == type ? 0 : model_.after(type, space));
  const std::size_t end = at + sequence.length;
  for (const State from : {kWhole, kNoise, kBroken}) {
    if (cell.cost[from] == kNever) continue;
    const float cost = cell.cost[from] + step(cell, from, type) + own;
    if (cost >= cells_[end].cost[kBroken]) continue;
    arrive(end, kBroken, from, cost, last);
    cells_[end].sequence = sequence;
  }
}

/// The cost of symbols [first, last) if nothing is broken, whole or noise, whichever is cheaper.
float Untangler::cost_as_shown(const Stretch& stretch, std::size_t first, std::size_t last) const {
  const std::vector<Symbol>& symbols = stretch.symbols;
  Class before = first == 0 ? stretch.before : symbols[first - 1].type;
  float whole = 0, noise = kNever;
  for (std::size_t i = first; i < last; ++i) {
    const Class type = symbols[i].type;
    const float to_whole =
        std::min(whole + model_.after(before, type), noise + model_.anywhere(type)) +
        characters_.cost_shown(symbols[i].value);
    noise = std::min(whole + kNoiseBegins, noise) + kNoiseCost;
    whole = to_whole;
    before = type;
  }
  const Class after = last == symbols.size() ? stretch.after : symbols[last].type;
  return std::min(whole + model_.after(before, after), noise + model_.anywhere(after));
}

Untangler::State Untangler::cheapest_end(Class after, float& cost) const {
  const Cell& last = cells_.back();
  State cheapest = kWhole;
  cost = kNever;
  for (const State state : {kWhole, kNoise, kBroken}) {
    if (last.cost[state] == kNever) continue;
    const float total = last.cost[state] + step(last, state, after);
    if (total >= cost) continue;
    cost = total;
    cheapest = state;
  }
  return cheapest;
}

Untangled Untangler::trace(const Stretch& stretch, State state,
                           std::vector<Finding>* findings) const {
  Untangled untangled;
  const std::size_t kept = findings ? findings->size() : 0;
  for (std::size_t at = stretch.symbols.size(); at > 0;) {
    const Cell& cell = cells_[at];
    if (state == kBroken) {
      ++untangled.broken;
      if (findings) findings->push_back(finding_at(stretch, at));
      at -= cell.sequence.length;
    } else {
      if (stretch.symbols[at - 1].value >= 0x80) ++untangled.whole;
      --at;
    }
    state = cell.from[state];
  }
  if (findings)
    std::reverse(findings->begin() + static_cast<std::ptrdiff_t>(kept), findings->end());
  return untangled;
}

Finding Untangler::finding_at(const Stretch& stretch, std::size_t end) const {
  const Cell& cell = cells_[end];
  const std::size_t first = end - cell.sequence.length;
  const Cell& before = cells_[first];
  const State from = cell.from[kBroken];
  const Class after = end == stretch.symbols.size() ? stretch.after : stretch.symbols[end].type;
  const float read =
      cell.cost[kBroken] - before.cost[from] + model_.after(cell.type[kBroken], after);
  return {first, cell.sequence, cost_as_shown(stretch, first, end) - read};
}

}  // namespace dateline
