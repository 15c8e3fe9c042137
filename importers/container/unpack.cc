#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "importers/container/bounded_output.h"
#include "importers/container/passed_over.h"
#include "importers/importer.h"

namespace dateline {
namespace {

// A gzip file in a gzip file is an accident; a fifth layer is an attack.
constexpr int kMaxLayers = 4;
/// Largest file that is taken into memory: offsets in it are 32 bits.
constexpr std::size_t kMaxFileBytes = std::numeric_limits<std::uint32_t>::max();

const Container* container_of(std::string_view bytes) {
  for (const Container& container : containers())
    if (container.accepts(bytes)) return &container;
  return nullptr;
}

/// How deep the bytes were packed, and whether they are one of many.
struct Depth {
  int layers = 0;
  bool in_archive = false;
};

Error too_large(int layers) {
  if (layers == 0) return {"larger than 4 GiB, the most that is read", {}};
  return {"expected at most " + std::to_string(kMaxUnpackedBytes) + " bytes unpacked, found more",
          {}};
}

/// What is whole before damage is given, and then the damage told.
void give_bytes(Packed packed, const ResourceSink& sink, Depth depth) {
  Resource resource = std::move(packed.about);
  resource.pages = nullptr;
  const std::size_t most = depth.layers == 0 ? kMaxFileBytes : kMaxUnpackedBytes;
  resource.bytes = packed.bytes.take(most);
  const bool over = !packed.bytes.at_end();
  const Error fault = packed.bytes.fault();
  const bool damaged = !fault.message.empty();
  if (!over && !packed.bytes.refused() && !(damaged && resource.bytes.empty()))
    sink(std::move(resource));
  if (over) sink(too_large(depth.layers));
  if (damaged) sink(fault);
}

void unpack_layer(Packed packed, const ResourceSink& sink, Depth depth) {
  if (!packed.about.passed_over.empty()) return sink(std::move(packed.about));
  const std::string_view head = packed.bytes.peek(kContainerHead);
  const Container* container = container_of(head);
  if (container == nullptr) {
    if (depth.in_archive) packed.about.passed_over = why_no_article(packed.about, head);
    if (!packed.about.passed_over.empty() && packed.bytes.fault().message.empty())
      return sink(std::move(packed.about));
    return give_bytes(std::move(packed), sink, depth);
  }
  if (depth.layers == kMaxLayers)
    return sink(Error{"expected an article, found a fifth archive within four others", {}});
  const Depth deeper{depth.layers + 1, depth.in_archive || container->archive};
  container->unpack(std::move(packed), [&](Result<Packed> unpacked) {
    if (!unpacked) return sink(unpacked.error());
    unpack_layer(std::move(unpacked).value(), sink, deeper);
  });
}

}  // namespace

void unpack_resource(Packed packed, const ResourceSink& sink) {
  unpack_layer(std::move(packed), sink, {});
}

void unpack_resource(Resource resource, const ResourceSink& sink) {
  std::string bytes = std::exchange(resource.bytes, {});
  unpack_resource(Packed{std::move(resource), ByteStream::of(std::move(bytes))}, sink);
}

}  // namespace dateline
