// The same input gives the same bytes: for any number of jobs, in one go or in two halves.

#include <gtest/gtest.h>

#include "tests/support/command_line.h"
#include "tests/support/generated_articles.h"
#include "tests/support/made_words.h"

namespace dateline::testing {
namespace {

class Sameness : public ::testing::Test {
 protected:
  Sameness() {
    for (std::uint32_t i = 0; i < 40; ++i)
      folder_.add("article-" + std::to_string(i) + ".txt", generated_article(i, 120));
  }

  Answer read(const std::string& command, const std::string& jobs) const {
    return answer_of({command, folder_.path().string(), "--jobs", jobs});
  }

  const TemporaryFolder folder_;
};

TEST_F(Sameness, OfReadForAnyNumberOfJobs) {
  const Answer one = read("read", "1");
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 40);
  for (const char* jobs : {"2", "7"}) {
    const Answer many = read("read", jobs);
    EXPECT_EQ(many.out, one.out) << jobs;
    EXPECT_EQ(many.err, one.err) << jobs;
  }
}

TEST_F(Sameness, OfBuildForAnyNumberOfJobs) {
  const Answer one = read("build", "1");
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(read("build", "2").out, one.out);
  EXPECT_EQ(read("build", "7").out, one.out);
}

TEST_F(Sameness, OfTwoRuns) { EXPECT_EQ(read("build", "3").out, read("build", "3").out); }

TEST_F(Sameness, OfBuildAndOfReadThenMerge) {
  const std::string lines = read("read", "2").out;
  EXPECT_EQ(answer_of({"merge", "-"}, lines).out, read("build", "2").out);
}

TEST_F(Sameness, OfExtractForAnyNumberOfJobs) {
  EXPECT_EQ(read("extract", "1").out, read("extract", "5").out);
}

TEST(SamenessOfCopies, OfExtractForAnyNumberOfJobs) {
  TemporaryFolder folder;
  for (int i = 0; i < 24; ++i) {
    const std::string opening = "Agency number " + std::to_string(i) + ".\n\n";
    folder.add("article-" + std::to_string(10 + i) + ".txt", opening + made_words(i % 3, 200));
  }
  const auto extract = [&](const std::string& jobs) {
    return answer_of({"extract", folder.path().string(), "--jobs", jobs}).out;
  };
  const std::string one = extract("1");
  std::size_t copies = 0;
  for (std::size_t at = one.find("\"duplicate_line\":"); at != one.npos;
       at = one.find("\"duplicate_line\":", at + 1)) {
    ++copies;
    EXPECT_LE(one[at + 17], '3');
  }
  EXPECT_EQ(copies, 21u);
  EXPECT_EQ(extract("2"), one);
  EXPECT_EQ(extract("7"), one);
}

}  // namespace
}  // namespace dateline::testing
