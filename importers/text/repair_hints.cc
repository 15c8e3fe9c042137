#include "importers/text/repair_hints.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "core/utf8.h"
#include "importers/data_files.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace

Result<RepairHints> RepairHints::parse(std::string_view text, std::string_view file) {
  RepairHints hints;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto words = split_words(text.substr(at, end - at));
    at = end + 1;
    if (words.empty() || words.front().starts_with('#')) continue;
    float bits = 0;
    if (words.front() == "joined") {
      hints.joined_.insert(hints.joined_.end(), words.begin() + 1, words.end());
    } else if (words.front() == "doubtful" && words.size() == 3 &&
               std::from_chars(words[1].data(), words[1].data() + words[1].size(), bits).ec ==
                   std::errc()) {
      for (std::size_t i = 0; i < words[2].size(); i += decode_utf8(words[2], i).size)
        hints.doubtful_.emplace_back(decode_utf8(words[2], i).value, bits);
    } else {
      return Error{std::string(file) + ":" + std::to_string(number) +
                       ": expected 'doubtful', bits and characters, or 'joined' and words",
                   {}};
    }
  }
  return hints;
}

const RepairHints& RepairHints::embedded() {
  static const RepairHints hints = [] {
    const auto text = DataFiles::embedded().find("root/repair.txt");
    assert(text);
    auto parsed = parse(*text, "root/repair.txt");
    assert(parsed);
    return parsed ? std::move(parsed).value() : RepairHints();
  }();
  return hints;
}

float RepairHints::doubt(char32_t character) const {
  for (const auto& [doubtful, bits] : doubtful_)
    if (doubtful == character) return bits;
  return 0;
}

bool RepairHints::joins_a_grave(std::string_view rest) const {
  return std::ranges::any_of(joined_, [&](const std::string& word) {
    return rest.starts_with(word) && (rest.size() == word.size() || !is_letter(rest[word.size()]));
  });
}

}  // namespace dateline
