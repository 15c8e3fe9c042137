#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "importers/text/repair.h"
#include "importers/text/repair_pass.h"

namespace dateline {

/// What passes have changed in a text so far. A place that several passes touched is one change,
/// from the text as it was given to the text as it is now.
class RepairChanges {
 public:
  explicit RepairChanges(std::string_view text) : current_(text) {}

  const std::string& current() const { return current_; }
  /// The pass was found in current().
  void apply(const RepairPass& pass);
  Repaired finish(const Text& text) const;

 private:
  /// Bytes of the text as given that now read differently.
  struct Change {
    Span given;
    Span now;
    std::uint32_t table;  ///< index of its name
    double confidence;
  };
  class Merger;

  std::uint32_t table_index(const std::string& name);

  std::string current_;
  std::vector<Change> changes_;
  std::vector<std::string> tables_;
};

}  // namespace dateline
