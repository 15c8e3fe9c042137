#include "importers/html/metadata_names.h"

#include <cassert>
#include <utility>

#include "importers/data_files.h"
#include "importers/data_lines.h"
#include "importers/text/comparable.h"

namespace dateline {
namespace {

MetadataNames embedded(std::string_view path) {
  auto parsed = MetadataNames::parse(DataFiles::embedded().find(path).value_or(""), path);
  assert(parsed);
  return parsed ? std::move(parsed).value() : MetadataNames();
}

}  // namespace

int MetadataNames::rank(std::string_view field, std::string_view name) const {
  const auto names = ranks_.find(field);
  if (names == ranks_.end()) return -1;
  const auto found = names->second.find(comparable(name));
  return found == names->second.end() ? -1 : found->second;
}

Result<MetadataNames> MetadataNames::parse(std::string_view text, std::string_view path) {
  MetadataNames names;
  for (const DataLine& line : data_lines(text)) {
    const auto words = words_of(line.text);
    if (words.size() < 2) return data_error(path, line, "expected a field and its names");
    auto& ranks = names.ranks_[std::string(words[0])];
    for (std::size_t i = 1; i < words.size(); ++i)
      if (!ranks.emplace(comparable(words[i]), static_cast<int>(ranks.size())).second)
        return data_error(path, line, "expected each name of a field once");
  }
  return names;
}

const MetadataNames& metadata_names() {
  static const MetadataNames names = embedded("root/metadata_names.txt");
  return names;
}

const MetadataNames& article_fields() {
  static const MetadataNames names = embedded("root/article_fields.txt");
  return names;
}

const MetadataNames& feed_fields() {
  static const MetadataNames names = embedded("root/feed_fields.txt");
  return names;
}

const MetadataNames& news_xml_fields() {
  static const MetadataNames names = embedded("root/news_xml_fields.txt");
  return names;
}

const MetadataNames& article_export_fields() {
  static const MetadataNames names = embedded("root/export_fields.txt");
  return names;
}

}  // namespace dateline
