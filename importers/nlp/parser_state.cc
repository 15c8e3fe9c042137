#include "importers/nlp/parser_state.h"

#include <cassert>

#include "importers/nlp/hash.h"

namespace dateline {

ParserWord parser_word(const WordForm& form, const Token& token) {
  const auto part = [](auto value) { return static_cast<std::uint32_t>(value); };
  const Features& features = token.features;
  const std::uint32_t pos = part(token.pos) + 1;
  const bool noun = token.pos == Pos::noun || token.pos == Pos::propn;
  const std::uint32_t number = noun ? part(features.number) : 0;
  return {form.lower, form.suffix[2],
          ((pos * 8 + part(features.form)) * 4 + part(features.tense)) * 4 + number, pos};
}

bool ParserState::allows(Transition::Kind kind) const {
  switch (kind) {
    case Transition::Kind::shift:
      return next_ < words();
    case Transition::Kind::left:
      return next_ < words() && !stack_.empty();
    case Transition::Kind::right:
      return stack_.size() >= 2;
  }
  return false;
}

void ParserState::attach(std::uint32_t word, std::uint32_t head, Side& side, Relation relation) {
  heads_[word] = head;
  relations_[word] = relation;
  side.second = side.outermost;
  side.outermost = word;
  ++side.count;
  side.relations |= std::uint64_t{1} << static_cast<unsigned>(relation);
}

void ParserState::apply(Transition transition) {
  assert(allows(transition.kind));
  if (transition.kind == Transition::Kind::shift) {
    stack_.push_back(next_++);
    return;
  }
  const std::uint32_t word = stack_.back();
  stack_.pop_back();
  if (transition.kind == Transition::Kind::left)
    attach(word, next_, left_[next_], transition.relation);
  else
    attach(word, stack_.back(), right_[stack_.back()], transition.relation);
}

namespace {

// A word in its role of the moment; all zero where there is none.
struct Node {
  std::uint64_t word = 0, both = 0, suffix = 0;
  std::uint64_t tag = 0, relation = 0;
};

class Extractor {
 public:
  Extractor(const ParserState& state, std::span<const ParserWord> sentence, ParserFeatures& out)
      : state_(state), sentence_(sentence), out_(out) {
    out_.size = 0;
  }

  void extract();

 private:
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    ++name_;
    out_.hashes[out_.size++] = hash_with(hash_with(hash_with(name_, a), b), c);
  }

  Node node(std::uint32_t word) const {
    if (word == ParserState::kNone) return {};
    const ParserWord& known = sentence_[word];
    return {known.word, hash_with(known.word, known.tag), known.suffix, known.tag,
            static_cast<std::uint64_t>(state_.relation(word)) + 1};
  }
  Node outermost(const ParserState::Side& side) const { return node(side.outermost); }

  void add_words();
  void add_pairs();
  void add_triples();
  void add_children();
  void add_counts();
  void add_between();

  const ParserState& state_;
  std::span<const ParserWord> sentence_;
  ParserFeatures& out_;
  std::uint64_t name_ = 0;
  std::uint32_t top_ = 0, under_ = 0, next_ = 0;  // their words
  Node s0_, s1_, s2_, b0_, b1_, b2_;
  ParserState::Side s0_left_, s0_right_, s1_left_, s1_right_, b0_left_;
};

void Extractor::add_words() {
  for (const Node* n : {&s0_, &s1_, &b0_, &b1_, &b2_}) {
    add(n->both);
    add(n->word);
    add(n->tag);
  }
  add(s2_.tag);
  add(s2_.word);
  for (const Node* n : {&s0_, &s1_, &b0_}) add(n->suffix, n->tag);
}

void Extractor::add_pairs() {
  add(s0_.both, b0_.both);
  add(s0_.both, b0_.word);
  add(s0_.word, b0_.both);
  add(s0_.both, b0_.tag);
  add(s0_.tag, b0_.both);
  add(s0_.word, b0_.word);
  add(s0_.tag, b0_.tag);
  add(s1_.both, s0_.both);
  add(s1_.both, s0_.tag);
  add(s1_.tag, s0_.both);
  add(s1_.word, s0_.word);
  add(s1_.tag, s0_.tag);
  add(s1_.tag, b0_.tag);
  add(s1_.word, b0_.tag);
  add(s1_.tag, b0_.word);
  add(b0_.tag, b1_.tag);
  add(b0_.word, b1_.tag);
  add(b0_.tag, b1_.word);
  add(b0_.word, b1_.word);
  add(s0_.suffix, b0_.tag);
  add(s0_.tag, b0_.suffix);
}

void Extractor::add_triples() {
  add(b0_.tag, b1_.tag, b2_.tag);
  add(s0_.tag, b0_.tag, b1_.tag);
  add(s1_.tag, s0_.tag, b0_.tag);
  add(s2_.tag, s1_.tag, s0_.tag);
  add(s1_.word, s0_.tag, b0_.tag);
  add(s1_.tag, s0_.word, b0_.tag);
  add(s1_.tag, s0_.tag, b0_.word);
  add(s0_.word, b0_.tag, b1_.tag);
  add(s0_.tag, b0_.word, b1_.tag);
  add(s1_.word, s0_.word, b0_.tag);
  add(s1_.word, s0_.tag, b0_.word);
  add(hash_with(s1_.tag, s2_.tag), s0_.tag, b0_.tag);
  add(hash_with(s1_.tag, b1_.tag), s0_.tag, b0_.tag);
}

void Extractor::add_children() {
  const Node sl = outermost(s0_left_), sr = outermost(s0_right_), ul = outermost(s1_left_),
             ur = outermost(s1_right_), bl = outermost(b0_left_);
  for (const Node* n : {&sl, &sr, &ul, &ur, &bl}) {
    add(n->word, n->relation);
    add(n->tag, n->relation);
    add(n->relation);
  }
  const Node sl2 = node(s0_left_.second), sr2 = node(s0_right_.second),
             ur2 = node(s1_right_.second), bl2 = node(b0_left_.second);
  for (const Node* n : {&sl2, &sr2, &ur2, &bl2}) add(n->tag, n->relation);
  add(s0_.tag, sl.tag, b0_.tag);
  add(s0_.tag, sr.tag, b0_.tag);
  add(s0_.tag, b0_.tag, bl.tag);
  add(s1_.tag, s0_.tag, sl.tag);
  add(s1_.tag, s0_.tag, sr.tag);
  add(s1_.tag, ur.tag, s0_.tag);
  add(s1_.tag, ul.tag, s0_.tag);
  add(s1_.word, s0_.word, sl.word);
  add(s1_.tag, s0_.tag, sl.word);
  add(s0_.tag, sr.relation, sr2.relation);
  add(s0_.tag, sl.relation, sl2.relation);
  add(s1_.tag, ur.relation, ur2.relation);
  add(b0_.tag, bl.relation, bl2.relation);
}

void Extractor::add_counts() {
  const auto small = [](std::uint32_t count) { return count > 3 ? 3u : count; };
  add(s0_.word, small(s0_left_.count));
  add(s0_.tag, small(s0_left_.count));
  add(s0_.word, small(s0_right_.count));
  add(s0_.tag, small(s0_right_.count));
  add(s1_.word, small(s1_right_.count));
  add(s1_.tag, small(s1_right_.count));
  add(b0_.word, small(b0_left_.count));
  add(b0_.tag, small(b0_left_.count));
  add(s0_.tag, s0_left_.relations);
  add(s0_.word, s0_left_.relations);
  add(s0_.tag, s0_right_.relations);
  add(s0_.word, s0_right_.relations);
  add(s1_.tag, s1_right_.relations);
  add(s1_.word, s1_right_.relations);
  add(s1_.tag, s1_right_.relations, s0_.tag);
  add(b0_.tag, b0_left_.relations);
  add(b0_.word, b0_left_.relations);
  add(s0_.tag, b0_.tag, b0_left_.relations);
}

std::uint64_t distance(std::uint32_t from, std::uint32_t to) {
  if (from == ParserState::kNone || to == ParserState::kNone) return 0;
  const std::uint32_t words = to - from;
  return words <= 4 ? words : words <= 6 ? 5 : words <= 10 ? 6 : words <= 20 ? 7 : 8;
}

void Extractor::add_between() {
  const std::uint64_t near = distance(top_, next_), far = distance(under_, top_);
  add(s0_.word, near);
  add(s0_.tag, near);
  add(b0_.word, near);
  add(b0_.tag, near);
  add(s0_.tag, b0_.tag, near);
  add(s1_.word, far);
  add(s1_.tag, far);
  add(s0_.word, hash_with(far, 1));
  add(s1_.tag, s0_.tag, far);
}

void Extractor::extract() {
  top_ = state_.stack(0);
  under_ = state_.stack(1);
  next_ = state_.buffer(0);
  s0_ = node(top_);
  s1_ = node(under_);
  s2_ = node(state_.stack(2));
  b0_ = node(next_);
  b1_ = node(state_.buffer(1));
  b2_ = node(state_.buffer(2));
  if (top_ != ParserState::kNone) s0_left_ = state_.left(top_), s0_right_ = state_.right(top_);
  if (under_ != ParserState::kNone)
    s1_left_ = state_.left(under_), s1_right_ = state_.right(under_);
  if (next_ != ParserState::kNone) b0_left_ = state_.left(next_);
  add_words();
  add_pairs();
  add_triples();
  add_children();
  add_counts();
  add_between();
  assert(out_.size <= kMaxParserFeatures);
}

}  // namespace

void parser_features(const ParserState& state, std::span<const ParserWord> sentence,
                     ParserFeatures& out) {
  Extractor(state, sentence, out).extract();
}

std::uint64_t parser_features_hash() {
  Token token;
  std::vector<ParserWord> sentence;
  for (const std::string_view word : {"Aé-9", "b", "’C.", "d", "e"}) {
    token.pos = static_cast<Pos>(sentence.size() + 1);
    token.features.form = VerbForm::finite;
    sentence.push_back(parser_word(word_form(word), token));
  }
  ParserState state(static_cast<std::uint32_t>(sentence.size()));
  ParserFeatures features;
  std::uint64_t hash = 0;
  using Kind = Transition::Kind;
  for (const Kind kind : {Kind::shift, Kind::left, Kind::shift, Kind::shift, Kind::right,
                          Kind::shift, Kind::shift, Kind::right, Kind::right}) {
    parser_features(state, sentence, features);
    for (const std::uint64_t feature : features.view()) hash = hash_with(hash, feature);
    state.apply({kind, Relation::det});
  }
  return hash;
}

}  // namespace dateline
