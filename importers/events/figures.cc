#include "importers/events/figures.h"

#include <algorithm>
#include <utility>

#include "importers/events/event_index.h"

namespace dateline {
namespace {

constexpr int kMaxFigureHeads = 6;          // from a figure to its event
constexpr std::uint32_t kMaxQualifier = 4;  // words of "in the region of"
constexpr std::uint32_t kMaxNumeral = 9;    // words of a numeral
constexpr double kSmallestTens = 20, kUnits = 10, kThousand = 1000;

/// Words that stand for one number, or for the least that it can be.
struct Numeral {
  TokenRange words;
  double value = 0;
  bool least = false;  ///< "dozens"
};

class FigureFinder {
 public:
  explicit FigureFinder(const EventContext& context)
      : context_(context),
        words_(context.lexicon.figures()),
        index_(context.document, context.document.events) {}

  std::vector<Figure> find() {
    const auto n = static_cast<std::uint32_t>(context_.document.tokens.size());
    std::vector<Figure> figures;
    for (std::uint32_t i = 0; i < n; ++i) {
      const Numeral numeral = numeral_at(i);
      if (numeral.words.empty()) continue;
      i = numeral.words.last - 1;
      Numeral other;
      if (i + 2 < n && words_.within_range(lower(i + 1))) other = numeral_at(i + 2);
      const bool spans = !other.words.empty() && is_range(numeral, other);
      if (!spans && is_score(numeral, other)) {
        i = other.words.last - 1;
        continue;
      }
      if (spans) i = other.words.last - 1;
      add(numeral, spans ? &other : nullptr, figures);
    }
    return figures;
  }

 private:
  std::string lower(std::uint32_t token) const { return context_.lower({token}); }
  Relation relation(TokenId token) const { return universal(context_.at(token).relation); }
  TokenRange sentence_of(std::uint32_t token) const {
    return context_.document.sentence_of({token}).tokens;
  }

  // --- numerals

  Numeral numeral_at(std::uint32_t first) const {
    const std::string word = lower(first);
    if (const auto least = words_.many(word)) return {{first, first + 1}, *least, true};
    const Pos pos = context_.at({first}).pos;
    if (pos != Pos::num && !(words_.scale(word) && pos == Pos::noun)) return {};
    const std::uint32_t end = std::min(sentence_of(first).last, first + kMaxNumeral);
    double total = 0, part = 0;
    std::uint32_t at = first;
    for (; at < end; ++at) {
      const std::string here = lower(at);
      if (const auto scale = words_.scale(here)) {
        part = (at == first ? 1 : part) * *scale;
        if (*scale >= kThousand) total += std::exchange(part, 0);
      } else if (const auto number = words_.number(here)) {
        const bool follows = at > first;
        const bool joins = part == 0 || (part >= kSmallestTens && *number < kUnits);
        if (follows && (!joins || here.front() <= '9')) break;
        part += *number;
      } else if (at == first || here != "-" || !is_unit_after(at, part)) {
        break;
      }
    }
    return at == first ? Numeral{} : Numeral{{first, at}, total + part, false};
  }

  /// "twenty-five": the stroke between tens and units in words.
  bool is_unit_after(std::uint32_t stroke, double tens) const {
    if (tens < kSmallestTens || stroke + 1 >= context_.document.tokens.size()) return false;
    const std::string next = lower(stroke + 1);
    const auto unit = words_.number(next);
    return unit && *unit < kUnits && next.front() > '9';
  }

  bool is_range(const Numeral& from, const Numeral& to) const {
    const bool opened = from.words.first > 0 && words_.opens_range(lower(from.words.first - 1));
    if (opened) return from.value < to.value;
    // "10 to 15 ships", and not "rose 10 to 15" or "two and three ships"
    return counted_by(to) && !counted_by(from) && from.value < to.value &&
           context_.at({to.words.first - 1}).pos == Pos::adp &&
           context_.at({from.words.first - 1 + (from.words.first == 0)}).pos != Pos::adp;
  }

  /// "240 to 198".
  bool is_score(const Numeral& one, const Numeral& other) const {
    return !other.words.empty() && !counted_by(one) && !counted_by(other) &&
           context_.at({other.words.first - 1}).pos == Pos::adp &&
           relation(top_of(one)) == Relation::obj;
  }

  /// The currency of the sign right before a numeral; empty if none stands there.
  std::string_view sign_before(const Numeral& numeral) const {
    const std::uint32_t first = numeral.words.first;
    const bool sign = first > 0 && context_.at({first - 1}).pos == Pos::sym;
    return sign ? words_.currency(lower(first - 1)) : std::string_view();
  }

  /// The token of a numeral that hangs on what is outside.
  TokenId top_of(const Numeral& numeral) const {
    for (std::uint32_t i = numeral.words.first; i < numeral.words.last; ++i)
      if (!numeral.words.contains(context_.at({i}).head)) return {i};
    return {numeral.words.first};
  }

  /// What a numeral counts: "people", "$", "percent"; empty if it stands alone.
  TokenId counted_by(const Numeral& numeral) const {
    const TokenId top = top_of(numeral);
    if (numeral.least) {
      for (const TokenId child : context_.tree.children(top))
        if (relation(child) == Relation::nmod && child > top) return child;
      return {};
    }
    return relation(top) == Relation::nummod ? context_.at(top).head : TokenId{};
  }

  // --- what they tell

  void add(const Numeral& numeral, const Numeral* high, std::vector<Figure>& figures) const {
    const Numeral& last = high ? *high : numeral;
    TokenId counted = counted_by(last);
    if (!counted && high) counted = counted_by(numeral);
    const TokenId node = counted ? counted : top_of(numeral);
    if (!is_figure(numeral, counted) || !is_figure(last, counted)) return;
    const TokenId top = numeral.least ? top_of(numeral) : node;
    Figure figure;
    figure.event = event_over(top);
    if (!figure.event) return;
    Quantity& quantity = figure.quantity;
    const std::string_view sign = sign_before(numeral);
    if (!sign.empty() && (!counted || counted.index >= numeral.words.last)) {
      quantity.unit = sign;
      quantity.of = counted ? lower(counted.index) : words_.money();
    } else {
      name(figure.event, top, counted, quantity);
    }
    if (quantity.of.empty()) return;
    if (high) {
      quantity.low = numeral.value;
      quantity.high = high->value;
    } else {
      (numeral.least ? quantity.low : quantity.value) = numeral.value;
    }
    TokenRange words{numeral.words.first, last.words.last};
    if (numeral.least) quantity.qualifier = Quantity::Qualifier::at_least;
    qualify(numeral, words, quantity);
    if (!sign.empty()) words.first = std::min(words.first, numeral.words.first - 1);
    if (counted)
      words = {std::min(words.first, counted.index), std::max(words.last, counted.index + 1)};
    figure.words = words;
    figures.push_back(std::move(figure));
  }

  bool is_figure(const Numeral& numeral, TokenId counted) const {
    const TokenRange words = numeral.words;
    if (has_timex_within(context_, words) || inside_timex(context_, {words.first})) return false;
    if (is_stroke(words.last) || (words.first > 0 && is_stroke(words.first - 1))) return false;
    const TokenId top = top_of(numeral);
    if (!counted)
      return !numeral.least && relation(top) != Relation::appos &&
             relation(top) != Relation::conj && lower(words.first).size() != kYearDigits;
    if (inside_timex(context_, counted)) return false;
    const Token& noun = context_.at(counted);
    if (noun.pos == Pos::sym || !words_.currency(lower(counted.index)).empty()) return true;
    if (noun.pos == Pos::propn) return counted > top && noun.features.number == Number::plural;
    return counted > top &&
           (noun.pos == Pos::noun || noun.pos == Pos::adj || noun.pos == Pos::verb);
  }

  bool is_stroke(std::uint32_t token) const {
    return token < context_.document.tokens.size() && context_.document.text_of({token}) == "-";
  }

  EventMentionId event_over(TokenId token) const {
    for (int step = 0; token && step < kMaxFigureHeads; ++step) {
      if (const EventMentionId event = index_.at(token)) return event;
      switch (relation(token)) {
        case Relation::nsubj:
        case Relation::obj:
        case Relation::iobj:
        case Relation::obl:
        case Relation::nmod:
        case Relation::conj:
        case Relation::nummod:
        case Relation::compound:
        case Relation::amod:
          break;
        default:
          return {};
      }
      token = context_.at(token).head;
    }
    return {};
  }

  /// Fills what is counted, and the unit.
  void name(EventMentionId event, TokenId top, TokenId counted, Quantity& quantity) const {
    const EventMention& told = context_.document.events[event.index];
    if (!counted) {
      quantity.of = undergone(told, top);
      if (const TokenId subject = subject_noun(told, top); subject && quantity.of.empty())
        quantity.of = words_.counted(context_.lemma(subject));
      return;
    }
    const std::string lemma = context_.lemma(counted);
    std::string_view currency = words_.currency(lower(counted.index));
    if (currency.empty()) currency = words_.currency(lemma);
    if (!currency.empty()) {
      quantity.unit = currency;
      quantity.of = sum(told, counted);
    } else if (const auto unit = words_.measure(lemma); !unit.empty()) {
      quantity.unit = unit;
      quantity.of = measured(told, counted);
    } else if (const auto known = words_.counted(lemma); !known.empty()) {
      quantity.of = known;
    } else {
      if (words_.is_people(lemma)) quantity.of = undergone(told, top);
      if (quantity.of.empty()) quantity.of = lower(counted.index);
    }
  }

  /// "A $5 million fine", "revenue of $5 million", "revenue rose to $5 million".
  std::string sum(const EventMention& event, TokenId currency) const {
    const TokenId over = context_.at(currency).head;
    const Relation how = relation(currency);
    if (over && (how == Relation::compound || how == Relation::nmod) &&
        context_.at(over).pos == Pos::noun && !inside_timex(context_, over))
      return lower(over.index);
    const TokenId subject = subject_noun(event, currency);
    return how == Relation::obl && subject ? lower(subject.index) : words_.money();
  }

  /// The common noun that an event is about, if that is not what is counted.
  TokenId subject_noun(const EventMention& event, TokenId counted) const {
    const TokenId subject = context_.tree.child(event.predicate, Relation::nsubj);
    const bool noun = subject && subject != counted && context_.at(subject).pos == Pos::noun;
    return noun ? subject : TokenId{};
  }

  /// What those become whom an event befalls: "dead"; empty if it does not befall what is counted.
  std::string undergone(const EventMention& event, TokenId counted) const {
    const std::string_view outcome = words_.outcome(context_.lemma(event.head));
    if (outcome.empty()) return {};
    TokenId part = counted;
    for (int step = 0; step < kMaxFigureHeads; ++step) {
      const TokenId head = context_.at(part).head;
      if (!head) return {};
      if (head == event.head || head == event.predicate) break;
      part = head;
    }
    const Relation exact = context_.at(part).relation;
    const bool does = exact == Relation::nsubj && object_of(context_, event.predicate);
    const bool befallen = exact == Relation::nsubj || exact == Relation::nsubj_pass ||
                          exact == Relation::obj || exact == Relation::nmod;
    return befallen && !does ? std::string(outcome) : std::string();
  }

  bool is_part_of(TokenId noun) const {
    const TokenId preposition = preposition_of(context_, noun);
    return preposition && words_.opens_whole(lower(preposition.index));
  }

  /// "3,000 hectares of forest", "12 percent of voters", "prices rose 3 percent".
  std::string measured(const EventMention& event, TokenId unit) const {
    for (const TokenId child : context_.tree.children(unit))
      if (relation(child) == Relation::nmod && child > unit && is_part_of(child))
        return lower(child.index);
    const TokenId subject = subject_noun(event, unit);
    return subject ? lower(subject.index) : words_.share();
  }

  /// Words before the numeral and after it; takes them into `words`.
  void qualify(const Numeral& numeral, TokenRange& words, Quantity& quantity) const {
    std::uint32_t end = numeral.words.first;
    const std::uint32_t begin = sentence_of(end).first;
    if (end > begin && !words_.currency(lower(end - 1)).empty()) --end;
    if (end > begin && words_.opens_range(lower(end - 1))) words.first = end - 1;
    for (std::uint32_t length = std::min(kMaxQualifier, end - begin); length > 0; --length) {
      const auto qualifier = words_.before(phrase({end - length, end}));
      if (!qualifier) continue;
      quantity.qualifier = *qualifier;
      words.first = end - length;
      return;
    }
    const std::uint32_t after = words.last;
    if (after + 2 > sentence_of(numeral.words.first).last) return;
    const auto qualifier = words_.after(phrase({after, after + 2}));
    if (!qualifier) return;
    quantity.qualifier = *qualifier;
    words.last = after + 2;
  }

  std::string phrase(TokenRange words) const {
    std::string joined;
    for (std::uint32_t i = words.first; i < words.last; ++i)
      joined += (joined.empty() ? "" : "_") + lower(i);
    return joined;
  }

  static constexpr std::size_t kYearDigits = 4;  // a bare "1998" is a year rather than a count

  const EventContext& context_;
  const FigureWords& words_;
  EventIndex index_;
};

}  // namespace

std::vector<Figure> find_figures(const EventContext& context) {
  return FigureFinder(context).find();
}

}  // namespace dateline
