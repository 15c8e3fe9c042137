#include <algorithm>
#include <array>
#include <charconv>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "cli/knowledge.h"
#include "core/date.h"
#include "core/edtf.h"

namespace dateline {

namespace {

constexpr std::size_t kMaxDigits = 400;  // of a double without an exponent

// "2022-02-12T00:00:00Z to 2022-02-13T00:00:00Z", an open end as "..".
std::string stretch(const Interval& interval) {
  return (interval.earliest ? to_string(*interval.earliest) : "..") + " to " +
         (interval.latest ? to_string(*interval.latest) : "..");
}

bool from_publication(const Timex& timex) {
  return timex.anchor == Timex::Anchor::document || timex.anchor == Timex::Anchor::user;
}

// What the value hangs on, publication being called `publication`: "published 2022-02-12, -P1D from
// it".
std::string anchor_of(const Document& document, const Timex& timex, std::string publication) {
  if (timex.anchor == Timex::Anchor::none) return "";
  std::string text(name_of(timex.anchor));
  if (from_publication(timex)) {
    text = std::move(publication) + (document.published ? " " + to_timex_value(*document.published)
                                                        : ", which is not known");
  } else if (timex.anchor == Timex::Anchor::timex && timex.anchor_timex) {
    const Timex& other = document.timexes[timex.anchor_timex.index];
    text = "'" + std::string(other.span.of(document.text())) + "' = " + other.value;
  } else if (timex.anchor == Timex::Anchor::event && timex.anchor_event) {
    text = "event '" +
           std::string(document.text_of(document.events[timex.anchor_event.index].head)) + "'";
  }
  return timex.offset.empty() ? text : text + ", " + timex.offset + " from it";
}

void write_line(std::ostream& out, std::string_view name, const std::string& value) {
  constexpr std::size_t kWidth = 13;  // "beneficiary" and two spaces
  if (!value.empty())
    out << "  " << name << std::string(kWidth - name.size(), ' ') << value << "\n";
}

// The same in a sentence.
std::string how(const Document& document, const Timex& timex) {
  const std::string anchor = anchor_of(document, timex, "the publication");
  std::string text = anchor.empty() ? "It is told in full" : "It is counted from " + anchor;
  if (!timex.signal.empty()) text += ", and '" + timex.signal + "' stands before it";
  text += "; rule '" + timex.rule + "' read it";
  if (timex.value.find('X') != std::string::npos) text += ", and left open what is not told";
  if (!timex.other_values.empty()) text += ", and it may also be " + timex.other_values.front();
  return text + ".";
}

void write_timex(const Document& document, const Timex& timex, std::ostream& out) {
  out << "'" << timex.span.of(document.text()) << "'\n";
  write_line(out, "type", std::string(name_of(timex.type)));
  write_line(out, "value", timex.value);
  for (const std::string& other : timex.other_values) write_line(out, "or", other);
  write_line(out, "mod", timex.mod);
  if (timex.date) {
    write_line(out, "means", display(*timex.date));
    write_line(out, "edtf", to_edtf(*timex.date));
    write_line(out, "grain", std::string(name_of(timex.date->grain)));
  }
  write_line(out, "rule", timex.rule);
  write_line(out, "signal", timex.signal);
  write_line(out, "from", anchor_of(document, timex, "published"));
  if (timex.interval) write_line(out, "covers", stretch(*timex.interval));
  write_line(out, "how", how(document, timex));
}

const std::string& name_of_entity(const Timeline& timeline, const std::string& id) {
  const auto found = std::ranges::find(timeline.entities, id, &Entity::id);
  return found == timeline.entities.end() ? id : found->name;
}

// "obligation, set by the court, binds Novik".
std::string words_of(const Timeline& timeline, const Deadline& deadline) {
  std::string text(name_of(deadline.force));
  for (const std::string& entity : deadline.set_by)
    text += ", set by " + name_of_entity(timeline, entity);
  for (const std::string& entity : deadline.bound)
    text += ", binds " + name_of_entity(timeline, entity);
  return text;
}

std::string factuality_of(const Event& event) {
  std::string text(event.factuality.negative ? "not " : "");
  text += name_of(event.factuality.value);
  return event.factuality.cue.empty() ? text : text + ", for '" + event.factuality.cue + "'";
}

// "on Friday 11 Feb 2022, by 'Friday'"; of a time without words of its own what it was taken from.
std::string time_of(const When& when) {
  if (!when.known() && when.edtf == kUnknownEdtf) return "not told";
  const std::string text = when.display.empty() ? when.edtf : when.display;
  return when.expression ? text + ", by '" + when.expression->text + "'" : text;
}

std::string digits_of(double value) {
  std::array<char, kMaxDigits> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed)
          .ptr;
  return {digits.data(), end};
}

// "dead, at-least 12, by 'at least 12 people'".
std::string words_of(const Quantity& quantity) {
  std::string text = quantity.of + ",";
  if (quantity.qualifier != Quantity::Qualifier::exact)
    text += " " + std::string(name_of(quantity.qualifier));
  if (quantity.value) text += " " + digits_of(*quantity.value);
  if (quantity.low) text += " " + digits_of(*quantity.low);
  if (quantity.high) text += " to " + digits_of(*quantity.high);
  if (!quantity.unit.empty()) text += " " + quantity.unit;
  return quantity.evidence.empty() ? text : text + ", by '" + quantity.evidence[0].quote + "'";
}

void write_event(const Timeline& timeline, const Event& event, std::ostream& out) {
  out << event.title << "\n";
  for (const Evidence& evidence : event.evidence)
    if (evidence.role == Evidence::Role::trigger)
      write_line(out, "trigger", "'" + evidence.quote + "'");
  write_line(out, "kind", std::string(name_of(event.kind)) + ", " + event.type);
  write_line(out, "holds", factuality_of(event));
  write_line(out, "when", time_of(event.when));
  if (event.deadline) write_line(out, "deadline", words_of(timeline, *event.deadline));
  for (const SourceClaim& claim : event.attribution)
    write_line(out, "source",
               name_of_entity(timeline, claim.source) +
                   (claim.verb.empty() ? "" : ", by '" + claim.verb + "'"));
  for (const Participant& one : event.participants)
    write_line(out, name_of(one.role), name_of_entity(timeline, one.entity));
  for (const EventPlace& place : event.places)
    write_line(out, name_of(place.role), name_of_entity(timeline, place.entity));
  for (const Quantity& quantity : event.quantities) write_line(out, "figure", words_of(quantity));
  for (const auto& [part, score] : event.confidence_parts) {
    std::ostringstream value;
    value << std::fixed << std::setprecision(2) << score;
    write_line(out, "sure of", part + ", " + value.str());
  }
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
  const Timeline timeline = summarize(document, (*knowledge)->language);
  if (!timeline.events.empty()) console.out << "\n";
  for (const Event& event : timeline.events) write_event(timeline, event, console.out);
  return ExitCode::ok;
}

}  // namespace dateline
