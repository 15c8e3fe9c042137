#include "cli/options.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/commands.h"

namespace dateline {
namespace {

Result<Options> parse(std::vector<std::string> words) { return parse_options(words); }

std::string refusal(std::vector<std::string> words) {
  const Result<Options> options = parse_options(words);
  return options ? "" : options.error().message;
}

TEST(Options, TakesArgumentsInEveryForm) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--output", "out"},
                                                {"--output=out"},
                                                {"-o", "out"},
                                                {"-oout"},
                                                {"-qo", "out"}}) {
    const Result<Options> options = parse_options(words);
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_EQ(options->output, "out");
  }
}

TEST(Options, TakesTheFirstOperandAsTheCommand) {
  const Result<Options> options = parse({"--quiet", "build", "a", "-", "b"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->command, "build");
  EXPECT_EQ(options->operands, (std::vector<std::string>{"a", "-", "b"}));
  EXPECT_TRUE(options->quiet);
}

TEST(Options, EndAtTwoHyphens) {
  const Result<Options> options = parse({"build", "--", "--to", "-x"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->operands, (std::vector<std::string>{"--to", "-x"}));
}

TEST(Options, KeepAnArgumentThatLooksLikeAnOption) {
  EXPECT_EQ(parse({"--from", "--to"})->from, "--to");
}

TEST(Options, SuggestWhatWasMistyped) {
  EXPECT_EQ(refusal({"--form", "text"}), "unknown option '--form'; did you mean '--from'?");
  EXPECT_EQ(refusal({"--publishd=2022"}),
            "unknown option '--publishd'; did you mean '--published'?");
  EXPECT_EQ(refusal({"-x"}), "unknown option '-x'");
}

TEST(Options, MissTheArgumentTheyNeed) {
  EXPECT_EQ(refusal({"build", "--to"}), "'--to' expects FORMAT");
  EXPECT_EQ(refusal({"build", "-o"}), "'-o' expects PATH");
  EXPECT_EQ(refusal({"build", "--published", "", "a.txt"}), "'--published' expects DATE");
  EXPECT_EQ(refusal({"build", "--to="}), "'--to' expects FORMAT");
}

TEST(Options, RefuseAnArgumentTheyDoNotTake) {
  EXPECT_EQ(refusal({"--quiet=yes"}), "'--quiet' takes no argument");
}

TEST(Options, AreListedWhenGiven) {
  const Result<Options> options = parse({"build", "-v", "--to", "json"});
  EXPECT_EQ(given(*options), (std::vector<std::string_view>{"to", "verbose"}));
}

TEST(Commands, NameOnlyOptionsThatThereAre) {
  std::set<std::string> used;
  for (const Command& command : commands()) {
    std::string names(command.options);
    std::string name;
    for (names += ' '; !names.empty(); names.erase(0, name.size() + 1)) {
      name = names.substr(0, names.find(' '));
      if (name.empty()) continue;
      EXPECT_NE(find_option(name), nullptr) << command.name << ": " << name;
      used.insert(name);
    }
  }
  for (const Option& option : all_options())
    EXPECT_TRUE(used.contains(std::string(option.name)) || option.name == "help" ||
                option.name == "version" || option.name == "models")
        << option.name << " belongs to no command";
}

TEST(Options, HaveNamesAndLettersOfTheirOwn) {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const Option& option : all_options()) {
    EXPECT_TRUE(names.insert(option.name).second) << option.name;
    if (option.letter != 0) {
      EXPECT_TRUE(letters.insert(option.letter).second) << option.name;
    }
    EXPECT_EQ(option.kind == OptionArgument::none, option.value == nullptr) << option.name;
    EXPECT_NE(option.value == nullptr, option.flag == nullptr) << option.name;
  }
}

}  // namespace
}  // namespace dateline
