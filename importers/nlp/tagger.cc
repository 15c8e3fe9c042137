#include "importers/nlp/tagger.h"

#include <algorithm>
#include <array>

#include "importers/nlp/hash.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/sorted_table.h"

namespace dateline {
namespace {

enum Section : std::size_t { kTags, kFrequent, kClosed, kFirst, kSecond };
constexpr std::size_t kTagBytes = 5;

// Collects features; the position in the list of templates is part of each.
class Collector {
 public:
  explicit Collector(TaggerFeatures& out) : out_(out) { out_.size = 0; }

  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    ++name_;
    out_.hashes[out_.size++] = hash_with(hash_with(hash_with(name_, a), b), c);
  }

 private:
  TaggerFeatures& out_;
  std::uint64_t name_ = 0;
};

const WordForm& form_at(std::span<const WordForm> sentence, std::size_t at) {
  static constexpr WordForm kOutside;
  return at < sentence.size() ? sentence[at] : kOutside;
}

// One more than the tag, 0 outside the sentence; `at` may lie before it (and wrap round).
std::uint64_t tag_at(std::span<const std::uint8_t> tags, std::size_t at) {
  return at < tags.size() ? tags[at] + 1u : 0u;
}

void add_word(Collector& add, const WordForm& word, bool first) {
  add.add(word.exact);
  add.add(word.lower);
  for (std::size_t i = 0; i < 4; ++i) add.add(word.prefix[i]);
  for (std::size_t i = 0; i < 5; ++i) add.add(word.suffix[i]);
  const std::uint64_t signs = word.has_digit + 2u * word.has_hyphen + 4u * word.is_symbol;
  add.add(word.shape, first);
  add.add(word.letters, signs, first);
  add.add(word.suffix[2], word.letters, first);
  add.add(word.length > 9 ? 9 : word.length, word.letters);
}

void add_context(Collector& add, std::span<const WordForm> sentence, std::size_t at) {
  const WordForm &word = sentence[at], &left = form_at(sentence, at - 1),
                 &right = form_at(sentence, at + 1);
  add.add(left.lower);
  add.add(right.lower);
  add.add(form_at(sentence, at - 2).lower);
  add.add(form_at(sentence, at + 2).lower);
  add.add(left.lower, word.lower);
  add.add(word.lower, right.lower);
  add.add(left.lower, right.lower);
  add.add(left.suffix[2]);
  add.add(right.suffix[2]);
  add.add(right.suffix[1], word.suffix[1]);
  add.add(left.letters, word.letters, right.letters);
  add.add(right.shape);
  add.add(right.lower, form_at(sentence, at + 2).lower);
  add.add(left.lower, form_at(sentence, at - 2).lower);
}

void add_tags(Collector& add, const WordForm& word, const WordForm& right, std::uint64_t left,
              std::uint64_t left2) {
  add.add(left);
  add.add(left, left2);
  add.add(left, word.lower);
  add.add(left, left2, word.lower);
  add.add(left, right.lower);
  add.add(left, right.suffix[2]);
  add.add(left, word.suffix[2]);
  add.add(left, word.letters, word.suffix[1]);
  add.add(left2);
}

void add_ahead(Collector& add, const WordForm& word, std::span<const std::uint8_t> ahead,
               std::size_t at, std::uint64_t left) {
  const std::uint64_t right = tag_at(ahead, at + 1), right2 = tag_at(ahead, at + 2);
  add.add(right);
  add.add(right, right2);
  add.add(left, right);
  add.add(left, right, word.lower);
  add.add(right, word.lower);
  add.add(right, word.suffix[2]);
  add.add(left, right, right2);
  add.add(right, right2, word.lower);
  add.add(tag_at(ahead, at));
  add.add(tag_at(ahead, at), right, left);
}

}  // namespace

void tagger_features(std::span<const WordForm> sentence, std::span<const std::uint8_t> tags,
                     std::span<const std::uint8_t> ahead, std::size_t at, TaggerFeatures& out) {
  Collector add(out);
  const std::uint64_t left = tag_at(tags, at - 1), left2 = at > 1 ? tag_at(tags, at - 2) : 0;
  add_word(add, sentence[at], at == 0);
  add_context(add, sentence, at);
  add_tags(add, sentence[at], form_at(sentence, at + 1), left, left2);
  if (!ahead.empty()) add_ahead(add, sentence[at], ahead, at, left);
}

std::uint64_t tagger_features_hash() {
  const std::array<WordForm, 3> probe = {word_form("Aé-9"), word_form("b"), word_form("’C.")};
  const std::array<std::uint8_t, 3> tags = {3, 1, 2};
  std::uint64_t hash = 0;
  TaggerFeatures features;
  for (std::size_t at = 0; at < probe.size(); ++at) {
    tagger_features(probe, tags, tags, at, features);
    for (const std::uint64_t feature : features.view()) hash = hash_with(hash, feature);
  }
  return hash;
}

Tag coarse(Tag tag) {
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

std::string tag_bytes(std::span<const Tag> tags) {
  std::string bytes;
  for (const Tag& tag : tags)
    for (const int part :
         {static_cast<int>(tag.pos), static_cast<int>(tag.features.form),
          static_cast<int>(tag.features.tense), static_cast<int>(tag.features.number),
          static_cast<int>(tag.features.person)})
      bytes += static_cast<char>(part);
  return bytes;
}

std::vector<Tag> tags_of(std::string_view bytes) {
  std::vector<Tag> tags;
  for (std::size_t at = 0; at + kTagBytes <= bytes.size(); at += kTagBytes)
    tags.push_back(
        {static_cast<Pos>(bytes[at]),
         {static_cast<VerbForm>(bytes[at + 1]), static_cast<Tense>(bytes[at + 2]),
          static_cast<Number>(bytes[at + 3]), static_cast<std::uint8_t>(bytes[at + 4])}});
  return tags;
}

Result<Tagger> Tagger::from_model(const ModelFile& model) {
  auto first = LinearModel::from_bytes(model.section(kFirst));
  if (!first) return first.error();
  auto second = LinearModel::from_bytes(model.section(kSecond));
  if (!second) return second.error();
  Tagger tagger;
  tagger.tags_ = tags_of(model.section(kTags));
  tagger.frequent_ = model.section(kFrequent);
  tagger.closed_ = model.section(kClosed);
  tagger.first_ = *first;
  tagger.second_ = *second;
  const auto classes = static_cast<std::size_t>(first->classes());
  if (tagger.tags_.size() != classes || second->classes() != first->classes())
    return Error{"expected as many tags as the classes of its weights", {}};
  return tagger;
}

Result<Tagger> Tagger::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/tagger.model";
  const auto model = ModelFile::load(files, path, kTaggerKind, tagger_features_hash());
  if (!model) return model.error();
  auto tagger = from_model(*model);
  if (!tagger) return Error{path + ": " + tagger.error().message, {}};
  return tagger;
}

// One pass over a sentence; a word of the frequent list has the tag that it always has.
void Tagger::pass(std::span<const WordForm> forms, std::span<const std::uint8_t> ahead,
                  const LinearModel& model, std::span<std::uint8_t> tags) const {
  const SortedTable<std::uint8_t> frequent(frequent_);
  std::array<std::int32_t, 256> scores;
  const std::span used(scores.data(), tags_.size());
  TaggerFeatures features;
  for (std::size_t at = 0; at < forms.size(); ++at) {
    if (frequent.find(forms[at].exact, tags[at])) continue;
    tagger_features(forms, tags, ahead, at, features);
    std::fill(used.begin(), used.end(), 0);
    model.add_scores(features.view(), used);
    tags[at] = static_cast<std::uint8_t>(best_class(used));
  }
}

Features Tagger::features_of(const WordForm& form, const Tag& tag) const {
  std::array<std::uint8_t, 2> closed;
  if (!SortedTable<std::array<std::uint8_t, 2>>(closed_).find(closed_key(form, tag.pos), closed))
    return tag.features;
  Features features = tag.features;
  features.number = static_cast<Number>(closed[0]);
  features.person = closed[1];
  return features;
}

void Tagger::tag(Document& document, std::span<const WordForm> forms) const {
  std::vector<std::uint8_t> first, second;
  for (const Sentence& sentence : document.sentences) {
    const auto words = forms.subspan(sentence.tokens.first, sentence.tokens.size());
    first.assign(words.size(), 0);
    second.assign(words.size(), 0);
    pass(words, {}, first_, first);
    pass(words, first, second_, second);
    for (std::size_t i = 0; i < words.size(); ++i) {
      Token& token = document.tokens[sentence.tokens.first + i];
      const Tag& tag = tags_[second[i]];
      token.pos = tag.pos;
      token.features = features_of(words[i], tag);
    }
  }
}

}  // namespace dateline
