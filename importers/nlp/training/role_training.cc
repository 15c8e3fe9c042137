#include "importers/nlp/training/role_training.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

#include "importers/nlp/parser.h"
#include "importers/nlp/roles.h"
#include "importers/nlp/training/epochs.h"
#include "importers/nlp/training/network.h"
#include "importers/nlp/training/roleset_table.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMinRoleKeys = 6;    // of a key of a word
constexpr std::uint32_t kMinLabelCount = 8;  // what is seen less is not learnt
constexpr float kHiddenDropout = 0.2f;
constexpr float kPairKeyHidden = 0.05f;  // of the keys of pairs, so that none is trusted alone
constexpr float kUnknownShare = 0.5f;    // of rare words: they teach what to do with unknown ones

/// A word that may be a predicate: the rows of its entry, and the right one of them.
struct RolesetQuestion {
  std::uint32_t word;
  RolesetEntry entry;
  std::uint32_t right;  // from the entry's first row
};

/// A predicate and a candidate, as words of their sentence.
struct RolePair {
  std::uint32_t predicate, word;
  std::uint32_t label;
  std::uint32_t first_key, last_key;  // of the sentence's keys, the predicate's among them
};

struct RoleExample {
  std::vector<RolesetQuestion> questions;
  std::vector<RolePair> pairs;
  std::vector<std::uint32_t> keys;  // rows of embeddings
};

/// A document with what its features need.
struct ReadFrames {
  ReadFrames(const Document& of, const WordLexicon& words)
      : document(of), forms(word_forms(of, words)), tree(of), features(of, tree, forms) {
    for (const Frame& frame : of.frames) frames[frame.predicate.index] = &frame;
  }

  bool has_frames(const Sentence& sentence) const {
    const auto next = frames.lower_bound(sentence.tokens.first);
    return next != frames.end() && next->first < sentence.tokens.last;
  }
  const Frame* frame_at(std::uint32_t word) const {
    const auto at = frames.find(word);
    return at == frames.end() ? nullptr : at->second;
  }

  const Document& document;
  std::vector<WordForm> forms;
  Tree tree;
  RoleFeatures features;
  std::map<std::uint32_t, const Frame*> frames;
};

/// Everything that is learnt from.
struct RoleExamples {
  std::vector<std::vector<WordKeys>> words;
  std::vector<RoleExample> examples;
  std::vector<std::string> labels = {"-"};
  std::vector<std::uint64_t> pair_keys;  // ascending
  RolesetTable rolesets;
};

class RoleGatherer {
 public:
  RoleGatherer(const std::vector<Document>& documents, const RoleTrainingOptions& options)
      : options_(options), random_(options.seed) {
    readings_.reserve(documents.size());  // they refer to themselves, so they must stay in place
    for (const Document& document : documents) readings_.emplace_back(document, options.lexicon);
  }

  RoleExamples gather() {
    count();
    for (const ReadFrames& reading : readings_)
      for (const Sentence& sentence : reading.document.sentences)
        if (reading.has_frames(sentence)) add(reading, sentence);
    return std::move(all_);
  }

 private:
  // Calls `take` with each candidate of a frame, its keys and the predicate's, and its label, 0 for
  // none.
  template <typename Take>
  void each_pair(const ReadFrames& reading, const Frame& frame, const Take& take) {
    const PredicateContext context = reading.features.context(frame.predicate);
    const PredicateKeys own = reading.features.predicate_keys(context, frame.roleset);
    std::array<std::uint64_t, own.size() + std::tuple_size_v<PairKeys>> keys;
    std::copy(own.begin(), own.end(), keys.begin());
    find_role_candidates(reading.document, reading.tree, frame.predicate, candidates_);
    for (const RoleCandidate& candidate : candidates_) {
      std::uint32_t label = 0;
      for (const Frame::FrameArgument& argument : frame.arguments)
        if (argument.head == candidate.word)
          if (const auto at = numbers_.find(argument.label); at != numbers_.end())
            label = at->second;
      const PairKeys pair = reading.features.pair_keys(context, candidate);
      std::copy(pair.begin(), pair.end(), keys.begin() + own.size());
      take(candidate, std::span<const std::uint64_t>(keys), label);
    }
  }

  void count_labels() {
    std::map<std::string, std::uint32_t> counts;
    for (const ReadFrames& reading : readings_)
      for (const Frame& frame : reading.document.frames)
        for (const Frame::FrameArgument& argument : frame.arguments) ++counts[argument.label];
    for (const auto& [label, count] : counts) {
      if (count < kMinLabelCount) continue;
      numbers_[label] = static_cast<std::uint32_t>(all_.labels.size());
      all_.labels.push_back(label);
    }
  }

  void count() {
    count_labels();
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (const ReadFrames& reading : readings_) {
      for (const Sentence& sentence : reading.document.sentences)
        for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
          if (!reading.has_frames(sentence) || !may_be_predicate(reading, i)) continue;
          const Frame* const frame = reading.frame_at(i);
          all_.rolesets.count(reading.features.lexicon_key({i}),
                              frame ? std::string_view(frame->roleset) : std::string_view());
        }
      for (const Frame& frame : reading.document.frames)
        each_pair(reading, frame,
                  [&](const auto&, std::span<const std::uint64_t> keys, std::uint32_t) {
                    for (const std::uint64_t key : keys)
                      if (++counts[key] == options_.min_count) all_.pair_keys.push_back(key);
                  });
    }
    std::sort(all_.pair_keys.begin(), all_.pair_keys.end());
    all_.rolesets.finish();
  }

  static bool may_be_predicate(const ReadFrames& reading, std::uint32_t word) {
    return dateline::may_be_predicate(reading.document.tokens[word].pos);
  }

  void add(const ReadFrames& reading, const Sentence& sentence) {
    auto& words = all_.words.emplace_back();
    RoleExample& example = all_.examples.emplace_back();
    const std::uint32_t first = sentence.tokens.first;
    for (auto i = first; i < sentence.tokens.last; ++i) {
      words.push_back(reading.features.word_keys({i}, reading.forms[i]));
      const Frame* const frame = reading.frame_at(i);
      if (may_be_predicate(reading, i)) add_question(reading, i, first, example);
      if (frame) add_pairs(reading, *frame, first, example);
    }
  }

  void add_question(const ReadFrames& reading, std::uint32_t word, std::uint32_t first,
                    RoleExample& example) {
    const std::uint64_t key = reading.features.lexicon_key({word});
    const Pos pos = reading.document.tokens[word].pos;
    RolesetEntry entry = all_.rolesets.find(key, pos);
    if (all_.rolesets.is_rare(key) && random_.unit() < kUnknownShare) entry = entry_of_unknown(pos);
    if (entry.count < 2) return;
    const Frame* const frame = reading.frame_at(word);
    const auto row =
        all_.rolesets.row_of(entry, frame ? std::string_view(frame->roleset) : std::string_view());
    example.questions.push_back({word - first, entry, row - entry.first});
  }

  void add_pairs(const ReadFrames& reading, const Frame& frame, std::uint32_t first,
                 RoleExample& example) {
    each_pair(
        reading, frame,
        [&](const RoleCandidate& candidate, std::span<const std::uint64_t> keys,
            std::uint32_t label) {
          const auto begin = static_cast<std::uint32_t>(example.keys.size());
          for (const std::uint64_t key : keys) {
            const auto at = std::lower_bound(all_.pair_keys.begin(), all_.pair_keys.end(), key);
            if (at != all_.pair_keys.end() && *at == key)
              example.keys.push_back(static_cast<std::uint32_t>(at - all_.pair_keys.begin()));
          }
          example.pairs.push_back({frame.predicate.index - first, candidate.word.index - first,
                                   label, begin, static_cast<std::uint32_t>(example.keys.size())});
        });
  }

  const RoleTrainingOptions& options_;
  RandomNumbers random_;
  std::vector<ReadFrames> readings_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<RoleCandidate> candidates_;
  RoleExamples all_;
};

class RoleLearner {
 public:
  RoleLearner(const RoleExamples& all, const RoleTrainingOptions& options);

  void learn(int epochs);
  std::string model_bytes() const;

 private:
  void learn_batch(std::span<const std::size_t> batch);
  void learn_rolesets(std::span<const std::size_t> batch);
  void learn_pairs(std::span<const std::size_t> batch);
  void join_pairs(std::span<const std::size_t> batch);
  void pass_back_pairs(std::span<const std::size_t> batch);

  // Calls `take` with each pair of the batch, its example and the rows of its two words.
  template <typename Take>
  void each_pair(std::span<const std::size_t> batch, const Take& take) const {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::size_t first = encoder_.starts()[i];
      for (const RolePair& pair : all_.examples[batch[i]].pairs)
        take(all_.examples[batch[i]], pair, first + pair.predicate, first + pair.word);
    }
  }

  const RoleExamples& all_;
  std::size_t width_;
  RandomNumbers random_;
  TrainableEncoder encoder_;
  TrainableLayer questions_, scores_;
  Parameter pair_vectors_, roleset_vectors_;
  Matrix asked_, asked_gradients_, state_gradients_;
  std::vector<std::uint32_t> kept_keys_;  // of the pairs of a batch, those that are not hidden
  std::vector<std::size_t> kept_ends_;    // of each pair
  Matrix hidden_, hidden_gradients_, factors_, label_scores_;
};

RoleLearner::RoleLearner(const RoleExamples& all, const RoleTrainingOptions& options)
    : all_(all), width_(options.hidden), random_(options.seed) {
  constexpr float kPairDeviation = 0.05f, kRolesetDeviation = 0.02f;
  encoder_.reset(all.words, {options.width, options.width}, kMinRoleKeys, random_);
  questions_.reset(encoder_.outputs(), 3 * width_, random_);
  scores_.reset(width_, all.labels.size(), random_);
  pair_vectors_.by_rows = roleset_vectors_.by_rows = true;
  pair_vectors_.reset(all.pair_keys.size(), width_, kPairDeviation, random_);
  roleset_vectors_.reset(all.rolesets.rows().size(), width_, kRolesetDeviation, random_);
}

void RoleLearner::learn(int epochs) {
  std::vector<Parameter*> parameters = {&questions_.weights, &questions_.bias, &scores_.weights,
                                        &scores_.bias,       &pair_vectors_,   &roleset_vectors_};
  encoder_.add_parameters(parameters);
  std::vector<std::size_t> sizes;
  for (const auto& sentence : all_.words) sizes.push_back(sentence.size());
  run_epochs(sizes, epochs, parameters, random_,
             [this](std::span<const std::size_t> batch) { learn_batch(batch); });
}

void RoleLearner::learn_batch(std::span<const std::size_t> batch) {
  std::vector<const std::vector<WordKeys>*> sentences;
  for (const std::size_t i : batch) sentences.push_back(&all_.words[i]);
  const Matrix& states = encoder_.forward(sentences, &random_);
  questions_.forward(states, asked_);
  asked_gradients_.reset(asked_.rows, asked_.columns);
  learn_rolesets(batch);
  learn_pairs(batch);
  questions_.backward(states, asked_gradients_, &state_gradients_);
  encoder_.backward(state_gradients_);
}

// The right row of each entry, among its rows.
void RoleLearner::learn_rolesets(std::span<const std::size_t> batch) {
  std::vector<float> scores;
  for (std::size_t i = 0; i < batch.size(); ++i)
    for (const RolesetQuestion& question : all_.examples[batch[i]].questions) {
      const std::size_t word = encoder_.starts()[i] + question.word;
      const float* const asked = asked_.row(word);
      scores.clear();
      for (std::uint32_t row = 0; row < question.entry.count; ++row) {
        const float* const vector = roleset_vectors_.value.row(question.entry.first + row);
        float score = all_.rolesets.rows()[question.entry.first + row].prior;
        for (std::size_t k = 0; k < width_; ++k) score += asked[k] * vector[k];
        scores.push_back(score);
      }
      softmax_gradient(scores, question.right);
      for (std::uint32_t row = 0; row < question.entry.count; ++row) {
        const std::uint32_t at = question.entry.first + row;
        roleset_vectors_.touch(at);
        for (std::size_t k = 0; k < width_; ++k) {
          asked_gradients_.row(word)[k] += scores[row] * roleset_vectors_.value.row(at)[k];
          roleset_vectors_.gradient.row(at)[k] += scores[row] * asked[k];
        }
      }
    }
}

// A row for each pair: what its words and its keys say together, leaked, and some of it dropped.
void RoleLearner::join_pairs(std::span<const std::size_t> batch) {
  std::size_t pairs = 0;
  for (const std::size_t i : batch) pairs += all_.examples[i].pairs.size();
  hidden_.reset(pairs, width_);
  factors_.reset(pairs, width_);
  kept_keys_.clear();
  kept_ends_.clear();
  std::size_t next = 0;
  each_pair(batch, [&](const RoleExample& example, const RolePair& pair, std::size_t predicate,
                       std::size_t word) {
    float* const row = hidden_.row(next);
    float* const factors = factors_.row(next++);
    for (std::size_t k = 0; k < width_; ++k)
      row[k] = asked_.row(predicate)[width_ + k] + asked_.row(word)[2 * width_ + k];
    for (std::uint32_t i = pair.first_key; i < pair.last_key; ++i) {
      if (random_.unit() < kPairKeyHidden) continue;
      kept_keys_.push_back(example.keys[i]);
      const float* const vector = pair_vectors_.value.row(example.keys[i]);
      for (std::size_t k = 0; k < width_; ++k) row[k] += vector[k];
    }
    kept_ends_.push_back(kept_keys_.size());
    for (std::size_t k = 0; k < width_; ++k) {
      const float kept = random_.unit() < kHiddenDropout ? 0 : 1 / (1 - kHiddenDropout);
      factors[k] = row[k] > 0 ? kept : kept * kLeak;
      row[k] *= factors[k];
    }
  });
}

void RoleLearner::pass_back_pairs(std::span<const std::size_t> batch) {
  std::size_t next = 0, key = 0;
  each_pair(batch,
            [&](const RoleExample&, const RolePair&, std::size_t predicate, std::size_t word) {
              float* const row = hidden_gradients_.row(next);
              const float* const factors = factors_.row(next++);
              for (std::size_t k = 0; k < width_; ++k) {
                row[k] *= factors[k];
                asked_gradients_.row(predicate)[width_ + k] += row[k];
                asked_gradients_.row(word)[2 * width_ + k] += row[k];
              }
              for (; key < kept_ends_[next - 1]; ++key) {
                pair_vectors_.touch(kept_keys_[key]);
                float* const gradient = pair_vectors_.gradient.row(kept_keys_[key]);
                for (std::size_t k = 0; k < width_; ++k) gradient[k] += row[k];
              }
            });
}

void RoleLearner::learn_pairs(std::span<const std::size_t> batch) {
  join_pairs(batch);
  if (hidden_.rows == 0) return;
  scores_.forward(hidden_, label_scores_);
  const std::size_t labels = all_.labels.size();
  std::size_t next = 0;
  each_pair(batch, [&](const RoleExample&, const RolePair& pair, std::size_t, std::size_t) {
    float* const scores = label_scores_.row(next++);
    softmax_gradient({scores, labels}, pair.label);
    std::fill(scores + labels, scores + label_scores_.columns, 0.f);
  });
  scores_.backward(hidden_, label_scores_, &hidden_gradients_);
  pass_back_pairs(batch);
}

std::string RoleLearner::model_bytes() const {
  std::string labels;
  for (const std::string& label : all_.labels) labels += label + '\n';
  std::vector<std::string> sections = {labels,
                                       all_.rolesets.entry_bytes(),
                                       roleset_row_bytes(all_.rolesets.rows()),
                                       embedding_bytes(roleset_vectors_.value.cells, width_),
                                       key_table_bytes(all_.pair_keys),
                                       embedding_bytes(pair_vectors_.value.cells, width_),
                                       questions_.bytes(3 * width_),
                                       scores_.bytes(all_.labels.size())};
  encoder_.add_sections(sections);
  return to_model_bytes(kRolesKind, role_features_hash(), sections);
}

}  // namespace

std::string train_roles(const std::vector<Document>& documents,
                        const RoleTrainingOptions& options) {
  const RoleExamples examples = RoleGatherer(documents, options).gather();
  RoleLearner learner(examples, options);
  learner.learn(options.epochs);
  return learner.model_bytes();
}

}  // namespace dateline
