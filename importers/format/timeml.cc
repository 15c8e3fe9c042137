#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/date.h"
#include "core/edtf.h"
#include "importers/html/entities.h"
#include "importers/importer.h"
#include "importers/text/charset.h"

namespace dateline {
namespace {

constexpr std::string_view kRoot = "<TimeML";

bool is_timeml(const Resource& resource) {
  // The root follows the XML declaration and perhaps a comment.
  return std::string_view(resource.bytes).substr(0, 2048).find(kRoot) != std::string_view::npos;
}

std::uint32_t at(std::size_t place) { return static_cast<std::uint32_t>(place); }

/// What stands between <name ...> and </name>, first of them; empty if it is not there.
std::optional<Span> element(std::string_view text, std::string_view name) {
  std::string open = "<";
  open += name;
  for (std::size_t from = text.find(open); from != text.npos; from = text.find(open, from + 1)) {
    const std::size_t after = from + open.size();
    if (after >= text.size() || (text[after] != '>' && text[after] != ' ')) continue;
    const std::size_t begin = text.find('>', after);
    std::string close = "</";
    close += name;
    close += '>';
    const std::size_t end = begin == text.npos ? text.npos : text.find(close, begin);
    if (end == text.npos) return std::nullopt;
    return Span{at(begin + 1), at(end)};
  }
  return std::nullopt;
}

std::string attribute(std::string_view tag, std::string_view name) {
  std::string start(" ");
  start += name;
  start += "=\"";
  const std::size_t from = tag.find(start);
  if (from == tag.npos) return "";
  const std::size_t begin = from + start.size();
  const std::size_t end = tag.find('"', begin);
  return std::string(tag.substr(begin, end == tag.npos ? 0 : end - begin));
}

/// The size of a tag, comment or instruction at `from`; 0 if a stray '<' stands there.
std::size_t tag_size(std::string_view text, std::size_t from) {
  if (text.substr(from).starts_with("<!--")) {
    const std::size_t end = text.find("-->", from);
    return end == text.npos ? 0 : end + 3 - from;
  }
  const char first = from + 1 < text.size() ? text[from + 1] : ' ';
  const bool tag = first == '/' || first == '?' || first == '!' || (first >= 'A' && first <= 'Z') ||
                   (first >= 'a' && first <= 'z');
  const std::size_t end = tag ? text.find('>', from) : text.npos;
  return end == text.npos ? 0 : end + 1 - from;
}

/// The element's text: tags dropped, references undone, all else byte for byte.
Text plain_text(const Text& source, Span element) {
  const std::string_view text = source.view().substr(0, element.end);
  TextBuilder builder(source);
  std::size_t copied = element.begin;
  for (std::size_t i = element.begin; i < text.size();) {
    std::size_t skipped = text[i] == '<' ? tag_size(text, i) : 0;
    const auto reference = text[i] == '&' ? read_reference(text, i) : std::nullopt;
    if (reference) skipped = reference->size;
    if (skipped == 0) {
      ++i;
      continue;
    }
    if (copied < i) builder.copy({at(copied), at(i)});
    if (reference) builder.replace({at(i), at(i + skipped)}, reference->characters);
    i += skipped;
    copied = i;
  }
  if (copied < text.size()) builder.copy({at(copied), at(text.size())});
  return std::move(builder).build();
}

/// Of the TIMEX3 in <DCT>, or of one marked as the creation time elsewhere.
std::string creation_time(std::string_view text) {
  std::size_t tag = text.find("<TIMEX3", text.find("<DCT>"));
  if (const std::size_t marked = text.find("\"CREATION_TIME\""); marked != text.npos)
    tag = text.rfind("<TIMEX3", marked);
  if (tag == text.npos) return "";
  return attribute(text.substr(tag, text.find('>', tag) - tag), "value");
}

void read_timeml(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  const std::string_view bytes = decoded->text.view();
  auto body = element(bytes, "TEXT");
  if (!body) body = element(bytes, "TimeML");
  if (!body)
    return sink(Error{"expected a TimeML document with an element TEXT, found none", {0, 1}});
  Article article;
  article.media_type = "application/xml";
  article.language = "en";
  article.text = plain_text(decoded->text, *body);
  if (const auto title = element(bytes, "TITLE"))
    article.title = plain_text(decoded->text, *title).view();
  if (const auto date = date_from_timex_value(creation_time(bytes))) {
    article.published = to_edtf(*date);
    article.published_from = PublishedFrom::metadata;
  }
  article.diagnostics = decoded->diagnostics;
  sink(std::move(article));
}

}  // namespace

// The annotation that the file holds is dropped: it is what is to be found.
extern const Importer timeml_importer{"timeml", ".tml",
                                      "TimeML: the text and its creation time, annotation dropped",
                                      is_timeml, read_timeml};

}  // namespace dateline
