#include "importers/text/repair.h"

namespace dateline {

Repaired repair(const Text& text) { return {text, {}}; }

}  // namespace dateline
