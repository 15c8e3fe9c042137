#include "importers/nlp/tagger.h"

#include <algorithm>
#include <array>

#include "importers/nlp/hash.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/sorted_table.h"

namespace dateline {
namespace {

constexpr std::size_t kTagBytes = 5;

std::string_view section(const ModelFile& model, TaggerSection part) {
  return model.section(static_cast<std::size_t>(part));
}

}  // namespace

PosTag coarse(PosTag tag) {
  const bool verb = tag.pos == Pos::verb || tag.pos == Pos::aux;
  const bool noun = tag.pos == Pos::noun || tag.pos == Pos::propn;
  Features& features = tag.features;
  if (!verb) features.form = VerbForm::none, features.tense = Tense::none;
  const bool third = verb && features.form == VerbForm::finite &&
                     features.tense == Tense::present && features.person == 3 &&
                     features.number == Number::singular;
  features.person = third ? 3 : 0;
  if (!noun && !third) features.number = Number::none;
  return tag;
}

std::string tag_bytes(std::span<const PosTag> tags) {
  std::string bytes;
  for (const PosTag& tag : tags)
    for (const int part :
         {static_cast<int>(tag.pos), static_cast<int>(tag.features.form),
          static_cast<int>(tag.features.tense), static_cast<int>(tag.features.number),
          static_cast<int>(tag.features.person)})
      bytes += static_cast<char>(part);
  return bytes;
}

std::vector<PosTag> tags_of(std::string_view bytes) {
  std::vector<PosTag> tags;
  for (std::size_t at = 0; at + kTagBytes <= bytes.size(); at += kTagBytes)
    tags.push_back(
        {static_cast<Pos>(bytes[at]),
         {static_cast<VerbForm>(bytes[at + 1]), static_cast<Tense>(bytes[at + 2]),
          static_cast<Number>(bytes[at + 3]), static_cast<std::uint8_t>(bytes[at + 4])}});
  return tags;
}

Result<Tagger> Tagger::from_model(const ModelFile& model) {
  auto encoder =
      SentenceEncoder::from_model(model, static_cast<std::size_t>(TaggerSection::encoder));
  auto scores = DenseLayer::from_bytes(section(model, TaggerSection::scores));
  if (!encoder) return encoder.error();
  if (!scores) return scores.error();
  Tagger tagger;
  tagger.tags_ = tags_of(section(model, TaggerSection::tags));
  tagger.closed_ = section(model, TaggerSection::closed);
  tagger.encoder_ = std::move(encoder).value();
  tagger.scores_ = std::move(scores).value();
  if (tagger.tags_.size() != tagger.scores_.outputs() ||
      tagger.scores_.inputs() != tagger.encoder_.outputs())
    return Error{"expected a tag for each output of its layers", {}};
  return tagger;
}

Result<Tagger> Tagger::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/tagger.model";
  const auto model = ModelFile::load(files, path, kTaggerKind, word_keys_hash());
  if (!model) return model.error();
  auto tagger = from_model(*model);
  if (!tagger) return Error{path + ": " + tagger.error().message, {}};
  return tagger;
}

Features Tagger::features_of(const WordForm& form, const PosTag& tag) const {
  std::array<std::uint8_t, 2> closed;
  if (!SortedTable<std::array<std::uint8_t, 2>>(closed_).find(closed_key(form, tag.pos), closed))
    return tag.features;
  Features features = tag.features;
  features.number = static_cast<Number>(closed[0]);
  features.person = closed[1];
  return features;
}

void Tagger::tag_block(Document& document, std::span<const TokenRange> block,
                       std::span<const WordForm> forms, Scratch& scratch) const {
  scratch.keys.clear();
  scratch.sentences.clear();
  for (const TokenRange piece : block) {
    const auto first = static_cast<std::uint32_t>(scratch.keys.size());
    for (std::uint32_t i = piece.first; i < piece.last; ++i)
      scratch.keys.push_back(word_keys(forms[i], i == piece.first, 0));
    scratch.sentences.push_back({first, first + piece.size()});
  }
  scores_.apply(encoder_.encode(scratch.keys, scratch.sentences, scratch.encoder),
                RecurrentLayer::kOne, scratch.sums, scratch.scores);
  auto row = scratch.scores.begin();
  for (const TokenRange piece : block)
    for (std::uint32_t i = piece.first; i < piece.last; ++i) {
      const auto end = row + static_cast<std::ptrdiff_t>(tags_.size());
      const PosTag& tag = tags_[static_cast<std::size_t>(std::max_element(row, end) - row)];
      document.tokens[i].pos = tag.pos;
      document.tokens[i].features = features_of(forms[i], tag);
      row = end;
    }
}

void Tagger::tag(Document& document, std::span<const WordForm> forms) const {
  thread_local Scratch scratch;  // no document has to ask for its memory anew
  for (const auto& block : blocks_of(document.sentences, kMaxTaggedWords))
    tag_block(document, block, forms, scratch);
}

}  // namespace dateline
