#include "importers/nlp/training/parser_training.h"

#include <algorithm>
#include <limits>

#include "importers/nlp/parser.h"
#include "importers/nlp/training/epochs.h"
#include "importers/nlp/training/network.h"

namespace dateline {
namespace {

constexpr EncoderSize kSize = {.embedding = 96, .width = 96};
constexpr std::size_t kArcWidth = 80, kLabelWidth = 48;
constexpr std::size_t kRoles = 2 * (kArcWidth + kLabelWidth);
// Where a word's numbers in each role begin.
constexpr std::size_t kArcHead = 0, kArcWord = kArcWidth, kLabelHead = 2 * kArcWidth,
                      kLabelWord = 2 * kArcWidth + kLabelWidth;
constexpr std::uint32_t kMinKeyCount = 3;  // of a key
constexpr float kRoleDropout = 0.33f;

/// A tree to learn from. Node 0 is the root, word i is node i + 1.
struct GoldTree {
  std::vector<std::size_t> pos, heads, labels;
};

struct ParsedSentences {
  std::vector<std::vector<WordKeys>> words;
  std::vector<GoldTree> trees;
  std::vector<Relation> relations;

  std::size_t number(Relation relation) {
    const auto at = std::find(relations.begin(), relations.end(), relation);
    if (at == relations.end()) return relations.push_back(relation), relations.size() - 1;
    return static_cast<std::size_t>(at - relations.begin());
  }

  void add(const Document& document, const WordLexicon& lexicon) {
    for (const Sentence& sentence : document.sentences) {
      auto& keys = words.emplace_back();
      GoldTree& tree = trees.emplace_back();
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const Token& token = document.tokens[i];
        const WordForm form = word_form(token.span.of(document.text()), lexicon);
        keys.push_back(word_keys(form, i == sentence.tokens.first, parser_tag(token)));
        tree.pos.push_back(static_cast<std::size_t>(token.pos));
        tree.heads.push_back(token.head ? token.head.index - sentence.tokens.first + 1 : 0);
        tree.labels.push_back(token.head ? number(token.relation) : 0);
      }
    }
  }
};

class ParserLearner {
 public:
  ParserLearner(const ParsedSentences& examples, std::uint32_t seed);

  void learn(int epochs);
  std::string model_bytes() const;

 private:
  void learn_batch(std::span<const std::size_t> batch);
  void drop_roles();
  void learn_arcs(const GoldTree& tree, std::size_t first);
  void score_arcs(const GoldTree& tree, std::size_t first);
  void arc_gradients(const GoldTree& tree);
  void pass_back_arcs(std::size_t words, std::size_t first);
  void learn_labels(const GoldTree& tree, std::size_t first);

  float* role(std::size_t first, std::size_t node) {
    return node == 0 ? root_.value.row(0) : roles_out_.row(first + node - 1);
  }
  float* role_gradient(std::size_t first, std::size_t node) {
    return node == 0 ? root_.gradient.row(0) : role_gradients_.row(first + node - 1);
  }
  std::size_t distance_row(std::size_t word, std::size_t node) const {
    const auto far = static_cast<std::int32_t>(node) - static_cast<std::int32_t>(word + 1);
    return distance_class(far) * 2 * kPosCount;
  }

  const ParsedSentences& examples_;
  RandomNumbers random_;
  TrainableEncoder encoder_;
  TrainableLayer roles_, arcs_, labels_;
  Parameter root_, distances_;
  Matrix roles_out_, role_gradients_, factors_, state_gradients_;
  Matrix asked_, asked_gradients_, heads_, turned_heads_, scores_;
  Matrix pairs_, pair_gradients_, label_scores_;
};

ParserLearner::ParserLearner(const ParsedSentences& examples, std::uint32_t seed)
    : examples_(examples), random_(seed) {
  constexpr float kRootDeviation = 0.1f;
  encoder_.reset(examples.words, kSize, kMinKeyCount, random_);
  roles_.reset(encoder_.outputs(), kRoles, random_);
  arcs_.reset(kArcWidth, kArcWidth, random_);
  labels_.reset(kLabelWidth, examples.relations.size(), random_);
  root_.reset(1, kRoles, kRootDeviation, random_);
  distances_.reset(1, 2 * kDistances * kPosCount, 0, random_);
  for (float& weight : arcs_.weights.value.cells) weight *= 0.5f;
}

void ParserLearner::learn(int epochs) {
  std::vector<Parameter*> parameters = {&roles_.weights, &roles_.bias,     &arcs_.weights,
                                        &arcs_.bias,     &labels_.weights, &labels_.bias,
                                        &root_,          &distances_};
  encoder_.add_parameters(parameters);
  std::vector<std::size_t> sizes;
  for (const auto& sentence : examples_.words) sizes.push_back(sentence.size());
  run_epochs(sizes, epochs, parameters, random_,
             [this](std::span<const std::size_t> batch) { learn_batch(batch); });
}

// Leaks what is negative, and drops some.
void ParserLearner::drop_roles() {
  factors_.reset(roles_out_.rows, roles_out_.columns);
  for (std::size_t i = 0; i < factors_.cells.size(); ++i) {
    const float kept = random_.unit() < kRoleDropout ? 0 : 1 / (1 - kRoleDropout);
    factors_.cells[i] = roles_out_.cells[i] > 0 ? kept : kept * kLeak;
    roles_out_.cells[i] *= factors_.cells[i];
  }
}

void ParserLearner::learn_batch(std::span<const std::size_t> batch) {
  std::vector<const std::vector<WordKeys>*> sentences;
  for (const std::size_t i : batch) sentences.push_back(&examples_.words[i]);
  const Matrix& states = encoder_.forward(sentences, &random_);
  roles_.forward(states, roles_out_);
  drop_roles();
  role_gradients_.reset(roles_out_.rows, roles_out_.columns);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    learn_arcs(examples_.trees[batch[i]], encoder_.starts()[i]);
    learn_labels(examples_.trees[batch[i]], encoder_.starts()[i]);
  }
  for (std::size_t i = 0; i < factors_.cells.size(); ++i)
    role_gradients_.cells[i] *= factors_.cells[i];
  roles_.backward(states, role_gradients_, &state_gradients_);
  encoder_.backward(state_gradients_);
}

// Scores of every node as head of every word: what the word asks for, times what the node is.
void ParserLearner::score_arcs(const GoldTree& tree, std::size_t first) {
  const std::size_t words = tree.heads.size(), nodes = words + 1, columns = block_multiple(nodes);
  Matrix as_words;
  as_words.reset(words, kArcWidth);
  for (std::size_t i = 0; i < words; ++i)
    std::copy_n(role(first, i + 1) + kArcWord, kArcWidth, as_words.row(i));
  arcs_.forward(as_words, asked_);
  heads_.reset(columns, kArcWidth);
  turned_heads_.reset(kArcWidth, columns);
  for (std::size_t j = 0; j < nodes; ++j)
    for (std::size_t k = 0; k < kArcWidth; ++k)
      heads_.row(j)[k] = turned_heads_.row(k)[j] = role(first, j)[kArcHead + k];
  scores_.reset(words, columns);
  add_product(words, columns, kArcWidth, {asked_.row(0), kArcWidth, 1}, turned_heads_.row(0),
              columns, scores_.row(0), columns);
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t j = 1; j < nodes; ++j) {
      if (j == i + 1) continue;
      const float* const row = distances_.value.row(0) + distance_row(i, j);
      scores_.row(i)[j] += row[tree.pos[i]] + row[kPosCount + tree.pos[j - 1]];
    }
}

void ParserLearner::arc_gradients(const GoldTree& tree) {
  constexpr float kNever = -1e9f;
  const std::size_t words = tree.heads.size(), nodes = words + 1;
  for (std::size_t i = 0; i < words; ++i) {
    float* const scores = scores_.row(i);
    scores[i + 1] = kNever;
    softmax_gradient({scores, nodes}, tree.heads[i]);
    std::fill(scores + nodes, scores + scores_.columns, 0.f);
    scores[i + 1] = 0;
    for (std::size_t j = 1; j < nodes; ++j) {
      if (j == i + 1) continue;
      float* const row = distances_.gradient.row(0) + distance_row(i, j);
      row[tree.pos[i]] += scores[j];
      row[kPosCount + tree.pos[j - 1]] += scores[j];
    }
  }
}

void ParserLearner::pass_back_arcs(std::size_t words, std::size_t first) {
  const auto columns = static_cast<std::ptrdiff_t>(scores_.columns);
  asked_gradients_.reset(words, kArcWidth);
  add_product(words, kArcWidth, scores_.columns, {scores_.row(0), columns, 1}, heads_.row(0),
              kArcWidth, asked_gradients_.row(0), kArcWidth);
  Matrix head_gradients, word_gradients, as_words;
  head_gradients.reset(words + 1, kArcWidth);
  add_product(words + 1, kArcWidth, words, {scores_.row(0), 1, columns}, asked_.row(0), kArcWidth,
              head_gradients.row(0), kArcWidth);
  as_words.reset(words, kArcWidth);
  for (std::size_t i = 0; i < words; ++i)
    std::copy_n(role(first, i + 1) + kArcWord, kArcWidth, as_words.row(i));
  arcs_.backward(as_words, asked_gradients_, &word_gradients);
  for (std::size_t j = 0; j <= words; ++j)
    for (std::size_t k = 0; k < kArcWidth; ++k) {
      role_gradient(first, j)[kArcHead + k] += head_gradients.row(j)[k];
      if (j > 0) role_gradient(first, j)[kArcWord + k] += word_gradients.row(j - 1)[k];
    }
}

void ParserLearner::learn_arcs(const GoldTree& tree, std::size_t first) {
  score_arcs(tree, first);
  arc_gradients(tree);
  pass_back_arcs(tree.heads.size(), first);
}

// The relation of each word to its right head; the root has none.
void ParserLearner::learn_labels(const GoldTree& tree, std::size_t first) {
  const std::size_t words = tree.heads.size();
  pairs_.reset(words, kLabelWidth);
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t k = 0; k < kLabelWidth; ++k) {
      const float sum =
          role(first, tree.heads[i])[kLabelHead + k] + role(first, i + 1)[kLabelWord + k];
      pairs_.row(i)[k] = sum > 0 ? sum : sum * kLeak;
    }
  labels_.forward(pairs_, label_scores_);
  const std::size_t labels = examples_.relations.size();
  for (std::size_t i = 0; i < words; ++i) {
    float* const scores = label_scores_.row(i);
    softmax_gradient({scores, labels}, tree.labels[i]);
    std::fill(scores + (tree.heads[i] == 0 ? 0 : labels), scores + label_scores_.columns, 0.f);
  }
  labels_.backward(pairs_, label_scores_, &pair_gradients_);
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t k = 0; k < kLabelWidth; ++k) {
      const float gradient = pair_gradients_.row(i)[k] * (pairs_.row(i)[k] > 0 ? 1 : kLeak);
      role_gradient(first, tree.heads[i])[kLabelHead + k] += gradient;
      role_gradient(first, i + 1)[kLabelWord + k] += gradient;
    }
}

std::string float_bytes(const Parameter& parameter) {
  std::string bytes;
  for (const float number : parameter.value.cells) append_value(bytes, number);
  return bytes;
}

std::string ParserLearner::model_bytes() const {
  std::string relations;
  for (const Relation relation : examples_.relations) relations += static_cast<char>(relation);
  std::vector<std::string> sections = {relations,
                                       float_bytes(distances_),
                                       float_bytes(root_),
                                       roles_.bytes(kRoles),
                                       arcs_.bytes(kArcWidth),
                                       labels_.bytes(examples_.relations.size())};
  encoder_.add_sections(sections);
  return to_model_bytes(kParserKind, parser_features_hash(), sections);
}

}  // namespace

std::string train_parser(const std::vector<Document>& documents,
                         const ParserTrainingOptions& options) {
  ParsedSentences examples;
  for (const Document& document : documents) examples.add(document, options.lexicon);
  ParserLearner learner(examples, options.seed);
  learner.learn(options.epochs);
  return learner.model_bytes();
}

std::vector<Document> cross_parsed(const std::vector<Document>& documents,
                                   const ParserTrainingOptions& options) {
  constexpr std::size_t kFolds = 2;
  std::vector<Document> parsed = documents;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Document> others;
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (i % kFolds != fold) others.push_back(documents[i]);
    const std::string bytes = train_parser(others, options);
    const auto file = ModelFile::from_bytes(bytes, kParserKind, parser_features_hash());
    if (!file) continue;
    const auto parser = Parser::from_model(*file);
    for (std::size_t i = fold; parser && i < documents.size(); i += kFolds)
      parser->parse(parsed[i], word_forms(parsed[i], options.lexicon));
  }
  return parsed;
}

}  // namespace dateline
