#include "importers/nlp/training/name_training.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "importers/nlp/hash.h"
#include "importers/nlp/ner.h"
#include "importers/nlp/training/perceptron.h"

namespace dateline {
namespace {

constexpr int kEpochs = 5;
constexpr std::uint32_t kSeed = 1;
constexpr NameTag kMiscellaneous = 7;     // what begins or goes on in it is this or one more
constexpr std::size_t kWithoutDocs = 30;  // sentences of a corpus without documents: taken as one

struct Example {
  std::vector<WordForm> forms;
  std::vector<NameTag> gold, found;
  std::vector<std::uint16_t> known;
};
struct Story {
  std::vector<Example> sentences;
  NameMemory memory;
  bool knows_miscellaneous = true;
};

NameTag tag_named(std::string_view name) {
  constexpr std::string_view kNames[] = {"PER", "ORG", "LOC", "MISC"};
  if (name.size() < 3) return 0;
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    if (name.substr(2) == kNames[i]) return static_cast<NameTag>(1 + 2 * i + (name[0] == 'I'));
  return 0;
}

bool read_stories(const std::string& path, std::vector<Story>& stories) {
  std::ifstream in(path);
  const std::size_t first = stories.size();
  bool docs = false, misc = false;
  stories.emplace_back();
  Example example;
  const auto end_sentence = [&] {
    if (example.forms.empty()) return;
    if (!docs && stories.back().sentences.size() >= kWithoutDocs) stories.emplace_back();
    stories.back().sentences.push_back(std::exchange(example, {}));
  };
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (line.starts_with("# doc = ")) {
      end_sentence();
      docs = true;
      stories.emplace_back();
    } else if (tab == line.npos) {
      end_sentence();
    } else {
      example.forms.push_back(word_form(std::string_view(line).substr(0, tab)));
      NameTag tag = tag_named(std::string_view(line).substr(tab + 1));
      const NameTag before = example.gold.empty() ? NameTag{0} : example.gold.back();
      if (!may_follow(before, tag)) --tag;
      example.gold.push_back(tag);
      misc = misc || tag >= kMiscellaneous;
    }
  }
  end_sentence();
  for (std::size_t i = first; i < stories.size(); ++i) stories[i].knows_miscellaneous = misc;
  return !in.bad() && stories.size() > first;
}

using Gazetteer = std::map<std::uint64_t, std::uint8_t>;

void add_name(Gazetteer& names, std::string_view name, std::uint8_t kind) {
  std::uint64_t whole = kNameHashSeed;
  std::vector<std::uint64_t> words;
  while (!name.empty()) {
    const auto end = std::min(name.find('_'), name.size());
    words.push_back(word_form(name.substr(0, end)).lower);
    whole = hash_with(whole, words.back());
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  names[whole] |= kind;
  if (words.size() > 1)
    for (const std::uint64_t word : words)
      names[hash_with(kNameHashSeed, word)] |= static_cast<std::uint8_t>(kind << 3);
}

// Instances of persons, places and groups (lexicographer files 18, 15 and 14).
void read_wordnet(const std::string& path, Gazetteer& names) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ') || line.find(" @i ") == line.npos) continue;
    std::istringstream fields(line);
    std::string offset, file, type, count, word, number;
    fields >> offset >> file >> type >> count;
    const std::uint8_t kind = file == "18"   ? kKnownPerson
                              : file == "15" ? kKnownPlace
                              : file == "14" ? kKnownGroup
                                             : 0;
    for (auto left = std::stoul(count, nullptr, 16); left > 0 && kind != 0; --left) {
      fields >> word >> number;
      add_name(names, word, kind);
    }
  }
}

std::string gazetteer_bytes(const Gazetteer& names) {
  std::string bytes;
  for (const auto& [name, kinds] : names) {
    append_value(bytes, name);
    append_value(bytes, kinds);
  }
  return bytes;
}

class Learner {
 public:
  explicit Learner(std::vector<Story>& stories) : stories_(stories), random_(kSeed) {}

  const Perceptron& learn() {
    for (Story& story : stories_) count(story);
    std::vector<std::size_t> order(stories_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
      for (const std::size_t i : order) learn_story(stories_[i]);
    }
    model_.use_average();
    return model_;
  }

 private:
  void count(const Story& story) {
    for (const Example& example : story.sentences)
      for (std::size_t at = 0; at < example.forms.size(); ++at) {
        name_features(example.forms, example.known, example.gold, nullptr, at, features_);
        model_.count(features_.view());
      }
  }

  // Half the stories are read as the first time, the others with the memory of their names.
  void learn_story(Story& story) {
    NameMemory memory;
    for (Example& example : story.sentences) learn_sentence(example, story, nullptr);
    for (const Example& example : story.sentences)
      for (std::size_t i = 0; i < example.found.size(); ++i)
        if (example.found[i] != 0) memory.add(example.forms[i].lower, example.found[i]);
    memory.finish();
    for (Example& example : story.sentences) learn_sentence(example, story, &memory);
  }

  void learn_sentence(Example& example, const Story& story, const NameMemory* memory) {
    example.found.assign(example.forms.size(), 0);
    for (std::size_t at = 0; at < example.forms.size(); ++at) {
      name_features(example.forms, example.known, example.found, memory, at, features_);
      model_.score(features_.view(), scores_);
      const NameTag before = at > 0 ? example.found[at - 1] : NameTag{0};
      NameTag best = 0;
      for (NameTag tag = 1; tag < kNameTags; ++tag)
        if (may_follow(before, tag) && scores_[tag] > scores_[best]) best = tag;
      model_.tick();
      NameTag gold = example.gold[at];
      if (!may_follow(before, gold)) --gold;  // its beginning was missed: begin here
      const bool unknown = gold == 0 && best >= kMiscellaneous && !story.knows_miscellaneous;
      if (best != gold && !unknown) model_.update(features_.view(), gold, best);
      example.found[at] = best;
    }
  }

  std::vector<Story>& stories_;
  Perceptron model_{kNameTags};
  std::mt19937 random_;
  NameFeatures features_;
  std::vector<float> scores_;
};

}  // namespace

Result<std::string> train_names(const std::vector<std::string>& paths) {
  std::vector<Story> stories;
  Gazetteer names;
  for (const std::string& path : paths) {
    if (path.ends_with("data.noun"))
      read_wordnet(path, names);
    else if (!read_stories(path, stories))
      return Error{"cannot read '" + path + "'", {}};
  }
  const std::string gazetteer = gazetteer_bytes(names);
  for (Story& story : stories)
    for (Example& example : story.sentences) example.known = known_names(example.forms, gazetteer);
  Learner learner(stories);
  return to_model_bytes(kNamesKind, name_features_hash(),
                        {to_linear_bytes(kNameTags, learner.learn().weights()), gazetteer});
}

}  // namespace dateline
