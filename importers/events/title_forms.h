#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// The words of which titles are made in one language (event_titles.txt).
class TitleForms {
 public:
  /// Error.message names the line that is broken.
  static Result<TitleForms> parse(std::string_view file);
  /// From event_titles.txt of a language.
  static Result<TitleForms> load(const DataFiles& files, std::string_view language);

  /// What a form's {names} stand for.
  using Parts = std::map<std::string_view, std::string>;
  /// The form filled in, white space tidied; empty if there is no such form. With `plural`, the
  /// form's plural twin is used where there is one.
  std::string fill(const std::string& form, bool plural, const Parts& parts) const;

  std::string third_person(std::string_view verb) const;
  /// Whether a noun takes a plural verb though it has no ending: "police".
  bool is_plural(std::string_view noun) const { return plurals_.contains(noun); }
  /// A pronoun as the subject of a sentence: "they" for "them"; empty if it is no such object.
  std::string_view as_subject(std::string_view pronoun) const;
  bool is_dropped(std::string_view word) const { return dropped_.contains(word); }

 private:
  std::string add(std::string_view line);

  WordTable<std::string> forms_, suffixes_, irregular_, subjects_;
  WordSet dropped_, plurals_;
};

}  // namespace dateline
