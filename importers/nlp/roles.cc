#include "importers/nlp/roles.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "importers/nlp/argument_spans.h"
#include "importers/nlp/parser.h"

namespace dateline {
namespace {

constexpr float kHiddenOne = 1024;  // what stands for 1 between layers
constexpr std::size_t kMaxLabels = 64;

std::string_view section(const ModelFile& model, RoleSection part) {
  return model.section(static_cast<std::size_t>(part));
}

std::vector<std::string> labels_of(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    lines.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return lines;
}

}  // namespace

bool is_core_argument(std::string_view label) {
  return label.size() == 4 && label.starts_with("ARG") && label[3] >= '0' && label[3] <= '9';
}

struct RoleLabeler::Scratch {
  Scratch(const RoleFeatures& of, std::size_t words) : features(of), spans(words) {
    encoder.keeps_products = false;  // a word's keys tell its place in the tree
  }

  const RoleFeatures& features;
  ArgumentSpans spans;
  EncoderScratch encoder;
  std::vector<WordKeys> keys;
  std::vector<std::int32_t> sums;
  std::vector<float> questions;  // of each word of the piece: of its roleset, as either of a pair
  std::vector<float> scores;
  std::vector<std::int16_t> numbers, embedding;
  std::vector<std::uint32_t> rows;  // of the pairs' vectors
  std::vector<RoleCandidate> candidates, arguments;
  std::vector<Offer> offers;
  std::vector<TokenRange> ranges;
};

Result<RoleLabeler> RoleLabeler::from_model(const ModelFile& model) {
  auto encoder = SentenceEncoder::from_model(model, static_cast<std::size_t>(RoleSection::encoder));
  auto pair_keys = KeyTable::from_bytes(section(model, RoleSection::pair_keys));
  auto questions = DenseLayer::from_bytes(section(model, RoleSection::questions));
  auto scores = DenseLayer::from_bytes(section(model, RoleSection::scores));
  if (!encoder) return encoder.error();
  if (!pair_keys) return pair_keys.error();
  if (!questions) return questions.error();
  if (!scores) return scores.error();
  const std::size_t width = scores->inputs();
  auto lexicon = RolesetLexicon::from_bytes(section(model, RoleSection::entries),
                                            section(model, RoleSection::rows),
                                            section(model, RoleSection::vectors), width);
  if (!lexicon) return lexicon.error();
  RoleLabeler labeler;
  labeler.encoder_ = std::move(encoder).value();
  labeler.lexicon_ = std::move(lexicon).value();
  labeler.labels_ = labels_of(section(model, RoleSection::labels));
  labeler.pair_keys_ = std::move(pair_keys).value();
  labeler.pair_vectors_ = section(model, RoleSection::pair_vectors);
  labeler.questions_ = std::move(questions).value();
  labeler.scores_ = std::move(scores).value();
  if (labeler.questions_.inputs() != labeler.encoder_.outputs() ||
      labeler.questions_.outputs() != 3 * width || labeler.labels_.size() > kMaxLabels ||
      labeler.labels_.size() != labeler.scores_.outputs() ||
      labeler.pair_vectors_.size() != labeler.pair_keys_.rows() * (width + 1))
    return Error{"expected layers that fit each other, and a label for each output", {}};
  return labeler;
}

Result<RoleLabeler> RoleLabeler::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/roles.model";
  const auto model = ModelFile::load(files, path, kRolesKind, role_features_hash());
  if (!model) return model.error();
  auto labeler = from_model(*model);
  if (!labeler) return Error{path + ": " + labeler.error().message, {}};
  return labeler;
}

// The row that answers best; the first of equals.
std::uint32_t RoleLabeler::roleset_of(RolesetEntry entry, const float* question,
                                      Scratch& scratch) const {
  scratch.numbers.resize(scores_.inputs());
  quantize({question, scores_.inputs()}, RolesetLexicon::kQuestionOne, scratch.numbers.data());
  std::uint32_t best = entry.first;
  float highest = lexicon_.score(best, scratch.numbers);
  for (std::uint32_t row = entry.first + 1; row < entry.first + entry.count; ++row)
    if (const float score = lexicon_.score(row, scratch.numbers); score > highest)
      best = row, highest = score;
  return best;
}

void RoleLabeler::add_vectors(std::span<const std::uint64_t> keys, Scratch& scratch) const {
  const std::size_t width = scores_.inputs();
  for (const std::uint64_t key : keys) pair_keys_.prefetch(key);
  scratch.rows.clear();
  for (const std::uint64_t key : keys)
    if (const std::uint32_t row = pair_keys_.find(key); row != KeyTable::kNone)
      scratch.rows.push_back(row);
  add_embeddings(pair_vectors_, width, scratch.rows, scratch.embedding.data());
}

// A row for each candidate: what its two words and its keys say together.
void RoleLabeler::score_candidates(const Frame& frame, TokenRange piece, Scratch& scratch) const {
  const std::size_t width = scores_.inputs();
  const auto row_of = [&](TokenId word, std::size_t part) {
    return scratch.questions.data() + (word.index - piece.first) * 3 * width + part * width;
  };
  const PredicateContext predicate = scratch.features.context(frame.predicate);
  scratch.embedding.assign(width, 0);
  add_vectors(scratch.features.predicate_keys(predicate, frame.roleset), scratch);
  const std::vector<std::int16_t> own = scratch.embedding;
  const float* const as_predicate = row_of(frame.predicate, 1);
  scratch.numbers.resize(scratch.candidates.size() * width);
  std::int16_t* numbers = scratch.numbers.data();
  for (const RoleCandidate& candidate : scratch.candidates) {
    scratch.embedding = own;
    add_vectors(scratch.features.pair_keys(predicate, candidate), scratch);
    const float* const as_candidate = row_of(candidate.word, 2);
    scratch.scores.resize(width);
    for (std::size_t k = 0; k < width; ++k) {
      const float sum = as_predicate[k] + as_candidate[k] +
                        static_cast<float>(scratch.embedding[k]) / kEmbeddingOne;
      scratch.scores[k] = sum > 0 ? sum : kLeak * sum;
    }
    quantize(scratch.scores, kHiddenOne, numbers);
    numbers += width;
  }
  scores_.apply({scratch.numbers.data(), scratch.candidates.size(), width}, kHiddenOne,
                scratch.sums, scratch.scores);
}

// The clearest offers first; a word gets one label, and a label of the core goes to one word.
void RoleLabeler::choose_arguments(Frame& frame, Scratch& scratch) const {
  const std::size_t labels = labels_.size();
  scratch.offers.clear();
  for (std::uint32_t i = 0; i < scratch.candidates.size(); ++i) {
    const float* const scores = scratch.scores.data() + i * labels;
    for (std::uint32_t label = 1; label < labels; ++label)
      if (scores[label] > scores[0])
        scratch.offers.push_back({scores[label] - scores[0], i, label});
  }
  std::sort(scratch.offers.begin(), scratch.offers.end(), [](const Offer& a, const Offer& b) {
    return std::tie(b.margin, a.candidate, a.label) < std::tie(a.margin, b.candidate, b.label);
  });
  std::uint64_t used = 0;
  scratch.arguments.clear();
  for (const Offer& offer : scratch.offers) {
    const RoleCandidate& candidate = scratch.candidates[offer.candidate];
    const std::string& label = labels_[offer.label];
    const bool taken = std::any_of(scratch.arguments.begin(), scratch.arguments.end(),
                                   [&](const auto& other) { return other.word == candidate.word; });
    if (taken || (is_core_argument(label) && (used >> offer.label & 1))) continue;
    used |= std::uint64_t{1} << offer.label;
    scratch.arguments.push_back(candidate);
    frame.arguments.push_back({label, {}, candidate.word});
  }
}

// The arguments of a frame that has its predicate and roleset, in order of the text.
void RoleLabeler::find_arguments(const Document& document, TokenRange piece, const Tree& tree,
                                 Frame& frame, Scratch& scratch) const {
  find_role_candidates(document, tree, frame.predicate, scratch.candidates);
  std::erase_if(scratch.candidates, [&](const auto& at) { return !piece.contains(at.word); });
  score_candidates(frame, piece, scratch);
  choose_arguments(frame, scratch);
  scratch.ranges.clear();
  scratch.spans.find(document, tree, piece, frame.predicate, scratch.arguments, scratch.ranges);
  for (std::size_t i = 0; i < frame.arguments.size(); ++i)
    frame.arguments[i].tokens = scratch.ranges[i];
  std::sort(frame.arguments.begin(), frame.arguments.end(),
            [](const auto& a, const auto& b) { return a.tokens < b.tokens; });
}

void RoleLabeler::label_piece(Document& document, TokenRange piece, const Tree& tree,
                              Scratch& scratch) const {
  questions_.apply(encoder_.encode(scratch.keys, scratch.encoder), RecurrentLayer::kOne,
                   scratch.sums, scratch.questions);
  for (std::uint32_t i = piece.first; i < piece.last; ++i) {
    const auto entry = lexicon_.find(scratch.features.lexicon_key({i}), document.tokens[i].pos);
    if (entry.count < 2) continue;
    const float* const question =
        scratch.questions.data() + (i - piece.first) * questions_.outputs();
    const std::uint32_t row = roleset_of(entry, question, scratch);
    if (row == entry.first) continue;
    Frame frame;
    frame.predicate = {i};
    frame.roleset = lexicon_.name(row);
    find_arguments(document, piece, tree, frame, scratch);
    document.frames.push_back(std::move(frame));
  }
}

void RoleLabeler::label(Document& document, const Tree& tree,
                        std::span<const WordForm> forms) const {
  const RoleFeatures features(document, tree, forms);
  Scratch scratch(features, document.tokens.size());
  document.frames.clear();
  for (const Sentence& sentence : document.sentences)
    for (std::uint32_t first = sentence.tokens.first; first < sentence.tokens.last;) {
      const std::uint32_t last = std::min(first + kMaxParsedWords, sentence.tokens.last);
      scratch.keys.clear();
      for (std::uint32_t i = first; i < last; ++i)
        scratch.keys.push_back(features.word_keys({i}, forms[i]));
      label_piece(document, {first, last}, tree, scratch);
      first = last;
    }
}

}  // namespace dateline
