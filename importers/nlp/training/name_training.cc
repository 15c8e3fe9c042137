#include "importers/nlp/training/name_training.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "importers/nlp/ner.h"
#include "importers/nlp/training/chain_learner.h"
#include "importers/nlp/training/name_lists.h"
#include "importers/nlp/training/name_patterns.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr int kEpochs = 7, kFirstEpochs = 2, kLastEpochs = 2;
constexpr std::uint32_t kSeed = 1;
constexpr std::size_t kKept = 260'000;    // features of the model
constexpr int kLeastWeight = 4;           // of 127; smaller ones are not worth their room
constexpr NameTag kMiscellaneous = 7;     // what begins or goes on in it is this or one more
constexpr std::size_t kWithoutDocs = 30;  // sentences of a corpus without documents: taken as one
constexpr std::uint16_t kNoneOrOther = 1 | 1 << kMiscellaneous | 1 << (kMiscellaneous + 1);

struct Example {
  TaggedSentence text;
  std::vector<WordForm> forms;
  std::vector<NameTag> found;  // by a model that has not seen it
  ChainSentence chain;
};
struct Story {
  std::vector<Example> sentences;
  bool knows_miscellaneous = true;
};

Example example_of(TaggedSentence text) {
  Example example{std::move(text), {}, {}, {}};
  for (const std::string& word : example.text.words) example.forms.push_back(word_form(word));
  return example;
}

// Ends a story at each document, or after so many sentences where there are none.
class StoryReader {
 public:
  explicit StoryReader(std::vector<Story>& stories) : stories_(stories), first_(stories.size()) {
    stories_.emplace_back();
  }

  void read(std::string_view line) {
    const auto tab = line.find('\t');
    if (line.starts_with("# doc = ")) {
      end_sentence();
      has_documents_ = true;
      stories_.emplace_back();
    } else if (tab == line.npos) {
      end_sentence();
    } else {
      add(line.substr(0, tab), name_tag(line.substr(tab + 1)));
    }
  }

  void finish() {
    end_sentence();
    for (std::size_t i = first_; i < stories_.size(); ++i)
      stories_[i].knows_miscellaneous = has_miscellaneous_;
  }

 private:
  void add(std::string_view word, NameTag tag) {
    const NameTag before = sentence_.tags.empty() ? NameTag{0} : sentence_.tags.back();
    if (!may_follow(before, tag)) --tag;
    sentence_.words.emplace_back(word);
    sentence_.tags.push_back(tag);
    has_miscellaneous_ = has_miscellaneous_ || tag >= kMiscellaneous;
  }

  void end_sentence() {
    if (sentence_.words.empty()) return;
    if (!has_documents_ && stories_.back().sentences.size() >= kWithoutDocs)
      stories_.emplace_back();
    stories_.back().sentences.push_back(example_of(std::exchange(sentence_, {})));
  }

  std::vector<Story>& stories_;
  std::size_t first_;
  TaggedSentence sentence_;
  bool has_documents_ = false, has_miscellaneous_ = false;
};

bool read_corpus(const std::string& path, std::vector<Story>& stories) {
  std::ifstream in(path);
  StoryReader reader(stories);
  for (std::string line; std::getline(in, line);) reader.read(line);
  reader.finish();
  return !in.bad() && !stories.back().sentences.empty();
}

Result<int> read_patterns(const std::string& path, const NameLists& lists,
                          std::vector<Story>& stories) {
  std::ifstream in(path);
  const std::string file{std::istreambuf_iterator<char>(in), {}};
  auto filled = fill_name_patterns(file, lists);
  if (!filled) return Error{path + ": " + filled.error().message, {}};
  std::vector<TaggedStory> made = std::move(filled).value();
  for (TaggedStory& sentences : made) {
    Story& story = stories.emplace_back();
    for (TaggedSentence& sentence : sentences)
      story.sentences.push_back(example_of(std::move(sentence)));
  }
  return 0;
}

// Some sentences come again in capitals, in small letters or as headlines.
void add_other_cases(Story& story, std::mt19937& random) {
  const std::size_t count = story.sentences.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto chance = random() % 1000;
    if (chance >= 150) continue;
    TaggedSentence text = story.sentences[i].text;
    for (std::string& word : text.words) {
      if (chance < 75)
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return ascii_upper(c); });
      else if (chance < 105)
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return ascii_lower(c); });
      else if (word.size() > 3)
        word[0] = ascii_upper(word[0]);
    }
    story.sentences.push_back(example_of(std::move(text)));
  }
}

class Learning {
 public:
  Learning(std::vector<Story>& stories, std::string_view gazetteer)
      : stories_(stories), gazetteer_(gazetteer) {}

  std::vector<FeatureWeights> learn() {
    for (Story& story : stories_) prepare(story);
    for (Story& story : stories_)
      for (Example& example : story.sentences)
        drop(example.chain, [&](std::uint32_t feature) { return numbers_.is_rare(feature); });
    find_memories();
    ChainLearner learner(numbers_.size());
    run(learner, all_but(2), kEpochs, true);
    learner.keep_largest(kKept);
    for (Story& story : stories_)
      for (Example& example : story.sentences)
        drop(example.chain, [&](std::uint32_t feature) { return !learner.is_kept(feature); });
    run(learner, all_but(2), kLastEpochs, true);
    return learner.weights(numbers_);
  }

 private:
  void prepare(const Story& story, Example& example) {
    const NameContext context(example.forms, gazetteer_);
    NameFeatures features;
    for (std::size_t at = 0; at < example.forms.size(); ++at) {
      ChainWord& word = example.chain.words.emplace_back();
      context.features(at, features);
      for (const std::uint64_t hash : features.view())
        word.features.push_back(numbers_.number(hash));
      word.lexical = static_cast<std::uint32_t>(features.lexical);
      word.letters = example.forms[at].letters;
      const NameTag tag = example.text.tags[at];
      word.allowed = static_cast<std::uint16_t>(1 << tag);
      // What some corpora mark, terms in small letters, are no names to others.
      const bool term = tag >= kMiscellaneous && word.letters == WordForm::all_lower;
      if (term || (tag == 0 && !story.knows_miscellaneous)) word.allowed = kNoneOrOther;
    }
  }
  void prepare(Story& story) {
    for (Example& example : story.sentences) prepare(story, example);
  }

  template <typename Unwanted>
  static void drop(ChainSentence& sentence, const Unwanted& unwanted) {
    for (ChainWord& word : sentence.words) {
      const auto lexical = word.features.begin() + word.lexical;
      word.lexical -=
          static_cast<std::uint32_t>(std::count_if(word.features.begin(), lexical, unwanted));
      std::erase_if(word.features, unwanted);
      std::erase_if(word.memory, unwanted);
    }
  }

  // Of each half of the stories, what a model of the other half finds in them.
  void find_memories() {
    for (const std::size_t half : {0u, 1u}) {
      ChainLearner learner(numbers_.size());
      run(learner, all_but(half), kFirstEpochs, false);
      for (std::size_t i = half; i < stories_.size(); i += 2)
        for (Example& example : stories_[i].sentences)
          example.found = learner.decode(example.chain, false);
    }
    for (Story& story : stories_) remember(story);
  }

  void remember(Story& story) {
    NameMemory memory;
    for (const Example& example : story.sentences) memory.add(example.forms, example.found);
    memory.finish();
    NameFeatures features;
    for (Example& example : story.sentences) {
      const NameContext context(example.forms, gazetteer_);
      for (std::size_t at = 0; at < example.forms.size(); ++at) {
        context.memory_features(at, memory, features);
        for (const std::uint64_t hash : features.view())
          example.chain.words[at].memory.push_back(numbers_.number(hash));
      }
    }
  }

  // The stories that are not of a half.
  std::vector<const Story*> all_but(std::size_t half) const {
    std::vector<const Story*> stories;
    for (std::size_t i = 0; i < stories_.size(); ++i)
      if (i % 2 != half) stories.push_back(&stories_[i]);
    return stories;
  }

  void run(ChainLearner& learner, std::vector<const Story*> stories, int epochs, bool memory) {
    for (int epoch = 0; epoch < epochs; ++epoch) {
      learner.set_rate(1 - 0.8f * static_cast<float>(epoch) / static_cast<float>(epochs));
      for (std::size_t i = stories.size(); i > 1; --i)
        std::swap(stories[i - 1], stories[random_() % i]);
      for (const Story* story : stories)
        for (const Example& example : story->sentences)
          learner.learn(example.chain, memory && random_() % 2 == 0);
    }
  }

  std::vector<Story>& stories_;
  std::string_view gazetteer_;
  FeatureNumbers numbers_;
  std::mt19937 random_{kSeed};
};

}  // namespace

Result<std::string> train_names(const std::vector<std::string>& paths) {
  std::vector<Story> stories;
  NameLists lists;
  const auto is_patterns = [](const std::string& path) {
    return path.ends_with("name_patterns.txt");
  };
  for (const std::string& path : paths) {
    if (has_name_lists(path)) {
      if (const auto read = read_name_lists(path, lists); !read) return read.error();
    } else if (!is_patterns(path) && !read_corpus(path, stories)) {
      return Error{"cannot read '" + path + "'", {}};
    }
  }
  for (const std::string& path : paths)
    if (is_patterns(path))
      if (const auto read = read_patterns(path, lists, stories); !read) return read.error();
  std::mt19937 random(kSeed);
  for (Story& story : stories) add_other_cases(story, random);
  const std::string gazetteer = known_names_bytes(lists);
  Learning learning(stories, gazetteer);
  return to_model_bytes(kNamesKind, name_features_hash(),
                        {to_linear_bytes(kNameTags, learning.learn(), kLeastWeight), gazetteer});
}

}  // namespace dateline
