#include "importers/events/title_forms.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TitleForms english_titles() {
  auto forms = TitleForms::load(DataFiles::embedded(), "en");
  EXPECT_TRUE(forms) << forms.error().message;
  return std::move(forms).value();
}

TEST(TitleForms, PutVerbsInTheThirdPerson) {
  const TitleForms forms = english_titles();
  EXPECT_EQ(forms.third_person("warn"), "warns");
  EXPECT_EQ(forms.third_person("deny"), "denies");
  EXPECT_EQ(forms.third_person("buy"), "buys");
  EXPECT_EQ(forms.third_person("reach"), "reaches");
  EXPECT_EQ(forms.third_person("have"), "has");
}

TEST(TitleForms, FillAFormAndTidyItsSpaces) {
  const TitleForms forms = english_titles();
  const TitleForms::Parts parts = {
      {"subject", "Drivers"}, {"verb", "accept"}, {"third", "accept"}, {"rest", ""}};
  EXPECT_EQ(forms.fill("asserted", true, parts), "Drivers accept");
  EXPECT_EQ(forms.fill("asserted-negative", true, parts), "Drivers do not accept");
  EXPECT_EQ(forms.fill("asserted-negative", false, parts), "Drivers does not accept");
  EXPECT_EQ(forms.fill("possible", true, parts), "Drivers could accept");
  EXPECT_EQ(forms.fill("no such form", true, parts), "");
}

TEST(TitleForms, NameTheLineThatIsBroken) {
  const auto forms = TitleForms::parse("third y ies\nform asserted {subject}\n");
  ASSERT_FALSE(forms);
  EXPECT_EQ(forms.error().message, "event_titles.txt:2: expected: form NAME = words");
}

}  // namespace
}  // namespace dateline
