#include <optional>
#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/reading.h"
#include "cli/writing.h"
#include "core/copies.h"
#include "exporters/article_json.h"

namespace dateline {

namespace {

// Bytes of a text that is written straight to where it goes, by one thread. What is shorter is
// made ready by any thread, which takes as much memory again and several times as much for a text
// of many short lines.
constexpr std::size_t kLargeText = 4u << 20;

// Text and nothing else; an empty line after each article.
bool write_article_text(const Article& article, std::ostream& out, const OriginalArticle*) {
  return bool(out << article.text.view() << "\n\n");
}

struct ArticleFormat {
  std::string_view name;
  bool (*write)(const Article& article, std::ostream& out, const OriginalArticle* original);
  bool tells_copies;
};
constexpr ArticleFormat kFormats[] = {{"jsonl", write_article_jsonl, true},
                                      {"text", write_article_text, false}};

Result<const ArticleFormat*> format_named(std::string_view name) {
  if (name.empty()) return &kFormats[0];
  for (const ArticleFormat& format : kFormats)
    if (format.name == name) return &format;
  const std::string_view known[] = {kFormats[0].name, kFormats[1].name};
  return unknown_name("format to extract", name, known);
}

/// Finds among all articles so far the one that the next is a copy of. Takes them in their order.
class Originals {
 public:
  /// What it answers is good until the next is asked for.
  std::optional<OriginalArticle> of_next(const std::string& source,
                                         const std::optional<WordSketch>& sketch) {
    ++lines_;
    if (!sketch) return std::nullopt;
    const std::uint32_t number = copies_.add(*sketch);
    places_.push_back({source, lines_});
    const auto& [original, at] = places_[copies_.first(number)];
    return at == lines_ ? std::nullopt : std::optional(OriginalArticle{original, at});
  }

 private:
  Copies copies_;
  std::vector<std::pair<std::string, std::uint32_t>> places_;  // source and line, by number
  std::uint32_t lines_ = 0;
};

Delivery deliver_large(Article article, const ArticleFormat& format, std::ostream& out,
                       Originals& originals) {
  auto sketch = format.tells_copies ? word_sketch(article.text.view()) : std::nullopt;
  return [&, article = std::move(article), sketch = std::move(sketch)] {
    const auto original = originals.of_next(article.source, sketch);
    return format.write(article, out, original ? &*original : nullptr);
  };
}

Delivery deliver_small(const Article& article, const ArticleFormat& format, std::ostream& out,
                       Originals& originals) {
  std::ostringstream text;
  format.write(article, text, nullptr);
  if (!format.tells_copies)
    return [&out, text = std::move(text).str()] { return bool(out << text); };
  return [&out, &originals, text = std::move(text).str(), source = article.source,
          sketch = word_sketch(article.text.view())] {
    const auto original = originals.of_next(source, sketch);
    return bool(out << (original ? with_original(text, *original) : text));
  };
}

}  // namespace

ExitCode run_extract(const Options& options, Console& console) {
  const Result<const ArticleFormat*> format = format_named(options.to);
  if (!format) return refuse(console, options, format.error().message);
  const Result<ReadingSettings> settings = reading_settings(options, console);
  if (!settings) return refuse(console, options, settings.error().message);
  return write_while_reading(options, console, [&](std::ostream& out) {
    Originals originals;
    const auto make = [&](Document document, std::vector<Diagnostic>&) -> Delivery {
      const bool large = document.article.text.view().size() > kLargeText;
      return large ? deliver_large(std::move(document.article), **format, out, originals)
                   : deliver_small(document.article, **format, out, originals);
    };
    return read_articles(*settings, console, make);
  });
}

}  // namespace dateline
