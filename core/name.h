#pragma once

#include <string_view>

#include "core/token.h"

namespace dateline {

/// The classes of proper names of the CoNLL shared tasks (Tjong Kim Sang and De Meulder 2003).
enum class NameLabel : std::uint8_t { person, organization, location, miscellaneous };

/// A proper name, without title or determiner.
struct NameSpan {
  TokenRange tokens;
  NameLabel label = NameLabel::person;
};

}  // namespace dateline
