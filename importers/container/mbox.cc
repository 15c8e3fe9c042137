#include <algorithm>
#include <string>
#include <utility>

#include "importers/container/record_place.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kMboxLine = "From ";
/// What is looked through at a time for the next mail; a line that begins one is shorter by far.
constexpr std::size_t kMboxWindow = 64u << 10, kMaxMboxLine = 1000;

/// "From ann@herald.example Sat Feb 12 10:30:00 2022": a time and a year tell it from a sentence.
bool is_mbox_line(std::string_view text) {
  if (!text.starts_with(kMboxLine)) return false;
  const std::string_view line = text.substr(0, std::min(text.find('\n'), kMaxMboxLine));
  bool time = false, year = false;
  for (const std::string_view word : split_words(trimmed(line))) {
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(word, is_ascii_digit));
    time |= digits >= 3 && word.size() >= 4 && std::ranges::count(word, ':') > 0;
    year |= digits == 4 && word.size() == 4;
  }
  return time && year;
}

bool is_mbox(std::string_view bytes) {
  const std::size_t line = bytes.find('\n');
  return is_mbox_line(bytes) && line != bytes.npos &&
         bytes.substr(line, bytes.find('\n', line + 1) - line).find(':') != bytes.npos;
}

class MboxReader {
 public:
  MboxReader(Packed packed, const PackedSink& sink)
      : about_(std::move(packed.about)), in_(std::move(packed.bytes)), sink_(sink) {}

  void run() {
    do {
      while (!in_.at_end()) read_mail();
      if (!in_.fault().message.empty()) sink_(place_.error(in_.fault().message));
    } while (in_.next_stretch());
  }

 private:
  void read_mail() {
    place_ = {place_.number + 1, in_.place()};
    const std::string_view head = in_.peek(kMboxWindow);
    if (is_mbox_line(head)) in_.skip(std::min(head.find('\n'), head.size() - 1) + 1);
    std::string mail;
    bool too_large = false;
    for (bool found = false; !found && !in_.at_end();) {
      const std::size_t size = size_to_next(found);
      too_large |= mail.size() + size > kMaxArticleBytes;
      if (!too_large) mail += in_.peek(1).substr(0, size);
      in_.skip(size);
    }
    if (too_large)
      return sink_(place_.error("expected at most " + std::to_string(kMaxArticleBytes) +
                                " bytes in a mail, found more"));
    Resource about = about_;
    about.name += "#" + std::to_string(place_.number);
    about.media_type = "message/rfc822";
    sink_(Packed{std::move(about), ByteStream::of(std::move(mail))});
  }

  /// Bytes up to the next line that begins a mail, which is then found, or some of those before it.
  std::size_t size_to_next(bool& found) {
    const std::string_view next = in_.peek(kMboxWindow);
    const bool last = next.size() < kMboxWindow;
    const std::size_t end = last ? next.size() : next.size() - kMaxMboxLine;
    for (std::size_t at = next.find("\nFrom "); at < end; at = next.find("\nFrom ", at + 1)) {
      if (!is_mbox_line(next.substr(at + 1))) continue;
      found = true;
      return at + 1;
    }
    return end;
  }

  const Resource about_;
  ByteStream in_;
  const PackedSink& sink_;
  RecordPlace place_;
};

void unpack_mbox(Packed packed, const PackedSink& sink) {
  MboxReader(std::move(packed), sink).run();
}

}  // namespace

extern const Container mbox_container{"mbox", ".mbox", "mailboxes: one mail after another",
                                      true,   is_mbox, unpack_mbox};

}  // namespace dateline
