#include "importers/nlp/parser.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

enum Section : std::size_t { kTransitions, kWeights };

std::vector<Transition> transitions_of(std::string_view bytes) {
  std::vector<Transition> transitions;
  for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2)
    transitions.push_back({static_cast<Transition::Kind>(bytes[at]),
                           static_cast<Relation>(static_cast<unsigned char>(bytes[at + 1]))});
  return transitions;
}

// Whether a state that is not done always finds a transition that it allows.
bool has_every_kind(const std::vector<Transition>& transitions) {
  std::array<bool, 3> seen{};
  for (const Transition transition : transitions) {
    if (transition.kind > Transition::Kind::right || transition.relation > Relation::xcomp)
      return false;
    seen[static_cast<std::size_t>(transition.kind)] = true;
  }
  return seen[0] && seen[1] && seen[2];
}

}  // namespace

std::string transition_bytes(std::span<const Transition> transitions) {
  std::string bytes;
  for (const Transition transition : transitions) {
    bytes += static_cast<char>(transition.kind);
    bytes += static_cast<char>(transition.relation);
  }
  return bytes;
}

Result<Parser> Parser::from_model(const ModelFile& model) {
  auto weights = LinearModel::from_bytes(model.section(kWeights));
  if (!weights) return weights.error();
  Parser parser;
  parser.transitions_ = transitions_of(model.section(kTransitions));
  parser.model_ = *weights;
  if (parser.transitions_.size() != static_cast<std::size_t>(weights->classes()) ||
      !has_every_kind(parser.transitions_))
    return Error{"expected a transition of every kind, one for each class of its weights", {}};
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

void Parser::parse_sentence(Document& document, TokenRange sentence,
                            std::span<const ParserWord> words) const {
  ParserState state(sentence.size());
  ParserFeatures features;
  std::array<std::int32_t, 256> all_scores;
  const std::span scores(all_scores.data(), transitions_.size());
  while (!state.is_done()) {
    std::fill(scores.begin(), scores.end(), 0);
    parser_features(state, words, features);
    model_.add_scores(features.view(), scores);
    state.apply(transitions_[best_allowed<std::int32_t>(state, transitions_, scores)]);
  }
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    Token& token = document.tokens[sentence.first + i];
    const std::uint32_t head = state.head(i);
    const bool root = head == ParserState::kNone;
    token.head = root ? TokenId{} : TokenId{sentence.first + head};
    token.relation = root ? Relation::root : state.relation(i);
  }
}

void Parser::parse(Document& document, std::span<const WordForm> forms) const {
  std::vector<ParserWord> words;
  for (const Sentence& sentence : document.sentences) {
    words.clear();
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i)
      words.push_back(parser_word(forms[i], document.tokens[i]));
    parse_sentence(document, sentence.tokens, words);
  }
}

}  // namespace dateline
