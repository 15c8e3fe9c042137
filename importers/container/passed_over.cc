#include "importers/container/passed_over.h"

#include <cassert>
#include <utility>

#include "importers/data_files.h"
#include "importers/data_lines.h"
#include "importers/format/file_signature.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kPassedOverPath = "root/passed_over.txt";

const NoArticleNames& no_article_names() {
  static const NoArticleNames names = [] {
    auto parsed = parse_no_article_names(DataFiles::embedded().find(kPassedOverPath).value_or(""),
                                         kPassedOverPath);
    assert(parsed);
    return parsed ? std::move(parsed).value() : NoArticleNames();
  }();
  return names;
}

}  // namespace

Result<NoArticleNames> parse_no_article_names(std::string_view text, std::string_view path) {
  NoArticleNames names;
  for (const DataLine& line : data_lines(text)) {
    const int kinds = (line.text.find('/') != std::string_view::npos) + line.text.starts_with('.') +
                      line.text.ends_with(':');
    if (words_of(line.text).size() != 1 || kinds != 1)
      return data_error(path, line, "expected a media type, a .suffix or a scheme:");
    names.emplace(line.text);
  }
  return names;
}

std::string why_no_article(const Resource& about, std::string_view first_bytes) {
  if (first_bytes.empty()) return "no bytes";
  const NoArticleNames& names = no_article_names();
  const std::string type = ascii_lower(about.media_type);
  if (names.contains(type) || names.contains(type.substr(0, type.find('/') + 1))) return type;
  const std::size_t dot = about.name.find_last_of("./#");
  if (dot != about.name.npos && about.name[dot] == '.') {
    const std::string suffix = ascii_lower(std::string_view(about.name).substr(dot));
    if (names.contains(suffix)) return "*" + suffix;
  }
  const std::string scheme = about.url.substr(0, about.url.find(':') + 1);
  if (names.contains(scheme)) return "an address of '" + scheme + "'";
  if (!looks_binary(first_bytes)) return {};
  const std::string_view name = signature_of(first_bytes);
  return name.empty() ? "binary data" : std::string(name);
}

}  // namespace dateline
