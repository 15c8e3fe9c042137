#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dateline {

/// The rules, word lists and models of importers/data, by path ("en/timex.rules"): embedded in the
/// program, or read from a folder that overrides them file by file. Must outlive what is built on
/// it.
class DataFiles {
 public:
  static DataFiles embedded();
  /// Files that the folder lacks come from the embedded set. Error: the folder cannot be read.
  static Result<DataFiles> from_folder(const std::filesystem::path& folder);

  /// Puts other bytes in the place of a file.
  void replace(std::string_view path, std::string bytes);

  std::optional<std::string_view> find(std::string_view path) const;
  /// Whether what find gives is part of the program, so that nobody can have damaged it.
  bool is_embedded(std::string_view path) const;

 private:
  std::map<std::string, std::string, std::less<>> overrides_;
};

}  // namespace dateline
