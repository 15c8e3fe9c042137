#pragma once

#include <string>
#include <utility>
#include <vector>

#include "importers/importer.h"

namespace dateline {

/// All that a container gives, in its order within each kind.
struct Unpacked {
  std::vector<Resource> resources;    ///< those that may be articles
  std::vector<Resource> passed_over;  ///< the others
  std::vector<std::string> errors;    ///< their messages
};

inline Unpacked unpacked(std::string name, std::string bytes) {
  Unpacked all;
  Resource resource;
  resource.name = std::move(name);
  resource.bytes = std::move(bytes);
  unpack_resource(std::move(resource), [&](Result<Resource> given) {
    if (!given) return all.errors.push_back(given.error().message);
    auto& kind = given->passed_over.empty() ? all.resources : all.passed_over;
    kind.push_back(std::move(given).value());
  });
  return all;
}

}  // namespace dateline
