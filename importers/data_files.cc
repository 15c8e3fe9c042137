#include "importers/data_files.h"

#include <fstream>
#include <iterator>
#include <span>

#include "core/embedded_file.h"

namespace dateline {

std::span<const EmbeddedFile> language_files();  // written by cmake/embed.cmake

DataFiles DataFiles::embedded() { return {}; }

Result<DataFiles> DataFiles::from_folder(const std::filesystem::path& folder) {
  DataFiles files;
  std::error_code failed;
  for (auto entry = std::filesystem::recursive_directory_iterator(folder, failed);
       !failed && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(failed)) {
    if (!entry->is_regular_file(failed)) continue;
    std::ifstream in(entry->path(), std::ios::binary);
    files.overrides_[entry->path().lexically_relative(folder).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  if (failed)
    return Error{
        "expected a folder of language data at '" + folder.string() + "': " + failed.message(), {}};
  return files;
}

void DataFiles::replace(std::string_view path, std::string bytes) {
  overrides_.insert_or_assign(std::string(path), std::move(bytes));
}

std::optional<std::string_view> DataFiles::find(std::string_view path) const {
  if (const auto own = overrides_.find(path); own != overrides_.end()) return own->second;
  for (const EmbeddedFile& file : language_files())
    if (file.path == path) return file.bytes();
  return std::nullopt;
}

bool DataFiles::is_embedded(std::string_view path) const {
  return !overrides_.contains(path) && find(path).has_value();
}

}  // namespace dateline
