#include "importers/nlp/word_lexicon.h"

#include <algorithm>
#include <set>
#include <vector>

#include "importers/nlp/hash.h"
#include "importers/nlp/word_form.h"

namespace dateline {
namespace {

// Rows of 4 bytes, in buckets of a few words each: bits of the word's hash and the number of its
// facts. There are some thousand facts that differ.
enum LexiconSection : std::size_t { kFacts, kBuckets, kRows };
constexpr int kBucketBits = 15;
constexpr std::size_t kBucketCount = std::size_t{1} << kBucketBits;
constexpr std::size_t kFactBytes = 5, kRowBytes = 4;
constexpr std::size_t kMaxFacts = 1 << 16;

std::size_t bucket_of(std::uint64_t key) { return key >> (64 - kBucketBits); }
std::uint16_t fingerprint_of(std::uint64_t key) { return static_cast<std::uint16_t>(key); }

std::uint32_t bucket_begin(std::string_view buckets, std::size_t bucket) {
  return read_at<std::uint32_t>(buckets, 4 * bucket);
}

}  // namespace

WordFacts WordLexicon::find(std::uint64_t lower) const {
  if (rows_.empty()) return {};
  const std::uint64_t key = mixed(lower);
  const std::uint32_t last = bucket_begin(buckets_, bucket_of(key) + 1);
  for (std::uint32_t row = bucket_begin(buckets_, bucket_of(key)); row < last; ++row) {
    if (read_at<std::uint16_t>(rows_, row * kRowBytes) != fingerprint_of(key)) continue;
    const std::size_t at = kFactBytes * read_at<std::uint16_t>(rows_, row * kRowBytes + 2);
    return {read_at<std::uint16_t>(facts_, at), read_at<std::uint8_t>(facts_, at + 2),
            read_at<std::uint8_t>(facts_, at + 3), read_at<std::uint8_t>(facts_, at + 4)};
  }
  return {};
}

Result<WordLexicon> WordLexicon::from_model(const ModelFile& model) {
  WordLexicon lexicon;
  lexicon.facts_ = model.section(kFacts);
  lexicon.buckets_ = model.section(kBuckets);
  lexicon.rows_ = model.section(kRows);
  if (lexicon.buckets_.size() != 4 * (kBucketCount + 1) ||
      bucket_begin(lexicon.buckets_, kBucketCount) * kRowBytes != lexicon.rows_.size())
    return Error{"expected buckets of words", {}};
  return lexicon;
}

Result<WordLexicon> WordLexicon::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/words.model";
  const auto model = ModelFile::load(files, path, kWordLexiconKind, word_lexicon_hash());
  if (!model) return model.error();
  auto lexicon = from_model(*model);
  if (!lexicon) return Error{path + ": " + lexicon.error().message, {}};
  return lexicon;
}

std::string word_lexicon_bytes(const std::map<std::uint64_t, WordFacts>& words) {
  std::set<WordFacts> differing;
  std::vector<std::pair<std::uint64_t, WordFacts>> in_order;
  for (const auto& [word, facts] : words) {
    if (differing.size() >= kMaxFacts && !differing.contains(facts)) continue;
    differing.insert(facts);
    in_order.emplace_back(mixed(word), facts);
  }
  std::sort(in_order.begin(), in_order.end());
  const std::vector<WordFacts> numbered(differing.begin(), differing.end());
  std::string facts, buckets, rows;
  for (const WordFacts& some : numbered) {
    append_value(facts, some.readings);
    for (const std::uint8_t part : {some.noun_class, some.verb_class, some.commonest})
      append_value(facts, part);
  }
  std::uint32_t next = 0;
  for (std::size_t bucket = 0; bucket < kBucketCount; ++bucket) {
    append_value(buckets, next);
    for (; next < in_order.size() && bucket_of(in_order[next].first) == bucket; ++next) {
      const auto& [key, some] = in_order[next];
      append_value(rows, fingerprint_of(key));
      const auto number = std::lower_bound(numbered.begin(), numbered.end(), some);
      append_value(rows, static_cast<std::uint16_t>(number - numbered.begin()));
    }
  }
  append_value(buckets, next);
  return to_model_bytes(kWordLexiconKind, word_lexicon_hash(), {facts, buckets, rows});
}

std::uint64_t word_lexicon_hash() { return hash_with(kBucketBits, word_form("Aé’b").lower); }

}  // namespace dateline
