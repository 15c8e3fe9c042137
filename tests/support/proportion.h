#pragma once

#include <algorithm>
#include <ctime>

namespace dateline {

/// Seconds of the processor that `work` takes, the better of two runs.
template <typename Work>
double processor_seconds(Work work) {
  double best = 1e9;
  for (int run = 0; run < 2; ++run) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

/// Whether work on something takes about four times as long as the same on a quarter of it, as it
/// should; work in the square of the size takes sixteen times as long. Less than a hundredth of a
/// second is too short to tell.
template <typename Work, typename OnAQuarter>
bool takes_time_in_proportion(Work work, OnAQuarter on_a_quarter) {
  constexpr double kAllowed = 10, kShortest = 0.01;
  const double whole = processor_seconds(work);
  return whole < kShortest || whole < kAllowed * processor_seconds(on_a_quarter);
}

}  // namespace dateline
