// dateline-train: learns the models of importers/data/<language>/ from annotated corpora.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/nlp/lemmatizer.h"
#include "importers/nlp/training/lemmatizer_training.h"
#include "importers/nlp/training/name_training.h"
#include "importers/nlp/training/parser_training.h"
#include "importers/nlp/training/phrase_corpus.h"
#include "importers/nlp/training/phrase_training.h"
#include "importers/nlp/training/propbank.h"
#include "importers/nlp/training/role_training.h"
#include "importers/nlp/training/tagger_training.h"
#include "importers/nlp/training/treebank.h"
#include "importers/nlp/training/wordnet.h"
#include "importers/nlp/word_lexicon.h"

namespace dateline {
namespace {

constexpr int kDone = 0, kUsage = 2, kNoInput = 3, kNoOutput = 4;

struct Request {
  std::string_view model;
  std::vector<std::string> corpora;
  std::string output;
  std::string lexicon;  ///< the model "words", which tagger, parser and roles ask
  bool help = false;
};

/// A model that can be trained, by the name that the command line knows it by.
struct Trainer {
  std::string_view name;
  std::string_view corpora;  ///< what --from expects
  Result<std::string> (*train)(const Request& request);
};

Result<std::string> words(const Request& request) {
  const auto table = read_wordnet(request.corpora.front());
  if (!table) return table.error();
  return train_word_lexicon(*table);
}

// One that knows no word if none is named. `bytes`: where its words will lie.
Result<WordLexicon> read_lexicon(const std::string& path, std::string& bytes) {
  if (path.empty()) return WordLexicon{};
  std::ifstream in(path, std::ios::binary);
  bytes.assign(std::istreambuf_iterator<char>(in), {});
  const auto file = ModelFile::from_bytes(bytes, kWordLexiconKind, word_lexicon_hash());
  if (!file) return Error{path + ": " + file.error().message, {}};
  return WordLexicon::from_model(*file);
}

Result<std::string> tagger(const Request& request) {
  const auto documents = read_treebank(request.corpora);
  if (!documents) return documents.error();
  std::string bytes;
  const auto lexicon = read_lexicon(request.lexicon, bytes);
  if (!lexicon) return lexicon.error();
  return train_tagger(*documents, {.lexicon = *lexicon});
}

// The parser learns from tags that a tagger gave which had not seen the sentence: a smaller one, as
// four of them are to be trained.
TaggerTrainingOptions cross_tagger(const WordLexicon& lexicon) {
  return {.epochs = 10, .width = 64, .lexicon = lexicon};
}

Result<std::string> parser(const Request& request) {
  const auto documents = read_treebank(request.corpora);
  if (!documents) return documents.error();
  std::string bytes;
  const auto lexicon = read_lexicon(request.lexicon, bytes);
  if (!lexicon) return lexicon.error();
  return train_parser(cross_tagged(*documents, cross_tagger(*lexicon)), {.lexicon = *lexicon});
}

Result<std::string> lemmatizer(const Request& request) {
  const auto documents = read_treebank(request.corpora);
  if (!documents) return documents.error();
  return train_lemmatizer(*documents);
}

// Trees and tags for the model of roles to learn from, such as it will be given: by small models
// that have not seen the sentence.
std::vector<Document> quickly_parsed(const std::vector<Document>& documents,
                                     const WordLexicon& lexicon) {
  const TaggerTrainingOptions tagger = {.epochs = 6, .width = 48, .lexicon = lexicon};
  return cross_parsed(cross_tagged(documents, tagger), {.epochs = 8, .lexicon = lexicon});
}

Result<std::string> roles(const Request& request) {
  std::vector<std::string> treebanks, frames;
  for (const std::string& path : request.corpora)
    (path.ends_with(".conllu") ? treebanks : frames).push_back(path);
  auto gold = read_treebank(treebanks);
  if (!gold) return gold.error();
  std::vector<Document> documents = std::move(gold).value();
  const std::string lemmas = train_lemmatizer(documents);
  const auto file = ModelFile::from_bytes(lemmas, kLemmatizerKind, lemmatizer_features_hash());
  const auto lemmatizer = file ? Lemmatizer::from_model(*file) : file.error();
  if (!lemmatizer) return lemmatizer.error();
  std::string bytes;
  const auto lexicon = read_lexicon(request.lexicon, bytes);
  if (!lexicon) return lexicon.error();
  std::vector<Document> parsed = quickly_parsed(documents, *lexicon);
  for (Document& document : parsed) lemmatizer->lemmatize(document, word_forms(document, *lexicon));
  for (std::vector<Document>* some : {&documents, &parsed})
    if (const auto added = add_frames(frames, *some); !added) return added.error();
  parsed.insert(parsed.end(), documents.begin(), documents.end());
  return train_roles(parsed, {.lexicon = *lexicon});
}

Result<std::string> names(const Request& request) { return train_names(request.corpora); }

// GAP only tells whom one pronoun of a text means, so a model of GUM alone reads the rest.
Result<std::string> phrases(const Request& request) {
  std::vector<std::string> gum, gap;
  for (const std::string& path : request.corpora)
    (path.ends_with(".tsv") ? gap : gum).push_back(path);
  const auto texts = read_gum_coreference(gum);
  if (!texts) return texts.error();
  const auto asked = phrases_of(*texts, {});
  if (!asked) return asked.error();
  std::string bytes = train_phrases(*asked);
  const auto rows = read_gap(gap);
  if (!rows) return rows.error();
  const auto file = ModelFile::from_bytes(bytes, kPhrasesKind, phrase_features_hash());
  const auto ranker = file ? PhraseRanker::from_model(*file) : file.error();
  if (!ranker) return ranker.error();
  const auto pronouns = phrases_of(*rows, *ranker);
  if (!pronouns) return pronouns.error();
  std::vector<RankedPhrase> all = *asked;
  all.insert(all.end(), pronouns->begin(), pronouns->end());
  return train_phrases(all);
}

constexpr Trainer kTrainers[] = {
    {"words", "the folder of WordNet's files", words},
    {"tagger", "CoNLL-U files", tagger},
    {"lemmatizer", "CoNLL-U files", lemmatizer},
    {"names", "columns of tokens and IOB2 tags, name_patterns.txt, lists of names", names},
    {"parser", "CoNLL-U files", parser},
    {"phrases", "GUM's files of coreference, the CoNLL-U files of their texts, GAP's tables",
     phrases},
    {"roles", "CoNLL-U files, and PropBank's columns for sentences of them", roles},
};

void write_usage(std::FILE* out) {
  std::fputs("usage: dateline-train MODEL --from CORPUS... [--words LEXICON] -o FILE\n\nmodels:\n",
             out);
  for (const Trainer& trainer : kTrainers)
    std::fprintf(out, "  %-10s from %s\n", std::string(trainer.name).c_str(),
                 std::string(trainer.corpora).c_str());
}

int refuse() {
  write_usage(stderr);
  return kUsage;
}

int help() {
  write_usage(stdout);
  return kDone;
}

Request parse(std::span<char* const> arguments) {
  Request request;
  bool from = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--help" || argument == "-h") {
      request.help = true;
    } else if (argument == "--from") {
      from = true;
    } else if (argument == "--words" && i + 1 < arguments.size()) {
      request.lexicon = arguments[++i];
    } else if (argument == "-o" && i + 1 < arguments.size()) {
      request.output = arguments[++i];
    } else if (from) {
      request.corpora.emplace_back(argument);
    } else {
      request.model = argument;
    }
  }
  return request;
}

// Written to a temporary name and renamed, so that a failure leaves the old model.
bool write_file(const std::string& path, const std::string& bytes) {
  const std::string unfinished = path + ".unfinished";
  std::ofstream out(unfinished, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code failed;
  if (out) std::filesystem::rename(unfinished, path, failed);
  return out && !failed;
}

int run(const Request& request) {
  for (const Trainer& trainer : kTrainers) {
    if (trainer.name != request.model) continue;
    const auto model = trainer.train(request);
    if (!model) {
      std::fprintf(stderr, "dateline-train: %s\n", model.error().message.c_str());
      return kNoInput;
    }
    if (write_file(request.output, *model)) return kDone;
    std::fprintf(stderr, "dateline-train: cannot write '%s'\n", request.output.c_str());
    return kNoOutput;
  }
  return refuse();
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  const auto request =
      dateline::parse({argv + 1, static_cast<std::size_t>(argc > 0 ? argc - 1 : 0)});
  if (request.help) return dateline::help();
  if (request.corpora.empty() || request.output.empty()) return dateline::refuse();
  return dateline::run(request);
}
