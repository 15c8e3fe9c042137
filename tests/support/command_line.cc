#include "tests/support/command_line.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

#include "cli/commands.h"

namespace dateline::testing {

Answer answer_of(const std::vector<std::string>& words, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out, err;
  Console console{.in = in, .out = out, .err = err, .generated_at = {}};
  const ExitCode code = run(words, console);
  return {static_cast<int>(code), out.str(), err.str()};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "dateline-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() { std::filesystem::remove_all(path_); }

std::string TemporaryFolder::add(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

}  // namespace dateline::testing
