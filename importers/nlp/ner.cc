#include "importers/nlp/ner.h"

#include <algorithm>
#include <array>

#include "importers/nlp/hash.h"
#include "importers/nlp/sorted_table.h"

namespace dateline {
namespace {

enum NameSection : std::size_t { kWeights, kGazetteer };

bool is_capital(const WordForm& word) {
  return word.letters == WordForm::capitalized || word.letters == WordForm::all_upper ||
         word.letters == WordForm::mixed_case;
}

// How a sentence is written: 1 mostly capitalised, 2 in capitals, 3 without capitals, 0 as usual.
std::uint64_t style_of(std::span<const WordForm> words) {
  std::size_t lower = 0, upper = 0, capital = 0;
  for (const WordForm& word : words) {
    if (word.length < 4) {
      capital += is_capital(word) && word.length == 1;
      continue;
    }
    lower += word.letters == WordForm::all_lower;
    upper += word.letters == WordForm::all_upper;
    capital += word.letters == WordForm::capitalized || word.letters == WordForm::mixed_case;
  }
  if (lower + capital < upper) return 2;
  if (lower * 4 < capital) return 1;
  return upper + capital == 0 ? 3 : 0;
}

}  // namespace

std::vector<std::uint16_t> known_names(std::span<const WordForm> sentence,
                                       std::string_view gazetteer) {
  const SortedTable<std::uint8_t> table(gazetteer);
  std::vector<std::uint16_t> known(sentence.size());
  for (std::size_t first = 0; first < sentence.size(); ++first) {
    if (sentence[first].letters == WordForm::all_lower || sentence[first].is_symbol) continue;
    std::uint64_t hash = kNameHashSeed;
    for (std::size_t last = first; last < std::min(first + kMaxKnownWords, sentence.size());
         ++last) {
      hash = hash_with(hash, sentence[last].lower);
      std::uint8_t kinds = 0;
      if (!table.find(hash, kinds)) continue;
      if (last > first) kinds &= 15 | kTown;
      known[first] |= kinds;
      for (std::size_t i = first + 1; i <= last; ++i)
        known[i] = static_cast<std::uint16_t>(known[i] | (kinds << 8));
    }
  }
  return known;
}

namespace {

constexpr std::uint8_t kSmall = 100, kCapital = 101;
constexpr std::uint8_t kLong = 16;  // added to the tag of a word in a name of several

// 1 + the label that was counted most often; 0 if none was.
std::uint8_t most_frequent(const std::array<std::uint32_t, 4>& labels) {
  const auto most = std::max_element(labels.begin(), labels.end());
  return *most == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + (most - labels.begin()));
}

}  // namespace

void NameMemory::add(std::span<const WordForm> sentence, std::span<const NameTag> tags) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const WordForm& word = sentence[i];
    const NameTag tag = tags[i];
    if (word.letters == WordForm::all_lower) {
      seen_.push_back({word.lower, kSmall});
    } else if (tag != 0) {
      const bool goes_on = i + 1 < tags.size() && tags[i + 1] == tag + tag % 2;
      const bool is_long = tag % 2 == 0 || goes_on;
      seen_.push_back({word.lower, static_cast<std::uint8_t>(is_long ? tag + kLong : tag)});
    } else if (i > 0 && is_capital(word)) {
      seen_.push_back({word.lower, kCapital});
    }
  }
}

void NameMemory::finish() {
  std::sort(seen_.begin(), seen_.end());
  for (auto at = seen_.begin(); at != seen_.end();) {
    const auto end =
        std::find_if(at, seen_.end(), [&](auto& seen) { return seen.word != at->word; });
    traces_.emplace_back(at->word, trace_of({at, end}));
    at = end;
  }
  seen_.clear();
}

NameMemory::Trace NameMemory::trace_of(std::span<const Seen> times) {
  Trace trace;
  std::array<std::uint32_t, 4> labels{}, long_labels{};
  std::uint32_t all = 0;
  for (const Seen& seen : times) {
    trace.small = trace.small || seen.what == kSmall;
    all += seen.what != kSmall;
    if (seen.what >= kSmall) continue;
    const std::size_t tag = seen.what % kLong;
    const std::uint8_t place = tag % 2 == 1 ? 1 : 2;
    ++labels[(tag - 1) / 2];
    trace.place |= place;
    if (seen.what < kLong) continue;
    ++long_labels[(tag - 1) / 2];
    trace.long_place |= place;
  }
  trace.label = most_frequent(labels);
  trace.long_label = most_frequent(long_labels);
  if (trace.label == 0) return trace;
  const std::uint32_t most = labels[trace.label - 1u];
  trace.certainty = most == all ? 3 : 3 * most >= 2 * all ? 2 : 1;
  return trace;
}

NameMemory::Trace NameMemory::find(std::uint64_t word) const {
  const auto at = std::lower_bound(traces_.begin(), traces_.end(), word,
                                   [](const auto& entry, auto key) { return entry.first < key; });
  return at != traces_.end() && at->first == word ? at->second : Trace{};
}

class NameContext::Collector {
 public:
  Collector(NameFeatures& out, std::uint64_t first_name) : out_(out), name_(first_name) {}
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    ++name_;
    out_.hashes[out_.size++] = hash_with(hash_with(hash_with(name_, a), b), c);
  }

 private:
  NameFeatures& out_;
  std::uint64_t name_;
};

NameContext::NameContext(std::span<const WordForm> words, std::string_view gazetteer)
    : words_(words),
      known_(known_names(words, gazetteer)),
      runs_(words.size()),
      style_(style_of(words)) {
  for (std::size_t first = 0; first < words.size();) {
    std::size_t last = first + 1;
    while (is_capital(words[first]) && last < words.size() && is_capital(words[last])) ++last;
    for (std::size_t i = first; i < last; ++i) runs_[i] = {first, last};
    first = last;
  }
}

const WordForm& NameContext::word(std::size_t at) const {
  static constexpr WordForm kOutside;
  return at < words_.size() ? words_[at] : kOutside;
}

void NameContext::features(std::size_t at, NameFeatures& out) const {
  out.size = 0;
  Collector add(out, 0);
  add_word(at, add);
  out.lexical = out.size;
  add_looks(at, add);
  add_neighbours(at, add);
  add_run(at, add);
  add_lists(at, add);
}

// Which word it is.
void NameContext::add_word(std::size_t at, Collector& add) const {
  const WordForm& own = words_[at];
  const Run run = runs_[at];
  add.add(own.exact);
  add.add(own.lower);
  add.add(own.lower, letters_at(at), style_);
  add.add(own.lower, word(at - 1).lower);
  add.add(own.lower, word(at + 1).lower);
  for (std::size_t i = 2; i < 5; ++i) add.add(own.suffix[i]);
  for (std::size_t i = 2; i < 5; ++i) add.add(own.prefix[i]);
  add.add(own.lower, length_of(run), at - run.first);
}

void NameContext::add_looks(std::size_t at, Collector& add) const {
  const WordForm& own = words_[at];
  add.add(own.shape, at == 0);
  add.add(letters_at(at), own.has_digit + 2u * own.has_hyphen, style_);
  add.add(own.suffix[1], own.letters);
  add.add(own.suffix[2], own.letters);
  add.add(own.prefix[1], own.letters);
  add.add(own.length > 9 ? 9 : own.length, own.letters, style_);
}

void NameContext::add_neighbours(std::size_t at, Collector& add) const {
  const WordForm &own = words_[at], &left = word(at - 1), &right = word(at + 1),
                 &left2 = word(at - 2), &right2 = word(at + 2);
  for (const std::size_t i : {at - 2, at - 1, at + 1, at + 2}) {
    const WordForm& other = word(i);
    add.add(other.lower);
    add.add(other.letters, other.is_symbol, letters_at(at));
    add.add(other.lower, own.letters, style_ == 2);
    add.add(other.suffix[2], own.letters);
    add.add(other.shape, own.shape);
  }
  add.add(word(at - 3).lower, own.letters);
  add.add(word(at + 3).lower, own.letters);
  add.add(left.lower, right.lower, own.letters);
  add.add(left.letters, own.letters, right.letters);
  add.add(left.shape, own.shape, right.shape);
  add.add(left2.lower, left.lower, own.letters);
  add.add(right.lower, right2.lower, own.letters);
  add.add(left2.shape, left.shape, own.shape);
  add.add(right2.shape, right.shape, own.shape);
}

// The capitalised words that it is among.
void NameContext::add_run(std::size_t at, Collector& add) const {
  const WordForm& own = words_[at];
  const Run run = runs_[at];
  const std::size_t length = length_of(run);
  const bool many = is_capital(own) && style_ != 2;
  const WordForm &before = word(run.first - 1), &after = word(run.last), &head = word(run.last - 1),
                 &first = word(run.first);
  add.add(many, length, at - run.first);
  add.add(many, before.lower, own.letters);
  add.add(many, after.lower, own.letters);
  add.add(before.lower, after.lower, many);
  add.add(many, head.lower);
  add.add(many, head.suffix[2], run.last - at);
  add.add(many, first.lower, at - run.first);
  add.add(many, before.lower, length);
  add.add(many, after.lower, length);
  add.add(many, word(run.last + 1).lower, after.lower);
}

// What lists know of it.
void NameContext::add_lists(std::size_t at, Collector& add) const {
  const WordForm& own = words_[at];
  const Run run = runs_[at];
  const std::uint64_t letters = letters_at(at);
  const std::uint64_t before = word(run.first - 1).lower, after = word(run.last).lower;
  const std::uint16_t mine = known(at);
  add.add(mine, own.letters, style_);
  add.add(mine & 15u, letters);
  add.add(mine >> 8, letters);
  add.add(mine & 0xF0u, letters);
  add.add(mine, known(at + 1), own.letters);
  add.add(known(at - 1), mine, own.letters);
  add.add(mine, word(at - 1).lower, own.letters);
  add.add(mine, word(at + 1).lower, own.letters);
  add.add(mine, before, length_of(run));
  add.add(mine, after, length_of(run));
}

void NameContext::memory_features(std::size_t at, const NameMemory& memory,
                                  NameFeatures& out) const {
  out.size = out.lexical = 0;
  Collector add(out, 1000);
  const WordForm& own = words_[at];
  const auto mine = memory.find(own.lower), next = memory.find(word(at + 1).lower),
             last = memory.find(word(at - 1).lower);
  add.add(mine.code(), own.letters);
  add.add(mine.label, mine.certainty, style_);
  add.add(mine.label, mine.place, own.letters);
  add.add(mine.small, own.letters, at == 0);
  add.add(mine.label, next.label, own.letters);
  add.add(last.label, mine.label, own.letters);
  add.add(mine.label, known(at), own.letters);
  add.add(mine.long_label, mine.long_place, own.letters);
  add.add(mine.long_label, mine.label, mine.certainty);
}

std::uint64_t step_feature(std::size_t letters, std::size_t before) {
  return hash_with(hash_with(0x57E9, letters), before);
}

std::uint64_t name_features_hash() {
  const std::array<WordForm, 3> probe = {word_form("Aé-9"), word_form("b"), word_form("’C.")};
  const std::array<NameTag, 3> tags = {3, 1, 2};
  NameMemory memory;
  memory.add(probe, tags);
  memory.finish();
  const NameContext context(probe, {});
  std::uint64_t hash = 2;
  NameFeatures features;
  for (std::size_t at = 0; at < probe.size(); ++at) {
    context.features(at, features);
    for (const std::uint64_t feature : features.view()) hash = hash_with(hash, feature);
    context.memory_features(at, memory, features);
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
  for (std::size_t letters = 0; letters < finder.steps_.size(); ++letters)
    for (std::size_t before = 0; before < kNameTags; ++before)
      finder.model_.add_scores(std::array{step_feature(letters, before)},
                               finder.steps_[letters][before]);
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

// The tag of a word that is a name of its own, by what longer names in the document say: whom a
// family name is of, and which body a short name stands for. Known places stay what they are: they
// name people and bodies, too.
NameTag settled(NameTag tag, bool is_known_place, const NameMemory::Trace& trace) {
  constexpr NameTag kPerson = 1, kOrganization = 3, kPlace = 5;
  constexpr std::uint8_t kFirst = 1, kLast = 2, kMostly = 2;
  if (trace.long_label == 0 || trace.small || is_known_place) return tag;
  if (tag == 0 && trace.certainty < kMostly) return tag;
  const auto long_tag = static_cast<NameTag>(2 * trace.long_label - 1);
  if (long_tag == kPerson && trace.long_place == kLast && tag != kPlace) return kPerson;
  return long_tag == kOrganization && trace.long_place == kFirst ? kOrganization : tag;
}

constexpr std::int32_t kImpossible = -1'000'000'000;

}  // namespace

// Viterbi 1967.
void best_tags(std::span<const std::uint8_t> letters, std::span<const TagScores> scores,
               const TagSteps& steps, std::span<NameTag> tags) {
  if (letters.empty()) return;
  std::vector<std::array<NameTag, kNameTags>> from(letters.size());
  TagScores best;
  best.fill(kImpossible);
  best[0] = 0;  // as if a word outside of names stood before the sentence
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const auto& step = steps[letters[at]];
    TagScores next;
    for (NameTag tag = 0; tag < kNameTags; ++tag) {
      next[tag] = kImpossible;
      for (NameTag before = 0; before < kNameTags; ++before) {
        if (!may_follow(before, tag)) continue;
        const std::int32_t score = best[before] + step[before][tag];
        if (score <= next[tag]) continue;
        next[tag] = score;
        from[at][tag] = before;
      }
      if (next[tag] > kImpossible) next[tag] += scores[at][tag];
      next[tag] = std::max(next[tag], kImpossible);
    }
    best = next;
  }
  auto tag = static_cast<NameTag>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t at = letters.size(); at-- > 0; tag = from[at][tag]) tags[at] = tag;
}

namespace {

// A sentence while names are looked for.
struct TaggedLine {
  TokenRange tokens;
  std::span<const WordForm> words;
  NameContext context;
  std::vector<TagScores> scores;
  std::vector<NameTag> tags;
};

std::vector<TaggedLine> lines_of(const Document& document, std::span<const WordForm> forms,
                                 std::string_view gazetteer) {
  std::vector<TaggedLine> lines;
  for (const Sentence& sentence : document.sentences) {
    const TokenRange range = sentence.tokens;
    const auto words = forms.subspan(range.first, range.size());
    lines.push_back({range,
                     words,
                     {words, gazetteer},
                     std::vector<TagScores>(words.size()),
                     std::vector<NameTag>(words.size())});
  }
  return lines;
}

void tag(TaggedLine& line, const TagSteps& steps) {
  std::vector<std::uint8_t> letters;
  for (const WordForm& word : line.words) letters.push_back(word.letters);
  best_tags(letters, line.scores, steps, line.tags);
}

NameMemory memory_of(const std::vector<TaggedLine>& lines) {
  NameMemory memory;
  for (const TaggedLine& line : lines) memory.add(line.words, line.tags);
  memory.finish();
  return memory;
}

// Names that are settled first make words outside of names certain.
constexpr int kSettlings = 2;

void settle(TaggedLine& line, const NameMemory& memory) {
  std::vector<NameTag>& tags = line.tags;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const bool goes_on = i + 1 < tags.size() && tags[i + 1] != 0 && tags[i + 1] % 2 == 0;
    const bool alone = tags[i] == 0 || (tags[i] % 2 == 1 && !goes_on);
    if (!alone || line.words[i].letters != WordForm::capitalized) continue;
    const bool is_known_place = (line.context.known(i) & (kKnownPlace | kTown)) != 0;
    tags[i] = settled(tags[i], is_known_place, memory.find(line.words[i].lower));
  }
}

std::vector<NameSpan> spans_of(const std::vector<TaggedLine>& lines) {
  std::vector<NameSpan> spans;
  for (const TaggedLine& line : lines)
    for (std::uint32_t i = 0; i < line.tags.size(); ++i) {
      const NameTag tag = line.tags[i];
      const std::uint32_t token = line.tokens.first + i;
      if (tag % 2 == 1) spans.push_back({{token, token + 1}, static_cast<NameLabel>(tag / 2)});
      if (tag != 0) spans.back().tokens.last = token + 1;
    }
  return spans;
}

}  // namespace

std::vector<NameSpan> NameTagger::find(const Document& document,
                                       std::span<const WordForm> forms) const {
  std::vector<TaggedLine> lines = lines_of(document, forms, gazetteer_);
  NameFeatures features;
  for (TaggedLine& line : lines) {
    for (std::size_t at = 0; at < line.words.size(); ++at) {
      line.context.features(at, features);
      model_.add_scores(features.view(), line.scores[at]);
    }
    tag(line, steps_);
  }
  const NameMemory first = memory_of(lines);
  for (TaggedLine& line : lines) {
    for (std::size_t at = 0; at < line.words.size(); ++at) {
      line.context.memory_features(at, first, features);
      model_.add_scores(features.view(), line.scores[at]);
    }
    tag(line, steps_);
  }
  for (int round = 0; round < kSettlings; ++round) {
    const NameMemory memory = memory_of(lines);
    for (TaggedLine& line : lines) settle(line, memory);
  }
  return spans_of(lines);
}

}  // namespace dateline
