#include "importers/events/title_forms.h"

#include "importers/data_lines.h"

namespace dateline {

Result<TitleForms> TitleForms::parse(std::string_view file) {
  TitleForms forms;
  for (const DataLine& line : data_lines(file))
    if (const std::string wrong = forms.add(line.text); !wrong.empty())
      return data_error("event_titles.txt", line, wrong);
  return forms;
}

Result<TitleForms> TitleForms::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/event_titles.txt";
  const auto file = files.find(path);
  if (!file) return Error{"expected the file " + path, {}};
  return parse(*file);
}

std::string TitleForms::add(std::string_view line) {
  const auto words = words_of(line);
  if (words[0] == "form") {
    const auto equals = line.find(" = ");
    if (equals == line.npos || equals < 5) return "expected: form NAME = words";
    forms_[std::string(line.substr(5, equals - 5))] = line.substr(equals + 3);
    return {};
  }
  if (words[0] == "drop" && words.size() == 2) {
    dropped_.emplace(words[1]);
    return {};
  }
  if (words[0] == "plural" && words.size() == 2) {
    plurals_.emplace(words[1]);
    return {};
  }
  if (words[0] == "subject" && words.size() == 3) {
    subjects_[std::string(words[1])] = words[2];
    return {};
  }
  if (words.size() != 3 || (words[0] != "third" && words[0] != "word"))
    return "expected 'form', 'third', 'word', 'plural', 'subject' or 'drop' with its words";
  auto& into = words[0] == "third" ? suffixes_ : irregular_;
  into[words[1] == "-" ? "" : std::string(words[1])] = words[2];
  return {};
}

std::string TitleForms::fill(const std::string& form, bool plural, const Parts& parts) const {
  auto found = plural ? forms_.find(form + "/plural") : forms_.end();
  if (found == forms_.end()) found = forms_.find(form);
  if (found == forms_.end()) return {};
  std::string text;
  const std::string_view words = found->second;
  for (std::size_t at = 0; at < words.size();) {
    const auto open = std::min(words.find('{', at), words.size());
    text += words.substr(at, open - at);
    const auto close = words.find('}', open);
    if (close == words.npos) break;
    const auto part = parts.find(words.substr(open + 1, close - open - 1));
    if (part != parts.end()) text += part->second;
    at = close + 1;
  }
  std::string tidy;
  for (const char c : text)
    if (c != ' ' || (!tidy.empty() && tidy.back() != ' ')) tidy += c;
  while (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

std::string_view TitleForms::as_subject(std::string_view pronoun) const {
  const auto found = subjects_.find(pronoun);
  return found == subjects_.end() ? std::string_view() : std::string_view(found->second);
}

std::string TitleForms::third_person(std::string_view verb) const {
  if (const auto found = irregular_.find(verb); found != irregular_.end()) return found->second;
  for (std::size_t at = 0; at <= verb.size(); ++at) {
    const auto found = suffixes_.find(verb.substr(at));
    if (found != suffixes_.end()) return std::string(verb.substr(0, at)) + found->second;
  }
  return std::string(verb);
}

}  // namespace dateline
