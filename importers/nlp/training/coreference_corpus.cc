#include "importers/nlp/training/coreference_corpus.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

#include "importers/nlp/training/treebank.h"

namespace dateline {
namespace {

// "(place-1-New_Zealand(object-4" opens two, "object-4)" closes one.
class Brackets {
 public:
  void read(std::string_view cell, std::uint32_t token) {
    while (!cell.empty() && cell != "_") {
      const bool opens = cell.front() == '(';
      if (opens) cell.remove_prefix(1);
      const auto end = std::min(cell.find_first_of("()"), cell.size());
      const std::string name(cell.substr(0, end));
      cell.remove_prefix(end);
      if (opens) open_[entity_in(name)].push_back(token);
      if (cell.starts_with(')')) {
        close(entity_in(name), token);
        cell.remove_prefix(1);
      }
    }
  }

  struct Found {
    TokenRange tokens;
    int entity;
  };
  const std::vector<Found>& found() const { return found_; }

 private:
  // "place-1-New_Zealand": the number names the entity.
  static int entity_in(const std::string& name) {
    const auto dash = name.find('-');
    return dash == name.npos ? 0 : std::atoi(name.c_str() + dash + 1);
  }

  void close(int entity, std::uint32_t token) {
    auto& begins = open_[entity];
    if (begins.empty()) return;
    found_.push_back({{begins.back(), token + 1}, entity});
    begins.pop_back();
  }

  std::map<int, std::vector<std::uint32_t>> open_;
  std::vector<Found> found_;
};

bool add_brackets(const std::string& path, const Document& document, GoldCoreference& to) {
  std::ifstream in(path);
  Brackets brackets;
  std::uint32_t token = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto word = line.find('\t') + 1, cell = line.find('\t', word) + 1;
    const std::string_view form = std::string_view(line).substr(word, cell - word - 1);
    if (token == document.tokens.size() || document.text_of({token}) != form) return false;
    brackets.read(std::string_view(line).substr(cell), token++);
  }
  for (const auto& [tokens, entity] : brackets.found())
    to.mentions.push_back({document.span_of(tokens), entity});
  return token == document.tokens.size();
}

enum GapColumn : std::size_t {
  kText = 1,
  kPronoun,
  kPronounAt,
  kFirst,
  kSecond = 7,
  kGapColumns = 11
};
constexpr int kMeant = 1, kOther = 2;  // what the entities of a row of GAP are called

std::vector<std::string> gap_cells(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  return cells;
}

// The bytes of words that stand so many code points into a text.
Span span_in(const std::string& text, const std::string& code_points, std::size_t size) {
  auto left = static_cast<std::size_t>(std::atoll(code_points.c_str()));
  std::size_t at = 0;
  for (; at < text.size() && left > 0; --left) do
      ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80);
  return {static_cast<std::uint32_t>(at),
          static_cast<std::uint32_t>(std::min(at + size, text.size()))};
}

std::optional<GoldCoreference> gap_row(const std::string& line) {
  const std::vector<std::string> cells = gap_cells(line);
  if (cells.size() < kGapColumns) return std::nullopt;
  GoldCoreference gold{cells[kText], {}, true};
  const auto add = [&](std::size_t column, int entity) {
    gold.mentions.push_back({span_in(gold.text, cells[column + 1], cells[column].size()), entity});
  };
  add(kPronoun, kMeant);
  bool found = false;
  for (const std::size_t name : {std::size_t{kFirst}, std::size_t{kSecond}}) {
    const bool meant = cells[name + 2] == "TRUE" || cells[name + 2] == "true";
    add(name, meant ? kMeant : kOther + static_cast<int>(name));
    found |= meant;
  }
  return found ? std::optional(std::move(gold)) : std::nullopt;
}

// What stands in one paragraph was one line.
std::string unbroken_text(const Document& document) {
  std::string text(document.text());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool blank =
        (i + 1 < text.size() && text[i + 1] == '\n') || (i > 0 && text[i - 1] == '\n');
    if (text[i] == '\n' && !blank) text[i] = ' ';
  }
  return text;
}

// "GUM_news_flag" of its first sentence, "GUM_news_flag-1".
std::string name_of_text(const Document& document) {
  const std::string& id = document.sentences.front().id;
  return id.substr(0, id.rfind('-'));
}

}  // namespace

Result<std::vector<GoldCoreference>> read_gum_coreference(const std::vector<std::string>& paths) {
  std::vector<std::string> treebanks;
  for (const std::string& path : paths)
    if (path.ends_with(".conllu")) treebanks.push_back(path);
  const auto documents = read_treebank(treebanks);
  if (!documents) return documents.error();
  std::map<std::string, const Document*> by_name;
  for (const Document& document : *documents)
    if (!document.sentences.empty()) by_name[name_of_text(document)] = &document;
  std::vector<GoldCoreference> all;
  for (const std::string& path : paths) {
    const auto found = by_name.find(std::filesystem::path(path).stem().string());
    if (!path.ends_with(".conll") || found == by_name.end()) continue;
    GoldCoreference gold;
    gold.text = unbroken_text(*found->second);
    if (add_brackets(path, *found->second, gold)) all.push_back(std::move(gold));
  }
  if (all.empty()) return Error{"expected files of brackets and the treebank of their texts", {}};
  return all;
}

Result<std::vector<GoldCoreference>> read_gap(const std::vector<std::string>& paths) {
  std::vector<GoldCoreference> all;
  for (const std::string& path : paths) {
    std::ifstream in(path);
    if (!in) return Error{"cannot read '" + path + "'", {}};
    std::string line;
    for (std::getline(in, line); std::getline(in, line);)
      if (auto gold = gap_row(line)) all.push_back(std::move(*gold));
  }
  return all;
}

}  // namespace dateline
