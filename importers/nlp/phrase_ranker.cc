#include "importers/nlp/phrase_ranker.h"

#include <algorithm>
#include <bit>

#include "importers/nlp/hash.h"
#include "importers/nlp/pronouns.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTouchesBack = 120;  // mentions that are looked at for candidates
constexpr std::size_t kMaxChoices = 20;
constexpr std::size_t kMaxFeatures = 40;               // of one choice
constexpr std::uint32_t kMaxSentencesUnlike = 2;       // to a chain without a word in common
constexpr std::uint32_t kMaxSentencesPronoun = 3;      // from a pronoun to what it stands for
constexpr std::uint64_t kProbe = 0x70687261736573ull;  // changed when what a feature means does

/// How a phrase's noun is found in what a chain was called.
enum class Match : std::uint8_t { none, same, narrower, called, name_end, in_name };

/// How a phrase and the last mention of a chain stand to each other in the tree.
enum class Pattern : std::uint8_t {
  none,
  beside,     ///< "Quill, the maker of scales,"
  predicate,  ///< "Quill is the maker of scales"
  inside,     ///< one within the other
  co_argument,
  same_clause_owner,  ///< "she ... her"
};

std::uint64_t binned(std::size_t n) { return n < 4 ? n : 2 + std::bit_width(n); }

bool is_pronoun(PhraseType type) { return type <= PhraseType::demonstrative; }

class ChoiceFinder {
 public:
  ChoiceFinder(const PhraseContext& context, MentionId phrase, ChainId rule)
      : context_(context),
        document_(context.document),
        id_(phrase),
        rule_(rule),
        found_(document_.mentions[phrase.index]),
        facts_(context.facts[phrase.index]) {}

  std::vector<PhraseChoice> find() {
    choices_.emplace_back();
    const std::size_t reach = std::min(context_.recent.size(), kMaxTouchesBack);
    std::vector<ChainId> seen;
    for (std::size_t back = 1; back <= reach && choices_.size() <= kMaxChoices; ++back) {
      const ChainId chain = context_.recent[context_.recent.size() - back];
      if (std::ranges::find(seen, chain) != seen.end()) continue;
      const GrowingChain& growing = context_.growing[chain.index];
      const bool ahead = growing.last.index > id_.index;
      if (chain == rule_ || (!ahead && may_join(growing) && !holds(growing.last)))
        add(chain, growing.last, choices_.size() - 1);
      if (chain == rule_ || !ahead) seen.push_back(chain);
    }
    add_ahead(seen);
    choices_.front().features = features_of_opening();
    return std::move(choices_);
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  const PhraseFacts& facts(MentionId id) const { return context_.facts[id.index]; }
  const Token& at(TokenId token) const { return document_.at(token); }

  /// Those that are named later in the sentence: "the clerk, Amy Tran", "after his death, Quill".
  void add_ahead(const std::vector<ChainId>& seen) {
    const std::uint32_t end = document_.sentence_of(found_.head).tokens.last;
    for (auto i = id_.index + 1; i < document_.mentions.size(); ++i) {
      const Mention& later = document_.mentions[i];
      if (later.tokens.first >= end) break;
      if (later.form != MentionForm::name || !later.chain) continue;
      if (std::ranges::find(seen, later.chain) != seen.end()) continue;
      const bool subject = facts({i}).role == PhraseRole::subject;
      if (later.chain != rule_ && !(is_pronoun(facts_.type) && subject)) continue;
      if (later.chain == rule_ || may_join(context_.growing[later.chain.index]))
        add(later.chain, {i}, choices_.size() - 1);
      break;
    }
  }

  /// "Her tapes" are not her.
  bool holds(MentionId last) const {
    return facts(last).whole.contains(found_.tokens) && pattern_of(last) == Pattern::inside;
  }

  bool may_join(const GrowingChain& growing) const {
    const EntityKind kind = growing.chain.kind;
    const std::uint32_t apart = facts_.sentence - facts(growing.last).sentence;
    const bool plural = mention(growing.chain.mentions.front()).plural;
    if (is_pronoun(facts_.type) && apart > kMaxSentencesPronoun) return false;
    if (is_beside_its_own(document_, id_, growing)) return false;
    switch (facts_.type) {
      case PhraseType::person_pronoun:
        return (kind == EntityKind::person || (kind == EntityKind::other && !plural)) &&
               (growing.gender == Gender::unknown || facts_.gender == Gender::unknown ||
                growing.gender == facts_.gender);
      case PhraseType::speaker_pronoun:
        return facts(growing.chain.mentions.front()).type == PhraseType::speaker_pronoun &&
               facts(growing.last).quoted == facts_.quoted;
      case PhraseType::thing_pronoun:
      case PhraseType::demonstrative:
        return found_.plural == plural && kind != EntityKind::person && kind != EntityKind::group;
      case PhraseType::group_pronoun:
        return plural || kind == EntityKind::group || kind == EntityKind::organization ||
               kind == EntityKind::state;
      default:
        return noun_may_join(growing, apart);
    }
  }

  bool noun_may_join(const GrowingChain& growing, std::uint32_t apart) const {
    if (found_.form == MentionForm::nominal && !kinds_meet(growing.chain.kind, found_.kind))
      return false;
    if (facts_.type != PhraseType::name && is_told_apart(growing)) return false;
    if (is_new(growing, apart)) return false;
    if (match_of(growing) != Match::none) return true;
    const bool goes_back =
        facts_.type == PhraseType::definite || facts_.type == PhraseType::possessed;
    return apart <= (goes_back ? kMaxSentencesUnlike : 0);
  }

  /// "A joint commission": not one that the story has told of, unless only its headline has.
  bool is_new(const GrowingChain& growing, std::uint32_t apart) const {
    const TokenId first = mention(growing.chain.mentions.front()).head;
    return facts_.type == PhraseType::indefinite && apart > 0 &&
           document_.sentence_of(first).kind == SentenceKind::prose;
  }

  /// "The flight data recorder" is not the cockpit voice recorder.
  bool is_told_apart(const GrowingChain& growing) const {
    return !facts_.modifiers.empty() && !growing.modifiers.empty() &&
           std::ranges::find(growing.heads, facts_.head) != growing.heads.end() &&
           std::ranges::none_of(facts_.modifiers, [&](std::uint64_t word) {
             return std::ranges::find(growing.modifiers, word) != growing.modifiers.end();
           });
  }

  static bool kinds_meet(EntityKind a, EntityKind b) {
    const auto body = [](EntityKind kind) {
      return kind == EntityKind::organization || kind == EntityKind::group ||
             kind == EntityKind::state || kind == EntityKind::place;
    };
    return a == b || a == EntityKind::other || (body(a) && body(b)) ||
           (a == EntityKind::person && b == EntityKind::group);
  }

  Match match_of(const GrowingChain& growing) const {
    if (std::ranges::find(growing.heads, facts_.head) != growing.heads.end()) {
      const bool all = std::ranges::all_of(facts_.modifiers, [&](std::uint64_t word) {
        return std::ranges::find(growing.modifiers, word) != growing.modifiers.end();
      });
      return all ? Match::same : Match::narrower;
    }
    if (std::ranges::find(growing.called, facts_.head) != growing.called.end())
      return Match::called;
    for (const auto& name : growing.name_words) {
      if (name.empty()) continue;
      if (name.back() == facts_.head) return Match::name_end;
      if (std::ranges::find(name, facts_.head) != name.end()) return Match::in_name;
    }
    return Match::none;
  }

  Pattern pattern_of(MentionId last) const {
    const Mention& other = mention(last);
    const TokenId head = found_.head, before = other.head;
    if (at(head).relation == Relation::appos && at(head).head == before) return Pattern::beside;
    if (at(before).relation == Relation::appos && at(before).head == head) return Pattern::beside;
    const bool close = other.tokens.last + 1 == found_.tokens.first ||
                       found_.tokens.last + 1 == other.tokens.first;
    if (close && facts_.role == PhraseRole::apposition) return Pattern::beside;
    if (at(before).head == head && universal(at(before).relation) == Relation::nsubj &&
        context_.tree.has(head, Relation::cop))
      return Pattern::predicate;
    if (facts(last).whole.contains(head) || facts_.whole.contains(before)) return Pattern::inside;
    if (facts_.role == PhraseRole::owner && facts(last).role == PhraseRole::subject &&
        context_.tree.dominates(at(before).head, head))
      return Pattern::same_clause_owner;
    if (at(head).head && at(head).head == at(before).head) return Pattern::co_argument;
    return Pattern::none;
  }

  static std::uint64_t form_of(const GrowingChain& growing) {
    const bool named = !growing.names.empty();
    return static_cast<std::uint64_t>(growing.chain.kind) * 2 + named;
  }

  void add(ChainId chain, MentionId last, std::size_t rank) {
    PhraseChoice choice{chain, last, false, {}};
    features_ = &choice.features;
    features_->reserve(kMaxFeatures);
    const GrowingChain& growing = context_.growing[chain.index];
    const PhraseFacts& other = facts(last);
    const bool ahead = last.index > id_.index;
    const std::uint64_t apart = ahead ? 15 : binned(facts_.sentence - other.sentence);
    const auto match = is_pronoun(facts_.type) ? Match::none : match_of(growing);
    const Pattern pattern = pattern_of(last);
    choice.alike = (match != Match::none && match != Match::called) || pattern == Pattern::beside ||
                   pattern == Pattern::predicate;
    const std::uint64_t form = form_of(growing), near = binned(rank);
    const std::size_t times = growing.chain.mentions.size();
    const auto gender = growing.gender == Gender::unknown || facts_.gender == Gender::unknown
                            ? 0
                            : 1 + (growing.gender == facts_.gender);
    const auto first_type = facts(growing.chain.mentions.front()).type;
    put(1, form);
    put(2, match, form);
    put(3, match, apart);
    put(4, match, near);
    put(5, form, apart);
    put(6, other.role, apart);
    put(7, facts_.role, other.role, apart == 0);
    put(8, found_.plural, mention(last).plural, match);
    put(9, gender);
    put(10, found_.kind, form, match);
    put(11, facts_.noun_class, growing.noun_class, match == Match::none);
    if (match == Match::none) {
      put(12, facts_.head, form);
      put(13, facts_.head, growing.heads.empty() ? 0 : growing.heads.front());
    }
    put(14, binned(times), form);
    put(15, facts(growing.chain.mentions.front()).sentence < 2, form);
    put(16, match, facts_.determiner);
    put(17, pattern);
    put(18, pattern, form, match == Match::none);
    put(19, facts_.quoted, other.quoted, other.type);
    put(20, chain == rule_, match);
    put(21, other.type, apart, near);
    put(22, binned(ahead ? last.index - id_.index : id_.index - last.index), match);
    put(23, first_type, match);
    put(24, other.type, pattern);
    put(25, facts_.head, growing.noun_class);
    put(26, facts_.followed, match, facts_.modifiers.empty());
    put(27, facts_.role, facts_.verb_class, form, match == Match::none);
    put(28, facts_.role, facts_.verb_class, growing.noun_class, match == Match::none);
    put(29, other.main_subject, apart, near);
    put(30, subject_above(last), facts_.role, apart == 0);
    put(31, chain == rule_, bool(rule_), form, match == Match::none);
    put(32, facts_.role == other.role, facts_.verb_class == other.verb_class, apart);
    put(33, other.noun_class, other.type, match);
    put(34, opens_sentence(last), apart);
    choices_.push_back(std::move(choice));
    matches_.push_back(match);
  }

  /// Whether the subject of a clause around the phrase.
  bool subject_above(MentionId last) const {
    const TokenId verb = at(mention(last).head).head;
    return facts(last).role == PhraseRole::subject && verb &&
           context_.tree.dominates(verb, found_.head);
  }

  bool opens_sentence(MentionId last) const {
    const TokenId head = mention(last).head;
    return document_.sentence_of(head).tokens.first + 2 >= mention(last).tokens.first;
  }

  std::vector<std::uint64_t> features_of_opening() {
    std::vector<std::uint64_t> all;
    features_ = &all;
    bool seen = false, same = false;
    for (const Match match : matches_) {
      seen |= match != Match::none;
      same |= match == Match::same;
    }
    put(40);
    put(41, facts_.role);
    put(42, facts_.noun_class);
    put(43, facts_.head);
    put(44, facts_.determiner);
    put(45, found_.kind, found_.plural);
    put(46, std::min<std::size_t>(facts_.modifiers.size(), 3), facts_.followed);
    put(47, seen, same);
    put(48, facts_.followed, seen);
    put(49, binned(facts_.sentence));
    put(50, bool(rule_));
    put(51, binned(choices_.size()), seen);
    for (const std::uint64_t word : facts_.modifiers) put(52, word);
    return all;
  }

  template <typename... Values>
  void put(std::uint64_t number, Values... values) {
    std::uint64_t hash = hash_with(kProbe + number, static_cast<std::uint64_t>(facts_.type));
    ((hash = hash_with(hash, static_cast<std::uint64_t>(values))), ...);
    features_->push_back(mixed(hash));
  }

  const PhraseContext& context_;
  const Document& document_;
  MentionId id_;
  ChainId rule_;
  const Mention& found_;
  const PhraseFacts& facts_;
  std::vector<PhraseChoice> choices_;
  std::vector<Match> matches_;  // of the choices but the first
  std::vector<std::uint64_t>* features_ = nullptr;
};

}  // namespace

std::vector<PhraseChoice> phrase_choices(const PhraseContext& context, MentionId phrase,
                                         ChainId rule) {
  return ChoiceFinder(context, phrase, rule).find();
}

std::uint64_t phrase_features_hash() { return kProbe; }

Result<PhraseRanker> PhraseRanker::from_model(const ModelFile& model) {
  PhraseRanker ranker;
  const auto weights = LinearModel::from_bytes(model.section(0));
  if (!weights) return weights.error();
  ranker.weights_ = *weights;
  ranker.scale_ = read_at<float>(model.section(1), 0);
  if (ranker.weights_.classes() != 1 || !(ranker.scale_ > 0))
    return Error{"expected one class and a scale", {}};
  return ranker;
}

Result<PhraseRanker> PhraseRanker::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/phrases.model";
  if (const auto bytes = files.find(path); !bytes || bytes->empty()) return PhraseRanker{};
  const auto model = ModelFile::load(files, path, kPhrasesKind, phrase_features_hash());
  if (!model) return model.error();
  auto ranker = from_model(*model);
  if (!ranker) return Error{path + ": " + ranker.error().message, {}};
  return ranker;
}

double PhraseRanker::score(std::span<const std::uint64_t> features) const {
  std::int32_t sum = 0;
  weights_.add_scores(features, std::span(&sum, 1));
  return static_cast<double>(sum) * scale_;
}

}  // namespace dateline
