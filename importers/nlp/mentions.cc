#include "importers/nlp/mentions.h"

#include <algorithm>

#include "importers/nlp/bound_nouns.h"
#include "importers/nlp/name_kinds.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

class MentionFinder {
 public:
  MentionFinder(const Document& document, const Tree& tree, const EntityWords& words,
                const std::vector<WordForm>& forms)
      : document_(document),
        tree_(tree),
        words_(words),
        forms_(forms),
        kinds_(document, words, forms),
        in_name_(document.tokens.size(), false) {}

  std::vector<Mention> find() {
    for (const NameSpan& name : document_.names)
      for (const NameSpan& part : parts_of(name)) add_name(part);
    for (const Sentence& sentence : document_.sentences) {
      if (!is_story(sentence.kind)) continue;
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
        if (!in_name_[i]) {
          if (is_age(document_, words_, {i}))
            add_age({i});
          else
            add_common({i});
        }
    }
    std::ranges::sort(mentions_, [](const Mention& a, const Mention& b) {
      if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
      return a.tokens.last > b.tokens.last;
    });
    return std::move(mentions_);
  }

 private:
  static bool is_story(SentenceKind kind) {
    return kind == SentenceKind::prose || kind == SentenceKind::headline ||
           kind == SentenceKind::heading;
  }

  const Token& at(std::uint32_t token) const { return document_.tokens[token]; }
  std::string lower_text(std::uint32_t token) const {
    return ascii_lower(document_.text_of({token}));
  }
  std::string lemma(std::uint32_t token) const {
    const std::string& known = at(token).lemma;
    return known.empty() ? lower_text(token) : ascii_lower(known);
  }

  // --- names

  /// "Jan. 15" is a time, whatever the names say.
  bool in_time(const NameSpan& name) const {
    const Span span = document_.span_of(name.tokens);
    return std::ranges::any_of(document_.timexes, [&](const Timex& timex) {
      return timex.span.begin < span.end && span.begin < timex.span.end;
    });
  }

  /// "European" names nobody; adjectives of states do.
  bool is_adjective(const NameSpan& name) const {
    return name.label == NameLabel::miscellaneous && name.tokens.size() == 1 &&
           at(name.tokens.first).pos == Pos::adj && !kinds_.of_state(name);
  }

  /// "Americans in Ukraine" are a people in a country, not a body of that name.
  std::vector<NameSpan> parts_of(const NameSpan& name) const {
    const auto in = name.tokens.first + 1;
    const bool people = !words_.state_of_people(document_.text_of({name.tokens.first})).empty();
    if (!people || in + 1 >= name.tokens.last || at(in).pos != Pos::adp) return {name};
    NameSpan first = name, second = name;
    first.tokens.last = in;
    second.tokens.first = in + 1;
    first.label = NameLabel::miscellaneous;
    second.label = NameLabel::location;
    return {first, second};
  }

  void add_name(const NameSpan& name) {
    if (in_time(name) || is_adjective(name)) return;
    const SentenceKind where = document_.sentence_of({name.tokens.first}).kind;
    if (where == SentenceKind::byline || where == SentenceKind::furniture) return;
    if (where == SentenceKind::dateline && name.label != NameLabel::location) return;
    for (std::uint32_t i = name.tokens.first; i < name.tokens.last; ++i) in_name_[i] = true;
    Mention mention;
    mention.name = mention.tokens = name.tokens;
    mention.kind = kinds_.of(name);
    mention.head = tree_.head_of(name.tokens);
    if (mention.kind == EntityKind::person) drop_title(mention);
    if (mention.kind == EntityKind::person || mention.kind == EntityKind::organization)
      take_title(mention);
    mentions_.push_back(mention);
  }

  /// "Col. Idris Bako", "Ms Bako", where the whole was taken for the name; "King Charles" is one.
  void drop_title(Mention& mention) const {
    while (mention.name.size() > 1) {
      const std::string word = stripped(mention.name.first);
      const bool crowned = words_.has("male", word) || words_.has("female", word);
      const bool short_form =
          document_.text_of({mention.name.first}).back() == '.' || words_.has("courtesy", word);
      if (!words_.has("title", word) || (crowned && !short_form)) return;
      if (!short_form && mention.name.size() < 3) return;
      ++mention.name.first;
    }
  }

  /// Grows the mention to the left over titles: "US national security adviser" Jake Sullivan.
  void take_title(Mention& mention) {
    std::uint32_t first = mention.tokens.first;
    const std::uint32_t begin = document_.sentence_of({first}).tokens.first;
    bool title = false;
    const bool person = mention.kind == EntityKind::person;
    while (first > begin && (is_title_part(first - 1) || (person && is_calling(first - 1)) ||
                             (title && names_office(first - 1)))) {
      --first;
      title |= words_.has("title", stripped(first)) || (person && is_calling(first));
      if (title || at(first).pos == Pos::noun || at(first).pos == Pos::propn) continue;
    }
    if (!title) return;
    mention.tokens.first = first;
    for (std::uint32_t i = first; i < mention.name.first; ++i)
      if (at(i).pos == Pos::noun) in_name_[i] = true;
  }

  std::string stripped(std::uint32_t token) const {
    std::string word = lower_text(token);
    while (!word.empty() && word.back() == '.') word.pop_back();
    return word;
  }

  bool is_title_part(std::uint32_t token) const {
    const std::string word = stripped(token);
    if (words_.has("title", word) || words_.has("title-word", word)) return true;
    const std::string_view text = document_.text_of({token});
    return !words_.state_of_adjective(text).empty() || !words_.state_named(text).empty() ||
           (in_name_[token] && at(token).relation == Relation::compound);
  }

  /// "Striker" Danny Pelham: a noun for a person right before his name.
  bool is_calling(std::uint32_t token) const {
    return at(token).pos == Pos::noun && at(token).features.number == Number::singular &&
           words_.kind_of_noun(lemma(token)) == EntityKind::person;
  }

  /// "Information" before "Minister": what the title right after it is for.
  bool names_office(std::uint32_t token) const {
    const Token& word = at(token);
    const bool noun = word.pos == Pos::noun || word.pos == Pos::propn;
    return noun && word.relation == Relation::compound && word.head.index > token &&
           !in_name_[token];
  }

  // --- common nouns and pronouns

  /// "The 61-year-old", not "the 61-year-old actor".
  void add_age(TokenId old) {
    const std::uint32_t next = old.index + 1;
    const bool noun_follows = next < document_.tokens.size() &&
                              (at(next).pos == Pos::noun || at(next).pos == Pos::propn ||
                               at(next).pos == Pos::adj || at(next).pos == Pos::punct);
    if (noun_follows || !words_.has("definite", lower_text(old.index - kWordsOfAge))) return;
    Mention mention;
    mention.form = MentionForm::nominal;
    mention.tokens = {old.index - kWordsOfAge, next};
    mention.head = old;
    mention.kind = EntityKind::person;
    mentions_.push_back(mention);
  }

  void add_common(TokenId token) {
    const Pos pos = document_.at(token).pos;
    if (pos == Pos::pron || pos == Pos::det) return add_pronoun(token);
    if (pos == Pos::adj && stands_as_noun(token)) return add_nominal(token);
    if (pos == Pos::propn && is_bound(token)) return add_nominal(token);
    if (pos == Pos::adj || pos == Pos::propn) return add_adjective(token);
    if (pos == Pos::noun) add_nominal(token);
    if (pos == Pos::num) add_counted(token);
  }

  /// "Two of his aides", "one of the sources".
  void add_counted(TokenId number) {
    if (!stands_as_noun(number)) return;
    for (const TokenId child : tree_.children(number)) {
      if (child < number || document_.at(child).relation != Relation::nmod) continue;
      const auto kind = kind_of_noun(child);
      if (kind != EntityKind::person && kind != EntityKind::organization) continue;
      Mention mention;
      mention.form = MentionForm::nominal;
      mention.tokens = phrase_of(number);
      mention.head = number;
      mention.plural = !words_.has("single", lower_text(number.index));
      mention.kind = mention.plural ? EntityKind::group : *kind;
      return mentions_.push_back(mention);
    }
  }

  /// "The official said": taggers doubt whether such a word is a noun, its place in the tree does
  /// not.
  bool stands_as_noun(TokenId token) const {
    const Relation relation = universal(document_.at(token).relation);
    return relation == Relation::nsubj || relation == Relation::obj || relation == Relation::iobj ||
           relation == Relation::obl || relation == Relation::nmod;
  }

  void add_adjective(TokenId token) {
    if (words_.state_of_adjective(document_.text_of(token)).empty()) return;
    Mention mention;
    mention.tokens = mention.name = {token.index, token.index + 1};
    mention.head = token;
    mention.kind = EntityKind::state;
    mentions_.push_back(mention);
  }

  void add_pronoun(TokenId token) {
    const std::string word = lower_text(token.index);
    Mention mention;
    mention.form = MentionForm::pronoun;
    mention.tokens = {token.index, token.index + 1};
    mention.head = token;
    if (words_.has("he", word) || words_.has("she", word) || words_.has("first-singular", word)) {
      mention.kind = EntityKind::person;
    } else if (words_.has("they", word) || words_.has("first-plural", word)) {
      mention.kind = EntityKind::group;
      mention.plural = true;
    } else if (words_.has("indefinite", word) && is_modified(token)) {
      mention.form = MentionForm::nominal;
      mention.tokens = phrase_of(token);
      mention.kind = EntityKind::group;
      mention.plural = true;
    } else if (!words_.has("it", word) || document_.at(token).relation == Relation::expl) {
      return;
    }
    mentions_.push_back(mention);
  }

  bool is_modified(TokenId token) const {
    return std::ranges::any_of(tree_.children(token), [&](TokenId child) {
      const Relation relation = universal(document_.at(child).relation);
      return relation == Relation::acl || relation == Relation::nmod;
    });
  }

  bool is_noun_of(TokenId token, WordClass known) const {
    return forms_[token.index].known.noun_class == static_cast<std::uint8_t>(known);
  }

  /// The subject of a verb that tells of something that is said.
  bool speaks(TokenId token) const {
    const Token& noun = document_.at(token);
    return noun.relation == Relation::nsubj && document_.at(noun.head).pos == Pos::verb &&
           forms_[noun.head.index].known.verb_class ==
               static_cast<std::uint8_t>(WordClass::verb_communication);
  }

  /// As the lists know it, else as the dictionary does; whoever speaks is somebody.
  std::optional<EntityKind> kind_of_noun(TokenId token) const {
    if (const auto listed = words_.kind_of_noun(lemma(token.index))) return listed;
    if (document_.at(token).pos != Pos::noun) return std::nullopt;
    if (is_noun_of(token, WordClass::noun_person)) return EntityKind::person;
    const bool subject = universal(document_.at(token).relation) == Relation::nsubj;
    if (subject && is_noun_of(token, WordClass::noun_group)) return EntityKind::organization;
    if (!speaks(token)) return std::nullopt;
    return is_noun_of(token, WordClass::noun_communication) ? EntityKind::work
                                                            : EntityKind::organization;
  }

  void add_nominal(TokenId token) {
    const Relation relation = document_.at(token).relation;
    if (relation == Relation::compound || relation == Relation::flat) return;
    const std::string_view people = words_.state_of_people(document_.text_of(token));
    auto kind = kind_of_noun(token);
    if (!people.empty()) kind = EntityKind::group;
    if (!kind && is_bound(token)) kind = EntityKind::organization;
    if (!kind) return;
    Mention mention;
    mention.form = MentionForm::nominal;
    mention.tokens = phrase_of(token);
    mention.head = token;
    mention.plural = document_.at(token).features.number == Number::plural;
    const bool body = *kind == EntityKind::person || *kind == EntityKind::organization;
    mention.kind = body && mention.plural ? EntityKind::group : *kind;
    mentions_.push_back(mention);
  }

  bool is_bound(TokenId token) const {
    return is_asked(document_, tree_, words_, token) || has_duty(document_, tree_, words_, token);
  }

  /// The noun phrase around its head, without relative clauses, asides and what is coordinated.
  TokenRange phrase_of(TokenId head) const {
    TokenRange range{head.index, head.index + 1};
    // "Everyone" says nothing without what follows.
    const auto longest = document_.at(head).pos == Pos::pron ? kMaxTailOfPronoun : kMaxTail;
    for (const TokenId child : tree_.children(head)) {
      switch (document_.at(child).relation) {
        case Relation::acl_relcl:
        case Relation::appos:
        case Relation::conj:
        case Relation::cc:
        case Relation::parataxis:
        case Relation::punct:
        case Relation::case_:
        case Relation::cop:
        case Relation::mark:
        case Relation::aux:
        case Relation::nsubj:
        case Relation::advmod:
        case Relation::ccomp:
          continue;
        default:
          break;
      }
      const TokenRange below = tree_.subtree(child);
      if (below.last <= head.index) range.first = std::min(range.first, below.first);
      if (below.first > head.index && below.first <= range.last + 1 && below.size() <= longest)
        range.last = std::max(range.last, below.last);
    }
    return without_clauses(range, head);
  }

  /// "Leaders of either side", not "... who block the talks": a phrase with a clause that tells a
  /// story of its own is too long for a name.
  TokenRange without_clauses(TokenRange range, TokenId head) const {
    for (std::uint32_t i = head.index + 1; i < range.last; ++i) {
      const TokenRange clause = tree_.subtree({i});
      if (tells_story({i}) && clause.first > head.index)
        range.last = std::min(range.last, std::max(clause.first, head.index + 1));
    }
    return range;
  }

  bool tells_story(TokenId clause) const {
    switch (document_.at(clause).relation) {
      case Relation::acl_relcl:
      case Relation::advcl:
      case Relation::ccomp:
        return true;
      case Relation::acl:
        return tree_.has(clause, Relation::mark) || tree_.has(clause, Relation::nsubj) ||
               tree_.has(clause, Relation::obj) || tree_.has(clause, Relation::xcomp) ||
               has_time(tree_.subtree(clause));
      default:
        return false;
    }
  }

  bool has_time(TokenRange tokens) const {
    const Span words = document_.span_of(tokens);
    return std::ranges::any_of(document_.timexes,
                               [&](const Timex& timex) { return words.contains(timex.span); });
  }

  static constexpr std::uint32_t kMaxTail = 8;  // tokens of a phrase after its noun
  static constexpr std::uint32_t kMaxTailOfPronoun = 16;

  const Document& document_;
  const Tree& tree_;
  const EntityWords& words_;
  const std::vector<WordForm>& forms_;
  NameKinds kinds_;
  std::vector<bool> in_name_;  // by token
  std::vector<Mention> mentions_;
};

}  // namespace

bool is_age(const Document& document, const EntityWords& words, TokenId old) {
  if (old.index < kWordsOfAge) return false;
  const TokenRange last{old.index - 2, old.index + 1};
  return document.tokens[old.index - kWordsOfAge + 1].pos == Pos::num &&
         words.kind_of_noun(document.span_of(last).of(document.text())) == EntityKind::person;
}

std::vector<Mention> find_mentions(const Document& document, const Tree& tree,
                                   const EntityWords& words, const std::vector<WordForm>& forms) {
  return MentionFinder(document, tree, words, forms).find();
}

}  // namespace dateline
