#include "importers/nlp/training/epochs.h"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace {

constexpr std::size_t kBatchRows = 300, kMaxRows = 200;
constexpr float kRate = 2e-3f, kLastRate = 0.02f;  // of the first
constexpr std::size_t kWarmUp = 100;               // batches

void shuffle(std::vector<std::size_t>& order, RandomNumbers& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.next() % i]);
}

}  // namespace

void run_epochs(std::span<const std::size_t> sizes, int epochs,
                std::span<Parameter* const> parameters, RandomNumbers& random,
                const std::function<void(std::span<const std::size_t> batch)>& learn) {
  std::vector<std::size_t> order;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    if (sizes[i] > 0 && sizes[i] <= kMaxRows) order.push_back(i), rows += sizes[i];
  const float all = static_cast<float>(rows) * static_cast<float>(epochs);
  float done = 0;
  std::size_t batches = 0;
  Adam adam;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(order, random);
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
      std::size_t size = 0;
      while (last < order.size() && size < kBatchRows) size += sizes[order[last++]];
      learn(std::span(order).subspan(first, last - first));
      done += static_cast<float>(size);
      const float warm = std::min(1.f, static_cast<float>(++batches) / kWarmUp);
      adam.step(parameters, kRate * warm * (1 - (1 - kLastRate) * done / all),
                1 / static_cast<float>(size));
    }
  }
}

}  // namespace dateline
