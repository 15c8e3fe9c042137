#include "exporters/timeml.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "core/document.h"
#include "core/utf8.h"

namespace dateline {
namespace {

/// Whether XML 1.0 can hold the character, in whatever form (section 2.2, "Char").
bool is_xml_character(const CodePoint& c) {
  if (c.value < 0x20) return c.value == '\t' || c.value == '\n' || c.value == '\r';
  return c.valid && c.value != 0xFFFE && c.value != 0xFFFF;
}

/// What XML cannot hold becomes U+FFFD.
std::string escaped(std::string_view text, bool in_attribute) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value == '&')
      result += "&amp;";
    else if (c.value == '<')
      result += "&lt;";
    else if (c.value == '>')
      result += "&gt;";
    else if (c.value == '"' && in_attribute)
      result += "&quot;";
    else
      append_utf8(result, is_xml_character(c) ? c.value : U'\uFFFD');
    at += c.size;
  }
  return result;
}

void append_attribute(std::string& tag, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  tag += ' ';
  tag += name;
  tag += "=\"" + escaped(value, true) + '"';
}

// t0 is the creation time.
std::string name_of(TimexId timex) { return "t" + std::to_string(timex.index + 1); }
std::string event_name(std::size_t event) { return "e" + std::to_string(event + 1); }
std::string instance_name(EventMentionId event) { return "ei" + std::to_string(event.index + 1); }

std::string opening_tag(const Timex& timex, std::size_t index) {
  std::string tag = "<TIMEX3";
  append_attribute(tag, "tid", name_of(TimexId{static_cast<std::uint32_t>(index)}));
  append_attribute(tag, "type", dateline::name_of(timex.type));
  append_attribute(tag, "value", timex.value);
  append_attribute(tag, "mod", timex.mod);
  append_attribute(tag, "quant", timex.quant);
  append_attribute(tag, "freq", timex.freq);
  const bool relative = timex.anchor != Timex::Anchor::none;
  append_attribute(tag, "temporalFunction", relative ? "true" : "false");
  append_attribute(tag, "functionInDocument", "NONE");
  if (timex.anchor == Timex::Anchor::document) append_attribute(tag, "anchorTimeID", "t0");
  if (timex.anchor == Timex::Anchor::timex && timex.anchor_timex)
    append_attribute(tag, "anchorTimeID", name_of(timex.anchor_timex));
  return tag + ">";
}

std::string opening_tag(const EventMention& event, std::size_t index) {
  std::string tag = "<EVENT";
  append_attribute(tag, "eid", event_name(index));
  append_attribute(tag, "class", dateline::name_of(event.event_class));
  return tag + ">";
}

/// A stretch of text and its tags.
struct Tagged {
  Span span;
  std::string open, close;
};

Span event_span(const Document& document, const EventMention& event) {
  return event.head ? document.at(event.head).span : document.span_of(event.trigger);
}

// Outer tags before those in them.
std::vector<Tagged> tagged(const Document& document) {
  std::vector<Tagged> tags;
  for (std::size_t i = 0; i < document.timexes.size(); ++i)
    tags.push_back({document.timexes[i].span, opening_tag(document.timexes[i], i), "</TIMEX3>"});
  for (std::size_t i = 0; i < document.events.size(); ++i)
    tags.push_back(
        {event_span(document, document.events[i]), opening_tag(document.events[i], i), "</EVENT>"});
  std::erase_if(tags, [](const Tagged& tag) { return tag.span.empty(); });
  std::stable_sort(tags.begin(), tags.end(), [](const Tagged& a, const Tagged& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return tags;
}

/// Writes the text and nests the tags in it.
class TaggedText {
 public:
  TaggedText(std::string_view text, std::ostream& out) : text_(text), out_(out) {}

  void open(const Tagged& tag) {
    close_until(tag.span.begin);
    if (!open_.empty() && tag.span.end > open_.back()->span.end) return;  // would cross it
    copy_until(tag.span.begin);
    out_ << tag.open;
    open_.push_back(&tag);
  }

  void finish() {
    close_until(static_cast<std::uint32_t>(text_.size()));
    copy_until(static_cast<std::uint32_t>(text_.size()));
  }

 private:
  void copy_until(std::uint32_t end) {
    out_ << escaped(text_.substr(at_, end - at_), false);
    at_ = end;
  }

  void close_until(std::uint32_t end) {
    while (!open_.empty() && open_.back()->span.end <= end) {
      copy_until(open_.back()->span.end);
      out_ << open_.back()->close;
      open_.pop_back();
    }
  }

  std::string_view text_;
  std::ostream& out_;
  std::uint32_t at_ = 0;
  std::vector<const Tagged*> open_;
};

bool is_noun(const Document& document, const EventMention& event) {
  const Pos pos = event.head ? document.at(event.head).pos : Pos::none;
  return pos == Pos::noun || pos == Pos::propn;
}

/// "Sold" in "the mill sold on Monday", not in "he sold it" where a tagger took it for a
/// participle.
bool stands_under_noun_or_verb(const Document& document, const EventMention& event) {
  if (!event.head) return false;
  switch (document.at(event.head).relation) {
    case Relation::acl:
    case Relation::advcl:
    case Relation::xcomp:
    case Relation::amod:
      return true;
    default:
      return false;
  }
}

std::string_view tense_of(const Document& document, const EventMention& event) {
  if (is_noun(document, event)) return "NONE";
  if (event.future) return "FUTURE";
  if (!event.modality.empty()) return "NONE";
  if (event.form == VerbForm::infinitive) return "INFINITIVE";
  if (event.form == VerbForm::gerund) return "PRESPART";
  if (event.form == VerbForm::participle) {
    if (event.tense != Tense::past) return "PRESPART";
    return stands_under_noun_or_verb(document, event) ? "PASTPART" : "PAST";
  }
  if (event.tense == Tense::past) return "PAST";
  return event.tense == Tense::present ? "PRESENT" : "NONE";
}

// A bare participle has a tense of its own in TimeML, and no aspect.
std::string_view aspect_of(const Document& document, const EventMention& event) {
  if (is_noun(document, event)) return "NONE";
  const bool bare = event.form == VerbForm::gerund || event.form == VerbForm::participle;
  const bool progressive = event.progressive && !bare;
  if (event.perfect) return progressive ? "PERFECTIVE_PROGRESSIVE" : "PERFECTIVE";
  return progressive ? "PROGRESSIVE" : "NONE";
}

// TimeML's parts of speech.
std::string_view pos_of(const Document& document, const EventMention& event) {
  switch (event.head ? document.at(event.head).pos : Pos::none) {
    case Pos::verb:
    case Pos::aux:
      return "VERB";
    case Pos::noun:
    case Pos::propn:
      return "NOUN";
    case Pos::adj:
      return "ADJECTIVE";
    case Pos::adp:
      return "PREPOSITION";
    default:
      return "OTHER";
  }
}

std::string instance_of(const Document& document, std::size_t index) {
  const EventMention& event = document.events[index];
  std::string tag = "<MAKEINSTANCE";
  append_attribute(tag, "eventID", event_name(index));
  append_attribute(tag, "eiid", instance_name({static_cast<std::uint32_t>(index)}));
  append_attribute(tag, "tense", tense_of(document, event));
  append_attribute(tag, "aspect", aspect_of(document, event));
  append_attribute(tag, "polarity", event.negated ? "NEG" : "POS");
  append_attribute(tag, "modality", event.modality);
  append_attribute(tag, "pos", pos_of(document, event));
  return tag + " />\n";
}

void append_end(std::string& tag, const TLink::End& end, bool first) {
  if (const auto* event = std::get_if<EventMentionId>(&end))
    append_attribute(tag, first ? "eventInstanceID" : "relatedToEventInstance",
                     instance_name(*event));
  else if (const auto* timex = std::get_if<TimexId>(&end))
    append_attribute(tag, first ? "timeID" : "relatedToTime", name_of(*timex));
  else
    append_attribute(tag, first ? "timeID" : "relatedToTime", "t0");
}

std::string link_of(const TLink& link, std::size_t index) {
  std::string tag = "<TLINK";
  append_attribute(tag, "lid", "l" + std::to_string(index + 1));
  append_attribute(tag, "relType", dateline::name_of(link.relation));
  append_end(tag, link.from, true);
  append_end(tag, link.to, false);
  append_attribute(tag, "origin", link.rule);
  return tag + " />\n";
}

std::string creation_time(const Document& document) {
  std::string tag = "<TIMEX3 tid=\"t0\" type=\"DATE\"";
  const std::string value = document.published ? to_timex_value(*document.published) : "XXXX-XX-XX";
  append_attribute(tag, "value", value);
  tag += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">";
  return tag + value + "</TIMEX3>";
}

}  // namespace

bool write_timeml(const Document& document, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n\n<DOCID>"
      << escaped(document.article.source, false) << "</DOCID>\n\n<DCT>" << creation_time(document)
      << "</DCT>\n\n";
  if (!document.article.title.empty())
    out << "<TITLE>" << escaped(document.article.title, false) << "</TITLE>\n\n";
  out << "<TEXT>";
  const std::vector<Tagged> tags = tagged(document);
  TaggedText text(document.text(), out);
  for (const Tagged& tag : tags) text.open(tag);
  text.finish();
  out << "</TEXT>\n\n";
  for (std::size_t i = 0; i < document.events.size(); ++i) out << instance_of(document, i);
  for (std::size_t i = 0; i < document.tlinks.size(); ++i)
    if (document.tlinks[i].relation != TemporalRelation::vague)
      out << link_of(document.tlinks[i], i);
  out << "\n</TimeML>\n";
  return static_cast<bool>(out);
}

}  // namespace dateline
