#include "importers/text/misreading.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

const Misreading& misreading(std::string_view name) {
  for (const Misreading& table : Misreadings::embedded().tables())
    if (table.name == name) return table;
  ADD_FAILURE() << name;
  return Misreadings::embedded().tables().front();
}

TEST(Misreadings, KnowTheBytesBehindACharacter) {
  const Misreadings& all = Misreadings::embedded();
  EXPECT_EQ(misreading("windows-1252").bytes[all.slot_of(U'€')].first, 0x80);
  EXPECT_EQ(misreading("koi8-r").bytes[all.slot_of(U'Ъ')].first, 0xFF);
  EXPECT_EQ(misreading("windows-1251").bytes[all.slot_of(U'é')].first, 0);
  EXPECT_EQ(all.slot_of(U'中'), 0);
  EXPECT_EQ(all.slot_of(0x1F4A5), 0);
}

TEST(Misreadings, ReadC1ControlsAsTheirOwnBytes) {
  const Misreadings& all = Misreadings::embedded();
  for (const Misreading& table : all.tables())
    EXPECT_EQ(table.bytes[all.slot_of(0x9D)].first, 0x9D) << table.name;
}

TEST(Misreadings, HybridsShowC1AsWindows1252) {
  const Misreadings& all = Misreadings::embedded();
  const Misreading& hybrid = misreading("iso-8859-7 with windows-1252 in C1");
  EXPECT_EQ(hybrid.bytes[all.slot_of(U'β')].first, 0xE2);
  EXPECT_EQ(hybrid.bytes[all.slot_of(U'€')].first, 0x80);
  EXPECT_EQ(hybrid.bytes[all.slot_of(U'€')].second, 0xA4);
}

TEST(Misreadings, TellWhatMayBeginOrContinueASequence) {
  const Misreadings& all = Misreadings::embedded();
  const std::size_t windows = 0;
  ASSERT_EQ(all.tables()[windows].name, "windows-1250");
  EXPECT_TRUE(all.begins(all.slot_of(U'Ă')) >> windows & 1);
  EXPECT_FALSE(all.continues(all.slot_of(U'Ă')) >> windows & 1);
  EXPECT_TRUE(all.continues(all.slot_of(U'€')) >> windows & 1);
}

}  // namespace
}  // namespace dateline
