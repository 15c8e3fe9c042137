#include "importers/nlp/dense_layer.h"

#include <algorithm>
#include <cmath>

#include "importers/nlp/model_file.h"
#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

constexpr std::size_t kHeader = 8;          // inputs and outputs, 4 bytes each
constexpr std::int32_t kMaxNumbers = 4096;  // of inputs and of outputs: a mistake if more
constexpr std::size_t kBytesPerOutput = 8;  // scale and bias

// Two rows by four weight rows at a time, so that what is once loaded serves several sums.
struct Multiplication {
  NumberRows rows, weights;
  std::size_t inputs;
  std::int32_t* out;

  [[gnu::always_inline]] inline void operator()() const {
    std::size_t w = 0;
    for (; w + 4 <= weights.count; w += 4) {
      std::size_t r = 0;
      for (; r + 2 <= rows.count; r += 2) two_by_four(r, w);
      for (; r < rows.count; ++r)
        for (std::size_t i = w; i < w + 4; ++i) one_by_one(r, i);
    }
    for (; w < weights.count; ++w)
      for (std::size_t r = 0; r < rows.count; ++r) one_by_one(r, w);
  }

  [[gnu::always_inline]] inline void two_by_four(std::size_t r, std::size_t w) const {
    const std::int16_t *const a = rows.data + r * rows.stride, *const b = a + rows.stride;
    const std::int16_t *const k = weights.data + w * weights.stride, *const l = k + weights.stride,
                              *const m = l + weights.stride, *const n = m + weights.stride;
    std::int32_t ak = 0, al = 0, am = 0, an = 0, bk = 0, bl = 0, bm = 0, bn = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
      ak += a[i] * k[i];
      al += a[i] * l[i];
      am += a[i] * m[i];
      an += a[i] * n[i];
      bk += b[i] * k[i];
      bl += b[i] * l[i];
      bm += b[i] * m[i];
      bn += b[i] * n[i];
    }
    std::int32_t* const to = out + r * weights.count + w;
    to[0] = ak, to[1] = al, to[2] = am, to[3] = an;
    std::int32_t* const next = to + weights.count;
    next[0] = bk, next[1] = bl, next[2] = bm, next[3] = bn;
  }

  [[gnu::always_inline]] inline void one_by_one(std::size_t r, std::size_t w) const {
    const std::int16_t* const row = rows.data + r * rows.stride;
    const std::int16_t* const weight = weights.data + w * weights.stride;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < inputs; ++i) sum += row[i] * weight[i];
    out[r * weights.count + w] = sum;
  }
};

struct Quantization {
  std::span<const float> values;
  float scale, limit;
  std::int16_t* out;

  [[gnu::always_inline]] inline void operator()() const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const float high = values[i] * scale < limit ? values[i] * scale : limit;
      const float scaled = high > -limit ? high : -limit;
      out[i] = static_cast<std::int16_t>(
          static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f)));
    }
  }
};

struct Scaling {
  std::span<const std::int32_t> sums;
  std::span<const float> scales, bias;
  float unit;
  float* out;

  [[gnu::always_inline]] inline void operator()() const {
    const std::size_t count = scales.size();
    for (std::size_t row = 0; row < sums.size(); row += count)
      for (std::size_t i = 0; i < count; ++i)
        out[row + i] = static_cast<float>(sums[row + i]) * (scales[i] * unit) + bias[i];
  }
};

}  // namespace

void multiply(NumberRows rows, NumberRows weights, std::size_t inputs, std::int32_t* out) {
  run_wide(Multiplication{rows, weights, inputs, out});
}

void quantize(std::span<const float> values, float scale, std::int16_t* out, float limit) {
  run_wide(Quantization{values, scale, limit, out});
}

Result<DenseSection> DenseSection::from_bytes(std::string_view section) {
  const auto inputs = read_at<std::int32_t>(section, 0);
  const auto outputs = read_at<std::int32_t>(section, 4);
  if (inputs <= 0 || inputs > kMaxNumbers || outputs <= 0 || outputs > kMaxNumbers)
    return Error{"expected the layer of a network", {}};
  DenseSection layer;
  layer.inputs = static_cast<std::size_t>(inputs);
  const auto count = static_cast<std::size_t>(outputs);
  if (section.size() != kHeader + count * (kBytesPerOutput + layer.inputs))
    return Error{"expected a weight for each input and output of a layer", {}};
  for (std::size_t i = 0; i < count; ++i) {
    layer.scales.push_back(read_at<float>(section, kHeader + 4 * i));
    layer.bias.push_back(read_at<float>(section, kHeader + 4 * (count + i)));
  }
  const std::string_view weights = section.substr(kHeader + kBytesPerOutput * count);
  layer.weights = {reinterpret_cast<const signed char*>(weights.data()), weights.size()};
  return layer;
}

Result<DenseLayer> DenseLayer::from_bytes(std::string_view section) {
  auto parts = DenseSection::from_bytes(section);
  if (!parts) return parts.error();
  DenseLayer layer;
  layer.weights_ = PackedWeights(parts->weights, parts->inputs);
  layer.scales_ = std::move(parts->scales);
  layer.bias_ = std::move(parts->bias);
  return layer;
}

void DenseLayer::apply(NumberRows rows, float one, std::vector<std::int32_t>& sums,
                       std::vector<float>& out) const {
  const std::size_t count = rows.count * outputs();
  make_room(sums, count);
  out.resize(count);
  weights_.multiply(rows, sums.data());
  run_wide(Scaling{std::span(sums).first(count), scales_, bias_, 1 / one, out.data()});
}

std::string to_dense_bytes(std::span<const float> weights, std::span<const float> bias) {
  const std::size_t outputs = bias.size(), inputs = weights.size() / outputs;
  std::string header, scales, biases, cells;
  append_value(header, static_cast<std::int32_t>(inputs));
  append_value(header, static_cast<std::int32_t>(outputs));
  for (std::size_t o = 0; o < outputs; ++o) {
    float largest = 1e-9f;
    for (std::size_t i = 0; i < inputs; ++i)
      largest = std::max(largest, std::fabs(weights[i * outputs + o]));
    const float scale = largest / 127;
    append_value(scales, scale);
    append_value(biases, bias[o]);
    for (std::size_t i = 0; i < inputs; ++i)
      cells += static_cast<char>(std::lround(weights[i * outputs + o] / scale));
  }
  return header + scales + biases + cells;
}

}  // namespace dateline
