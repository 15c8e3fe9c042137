#include "importers/events/figure_words.h"

#include <charconv>

#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxDigits = 18;  // of a numeral; longer ones are no figures

/// "at-least", "at-most", "about".
std::optional<Quantity::Qualifier> qualifier_of(std::string_view kind) {
  if (kind == "at-least") return Quantity::Qualifier::at_least;
  if (kind == "at-most") return Quantity::Qualifier::at_most;
  if (kind == "about") return Quantity::Qualifier::approximate;
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, with commas before each three of them, and a fraction.
std::optional<double> decimal(std::string_view word) {
  if (word.empty() || word.size() > kMaxDigits || !is_digit(word.front()) || !is_digit(word.back()))
    return std::nullopt;
  std::string plain;
  std::size_t since_comma = 0;
  bool comma = false, point = false;
  for (const char c : word) {
    if (c == ',') {
      if (point || (comma && since_comma != 3)) return std::nullopt;
      comma = true;
      since_comma = 0;
    } else if (c == '.') {
      if (point || (comma && since_comma != 3)) return std::nullopt;
      point = true;
      plain += c;
    } else if (is_digit(c)) {
      plain += c;
      ++since_comma;
    } else {
      return std::nullopt;
    }
  }
  if (comma && !point && since_comma != 3) return std::nullopt;
  double value = 0;
  const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<double> FigureWords::find(const Values& in, std::string_view word) {
  const auto found = in.find(word);
  return found == in.end() ? std::nullopt : std::optional(found->second);
}

std::string_view FigureWords::text(const Texts& in, std::string_view word) {
  const auto found = in.find(word);
  return found == in.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<double> FigureWords::number(std::string_view word) const {
  const auto known = find(numbers_, word);
  return known ? known : decimal(word);
}

std::optional<Quantity::Qualifier> FigureWords::before(std::string_view phrase) const {
  const auto found = before_.find(phrase);
  return found == before_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Quantity::Qualifier> FigureWords::after(std::string_view phrase) const {
  const auto found = after_.find(phrase);
  return found == after_.end() ? std::nullopt : std::optional(found->second);
}

FigureWords::Values* FigureWords::values_of(std::string_view kind) {
  if (kind == "number") return &numbers_;
  if (kind == "scale") return &scales_;
  return kind == "many" ? &manies_ : nullptr;
}

FigureWords::Texts* FigureWords::texts_of(std::string_view kind) {
  if (kind == "currency") return &currencies_;
  if (kind == "measure") return &measures_;
  if (kind == "outcome") return &outcomes_;
  return kind == "counted" ? &counted_ : nullptr;
}

WordSet* FigureWords::words_of_kind(std::string_view kind) {
  if (kind == "between") return &betweens_;
  if (kind == "range") return &ranges_;
  if (kind == "whole") return &wholes_;
  return kind == "people" ? &people_ : nullptr;
}

bool FigureWords::add(std::string_view kind, std::string_view word, std::string_view value) {
  if (Values* const values = values_of(kind)) {
    const auto number = decimal(value);
    return number && values->emplace(word, *number).second;
  }
  if (Texts* const texts = texts_of(kind)) return texts->emplace(word, value).second;
  if (WordSet* const words = words_of_kind(kind)) return words->insert(std::string(word)).second;
  if (const auto qualifier = qualifier_of(kind)) return before_.emplace(word, *qualifier).second;
  if (kind == "after") {
    const auto qualifier = qualifier_of(value);
    return qualifier && after_.emplace(word, *qualifier).second;
  }
  if (kind != "money-of" && kind != "share-of") return false;
  (kind == "money-of" ? money_ : share_) = value;
  return true;
}

Result<FigureWords> FigureWords::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/figures.txt";
  const auto text = files.find(path);
  if (!text) return Error{"expected the file " + path, {}};
  FigureWords figures;
  for (const DataLine& line : data_lines(*text)) {
    const auto words = words_of(line.text);
    if (words.size() != 3 || !figures.add(words[0], words[1], words[2]))
      return data_error(path, line, "expected: KIND WORD VALUE, of a kind and once");
  }
  return figures;
}

}  // namespace dateline
