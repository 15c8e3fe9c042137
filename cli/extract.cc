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

// Text and nothing else; an empty line after each article.
bool write_article_text(const Article& article, std::ostream& out) {
  return bool(out << article.text.view() << "\n\n");
}

struct ArticleFormat {
  std::string_view name;
  bool (*write)(const Article& article, std::ostream& out);
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
  std::string told(std::string line, const std::string& source,
                   const std::optional<WordSketch>& sketch) {
    ++lines_;
    if (!sketch) return line;
    const std::uint32_t number = copies_.add(*sketch);
    places_.push_back({source, lines_});
    const auto& [original, at] = places_[copies_.first(number)];
    return at == lines_ ? line : with_original(std::move(line), original, at);
  }

 private:
  Copies copies_;
  std::vector<std::pair<std::string, std::uint32_t>> places_;  // source and line, by number
  std::uint32_t lines_ = 0;
};

}  // namespace

ExitCode run_extract(const Options& options, Console& console) {
  const Result<const ArticleFormat*> format = format_named(options.to);
  if (!format) return refuse(console, options, format.error().message);
  const Result<ReadingSettings> settings = reading_settings(options, console);
  if (!settings) return refuse(console, options, settings.error().message);
  return write_while_reading(options, console, [&](std::ostream& out) {
    Originals originals;
    const auto make = [&](const Document& document, std::vector<Diagnostic>&) -> Delivery {
      const Article& article = document.article;
      std::ostringstream text;
      (*format)->write(article, text);
      if (!(*format)->tells_copies)
        return [&out, text = std::move(text).str()] { return bool(out << text); };
      return [&out, &originals, text = std::move(text).str(), source = article.source,
              sketch = word_sketch(article.text.view())] {
        return bool(out << originals.told(text, source, sketch));
      };
    };
    return read_articles(*settings, console, make);
  });
}

}  // namespace dateline
