#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/text.h"

namespace dateline {
namespace {

/// What Text should be, kept byte by byte.
struct Naive {
  std::string text;
  std::vector<SourceSpan> from;

  SourceSpan to_source(Span span) const {
    SourceSpan covered = from[span.begin];
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      covered.begin = std::min(covered.begin, from[i].begin);
      covered.end = std::max(covered.end, from[i].end);
    }
    return covered;
  }
};

class Edits {
 public:
  explicit Edits(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  Naive source() {
    Naive naive;
    for (std::uint32_t i = 0, size = 1 + below(30); i < size; ++i) {
      naive.text += static_cast<char>('a' + below(26));
      naive.from.push_back({i, i + 1});
    }
    return naive;
  }

  /// One stage: parts copied and replaced, in order or not, some dropped, some taken twice.
  Text rewrite(const Text& text, Naive& naive) {
    TextBuilder builder(text);
    Naive next;
    const bool in_order = below(2) == 0;
    const auto size = static_cast<std::uint32_t>(naive.text.size());
    std::uint32_t at = 0;
    for (std::uint32_t parts = below(10); parts > 0 && size > 0; --parts) {
      const std::uint32_t begin = in_order ? at : below(size + 1);
      const Span part{begin, begin + below(std::min(size - begin, 9u) + 1)};
      at = part.end;
      if (below(3) == 0 && !part.empty())
        replace(builder, part, naive, next);
      else
        copy(builder, part, naive, next);
    }
    naive = next;
    return std::move(builder).build();
  }

 private:
  static void copy(TextBuilder& builder, Span part, const Naive& naive, Naive& next) {
    builder.copy(part);
    next.text += part.of(naive.text);
    next.from.insert(next.from.end(), naive.from.begin() + part.begin,
                     naive.from.begin() + part.end);
  }

  /// Often unit by unit, as decoding does, so that runs of equal units arise.
  void replace(TextBuilder& builder, Span part, const Naive& naive, Naive& next) {
    const std::uint32_t unit = below(2) == 0 ? part.size() : 1 + below(2);
    const std::string with(1 + below(4), static_cast<char>('A' + below(26)));
    for (std::uint32_t at = part.begin; at < part.end; at += unit) {
      const Span one{at, std::min(at + unit, part.end)};
      builder.replace(one, with);
      next.text += with;
      next.from.insert(next.from.end(), with.size(), naive.to_source(one));
    }
  }

  std::mt19937 random_;
};

void expect_same(const Text& text, const Naive& naive) {
  ASSERT_EQ(text.view(), naive.text);
  const auto size = static_cast<std::uint32_t>(naive.text.size());
  for (std::uint32_t begin = 0; begin < size; ++begin)
    for (std::uint32_t end = begin + 1; end <= size; ++end)
      ASSERT_EQ(text.to_source({begin, end}), naive.to_source({begin, end}))
          << "[" << begin << "," << end << ") of " << naive.text;
}

TEST(TextProperty, ProvenanceSurvivesAnyEdits) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    Edits edits(seed);
    Naive naive = edits.source();
    Text text = Text::from_source(naive.text);
    for (int stage = 0; stage < 4; ++stage) {
      text = edits.rewrite(text, naive);
      ASSERT_NO_FATAL_FAILURE(expect_same(text, naive)) << "seed " << seed << " stage " << stage;
    }
  }
}

TEST(TextProperty, EmptySpansLeadToAPlaceBesideThem) {
  const Text source = Text::from_source("abcdef");
  TextBuilder builder(source);
  builder.copy({0, 2});
  builder.copy({4, 6});
  const Text text = std::move(builder).build();
  EXPECT_EQ(text.to_source({1, 1}), (SourceSpan{1, 1}));
  EXPECT_EQ(text.to_source({4, 4}), (SourceSpan{6, 6}));
  EXPECT_EQ(Text().to_source({0, 0}), (SourceSpan{0, 0}));
}

/// Every other byte replaced, over four stages: hundreds of thousands of edits in a blink.
TEST(TextProperty, ManyEditsStayCheap) {
  constexpr std::uint32_t kSize = 1u << 20;
  Text text = Text::from_source(std::string(kSize, 'a'));
  for (int stage = 0; stage < 4; ++stage) {
    TextBuilder builder(text);
    for (std::uint32_t at = 0; at + 4 <= text.view().size(); at += 4) {
      builder.copy({at, at + 2});
      builder.replace({at + 2, at + 4}, "xyz");
    }
    text = std::move(builder).build();
  }
  const auto size = static_cast<std::uint32_t>(text.view().size());
  for (std::uint32_t at = 0; at + 100 < size; at += 100)
    ASSERT_LT(text.to_source({at, at + 1}).begin, text.to_source({at + 99, at + 100}).end);
  EXPECT_EQ(text.to_source({0, size}).begin, 0u);
}

}  // namespace
}  // namespace dateline
