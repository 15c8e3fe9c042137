#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/importer.h"

namespace dateline {

/// All that a reader hands on, in its order within each kind.
struct ReadArticles {
  std::vector<Article> articles;
  std::vector<Error> errors;
};

/// Reads `bytes` as the file `name`; with the importer called `from`, or as detected if empty.
inline ReadArticles read_articles(std::string name, std::string bytes, std::string_view from = {}) {
  ReadArticles all;
  Resource resource;
  resource.name = std::move(name);
  resource.bytes = std::move(bytes);
  read_resource(std::move(resource), from.empty() ? nullptr : find_importer(from),
                [&](Result<Article> read) {
                  if (read) {
                    all.articles.push_back(std::move(read).value());
                  } else {
                    all.errors.push_back(read.error());
                  }
                });
  return all;
}

}  // namespace dateline
