#include "importers/nlp/training/tagger_training.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "importers/nlp/tagger.h"
#include "importers/nlp/training/perceptron.h"

namespace dateline {
namespace {

constexpr std::uint32_t kFrequentCount = 30;  // seen so often with one tag only: always that tag

struct Example {
  std::vector<WordForm> forms;
  std::vector<std::uint8_t> gold;
  std::vector<std::uint8_t> first, second;  // by models that have not seen it
};

// Runs of sentences go to one fold, so that a document is hardly ever split.
constexpr std::size_t kFolds = 4, kRun = 50;
std::size_t fold_of(std::size_t example) { return example / kRun % kFolds; }

// The coarse tags of a treebank, numbered by first appearance.
class TagSet {
 public:
  std::uint8_t number(Tag tag) {
    const auto at = std::find(tags.begin(), tags.end(), tag);
    if (at == tags.end()) return tags.push_back(tag), static_cast<std::uint8_t>(tags.size() - 1);
    return static_cast<std::uint8_t>(at - tags.begin());
  }
  std::vector<Tag> tags;
};

std::vector<Example> examples_of(const std::vector<Document>& documents, TagSet& tags) {
  std::vector<Example> examples;
  for (const Document& document : documents)
    for (const Sentence& sentence : document.sentences) {
      Example& example = examples.emplace_back();
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const Token& token = document.tokens[i];
        example.forms.push_back(word_form(token.span.of(document.text())));
        example.gold.push_back(tags.number(coarse({token.pos, token.features})));
      }
    }
  return examples;
}

std::span<const std::uint8_t> ahead_of(const Example& example, bool second) {
  return second ? std::span<const std::uint8_t>(example.first) : std::span<const std::uint8_t>{};
}

// Tags a sentence with the weights as they are, learning from each mistake if `learn`.
void pass(Perceptron& model, const Example& example, bool second, bool learn,
          std::vector<std::uint8_t>& tags) {
  TaggerFeatures features;
  std::vector<float> scores;
  tags.assign(example.forms.size(), 0);
  for (std::size_t at = 0; at < example.forms.size(); ++at) {
    tagger_features(example.forms, tags, ahead_of(example, second), at, features);
    model.score(features.view(), scores);
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    tags[at] = static_cast<std::uint8_t>(best);
    if (!learn) continue;
    model.tick();
    if (tags[at] != example.gold[at]) model.update(features.view(), example.gold[at], tags[at]);
  }
}

// Learns from the examples that are not in `fold` (of kFolds); all of them if it is kFolds.
Perceptron learn(const std::vector<Example>& examples, std::size_t fold, bool second, int classes,
                 const TaggerTrainingOptions& options) {
  Perceptron model(classes);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < examples.size(); ++i)
    if (fold_of(i) != fold) order.push_back(i);
  TaggerFeatures features;
  for (const std::size_t i : order)
    for (std::size_t at = 0; at < examples[i].gold.size(); ++at) {
      tagger_features(examples[i].forms, examples[i].gold, ahead_of(examples[i], second), at,
                      features);
      model.count(features.view());
    }
  std::mt19937 random(options.seed);
  std::vector<std::uint8_t> tags;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::size_t i : order) pass(model, examples[i], second, true, tags);
  }
  model.use_average();
  return model;
}

// Tags each fold with what was learnt from the others.
void tag_folds(std::vector<Example>& examples, bool second, int classes,
               const TaggerTrainingOptions& options) {
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    Perceptron model = learn(examples, fold, second, classes, options);
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (fold_of(i) == fold)
        pass(model, examples[i], second, false, second ? examples[i].second : examples[i].first);
  }
}

template <typename Row>
std::string table_bytes(const std::map<std::uint64_t, Row>& rows) {
  std::string bytes;
  for (const auto& [key, value] : rows) {
    append_value(bytes, key);
    append_value(bytes, value);
  }
  return bytes;
}

std::string frequent_words(const std::vector<Example>& examples) {
  std::map<std::uint64_t, std::map<std::uint8_t, std::uint32_t>> counts;
  for (const Example& example : examples)
    for (std::size_t i = 0; i < example.forms.size(); ++i)
      ++counts[example.forms[i].exact][example.gold[i]];
  std::map<std::uint64_t, std::uint8_t> frequent;
  for (const auto& [word, tags] : counts) {
    const auto& [tag, count] = *tags.begin();
    if (tags.size() == 1 && count >= kFrequentCount) frequent[word] = tag;
  }
  return table_bytes(frequent);
}

// Number and person that words of closed classes most often have.
std::string closed_words(const std::vector<Document>& documents) {
  std::map<std::uint64_t, std::map<std::array<std::uint8_t, 2>, std::uint32_t>> counts;
  for (const Document& document : documents)
    for (const Token& token : document.tokens) {
      if (token.pos != Pos::pron && token.pos != Pos::det) continue;
      const WordForm form = word_form(token.span.of(document.text()));
      ++counts[closed_key(form, token.pos)]
              [{static_cast<std::uint8_t>(token.features.number), token.features.person}];
    }
  std::map<std::uint64_t, std::array<std::uint8_t, 2>> closed;
  for (const auto& [word, features] : counts)
    closed[word] =
        std::max_element(features.begin(), features.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
  return table_bytes(closed);
}

// The documents with the tags that models gave which had not seen them.
std::vector<Document> retagged(std::vector<Document> documents,
                               const std::vector<Example>& examples, const TagSet& tags) {
  auto example = examples.begin();
  for (Document& document : documents)
    for (const Sentence& sentence : document.sentences) {
      for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
        Token& token = document.tokens[sentence.tokens.first + i];
        const Tag& tag = tags.tags[example->second[i]];
        token.pos = tag.pos;
        token.features = tag.features;
      }
      ++example;
    }
  return documents;
}

}  // namespace

TrainedTagger train_tagger(const std::vector<Document>& documents,
                           const TaggerTrainingOptions& options) {
  TagSet tags;
  std::vector<Example> examples = examples_of(documents, tags);
  const int classes = static_cast<int>(tags.tags.size());
  tag_folds(examples, false, classes, options);
  if (options.tag_documents) tag_folds(examples, true, classes, options);
  const Perceptron first = learn(examples, kFolds, false, classes, options);
  const Perceptron second = learn(examples, kFolds, true, classes, options);
  return {to_model_bytes(kTaggerKind, tagger_features_hash(),
                         {tag_bytes(tags.tags), frequent_words(examples), closed_words(documents),
                          to_linear_bytes(classes, first.weights()),
                          to_linear_bytes(classes, second.weights())}),
          options.tag_documents ? retagged(documents, examples, tags) : std::vector<Document>{}};
}

}  // namespace dateline
