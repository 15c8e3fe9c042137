#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// Every name="value" of a tag.
std::vector<std::pair<std::string, std::string>> attributes(std::string_view tag) {
  std::vector<std::pair<std::string, std::string>> found;
  for (std::size_t equals = tag.find("=\""); equals != tag.npos; equals = tag.find("=\"", equals)) {
    const std::size_t begin = tag.find_last_of(" \t\r\n", equals) + 1;
    const std::size_t end = tag.find('"', equals + 2);
    if (begin == 0 || end == tag.npos) break;
    found.emplace_back(tag.substr(begin, equals - begin),
                       dateline::without_references(tag.substr(equals + 2, end - equals - 2)));
    equals = end;
  }
  return found;
}

/// An element's text and the annotation in it.
class ElementText {
 public:
  ElementText(const Text& source, Span element)
      : text_(source.view().substr(0, element.end)), builder_(source), copied_(element.begin) {}

  /// Tags dropped, references undone, all else byte for byte.
  Text build() && {
    for (std::size_t i = copied_; i < text_.size();) {
      const std::size_t tag = text_[i] == '<' ? tag_size(text_, i) : 0;
      const auto reference = text_[i] == '&' ? read_reference(text_, i) : std::nullopt;
      if (tag == 0 && !reference) {
        ++i;
        continue;
      }
      copy_until(i);
      if (tag > 0) read_tag(text_.substr(i, tag));
      if (reference) {
        builder_.replace({at(i), at(i + reference->size)}, reference->characters);
        length_ += reference->characters.size();
      }
      i += reference ? reference->size : tag;
      copied_ = i;
    }
    copy_until(text_.size());
    return std::move(builder_).build();
  }

  std::vector<Annotation> take_annotations() { return std::move(annotations_); }

 private:
  void copy_until(std::size_t end) {
    if (copied_ < end) builder_.copy({at(copied_), at(end)});
    length_ += end - copied_;
    copied_ = end;
  }

  void read_tag(std::string_view tag) {
    for (const std::string_view name : {"TIMEX3", "EVENT"}) {
      if (tag.substr(1).starts_with(name) && tag.find_first_of(" \t\r\n>") == name.size() + 1) {
        if (open_.size() < kMaxDepth)
          open_.push_back({std::string(name), attributes(tag), {at(length_), at(length_)}});
      } else if (tag.substr(1).starts_with("/") && tag.substr(2, tag.size() - 3) == name) {
        close(name);
      }
    }
  }

  void close(std::string_view name) {
    if (open_.empty() || open_.back().element != name) return;
    open_.back().span.end = at(length_);
    if (!open_.back().span.empty()) annotations_.push_back(std::move(open_.back()));
    open_.pop_back();
  }

  static constexpr std::size_t kMaxDepth = 16;  // events in times in events: three are seen

  std::string_view text_;
  TextBuilder builder_;
  std::size_t copied_;
  std::size_t length_ = 0;  // of what was built
  std::vector<Annotation> open_, annotations_;
};

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
  ElementText plain(decoded->text, *body);
  article.text = std::move(plain).build();
  article.annotations = plain.take_annotations();
  if (const auto title = element(bytes, "TITLE"))
    article.title = ElementText(decoded->text, *title).build().view();
  if (const auto date = date_from_timex_value(creation_time(bytes))) {
    article.published = to_edtf(*date);
    article.published_from = PublishedFrom::metadata;
  }
  article.diagnostics = decoded->diagnostics;
  sink(std::move(article));
}

}  // namespace

// The annotation that the file holds is what is to be found: it is handed on beside the text, and
// dropped unless somebody asks for it.
extern const Importer timeml_importer{"timeml", ".tml",
                                      "TimeML: the text and its creation time, annotation dropped",
                                      is_timeml, read_timeml};

}  // namespace dateline
