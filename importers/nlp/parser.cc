#include "importers/nlp/parser.h"

#include <algorithm>
#include <cmath>

#include "importers/nlp/hash.h"
#include "importers/nlp/spanning_tree.h"
#include "importers/nlp/wide_vectors.h"

namespace dateline {
namespace {

constexpr float kRoleOne = 1024;                  // what stands for 1 between layers
constexpr float kArcOne = 256, kArcLimit = 4095;  // squares of it, 128 times, fit in 32 bits
constexpr std::size_t kMaxArcWidth = 128;

std::string_view section(const ModelFile& model, ParserSection part) {
  return model.section(static_cast<std::size_t>(part));
}

std::vector<float> floats_of(std::string_view bytes) {
  std::vector<float> floats;
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
    floats.push_back(read_at<float>(bytes, at));
  return floats;
}

std::vector<Relation> relations_of(std::string_view bytes) {
  std::vector<Relation> relations;
  for (const char byte : bytes)
    if (const auto relation = static_cast<unsigned char>(byte);
        relation <= static_cast<unsigned char>(Relation::xcomp))
      relations.push_back(static_cast<Relation>(relation));
  return relations;
}

float leaky(float value) { return value > 0 ? value : kLeak * value; }

}  // namespace

std::uint64_t parser_tag(const Token& token) {
  const auto part = [](auto value) { return static_cast<std::uint64_t>(value); };
  const Features& features = token.features;
  const bool noun = token.pos == Pos::noun || token.pos == Pos::propn;
  const std::uint64_t number = noun ? part(features.number) : 0;
  return (((part(token.pos) + 1) * 8 + part(features.form)) * 4 + part(features.tense)) * 4 +
         number;
}

std::size_t distance_class(std::int32_t words) {
  const int far = std::abs(words);
  const int size = far <= 4 ? far - 1 : far <= 6 ? 4 : far <= 10 ? 5 : far <= 20 ? 6 : 7;
  return static_cast<std::size_t>(words < 0 ? size : 8 + size);
}

std::uint64_t parser_features_hash() {
  Token token;
  token.pos = Pos::noun;
  token.features.number = Number::plural;
  std::uint64_t hash = hash_with(word_keys_hash(), parser_tag(token));
  for (std::int32_t words = 1; words < 30; ++words)
    hash = hash_with(hash, distance_class(words) * kDistances + distance_class(-words));
  return hash;
}

Result<Parser> Parser::from_model(const ModelFile& model) {
  auto encoder =
      SentenceEncoder::from_model(model, static_cast<std::size_t>(ParserSection::encoder));
  auto roles = DenseLayer::from_bytes(section(model, ParserSection::roles));
  auto arcs = DenseLayer::from_bytes(section(model, ParserSection::arcs));
  auto labels = DenseLayer::from_bytes(section(model, ParserSection::labels));
  if (!encoder) return encoder.error();
  if (!roles) return roles.error();
  if (!arcs) return arcs.error();
  if (!labels) return labels.error();
  Parser parser;
  parser.encoder_ = std::move(encoder).value();
  parser.roles_ = std::move(roles).value();
  parser.arcs_ = std::move(arcs).value();
  parser.labels_ = std::move(labels).value();
  parser.relations_ = relations_of(section(model, ParserSection::relations));
  parser.distances_ = floats_of(section(model, ParserSection::distances));
  parser.root_ = floats_of(section(model, ParserSection::root));
  const std::size_t arc_width = parser.arcs_.inputs(), label_width = parser.labels_.inputs();
  if (parser.roles_.inputs() != parser.encoder_.outputs() || arc_width > kMaxArcWidth ||
      parser.arcs_.outputs() != arc_width ||
      parser.roles_.outputs() != 2 * (arc_width + label_width) ||
      parser.root_.size() != parser.roles_.outputs() ||
      parser.distances_.size() != 2 * kDistances * kPosCount || parser.relations_.empty() ||
      parser.relations_.size() != parser.labels_.outputs())
    return Error{"expected layers that fit each other, and a relation for each output", {}};
  return parser;
}

Result<Parser> Parser::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/parser.model";
  const auto model = ModelFile::load(files, path, kParserKind, parser_features_hash());
  if (!model) return model.error();
  auto parser = from_model(*model);
  if (!parser) return Error{path + ": " + parser.error().message, {}};
  return parser;
}

// A row for each word: as head and as dependent of an arc, as head and as dependent of a relation.
void Parser::find_roles(NumberRows states, Scratch& scratch) const {
  roles_.apply(states, RecurrentLayer::kOne, scratch.sums, scratch.roles);
  for (float& role : scratch.roles) role = leaky(role);
}

// What each word asks of its head, and what each head answers, the root before each sentence's.
void Parser::ask_for_heads(Scratch& scratch) const {
  const std::size_t words = scratch.keys.size(), width = arcs_.inputs(), stride = root_.size();
  scratch.numbers.resize(words * width);
  for (std::size_t i = 0; i < words; ++i)
    quantize({scratch.roles.data() + i * stride + width, width}, kRoleOne,
             scratch.numbers.data() + i * width);
  arcs_.apply({scratch.numbers.data(), words, width}, kRoleOne, scratch.sums, scratch.asked);
  quantize(scratch.asked, kArcOne, scratch.numbers.data(), kArcLimit);
  scratch.heads.resize((words + scratch.sentences.size()) * width);
  std::int16_t* head = scratch.heads.data();
  const auto add_head = [&](const float* role) {
    quantize({role, width}, kArcOne, head, kArcLimit);
    head += width;
  };
  for (const TokenRange sentence : scratch.sentences) {
    add_head(root_.data());
    for (auto i = sentence.first; i < sentence.last; ++i) add_head(&scratch.roles[i * stride]);
  }
}

// `words`: the tokens of the sentence; `heads`: the row of its root.
void Parser::score_heads(std::span<const Token> words, TokenRange sentence, std::size_t heads,
                         Scratch& scratch) const {
  const std::size_t count = words.size(), nodes = count + 1, width = arcs_.inputs();
  make_room(scratch.sums, count * nodes);
  multiply({scratch.numbers.data() + sentence.first * width, count, width},
           {scratch.heads.data() + heads * width, nodes, width}, width, scratch.sums.data());
  scratch.scores.resize(count * nodes);
  const auto pos = [&](std::size_t i) { return static_cast<std::size_t>(words[i].pos); };
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < nodes; ++j) {
      float score = static_cast<float>(scratch.sums[i * nodes + j]) / (kArcOne * kArcOne);
      if (j > 0 && j != i + 1) {
        const auto far = static_cast<std::int32_t>(j) - static_cast<std::int32_t>(i + 1);
        const float* const row = distances_.data() + distance_class(far) * 2 * kPosCount;
        score += row[pos(i)] + row[kPosCount + pos(j - 1)];
      }
      scratch.scores[i * nodes + j] = score;
    }
}

void Parser::label(Document& document, std::span<const TokenRange> block, Scratch& scratch) const {
  const std::size_t width = labels_.inputs(), stride = root_.size(), words = scratch.keys.size();
  const std::size_t as_head = 2 * arcs_.inputs(), as_word = stride - width;
  scratch.pairs.resize(words * width);
  for (const TokenRange sentence : scratch.sentences)
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const std::uint32_t tree = scratch.trees[i];
      const float* const head =
          (tree == 0 ? root_.data() : &scratch.roles[(sentence.first + tree - 1) * stride]) +
          as_head;
      const float* const word = scratch.roles.data() + i * stride + as_word;
      for (std::size_t k = 0; k < width; ++k)
        scratch.pairs[i * width + k] = leaky(head[k] + word[k]);
    }
  scratch.numbers.resize(scratch.pairs.size());
  quantize(scratch.pairs, kRoleOne, scratch.numbers.data());
  labels_.apply({scratch.numbers.data(), words, width}, kRoleOne, scratch.sums, scratch.labels);
  auto row = scratch.labels.begin();
  auto head = scratch.trees.begin();
  for (const TokenRange piece : block)
    for (std::uint32_t i = piece.first; i < piece.last; ++i, ++head) {
      const auto end = row + static_cast<std::ptrdiff_t>(relations_.size());
      const auto best = static_cast<std::size_t>(std::max_element(row, end) - row);
      document.tokens[i].head = *head == 0 ? TokenId{} : TokenId{piece.first + *head - 1};
      document.tokens[i].relation = *head == 0 ? Relation::root : relations_[best];
      row = end;
    }
}

void Parser::parse_block(Document& document, std::span<const TokenRange> block,
                         std::span<const WordForm> forms, Scratch& scratch) const {
  scratch.keys.clear();
  scratch.sentences.clear();
  scratch.trees.clear();
  for (const TokenRange piece : block) {
    const auto first = static_cast<std::uint32_t>(scratch.keys.size());
    for (std::uint32_t i = piece.first; i < piece.last; ++i)
      scratch.keys.push_back(word_keys(forms[i], i == piece.first, parser_tag(document.tokens[i])));
    scratch.sentences.push_back({first, first + piece.size()});
  }
  find_roles(encoder_.encode(scratch.keys, scratch.sentences, scratch.encoder), scratch);
  ask_for_heads(scratch);
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::span words = std::span(document.tokens).subspan(block[i].first, block[i].size());
    score_heads(words, scratch.sentences[i], scratch.sentences[i].first + i, scratch);
    const auto tree = best_tree(scratch.scores, block[i].size());
    scratch.trees.insert(scratch.trees.end(), tree.begin(), tree.end());
  }
  label(document, block, scratch);
}

namespace {

// Where a sentence was parsed in pieces, the roots of the others go on after the first's.
void join_pieces(Document& document, const Sentence& sentence) {
  TokenId root;
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    Token& token = document.tokens[i];
    if (token.head) continue;
    if (root) token.head = root, token.relation = Relation::parataxis;
    if (!root) root = {i};
  }
}

}  // namespace

void Parser::parse(Document& document, std::span<const WordForm> forms) const {
  thread_local Scratch scratch;  // no document has to ask for its memory anew
  for (const auto& block : blocks_of(document.sentences, kMaxParsedWords))
    parse_block(document, block, forms, scratch);
  for (const Sentence& sentence : document.sentences) {
    join_pieces(document, sentence);
    if (sentence.tokens.size() > kMaxParsedWords)
      document.diagnostics.push_back({Severity::warning,
                                      "sentence-too-long",
                                      "a sentence of " + std::to_string(sentence.tokens.size()) +
                                          " words, parsed in pieces of " +
                                          std::to_string(kMaxParsedWords),
                                      {}});
  }
}

}  // namespace dateline
