#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "importers/nlp/training/matrix.h"

namespace dateline {

/// Learns from batches of examples of about 300 rows, in another order each epoch; the rate
/// of learning grows for a moment and then falls to almost nothing.
/// `sizes`: rows of each example; those of more than 200 are left out.
/// `learn`: adds the gradients of a batch, whose examples it is told, to the parameters.
void run_epochs(std::span<const std::size_t> sizes, int epochs,
                std::span<Parameter* const> parameters, RandomNumbers& random,
                const std::function<void(std::span<const std::size_t> batch)>& learn);

}  // namespace dateline
