#pragma once

#include <cstddef>
#include <vector>

namespace dateline {

/// Runs a loop, compiled for the widest vectors of this machine that it was also compiled for.
/// The work's operator() and what it calls must be always inlined. Its results must not depend on
/// the width: sums of integers, or floating-point numbers of which none enters another's sum.
template <typename Work>
[[gnu::noinline]] void run_narrow(const Work& work) {
  work();
}

#if defined(__x86_64__)

template <typename Work>
[[gnu::noinline, gnu::target("avx2")]] void run_avx2(const Work& work) {
  work();
}

template <typename Work>
void run_wide(const Work& work) {
  if (__builtin_cpu_supports("avx2"))
    run_avx2(work);
  else
    run_narrow(work);
}

#else

template <typename Work>
void run_wide(const Work& work) {
  run_narrow(work);
}

#endif

/// At least so many numbers, of any value: they are about to be written over.
template <typename Number>
void make_room(std::vector<Number>& numbers, std::size_t count) {
  if (numbers.size() < count) numbers.resize(count);
}

}  // namespace dateline
