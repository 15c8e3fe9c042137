#include "importers/nlp/training/roleset_table.h"

#include <algorithm>
#include <cmath>

#include "importers/nlp/model_file.h"

namespace dateline {
namespace {

constexpr std::uint32_t kRare = 4;  // words
constexpr RolesetEntry kNoPredicate = {0, 1};

float prior_of(std::uint32_t count, std::uint32_t of) {
  return std::log((static_cast<float>(count) + 0.5f) / (static_cast<float>(of) + 1));
}

}  // namespace

void RolesetTable::count(std::uint64_t key, std::string_view roleset) {
  Seen& seen = seen_[key];
  ++seen.words;
  if (roleset.empty()) return;
  ++seen.frames;
  ++seen.rolesets[std::string(roleset)];
}

// The rolesets in the order of their names, after the row for no predicate.
void RolesetTable::add_entry(std::uint64_t key, const Seen& seen) {
  const auto first = static_cast<std::uint32_t>(rows_.size());
  rows_.push_back({{}, prior_of(seen.words - seen.frames, seen.words)});
  for (const auto& [name, count] : seen.rolesets)
    rows_.push_back({name, prior_of(count, seen.words)});
  entries_[key] = {first, static_cast<std::uint32_t>(rows_.size()) - first};
}

// A word that is seen some times and never as a predicate gets an entry that says so.
void RolesetTable::finish() {
  for (const auto& [key, seen] : seen_)
    if (seen.frames > 0)
      add_entry(key, seen);
    else if (seen.words > kRare)
      entries_[key] = kNoPredicate;
}

RolesetEntry RolesetTable::find(std::uint64_t key, Pos pos) const {
  if (const auto at = entries_.find(key); at != entries_.end()) return at->second;
  return entry_of_unknown(pos);
}

std::uint32_t RolesetTable::row_of(RolesetEntry entry, std::string_view roleset) const {
  if (roleset.empty()) return entry.first;
  if (entry.first < kUnknownRows) return entry.first + 1;
  for (std::uint32_t row = entry.first + 1; row < entry.first + entry.count; ++row)
    if (rows_[row].name == roleset) return row;
  return entry.first;
}

bool RolesetTable::is_rare(std::uint64_t key) const {
  const auto at = seen_.find(key);
  return at == seen_.end() || at->second.words <= kRare;
}

std::string RolesetTable::entry_bytes() const {
  std::string bytes;
  for (const auto& [key, entry] : entries_) {
    append_value(bytes, key);
    append_value(bytes, entry);
  }
  return bytes;
}

}  // namespace dateline
