#include "importers/pipeline.h"

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

TEST(Reading, WhoSpeaksAfterAQuotationIsItsSource) {
  const Timeline timeline = timeline_of(
      "“If the bridges close, nobody will come for you,” County Administrator Luis Arroyo told "
      "residents at a briefing on Tuesday.\n",
      "2023-10-03");
  EXPECT_EQ(actors(timeline, event_of(timeline, "told"), Role::speaker), "Luis Arroyo");
  EXPECT_EQ(sources(timeline, event_of(timeline, "come")), "Luis Arroyo");
}

}  // namespace
}  // namespace dateline
