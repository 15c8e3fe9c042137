#include <ostream>

#include "cli/knowledge.h"
#include "core/date.h"

namespace dateline {

namespace {

// "2022-02-12T00:00:00Z to 2022-02-13T00:00:00Z", an open end as "..".
std::string stretch(const Interval& interval) {
  return (interval.earliest ? to_string(*interval.earliest) : "..") + " to " +
         (interval.latest ? to_string(*interval.latest) : "..");
}

// What the value hangs on: "published 2022-02-12, -P1D from it".
std::string anchor_of(const Document& document, const Timex& timex) {
  std::string text(name_of(timex.anchor));
  switch (timex.anchor) {
    case Timex::Anchor::none:
      return "";
    case Timex::Anchor::document:
    case Timex::Anchor::user:
      text = document.published ? "published " + to_timex_value(*document.published)
                                : "published, which is not known";
      break;
    case Timex::Anchor::timex: {
      if (!timex.anchor_timex) break;
      const Timex& other = document.timexes[timex.anchor_timex.index];
      text = "'" + std::string(other.span.of(document.text())) + "' = " + other.value;
      break;
    }
    case Timex::Anchor::event:
      if (!timex.anchor_event) break;
      text = "event '" +
             std::string(document.text_of(document.events[timex.anchor_event.index].head)) + "'";
      break;
  }
  return timex.offset.empty() ? text : text + ", " + timex.offset + " from it";
}

void write_line(std::ostream& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out << "  " << name << std::string(10 - name.size(), ' ') << value << "\n";
}

void write_timex(const Document& document, const Timex& timex, std::ostream& out) {
  out << "'" << timex.span.of(document.text()) << "'\n";
  write_line(out, "type", std::string(name_of(timex.type)));
  write_line(out, "value", timex.value);
  write_line(out, "mod", timex.mod);
  write_line(out, "rule", timex.rule);
  write_line(out, "signal", timex.signal);
  write_line(out, "from", anchor_of(document, timex));
  if (timex.interval) write_line(out, "covers", stretch(*timex.interval));
}

Document read_words(const std::string& text, const Knowledge& knowledge,
                    const ReadOptions& options) {
  Article article;
  article.text = Text::from_source(text);
  return read_document(std::move(article), knowledge.language, options);
}

}  // namespace

ExitCode run_explain(const Options& options, Console& console) {
  if (options.operands.size() != 1)
    return refuse(console, options, "expected one text, in quotes: dateline explain 'TEXT'");
  const auto published = published_of(options);
  if (!published) return refuse(console, options, published.error().message);
  const auto knowledge = load_knowledge(options, 1);
  if (!knowledge) return refuse(console, options, knowledge.error().message);
  const Document document = read_words(options.operands.front(), **knowledge, {*published});
  if (document.timexes.empty()) console.out << "No time expression was found.\n";
  for (const Timex& timex : document.timexes) write_timex(document, timex, console.out);
  return ExitCode::ok;
}

}  // namespace dateline
