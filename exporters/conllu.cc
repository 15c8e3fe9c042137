#include "exporters/conllu.h"

#include <algorithm>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "core/characters.h"
#include "core/document.h"

namespace dateline {
namespace {

// White space would break the columns and lines of the format.
std::string without_breaks(std::string_view text) {
  std::string plain(text);
  for (char& c : plain)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return plain.empty() ? "_" : plain;
}

class ConlluWriter {
 public:
  ConlluWriter(const Document& document, std::ostream& out) : document_(document), out_(out) {}

  void write() {
    out_ << "# newdoc";
    if (!document_.article.source.empty())
      out_ << " id = " << without_breaks(document_.article.source);
    out_ << '\n';
    std::uint32_t paragraph = TokenId::kNone;
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.paragraph != paragraph) out_ << "# newpar\n";
      paragraph = sentence.paragraph;
      write_sentence(sentence);
    }
  }

 private:
  bool touches_next(std::uint32_t token) const {
    const auto& tokens = document_.tokens;
    return token + 1 < tokens.size() && tokens[token].span.end == tokens[token + 1].span.begin;
  }

  // "do" before "n't", "Biden" before "'s", "can" before "not": two words in one.
  bool has_clitic(std::uint32_t token, TokenRange sentence) const {
    if (token + 1 >= sentence.last || !touches_next(token)) return false;
    const Token& next = document_.tokens[token + 1];
    if (next.pos == Pos::punct || next.pos == Pos::sym) return false;
    const std::string_view host = document_.text_of(TokenId{token});
    const std::string_view clitic = document_.text_of(TokenId{token + 1});
    const auto is_letter = [](char32_t c) { return kind_of(c) == CharacterKind::letter; };
    const bool word =
        is_letter(first_of(host)) && is_letter(static_cast<unsigned char>(host.back()));
    const char32_t first = plain(first_of(clitic));
    return word && (first == '\'' || is_letter(first));
  }

  void write_sentence(const Sentence& sentence) {
    if (!sentence.id.empty()) out_ << "# sent_id = " << sentence.id << '\n';
    out_ << "# text = " << without_breaks(sentence.span.of(document_.text())) << '\n';
    std::uint32_t inside = sentence.tokens.first;  // words before it belong to a multiword token
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (i >= inside && has_clitic(i, sentence.tokens)) inside = write_whole(i, sentence.tokens);
      write_word(i, sentence.tokens, i < inside);
    }
    out_ << '\n';
  }

  // The line of a multiword token; its end.
  std::uint32_t write_whole(std::uint32_t first, TokenRange sentence) {
    std::uint32_t last = first + 1;
    while (has_clitic(last, sentence)) ++last;
    out_ << first - sentence.first + 1 << '-' << last - sentence.first + 1 << '\t'
         << without_breaks(document_.span_of({first, last + 1}).of(document_.text()))
         << "\t_\t_\t_\t_\t_\t_\t_\t" << (touches_next(last) ? "SpaceAfter=No" : "_") << '\n';
    return last + 1;
  }

  void write_word(std::uint32_t i, TokenRange sentence, bool inside) {
    const Token& token = document_.tokens[i];
    out_ << i - sentence.first + 1 << '\t' << without_breaks(document_.text_of(TokenId{i})) << '\t'
         << without_breaks(token.lemma) << '\t' << name_of(token.pos) << "\t_\t"
         << to_string(token.features) << '\t'
         << (token.head ? token.head.index - sentence.first + 1 : 0) << '\t'
         << name_of(token.relation) << "\t_\t"
         << (!inside && touches_next(i) && i + 1 < sentence.last ? "SpaceAfter=No" : "_") << '\n';
  }

  const Document& document_;
  std::ostream& out_;
};

}  // namespace

bool write_conllu(const Document& document, std::ostream& out) {
  ConlluWriter(document, out).write();
  return bool(out);
}

bool write_name_columns(const Document& document, std::ostream& out) {
  static constexpr std::string_view kLabels[] = {"PER", "ORG", "LOC", "MISC"};
  if (!document.article.source.empty())
    out << "# doc = " << without_breaks(document.article.source) << '\n';
  auto name = document.names.begin();
  for (const Sentence& sentence : document.sentences) {
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      while (name != document.names.end() && name->tokens.last <= i) ++name;
      const bool inside = name != document.names.end() && name->tokens.contains(TokenId{i});
      out << without_breaks(document.text_of(TokenId{i})) << '\t';
      if (inside)
        out << (name->tokens.first == i ? "B-" : "I-")
            << kLabels[static_cast<std::size_t>(name->label)] << '\n';
      else
        out << "O\n";
    }
    out << '\n';
  }
  return bool(out);
}

namespace {

// What a frame's column says of a token.
std::string role_cell(const Frame& frame, std::uint32_t token) {
  if (frame.predicate.index == token) return "(V*)";
  for (const Frame::FrameArgument& argument : frame.arguments) {
    if (!argument.tokens.contains(TokenId{token})) continue;
    std::string cell = argument.tokens.first == token ? "(" + argument.label + "*" : "*";
    return argument.tokens.last == token + 1 ? cell + ")" : cell;
  }
  return "*";
}

// An unknown predicate has the first roleset of its lemma.
std::string roleset_cell(const Document& document, const Frame& frame) {
  if (!frame.roleset.empty()) return frame.roleset;
  return without_breaks(document.at(frame.predicate).lemma) + ".01";
}

void write_roles(const Document& document, const Sentence& sentence, std::span<const Frame> frames,
                 std::ostream& out) {
  if (!sentence.id.empty()) out << "# sent_id = " << sentence.id << '\n';
  for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    out << i - sentence.tokens.first + 1 << '\t' << without_breaks(document.text_of(TokenId{i}));
    const auto own = std::find_if(frames.begin(), frames.end(),
                                  [i](const Frame& frame) { return frame.predicate.index == i; });
    out << '\t' << (own == frames.end() ? "-" : roleset_cell(document, *own));
    for (const Frame& frame : frames) out << '\t' << role_cell(frame, i);
    out << '\n';
  }
  out << '\n';
}

}  // namespace

bool write_role_columns(const Document& document, std::ostream& out) {
  auto first = document.frames.begin();
  for (const Sentence& sentence : document.sentences) {
    auto last = first;
    while (last != document.frames.end() && sentence.tokens.contains(last->predicate)) ++last;
    write_roles(document, sentence, {first, last}, out);
    first = last;
  }
  return bool(out);
}

}  // namespace dateline
