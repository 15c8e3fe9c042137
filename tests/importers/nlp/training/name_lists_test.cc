#include "importers/nlp/training/name_lists.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "importers/nlp/ner.h"

namespace dateline {
namespace {

std::vector<std::uint16_t> known(const std::vector<std::string>& words, const NameLists& lists) {
  std::vector<WordForm> forms;
  for (const std::string& word : words) forms.push_back(word_form(word));
  return known_names(forms, known_names_bytes(lists));
}

NameLists read(std::string_view name, std::string_view bytes) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("dateline-names-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << bytes;
  NameLists lists;
  EXPECT_TRUE(read_name_lists((folder / name).string(), lists));
  std::filesystem::remove_all(folder);
  return lists;
}

using Names = std::vector<std::string>;

TEST(NameLists, GoOnOverLinesBetweenCommas) {
  const NameLists lists = read_sections("# said\n[team]\nRed Foxes, Blue\nFoxes,\nOwls\n", true);
  EXPECT_EQ(lists.at("team"), (Names{"Red Foxes", "Blue Foxes", "Owls"}));
}

TEST(NameLists, AreToldApartByTheNamesOfTheirFiles) {
  EXPECT_TRUE(has_name_lists("/usr/share/zoneinfo/zone1970.tab"));
  EXPECT_FALSE(has_name_lists("/corpora/news.tsv"));
}

TEST(NameLists, TakeTheCityOfATimeZone) {
  EXPECT_EQ(read("zone1970.tab", "# zones\nXX\t+00+00\tSomewhere/Port_Elda\n").at("time-zone"),
            (Names{"Port Elda"}));
}

TEST(NameLists, TakeInstancesFromWordNet) {
  const NameLists lists = read("data.noun",
                               "  1 licence\n"
                               "00000001 18 n 02 Ada_Bell 0 Bell 0 001 @i 00000002 n 0000 | who\n"
                               "00000002 18 n 01 singer 0 001 @ 00000003 n 0000 | one who sings\n");
  EXPECT_EQ(lists.at("known-person"), (Names{"Ada Bell", "Bell"}));
}

TEST(NameLists, TakeStatesFromIsoCodes) {
  EXPECT_EQ(read("iso_3166-1.json", "{\"name\": \"Elda, Republic of\", \"x\": 1}").at("iso-state"),
            (Names{"Elda"}));
}

TEST(NameLists, TakeTheNamesOfACatalogue) {
  std::string bytes;
  for (const std::uint32_t value : {0x950412deu, 0u, 1u, 28u, 0u, 0u, 0u, 4u, 36u})
    append_value(bytes, value);
  EXPECT_EQ(read("geonames.mo", bytes + "Elda").at("geonames"), (Names{"Elda"}));
}

TEST(NameLists, SurviveADamagedCatalogue) {
  std::string bytes;
  for (const std::uint32_t value : {0x950412deu, 0u, 0xFFFFFFFFu, 28u, 0u, 0u, 0u, 9u, 0xFFFFFF00u})
    append_value(bytes, value);
  EXPECT_TRUE(read("geonames.mo", bytes).empty());
}

TEST(NameLists, TellWholeNamesAndTheirParts) {
  const NameLists lists = {{"company", {"Orso Bank"}}, {"surname", {"Bell"}}};
  EXPECT_EQ(
      known({"Orso", "Bank"}, lists),
      (std::vector<std::uint16_t>{kKnownGroup | kPartOfName, kPartOfName | (kKnownGroup << 8)}));
  EXPECT_EQ(known({"Bell"}, lists), (std::vector<std::uint16_t>{kSurname}));
  EXPECT_EQ(known({"bell"}, lists), (std::vector<std::uint16_t>{0}));
}

TEST(NameLists, FindNamesWithGenitives) {
  EXPECT_EQ(known({"Orso", "'s"}, {{"company", {"Orso's"}}})[0] & kKnownGroup, kKnownGroup);
}

TEST(NameLists, RefuseAFileThatIsNotThere) {
  NameLists lists;
  EXPECT_FALSE(read_name_lists("/nowhere/data.noun", lists));
}

}  // namespace
}  // namespace dateline
