#include "exporters/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>
#include <cmath>
#include <ostream>
#include <string>
#include <variant>

#include "core/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kBufferSize = 64 * 1024;  // one write() a disk block would cost more

/// RapidJSON's idea of an output stream.
class Sink {
 public:
  using Ch = char;

  explicit Sink(std::ostream& out) : out_(out), buffer_(kBufferSize, '\0') {}

  void Put(char byte) {
    buffer_[used_++] = byte;
    if (used_ == kBufferSize) Flush();
  }
  void Flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(used_));
    used_ = 0;
  }
  bool good() const { return out_.good(); }

 private:
  std::ostream& out_;
  std::string buffer_;
  std::size_t used_ = 0;
};

using Compact = rapidjson::Writer<Sink>;
using Indented = rapidjson::PrettyWriter<Sink>;

void keep_lists_on_one_line(Compact&, bool) {}
void keep_lists_on_one_line(Indented& writer, bool one_line) {
  writer.SetFormatOptions(one_line ? rapidjson::kFormatSingleLineArray : rapidjson::kFormatDefault);
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonWriter::State {
  explicit State(std::ostream& out) : sink(out), writer(std::in_place_type<Compact>, sink) {}

  Sink sink;
  std::variant<Compact, Indented> writer;
  bool good = true;
  int lists = 0;  // that are open
};

JsonWriter::JsonWriter(std::ostream& out, Layout layout) : state_(std::make_unique<State>(out)) {
  if (layout == Layout::one_line) return;
  state_->writer.emplace<Indented>(state_->sink).SetIndent(' ', 1);
}

JsonWriter::~JsonWriter() = default;

template <typename Call>
void JsonWriter::call(Call call) {
  state_->good = std::visit(call, state_->writer) && state_->good;
}

void JsonWriter::begin_object() {
  call([](auto& writer) { return writer.StartObject(); });
}
void JsonWriter::end_object() {
  call([](auto& writer) { return writer.EndObject(); });
}
void JsonWriter::begin_array() {
  call([](auto& writer) { return writer.StartArray(); });
}
void JsonWriter::end_array() {
  call([](auto& writer) { return writer.EndArray(); });
}

void JsonWriter::begin_list() {
  begin_array();
  ++state_->lists;
  std::visit([](auto& writer) { keep_lists_on_one_line(writer, true); }, state_->writer);
}
void JsonWriter::end_list() {
  end_array();
  const bool inside = --state_->lists > 0;
  std::visit([=](auto& writer) { keep_lists_on_one_line(writer, inside); }, state_->writer);
}

void JsonWriter::key(std::string_view name) {
  call([name](auto& writer) { return writer.Key(name.data(), size_of(name)); });
}

void JsonWriter::text(std::string_view value) {
  const auto write = [this](std::string_view valid) {
    call([valid](auto& writer) { return writer.String(valid.data(), size_of(valid)); });
  };
  if (first_invalid_utf8(value)) return write(replace_invalid_utf8(value));
  write(value);
}

void JsonWriter::number(double value) {
  call([value](auto& writer) { return std::isfinite(value) && writer.Double(value); });
}
void JsonWriter::number(std::uint32_t value) {
  call([value](auto& writer) { return writer.Uint(value); });
}
void JsonWriter::boolean(bool value) {
  call([value](auto& writer) { return writer.Bool(value); });
}

bool JsonWriter::finish() {
  const bool complete =
      std::visit([](const auto& writer) { return writer.IsComplete(); }, state_->writer);
  state_->sink.Put('\n');
  state_->sink.Flush();
  return state_->good && complete && state_->sink.good();
}

}  // namespace dateline
