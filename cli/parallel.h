#pragma once

#include <functional>

namespace dateline {

/// The end of a piece of work, run on the calling thread, in order. False: stop the whole run.
using Delivery = std::function<bool()>;
/// A piece of work, run on any thread.
using Work = std::function<Delivery()>;
/// Takes the pieces of one input, in order.
using AddWork = std::function<void(Work work)>;

/// Inputs that are opened, each for the pieces of work in it: files with articles.
struct Batch {
  std::size_t inputs = 0;
  /// Called once an input, on any thread; calls add() for each piece it finds.
  std::function<void(std::size_t input, const AddWork& add)> open;
};

/// Runs a batch on `jobs` threads (on none but the caller's for 1). Deliveries run in the order of
/// the inputs and of their pieces, whatever the number of threads. What is read ahead is bounded:
/// a slow consumer or a large archive does not fill the memory.
void run_in_order(const Batch& batch, unsigned jobs);

}  // namespace dateline
