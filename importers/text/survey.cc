#include "importers/text/survey.h"

#include "core/utf8.h"
#include "importers/text/stretch.h"

namespace dateline {
namespace {

/// Bits that two neighbours cost before they are called strange.
constexpr float kStrange = 11;
/// Places kept for a closer look: enough to tell misreadings apart.
constexpr std::size_t kMostPlaces = 2000;

class Surveyor {
 public:
  Surveyor(const CharacterModel& model, const Misreadings& misreadings)
      : model_(model), misreadings_(misreadings) {}

  void begin_stretch(std::string_view text, std::size_t at) {
    last_ = at == 0 ? U'\n' : static_cast<unsigned char>(text[at - 1]);
    last_type_ = model_.class_of(last_);
    last_strange_ = false;
  }

  void see(char32_t character, std::size_t at) {
    const CharacterModel::Class type = model_.class_of(character);
    const bool strange =
        model_.after(last_type_, type) + model_.within_class(character) >= kStrange;
    if ((strange || last_strange_) && last_ >= 0x80) compare(character, strange);
    last_ = character;
    last_at_ = at;
    last_type_ = type;
    last_strange_ = strange;
  }

  Survey survey;

 private:
  /// Spaces, question marks and U+FFFD may stand for any byte, but only a strange lead makes them
  /// suspicious.
  void compare(char32_t character, bool strange) {
    Misreadings::Mask mask = misreadings_.begins(misreadings_.slot_of(last_));
    if (mask == 0) return;
    const bool any = character == 0xFFFD || character == ' ' || character == '?';
    if (any && !last_strange_) return;
    if (!any && !strange && !last_strange_) return;
    if (!any) mask &= misreadings_.continues(misreadings_.slot_of(character));
    if (mask == 0) return;
    ++survey.suspicious;
    if (survey.places.size() < kMostPlaces)
      survey.places.push_back(static_cast<std::uint32_t>(last_at_));
    for (; mask != 0; mask &= mask - 1)
      ++survey.votes[static_cast<std::size_t>(__builtin_ctzll(mask))];
  }

  const CharacterModel& model_;
  const Misreadings& misreadings_;
  char32_t last_ = '\n';
  std::size_t last_at_ = 0;
  CharacterModel::Class last_type_ = 0;
  bool last_strange_ = false;
};

}  // namespace

Survey survey(std::string_view text, const CharacterModel& model, const Misreadings& misreadings) {
  Surveyor surveyor(model, misreadings);
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    surveyor.begin_stretch(text, at);
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      const CodePoint read = decode_utf8(text, at);
      surveyor.see(read.value, at);
      ++surveyor.survey.beyond_ascii;
      at += read.size;
    }
    if (at < text.size()) surveyor.see(static_cast<unsigned char>(text[at]), at);
  }
  return std::move(surveyor.survey);
}

}  // namespace dateline
