#include "importers/container/directory.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Deeper than archives are, and less than paths may be long.
constexpr std::size_t kMaxFolderDepth = 128;

class Walk {
 public:
  DirectoryFiles run(const fs::path& folder) {
    enter({folder, 0});
    while (!folders_.empty() || !links_.empty()) {
      // Links last: a folder that is in the tree keeps its own name.
      std::deque<Folder>& from = folders_.empty() ? links_ : folders_;
      const Folder next = std::move(from.front());
      from.pop_front();
      enter(next);
    }
    std::ranges::sort(found_.paths);
    std::ranges::sort(found_.diagnostics, {}, &Diagnostic::message);
    return std::move(found_);
  }

 private:
  struct Folder {
    fs::path path;
    std::size_t depth = 0;
  };

  void doubt(std::string kind, const fs::path& path, std::string_view why) {
    found_.diagnostics.push_back({Severity::warning,
                                  std::move(kind),
                                  std::string("'").append(path.string()).append("': ").append(why),
                                  {}});
  }

  void enter(const Folder& at) {
    std::error_code failed;
    const fs::path real = fs::canonical(at.path, failed);
    if (!failed && !entered_.insert(real.string()).second) return;
    if (at.depth > kMaxFolderDepth) return doubt("too-deep", at.path, "folders nest too deep");
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(at.path, failed), end; !failed && entry != end;
         entry.increment(failed))
      entries.push_back(*entry);
    if (failed) doubt("unreadable-folder", at.path, failed.message());
    std::ranges::sort(entries);
    const bool mailbox = is_maildir(at.path);
    for (const fs::directory_entry& entry : entries)
      if (!mailbox || holds_mail(entry)) take(entry, at.depth);
  }

  /// A mailbox with a file for each mail (maildir).
  static bool is_maildir(const fs::path& folder) {
    std::error_code failed;
    return fs::is_directory(folder / "cur", failed) && fs::is_directory(folder / "new", failed);
  }

  /// Of a mailbox, the mails and the mailboxes in it, whose names begin with a dot (Maildir++);
  /// beside them stand mails that are not whole yet, and what its server keeps.
  static bool holds_mail(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    return name == "cur" || name == "new" || is_maildir(entry.path());
  }

  void take(const fs::directory_entry& entry, std::size_t depth) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    if (hidden && !is_maildir(entry.path())) return;
    std::error_code failed;
    const fs::file_status status = entry.status(failed);  // of what a link leads to
    if (fs::is_regular_file(status)) {
      found_.paths.push_back(entry.path().string());
    } else if (fs::is_directory(status)) {
      (entry.is_symlink(failed) ? links_ : folders_).push_back({entry.path(), depth + 1});
    } else {
      doubt("not-a-file", entry.path(),
            fs::exists(status) ? "neither a file nor a folder" : "a link that leads nowhere");
    }
  }

  std::deque<Folder> folders_, links_;
  std::set<std::string> entered_;
  DirectoryFiles found_;
};

}  // namespace

Result<DirectoryFiles> list_files(const fs::path& folder) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed))
    return Error{"expected a folder at '" + folder.string() + "'", {}};
  const fs::directory_iterator readable(folder, failed);
  if (failed)
    return Error{"could not read the folder '" + folder.string() + "': " + failed.message(), {}};
  return Walk().run(folder);
}

}  // namespace dateline
