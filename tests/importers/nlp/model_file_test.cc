#include "importers/nlp/model_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

std::string sample() { return to_model_bytes("sample", 7, {"one", "", "three"}); }

std::string error_of(std::string_view bytes, std::string_view kind = "sample",
                     std::uint64_t features = 7) {
  const auto model = ModelFile::from_bytes(bytes, kind, features);
  return model ? "" : model.error().message;
}

TEST(ModelFile, GivesBackTheSectionsThatWereWritten) {
  const std::string bytes = sample();
  const auto model = ModelFile::from_bytes(bytes, "sample", 7);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->section(0), "one");
  EXPECT_EQ(model->section(1), "");
  EXPECT_EQ(model->section(2), "three");
  EXPECT_EQ(model->section(3), "");
}

TEST(ModelFile, RefusesWhatIsNoModel) {
  EXPECT_NE(error_of("").find("begin with"), std::string::npos);
  EXPECT_NE(error_of("dlmodel\x02").find("begin with"), std::string::npos);
}

TEST(ModelFile, RefusesAModelOfAnotherKind) {
  EXPECT_NE(error_of(sample(), "other").find("of kind 'other'"), std::string::npos);
}

TEST(ModelFile, RefusesAModelForOtherFeatures) {
  EXPECT_NE(error_of(sample(), "sample", 8).find("train it anew"), std::string::npos);
}

TEST(ModelFile, RefusesEveryChangedByteAndEveryCut) {
  const std::string whole = sample();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] ^= 1;
    EXPECT_NE(error_of(changed), "") << "byte " << i;
    EXPECT_NE(error_of(whole.substr(0, i)), "") << "cut at " << i;
  }
}

// Nobody looks at their hash when the program starts.
TEST(ModelFile, EmbeddedModelsAreWhatWasWritten) {
  constexpr std::pair<std::string_view, std::string_view> kModels[] = {
      {"en/words.model", "words"},       {"en/tagger.model", "tagger"},
      {"en/lemmatizer.model", "lemmas"}, {"en/parser.model", "parser"},
      {"en/roles.model", "roles"},       {"en/names.model", "names"},
      {"en/phrases.model", "phrases"}};
  for (const auto& [path, kind] : kModels) {
    const auto bytes = DataFiles::embedded().find(path);
    ASSERT_TRUE(bytes) << path;
    const auto features = read_at<std::uint64_t>(*bytes, 16);
    EXPECT_EQ(error_of(*bytes, kind, features), "") << path;
  }
}

TEST(ModelFile, ChecksEveryByteOfAFileThatIsNotEmbedded) {
  const auto folder = std::filesystem::temp_directory_path() / "dateline-model-file-test";
  std::filesystem::create_directories(folder);
  std::string damaged = sample();
  damaged.back() ^= 1;
  std::ofstream(folder / "sample.model", std::ios::binary) << damaged;
  const auto files = DataFiles::from_folder(folder);
  ASSERT_TRUE(files);
  EXPECT_FALSE(files->is_embedded("sample.model"));
  EXPECT_TRUE(files->is_embedded("en/tagger.model"));
  EXPECT_FALSE(files->is_embedded("xx/none.model"));
  EXPECT_FALSE(ModelFile::load(*files, "sample.model", "sample", 7));
  std::filesystem::remove_all(folder);
}

TEST(ModelFile, NamesTheFileThatIsNotThere) {
  const auto model = ModelFile::load(DataFiles::embedded(), "xx/a.model", "sample", 7);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().message, "expected the model 'xx/a.model', found no file");
}

}  // namespace
}  // namespace dateline
