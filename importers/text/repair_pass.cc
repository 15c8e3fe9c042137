#include "importers/text/repair_pass.h"

#include <algorithm>
#include <cmath>

#include "core/utf8.h"
#include "importers/text/repair_hints.h"
#include "importers/text/stretch.h"
#include "importers/text/survey.h"

namespace dateline {
namespace {

/// Of symbols: shorter texts are weighed whole, longer ones by their suspicious places.
constexpr std::size_t kWeighedWhole = 1u << 16;
/// Misreadings with fewer votes than this share of the best are not weighed.
constexpr std::uint32_t kVoteShare = 4;
/// The share of broken characters is estimated anew from each reading, until it settles.
constexpr int kMostEstimates = 4;
constexpr float kFirstShare = 0.6f, kLeastShare = 1e-7f, kMostShare = 0.9f;
constexpr double kMostConfidence = 0.999;

/// A part of the text that stands for the whole.
struct Sample {
  std::vector<Stretch> stretches;
  std::size_t left_out = 0;  ///< characters beyond ASCII that are not in it
};

/// What one misreading makes of a sample.
struct Weighed {
  const Misreading* misreading = nullptr;
  float gain = 0;
  float share = 0;  ///< of the characters beyond ASCII that were broken
};

class Pass {
 public:
  explicit Pass(std::string_view text)
      : text_(text),
        model_(CharacterModel::embedded()),
        misreadings_(Misreadings::embedded()),
        characters_(model_) {}

  RepairPass find(const Survey& survey) {
    const Sample sample = take_sample(survey);
    const Weighed best = weigh(survey, sample);
    if (!best.misreading) return {};
    note_characters(sample, *best.misreading);
    return {best.misreading->name, best.gain, correct(best)};
  }

 private:
  Sample take_sample(const Survey& survey) const {
    Sample sample;
    StretchReader reader(model_, misreadings_, text_);
    std::size_t symbols = 0;
    for (Stretch stretch; symbols < kWeighedWhole && reader.next(stretch);) {
      symbols += stretch.symbols.size();
      sample.stretches.push_back(stretch);
    }
    for (const std::uint32_t place : survey.places) {
      if (place < reader.position()) continue;
      reader.seek(std::max(place, reader.position()));
      Stretch stretch;
      if (!reader.next(stretch)) break;
      symbols += stretch.symbols.size();
      sample.stretches.push_back(std::move(stretch));
    }
    sample.left_out = survey.beyond_ascii > symbols ? survey.beyond_ascii - symbols : 0;
    return sample;
  }

  Weighed weigh(const Survey& survey, const Sample& sample) {
    const std::uint32_t most = *std::ranges::max_element(survey.votes);
    const std::uint32_t least = std::max(1u, most / kVoteShare);
    Weighed best;
    for (std::size_t i = 0; i < misreadings_.tables().size(); ++i) {
      if (survey.votes[i] < least) continue;
      const Weighed weighed = weigh(misreadings_.tables()[i], sample);
      if (weighed.gain > best.gain) best = weighed;
    }
    return best;
  }

  Weighed weigh(const Misreading& misreading, const Sample& sample) {
    note_characters(sample, misreading);
    Untangler untangler(model_, misreadings_, misreading, characters_);
    Weighed weighed{&misreading, 0, kFirstShare};
    for (int estimate = 0; estimate < kMostEstimates; ++estimate) {
      untangler.expect_broken(weighed.share);
      Untangled total;
      for (const Stretch& stretch : sample.stretches) {
        const Untangled one = untangler.read(stretch, nullptr);
        total.gain += one.gain;
        total.broken += one.broken;
        total.whole += one.whole;
      }
      const auto left_out = static_cast<float>(sample.left_out);
      weighed.gain = total.gain + left_out * std::log2(1 - weighed.share) - misreading.rarity;
      if (total.broken == 0) break;
      const auto broken = static_cast<float>(total.broken), whole = static_cast<float>(total.whole);
      const float share =
          std::clamp((broken + 0.3f) / (broken + whole + left_out + 0.6f), kLeastShare, kMostShare);
      if (std::abs(share - weighed.share) < 0.01f * share) break;
      weighed.share = share;
    }
    return weighed;
  }

  /// Counts the characters that belong to no sequence of the misreading.
  void note_characters(const Sample& sample, const Misreading& misreading) {
    characters_.clear();
    for (const Stretch& stretch : sample.stretches) {
      std::size_t free = 0;
      for (std::size_t at = 0; at < stretch.symbols.size(); ++at) {
        for (const BrokenSequence& sequence :
             find_broken_sequences(misreadings_, misreading, stretch.symbols, at))
          if (!sequence.took_space && sequence.value != kReplacement) {
            characters_.suppose(sequence.value);
            free = std::max(free, at + sequence.length);
          }
        if (at >= free) characters_.add(stretch.symbols[at]);
      }
    }
    characters_.settle();
  }

  std::vector<Correction> correct(const Weighed& best) {
    std::vector<Correction> corrections;
    Untangler untangler(model_, misreadings_, *best.misreading, characters_);
    untangler.expect_broken(best.share);
    StretchReader reader(model_, misreadings_, text_);
    std::vector<Finding> findings;
    for (Stretch stretch; reader.next(stretch);) {
      findings.clear();
      untangler.read(stretch, &findings);
      for (const Finding& finding : findings)
        corrections.push_back(correction_of(finding, stretch, best));
    }
    return corrections;
  }

  Correction correction_of(const Finding& finding, const Stretch& stretch,
                           const Weighed& best) const {
    const Symbol& first = stretch.symbols[finding.first];
    const Symbol& last = stretch.symbols[finding.first + finding.sequence.length - 1];
    Correction correction;
    correction.at = {first.begin, last.begin + last.size};
    append_utf8(correction.fixed, finding.sequence.value);
    const std::string_view rest = text_.substr(last.begin + last.size);
    if (keeps_space(finding.sequence) && !rest.starts_with(' ') && !hints_.joins_a_grave(rest))
      correction.fixed += ' ';
    const double odds = finding.gain + std::log2(best.share / (1 - best.share));
    const double gain = best.gain;
    correction.confidence =
        std::min({1 / (1 + std::exp2(-odds)), 1 / (1 + std::exp2(-gain)), kMostConfidence});
    correction.layers = finding.sequence.layers;
    return correction;
  }

  std::string_view text_;
  const CharacterModel& model_;
  const Misreadings& misreadings_;
  const RepairHints& hints_ = RepairHints::embedded();
  DocumentCharacters characters_;
};

}  // namespace

RepairPass find_repair_pass(std::string_view text) {
  const Survey seen = survey(text, CharacterModel::embedded(), Misreadings::embedded());
  if (seen.suspicious == 0) return {};
  return Pass(text).find(seen);
}

}  // namespace dateline
