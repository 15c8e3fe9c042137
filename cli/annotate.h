#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "core/document.h"
#include "importers/format/conllu.h"
#include "importers/pipeline.h"

namespace dateline {

/// A format of text that is cut into words already: `annotate --from`.
struct TokenFormat {
  std::string_view name, description;
  void (*read)(std::string_view bytes, const DocumentSink& sink);
};
std::span<const TokenFormat> token_formats();

/// A format that layers of a document leave in: `annotate --to`.
struct LayerFormat {
  std::string_view name, description;
  bool (*write)(const Document& document, std::ostream& out);
  Layer layer = Layer::events;
};
std::span<const LayerFormat> layer_formats();

}  // namespace dateline
