#include <sys/ioctl.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"

namespace {

constexpr std::size_t kDefaultColumns = 80;

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t terminal_columns() {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kDefaultColumns;
}

// False, and says so, when the variable is set to something that is no time.
bool take_source_date_epoch(dateline::Console& console) {
  const std::string seconds = variable("SOURCE_DATE_EPOCH");
  if (seconds.empty()) return true;
  const auto time = dateline::time_of_epoch(seconds);
  if (time) {
    console.generated_at = *time;
  } else {
    console.err << "dateline: expected SOURCE_DATE_EPOCH to be seconds since 1970, found '"
                << seconds << "'\n";
  }
  return time.has_value();
}

dateline::ExitCode run_with(dateline::Console& console, const std::vector<std::string>& words) {
  if (!take_source_date_epoch(console)) return dateline::ExitCode::usage;
  return dateline::run(words, console);
}

// Standard output fails late, when its buffer is written. A reader that went away (head, less) is
// no news to anybody.
dateline::ExitCode close_output(std::ostream& out, const dateline::DescriptorBuffer& buffer,
                                dateline::ExitCode code) {
  out.flush();
  if (buffer.error() == 0) return code;
  if (buffer.error() != EPIPE)
    std::cerr << "dateline: cannot write standard output: " << std::strerror(buffer.error())
              << "\n";
  return dateline::ExitCode::output_failed;
}

// What reading one article frees, the next one takes: to return it to the system between them costs
// a twentieth of the time, for pages that are then given out and cleared anew.
void keep_freed_memory() {
#if defined(__GLIBC__)
  constexpr int kLargestFromHeap = 32 << 20, kKeptOnTop = 64 << 20;  // bytes
  mallopt(M_MMAP_THRESHOLD, kLargestFromHeap);
  mallopt(M_TRIM_THRESHOLD, kKeptOnTop);
#endif
}

}  // namespace

int main(int count, char** arguments) {
  keep_freed_memory();
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is an error of write(), so files are cleaned up
  std::ios::sync_with_stdio(false);
  dateline::DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  const bool err_is_terminal = isatty(STDERR_FILENO) != 0 && variable("TERM") != "dumb";
  dateline::Console console{.in = std::cin,
                            .out = out,
                            .err = std::cerr,
                            .in_is_terminal = isatty(STDIN_FILENO) != 0,
                            .err_is_terminal = err_is_terminal,
                            .color = err_is_terminal && variable("NO_COLOR").empty(),
                            .columns = terminal_columns(),
                            .generated_at = {}};
  const std::vector<std::string> words(arguments + std::min(count, 1), arguments + count);
  const dateline::ExitCode code = run_with(console, words);
  return static_cast<int>(close_output(out, buffer, code));
}
