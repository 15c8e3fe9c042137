#include <sstream>
#include <vector>

#include "core/utf8.h"
#include "exporters/timeml.h"
#include "importers/importer.h"
#include "importers/pipeline.h"
#include "tests/fuzz/targets.h"

namespace dateline::test {
namespace {

struct English {
  Result<Language> language = load_language(DataFiles::embedded(), "en");
  Result<RoleLabeler> roles = RoleLabeler::load(DataFiles::embedded(), "en");
};

const English& english() {
  static const English loaded;
  return loaded;
}

bool inside(TokenRange range, TokenRange outer) {
  return outer.first <= range.first && range.first <= range.last && range.last <= outer.last;
}

TokenRange all_tokens(const Document& document) {
  return {0, static_cast<std::uint32_t>(document.tokens.size())};
}

/// Words in their order, not empty, on whole characters.
std::string broken_words(const Document& document) {
  std::uint32_t end = 0;
  for (const Token& token : document.tokens) {
    const Span span = token.span;
    if (span.begin < end || span.end <= span.begin || span.end > document.text().size())
      return "a word lies on another or outside the text";
    if (first_invalid_utf8(span.of(document.text()))) return "a word breaks a character";
    end = span.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.first != next || sentence.tokens.last < next)
      return "a word is in no sentence or in two";
    next = sentence.tokens.last;
  }
  return next == document.tokens.size() ? "" : "a word is in no sentence";
}

/// From every word one comes up to a root, within its sentence.
std::string broken_trees(const Document& document) {
  for (const Sentence& sentence : document.sentences)
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      TokenId at{i};
      for (std::uint32_t step = 0; document.at(at).head; ++step) {
        at = document.at(at).head;
        if (at.index < sentence.tokens.first || at.index >= sentence.tokens.last)
          return "a head is in another sentence";
        if (step > sentence.tokens.size()) return "heads go in a circle";
      }
    }
  return {};
}

std::string broken_layers(const Document& document) {
  const TokenRange all = all_tokens(document);
  for (const NameSpan& name : document.names)
    if (name.tokens.empty() || !inside(name.tokens, all)) return "a name lies outside the text";
  for (const Timex& timex : document.timexes)
    if (timex.span.begin >= timex.span.end || timex.span.end > document.text().size())
      return "a time lies outside the text";
  for (const Mention& mention : document.mentions)
    if (!inside(mention.tokens, all)) return "a mention lies outside the text";
  for (const Frame& frame : document.frames)
    for (const auto& argument : frame.arguments)
      if (argument.tokens.empty() || !inside(argument.tokens, all))
        return "an argument lies outside the text";
  return {};
}

/// Whatever a timeline tells, it quotes.
std::string broken_evidence(const Timeline& timeline, std::string_view text) {
  std::vector<std::uint32_t> characters;  // the byte at which each begins
  for (std::uint32_t at = 0; at < text.size(); at += decode_utf8(text, at).size)
    characters.push_back(at);
  characters.push_back(static_cast<std::uint32_t>(text.size()));
  for (const Event& event : timeline.events)
    for (const Evidence& evidence : event.evidence) {
      if (evidence.start > evidence.end || evidence.end >= characters.size())
        return "evidence lies outside the text";
      const Span span{characters[evidence.start], characters[evidence.end]};
      if (span.of(text) != evidence.quote) return "not in the text: " + evidence.quote;
    }
  return {};
}

std::string broken_document(Article article) {
  ReadOptions options;
  options.roles = &*english().roles;
  const Document document = read_document(std::move(article), *english().language, options);
  for (const auto check : {broken_words, broken_trees, broken_layers})
    if (std::string wrong = check(document); !wrong.empty()) return wrong;
  return broken_evidence(summarize(document, *english().language), document.text());
}

bool inside(const TLink::End& end, const Document& document) {
  if (const auto* timex = std::get_if<TimexId>(&end)) return timex->index < document.timexes.size();
  const auto* event = std::get_if<EventMentionId>(&end);
  return event == nullptr || event->index < document.events.size();
}

/// With the annotation of the file itself, which may say anything.
std::string broken_annotation(Article article) {
  ReadOptions options;
  options.layer = Layer::timeml;
  options.keep_annotation = true;
  const Document document = read_document(std::move(article), *english().language, options);
  for (const EventMention& event : document.events)
    if (!event.head || event.head.index >= document.tokens.size())
      return "an event lies outside the text";
  for (const TLink& link : document.tlinks)
    if (!inside(link.from, document) || !inside(link.to, document)) return "a link leads nowhere";
  std::ostringstream written;
  if (!write_timeml(document, written)) return "cannot be written";
  return broken_layers(document);
}

}  // namespace

std::string broken_timeml(std::string_view bytes) {
  Resource resource;
  resource.name = "input.tml";
  resource.bytes = bytes;
  std::string wrong;
  find_importer("timeml")->read(resource, [&](Result<Article> read) {
    if (read && wrong.empty()) wrong = broken_annotation(std::move(read).value());
  });
  return wrong;
}

std::string broken_reading(std::string_view bytes) {
  Resource resource;
  resource.name = "input";
  resource.bytes = bytes;
  std::string wrong;
  read_unpacked(resource, find_importer("text"), [&](Result<Article> read) {
    if (read && wrong.empty()) wrong = broken_document(std::move(read).value());
  });
  return wrong;
}

}  // namespace dateline::test
