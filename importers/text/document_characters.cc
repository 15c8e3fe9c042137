#include "importers/text/document_characters.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline {
namespace {

/// As many characters as the model's own estimate of a class is worth, against those counted.
constexpr float kTrustInModel = 10;
/// Bits, for a letter that the document's language is not written with: names are.
constexpr float kForeign = 4;

}  // namespace

DocumentCharacters::DocumentCharacters(const CharacterModel& model)
    : model_(model),
      alphabets_(Alphabets::embedded()),
      hints_(RepairHints::embedded()),
      counts_(kTable, 0),
      supposed_(kTable, 0),
      costs_(kTable, 0) {}

void DocumentCharacters::clear() {
  for (const char32_t character : noted_) {
    counts_[character] = 0;
    supposed_[character] = 0;
    costs_[character] = 0;
  }
  noted_.clear();
  class_counts_.fill(0);
  unseen_.fill(0);
  language_ = 0;
}

void DocumentCharacters::add(const Symbol& symbol) {
  ++class_counts_[symbol.type];
  if (symbol.value >= kTable) return;
  if (counts_[symbol.value]++ + supposed_[symbol.value] == 0) noted_.push_back(symbol.value);
}

void DocumentCharacters::suppose(char32_t character) {
  if (character >= kTable) return;
  if (counts_[character] + supposed_[character]++ == 0) noted_.push_back(character);
}

void DocumentCharacters::settle() {
  settle_language();
  for (std::size_t type = 0; type < unseen_.size(); ++type)
    unseen_[type] =
        std::log2((static_cast<float>(class_counts_[type]) + kTrustInModel) / kTrustInModel);
  for (const char32_t character : noted_) {
    if (counts_[character] == 0) continue;
    const auto total = static_cast<float>(class_counts_[model_.class_of(character)]);
    const float expected = kTrustInModel * std::exp2(-model_.within_class(character));
    const float count = static_cast<float>(counts_[character]) + expected;
    costs_[character] =
        std::max(0.01f, std::log2((total + kTrustInModel) / count)) + foreign_cost(character);
  }
}

/// The languages that account for most of the letters. What a sequence may stand for counts half:
/// the text's own letters are surer.
void DocumentCharacters::settle_language() {
  std::vector<std::uint64_t> accounted(alphabets_.languages().size(), 0);
  for (const char32_t character : noted_) {
    const std::uint64_t count = 2 * std::uint64_t{counts_[character]} + supposed_[character];
    Alphabets::Mask mask = alphabets_.languages_of(character);
    for (; mask != 0; mask &= mask - 1)
      accounted[static_cast<std::size_t>(std::countr_zero(mask))] += count;
  }
  language_ = 0;
  for (const Alphabets::Mask script : alphabets_.scripts()) {
    std::uint64_t most = 1;
    for (std::size_t i = 0; i < accounted.size(); ++i)
      if ((script >> i & 1) != 0) most = std::max(most, accounted[i]);
    for (std::size_t i = 0; i < accounted.size(); ++i)
      if ((script >> i & 1) != 0 && accounted[i] == most) language_ |= Alphabets::Mask{1} << i;
  }
}

float DocumentCharacters::foreign_cost(char32_t character) const {
  const Alphabets::Mask mask = alphabets_.languages_of(character);
  return mask == 0 || (mask & language_) != 0 ? 0 : kForeign;
}

}  // namespace dateline
