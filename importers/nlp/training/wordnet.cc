#include "importers/nlp/training/wordnet.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/characters.h"
#include "importers/nlp/word_form.h"

namespace dateline {
namespace {

enum Part : std::size_t { kNoun, kVerb, kAdjective, kAdverb };
constexpr std::size_t kParts = 4;
constexpr std::array<std::string_view, kParts> kPartNames = {"noun", "verb", "adj", "adv"};
constexpr std::array<std::uint16_t, kParts> kReadings = {WordFacts::noun, WordFacts::verb,
                                                         WordFacts::adjective, WordFacts::adverb};
constexpr unsigned kFirstVerbFile = 29;  // of the lexicographers'; nouns have 3 to 28
constexpr unsigned kFirstNounFile = 3;

bool is_one_of(char c, std::string_view set) { return set.find(c) != set.npos; }
bool is_vowel(char c) { return is_one_of(c, "aeiou"); }

bool is_single_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || is_one_of(c, ".-'"); });
}

// --- Regular forms ---

std::string without_last(const std::string& word) { return word.substr(0, word.size() - 1); }

bool ends_in_consonant_y(const std::string& word) {
  return word.size() > 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with_s(const std::string& word) {
  if (ends_in_consonant_y(word)) return without_last(word) + "ies";
  const bool hisses = is_one_of(word.back(), "sxz") || word.ends_with("ch") || word.ends_with("sh");
  return word + (hisses ? "es" : "s");
}

// "-ed", "-er", "-est"
std::string with_e(const std::string& word, std::string_view ending) {
  if (ends_in_consonant_y(word)) return without_last(word) + "i" + std::string(ending);
  if (word.back() == 'e') return word + std::string(ending.substr(1));
  return word + std::string(ending);
}

std::string with_ing(const std::string& word) {
  if (word.ends_with("ie")) return word.substr(0, word.size() - 2) + "ying";
  const bool silent =
      word.size() > 2 && word.back() == 'e' && !is_one_of(word[word.size() - 2], "eoy");
  return (silent ? without_last(word) : word) + "ing";
}

std::size_t syllables(std::string_view word) {
  std::size_t runs = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool vowel = is_vowel(word[i]) || word[i] == 'y';
    runs += vowel && (i == 0 || !(is_vowel(word[i - 1]) || word[i - 1] == 'y'));
  }
  return runs - (runs > 1 && word.back() == 'e');
}

// --- Reading ---

/// A word that the dictionary has an entry for, as one part of speech.
struct Entry {
  std::uint16_t readings = 0;
  std::uint8_t sense = 0;   // class of the most frequent one
  std::uint32_t count = 0;  // of the senses in the texts that WordNet's makers tagged
};

class WordNet {
 public:
  explicit WordNet(std::string folder) : folder_(std::move(folder)) {}

  Error read();
  WordFactsTable words() const;

 private:
  using Forms = std::map<std::string, std::vector<std::string>>;  // irregular ones of a base
  struct Synset {
    std::uint8_t file = 0;
    std::string words;  // "_" before and after each
  };

  template <typename Use>
  bool each_line(const std::string& name, Use use) const {
    std::ifstream in(folder_ + "/" + name);
    for (std::string line; std::getline(in, line);)
      if (!line.starts_with(' ')) use(line);
    return in.eof();
  }
  bool read_synsets(Part part);
  bool read_entries(Part part);
  void add_name_parts(const std::string& name, std::uint8_t file);
  void add_entry(Part part, const std::string& line);
  void count(const std::string& line);

  std::string folder_;
  std::array<std::map<std::string, Entry>, kParts> entries_;
  std::array<Forms, kParts> irregular_;
  std::unordered_map<std::uint32_t, Synset> synsets_;  // of the part that is read
  std::map<std::string, Entry> name_parts_;            // words of names of several words
};

bool WordNet::read_synsets(Part part) {
  synsets_.clear();
  return each_line("data." + std::string(kPartNames[part]), [&](const std::string& line) {
    std::istringstream in(line.substr(0, line.find('|')));
    std::uint32_t offset = 0, file = 0, words = 0;
    std::string type, word, id;
    in >> offset >> file >> type >> std::hex >> words;
    Synset& synset = synsets_[offset];
    synset.file = static_cast<std::uint8_t>(file);
    synset.words = " ";
    for (std::uint32_t i = 0; i < words && in >> word >> id; ++i) {
      synset.words += word + " ";
      if (part == kNoun) add_name_parts(word, synset.file);
    }
  });
}

// "Benjamin_Franklin": each word with a capital.
void WordNet::add_name_parts(const std::string& name, std::uint8_t file) {
  if (name.find('_') == name.npos) return;
  std::string spaced = name;
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  std::istringstream in(spaced);
  for (std::string word; in >> word;) {
    const std::string lower = lower_case(word);
    if (lower != word && is_single_word(lower))
      name_parts_.try_emplace(lower, Entry{WordFacts::name, file});
  }
}

void WordNet::add_entry(Part part, const std::string& line) {
  std::istringstream in(line);
  std::string word, pos, skipped;
  std::uint32_t senses = 0, pointers = 0, offset = 0;
  in >> word >> pos >> senses >> pointers;
  if (!is_single_word(word)) return;
  for (std::uint32_t i = 0; i < pointers + 2; ++i) in >> skipped;
  Entry& entry = entries_[part][word];
  for (std::uint32_t i = 0; i < senses && in >> offset; ++i) {
    const Synset& synset = synsets_[offset];
    if (i == 0) entry.sense = synset.file;
    const bool small = synset.words.find(" " + word + " ") != std::string::npos;
    const bool is_name = part == kNoun && !small;
    entry.readings = static_cast<std::uint16_t>(
        entry.readings | (is_name ? std::uint16_t{WordFacts::name} : kReadings[part]));
  }
}

bool WordNet::read_entries(Part part) {
  const std::string name(kPartNames[part]);
  return read_synsets(part) &&
         each_line("index." + name, [&](const std::string& line) { add_entry(part, line); }) &&
         each_line(name + ".exc", [&](const std::string& line) {
           std::istringstream in(line);
           std::string form, base;
           for (in >> form; in >> base;) irregular_[part][base].push_back(form);
         });
}

// "abandon%2:40:00:: 1 10": sense 1 of the verb, ten times.
void WordNet::count(const std::string& line) {
  std::istringstream in(line);
  std::string key;
  std::uint32_t sense = 0, times = 0;
  in >> key >> sense >> times;
  const auto at = key.find('%');
  if (at == key.npos || at + 1 >= key.size()) return;
  const char type = key[at + 1];
  if (type < '1' || type > '5') return;
  const std::size_t part =
      type == '5' ? std::size_t{kAdjective} : static_cast<std::size_t>(type - '1');
  const auto entry = entries_[part].find(key.substr(0, at));
  if (entry != entries_[part].end()) entry->second.count += times;
}

Error WordNet::read() {
  for (const Part part : {kNoun, kVerb, kAdjective, kAdverb})
    if (!read_entries(part))
      return {"cannot read WordNet's files of '" + std::string(kPartNames[part]) + "' in '" +
                  folder_ + "'",
              {}};
  if (!each_line("cntlist.rev", [&](const std::string& line) { count(line); }))
    return {"cannot read '" + folder_ + "/cntlist.rev'", {}};
  return {};
}

// --- Words ---

/// All that the entries say of one written form.
struct Gathered {
  std::uint16_t readings = 0;
  std::array<std::uint32_t, kParts> counts{};
  std::array<std::uint8_t, kParts> senses{};
  std::array<std::uint32_t, kParts> sense_counts{};

  void add(Part part, const Entry& entry, std::uint16_t as) {
    readings |= as;
    counts[part] += entry.count;
    if (senses[part] != 0 && sense_counts[part] >= entry.count) return;
    senses[part] = entry.sense;
    sense_counts[part] = entry.count;
  }

  std::uint8_t commonest() const {
    constexpr std::uint32_t kNearlyAll = 10;  // at most one of ten is something else
    const auto most = std::max_element(counts.begin(), counts.end());
    std::uint32_t all = 0;
    for (const std::uint32_t some : counts) all += some;
    if (all == 0) return 0;
    const bool nearly_always = (all - *most) * kNearlyAll <= all;
    return static_cast<std::uint8_t>(most - counts.begin() + 1 + (nearly_always ? kParts : 0));
  }

  WordFacts facts() const {
    const auto from = [](unsigned file, unsigned first) {
      return static_cast<std::uint8_t>(file < first ? 0 : file - first + 1);
    };
    return {readings, from(senses[kNoun], kFirstNounFile), from(senses[kVerb], kFirstVerbFile),
            commonest()};
  }
};

/// The written forms of an entry, with what each is.
class Inflections {
 public:
  Inflections(const std::string& base, const std::vector<std::string>* irregular) : base_(base) {
    if (irregular) irregular_ = *irregular;
  }
  std::vector<std::pair<std::string, std::uint16_t>> of(Part part, const Entry& entry) {
    forms_.emplace_back(base_, entry.readings);
    if (part == kNoun) noun(entry);
    if (part == kVerb) verb();
    if (part == kAdjective || part == kAdverb) compared();
    return forms_;
  }

 private:
  void noun(const Entry& entry) {
    const std::uint16_t as =
        static_cast<std::uint16_t>(WordFacts::plural | (entry.readings & WordFacts::name));
    for (const std::string& form : irregular_) forms_.emplace_back(form, as);
    const bool counted = (entry.readings & WordFacts::noun) != 0 || entry.sense == kPerson;
    if (!irregular_.empty() || !counted) return;
    forms_.emplace_back(with_s(base_), as);
    if (base_.ends_with("man")) forms_.emplace_back(base_.substr(0, base_.size() - 2) + "en", as);
  }
  void verb() {
    bool past = false, gerund = false;
    for (const std::string& form : irregular_) {
      const bool ing = form.ends_with("ing"), third = !ing && form.ends_with("s");
      if (ing) forms_.emplace_back(form, WordFacts::gerund);
      if (third) forms_.emplace_back(form, WordFacts::third_person);
      if (!ing && !third) forms_.emplace_back(form, WordFacts::past);
      gerund = gerund || ing;
      past = past || !(ing || third);
    }
    forms_.emplace_back(with_s(base_), WordFacts::third_person);
    if (!past) forms_.emplace_back(with_e(base_, "ed"), WordFacts::past);
    if (!gerund) forms_.emplace_back(with_ing(base_), WordFacts::gerund);
  }
  void compared() {
    for (const std::string& form : irregular_)
      forms_.emplace_back(form,
                          form.ends_with("st") ? WordFacts::superlative : WordFacts::comparative);
    if (!irregular_.empty() || syllables(base_) > 1) return;
    forms_.emplace_back(with_e(base_, "er"), WordFacts::comparative);
    forms_.emplace_back(with_e(base_, "est"), WordFacts::superlative);
  }

  static constexpr std::uint8_t kPerson = 18;  // the lexicographers' file of persons
  const std::string& base_;
  std::vector<std::string> irregular_;
  std::vector<std::pair<std::string, std::uint16_t>> forms_;
};

WordFactsTable WordNet::words() const {
  std::map<std::string, Gathered> gathered;
  for (const Part part : {kNoun, kVerb, kAdjective, kAdverb})
    for (const auto& [word, entry] : entries_[part]) {
      const auto listed = irregular_[part].find(word);
      Inflections forms(word, listed == irregular_[part].end() ? nullptr : &listed->second);
      for (const auto& [form, as] : forms.of(part, entry))
        if (is_single_word(form)) gathered[form].add(part, entry, as);
    }
  for (const auto& [word, entry] : name_parts_)
    if (!gathered.contains(word)) gathered[word].add(kNoun, entry, entry.readings);
  WordFactsTable table;
  for (const auto& [word, all] : gathered) table[word] = all.facts();
  return table;
}

}  // namespace

Result<WordFactsTable> read_wordnet(const std::string& folder) {
  WordNet wordnet(folder);
  Error error = wordnet.read();
  if (!error.message.empty()) return error;
  return wordnet.words();
}

std::string train_word_lexicon(const WordFactsTable& words) {
  std::map<std::uint64_t, WordFacts> hashed;
  for (const auto& [word, facts] : words) hashed.emplace(word_form(word).lower, facts);
  return word_lexicon_bytes(hashed);
}

}  // namespace dateline
