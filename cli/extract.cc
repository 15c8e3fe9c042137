#include <ostream>
#include <sstream>

#include "cli/reading.h"
#include "cli/writing.h"
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
};
constexpr ArticleFormat kFormats[] = {{"jsonl", write_article_jsonl}, {"text", write_article_text}};

Result<const ArticleFormat*> format_named(std::string_view name) {
  if (name.empty()) return &kFormats[0];
  for (const ArticleFormat& format : kFormats)
    if (format.name == name) return &format;
  const std::string_view known[] = {kFormats[0].name, kFormats[1].name};
  return unknown_name("format to extract", name, known);
}

}  // namespace

ExitCode run_extract(const Options& options, Console& console) {
  const Result<const ArticleFormat*> format = format_named(options.to);
  if (!format) return refuse(console, options, format.error().message);
  const Result<ReadingSettings> settings = reading_settings(options, console);
  if (!settings) return refuse(console, options, settings.error().message);
  return write_while_reading(options, console, [&](std::ostream& out) {
    const auto make = [&](const Document& document, std::vector<Diagnostic>&) -> Delivery {
      std::ostringstream text;
      (*format)->write(document.article, text);
      return [&out, text = std::move(text).str()] { return bool(out << text); };
    };
    return read_articles(*settings, console, make);
  });
}

}  // namespace dateline
