#include "importers/events/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "importers/word_lists.h"

namespace dateline {
namespace {

std::vector<std::string_view> split(std::string_view line, char at) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    const auto end = std::min(line.find(at), line.size());
    if (end > 0) parts.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

std::optional<Commitment> commitment_named(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"none", "says", "knows", "done", "not-done", "possible", "probable", "improbable", "planned",
       "requested", "advised", "conditional", "denied", "unknown", "scheduled"});
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Commitment>(i);
  return std::nullopt;
}

std::optional<EventClass> class_named(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"occurrence", "reporting", "perception", "aspectual", "i_action", "i_state", "state"});
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<EventClass>(i);
  return std::nullopt;
}

std::optional<TimeBound::Kind> bound_named(std::string_view name) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"by", "before", "within", "since", "after"});
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<TimeBound::Kind>(i);
  return std::nullopt;
}

template <typename T>
bool assign(T& to, std::optional<T> value) {
  if (value) to = *value;
  return value.has_value();
}

/// False if the word is not one that a row may have.
bool set_key(Predicate& predicate, std::string_view word) {
  const auto equals = word.find('=');
  const std::string_view key = word.substr(0, equals);
  const std::string_view value = equals == word.npos ? "" : word.substr(equals + 1);
  if (key == "content") return assign(predicate.content, commitment_named(value));
  if (key == "class") return assign(predicate.event_class, class_named(value));
  if (key == "subject") return assign(predicate.subject, role_named(value));
  if (key == "object") return assign(predicate.object, role_named(value));
  if (word == "control=object") return predicate.object_control = true;
  if (word == "kind=statement") return predicate.statement = true;
  if (word == "kind=state") return predicate.state = true;
  if (word == "reciprocal") return predicate.reciprocal = true;
  if (word == "weak") return predicate.weak = true;
  if (word == "purpose") return predicate.purpose = true;
  if (word == "permits") return predicate.permits = true;
  if (word == "single") return predicate.single = true;
  return false;
}

/// Calls add(line) for every line that is not empty or a comment; add answers what was wrong, or
/// "".
template <typename Add>
std::optional<Error> each_row(std::string_view file, std::string_view name, Add add) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string_view line = file.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (const std::string wrong = add(line); !wrong.empty())
      return Error{std::string(name) + ":" + std::to_string(number) + ": " + wrong, {}};
  }
  return std::nullopt;
}

}  // namespace

Result<EventLexicon> EventLexicon::parse(std::string_view events, std::string_view cues) {
  EventLexicon lexicon;
  if (auto wrong =
          each_row(events, "events.txt", [&](auto line) { return lexicon.add_predicates(line); }))
    return *wrong;
  if (auto wrong = each_row(cues, "cues.txt", [&](auto line) { return lexicon.add_cue(line); }))
    return *wrong;
  return lexicon;
}

namespace {

Result<WordTable<ReportSections>> read_reports(const DataFiles& files, const std::string& path) {
  const std::initializer_list<std::string_view> sections = {
      "say",       "think", "plan",      "as",      "about",        "object",
      "adjective", "aside", "pronoun",   "as-mark", "content-mark", "relative",
      "opener",    "noun",  "noun-plan", "reason",  "author"};
  const auto lists = read_word_lists(files, path, sections);
  if (!lists) return lists.error();
  WordTable<ReportSections> table;
  std::uint8_t section = 0;
  for (const std::string_view name : sections) {
    for (const std::string& word : lists.value().find(name)->second)
      table[word].add(static_cast<ReportWord>(section));
    ++section;
  }
  return table;
}

}  // namespace

Result<EventLexicon> EventLexicon::load(const DataFiles& files, std::string_view language) {
  const std::string folder = std::string(language) + "/";
  const auto events = files.find(folder + "events.txt");
  const auto cues = files.find(folder + "cues.txt");
  if (!events || !cues)
    return Error{"expected the files " + folder + "events.txt and cues.txt", {}};
  auto lexicon = parse(*events, *cues);
  if (!lexicon) return lexicon;
  auto reports = read_reports(files, folder + "reports.txt");
  if (!reports) return reports.error();
  auto plover = PloverCodes::load(files, language);
  if (!plover) return plover.error();
  auto story = StoryRules::load(files, language);
  if (!story) return story.error();
  auto confidence = ConfidenceRules::load(files, language);
  if (!confidence) return confidence.error();
  auto figures = FigureWords::load(files, language);
  if (!figures) return figures.error();
  auto deadlines = DeadlineWords::load(files, language);
  if (!deadlines) return deadlines.error();
  EventLexicon complete = std::move(lexicon).value();
  complete.reports_ = std::move(reports).value();
  complete.plover_ = std::move(plover).value();
  complete.story_ = std::move(story).value();
  complete.confidence_ = std::move(confidence).value();
  complete.figures_ = std::move(figures).value();
  complete.deadlines_ = std::move(deadlines).value();
  return complete;
}

ReportSections EventLexicon::reports(std::string_view word) const {
  const auto found = reports_.find(word);
  return found == reports_.end() ? ReportSections() : found->second;
}

std::string EventLexicon::add_predicates(std::string_view line) {
  const auto words = split(line, ' ');
  if (words.size() < 3) return "expected: lemma[,lemma...] verb|noun type [key=value ...]";
  const bool is_verb = words[1] == "verb";
  if (!is_verb && words[1] != "noun")
    return "expected 'verb' or 'noun', found '" + std::string(words[1]) + "'";
  Predicate predicate;
  predicate.type = words[2];
  for (std::size_t i = 3; i < words.size(); ++i)
    if (!set_key(predicate, words[i])) return "unknown key '" + std::string(words[i]) + "'";
  Predicates& into = is_verb ? verbs_ : nouns_;
  for (const std::string_view lemma : split(words[0], ','))
    if (!into.try_emplace(std::string(lemma), predicate).second)
      return "'" + std::string(lemma) + "' stands in an earlier row too";
  return {};
}

std::string EventLexicon::add_cue(std::string_view line) {
  const auto words = split(line, ' ');
  if (words.size() != 3) return "expected: kind word value";
  const std::string_view kind = words[0];
  const std::string word(words[1]);
  const auto known = [&](bool value) {
    return value ? "" : "unknown value '" + std::string(words[2]) + "'";
  };
  if (WordSet* const set = words_of(kind)) {
    set->insert(word);
    return {};
  }
  if (kind == "third-person" || kind == "participle") {
    auto& endings = kind == "participle" ? participle_endings_ : third_person_endings_;
    endings.push_back({word, words[2] == "-" ? std::string() : std::string(words[2])});
    return {};
  }
  if (kind == "form") {
    lemmas_[word] = words[2];
    return {};
  }
  if (kind == "mark") {
    marks_[word] = words[2];
    return {};
  }
  if (kind == "type-by-subject") {
    const auto parts = split(words[2], ':');
    if (parts.size() != 2) return "expected: type-by-subject type type-of-subject:new-type";
    types_by_subject_[word + "/" + std::string(parts[0])] = parts[1];
    return {};
  }
  if (kind == "order") return known(assign(orders_[word], temporal_relation_named(words[2])));
  if (kind == "bound") return known(assign(bounds_[word], bound_named(words[2])));
  if (kind == "place") return known(assign(places_[word], place_role_named(words[2])));
  if (kind == "role") return known(assign(roles_[word], role_named(words[2])));
  if (kind == "noun-role") return known(assign(noun_roles_[word], role_named(words[2])));
  if (Commitments* const into = commitments_of(kind))
    return known(assign((*into)[word], commitment_named(words[2])));
  return "unknown kind of cue '" + std::string(kind) + "'";
}

WordSet* EventLexicon::words_of(std::string_view kind) {
  const std::pair<std::string_view, WordSet*> all[] = {{"negation", &negations_},
                                                       {"light", &lights_},
                                                       {"source", &sources_},
                                                       {"partner", &partners_},
                                                       {"infinitive", &infinitives_},
                                                       {"gerund", &gerunds_},
                                                       {"clause-opener", &clause_openers_},
                                                       {"definite", &definites_},
                                                       {"happening", &happenings_},
                                                       {"ending", &endings_},
                                                       {"lasting", &lastings_},
                                                       {"advising", &advisings_},
                                                       {"inverting", &invertings_},
                                                       {"complementizer", &complementizers_},
                                                       {"ignored", &ignored_},
                                                       {"granting", &grantings_},
                                                       {"closing", &closings_},
                                                       {"each", &eaches_},
                                                       {"permitting", &permittings_},
                                                       {"placing", &placings_},
                                                       {"placing-time", &placing_times_},
                                                       {"onset", &onsets_},
                                                       {"prolonging", &prolongings_},
                                                       {"shifting", &shiftings_},
                                                       {"old-time", &old_times_},
                                                       {"new-time", &new_times_},
                                                       {"binding", &bindings_},
                                                       {"ranking", &rankings_},
                                                       {"when", &whens_},
                                                       {"occasion", &occasions_},
                                                       {"first-singular", &first_singulars_},
                                                       {"first-plural", &first_plurals_},
                                                       {"circumstance", &circumstances_},
                                                       {"back-then", &back_thens_},
                                                       {"field", &fields_},
                                                       {"alternative", &alternatives_},
                                                       {"another", &others_},
                                                       {"time-of", &time_ofs_},
                                                       {"unfulfilled", &unfulfilled_},
                                                       {"untrue", &untrue_},
                                                       {"true", &true_},
                                                       {"pointing", &pointings_},
                                                       {"prospective", &prospectives_},
                                                       {"describing", &describings_},
                                                       {"adjectival", &adjectivals_},
                                                       {"past-ability", &past_abilities_}};
  const auto found = std::ranges::find(all, kind, [](const auto& each) { return each.first; });
  return found == std::end(all) ? nullptr : found->second;
}

EventLexicon::Commitments* EventLexicon::commitments_of(std::string_view kind) {
  if (kind == "modal") return &modals_;
  if (kind == "adverb") return &adverbs_;
  if (kind == "adjective") return &adjectives_;
  return nullptr;
}

std::optional<Role> EventLexicon::role(std::string_view preposition, bool under_noun) const {
  const auto& in = under_noun ? noun_roles_ : roles_;
  const auto found = in.find(preposition);
  return found == in.end() ? std::nullopt : std::optional(found->second);
}

std::optional<TimeBound::Kind> EventLexicon::bound(std::string_view signal) const {
  std::string key(signal);
  std::ranges::replace(key, ' ', '_');
  const auto found = bounds_.find(key);
  return found == bounds_.end() ? std::nullopt : std::optional(found->second);
}

TemporalRelation EventLexicon::order(std::string_view word) const {
  const auto found = orders_.find(word);
  return found == orders_.end() ? TemporalRelation::vague : found->second;
}

std::optional<PlaceRole> EventLexicon::place_role(std::string_view preposition) const {
  const auto found = places_.find(preposition);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

const Predicate* EventLexicon::find(const Predicates& in, std::string_view lemma) {
  const auto found = in.find(lemma);
  return found == in.end() ? nullptr : &found->second;
}

Commitment EventLexicon::find(const Commitments& in, std::string_view lemma) {
  const auto found = in.find(lemma);
  return found == in.end() ? Commitment::none : found->second;
}

std::string_view EventLexicon::type_by_subject(std::string_view type,
                                               std::string_view of_subject) const {
  const auto found = types_by_subject_.find(std::string(type) + "/" + std::string(of_subject));
  return found == types_by_subject_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view EventLexicon::lemma_of_form(std::string_view word) const {
  const auto found = lemmas_.find(word);
  return found == lemmas_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view EventLexicon::mark(std::string_view word) const {
  const auto found = marks_.find(word);
  return found == marks_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace dateline
