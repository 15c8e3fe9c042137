#include "cli/timelines.h"

#include <utility>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "importers/format/timeline_json.h"
#include "importers/importer.h"

namespace dateline {

namespace {

/// Takes a timeline, or a message that is ready to be shown.
using Take = std::function<void(Result<Timeline>)>;

/// Without a place.
Error shown(const Message& message, const Console& console) {
  return {render(message, console.color), {}};
}

void read_resource_timelines(const Resource& resource, const Console& console, const Take& take) {
  LineFinder lines(resource.bytes);
  read_timelines(resource.bytes, [&](Result<Timeline> timeline) {
    if (timeline) return take(std::move(timeline));
    const Error& error = timeline.error();
    const Message message{resource.name, {}, error.message, resource.bytes, error.at};
    take(Error{render(message, lines, console.color), {}});
  });
}

void read_input(const Input& input, Console& console, const Take& take) {
  Result<std::string> bytes = load(input, console.in);
  if (!bytes) return take(shown({input.name, {}, bytes.error().message, {}, {}}, console));
  Resource packed;
  packed.name = input.name;
  packed.bytes = std::move(bytes).value();
  unpack_resource(std::move(packed), [&](Result<Resource> unpacked) {
    if (unpacked && !unpacked->passed_over.empty()) return;
    if (unpacked) return read_resource_timelines(*unpacked, console, take);
    take(shown({input.name, {}, unpacked.error().message, {}, {}}, console));
  });
}

}  // namespace

std::vector<Timeline> load_timelines(const std::vector<std::string>& operands, Console& console,
                                     Reporter& reporter) {
  std::vector<Timeline> timelines;
  const std::vector<Input> inputs = list_inputs(operands);
  std::uint64_t bytes = 0;
  for (const Input& input : inputs) bytes += input.bytes;
  reporter.expect(bytes);
  for (const Input& input : inputs) {
    read_input(input, console, [&](Result<Timeline> timeline) {
      if (!timeline) return reporter.skipped(timeline.error().message);
      timelines.push_back(std::move(timeline).value());
      reporter.article_done();
    });
    reporter.input_done(input.bytes);
  }
  return timelines;
}

Result<Timeline> load_timeline(const std::string& operand, Console& console) {
  std::vector<Result<Timeline>> found;
  read_input(input_named(operand), console,
             [&](Result<Timeline> timeline) { found.push_back(std::move(timeline)); });
  if (found.size() == 1) return std::move(found.front());
  const std::string message = "expected one timeline, found " + std::to_string(found.size()) +
                              (found.empty() ? "" : "; 'dateline merge' joins them");
  return shown({operand, {}, message, {}, {}}, console);
}

}  // namespace dateline
