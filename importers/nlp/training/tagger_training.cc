#include "importers/nlp/training/tagger_training.h"

#include <algorithm>
#include <array>
#include <map>

#include "importers/nlp/tagger.h"
#include "importers/nlp/training/epochs.h"
#include "importers/nlp/training/network.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMinCount = 3;  // of a key

// The coarse tags of a treebank, numbered by first appearance.
class TagSet {
 public:
  std::size_t number(PosTag tag) {
    const auto at = std::find(tags.begin(), tags.end(), tag);
    if (at == tags.end()) return tags.push_back(tag), tags.size() - 1;
    return static_cast<std::size_t>(at - tags.begin());
  }
  std::vector<PosTag> tags;
};

/// Sentences as they are learnt, all at the same place of three lists.
struct TaggedSentences {
  std::vector<std::vector<WordKeys>> words;
  std::vector<std::vector<std::size_t>> gold;

  void add(const Document& document, const WordLexicon& lexicon, TagSet& tags) {
    for (const Sentence& sentence : document.sentences) {
      auto& keys = words.emplace_back();
      auto& numbers = gold.emplace_back();
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const Token& token = document.tokens[i];
        const WordForm form = word_form(token.span.of(document.text()), lexicon);
        keys.push_back(word_keys(form, i == sentence.tokens.first, 0));
        numbers.push_back(tags.number(coarse({token.pos, token.features})));
      }
    }
  }
};

class TaggerLearner {
 public:
  TaggerLearner(const TaggedSentences& examples, std::size_t tags,
                const TaggerTrainingOptions& options)
      : examples_(examples), tags_(tags), random_(options.seed) {
    encoder_.reset(examples.words, {options.width, options.width}, kMinCount, random_);
    scores_.reset(encoder_.outputs(), tags, random_);
  }

  void learn(int epochs) {
    std::vector<Parameter*> parameters = {&scores_.weights, &scores_.bias};
    encoder_.add_parameters(parameters);
    std::vector<std::size_t> sizes;
    for (const auto& sentence : examples_.words) sizes.push_back(sentence.size());
    run_epochs(sizes, epochs, parameters, random_,
               [&](std::span<const std::size_t> batch) { learn_batch(batch); });
  }

  std::vector<std::string> sections() const {
    std::vector<std::string> sections = {scores_.bytes(tags_)};
    encoder_.add_sections(sections);
    return sections;
  }

 private:
  void learn_batch(std::span<const std::size_t> batch) {
    std::vector<const std::vector<WordKeys>*> sentences;
    for (const std::size_t i : batch) sentences.push_back(&examples_.words[i]);
    const Matrix& states = encoder_.forward(sentences, &random_);
    scores_.forward(states, outputs_);
    std::size_t row = 0;
    for (const std::size_t i : batch)
      for (const std::size_t right : examples_.gold[i]) {
        float* const scores = outputs_.row(row++);
        softmax_gradient({scores, tags_}, right);
        std::fill(scores + tags_, scores + outputs_.columns, 0.f);
      }
    scores_.backward(states, outputs_, &gradients_);
    encoder_.backward(gradients_);
  }

  const TaggedSentences& examples_;
  std::size_t tags_;
  RandomNumbers random_;
  TrainableEncoder encoder_;
  TrainableLayer scores_;
  Matrix outputs_, gradients_;
};

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
  std::string bytes;
  for (const auto& [word, features] : counts) {
    const auto most =
        std::max_element(features.begin(), features.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    append_value(bytes, word);
    append_value(bytes, most->first);
  }
  return bytes;
}

}  // namespace

std::string train_tagger(const std::vector<Document>& documents,
                         const TaggerTrainingOptions& options) {
  TagSet tags;
  TaggedSentences examples;
  for (const Document& document : documents) examples.add(document, options.lexicon, tags);
  TaggerLearner learner(examples, tags.tags.size(), options);
  learner.learn(options.epochs);
  std::vector<std::string> sections = {tag_bytes(tags.tags), closed_words(documents)};
  for (std::string& section : learner.sections()) sections.push_back(std::move(section));
  return to_model_bytes(kTaggerKind, word_keys_hash(), sections);
}

std::vector<Document> cross_tagged(const std::vector<Document>& documents,
                                   const TaggerTrainingOptions& options) {
  constexpr std::size_t kFolds = 4;
  std::vector<Document> tagged = documents;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Document> others;
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (i % kFolds != fold) others.push_back(documents[i]);
    const std::string bytes = train_tagger(others, options);
    const auto file = ModelFile::from_bytes(bytes, kTaggerKind, word_keys_hash());
    if (!file) continue;
    const auto tagger = Tagger::from_model(*file);
    for (std::size_t i = fold; tagger && i < documents.size(); i += kFolds)
      tagger->tag(tagged[i], word_forms(tagged[i], options.lexicon));
  }
  return tagged;
}

}  // namespace dateline
