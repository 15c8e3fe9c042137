#include "importers/html/page_dates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "importers/html/blocks.h"
#include "importers/html/headline.h"
#include "importers/html/metadata_names.h"
#include "importers/html/page_marks.h"
#include "importers/text/ascii.h"
#include "importers/text/comparable.h"
#include "importers/text/publication_date.h"
#include "importers/text/story_words.h"

namespace dateline {
namespace {

// How often each source was the day of publication where it was there: rounded from WCXB's
// articles.
constexpr double kLinkedPublished = 0.95;
constexpr double kMetaPublished = 0.9;
constexpr double kMarkedTime = 0.85;  // <time itemprop="datePublished">, <time pubdate>
constexpr double kUrl = 0.8;
constexpr double kLinkedPage = 0.75;  // datePublished of a WebPage
constexpr double kNearHeadline = 0.7;
constexpr double kBeforeHeadline = 0.66;
constexpr double kTime = 0.6;         // the first <time datetime>
constexpr double kMarkedLine = 0.65;  // one in an element that is called a date
constexpr double kModified = 0.3;     // says only that it was published before
constexpr double kUpdatedLine = 0.5;

// Lines that give a date are short, and stand close to the headline.
constexpr std::uint32_t kMostLineWords = 20;
constexpr int kBlocksBehindHeadline = 12;
constexpr int kBlocksBeforeHeadline = 4;
// How far local time may be from that of Greenwich.
constexpr int kMostHoursWest = 12;
constexpr int kMostHoursEast = 14;
// Elements around a line that may be called a date.
constexpr int kDatedLevels = 3;

class DateFinder {
 public:
  explicit DateFinder(const PageFacts& facts) : facts_(facts) {}

  std::vector<PageDate> run(const std::string& url, const std::string& headline) && {
    add_linked();
    add_metas();
    add_times();
    if (const auto date = date_in_url(url)) add(date, "address", kUrl);
    std::ranges::stable_sort(dates_, std::greater(), &PageDate::score);
    if (dates_.empty() || dates_.front().score < kMetaPublished || is_utc(dates_.front().date))
      add_lines(headline);
    std::ranges::stable_sort(dates_, std::greater(), &PageDate::score);
    prefer_local_day();
    return std::move(dates_);
  }

 private:
  /// Of one day, the surest source counts; of two alike, the one that tells the time.
  void add(const std::optional<PartialDate>& date, std::string why, double score) {
    if (!date) return;
    const auto known = std::ranges::find_if(
        dates_, [&](const PageDate& other) { return other.date.known_day() == date->known_day(); });
    if (known == dates_.end()) {
      dates_.push_back({*date, std::move(why), score});
      return;
    }
    if (known->date.grain == Grain::day && date->grain != Grain::day && score >= kTime)
      known->date = *date;
    if (score <= known->score) return;
    known->score = score;
    known->why = std::move(why);
  }

  void add_text(const std::string& text, std::string why, double score) {
    if (!text.empty()) add(read_publication_date(text), std::move(why), score);
  }

  void add_linked() {
    for (const LinkedArticle& article : facts_.linked) {
      add_text(article.published, "JSON-LD datePublished",
               article.is_story() ? kLinkedPublished : kLinkedPage);
      add_text(article.modified, "JSON-LD dateModified", kModified);
    }
  }

  void add_metas() {
    for (const PageFacts::Meta& meta : facts_.metas) {
      if (metadata_names().rank("published", meta.name) >= 0)
        add_text(meta.content, "meta " + meta.name, kMetaPublished);
      if (metadata_names().rank("modified", meta.name) >= 0)
        add_text(meta.content, "meta " + meta.name, kModified);
    }
  }

  void add_times() {
    const HtmlTree& tree = facts_.tree;
    double plain = kTime;
    for (NodeIndex node = 1; node < tree.nodes.size(); ++node) {
      if (tree[node].tag == Tag::text || tree[node].attribute_count == 0) continue;
      const auto property = tree.attribute(node, "itemprop");
      const bool published =
          property && metadata_names().rank("published", ascii_lower(*property)) >= 0;
      if (published && tree[node].tag != Tag::meta)
        add_text(stated(node), "microdata " + std::string(*property), kMarkedTime);
      else if (tree[node].tag == Tag::time && tree.attribute(node, "pubdate"))
        add_text(stated(node), "time pubdate", kMarkedTime);
      else if (tree[node].tag == Tag::time && !property)
        add_text(stated(node), "time", std::exchange(plain, kTime / 2));
    }
  }

  std::string stated(NodeIndex node) const {
    for (const std::string_view name : {"datetime", "content", "title"})
      if (std::string value = facts_.tree.value(node, name); !value.empty()) return value;
    return text_of(facts_.tree, node);
  }

  /// Lines near the headline, and those that the page itself marks as dates.
  void add_lines(const std::string& headline) {
    const auto found = find_blocks(facts_.tree, std::vector<bool>(facts_.tree.nodes.size(), false));
    const auto headlines = headline_blocks(facts_.tree, found, headline);
    const bool nameless = headline.empty() && headlines.empty();
    bool marked = false;
    for (std::size_t i = 0; i < found.blocks.size(); ++i) {
      const HtmlBlock& block = found.blocks[i];
      if (block.words > kMostLineWords || std::ranges::count(headlines, i) > 0) continue;
      const std::string line = line_of(facts_.tree, found, block);
      const auto date = find_date(line);
      if (!date) continue;
      double sure = nameless && i <= kBlocksBehindHeadline ? kNearHeadline : 0;
      for (const std::size_t at : headlines) sure = std::max(sure, closeness(i, at));
      if (sure == 0 && (marked || !is_marked(found.texts[block.first_text]))) continue;
      marked = true;
      if (sure == 0) sure = kMarkedLine;
      add(date, "line '" + line + "'", is_update(line) ? kUpdatedLine : sure);
    }
  }

  /// How sure a date in a block is for where it stands; 0 if it is far from the headline.
  static double closeness(std::size_t block, std::size_t headline) {
    if (block > headline) return block - headline <= kBlocksBehindHeadline ? kNearHeadline : 0;
    return headline - block <= kBlocksBeforeHeadline ? kBeforeHeadline : 0;
  }

  static bool is_utc(const PartialDate& date) {
    return date.grain > Grain::part_of_day && date.utc_offset == 0;
  }

  /// Machines tell the time in Greenwich. What readers see and the address tell the day where the
  /// paper is, and that is what "today" means in its text.
  void prefer_local_day() {
    if (dates_.empty() || !is_utc(dates_.front().date)) return;
    const PartialDate& utc = dates_.front().date;
    for (std::size_t i = 1; i < dates_.size(); ++i) {
      const auto day = dates_[i].date.known_day();
      if (dates_[i].score < kBeforeHeadline || !day || is_utc(dates_[i].date)) continue;
      const auto later = days_since_epoch(*day) - days_since_epoch(*utc.known_day());
      const bool west = later == -1 && utc.hour < kMostHoursWest;
      const bool east = later == 1 && utc.hour >= 24 - kMostHoursEast;
      if (!west && !east) continue;
      dates_[i].score = dates_.front().score;
      std::swap(dates_[0], dates_[i]);
      return;
    }
  }

  /// Called a date, or an author, whom the date stands beside.
  bool is_marked(NodeIndex node) const {
    for (int level = 0; level < kDatedLevels && node != 0; ++level, node = facts_.tree[node].parent)
      for (const std::string_view attribute : {"class", "id"})
        for (const std::string& word :
             words_in_names(facts_.tree.attribute(node, attribute).value_or("")))
          if (metadata_names().rank("date-class", word) >= 0 ||
              metadata_names().rank("author-class", word) >= 0)
            return true;
    return false;
  }

  static bool is_update(std::string_view line) {
    const std::string lower = ascii_lower(line);
    return std::ranges::any_of(story_words().find("updated")->second, [&](const std::string& word) {
      return lower.find(word) != lower.npos;
    });
  }

  const PageFacts& facts_;
  std::vector<PageDate> dates_;
};

}  // namespace

std::vector<PageDate> find_page_dates(const PageFacts& facts, const std::string& url,
                                      const std::string& headline) {
  return DateFinder(facts).run(url, headline);
}

}  // namespace dateline
