#include "importers/nlp/ner.h"

#include <algorithm>
#include <array>

#include "importers/nlp/hash.h"
#include "importers/nlp/sorted_table.h"

namespace dateline {
namespace {

enum Section : std::size_t { kWeights, kGazetteer };

const WordForm& form_at(std::span<const WordForm> sentence, std::size_t at) {
  static constexpr WordForm kOutside;
  return at < sentence.size() ? sentence[at] : kOutside;
}

class Collector {
 public:
  explicit Collector(NameFeatures& out) : out_(out) { out_.size = 0; }
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    ++name_;
    out_.hashes[out_.size++] = hash_with(hash_with(hash_with(name_, a), b), c);
  }

 private:
  NameFeatures& out_;
  std::uint64_t name_ = 0;
};

void add_word(Collector& add, const WordForm& word, bool first) {
  add.add(word.exact);
  add.add(word.lower);
  add.add(word.shape, first);
  add.add(word.letters, first, word.has_digit + 2u * word.has_hyphen);
  for (std::size_t i = 1; i < 5; ++i) add.add(word.suffix[i]);
  for (std::size_t i = 1; i < 4; ++i) add.add(word.prefix[i]);
  add.add(word.suffix[2], word.letters);
  add.add(word.length > 9 ? 9 : word.length, word.letters);
}

void add_context(Collector& add, std::span<const WordForm> sentence, std::size_t at) {
  const WordForm& word = sentence[at];
  for (const std::size_t i : {at - 2, at - 1, at + 1, at + 2}) {
    const WordForm& other = form_at(sentence, i);
    add.add(other.lower);
    add.add(other.letters, other.is_symbol, word.letters);
    add.add(other.lower, word.letters);
  }
  const WordForm &left = form_at(sentence, at - 1), &right = form_at(sentence, at + 1);
  add.add(left.lower, word.lower);
  add.add(word.lower, right.lower);
  add.add(left.lower, right.lower);
  add.add(left.suffix[2], word.letters);
  add.add(right.suffix[2], word.letters);
  add.add(left.letters, word.letters, right.letters);
  add.add(left.shape, word.shape, right.shape);
  add.add(form_at(sentence, at - 2).lower, left.lower, word.letters);
  add.add(right.lower, form_at(sentence, at + 2).lower, word.letters);
}

void add_history(Collector& add, std::span<const NameTag> tags, const WordForm& word,
                 std::size_t at) {
  const std::uint64_t left = at > 0 ? tags[at - 1] + 1u : 0, left2 = at > 1 ? tags[at - 2] + 1u : 0;
  add.add(left);
  add.add(left, left2);
  add.add(left, word.lower);
  add.add(left, word.letters);
  add.add(left, word.suffix[2]);
  add.add(left, word.shape);
}

void add_knowledge(Collector& add, std::span<const WordForm> sentence,
                   std::span<const std::uint16_t> known, const NameMemory* memory, std::size_t at) {
  const auto of = [&](std::size_t i) { return i < known.size() ? known[i] : std::uint16_t{0}; };
  const WordForm& word = sentence[at];
  add.add(of(at), word.letters);
  add.add(of(at) & 7u, word.letters);
  add.add(of(at) >> 8, word.letters);
  add.add(of(at), of(at + 1), word.letters);
  add.add(of(at - 1), of(at), word.letters);
  if (memory == nullptr) return;
  const auto seen = [&](std::size_t i) { return memory->find(form_at(sentence, i).lower); };
  add.add(seen(at), word.letters);
  add.add(seen(at), seen(at + 1), word.letters);
  add.add(seen(at - 1), seen(at), word.letters);
}

}  // namespace

std::vector<std::uint16_t> known_names(std::span<const WordForm> sentence,
                                       std::string_view gazetteer) {
  const SortedTable<std::uint8_t> table(gazetteer);
  std::vector<std::uint16_t> known(sentence.size());
  for (std::size_t first = 0; first < sentence.size(); ++first) {
    if (sentence[first].letters == WordForm::lower_case || sentence[first].is_symbol) continue;
    std::uint64_t hash = kNameHashSeed;
    for (std::size_t last = first; last < std::min(first + kMaxKnownWords, sentence.size());
         ++last) {
      hash = hash_with(hash, sentence[last].lower);
      std::uint8_t kinds = 0;
      if (!table.find(hash, kinds)) continue;
      if (last > first) kinds &= 7;
      known[first] |= kinds;
      for (std::size_t i = first + 1; i <= last; ++i)
        known[i] = static_cast<std::uint16_t>(known[i] | (kinds << 8));
    }
  }
  return known;
}

void NameMemory::finish() { std::sort(seen_.begin(), seen_.end()); }

NameTag NameMemory::find(std::uint64_t word) const {
  auto at = std::lower_bound(seen_.begin(), seen_.end(), Seen{word, 0});
  std::array<std::uint32_t, kNameTags> counts{};
  for (; at != seen_.end() && at->word == word; ++at) ++counts[at->tag];
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? NameTag{0} : static_cast<NameTag>(most - counts.begin());
}

void name_features(std::span<const WordForm> sentence, std::span<const std::uint16_t> known,
                   std::span<const NameTag> tags, const NameMemory* memory, std::size_t at,
                   NameFeatures& out) {
  Collector add(out);
  add_word(add, sentence[at], at == 0);
  add_context(add, sentence, at);
  add_history(add, tags, sentence[at], at);
  add_knowledge(add, sentence, known, memory, at);
}

std::uint64_t name_features_hash() {
  const std::array<WordForm, 3> probe = {word_form("Aé-9"), word_form("b"), word_form("’C.")};
  const std::array<std::uint16_t, 3> known = {1, 2, 515};
  const std::array<NameTag, 3> tags = {3, 1, 2};
  NameMemory memory;
  memory.add(probe[0].lower, 3);
  memory.finish();
  std::uint64_t hash = 0;
  NameFeatures features;
  for (std::size_t at = 0; at < probe.size(); ++at) {
    name_features(probe, known, tags, &memory, at, features);
    for (const std::uint64_t feature : features.view()) hash = hash_with(hash, feature);
  }
  return hash;
}

Result<NameTagger> NameTagger::from_model(const ModelFile& model) {
  auto weights = LinearModel::from_bytes(model.section(kWeights));
  if (!weights) return weights.error();
  if (weights->classes() != kNameTags) return Error{"expected the weights of nine tags", {}};
  NameTagger finder;
  finder.model_ = *weights;
  finder.gazetteer_ = model.section(kGazetteer);
  return finder;
}

Result<NameTagger> NameTagger::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/names.model";
  const auto model = ModelFile::load(files, path, kNamesKind, name_features_hash());
  if (!model) return model.error();
  auto finder = from_model(*model);
  if (!finder) return Error{path + ": " + finder.error().message, {}};
  return finder;
}

namespace {

NameTag best_tag(std::span<const std::int32_t> scores, NameTag before) {
  NameTag best = 0;
  for (NameTag tag = 1; tag < kNameTags; ++tag)
    if (may_follow(before, tag) && scores[tag] > scores[best]) best = tag;
  return best;
}

std::vector<NameSpan> spans_of(const std::vector<NameTag>& tags, const Document& document) {
  std::vector<NameSpan> spans;
  for (const Sentence& sentence : document.sentences)
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (tags[i] == 0) continue;
      if (tags[i] % 2 == 1)
        spans.push_back({{i, i + 1}, static_cast<NameLabel>((tags[i] - 1) / 2)});
      else
        spans.back().tokens.last = i + 1;
    }
  return spans;
}

}  // namespace

std::vector<NameSpan> NameTagger::find(const Document& document,
                                       std::span<const WordForm> forms) const {
  std::vector<NameTag> tags(document.tokens.size());
  NameMemory memory;
  NameFeatures features;
  std::array<std::int32_t, kNameTags> scores;
  for (const bool second : {false, true}) {
    for (const Sentence& sentence : document.sentences) {
      const auto words = forms.subspan(sentence.tokens.first, sentence.tokens.size());
      const std::span own(tags.data() + sentence.tokens.first, sentence.tokens.size());
      const std::vector<std::uint16_t> known = known_names(words, gazetteer_);
      for (std::size_t at = 0; at < words.size(); ++at) {
        name_features(words, known, own, second ? &memory : nullptr, at, features);
        scores.fill(0);
        model_.add_scores(features.view(), scores);
        own[at] = best_tag(scores, at > 0 ? own[at - 1] : NameTag{0});
      }
    }
    for (std::size_t i = 0; i < tags.size() && !second; ++i)
      if (tags[i] != 0) memory.add(forms[i].lower, tags[i]);
    memory.finish();
  }
  return spans_of(tags, document);
}

}  // namespace dateline
