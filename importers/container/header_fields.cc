#include "importers/container/header_fields.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

/// More are no head of anything.
constexpr std::size_t kMaxFields = 1000, kMaxParameters = 32;

std::string_view value_of(const std::vector<HeaderField>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &HeaderField::name);
  return found == fields.end() ? std::string_view() : found->value;
}

void append_line(std::string_view line, std::vector<HeaderField>& fields) {
  const std::size_t colon = line.find(':');
  const bool goes_on = line.front() == ' ' || line.front() == '\t';
  if (goes_on && !fields.empty()) {
    fields.back().value.append(" ").append(trimmed(line));
  } else if (!goes_on && colon != line.npos && colon > 0 && fields.size() < kMaxFields) {
    fields.push_back({ascii_lower(trimmed(line.substr(0, colon))),
                      std::string(trimmed(line.substr(colon + 1)))});
  }
}

/// The value of a parameter without its quotes; `at` is then behind it.
std::string parameter_value(std::string_view text, std::size_t& at) {
  std::string value;
  if (at < text.size() && text[at] == '"') {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      value.push_back(text[at]);
    }
    at = text.find(';', at);
    return value;
  }
  const std::size_t end = std::min(text.find(';', at), text.size());
  value = trimmed(text.substr(at, end - at));
  at = end;
  return value;
}

}  // namespace

std::string_view HeaderFields::value(std::string_view name) const { return value_of(fields, name); }

HeaderFields read_header_fields(std::string_view text) {
  HeaderFields head;
  while (head.size < text.size()) {
    const std::size_t end = std::min(text.find('\n', head.size), text.size());
    std::string_view line = text.substr(head.size, end - head.size);
    head.size = std::min(end + 1, text.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    append_line(line, head.fields);
  }
  return head;
}

std::size_t head_size(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
    const std::string_view next = text.substr(end + 1);
    if (next.starts_with('\n')) return end + 2;
    if (next.starts_with("\r\n")) return end + 3;
  }
  return text.npos;
}

std::string_view MediaType::parameter(std::string_view wanted) const {
  return value_of(parameters, wanted);
}

MediaType read_media_type(std::string_view value) {
  MediaType type;
  std::size_t at = std::min(value.find(';'), value.size());
  type.name = ascii_lower(trimmed(value.substr(0, at)));
  while (at < value.size() && type.parameters.size() < kMaxParameters) {
    const std::size_t equals = value.find('=', at);
    if (equals == value.npos) break;
    HeaderField parameter{ascii_lower(trimmed(value.substr(at + 1, equals - at - 1))), {}};
    at = value.find_first_not_of(" \t", equals + 1);
    if (at == value.npos) break;
    parameter.value = parameter_value(value, at);
    type.parameters.push_back(std::move(parameter));
  }
  return type;
}

}  // namespace dateline
