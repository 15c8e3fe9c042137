#include "importers/nlp/training/propbank.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

#include "importers/nlp/tree.h"

namespace dateline {
namespace {

constexpr std::string_view kSentenceId = "# sent_id = ";
enum Column : std::size_t { kForm = 1, kRoleset, kFirstFrame };

using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    cells.emplace_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  return cells;
}

// The arguments of one column: "(ARG0*" begins one, ")" ends it.
std::vector<Frame::FrameArgument> arguments_of(const Rows& rows, std::size_t column,
                                               std::uint32_t first) {
  std::vector<Frame::FrameArgument> arguments;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const std::string& cell = rows[i][column];
    if (cell.starts_with('(')) {
      const std::size_t end = std::min(cell.find_first_of("*)"), cell.size());
      arguments.push_back({cell.substr(1, end - 1), {first + i, first + i}});
    }
    if (cell.ends_with(')') && !arguments.empty()) arguments.back().tokens.last = first + i + 1;
  }
  std::erase_if(arguments, [](const Frame::FrameArgument& argument) {
    return argument.tokens.empty() || argument.label == "V" || argument.label == "C-V";
  });
  return arguments;
}

/// Where a sentence is.
struct Place {
  Document* document = nullptr;
  const Sentence* sentence = nullptr;
};

bool are_as_long(const Rows& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const std::vector<std::string>& row) {
    return row.size() == rows[0].size() && row.size() >= kFirstFrame;
  });
}

// False if the words are others, or the rows no table.
bool add_sentence(const Rows& rows, Place place) {
  const std::uint32_t first = place.sentence->tokens.first;
  if (rows.size() != place.sentence->tokens.size() || !are_as_long(rows)) return false;
  std::size_t column = kFirstFrame;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i][kForm] != place.document->text_of({first + i})) return false;
    if (rows[i][kRoleset] == "-") continue;
    if (column >= rows[0].size()) return false;
    Frame& frame = place.document->frames.emplace_back();
    frame.predicate = {first + i};
    frame.roleset = rows[i][kRoleset];
    frame.arguments = arguments_of(rows, column++, first);
  }
  return true;
}

std::map<std::string, Place, std::less<>> places_of(std::vector<Document>& documents) {
  std::map<std::string, Place, std::less<>> places;
  for (Document& document : documents)
    for (const Sentence& sentence : document.sentences)
      if (!sentence.id.empty()) places[sentence.id] = {&document, &sentence};
  return places;
}

// Sets the heads of all arguments.
void find_heads(Document& document) {
  const dateline::Tree tree(document);
  for (Frame& frame : document.frames)
    for (Frame::FrameArgument& argument : frame.arguments)
      argument.head = tree.head_of(argument.tokens);
}

}  // namespace

Result<std::size_t> add_frames(const std::vector<std::string>& paths,
                               std::vector<Document>& documents) {
  const auto places = places_of(documents);
  std::size_t sentences = 0;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{"cannot read '" + path + "'", {}};
    Rows rows;
    std::string line, id;
    for (bool more = true; more;) {
      more = bool(std::getline(in, line));
      if (more && line.starts_with(kSentenceId)) {
        id = line.substr(kSentenceId.size());
      } else if (more && !line.empty() && !line.starts_with("# ")) {
        rows.push_back(cells_of(line));
      } else if (!rows.empty() && (line.empty() || !more)) {
        const auto place = places.find(id);
        if (place != places.end() && !add_sentence(rows, place->second))
          return Error{path + ": expected the words of sentence '" + id +
                           "' with a column for each predicate",
                       {}};
        sentences += place != places.end();
        rows.clear();
      }
    }
  }
  for (Document& document : documents) find_heads(document);
  return sentences;
}

}  // namespace dateline
