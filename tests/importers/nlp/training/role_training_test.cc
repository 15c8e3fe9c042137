#include "importers/nlp/training/role_training.h"

#include <gtest/gtest.h>

#include "importers/format/conllu.h"
#include "importers/nlp/roles.h"

namespace dateline {
namespace {

// "the envoy left the bank": who leaves is ARG0, what is left ARG1.
std::vector<Document> documents() {
  std::string lines;
  for (const std::string who : {"envoy", "storm", "mayor"})
    for (const std::string verb : {"left", "saw", "reached"})
      for (const std::string what : {"bank", "town", "river"})
        lines += "1\tthe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\t" + who + "\t" + who +
                 "\tNOUN\t_\t_\t3\tnsubj\t_\t_\n3\t" + verb + "\t" + verb +
                 "\tVERB\t_\t_\t0\troot\t_\t_\n4\tthe\tthe\tDET\t_\t_\t5\tdet\t_\t_\n5\t" + what +
                 "\t" + what + "\tNOUN\t_\t_\t3\tobj\t_\t_\n\n";
  std::vector<Document> all;
  read_conllu(lines, [&](Result<Document> one) { all.push_back(std::move(one).value()); });
  for (const Sentence& sentence : all[0].sentences) {
    const std::uint32_t first = sentence.tokens.first;
    Frame& frame = all[0].frames.emplace_back();
    frame.predicate = {first + 2};
    frame.roleset = all[0].tokens[first + 2].lemma + ".01";
    frame.arguments = {{"ARG0", {first, first + 2}, {first + 1}},
                       {"ARG1", {first + 3, first + 5}, {first + 4}}};
  }
  return all;
}

constexpr RoleTrainingOptions kQuick = {.epochs = 150, .width = 16, .hidden = 16, .min_count = 2};

TEST(RoleTraining, LearnsFrames) {
  const auto gold = documents();
  const std::string bytes = train_roles(gold, kQuick);
  const auto file = ModelFile::from_bytes(bytes, kRolesKind, role_features_hash());
  ASSERT_TRUE(file);
  const auto labeler = RoleLabeler::from_model(*file);
  ASSERT_TRUE(labeler) << labeler.error().message;
  Document document = gold[0];
  document.frames.clear();
  labeler->label(document, Tree(document), word_forms(document));
  ASSERT_EQ(document.frames.size(), gold[0].frames.size());
  for (std::size_t i = 0; i < document.frames.size(); ++i) {
    EXPECT_EQ(document.frames[i].predicate, gold[0].frames[i].predicate);
    EXPECT_EQ(document.frames[i].roleset, gold[0].frames[i].roleset);
    ASSERT_EQ(document.frames[i].arguments.size(), 2u) << "frame " << i;
    for (std::size_t k = 0; k < 2; ++k) {
      EXPECT_EQ(document.frames[i].arguments[k].label, gold[0].frames[i].arguments[k].label);
      EXPECT_EQ(document.frames[i].arguments[k].tokens, gold[0].frames[i].arguments[k].tokens);
    }
  }
}

TEST(RoleTraining, GivesTheSameBytesForTheSameSeed) {
  const auto gold = documents();
  RoleTrainingOptions options = {.epochs = 2, .width = 16, .hidden = 16, .min_count = 2};
  const std::string bytes = train_roles(gold, options);
  EXPECT_EQ(train_roles(gold, options), bytes);
  options.seed = 2;
  EXPECT_NE(train_roles(gold, options), bytes);
}

}  // namespace
}  // namespace dateline
