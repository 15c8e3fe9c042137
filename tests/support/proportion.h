#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace dateline {

/// Seconds of the processor that `work` takes, done `times` over.
template <typename Work>
double processor_seconds(Work work, int times) {
  const std::clock_t start = std::clock();
  for (int time = 0; time < times; ++time) work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Whether work on something takes about as long as the same on a sixteenth of it done sixteen
/// times, as it should; work in the square of the size takes sixteen times as long. Less than a
/// tenth of a second is too short to tell, and a busy machine may be wrong twice, hardly three
/// times.
template <typename Work, typename OnASixteenth>
bool takes_time_in_proportion(Work work, OnASixteenth on_a_sixteenth) {
  constexpr double kAllowed = 6, kTooShort = 0.1;
  constexpr int kTrials = 3;
  for (int trial = 0; trial < kTrials; ++trial) {
    const double whole = processor_seconds(work, 1);
    if (whole < kTooShort || whole < kAllowed * processor_seconds(on_a_sixteenth, 16)) return true;
  }
  return false;
}

/// `unit` over and over behind `head`, of `size` bytes at least.
inline std::string repeated(std::string_view head, std::string_view unit, std::size_t size) {
  std::string text(head);
  while (text.size() < size) text += unit;
  return text;
}

/// Whether `read` takes time in proportion to the text that `text_of(size)` makes.
template <typename TextOf, typename Read>
bool reads_in_proportion(TextOf text_of, std::size_t size, Read read) {
  const std::string whole = text_of(size), sixteenth = text_of(size / 16);
  return takes_time_in_proportion([&] { read(whole); }, [&] { read(sixteenth); });
}

}  // namespace dateline
