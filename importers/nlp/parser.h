#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/linear_model.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/parser_state.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Dependency parser: greedy transitions, each chosen by a linear model. Its time grows with the
/// number of words; every sentence gets one tree with one root.
class Parser {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<Parser> load(const DataFiles& files, std::string_view language);
  static Result<Parser> from_model(const ModelFile& model);

  /// Sets head and relation of every token, from its tag and `forms`, which has one for each.
  void parse(Document& document, std::span<const WordForm> forms) const;

 private:
  void parse_sentence(Document& document, TokenRange sentence,
                      std::span<const ParserWord> words) const;

  std::vector<Transition> transitions_;
  LinearModel model_;
};

// The sections of a parser's model file.
constexpr std::string_view kParserKind = "parser";
std::string transition_bytes(std::span<const Transition> transitions);

/// The best transition of those that the state allows; scores are one a transition. A state that is
/// not done allows at least one kind, and every kind is among the transitions of a usable model.
template <typename Score>
std::size_t best_allowed(const ParserState& state, std::span<const Transition> transitions,
                         std::span<const Score> scores) {
  const bool allowed[3] = {state.allows(Transition::Kind::shift),
                           state.allows(Transition::Kind::left),
                           state.allows(Transition::Kind::right)};
  std::size_t best = transitions.size();
  for (std::size_t i = 0; i < transitions.size(); ++i)
    if (allowed[static_cast<std::size_t>(transitions[i].kind)] &&
        (best == transitions.size() || scores[i] > scores[best]))
      best = i;
  return best;
}

}  // namespace dateline
