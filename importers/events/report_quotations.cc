#include "importers/events/report_quotations.h"

#include <algorithm>

#include "importers/nlp/quotation_marks.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMaxToCue = 25;     // tokens from a quotation to its cue
constexpr std::uint32_t kMaxToPartCue = 6;  // if the quotation is only some words
constexpr std::uint32_t kWholeWords = 4;    // tokens of a quotation that may be a sentence
constexpr std::uint32_t kMaxTitle = 6;      // tokens of a quotation that may be a name
constexpr std::uint32_t kMaxLabel = 4;      // tokens before the colon of a transcript
constexpr std::uint32_t kMaxContent = 300;  // tokens from a cue to a quotation in its clause
constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);

class QuotationReports {
 public:
  explicit QuotationReports(ReportDrafts& drafts)
      : drafts_(drafts), context_(drafts.context()), document_(context_.document) {
    for (std::size_t i = 0; i < drafts.all().size(); ++i)
      by_place_.push_back({drafts.all()[i].report.cue.first, i});
    std::ranges::sort(by_place_);
  }

  void add() {
    std::size_t last = kNoDraft;  // the report that the quotation before belongs to
    TokenRange before;
    for (const TokenRange quotation : drafts_.quoted()) {
      if (is_title(quotation)) continue;
      std::size_t owner = owner_of(quotation);
      if (owner == kNoDraft) owner = by_cue(quotation);
      if (owner == kNoDraft && stands_alone(quotation)) owner = alone(quotation, before, last);
      last = owner;
      before = quotation;
    }
  }

 private:
  std::uint32_t paragraph_of(std::uint32_t token) const {
    return document_.sentence_of({token}).paragraph;
  }

  /// "Told “Face the Nation” that ...": a few words with capitals and no mark at their end.
  bool is_title(TokenRange quotation) const {
    if (quotation.size() < 2 || quotation.size() > kMaxTitle) return false;
    const std::string_view end = document_.text_of({quotation.last - 1});
    if (drafts_.is_mark({quotation.last - 1}) && end != ",") return false;
    for (std::uint32_t i = quotation.first; i < quotation.last; ++i) {
      const Pos pos = context_.at({i}).pos;
      const bool may_be_small =
          i > quotation.first && (pos == Pos::det || pos == Pos::adp || pos == Pos::cconj ||
                                  pos == Pos::punct || pos == Pos::part);
      const char first = document_.text_of({i}).front();
      if (!may_be_small && (first < 'A' || first > 'Z')) return false;
    }
    return true;
  }

  /// The report in whose content the quotation stands already.
  std::size_t owner_of(TokenRange quotation) {
    const std::uint32_t from = quotation.first - std::min(quotation.first, kMaxContent);
    auto near = std::ranges::lower_bound(by_place_, std::pair{from, std::size_t{0}});
    for (; near != by_place_.end() && near->first < quotation.last + kMaxContent; ++near) {
      const Report& report = drafts_.all()[near->second].report;
      if (quotation.contains(TokenId{report.cue.first})) continue;
      for (const TokenRange content : report.contents)
        if (content.overlaps(quotation)) return near->second;
    }
    return kNoDraft;
  }

  TokenRange around(TokenRange quotation) const {
    return {document_.sentence_of({quotation.first}).tokens.first,
            document_.sentence_of({quotation.last - 1}).tokens.last};
  }

  std::size_t by_cue(TokenRange quotation) {
    const TokenId cue = nearest_cue(quotation);
    if (!cue) return kNoDraft;
    const TokenRange words = drafts_.with_marks(quotation);
    if (ReportDrafts::Draft* const known = drafts_.with_cue(cue)) {
      known->report.contents.push_back(words);
      return static_cast<std::size_t>(known - drafts_.all().data());
    }
    TokenRange source = drafts_.source_of(cue);
    if (source.empty()) source = drafts_.neighbour_of(cue);
    drafts_.add(source, {cue.index, cue.index + 1}, {words}, ReportForm::quotation);
    return drafts_.all().size() - 1;
  }

  TokenId nearest_cue(TokenRange quotation) const {
    const TokenRange reach = around(quotation);
    const bool whole = quotation.size() >= kWholeWords || drafts_.is_mark({quotation.last - 1});
    TokenId best;
    std::uint32_t distance = (whole ? kMaxToCue : kMaxToPartCue) + 1;
    for (std::uint32_t i = reach.first; i < reach.last; ++i) {
      if (drafts_.inside_quotation({i}) || context_.at({i}).pos != Pos::verb) continue;
      const std::uint32_t far = i < quotation.first ? quotation.first - i : i - quotation.last + 1;
      if (far >= distance || !drafts_.is(ReportWord::say, {i})) continue;
      distance = far;
      best = {i};
    }
    return best;
  }

  /// Whether nothing but quotations stands in its sentences.
  bool stands_alone(TokenRange quotation) const {
    const TokenRange reach = around(quotation);
    for (std::uint32_t i = reach.first; i < reach.last; ++i)
      if (!drafts_.is_mark({i}) && !drafts_.inside_quotation({i})) return false;
    return true;
  }

  /// It goes on from the quotation before, or "He said:" stands over it.
  std::size_t alone(TokenRange quotation, TokenRange before, std::size_t last) {
    const TokenRange words = drafts_.with_marks(quotation);
    if (last != kNoDraft) {
      const std::uint32_t gap = paragraph_of(quotation.first) - paragraph_of(before.last - 1);
      const bool open = before.last >= document_.tokens.size() ||
                        paragraph_of(before.last) != paragraph_of(before.last - 1);
      if (gap == 0 || (gap == 1 && open)) {
        drafts_.all()[last].report.contents.push_back(words);
        return last;
      }
    }
    const TokenId cue = cue_above(quotation);
    const TokenRange source = cue ? drafts_.source_of(cue) : TokenRange{};
    if (source.empty()) return kNoDraft;
    drafts_.add(source, {cue.index, cue.index + 1}, {words}, ReportForm::quotation);
    return drafts_.all().size() - 1;
  }

  TokenId cue_above(TokenRange quotation) const {
    if (quotation.first < 2) return {};
    const TokenId mark{quotation.first - 2};
    const Sentence& sentence = document_.sentence_of(mark);
    const std::string_view sign = document_.text_of(mark);
    const bool same = sentence.paragraph == paragraph_of(quotation.first);
    if (!same && sign != ":" && sign != ",") return {};
    if (paragraph_of(quotation.first) - sentence.paragraph > 1) return {};
    for (std::uint32_t i = mark.index + 1; i-- > sentence.tokens.first;)
      if (context_.at({i}).pos == Pos::verb && drafts_.is(ReportWord::say, {i}) &&
          !drafts_.inside_quotation({i}))
        return {i};
    return {};
  }

  ReportDrafts& drafts_;
  const EventContext& context_;
  const Document& document_;
  std::vector<std::pair<std::uint32_t, std::size_t>> by_place_;  // cue and position, in order
};

class LineReports {
 public:
  explicit LineReports(ReportDrafts& drafts)
      : drafts_(drafts), context_(drafts.context()), document_(context_.document) {}

  void add() {
    const auto& sentences = document_.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool first = i == 0 || sentences[i - 1].paragraph != sentences[i].paragraph;
      if (sentences[i].tokens.empty()) continue;
      if (first) add_labelled(i);
      if (i > 0) add_signature(sentences[i]);
    }
  }

 private:
  static bool is_upper(std::string_view word) {
    return word.size() > 1 &&
           std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  }

  /// "Poll: voters doubt the plan", "BERG: No.".
  void add_labelled(std::size_t at) {
    const Sentence& sentence = document_.sentences[at];
    TokenRange name = sentence.tokens;
    if (drafts_.is_mark({name.first})) ++name.first;
    std::uint32_t colon = name.first;
    while (colon < sentence.tokens.last && colon < name.first + kMaxLabel &&
           document_.text_of({colon}) != ":")
      ++colon;
    if (colon == name.first || colon >= sentence.tokens.last || document_.text_of({colon}) != ":")
      return;
    name.last = colon;
    if (at == 0 || sentence.kind == SentenceKind::headline) {
      if (all_of(name, [&](TokenId t) { return is_name(context_.at(t).pos); }))
        drafts_.add(name, {colon, colon + 1}, {{colon + 1, sentence.tokens.last}},
                    ReportForm::line);
    } else if (all_of(name, [&](TokenId t) { return is_upper(document_.text_of(t)); })) {
      drafts_.add(name, {colon, colon + 1}, {{colon + 1, end_of_paragraph(at)}}, ReportForm::line);
    }
  }

  static bool is_name(Pos pos) { return pos == Pos::noun || pos == Pos::propn; }

  template <typename Test>
  static bool all_of(TokenRange range, Test test) {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (!test(TokenId{i})) return false;
    return true;
  }

  std::uint32_t end_of_paragraph(std::size_t at) const {
    const auto& sentences = document_.sentences;
    std::uint32_t end = sentences[at].tokens.last;
    for (std::size_t i = at;
         i < sentences.size() && sentences[i].paragraph == sentences[at].paragraph; ++i)
      end = sentences[i].tokens.last;
    return end;
  }

  /// "― Ann Berg" under a quotation.
  void add_signature(const Sentence& sentence) {
    const std::string_view dash = document_.text_of({sentence.tokens.first});
    if (dash != "―" && dash != "—" && dash != "–" && dash != "-" && dash != "--") return;
    TokenRange name{sentence.tokens.first + 1, sentence.tokens.first + 1};
    while (name.last < sentence.tokens.last && context_.at({name.last}).pos == Pos::propn)
      ++name.last;
    if (name.empty()) return;
    const auto& quoted = drafts_.quoted();
    const auto after =
        std::ranges::upper_bound(quoted, sentence.tokens.first, {}, &TokenRange::first);
    if (after == quoted.begin()) return;
    const TokenRange words = drafts_.with_marks(*std::prev(after));
    if (sentence.paragraph - document_.sentence_of({words.first}).paragraph > 1) return;
    drafts_.add(name, {sentence.tokens.first, sentence.tokens.first + 1}, {words},
                ReportForm::signature);
  }

  ReportDrafts& drafts_;
  const EventContext& context_;
  const Document& document_;
};

}  // namespace

void add_quotation_reports(ReportDrafts& drafts) { QuotationReports(drafts).add(); }

void add_line_reports(ReportDrafts& drafts) { LineReports(drafts).add(); }

}  // namespace dateline
