#include "importers/nlp/training/parser_training.h"

#include <algorithm>
#include <array>
#include <limits>
#include <random>

#include "importers/nlp/parser.h"
#include "importers/nlp/training/perceptron.h"

namespace dateline {
namespace {

constexpr std::uint32_t kNone = ParserState::kNone;
// From the second epoch on, the learner mostly follows its own choice even where it is wrong.
constexpr std::uint32_t kExplorePercent = 90;
constexpr int kLeastWeight = 2;        // of 127: what is less is dropped, and half the size with it
constexpr std::uint8_t kMinCount = 6;  // of a feature

struct Tree {
  std::vector<ParserWord> words;
  std::vector<std::uint32_t> heads;  // kNone: root
  std::vector<Relation> relations;
  std::vector<std::vector<std::uint32_t>> dependents;
};

std::vector<Tree> trees_of(const std::vector<Document>& documents) {
  std::vector<Tree> trees;
  for (const Document& document : documents)
    for (const Sentence& sentence : document.sentences) {
      Tree& tree = trees.emplace_back();
      tree.dependents.resize(sentence.tokens.size());
      for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token& token = document.tokens[sentence.tokens.first + i];
        tree.words.push_back(parser_word(word_form(token.span.of(document.text())), token));
        tree.heads.push_back(token.head ? token.head.index - sentence.tokens.first : kNone);
        tree.relations.push_back(token.relation);
        if (token.head) tree.dependents[tree.heads[i]].push_back(i);
      }
    }
  return trees;
}

/// How many arcs of the tree each kind of transition puts out of reach.
class Oracle {
 public:
  Oracle(const Tree& tree, const ParserState& state) : tree_(tree), state_(state) {
    top_ = state.stack(0);
    under_ = state.stack(1);
    next_ = state.buffer(0);
  }

  int cost(Transition::Kind kind) const {
    switch (kind) {
      case Transition::Kind::shift:
        return cost_of_shift();
      case Transition::Kind::left:
        return lost_dependents() + (head() != next_ && (head() == under_ || is_ahead(head())));
      case Transition::Kind::right:
        return lost_dependents() + (head() != under_ && is_ahead(head()));
    }
    return 0;
  }

  /// Whom the transition makes the head of the stack's top.
  std::uint32_t new_head(Transition::Kind kind) const {
    return kind == Transition::Kind::left ? next_ : under_;
  }

 private:
  std::uint32_t head() const { return tree_.heads[top_]; }
  // The root's head counts as ahead of all words: it is lost when the root gets another.
  bool is_ahead(std::uint32_t word) const {
    return word == kNone || (next_ != kNone && word >= next_);
  }
  int lost_dependents() const {
    int lost = 0;
    for (const std::uint32_t dependent : tree_.dependents[top_])
      lost += next_ != kNone && dependent >= next_;
    return lost;
  }
  int cost_of_shift() const {
    int lost = 0;
    const std::uint32_t head = tree_.heads[next_];
    for (const std::uint32_t word : state_.whole_stack()) {
      lost += tree_.heads[word] == next_;
      lost += word == head && word != top_;
    }
    return lost;
  }

  const Tree& tree_;
  const ParserState& state_;
  std::uint32_t top_, under_, next_;
};

std::vector<Transition> transitions_in(const std::vector<Tree>& trees) {
  std::array<std::array<bool, 64>, 3> seen{};
  for (const Tree& tree : trees)
    for (std::uint32_t i = 0; i < tree.heads.size(); ++i)
      if (tree.heads[i] != kNone)
        seen[tree.heads[i] > i ? 1 : 2][static_cast<std::size_t>(tree.relations[i])] = true;
  std::vector<Transition> transitions = {{Transition::Kind::shift, Relation::none}};
  for (const auto kind : {Transition::Kind::left, Transition::Kind::right})
    for (std::size_t relation = 0; relation < 64; ++relation)
      if (seen[static_cast<std::size_t>(kind)][relation])
        transitions.push_back({kind, static_cast<Relation>(relation)});
  return transitions;
}

class Learner {
 public:
  Learner(const std::vector<Tree>& trees, std::uint32_t seed)
      : trees_(trees),
        transitions_(transitions_in(trees)),
        model_(static_cast<int>(transitions_.size()), kMinCount),
        random_(seed) {}

  void learn(int epochs);
  std::string model_bytes() {
    model_.use_average();
    return to_model_bytes(kParserKind, parser_features_hash(),
                          {transition_bytes(transitions_),
                           to_linear_bytes(model_.classes(), model_.weights(), kLeastWeight)});
  }

 private:
  void count(const Tree& tree);
  void learn_tree(const Tree& tree, bool explore);
  std::size_t best_right(const Tree& tree, const ParserState& state);
  bool is_right(const Tree& tree, std::uint32_t top, Transition transition,
                const std::array<int, 3>& costs, int least) const;

  const std::vector<Tree>& trees_;
  std::vector<Transition> transitions_;
  Perceptron model_;
  std::mt19937 random_;
  ParserFeatures features_;
  std::vector<float> scores_;
};

bool Learner::is_right(const Tree& tree, std::uint32_t top, Transition transition,
                       const std::array<int, 3>& costs, int least) const {
  if (costs[static_cast<std::size_t>(transition.kind)] != least) return false;
  if (transition.kind == Transition::Kind::shift) return true;
  return transition.relation == tree.relations[top] || tree.heads[top] == kNone;
}

// The transition of the highest score among those that lose least.
std::size_t Learner::best_right(const Tree& tree, const ParserState& state) {
  constexpr int kForbidden = std::numeric_limits<int>::max();
  const Oracle oracle(tree, state);
  std::array<int, 3> costs;
  for (const auto kind : {Transition::Kind::shift, Transition::Kind::left, Transition::Kind::right})
    costs[static_cast<std::size_t>(kind)] = state.allows(kind) ? oracle.cost(kind) : kForbidden;
  const int least = *std::min_element(costs.begin(), costs.end());
  std::size_t best = transitions_.size();
  for (std::size_t i = 0; i < transitions_.size(); ++i)
    if (is_right(tree, state.stack(0), transitions_[i], costs, least) &&
        (best == transitions_.size() || scores_[i] > scores_[best]))
      best = i;
  return best;
}

void Learner::learn_tree(const Tree& tree, bool explore) {
  ParserState state(static_cast<std::uint32_t>(tree.words.size()));
  while (!state.is_done()) {
    parser_features(state, tree.words, features_);
    model_.score(features_.view(), scores_);
    const std::size_t best = best_allowed<float>(state, transitions_, scores_);
    std::size_t right = best_right(tree, state);
    if (right == transitions_.size()) right = best;
    model_.tick();
    if (best != right)
      model_.update(features_.view(), static_cast<int>(right), static_cast<int>(best));
    const bool follow = explore && random_() % 100 < kExplorePercent;
    state.apply(transitions_[follow ? best : right]);
  }
}

// Counts the features on the way to the tree.
void Learner::count(const Tree& tree) {
  ParserState state(static_cast<std::uint32_t>(tree.words.size()));
  scores_.assign(transitions_.size(), 0);
  while (!state.is_done()) {
    parser_features(state, tree.words, features_);
    model_.count(features_.view());
    std::size_t right = best_right(tree, state);
    if (right == transitions_.size()) right = best_allowed<float>(state, transitions_, scores_);
    state.apply(transitions_[right]);
  }
}

void Learner::learn(int epochs) {
  for (const Tree& tree : trees_) count(tree);
  std::vector<std::size_t> order(trees_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    for (const std::size_t i : order) learn_tree(trees_[i], epoch > 0);
  }
}

}  // namespace

std::string train_parser(const std::vector<Document>& documents,
                         const ParserTrainingOptions& options) {
  const std::vector<Tree> trees = trees_of(documents);
  Learner learner(trees, options.seed);
  learner.learn(options.epochs);
  return learner.model_bytes();
}

}  // namespace dateline
