#include "importers/container/archive_entry.h"

#include <utility>

namespace dateline {
namespace {

// Where macOS keeps what is no content.
constexpr std::string_view kMacFolder = "__MACOSX/";

bool is_hidden(std::string_view path) {
  if (path.starts_with(kMacFolder)) return true;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.starts_with('.') && part != "." && part != "..") return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

Resource archive_entry(const Resource& archive, std::string_view name, std::string why) {
  Resource entry;
  entry.name = archive.name + "#" + std::string(name);
  entry.url = archive.url;
  entry.retrieved = archive.retrieved;
  entry.pages = archive.pages;
  entry.passed_over = why.empty() && is_hidden(name) ? "a hidden file" : std::move(why);
  return entry;
}

}  // namespace dateline
