#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "importers/format/text.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/charset.h"

namespace dateline {
namespace {

constexpr std::string_view kPdfMagic = "%PDF-";
/// What pdftotext (poppler-utils) may take: seconds of the processor, and KiB of memory. A book of
/// 500 pages takes one second. The shell sets the limits; nothing of the input is in the words.
constexpr const char* kPdfCommand =
    "ulimit -t 2 && ulimit -v 400000 && exec pdftotext -q -enc UTF-8 - -";
constexpr const char* kSearchPath = "PATH=/usr/local/bin:/usr/bin:/bin";
/// Answered by the shell if there is no such program.
constexpr int kNoSuchProgram = 127;
/// More text is no article.
constexpr std::size_t kMaxPdfText = 32u << 20;
/// It writes page by page; a page does not take so long. Milliseconds.
constexpr int kMaxSilence = 5000;
/// Lines of a paragraph that are as long as this were broken to fit the page.
constexpr std::size_t kFullLine = 40;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// A file without a name that holds the bytes, to be read from its beginning.
File file_of(std::string_view bytes) {
  File file(std::tmpfile());
  if (!file) return file;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                       std::fflush(file.get()) == 0;
  if (!written) file.reset();
  if (file) std::rewind(file.get());
  return file;
}

/// A child process that reads a file and whose output is taken.
class Child {
 public:
  explicit Child(std::FILE* in) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    out_ = ends[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(in), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string shell = "sh", option = "-c", command = kPdfCommand, path = kSearchPath;
    std::array<char*, 4> words{shell.data(), option.data(), command.data(), nullptr};
    std::array<char*, 2> environment{path.data(), nullptr};
    started_ =
        posix_spawn(&id_, "/bin/sh", &actions, nullptr, words.data(), environment.data()) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (out_ >= 0) ::close(out_);
    if (started_) stop();
  }

  /// All that it writes; false if that is too much or takes too long.
  bool read(std::string& text) {
    std::array<char, 64 * 1024> room;
    while (started_) {
      pollfd waited{out_, POLLIN, 0};
      if (poll(&waited, 1, kMaxSilence) <= 0) return false;
      const ssize_t got = ::read(out_, room.data(), room.size());
      if (got == 0) return true;
      if (got < 0 || text.size() + static_cast<std::size_t>(got) > kMaxPdfText) return false;
      text.append(room.data(), static_cast<std::size_t>(got));
    }
    return false;
  }

  /// How it ended: the code that it answers with; -1 if it was stopped by a limit.
  int outcome() {
    if (!started_) return -1;
    started_ = false;
    int status = 0;
    const bool ended = waitpid(id_, &status, 0) == id_ && WIFEXITED(status);
    return ended ? WEXITSTATUS(status) : -1;
  }

 private:
  void stop() {
    kill(id_, SIGKILL);
    outcome();
  }

  pid_t id_ = 0;
  int out_ = -1;
  bool started_ = false;
};

/// The lines of a paragraph as one; a word that was parted at the end of a line, as it was.
std::string with_whole_paragraphs(std::string_view text) {
  std::string whole;
  std::size_t last_line = 0;  // bytes
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (!whole.empty()) {
      const bool goes_on = last_line >= kFullLine && !trimmed(line).empty() &&
                           !line.starts_with('\f') && !line.starts_with(' ');
      const bool parted = goes_on && whole.size() > 1 && whole.back() == '-' &&
                          is_ascii_letter(whole[whole.size() - 2]) && line[0] >= 'a' &&
                          line[0] <= 'z';
      if (parted)
        whole.pop_back();
      else
        whole += goes_on ? ' ' : '\n';
    }
    whole += line;
    last_line = line.size();
  }
  return whole;
}

bool is_pdf(const Resource& resource) { return resource.bytes.starts_with(kPdfMagic); }

void read_pdf(const Resource& resource, const ArticleSink& sink) {
  if (resource.bytes.size() > kMaxArticleBytes)
    return sink(Error{"expected at most " + std::to_string(kMaxArticleBytes) + " bytes, found " +
                          std::to_string(resource.bytes.size()),
                      {}});
  const File in = file_of(resource.bytes);
  if (!in) return sink(Error{"expected room for a copy of the PDF document, found none", {}});
  Child child(in.get());
  std::string text;
  const bool all = child.read(text);
  const int outcome = all ? child.outcome() : -1;
  if (outcome == kNoSuchProgram)
    return sink(
        Error{"expected an article, found a PDF document, which pdftotext (poppler-utils) "
              "would read if it were installed",
              {}});
  if (outcome != 0 && trimmed(text).empty())
    return sink(
        Error{"expected a PDF document that pdftotext can read, found one that it cannot", {}});
  // Which bytes a character came from, pdftotext does not tell.
  const Text bytes = Text::from_source(resource.bytes);
  TextBuilder builder(bytes);
  builder.replace({0, static_cast<std::uint32_t>(resource.bytes.size())},
                  with_whole_paragraphs(replace_invalid_utf8(text)));
  Decoded decoded{std::move(builder).build(), "utf-8", {}};
  if (outcome != 0)
    decoded.diagnostics.push_back({Severity::warning,
                                   "text-cut-off",
                                   "expected a whole PDF document, found damage or a limit of time "
                                   "or memory",
                                   {}});
  read_texts(std::move(decoded), resource.name, "application/pdf", sink);
}

}  // namespace

extern const Importer pdf_importer{
    "pdf",  ".pdf",   "a PDF document: its text, if pdftotext of poppler-utils is installed",
    is_pdf, read_pdf, true};

}  // namespace dateline
