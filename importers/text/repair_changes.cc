#include "importers/text/repair_changes.h"

#include <algorithm>
#include <utility>

namespace dateline {

/// Walks old changes and new corrections side by side, both in the order of the text.
class RepairChanges::Merger {
 public:
  Merger(RepairChanges& changes, const RepairPass& pass) : changes_(changes), pass_(pass) {
    text_.reserve(changes.current_.size());
  }

  void run() {
    const auto& corrections = pass_.corrections;
    while (old_ < changes_.changes_.size() || new_ < corrections.size()) {
      const bool from_old = new_ == corrections.size() ||
                            (old_ < changes_.changes_.size() &&
                             changes_.changes_[old_].now.begin < corrections[new_].at.begin);
      merge(from_old ? changes_.changes_[old_].now : corrections[new_].at);
    }
    copy_to(static_cast<std::uint32_t>(changes_.current_.size()));
    changes_.current_ = std::move(text_);
    changes_.changes_ = std::move(merged_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  void copy_to(std::uint32_t end) {
    text_.append(changes_.current_, copied_, end - copied_);
    copied_ = end;
  }

  /// Where a place of the current text, outside all changes, was in the text as given.
  std::uint32_t given(std::uint32_t now) const {
    if (old_ == 0) return now;
    const Change& last = changes_.changes_[old_ - 1];
    return last.given.end + (now - last.now.end);
  }

  /// Takes in everything that overlaps `region`, and what overlaps that.
  void merge(Span region) {
    Change change{{0, 0}, {0, 0}, 0, 1};
    change.given.begin = given_begin(region.begin);
    copy_to(region.begin);
    change.now.begin = size();
    std::string table;
    while (take_old(region, change, table) || take_new(region, change, table)) continue;
    copy_to(region.end);
    change.given.end = given(region.end);
    change.now.end = size();
    change.table = changes_.table_index(table);
    merged_.push_back(change);
  }

  std::uint32_t given_begin(std::uint32_t now) const {
    const bool at_old = old_ < changes_.changes_.size() && changes_.changes_[old_].now.begin == now;
    return at_old ? changes_.changes_[old_].given.begin : given(now);
  }

  bool take_old(Span& region, Change& change, std::string& table) {
    if (old_ == changes_.changes_.size()) return false;
    const Change& next = changes_.changes_[old_];
    if (!next.now.overlaps(region)) return false;
    region.end = std::max(region.end, next.now.end);
    change.confidence = std::min(change.confidence, next.confidence);
    append_table(table, changes_.tables_[next.table]);
    ++old_;
    return true;
  }

  bool take_new(Span& region, Change& change, std::string& table) {
    if (new_ == pass_.corrections.size()) return false;
    const Correction& next = pass_.corrections[new_];
    if (!next.at.overlaps(region)) return false;
    region.end = std::max(region.end, next.at.end);
    copy_to(next.at.begin);
    text_ += next.fixed;
    copied_ = next.at.end;
    change.confidence = std::min(change.confidence, next.confidence);
    append_table(table, layered(pass_.table, next.layers));
    ++new_;
    return true;
  }

  static std::string layered(const std::string& table, std::uint8_t layers) {
    return layers == 1 ? table : table + ", " + std::to_string(layers) + " times";
  }

  static void append_table(std::string& tables, const std::string& table) {
    if (tables.ends_with(table)) return;
    if (!tables.empty()) tables += ", then ";
    tables += table;
  }

  RepairChanges& changes_;
  const RepairPass& pass_;
  std::size_t old_ = 0, new_ = 0;
  std::uint32_t copied_ = 0;
  std::string text_;
  std::vector<Change> merged_;
};

void RepairChanges::apply(const RepairPass& pass) { Merger(*this, pass).run(); }

std::uint32_t RepairChanges::table_index(const std::string& name) {
  const auto index = static_cast<std::uint32_t>(std::ranges::find(tables_, name) - tables_.begin());
  if (index == tables_.size()) tables_.push_back(name);
  return index;
}

Repaired RepairChanges::finish(const Text& text) const {
  TextBuilder builder(text);
  std::vector<Repair> repairs;
  repairs.reserve(changes_.size());
  std::uint32_t copied = 0;
  for (const Change& change : changes_) {
    builder.copy({copied, change.given.begin});
    const std::string_view fixed = change.now.of(current_);
    builder.replace(change.given, fixed);
    copied = change.given.end;
    repairs.push_back({text.to_source(change.given), std::string(change.given.of(text.view())),
                       std::string(fixed), tables_[change.table], change.confidence});
  }
  builder.copy({copied, static_cast<std::uint32_t>(text.view().size())});
  return {std::move(builder).build(), std::move(repairs)};
}

}  // namespace dateline
