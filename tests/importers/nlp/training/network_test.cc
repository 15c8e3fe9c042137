#include "importers/nlp/training/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace dateline {
namespace {

float sum_of_squares(const Matrix& matrix) {
  return std::inner_product(matrix.cells.begin(), matrix.cells.end(), matrix.cells.begin(), 0.f);
}

Matrix random_matrix(std::size_t rows, std::size_t columns, RandomNumbers& random) {
  Matrix matrix;
  matrix.reset(rows, columns);
  for (float& cell : matrix.cells) cell = random.normal();
  return matrix;
}

TEST(AddProduct, IsThatOfMatrices) {
  RandomNumbers random(3);
  const Matrix a = random_matrix(9, 21, random), b = random_matrix(21, 32, random);
  Matrix to = random_matrix(9, 32, random);
  Matrix expected = to;
  add_product(9, 32, 21, {a.row(0), 21, 1}, b.row(0), 32, to.row(0), 32);
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t j = 0; j < 32; ++j) {
      for (std::size_t k = 0; k < 21; ++k) expected.row(i)[j] += a.row(i)[k] * b.row(k)[j];
      ASSERT_NEAR(to.row(i)[j], expected.row(i)[j], 1e-4);
    }
}

// Moves one number a little, and compares what the loss does with its gradient.
template <typename Loss>
void expect_gradient(float& number, float gradient, const Loss& loss) {
  constexpr float kLittle = 4e-3f;
  const float before = number;
  number = before + kLittle;
  const float more = loss();
  number = before - kLittle;
  const float less = loss();
  number = before;
  EXPECT_NEAR((more - less) / (2 * kLittle), gradient, 2e-2f * std::max(1.f, std::abs(gradient)));
}

TEST(TrainableRecurrence, KnowsItsGradients) {
  RandomNumbers random(5);
  TrainableRecurrence layer;
  layer.reset(16, 8, random);
  Matrix inputs = random_matrix(7, 16, random), states, input_gradients;
  const RowStarts starts = {0, 4, 7};
  const auto loss = [&] {
    layer.forward(inputs, starts, states);
    return sum_of_squares(states) / 2;
  };
  loss();
  const Matrix state_gradients = states;
  layer.backward(inputs, starts, state_gradients, input_gradients);
  for (const std::size_t at : {0u, 17u, 50u, 111u})
    expect_gradient(inputs.cells[at], input_gradients.cells[at], loss);
  for (const std::size_t at : {3u, 12u, 20u, 31u})
    expect_gradient(layer.peepholes.value.cells[at], layer.peepholes.gradient.cells[at], loss);
  for (const std::size_t at : {5u, 100u, 301u, 760u})
    expect_gradient(layer.gates.weights.value.cells[at], layer.gates.weights.gradient.cells[at],
                    loss);
}

TEST(TrainableEncoder, WritesAnEncoderThatGivesTheSameStates) {
  std::vector<std::vector<WordKeys>> sentences(1);
  for (const char* word : {"Ana", "Ulm", "left", "Ana", "Ulm"})
    sentences[0].push_back(word_keys(word_form(word), sentences[0].empty(), 7));
  RandomNumbers random(6);
  TrainableEncoder trained;
  trained.reset(sentences, {.embedding = 16, .width = 16}, 2, random);
  const std::vector<const std::vector<WordKeys>*> all = {&sentences[0]};
  const Matrix& states = trained.forward(all, nullptr);
  std::vector<std::string> sections;
  trained.add_sections(sections);
  ASSERT_EQ(sections.size(), SentenceEncoder::kSections);
  const std::string bytes = to_model_bytes("test", 1, sections);
  const auto file = ModelFile::from_bytes(bytes, "test", 1);
  ASSERT_TRUE(file);
  const auto encoder = SentenceEncoder::from_model(*file, 0);
  ASSERT_TRUE(encoder);
  EncoderScratch scratch;
  const NumberRows rows = encoder->encode(sentences[0], scratch);
  ASSERT_EQ(rows.stride, states.columns);
  for (std::size_t i = 0; i < states.cells.size(); ++i)
    EXPECT_NEAR(rows.data[i] / RecurrentLayer::kOne, states.cells[i], 0.03) << i;
}

std::vector<std::int16_t> numbers_of(NumberRows rows) {
  return {rows.data, rows.data + rows.count * rows.stride};
}

TEST(SentenceEncoder, ReadsSentencesSideBySideAsItReadsThemAlone) {
  std::vector<std::vector<WordKeys>> sentences(3);
  for (const char* word : {"Ana", "Ulm", "left", "Ana", "Ulm"})
    for (auto& sentence : sentences)
      sentence.push_back(word_keys(word_form(word), sentence.empty(), 7));
  sentences[1].resize(1);
  RandomNumbers random(6);
  TrainableEncoder trained;
  trained.reset(sentences, {.embedding = 16, .width = 16}, 2, random);
  std::vector<std::string> sections;
  trained.add_sections(sections);
  const std::string bytes = to_model_bytes("test", 1, sections);
  const auto file = ModelFile::from_bytes(bytes, "test", 1);
  ASSERT_TRUE(file);
  const auto encoder = SentenceEncoder::from_model(*file, 0);
  ASSERT_TRUE(encoder);
  std::vector<WordKeys> words;
  std::vector<TokenRange> ranges;
  std::vector<std::int16_t> alone;
  for (const auto& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(words.size());
    const auto size = static_cast<std::uint32_t>(sentence.size());
    ranges.push_back({first, first + size});
    words.insert(words.end(), sentence.begin(), sentence.end());
    EncoderScratch scratch;
    const auto states = numbers_of(encoder->encode(sentence, scratch));
    alone.insert(alone.end(), states.begin(), states.end());
  }
  EncoderScratch scratch;
  EXPECT_EQ(numbers_of(encoder->encode(words, ranges, scratch)), alone);
  EXPECT_EQ(numbers_of(encoder->encode(words, ranges, scratch)), alone) << "with known products";
}

// As those of networks are which are told less of a word.
TEST(SentenceEncoder, ReadsListsThatAreShorterThanTheLongest) {
  constexpr std::size_t kKeys = 5, kWidth = 16;
  std::vector<std::vector<WordKeys>> sentences(1);
  std::set<std::uint64_t> keys;
  for (const char* word : {"Ana", "left", "Ana", "left"}) {
    WordKeys& list = sentences[0].emplace_back(word_keys(word_form(word), false, 7));
    std::fill(list.begin() + kKeys, list.end(), 0);
    keys.insert(list.begin(), list.begin() + kKeys);
  }
  RandomNumbers random(6);
  TrainableEncoder trained;
  trained.reset(sentences, {.embedding = kWidth, .width = 16}, 2, random);
  const std::vector<const std::vector<WordKeys>*> all = {&sentences[0]};
  const Matrix& states = trained.forward(all, nullptr);
  std::vector<std::string> sections;
  trained.add_sections(sections);
  EXPECT_EQ(sections[1].size(), (keys.size() + kKeys) * (kWidth + 1));
  const std::string bytes = to_model_bytes("test", 1, sections);
  const auto file = ModelFile::from_bytes(bytes, "test", 1);
  ASSERT_TRUE(file);
  const auto encoder = SentenceEncoder::from_model(*file, 0);
  ASSERT_TRUE(encoder);
  EncoderScratch scratch;
  const NumberRows rows = encoder->encode(sentences[0], scratch);
  for (std::size_t i = 0; i < states.cells.size(); ++i)
    EXPECT_NEAR(rows.data[i] / RecurrentLayer::kOne, states.cells[i], 0.03) << i;
}

TEST(BlocksOf, CutsLongSentencesAndFillsBlocks) {
  std::vector<Sentence> sentences(3);
  sentences[0].tokens = {0, 700};
  sentences[1].tokens = {700, 703};
  sentences[2].tokens = {703, 703 + kBlockWords};
  using Blocks = std::vector<std::vector<TokenRange>>;
  EXPECT_EQ(blocks_of(sentences, 2 * kBlockWords),
            (Blocks{{{0, 700}, {700, 703}}, {{703, 703 + kBlockWords}}}));
  EXPECT_EQ(blocks_of(std::span(sentences).first(2), 300),
            (Blocks{{{0, 300}, {300, 600}, {600, 700}, {700, 703}}}));
  EXPECT_TRUE(blocks_of({}, 300).empty());
}

TEST(KeyTable, FindsEachKeyInItsRowAndNoOther) {
  RandomNumbers random(8);
  std::vector<std::uint64_t> keys(500);
  for (auto& key : keys) key = random.next();
  std::sort(keys.begin(), keys.end());
  const std::string bytes = key_table_bytes(keys);
  const auto table = KeyTable::from_bytes(bytes);
  ASSERT_TRUE(table);
  for (std::uint32_t row = 0; row < keys.size(); ++row) EXPECT_EQ(table->find(keys[row]), row);
  EXPECT_EQ(table->find(random.next()), KeyTable::kNone);
  EXPECT_FALSE(KeyTable::from_bytes(bytes.substr(0, bytes.size() - 4)));
}

TEST(SoftmaxGradient, SumsToNothingAndFallsOnlyForTheRightOne) {
  std::vector<float> scores = {1, 2, 3};
  softmax_gradient(scores, 1);
  EXPECT_NEAR(scores[0] + scores[1] + scores[2], 0, 1e-5);
  EXPECT_LT(scores[1], 0);
  EXPECT_GT(scores[2], scores[0]);
}

}  // namespace
}  // namespace dateline
