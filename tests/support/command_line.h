#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::testing {

/// What a command line wrote, and how it ended.
struct Answer {
  int code = -1;
  std::string out, err;
};
/// Runs the program's command line in this process.
Answer answer_of(const std::vector<std::string>& words, const std::string& input = "");

/// A folder of its own under the system's temporary folder, removed in the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file in it and returns its path.
  std::string add(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace dateline::testing
