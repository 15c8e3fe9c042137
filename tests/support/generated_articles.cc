#include "tests/support/generated_articles.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace dateline::testing {

namespace {

constexpr std::uint32_t kArticlesPerStory = 5;

using Words = std::vector<std::string_view>;

const Words kFirstNames = {"Anna",  "Bruno", "Clara", "Dario", "Edith", "Farid", "Greta", "Hanno",
                           "Ilona", "Jorge", "Kamil", "Lena",  "Marek", "Nadia", "Oscar", "Petra"};
const Words kLastNames = {"Abelson", "Brandt",  "Castell", "Dunmore", "Erling",  "Fairley",
                          "Gronin",  "Hartnow", "Ivers",   "Jansky",  "Kessel",  "Lindqvist",
                          "Marlow",  "Novik",   "Osgood",  "Perrin",  "Quillan", "Rosten"};
const Words kPlaces = {"Brenford", "Castlemere", "Drova",  "Eastwick", "Fornham", "Galt Harbor",
                       "Hallin",   "Istvar",     "Kestow", "Lorne",    "Merrow",  "Norvik"};
const Words kOrganizations = {"the Harbor Workers Union",
                              "Norvik Steel",
                              "the Transport Ministry",
                              "the City Council",
                              "Drova Energy",
                              "the Relief Agency",
                              "Merrow Bank",
                              "the Lake Party"};
const Words kRoles = {"Mayor", "Governor", "Senator", "Minister", "President", "Judge"};
const Words kActions = {"signed the agreement",      "closed the northern bridge",
                        "rejected the offer",        "opened an inquiry",
                        "met the negotiators",       "cut the budget by 12 percent",
                        "ordered an evacuation",     "won the election",
                        "announced a strike",        "sold the refinery for $340 million",
                        "visited the flooded towns", "appealed the ruling"};
const Words kPlans = {"resume talks", "publish the report", "withdraw the troops", "raise fares",
                      "hold a vote",  "reopen the port",    "appoint a successor", "restore power"};
const Words kTimes = {"on Monday",    "on Tuesday morning", "last week", "yesterday",
                      "on March 14",  "two days earlier",   "in April",  "last year",
                      "at 9:30 a.m.", "over the weekend",   "on Friday", "in the third quarter"};
const Words kBounds = {"by Friday",
                       "before the end of the month",
                       "within 48 hours",
                       "by June 30",
                       "no later than noon on Sunday",
                       "by the end of next week",
                       "before the election",
                       "until March 31"};
const Words kMonths = {"January", "February", "March",     "April",   "May",      "June",
                       "July",    "August",   "September", "October", "November", "December"};

// Knuth's 64-bit linear congruential generator (MMIX): the same everywhere, unlike <random>'s
// distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) { roll(2), roll(2), roll(2); }

  std::uint32_t roll(std::size_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>((state_ >> 33) % sides);
  }
  std::string pick(const Words& words) { return std::string(words[roll(words.size())]); }

 private:
  std::uint64_t state_;
};

// What the articles of one story share.
struct Story {
  std::array<std::string, 4> names, roles;
  std::string place, organization, other_organization, month;
  std::uint32_t day = 1, year = 2000;
};

// Only one roll of the dice in each expression: the order of several is not the same everywhere.
Story story_of(std::uint32_t number) {
  Dice dice(number);
  Story story;
  for (std::string& name : story.names) {
    name = dice.pick(kFirstNames);
    name += " " + dice.pick(kLastNames);
  }
  for (std::string& role : story.roles) role = dice.pick(kRoles);
  story.place = dice.pick(kPlaces);
  story.organization = dice.pick(kOrganizations);
  story.other_organization = dice.pick(kOrganizations);
  story.month = dice.pick(kMonths);
  story.day = 1 + dice.roll(28);
  story.year = 2000 + dice.roll(25);
  return story;
}

std::string family_name(const std::string& name) { return name.substr(name.find(' ') + 1); }

// {N} name and role, {F} family name, {A} action, {P} plan, {T} time, {B} bound, {L} place,
// {O} and {Q} organizations.
const Words kSentences = {
    "{N} {A} in {L} {T}.",
    "\"We will {P} {B},\" {F} said {T}.",
    "{F} told {F} that {O} must {P} {B}.",
    "A spokesman for {Q} denied that it {A} {T}.",
    "{N}, who {A} {T}, could {P} {B}, officials said.",
    "If {O} does not {P}, {F} warned, {Q} would {P}.",
    "The decision came after {O} {A} {T}, according to {Q}.",
    "He added that the talks with {F} had lasted three hours.",
};

std::string filled(char slot, const Story& story, Dice& dice) {
  const std::uint32_t person = dice.roll(story.names.size());
  switch (slot) {
    case 'N':
      return story.roles[person] + " " + story.names[person];
    case 'F':
      return family_name(story.names[person]);
    case 'A':
      return dice.pick(kActions);
    case 'P':
      return dice.pick(kPlans);
    case 'T':
      return dice.pick(kTimes);
    case 'B':
      return dice.pick(kBounds);
    case 'L':
      return story.place;
    case 'O':
      return story.organization;
    default:
      return story.other_organization;
  }
}

std::string sentence(const Story& story, Dice& dice) {
  std::string text = dice.pick(kSentences);
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at))
    text.replace(at, 3, filled(text[at + 1], story, dice));
  return text;
}

std::size_t count_words(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace

std::string generated_article(std::uint32_t number, std::size_t words) {
  const Story story = story_of(number / kArticlesPerStory);
  Dice dice(number + 1000003);
  std::string text = family_name(story.names[0]) + " and " + story.organization + " at odds over " +
                     story.place + "\n\n" + story.place + ", " + story.month + " " +
                     std::to_string(story.day) + ", " + std::to_string(story.year) + " - ";
  std::size_t count = count_words(text);
  for (std::size_t in_paragraph = 0; count < words; ++in_paragraph) {
    const std::string next = sentence(story, dice);
    text += next + (in_paragraph % 3 == 2 ? "\n\n" : " ");
    count += count_words(next);
  }
  return text + "\n";
}

}  // namespace dateline::testing
