#pragma once

#include <chrono>
#include <string>

#include "cli/console.h"
#include "cli/progress.h"
#include "core/diagnostic.h"

namespace dateline {

/// Everything that is said on standard error while a command works: problems, then how many there
/// were, and the progress on a terminal. Counts what was read and skipped, which makes the exit
/// code. To be used from one thread.
class Reporter {
 public:
  struct Manner {
    bool quiet = false;    ///< errors only
    bool verbose = false;  ///< notes too, and every warning
  };
  Reporter(Console& console, Manner manner) : console_(console), manner_(manner) {}
  ~Reporter();

  void expect(std::uint64_t bytes) { state_.total_bytes = bytes; }
  void article_done();
  void input_done(std::uint64_t bytes);

  /// Takes whole messages, as render() makes them.
  void skipped(const std::string& rendered);
  void diagnosed(Severity severity, const std::string& rendered);

  bool has_skipped() const { return skipped_ > 0; }
  /// ok, some_skipped or nothing_read.
  ExitCode outcome() const;

 private:
  using Clock = std::chrono::steady_clock;

  void say(const std::string& text);
  void show_progress();
  void clear_progress();

  Console& console_;
  Manner manner_;
  ProgressState state_;
  std::size_t skipped_ = 0, warnings_ = 0;
  bool progress_shown_ = false;
  Clock::time_point started_ = Clock::now(), shown_ = started_;
};

}  // namespace dateline
