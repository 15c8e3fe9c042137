#include "cli/parallel.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

namespace {

// Inputs open at once beyond the one that is being delivered. Enough to keep every thread busy
// while the first is slow, few enough to stay small in memory.
constexpr std::size_t kInputsAhead = 64;
// Finished pieces that wait for their turn.
constexpr std::size_t kMaxHeld = 256;
// Pieces that wait for a thread, for each thread.
constexpr std::size_t kQueuedPerJob = 4;

void run_here(const Batch& batch) {
  bool go_on = true;
  for (std::size_t input = 0; input < batch.inputs && go_on; ++input)
    batch.open(input, [&go_on](Work work) {
      if (go_on) go_on = work()();
    });
}

// One run. A thread that is free takes a piece from the queue or, if that is empty, opens the next
// input, whose pieces fill the queue. The caller's thread delivers. An opener whose input is not
// first in line waits when too much is held, and that of the first until all it gave is delivered;
// both work off the queue meanwhile, so the piece that everybody waits for always moves.
class OrderedRun {
 public:
  OrderedRun(const Batch& batch, unsigned jobs) : batch_(batch), jobs_(jobs) {}

  void run() {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < jobs_; ++i) threads.emplace_back([this] { work_until_done(); });
    deliver_all();
  }

 private:
  /// An input that is open, or delivered in part.
  struct Slot {
    std::deque<std::optional<Delivery>> pieces;  // not yet delivered; empty inside: not finished
    std::size_t delivered = 0;
    bool closed = false;  // no more pieces will come

    bool head_ready() const { return !pieces.empty() && pieces.front().has_value(); }
  };
  struct Queued {
    std::size_t input = 0, piece = 0;
    Work work;
  };
  using Lock = std::unique_lock<std::mutex>;

  Slot& slot(std::size_t input) { return slots_[input - first_]; }

  bool may_open() const {
    return next_ < batch_.inputs && next_ < first_ + kInputsAhead && held_ < kMaxHeld;
  }
  bool all_opened_and_taken() const {
    return next_ == batch_.inputs && queue_.empty() && open_ == 0;
  }

  void work_until_done() {
    Lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] {
        return stopped_ || !queue_.empty() || may_open() || all_opened_and_taken();
      });
      if (stopped_) return;
      if (!queue_.empty()) {
        run_queued(lock);
      } else if (may_open()) {
        open_next(lock);
      } else {
        return;
      }
    }
  }

  void open_next(Lock& lock) {
    const std::size_t input = next_++;
    ++open_;
    slots_.emplace_back();
    lock.unlock();
    batch_.open(input, [this, input](Work work) { add(input, std::move(work)); });
    lock.lock();
    --open_;
    slot(input).closed = true;
    changed_.notify_all();
  }

  void add(std::size_t input, Work work) {
    Lock lock(mutex_);
    while (!stopped_ && must_wait(input)) {
      if (queue_.empty()) {
        changed_.wait(lock);
      } else {
        run_queued(lock);
      }
    }
    if (stopped_) return;
    Slot& mine = slot(input);
    queue_.push_back({input, mine.delivered + mine.pieces.size(), std::move(work)});
    mine.pieces.emplace_back();
    if (queue_.size() > kQueuedPerJob * jobs_) {
      run_queued(lock);
    } else {
      changed_.notify_all();
    }
  }

  bool must_wait(std::size_t input) {
    if (held_ < kMaxHeld) return false;
    return input != first_ || !slot(input).pieces.empty();
  }

  void run_queued(Lock& lock) {
    Queued queued = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    Delivery delivery = queued.work();
    lock.lock();
    Slot& of = slot(queued.input);
    of.pieces[queued.piece - of.delivered] = std::move(delivery);
    ++held_;
    changed_.notify_all();
  }

  void deliver_all() {
    Lock lock(mutex_);
    while (first_ < batch_.inputs && !stopped_) {
      changed_.wait(lock, [this] {
        return !slots_.empty() && (slots_.front().head_ready() ||
                                   (slots_.front().closed && slots_.front().pieces.empty()));
      });
      if (slots_.front().head_ready()) {
        deliver_one(lock);
      } else {
        slots_.pop_front();
        ++first_;
        changed_.notify_all();
      }
    }
  }

  void deliver_one(Lock& lock) {
    Slot& front = slots_.front();
    const Delivery delivery = std::move(*front.pieces.front());
    front.pieces.pop_front();
    ++front.delivered;
    --held_;
    lock.unlock();
    const bool go_on = delivery();
    lock.lock();
    stopped_ = !go_on;
    changed_.notify_all();
  }

  const Batch& batch_;
  const unsigned jobs_;
  std::mutex mutex_;
  std::condition_variable changed_;  // anything below
  std::deque<Slot> slots_;           // of the inputs first_ .. next_-1
  std::deque<Queued> queue_;
  std::size_t first_ = 0;  // the input that is being delivered
  std::size_t next_ = 0;   // the input to open next
  std::size_t open_ = 0;   // inputs that are being opened
  std::size_t held_ = 0;   // finished pieces not yet delivered
  bool stopped_ = false;
};

}  // namespace

void run_in_order(const Batch& batch, unsigned jobs) {
  if (jobs <= 1) {
    run_here(batch);
  } else {
    OrderedRun(batch, jobs).run();
  }
}

}  // namespace dateline
