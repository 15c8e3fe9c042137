#include "cli/reporter.h"

#include <ostream>

namespace dateline {

namespace {

// What one bad archive may say without -v before the rest is only counted.
constexpr std::size_t kWarningsShown = 20;
// Faster than this flickers and costs time.
constexpr std::chrono::milliseconds kBetweenUpdates{100};

}  // namespace

Reporter::~Reporter() {
  clear_progress();
  if (manner_.quiet || manner_.verbose || warnings_ <= kWarningsShown) return;
  console_.err << warnings_ - kWarningsShown << " more warnings; -v shows them\n";
}

void Reporter::article_done() {
  ++state_.articles;
  show_progress();
}

void Reporter::input_done(std::uint64_t bytes) {
  state_.bytes += bytes;
  show_progress();
}

void Reporter::skipped(const std::string& rendered) {
  ++skipped_;
  say(rendered);
}

void Reporter::diagnosed(Severity severity, const std::string& rendered) {
  if (severity == Severity::note && !manner_.verbose) return;
  if (severity != Severity::note && ++warnings_ > kWarningsShown && !manner_.verbose) return;
  if (!manner_.quiet) say(rendered);
}

ExitCode Reporter::outcome() const {
  if (state_.articles == 0) return ExitCode::nothing_read;
  return skipped_ > 0 ? ExitCode::some_skipped : ExitCode::ok;
}

void Reporter::say(const std::string& text) {
  clear_progress();
  console_.err << text << std::flush;
}

void Reporter::show_progress() {
  if (!console_.err_is_terminal || manner_.quiet) return;
  const Clock::time_point now = Clock::now();
  if (now - shown_ < kBetweenUpdates) return;
  shown_ = now;
  state_.seconds = std::chrono::duration<double>(now - started_).count();
  console_.err << "\r\x1b[K" << progress_line(state_, console_.columns - 1) << std::flush;
  progress_shown_ = true;
}

void Reporter::clear_progress() {
  if (progress_shown_) console_.err << "\r\x1b[K" << std::flush;
  progress_shown_ = false;
}

}  // namespace dateline
