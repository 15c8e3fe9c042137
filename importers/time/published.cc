#include "importers/time/published.h"

#include <algorithm>
#include <string>

#include "core/date.h"
#include "core/edtf.h"
#include "importers/time/matcher.h"
#include "importers/time/placing.h"

namespace dateline {
namespace {

using Field = TimeTerm::Field;

// A dateline stands in the first lines, after headline, byline and place.
constexpr std::uint32_t kDatelineParagraphs = 4;
constexpr std::uint32_t kDatelineBytes = 600;
// What stands between the date and the dash of its line: "(Transmeridian News)".
constexpr std::uint32_t kAgencyAtoms = 8;
// From this score on a candidate is the publication date.
constexpr double kCertain = 0.8;

class PublicationReasoner {
 public:
  PublicationReasoner(const Document& document, const TimexRules& rules)
      : text_(document.text()),
        rules_(rules),
        found_(match_timexes(document.text(), rules.grammar)),
        dash_(rules.grammar.category("dateline-dash")) {}

  std::vector<PublishedCandidate> reason() const {
    if (auto own = from_dateline()) return {*own};
    return from_known_events();
  }

 private:
  const TimeTerm& term(const TimexMatch& match) const { return found_.terms[match.term]; }
  std::string words(Span span) const { return std::string(span.of(text_)); }

  // "October 1, 2027 —", "LIVE — Sunday, June 13, 2021": a whole day beside a dash at the top.
  std::optional<PublishedCandidate> from_dateline() const {
    std::uint32_t paragraphs = 0, atom = 0;
    for (const TimexMatch& match : found_.matches) {
      for (; atom <= match.atoms.begin; ++atom) paragraphs += found_.atoms[atom].after_break;
      const Span span = found_.span_of(match);
      if (paragraphs > kDatelineParagraphs || span.begin > kDatelineBytes) break;
      const auto date = place(term(match), std::nullopt, Toward::inside, rules_.holidays);
      if (!date || !date->known_day() || !is_beside_dash(match.atoms)) continue;
      return PublishedCandidate{to_edtf(PartialDate::of(*date->known_day())),
                                "the date at the top: '" + words(span) + "'", 0.95};
    }
    return std::nullopt;
  }

  bool is_dash(std::uint32_t atom) const {
    // A hyphen within a word is none.
    return !found_.atoms[atom].glued && rules_.grammar.belongs(found_.atoms[atom], dash_);
  }

  bool is_beside_dash(Span atoms) const {
    if (atoms.begin > 0 && !found_.atoms[atoms.begin].after_break && is_dash(atoms.begin - 1))
      return true;
    const auto size = static_cast<std::uint32_t>(found_.atoms.size());
    for (std::uint32_t at = atoms.end; at < std::min(size, atoms.end + kAgencyAtoms); ++at) {
      if (found_.atoms[at].after_break) return false;
      if (is_dash(at)) return true;
    }
    return false;
  }

  bool names_at(const KnownEvent& event, std::uint32_t atom) const {
    if (atom + event.name.size() > found_.atoms.size()) return false;
    for (std::size_t i = 0; i < event.name.size(); ++i)
      if (found_.atoms[atom + i].symbol != event.name[i]) return false;
    return true;
  }

  // The known events named within a few words before a day without year that is their first or
  // last, or lies within them.
  const KnownEvent* event_of(const TimexMatch& match) const {
    constexpr std::uint32_t kReach = 12;
    const TimeTerm& said = term(match);
    if (!said.has(Field::month) || !said.has(Field::day) || said.has(Field::year)) return nullptr;
    const std::uint32_t from = match.atoms.begin > kReach ? match.atoms.begin - kReach : 0;
    for (std::uint32_t atom = from; atom < match.atoms.begin; ++atom)
      for (const KnownEvent& event : rules_.known_events)
        if (names_at(event, atom) && day_in(event, said)) return &event;
    return nullptr;
  }

  static std::optional<Day> day_in(const KnownEvent& event, const TimeTerm& said) {
    const Day day{event.last.year, static_cast<std::uint8_t>(said.get(Field::month)),
                  static_cast<std::uint8_t>(said.get(Field::day))};
    return is_valid(day) && event.first <= day && day <= event.last ? std::optional(day)
                                                                    : std::nullopt;
  }

  // The weekday of the story's own day: the first one named, in a text that also says "this
  // morning" or "today".
  std::optional<Weekday> own_weekday() const {
    std::optional<Weekday> first;
    bool today = false;
    for (const TimexMatch& match : found_.matches) {
      const TimeTerm& said = term(match);
      const bool deictic = said.kind == TimeTerm::Kind::shift && said.count == 0 &&
                           said.get(Field::from, 0) == 0 &&
                           said.get(Field::unit, 0) == static_cast<int>(Grain::day);
      today |= deictic;
      if (!first && said.has(Field::weekday) && !said.has(Field::seek) && !said.has(Field::month))
        first = static_cast<Weekday>(said.get(Field::weekday));
    }
    return today ? first : std::nullopt;
  }

  std::vector<PublishedCandidate> from_known_events() const {
    const auto weekday = own_weekday();
    for (const TimexMatch& match : found_.matches) {
      const KnownEvent* event = event_of(match);
      if (event != nullptr && weekday) return days_of(*event, match, *weekday);
    }
    return {};
  }

  // Every such weekday from the event's first day to the day named.
  std::vector<PublishedCandidate> days_of(const KnownEvent& event, const TimexMatch& match,
                                          Weekday weekday) const {
    std::vector<PublishedCandidate> candidates;
    const Day last = *day_in(event, term(match));
    for (Day day = event.first; day <= last; day = add_days(day, 1))
      if (weekday_of(day) == weekday)
        candidates.push_back({to_edtf(PartialDate::of(day)),
                              "a day of the week that the story names, before '" +
                                  words(found_.span_of(match)) + "' of " +
                                  std::to_string(last.year),
                              0});
    for (PublishedCandidate& candidate : candidates)
      candidate.score = 0.9 / static_cast<double>(candidates.size());
    return candidates;
  }

  std::string_view text_;
  const TimexRules& rules_;
  TimexMatches found_;
  std::uint32_t dash_;
};

}  // namespace

std::vector<PublishedCandidate> infer_published(const Document& document, const TimexRules& rules) {
  return PublicationReasoner(document, rules).reason();
}

void settle_published(Document& document, const TimexRules& rules) {
  Article& article = document.article;
  if (document.published || !article.published.empty()) return;
  std::vector<PublishedCandidate> candidates = infer_published(document, rules);
  if (candidates.size() == 1 && candidates.front().score >= kCertain) {
    article.published = candidates.front().edtf;
    article.published_from = PublishedFrom::text;
    if (const auto date = date_from_timex_value(article.published)) document.published = date;
  }
  article.published_candidates.insert(article.published_candidates.end(), candidates.begin(),
                                      candidates.end());
}

}  // namespace dateline
