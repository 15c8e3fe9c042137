#include "importers/nlp/model_file.h"

#include <gtest/gtest.h>

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

TEST(ModelFile, NamesTheFileThatIsNotThere) {
  const auto model = ModelFile::load(DataFiles::embedded(), "xx/a.model", "sample", 7);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().message, "expected the model 'xx/a.model', found no file");
}

}  // namespace
}  // namespace dateline
