#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/digest.h"
#include "importers/format/file_signature.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/charset.h"

namespace dateline {

// To add a format: write importers/format/<name>.cc and name it in the next two lists.
// Order is priority: the first that accepts, wins.
extern const Importer timeml_importer, mail_importer, json_importer, feed_importer,
    news_xml_importer, html_importer, docx_importer, rtf_importer, pdf_importer, csv_importer,
    export_importer, text_importer;
extern const Container gzip_container, zstd_container, warc_container, arc_container, zip_container,
    tar_container, mbox_container;

std::span<const Importer> importers() {
  static const std::array all{timeml_importer,   mail_importer, json_importer,   feed_importer,
                              news_xml_importer, html_importer, docx_importer,   rtf_importer,
                              pdf_importer,      csv_importer,  export_importer, text_importer};
  return all;
}

std::span<const Container> containers() {
  static const std::array all{gzip_container, zstd_container, warc_container, arc_container,
                              zip_container,  tar_container,  mbox_container};
  return all;
}

namespace {

/// Of "a.html.gz", how many suffixes of containers are passed over to find its own.
constexpr int kMaxSuffixes = 4;
/// Of a file in UTF-16 or UTF-32, what is read to tell its format; a multiple of four.
constexpr std::size_t kWideHead = 8192;

bool lists(std::string_view suffixes, std::string_view suffix) {
  for (std::size_t at = suffixes.find(suffix); at != suffixes.npos;
       at = suffixes.find(suffix, at + 1)) {
    const std::size_t end = at + suffix.size();
    const bool whole =
        (at == 0 || suffixes[at - 1] == ' ') && (end == suffixes.size() || suffixes[end] == ' ');
    if (whole) return true;
  }
  return false;
}

/// ".html" of "a/b.HTML"; empty if the last part of the path has none.
std::string suffix_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || name.find_first_of("/#", dot) != name.npos) return {};
  return ascii_lower(name.substr(dot));
}

/// The suffix that tells the format: ".html" of "a.html.gz".
std::string format_suffix(std::string_view name) {
  for (int layer = 0; layer <= kMaxSuffixes; ++layer) {
    const std::string suffix = suffix_of(name);
    const bool packed =
        !suffix.empty() && std::ranges::any_of(containers(), [&](const Container& c) {
          return lists(c.suffixes, suffix);
        });
    if (!packed) return suffix;
    name.remove_suffix(suffix.size());
  }
  return {};
}

Error not_an_article(const Resource& resource) {
  if (resource.bytes.empty()) return {"expected an article, found an empty file", {}};
  if (is_xml(resource.bytes))
    return {"expected an article, found XML that is no page, feed or TimeML", {}};
  const std::string_view name = signature_of(resource.bytes);
  return {"expected an article, found " + std::string(name.empty() ? "binary data" : name), {}};
}

/// The resource, or its beginning in UTF-8 if it is written in UTF-16 or UTF-32.
Resource as_utf8(const Resource& resource) {
  Resource head;
  head.name = resource.name;
  head.media_type = resource.media_type;
  head.bytes = resource.bytes.substr(0, kWideHead);
  if (const auto decoded = decode(head)) head.bytes = decoded->text.view();
  return head;
}

const Importer* detect_in_utf8(const Resource& resource) {
  const std::string suffix = format_suffix(resource.name);
  for (const Importer& importer : importers()) {
    const bool named = !suffix.empty() && lists(importer.suffixes, suffix);
    if (named || importer.accepts(resource)) return &importer;
  }
  return nullptr;
}

}  // namespace

const Importer* find_importer(std::string_view name) {
  for (const Importer& importer : importers())
    if (importer.name == name) return &importer;
  return nullptr;
}

const Importer* detect_importer(const Resource& resource) {
  if (resource.bytes.empty()) return nullptr;
  for (const Importer& importer : importers())
    if (importer.binary && importer.accepts(resource)) return &importer;
  if (looks_binary(resource.bytes)) return nullptr;
  if (!wide_charset_of(resource.bytes).empty()) return detect_in_utf8(as_utf8(resource));
  return detect_in_utf8(resource);
}

void read_unpacked(const Resource& resource, const Importer* from, const ArticleSink& sink) {
  const Importer* importer = from != nullptr ? from : detect_importer(resource);
  if (importer == nullptr) return sink(not_an_article(resource));
  const std::string digest = sha256(resource.bytes);
  importer->read(resource, [&](Result<Article> read) {
    if (!read) return sink(std::move(read));
    Article article = std::move(read).value();
    if (article.source.empty()) article.source = resource.name;
    if (article.url.empty()) article.url = resource.url;
    if (article.retrieved.empty()) article.retrieved = resource.retrieved;
    if (article.title.empty()) article.title = resource.title;
    article.source_sha256 = digest;
    sink(std::move(article));
  });
}

void read_resource(Resource resource, const Importer* from, const ArticleSink& sink) {
  unpack_resource(std::move(resource), [&](Result<Resource> unpacked) {
    if (!unpacked) return sink(unpacked.error());
    if (unpacked->passed_over.empty()) read_unpacked(*unpacked, from, sink);
  });
}

}  // namespace dateline
