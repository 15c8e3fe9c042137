#include "importers/nlp/pronoun_weights.h"

#include <charconv>
#include <string>

#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, kPronounClues> kClueNames = {"bias",
                                                                    "same-sentence",
                                                                    "sentence-before",
                                                                    "two-before",
                                                                    "rank",
                                                                    "distance",
                                                                    "subject",
                                                                    "main-subject",
                                                                    "object",
                                                                    "possessive",
                                                                    "oblique",
                                                                    "aside",
                                                                    "coordinated",
                                                                    "pronoun",
                                                                    "name",
                                                                    "named",
                                                                    "often",
                                                                    "early",
                                                                    "gender",
                                                                    "same-role",
                                                                    "both-subject",
                                                                    "both-possessive",
                                                                    "co-argument",
                                                                    "owner-is-subject",
                                                                    "subject-above",
                                                                    "opens-sentence",
                                                                    "ahead"};

bool read_number(std::string_view text, double& to) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), to);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Result<PronounWeights> PronounWeights::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/pronouns.txt";
  const auto text = files.find(path);
  if (!text) return Error{"expected the file " + path, {}};
  PronounWeights weights;
  std::size_t clue = 0;
  for (const DataLine& line : data_lines(*text)) {
    const auto words = words_of(line.text);
    if (clue == kClueNames.size() || words.size() != 4 || words[0] != kClueNames[clue])
      return data_error(path, line, "expected a clue and three weights");
    for (std::size_t i = 0; i < weights.of.size(); ++i)
      if (!read_number(words[i + 1], weights.of[i][clue]))
        return data_error(path, line, "expected a number");
    ++clue;
  }
  if (clue != kClueNames.size()) return Error{path + ": expected more clues", {}};
  return weights;
}

}  // namespace dateline
