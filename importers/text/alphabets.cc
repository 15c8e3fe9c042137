#include "importers/text/alphabets.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/utf8.h"
#include "importers/data_files.h"

namespace dateline {
namespace {

constexpr std::size_t kMostLanguages = 64;  // bits of a Mask

}  // namespace

Result<Alphabets> Alphabets::parse(std::string_view text, std::string_view file) {
  Alphabets alphabets;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t space = line.find(' ');
    at = end + 1;
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("script")) {
      alphabets.scripts_.push_back(0);
      continue;
    }
    if (space == line.npos || alphabets.scripts_.empty() ||
        alphabets.languages_.size() == kMostLanguages)
      return Error{
          std::string(file) + ":" + std::to_string(number) +
              ": expected 'script NAME', or a language and its letters (at most 64 of them)",
          {}};
    const Mask mask = Mask{1} << alphabets.languages_.size();
    alphabets.scripts_.back() |= mask;
    alphabets.languages_.emplace_back(line.substr(0, space));
    for (std::size_t i = space + 1; i < line.size();) {
      const CodePoint letter = decode_utf8(line, i);
      alphabets.letters_[letter.value] |= mask;
      i += letter.size;
    }
  }
  return alphabets;
}

const Alphabets& Alphabets::embedded() {
  static const Alphabets alphabets = [] {
    const auto text = DataFiles::embedded().find("root/alphabets.txt");
    assert(text);
    auto parsed = parse(*text, "root/alphabets.txt");
    assert(parsed);
    return parsed ? std::move(parsed).value() : Alphabets();
  }();
  return alphabets;
}

}  // namespace dateline
