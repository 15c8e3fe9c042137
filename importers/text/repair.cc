#include "importers/text/repair.h"

#include <utility>

#include "importers/text/repair_changes.h"
#include "importers/text/repair_pass.h"
#include "importers/text/stray_controls.h"

namespace dateline {
namespace {

/// Bits of evidence beyond an even bet that are asked for before anything is changed.
constexpr double kEnough = 10;
/// A pass with less is not even looked behind.
constexpr double kHopeful = 3;
/// Each pass undoes one misreading, up to three layers deep; texts put together from several
/// sources hold more than one.
constexpr int kMostPasses = 6;

}  // namespace

Repaired repair(Text text) {
  RepairPass pass = find_repair_pass(text.view());
  if (pass.gain < kHopeful && find_stray_controls(text.view()).corrections.empty())
    return {std::move(text), {}};
  RepairChanges sure(text.view());
  RepairChanges hoped = sure;
  double gain = 0;
  for (int passes = 0; passes < kMostPasses && pass.gain >= kHopeful; ++passes) {
    // What one pass uncovers may be the best evidence for it.
    hoped.apply(pass);
    gain += pass.gain;
    if (gain >= kEnough) {
      sure = hoped;
      gain = 0;
    }
    pass = find_repair_pass(hoped.current());
  }
  sure.apply(find_stray_controls(sure.current()));
  return sure.finish(text);
}

std::string repaired(const std::string& text) {
  return std::string(repair(Text::from_source(text)).text.view());
}

}  // namespace dateline
