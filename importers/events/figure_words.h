#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/timeline.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// The words of figures (figures.txt): numerals, what qualifies them, units, and what is counted.
class FigureWords {
 public:
  /// Error.message names the file and the line that is broken.
  static Result<FigureWords> load(const DataFiles& files, std::string_view language);

  /// The value of a numeral in digits ("2,500", "3.5") or in words ("twelve").
  std::optional<double> number(std::string_view word) const;
  /// What a word multiplies by: "million".
  std::optional<double> scale(std::string_view word) const { return find(scales_, word); }
  /// The least that a plural stands for: "dozens".
  std::optional<double> many(std::string_view word) const { return find(manies_, word); }
  /// Of the words right before a figure, joined by "_".
  std::optional<Quantity::Qualifier> before(std::string_view phrase) const;
  /// Of the words right after it.
  std::optional<Quantity::Qualifier> after(std::string_view phrase) const;
  bool opens_range(std::string_view word) const { return betweens_.contains(word); }
  bool within_range(std::string_view word) const { return ranges_.contains(word); }
  bool opens_whole(std::string_view word) const { return wholes_.contains(word); }
  bool is_people(std::string_view lemma) const { return people_.contains(lemma); }

  // Each is empty if the word tells none.
  std::string_view currency(std::string_view word) const { return text(currencies_, word); }
  std::string_view measure(std::string_view lemma) const { return text(measures_, lemma); }
  std::string_view outcome(std::string_view lemma) const { return text(outcomes_, lemma); }
  std::string_view counted(std::string_view lemma) const { return text(counted_, lemma); }
  const std::string& money() const { return money_; }
  const std::string& share() const { return share_; }

 private:
  using Values = WordTable<double>;
  using Texts = WordTable<std::string>;
  using Qualifiers = WordTable<Quantity::Qualifier>;

  static std::optional<double> find(const Values& in, std::string_view word);
  static std::string_view text(const Texts& in, std::string_view word);
  /// Whether the line was understood.
  bool add(std::string_view kind, std::string_view word, std::string_view value);
  Values* values_of(std::string_view kind);
  Texts* texts_of(std::string_view kind);
  WordSet* words_of_kind(std::string_view kind);

  Values numbers_, scales_, manies_;
  Qualifiers before_, after_;
  WordSet betweens_, ranges_, wholes_, people_;
  Texts currencies_, measures_, outcomes_, counted_;
  std::string money_, share_;
};

}  // namespace dateline
