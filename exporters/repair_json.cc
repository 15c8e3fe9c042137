#include "exporters/repair_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <cassert>

#include "core/utf8.h"

namespace dateline {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

/// JSON holds only Unicode: a byte that is not UTF-8 becomes U+FFFD.
std::string valid_utf8(std::string_view text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_utf8(text, at);
    append_utf8(valid, next.value);
    at += next.size;
  }
  return valid;
}

bool write_text(Writer& writer, std::string_view key, std::string_view value) {
  const std::string text = valid_utf8(value);
  return writer.Key(key.data(), static_cast<unsigned>(key.size())) &&
         writer.String(text.data(), static_cast<unsigned>(text.size()));
}

bool write_repair(Writer& writer, const Repair& repair) {
  return writer.StartObject() && writer.Key("start") && writer.Uint(repair.at.begin) &&
         writer.Key("end") && writer.Uint(repair.at.end) &&
         write_text(writer, "broken", repair.broken) && write_text(writer, "fixed", repair.fixed) &&
         write_text(writer, "table", repair.table) && writer.Key("confidence") &&
         writer.Double(repair.confidence) && writer.EndObject();
}

}  // namespace

std::string repair_report_json(const std::vector<Repair>& repairs) {
  std::string json = "[";
  rapidjson::StringBuffer buffer;
  for (const Repair& repair : repairs) {
    buffer.Clear();
    Writer writer(buffer);
    writer.SetMaxDecimalPlaces(3);
    [[maybe_unused]] const bool written = write_repair(writer, repair);
    assert(written);
    json += json.size() > 1 ? ",\n " : "\n ";
    json.append(buffer.GetString(), buffer.GetSize());
  }
  return json + (repairs.empty() ? "]\n" : "\n]\n");
}

}  // namespace dateline
