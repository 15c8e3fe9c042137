#include "tests/support/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace dateline::testing {

ProgramRun run_program(const std::string& command, const std::string& input) {
  static int count = 0;
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() /
      ("dateline-test-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  std::ofstream(file, std::ios::binary) << input;
  ProgramRun run;
  const std::string line = "INPUT='" + file.string() + "'; { " + command + "\n} 2>&1";
  if (FILE* pipe = popen(line.c_str(), "r")) {
    std::array<char, 4096> buffer{};
    while (const std::size_t size = fread(buffer.data(), 1, buffer.size(), pipe))
      run.out.append(buffer.data(), size);
    const int status = pclose(pipe);
    if (WIFEXITED(status)) run.status = WEXITSTATUS(status);
  }
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return run;
}

bool has_program(const std::string& name) { return run_program("command -v " + name).status == 0; }

}  // namespace dateline::testing
