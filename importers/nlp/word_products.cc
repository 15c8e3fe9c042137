#include "importers/nlp/word_products.h"

#include <algorithm>

namespace dateline {

void WordProducts::prepare(std::uint64_t owner, std::size_t row_size) {
  if (owner == owner_ && row_size == row_size_) return;
  owner_ = owner;
  row_size_ = row_size;
  sets_.assign(kSets, {});
  rows_ = std::make_unique_for_overwrite<std::int32_t[]>(kWords * row_size);
}

WordProducts::Set& WordProducts::set_of(const WordKeys& word) {
  std::uint64_t mixed = 0;
  for (const std::uint64_t key : word) mixed = (mixed ^ key) * 0x9E3779B97F4A7C15;
  return sets_[mixed >> 32 & (kSets - 1)];
}

std::int32_t* WordProducts::row(const Set& set, std::size_t way) const {
  const std::size_t index = static_cast<std::size_t>(&set - sets_.data()) * kWays + way;
  return rows_.get() + index * row_size_;
}

const std::int32_t* WordProducts::find(const WordKeys& word) {
  Set& set = set_of(word);
  for (std::size_t way = 0; way < kWays; ++way) {
    if (set.asked[way] == 0 || set.words[way] != word) continue;
    set.asked[way] = ++clock_;
    return row(set, way);
  }
  return nullptr;
}

void WordProducts::keep(const WordKeys& word, const std::int32_t* products) {
  Set& set = set_of(word);
  const auto oldest = std::min_element(set.asked.begin(), set.asked.end());
  const auto way = static_cast<std::size_t>(oldest - set.asked.begin());
  set.words[way] = word;
  set.asked[way] = ++clock_;
  std::copy_n(products, row_size_, row(set, way));
}

}  // namespace dateline
