#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A name as it is compared: lower case, without accents on Latin letters, words joined by one
/// space. Apostrophes and full stops vanish ("U.S." is "us", "O’Brien" is "obrien"), all else that
/// is neither letter nor digit parts words. Empty for a name without letters and digits.
std::string name_key(std::string_view name);

/// The words of a name_key.
std::vector<std::string_view> words_of_key(std::string_view key);

/// Whether two words are likely forms of one: a common beginning, endings that are short. A
/// stand-in for stemming that knows no language; it errs towards "no" for short words.
bool similar_words(std::string_view a, std::string_view b);

}  // namespace dateline
