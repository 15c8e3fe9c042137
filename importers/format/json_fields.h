#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/text/json_tree.h"

namespace dateline {

// How a field of an article may be told by the members of a JSON object; which names stand for
// which field is in root/article_fields.txt.

/// The string or number that a value is, or that an object holds to be it, as in
/// {"rendered":"..."}.
std::optional<JsonIndex> scalar_of(const JsonTree& tree, JsonIndex value);

/// The member that tells `field` best and is accepted: of two names the better, of two of one name
/// the last, as most readers have it.
template <typename Accepts>
std::optional<JsonIndex> best_member(const JsonTree& tree, JsonIndex object, std::string_view field,
                                     Accepts accepts);

/// Whether the object has a title of its own. What has only a name may be a firm or a person.
bool has_headline(const JsonTree& tree, JsonIndex object);

/// The member that holds the words of an article; nothing if the object is none.
std::optional<JsonIndex> text_member(const JsonTree& tree, JsonIndex object);

/// The strings that a text member is made of, in their order: one, or one a paragraph, or all that
/// stand in the lists of its sections.
std::vector<JsonIndex> strings_of(const JsonTree& tree, JsonIndex text);

// Below: how.

int rank_of_member(const JsonTree& tree, JsonIndex member, std::string_view field);

template <typename Accepts>
std::optional<JsonIndex> best_member(const JsonTree& tree, JsonIndex object, std::string_view field,
                                     Accepts accepts) {
  std::optional<JsonIndex> best;
  int best_rank = 0;
  if (tree[object].kind != JsonValue::Kind::object) return best;
  for (JsonIndex i = object + 1; i < tree[object].end; i = tree[i].end) {
    const int rank = rank_of_member(tree, i, field);
    if (rank < 0 || (best && rank > best_rank) || !accepts(i)) continue;
    best = i;
    best_rank = rank;
  }
  return best;
}

}  // namespace dateline
