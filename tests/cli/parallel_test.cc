#include "cli/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace dateline {
namespace {

using Order = std::vector<std::pair<std::size_t, std::size_t>>;

// Inputs of uneven size: input i holds sizes[i] pieces, some slow.
Order order_of(const std::vector<std::size_t>& sizes, unsigned jobs) {
  Order delivered;
  const auto open = [&](std::size_t input, const AddWork& add) {
    for (std::size_t piece = 0; piece < sizes[input]; ++piece)
      add([&delivered, input, piece] {
        if ((input * 7 + piece) % 5 == 0)
          std::this_thread::sleep_for(std::chrono::microseconds(50));
        return [&delivered, input, piece] {
          delivered.emplace_back(input, piece);
          return true;
        };
      });
  };
  run_in_order({sizes.size(), open}, jobs);
  return delivered;
}

TEST(Parallel, DeliversInOrderWithAnyNumberOfJobs) {
  const std::vector<std::size_t> sizes = {3, 0, 1, 1000, 2, 0, 0, 50, 1};
  const Order expected = order_of(sizes, 1);
  EXPECT_EQ(expected.size(), 1057u);
  EXPECT_TRUE(std::is_sorted(expected.begin(), expected.end()));
  for (const unsigned jobs : {2u, 3u, 8u}) EXPECT_EQ(order_of(sizes, jobs), expected);
}

TEST(Parallel, TakesManySmallInputs) {
  const std::vector<std::size_t> sizes(5000, 1);
  EXPECT_EQ(order_of(sizes, 4), order_of(sizes, 1));
}

TEST(Parallel, ReadsNothingFromNothing) {
  EXPECT_TRUE(order_of({}, 1).empty());
  EXPECT_TRUE(order_of({}, 4).empty());
  EXPECT_TRUE(order_of({0, 0, 0}, 4).empty());
}

TEST(Parallel, StopsWhenADeliverySaysSo) {
  for (const unsigned jobs : {1u, 4u}) {
    int delivered = 0;
    const auto open = [&](std::size_t, const AddWork& add) {
      for (int i = 0; i < 10; ++i) add([&] { return [&] { return ++delivered < 13; }; });
    };
    run_in_order({100000, open}, jobs);
    EXPECT_EQ(delivered, 13) << jobs;
  }
}

TEST(Parallel, HoldsOnlySoMuchWhenTheFirstInputIsSlow) {
  std::atomic<int> waiting = 0, most = 0;
  const auto open = [&](std::size_t input, const AddWork& add) {
    if (input == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    for (int i = 0; i < 2000; ++i)
      add([&] {
        most = std::max<int>(most, ++waiting);
        return [&] { return --waiting >= 0; };
      });
  };
  run_in_order({20, open}, 3);
  EXPECT_EQ(waiting, 0);
  EXPECT_LT(most, 1000);
}

}  // namespace
}  // namespace dateline
