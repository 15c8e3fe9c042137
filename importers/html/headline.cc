#include "importers/html/headline.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "importers/data_lines.h"
#include "importers/text/ascii.h"
#include "importers/text/comparable.h"
#include "importers/text/decoration.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestHeadline = 300;  // bytes; longer headings are paragraphs
// A heading shares at least this much of its words with the page's name for itself.
constexpr double kAgreement = 0.6;
// ...and that name at least this much of its own with the heading, or it is only the site's.
constexpr double kCovered = 0.3;
// For lesser headings, which the page has for much else.
constexpr double kSureAgreement = 0.9;
constexpr double kSureCovered = 0.5;
// A part behind a dash is the site's name if it has no more words than this.
constexpr std::size_t kMostSiteWords = 3;
constexpr std::size_t kFewestHeadlineWords = 3;

std::set<std::string> word_set(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    const bool part =
        is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0xC3;
    letters.push_back(part ? ascii_lower(c) : ' ');
  }
  std::set<std::string> words;
  for (const std::string_view word : words_of(letters)) words.emplace(word);
  return words;
}

double agreement(const std::set<std::string>& words, const std::set<std::string>& with) {
  if (words.empty()) return 0;
  const auto shared =
      std::ranges::count_if(words, [&](const std::string& word) { return with.contains(word); });
  return static_cast<double>(shared) / static_cast<double>(words.size());
}

struct Part {
  std::string_view text;
  bool after_dash = false;  ///< not after a bar, which nobody writes in a headline
};

std::vector<Part> parts_of(std::string_view title) {
  constexpr std::string_view kBars[] = {" | ", " • ", " · ", " » ", " :: ", " › ", " « "};
  constexpr std::string_view kDashes[] = {" - ", " – ", " — "};
  std::vector<Part> parts;
  bool after_dash = false;
  for (;;) {
    std::size_t first = title.npos, size = 0;
    bool dash = false;
    const auto look = [&](std::string_view sign, bool is_dash) {
      if (const std::size_t at = title.find(sign); at < first)
        first = at, size = sign.size(), dash = is_dash;
    };
    for (const std::string_view sign : kBars) look(sign, false);
    for (const std::string_view sign : kDashes) look(sign, true);
    parts.push_back({trimmed(title.substr(0, first)), after_dash});
    if (first == title.npos) return parts;
    title.remove_prefix(first + size);
    after_dash = dash;
  }
}

/// The title up to where the site's name begins.
std::string_view without_site(std::string_view title, std::string_view site) {
  const auto parts = parts_of(title);
  const std::string site_letters = comparable(site);
  std::size_t kept = parts.size();
  while (kept > 1) {
    const Part& last = parts[kept - 1];
    const bool named = !site_letters.empty() && comparable(last.text) == site_letters;
    const auto before = static_cast<std::size_t>(last.text.data() - title.data());
    const bool short_enough = words_of(last.text).size() <= kMostSiteWords &&
                              words_of(title.substr(0, before)).size() > kFewestHeadlineWords;
    if (!named && last.after_dash && !short_enough) break;
    --kept;
  }
  const std::string_view last = parts[kept - 1].text;
  return title.substr(0, static_cast<std::size_t>(last.data() + last.size() - title.data()));
}

/// "/" or "https://a.example/".
bool leads_home(std::string_view address) {
  const std::size_t scheme = address.find("//");
  if (scheme != address.npos) {
    address.remove_prefix(scheme + 2);
    address.remove_prefix(std::min(address.find('/'), address.size()));
    return address.size() <= 1;
  }
  return address == "/";
}

/// A heading that is nothing but a link to the first page is the name of the site.
bool names_site(const HtmlTree& tree, NodeIndex heading, std::string_view text) {
  for (NodeIndex node = heading + 1; node < tree[heading].end; ++node)
    if (tree[node].tag == Tag::a && leads_home(tree.value(node, "href")) &&
        text_of(tree, node) == text)
      return true;
  return false;
}

struct Level {
  std::vector<Tag> tags;
  double agreement, covered;  // at least
};

std::string best_heading(const PageFacts& facts, const std::set<std::string>& expected,
                         const Level& level) {
  std::string best;
  double best_agreement = 0;
  for (NodeIndex node = 1; node < facts.tree.nodes.size(); ++node) {
    if (std::ranges::count(level.tags, facts.tree[node].tag) == 0) continue;
    std::string text = text_of(facts.tree, node);
    if (text.empty() || text.size() > kLongestHeadline) continue;
    const auto words = word_set(text);
    // Of two that agree as well, the one that says more: a site's name agrees too.
    const double covered = agreement(expected, words);
    const double agreed = agreement(words, expected);
    if (covered < level.covered || agreed < level.agreement || agreed + covered <= best_agreement ||
        names_site(facts.tree, node, text))
      continue;
    best_agreement = agreed + covered;
    best = std::move(text);
  }
  return best;
}

/// With spaces where the page forbids to break the line.
std::string with_plain_spaces(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool no_break = text.substr(at).starts_with(kNoBreak);
    const char c = no_break ? ' ' : text[at];
    if (c != ' ' || !plain.ends_with(' ')) plain.push_back(c);
    at += no_break ? kNoBreak.size() : 1;
  }
  return plain;
}

}  // namespace

std::string find_headline(const PageFacts& facts) {
  const std::string meta = facts.meta("title");
  const std::string linked = facts.linked_text(&LinkedArticle::headline, true);
  const std::string& called = !meta.empty() ? meta : facts.title_element;
  auto expected = word_set(called);
  expected.merge(word_set(facts.title_element));
  if (expected.empty()) expected = word_set(linked);
  std::string headline = best_heading(facts, expected, {{Tag::h1}, kAgreement, kCovered});
  if (headline.empty())
    headline = best_heading(facts, expected, {{Tag::h2, Tag::h3}, kSureAgreement, kSureCovered});
  if (headline.empty() && !called.empty()) headline = without_site(called, facts.meta("publisher"));
  if (headline.empty()) headline = linked;
  return with_plain_spaces(without_decoration(headline));
}

std::vector<std::size_t> headline_blocks(const HtmlTree& tree, const HtmlBlocks& found,
                                         std::string_view headline) {
  enum Fit { kNone, kLine, kLesserHeading, kHeading };
  const std::string wanted = comparable(headline);
  std::optional<std::size_t> says, first;
  Fit best = kNone;
  for (std::size_t i = 0; i < found.blocks.size(); ++i) {
    const NodeIndex node = found.blocks[i].container;
    const std::string line = line_of(tree, found, found.blocks[i]);
    const bool heading = tree[node].tag == Tag::h1 && !names_site(tree, node, line);
    const bool lesser = tree[node].tag == Tag::h2 || tree[node].tag == Tag::h3;
    if (heading && !first) first = i;
    if (wanted.empty() || comparable(line) != wanted) continue;
    const Fit fit = heading ? kHeading : lesser ? kLesserHeading : kLine;
    if (fit > best) says = i, best = fit;
  }
  std::vector<std::size_t> blocks;
  if (says) blocks.push_back(*says);
  if (first && best < kHeading) blocks.push_back(*first);
  return blocks;
}

std::string line_of(const HtmlTree& tree, const HtmlBlocks& found, const HtmlBlock& block) {
  std::string line;
  std::size_t bytes = 0;
  for (std::uint32_t i = block.first_text; i < block.last_text; ++i)
    bytes += tree[found.texts[i]].at.size();
  if (bytes > kLargestLine) return line;
  for (std::uint32_t i = block.first_text; i < block.last_text; ++i) {
    if (!line.empty()) line.push_back(' ');
    line += text_of(tree, found.texts[i]);
  }
  return line;
}

}  // namespace dateline
