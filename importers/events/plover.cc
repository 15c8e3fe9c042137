#include "importers/events/plover.h"

#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr std::string_view kAnyCode = "any";

bool lies_ahead(FactualityValue value) {
  return value == FactualityValue::scheduled || value == FactualityValue::conditional ||
         value == FactualityValue::possible || value == FactualityValue::probable;
}

}  // namespace

PloverCodes::Codes* PloverCodes::table(std::string_view kind) {
  if (kind == "type") return &types_;
  if (kind == "word") return &words_;
  if (kind == "ahead") return &ahead_;
  if (kind == "asked") return &asked_;
  return kind == "not" ? &not_ : nullptr;
}

Result<PloverCodes> PloverCodes::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/plover.txt";
  const auto text = files.find(path);
  if (!text) return Error{"expected the file " + path, {}};
  PloverCodes codes;
  for (const DataLine& line : data_lines(*text)) {
    const auto words = words_of(line.text);
    Codes* const to = words.size() == 3 ? codes.table(words[0]) : nullptr;
    if (!to) return data_error(path, line, "expected: type|word|ahead|asked|not  WORD  CODE");
    to->emplace(words[1], words[2]);
  }
  return codes;
}

std::string_view PloverCodes::find(const Codes& in, std::string_view word) {
  const auto found = in.find(word);
  return found == in.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view PloverCodes::code(std::string_view type, std::string_view lemma,
                                   const Factuality& factuality) const {
  std::string_view code = find(words_, lemma);
  if (code.empty()) code = find(types_, type);
  if (code.empty() || factuality.value == FactualityValue::denied ||
      factuality.value == FactualityValue::counterfactual)
    return {};
  if (factuality.value == FactualityValue::requested) return find(asked_, kAnyCode);
  if (factuality.negative)
    if (const auto other = find(not_, code); !other.empty()) return other;
  if (lies_ahead(factuality.value))
    if (const auto other = find(ahead_, code); !other.empty()) return other;
  return code;
}

}  // namespace dateline
