#include "importers/nlp/name_finder.h"

#include <algorithm>
#include <map>


namespace dateline {
namespace {

std::string lower(std::string_view word) {
  std::string text(word);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

bool is_capital(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') ||
                           static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 6 &&
         std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

class NameFinder {
 public:
  NameFinder(Document& document, const EntityWords& words) : document_(document), words_(words) {}

  void find() {
    for (const Sentence& sentence : document_.sentences) find_in(sentence.tokens);
    for (NameSpan& name : found_) remember(name);
    for (NameSpan& name : found_) settle(name);
    document_.names = std::move(found_);
  }

 private:
  std::string_view text_of(std::uint32_t token) const { return document_.text_of({token}); }
  std::string lower_of(std::uint32_t token) const { return lower(text_of(token)); }
  Pos pos(std::uint32_t token) const { return document_.tokens[token].pos; }

  bool in_time(std::uint32_t token) const {
    const auto& timexes = document_.timexes;
    const Span word = document_.tokens[token].span;
    const auto after = std::ranges::upper_bound(timexes, word.begin, {},
                                                [](const Timex& timex) { return timex.span.begin; });
    return after != timexes.begin() && std::prev(after)->span.contains(word);
  }

  bool is_nationality(std::uint32_t token) const {
    return !words_.state_of_adjective(text_of(token)).empty() ||
           !words_.state_of_people(text_of(token)).empty();
  }

  bool opens(std::uint32_t token) const {
    if (in_time(token) || !is_capital(text_of(token))) return false;
    return pos(token) == Pos::propn || is_nationality(token);
  }

  bool continues(std::uint32_t token, std::uint32_t last) const {
    if (in_time(token)) return false;
    if (pos(token) == Pos::propn && is_capital(text_of(token))) return true;
    const bool capital_noun = is_capital(text_of(token)) && pos(token) != Pos::verb &&
                              pos(token) != Pos::punct && pos(token) != Pos::aux;
    if (capital_noun && (words_.has("organization-name", lower_of(token)) ||
                         words_.has("place-name", lower_of(token)) ||
                         words_.has("corporate", lower_of(token))))
      return true;
    return words_.has("name-link", lower_of(token)) && token + 1 < last &&
           is_capital(text_of(token + 1)) && pos(token + 1) == Pos::propn;
  }

  void find_in(TokenRange sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      if (!opens(i)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      const bool alone = is_nationality(i);
      while (end < sentence.last && !(alone && end == i + 1 && !continues_state(end)) &&
             continues(end, sentence.last))
        ++end;
      add(i, end);
      i = end;
    }
  }

  /// "Russian President" is a nationality and a title; "South Korea" is one name.
  bool continues_state(std::uint32_t token) const {
    return !words_.has("title", lower_of(token)) && !words_.has("title-word", lower_of(token));
  }

  void add(std::uint32_t first, std::uint32_t last) {
    bool titled = first > 0 && words_.has("title", lower_of(first - 1)) && pos(first - 1) != Pos::verb;
    while (first < last && (words_.has("title", lower_of(first)) ||
                            (first + 1 < last && words_.has("title-word", lower_of(first)) &&
                             words_.has("title", lower_of(first + 1))))) {
      titled |= words_.has("title", lower_of(first));
      ++first;
    }
    if (first == last) return;
    NameSpan name;
    name.tokens = {first, last};
    name.label = titled ? NameLabel::person : label_of(name.tokens);
    sure_.push_back(titled || is_sure(name.tokens));
    found_.push_back(name);
  }

  bool any_of(TokenRange tokens, std::string_view section) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i)
      if (words_.has(section, lower_of(i))) return true;
    return false;
  }

  bool is_sure(TokenRange tokens) const {
    return any_of(tokens, "corporate") || any_of(tokens, "organization-name") ||
           words_.has("given-name", lower_of(tokens.first)) || any_of(tokens, "place-name");
  }

  NameLabel label_of(TokenRange tokens) const {
    const std::string_view whole = document_.span_of(tokens).of(document_.text());
    const std::string last = lower_of(tokens.last - 1), first = lower_of(tokens.first);
    if (!words_.state_named(whole).empty()) return NameLabel::location;
    if (is_nationality(tokens.first) && tokens.size() == 1) return NameLabel::miscellaneous;
    if (any_of(tokens, "occasion-name")) return NameLabel::miscellaneous;
    if (any_of(tokens, "corporate") || any_of(tokens, "organization-name"))
      return NameLabel::organization;
    if (any_of(tokens, "place-name")) return NameLabel::location;
    if (words_.has("given-name", first)) return NameLabel::person;
    if (words_.has("city", lower(whole))) return NameLabel::location;
    if (tokens.size() == 1 && is_acronym(whole)) return NameLabel::organization;
    if (follows_place_word(tokens.first)) return NameLabel::location;
    return tokens.size() == 2 || tokens.size() == 3 ? NameLabel::person : NameLabel::organization;
  }

  bool follows_place_word(std::uint32_t first) const {
    return first > 0 && words_.has("before-place", lower_of(first - 1));
  }

  /// What a name is where it is clear holds where it is not.
  void remember(const NameSpan& name) {
    const std::size_t i = static_cast<std::size_t>(&name - found_.data());
    if (!sure_[i]) return;
    known_.emplace(lower_of(name.tokens.last - 1), name.label);
    if (name.label != NameLabel::person) known_.emplace(lower_of(name.tokens.first), name.label);
  }

  void settle(NameSpan& name) const {
    const std::size_t i = static_cast<std::size_t>(&name - found_.data());
    if (sure_[i] || name.label == NameLabel::miscellaneous) return;
    const auto known = known_.find(lower_of(name.tokens.last - 1));
    if (known != known_.end() && name.tokens.size() == 1) name.label = known->second;
  }

  Document& document_;
  const EntityWords& words_;
  std::vector<NameSpan> found_;
  std::vector<bool> sure_;  // by found_: the name itself tells its kind
  std::map<std::string, NameLabel> known_;
};

}  // namespace

void find_names(Document& document, const EntityWords& words) {
  NameFinder(document, words).find();
}

}  // namespace dateline
