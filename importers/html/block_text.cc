#include "importers/html/block_text.h"

#include <optional>
#include <utility>

#include "importers/html/entities.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

/// What stands for white space, or for nothing at all, at the beginning of a text.
struct Blank {
  std::uint32_t size = 0;  ///< bytes; 0 if a character stands there
  bool space = false;      ///< false: soft hyphens and other marks that are not seen
};

Blank blank_at(std::string_view text) {
  if (is_ascii_space(text.front())) return {1, true};
  if (static_cast<unsigned char>(text.front()) < ' ') return {1, false};  // controls
  constexpr std::string_view kUnseen[] = {"\u00AD", "\u200B", "\u2060", "\uFEFF"};
  constexpr std::string_view kSpaces[] = {"\u00A0", "\u2002", "\u2003", "\u2004", "\u2005",
                                          "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
                                          "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};
  for (const std::string_view mark : kUnseen)
    if (text.starts_with(mark)) return {static_cast<std::uint32_t>(mark.size()), false};
  for (const std::string_view space : kSpaces)
    if (text.starts_with(space)) return {static_cast<std::uint32_t>(space.size()), true};
  return {};
}

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::string_view kNoBreakSpace = "\u00A0";

/// What two bytes of UTF-8 show as that were read in another character set: "Ã" and a soft hyphen
/// are an "í", so that such a mark is not to be lost before the text is repaired.
bool may_be_mojibake(std::string_view text) {
  return text.starts_with(kSoftHyphen) || text.starts_with(kNoBreakSpace);
}

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Neither white space, nor the first byte of a reference or of a character that may be blank.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) return byte > ' ' && byte != '&';
  return byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF;
}

/// Writes the characters of text nodes, white space collapsed. What parts two blocks stands for the
/// bytes between them.
class BlockWriter {
 public:
  BlockWriter(const Text& page, const HtmlTree& tree) : tree_(tree), builder_(page) {}

  Text write(const HtmlBlocks& story) && {
    std::uint32_t last = 0;
    for (const HtmlBlock& block : story.blocks) {
      const bool same_paragraph = block.after_line_break && last == block.first_text;
      if (begun_) gap_ = same_paragraph ? "\n" : "\n\n";
      last = block.last_text;
      preformatted_ = is_preformatted(block.container);
      for (std::uint32_t i = block.first_text; i < block.last_text; ++i)
        write_text(tree_[story.texts[i]].at);
    }
    return std::move(builder_).build();
  }

 private:
  bool is_preformatted(NodeIndex node) const {
    for (; node != 0; node = tree_[node].parent)
      if (tree_[node].tag == Tag::pre) return true;
    return false;
  }

  void write_text(Span at) {
    const std::string_view page = tree_.page.substr(0, at.end);
    std::uint32_t written = at.begin;
    for (std::uint32_t i = at.begin; i < at.end;) {
      if (is_plain(page[i])) {
        ++i;
        continue;
      }
      const std::uint32_t special = i;
      const std::uint32_t size =
          page[i] == '&' ? read_reference_at(page, i, written) : read_blank_at(page, i, written);
      i = special + (size == 0 ? 1 : size);
      if (size > 0) written = i;
    }
    copy({written, at.end});
  }

  /// Size of the reference at `at`; 0 if there is none. What is before it is written first.
  std::uint32_t read_reference_at(std::string_view page, std::uint32_t at, std::uint32_t written) {
    const auto reference = read_reference(page, at);
    if (!reference) return 0;
    copy({written, at});
    const std::string_view characters = reference->characters;
    const Blank blank = blank_at(characters);
    if (blank.size == 0 || (follows_beyond_ascii() && may_be_mojibake(characters))) {
      write_gap(at);
      builder_.replace({at, at + reference->size}, characters);
      end_ = at + reference->size;
      last_ = characters.back();
    } else if (blank.space) {
      part_words();
    }
    return reference->size;
  }

  std::uint32_t read_blank_at(std::string_view page, std::uint32_t at, std::uint32_t written) {
    const Blank blank = blank_at(page.substr(at));
    if (blank.size == 0) return 0;
    copy({written, at});
    if (follows_beyond_ascii() && may_be_mojibake(page.substr(at))) {
      copy({at, at + blank.size});
      return blank.size;
    }
    const bool line_ends = preformatted_ && page[at] == '\n';
    if (line_ends && begun_ && gap_.size() < 2)
      gap_ = "\n";
    else if (blank.space)
      part_words();
    return blank.size;
  }

  /// Whether what is written so far ends right here, in a character that is not in ASCII.
  bool follows_beyond_ascii() const { return gap_.empty() && is_beyond_ascii(last_); }

  void part_words() {
    if (begun_ && gap_.empty()) gap_ = " ";
  }

  void copy(Span part) {
    if (part.empty()) return;
    write_gap(part.begin);
    builder_.copy(part);
    end_ = part.end;
    last_ = tree_.page[part.end - 1];
  }

  void write_gap(std::uint32_t next) {
    if (!gap_.empty()) builder_.replace({end_, next}, gap_);
    gap_ = {};
    begun_ = true;
  }

  const HtmlTree& tree_;
  TextBuilder builder_;
  std::string_view gap_;   // what goes before the next character
  std::uint32_t end_ = 0;  // of what is written, in the page
  char last_ = '\0';       // byte of what is written
  bool begun_ = false;
  bool preformatted_ = false;
};

/// Bytes of the marks that stand at the beginning of a text, one behind the other.
std::uint32_t size_of_marks(std::string_view text) {
  std::uint32_t size = 0;
  while (may_be_mojibake(text.substr(size))) size += 2;
  return size;
}

/// The marks that were kept for repair to judge, and that it left: soft hyphens are not seen, and
/// no-break spaces are spaces.
Text without_marks(Text text) {
  const std::string_view view = text.view();
  if (view.find(kNoBreakSpace) == view.npos && view.find(kSoftHyphen) == view.npos) return text;
  TextBuilder builder(text);
  std::uint32_t written = 0;
  for (std::size_t at = view.find('\xC2'); at != view.npos; at = view.find('\xC2', at + 1)) {
    if (at < written) continue;
    const Span marks{static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(at) + size_of_marks(view.substr(at))};
    if (marks.empty()) continue;
    builder.copy({written, marks.begin});
    written = marks.end;
    const bool is_space = marks.of(view).find(kNoBreakSpace) != view.npos;
    const bool parts = at > 0 && !is_ascii_space(view[at - 1]) && written < view.size() &&
                       !is_ascii_space(view[written]);
    if (is_space && parts) builder.replace(marks, " ");
  }
  builder.copy({written, static_cast<std::uint32_t>(view.size())});
  return std::move(builder).build();
}

}  // namespace

Repaired repaired_text_of_blocks(const Text& page, const HtmlTree& tree, const HtmlBlocks& story) {
  Repaired repaired = repair(text_of_blocks(page, tree, story));
  repaired.text = without_marks(std::move(repaired.text));
  if (tree.cut)
    repaired.diagnostics.push_back({Severity::warning, "text-cut-off",
                                    "expected a page of fewer than " +
                                        std::to_string(kMaxHtmlNodes) +
                                        " tags and texts, left out the rest",
                                    page.to_source({*tree.cut, *tree.cut + 1})});
  return repaired;
}

Text text_of_blocks(const Text& page, const HtmlTree& tree, const HtmlBlocks& story) {
  return BlockWriter(page, tree).write(story);
}

}  // namespace dateline
