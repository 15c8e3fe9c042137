#pragma once

#include <map>
#include <string>
#include <vector>

#include "importers/nlp/roleset_lexicon.h"

namespace dateline {

/// The lexicon of rolesets as it is gathered from frames.
class RolesetTable {
 public:
  /// To be called for each word that could be a predicate; `roleset` is empty if it is none.
  void count(std::uint64_t key, std::string_view roleset);
  /// Numbers the rows; to be called once, before what follows.
  void finish();

  RolesetEntry find(std::uint64_t key, Pos pos) const;
  /// The row of an entry that a word with that roleset is right with; the first if it is unknown.
  std::uint32_t row_of(RolesetEntry entry, std::string_view roleset) const;
  /// Whether a word was seen so rarely that another like it may well be unknown.
  bool is_rare(std::uint64_t key) const;
  const std::vector<RolesetRow>& rows() const { return rows_; }
  std::string entry_bytes() const;

 private:
  struct Seen {
    std::uint32_t words = 0, frames = 0;
    std::map<std::string, std::uint32_t, std::less<>> rolesets;
  };
  void add_entry(std::uint64_t key, const Seen& seen);

  std::map<std::uint64_t, Seen> seen_;
  std::map<std::uint64_t, RolesetEntry> entries_;
  std::vector<RolesetRow> rows_{kUnknownRows};
};

}  // namespace dateline
