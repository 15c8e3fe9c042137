#include "core/copies.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace dateline {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// FNV-1a (Fowler, Noll, Vo).
std::uint64_t hash_of(const WordSketch& sketch) {
  std::uint64_t hash = 0xCBF29CE484222325u ^ sketch.shingles;
  for (const std::uint8_t byte : sketch.least) hash = (hash ^ byte) * 0x100000001B3u;
  return hash;
}

}  // namespace

Copies::Copies(std::size_t expected)
    : slot_bits_(std::clamp<std::size_t>(std::bit_width(expected), 1, kMostSlotBits)),
      slots_(kBands << slot_bits_, kNone) {}

std::uint32_t& Copies::slot(const WordSketch& sketch, std::size_t band) {
  std::uint32_t key = 0;
  for (std::size_t row = 0; row < kRows; ++row) key = key << 8 | sketch.least[band * kRows + row];
  key *= 0x9E3779B1u;  // Knuth's multiplicative hash: the upper bits depend on all
  return slots_[band << slot_bits_ | key >> (32 - slot_bits_)];
}

bool Copies::agree(std::uint32_t kept, std::uint32_t other, std::size_t band) const {
  const auto row = [&](std::uint32_t sketch) {
    return kept_[sketch].least.begin() + static_cast<std::ptrdiff_t>(band * kRows);
  };
  return std::equal(row(kept), row(kept) + kRows, row(other));
}

/// Compares a sketch with all that share a slot with it, each once.
void Copies::join_like(std::uint32_t kept, std::uint32_t article) {
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint32_t& last = slot(kept_[kept], band);
    for (std::uint32_t other = last; other != kNone; other = next_[other][band]) {
      if (compared_[other] == kept || !agree(kept, other, band)) continue;
      compared_[other] = kept;
      const bool joined = sets_.find(article_of_[other]) == sets_.find(article);
      if (!joined && is_copy(kept_[other], kept_[kept])) sets_.join(article_of_[other], article);
    }
    next_[kept][band] = last;
    last = kept;
  }
}

std::uint32_t Copies::add(const WordSketch& sketch) {
  const std::uint32_t article = sets_.add();
  const std::uint64_t hash = hash_of(sketch);
  const auto [begin, end] = exact_.equal_range(hash);
  for (auto same = begin; same != end; ++same)
    if (kept_[same->second] == sketch) {
      sets_.join(article_of_[same->second], article);
      return article;
    }
  const auto kept = static_cast<std::uint32_t>(kept_.size());
  exact_.emplace(hash, kept);
  kept_.push_back(sketch);
  article_of_.push_back(article);
  compared_.push_back(kNone);
  next_.emplace_back();
  join_like(kept, article);
  return article;
}

}  // namespace dateline
