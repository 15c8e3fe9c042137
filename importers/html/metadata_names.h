#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// The names under which a page, or a record, may tell a field, best first: what
/// root/metadata_names.txt, root/article_fields.txt, root/feed_fields.txt,
/// root/news_xml_fields.txt and root/export_fields.txt hold.
class MetadataNames {
 public:
  /// Reads the format that the data file explains. `path` is for messages only.
  static Result<MetadataNames> parse(std::string_view text, std::string_view path);

  /// Case and signs do not count. Place of `name` among the names of `field`, 0 for the best; -1 if
  /// it is none of them.
  int rank(std::string_view field, std::string_view name) const;

 private:
  std::map<std::string, std::map<std::string, int, std::less<>>, std::less<>> ranks_;
};

/// The embedded names of pages, those of articles in JSON, and those of feeds in XML.
const MetadataNames& metadata_names();
const MetadataNames& article_fields();
const MetadataNames& feed_fields();
/// Those of news in XML, and the labels in exports of news databases.
const MetadataNames& news_xml_fields();
const MetadataNames& article_export_fields();

}  // namespace dateline
