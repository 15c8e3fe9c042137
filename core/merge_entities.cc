#include "core/merge_entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/characters.h"
#include "core/content_order.h"
#include "core/disjoint_sets.h"
#include "core/name_key.h"

namespace dateline {
namespace {

/// Letters without case, as of Chinese, may begin a name.
bool may_begin_name(std::string_view word) {
  return kind_of(first_of(word)) == CharacterKind::letter && !starts_lower(word);
}

/// How many words of a name, parted by spaces, may begin one.
std::size_t count_name_words(std::string_view name) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (end > at && may_begin_name(name.substr(at, end - at))) ++count;
    at = end + 1;
  }
  return count;
}

/// A person's key without initials between the first and the last word.
std::string without_initials(const std::string& key) {
  const auto words = words_of_key(key);
  std::string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 < words.size() && words[i].size() == 1) continue;
    if (!kept.empty()) kept += ' ';
    kept += words[i];
  }
  return kept;
}

std::string key_of(EntityKind kind, std::string_view name) {
  const std::string key = name_key(name);
  return kind == EntityKind::person ? without_initials(key) : key;
}

/// Whether the same words stand in lower case somewhere: then they are a noun that began a
/// sentence.
bool is_noun(const Entity& entity, const std::string& key) {
  return std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const std::string& alias) {
    return !alias.empty() && starts_lower(alias) && name_key(alias) == key;
  });
}

/// The key of an entity's full name; empty if it has none.
std::string full_name_key(const Entity& entity) {
  if (entity.anonymous || entity.name.empty()) return {};
  const std::string key = key_of(entity.kind, entity.name);
  const std::size_t words = words_of_key(key).size(), names = count_name_words(entity.name);
  switch (entity.kind) {
    case EntityKind::person:
      return words >= 2 && names >= 2 ? key : "";
    case EntityKind::organization:
    case EntityKind::place:
    case EntityKind::state:
      return names >= std::min<std::size_t>(words, 2) && !is_noun(entity, key) ? key : "";
    case EntityKind::role:
      return {};
    default:
      return names >= 2 ? key : "";
  }
}

/// The keys of names that may be another's full name.
std::set<std::string> other_name_keys(const Entity& entity) {
  std::set<std::string> keys;
  if (entity.anonymous) return keys;
  for (const std::string& alias : entity.aliases)
    if (!alias.empty() && may_begin_name(alias)) keys.insert(key_of(entity.kind, alias));
  return keys;
}

/// What a part keeps: all but what the joint has of it.
Entity as_part(Entity atom) {
  atom.mentions.clear();
  atom.confidence.reset();
  atom.metrics.clear();
  atom.parts.clear();
  keep_one_of_each(atom.aliases);
  std::erase(atom.aliases, atom.name);
  keep_one_of_each(atom.same_as);
  keep_one_of_each(atom.part_of);
  return atom;
}

/// The name that most parts have; of these the longest, then the first in the alphabet.
std::string best_name(const std::vector<Entity>& parts) {
  std::map<std::string, std::size_t> votes;
  for (const Entity& part : parts) ++votes[part.name];
  const auto rank = [](const auto& vote) {
    return std::make_tuple(vote.second, count_code_points(vote.first));
  };
  return std::max_element(votes.begin(), votes.end(),
                          [&](const auto& a, const auto& b) { return rank(a) < rank(b); })
      ->first;
}

std::string longest_description(const std::vector<Entity>& parts) {
  std::string longest;
  for (const Entity& part : parts)
    if (std::make_pair(part.description.size(), longest) >
        std::make_pair(longest.size(), part.description))
      longest = part.description;
  return longest;
}

EntityKind commonest_kind(const std::vector<Entity>& parts) {
  std::map<EntityKind, std::size_t> votes;
  for (const Entity& part : parts) ++votes[part.kind];
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// One entity of its parts, without what the parts do not keep.
Entity joint_of(std::vector<Entity> parts, const std::string& id) {
  Entity joint;
  joint.id = id;
  joint.kind = commonest_kind(parts);
  joint.name = best_name(parts);
  joint.description = longest_description(parts);
  joint.anonymous = true;
  for (const Entity& part : parts) {
    joint.aliases.push_back(part.name);
    append(joint.aliases, part.aliases);
    append(joint.same_as, part.same_as);
    append(joint.part_of, part.part_of);
    joint.anonymous = joint.anonymous && part.anonymous;
    if (!joint.coordinates) joint.coordinates = part.coordinates;
    if (joint.country.empty()) joint.country = part.country;
  }
  keep_one_of_each(joint.aliases);
  std::erase(joint.aliases, joint.name);
  keep_one_of_each(joint.same_as);
  keep_one_of_each(joint.part_of);
  if (parts.size() > 1) joint.parts = std::move(parts);
  return joint;
}

class EntityJoining {
 public:
  EntityJoining(std::vector<Entity> all, Renaming& names) : names_(names) {
    atoms_.reserve(all.size());
    for (Entity& entity : all) add(std::move(entity));
  }

  std::vector<Entity> join();

 private:
  /// What was read as one entity, and is told of it as a whole.
  struct Read {
    std::string id;
    std::uint32_t first, last;  // atoms, half-open
    std::vector<Evidence> mentions;
    std::optional<double> confidence;
  };

  void add(Entity entity);
  DisjointSets same_entities() const;
  void name(const std::vector<std::vector<std::uint32_t>>& sets);
  Entity joint(const std::vector<std::uint32_t>& set);

  Renaming& names_;
  std::vector<Entity> atoms_;
  std::vector<Read> reads_;
};

/// Parts that the entity is not among are not ours: then it counts as it is.
void EntityJoining::add(Entity entity) {
  Read read;
  read.id = entity.id;
  read.first = static_cast<std::uint32_t>(atoms_.size());
  read.mentions = std::move(entity.mentions);
  read.confidence = entity.confidence;
  std::vector<Entity> parts = std::move(entity.parts);
  entity.parts.clear();
  const bool ours = std::any_of(parts.begin(), parts.end(),
                                [&](const Entity& part) { return part.id == read.id; });
  if (!ours) parts = {std::move(entity)};
  for (Entity& part : parts) atoms_.push_back(as_part(std::move(part)));
  read.last = static_cast<std::uint32_t>(atoms_.size());
  reads_.push_back(std::move(read));
}

DisjointSets EntityJoining::same_entities() const {
  using KindAndKey = std::pair<EntityKind, std::string>;
  DisjointSets sets(atoms_.size());
  std::map<std::string, std::uint32_t> by_id;
  std::map<KindAndKey, std::uint32_t> by_name;
  for (std::uint32_t i = 0; i < atoms_.size(); ++i) {
    sets.join(i, by_id.emplace(atoms_[i].id, i).first->second);
    const KindAndKey name(atoms_[i].kind, full_name_key(atoms_[i]));
    if (!name.second.empty()) sets.join(i, by_name.emplace(name, i).first->second);
  }
  for (std::uint32_t i = 0; i < atoms_.size(); ++i)
    for (const std::string& key : other_name_keys(atoms_[i]))
      if (const auto named = by_name.find({atoms_[i].kind, key}); named != by_name.end())
        sets.join(i, named->second);
  for (const Read& read : reads_)
    for (std::uint32_t part = read.first; part < read.last; ++part) sets.join(read.first, part);
  return sets;
}

/// The smallest id in each set becomes the name of all.
void EntityJoining::name(const std::vector<std::vector<std::uint32_t>>& sets) {
  for (const auto& set : sets) {
    std::string smallest = atoms_[set[0]].id;
    for (const std::uint32_t atom : set) smallest = std::min(smallest, atoms_[atom].id);
    for (const std::uint32_t atom : set) names_[atoms_[atom].id] = smallest;
  }
}

/// Takes the set's atoms away.
Entity EntityJoining::joint(const std::vector<std::uint32_t>& set) {
  const std::string id = renamed(names_, atoms_[set[0]].id);
  std::vector<Entity> parts;
  for (const std::uint32_t atom : set) {
    parts.push_back(std::move(atoms_[atom]));
    auto& wholes = parts.back().part_of;
    for (std::string& whole : wholes) whole = renamed(names_, whole);
    std::erase(wholes, id);
    keep_one_of_each(wholes);
  }
  keep_one_of_each(parts);
  return joint_of(std::move(parts), id);
}

std::vector<Entity> EntityJoining::join() {
  const auto sets = same_entities().sets();
  name(sets);
  std::map<std::string, Entity> joints;
  for (const auto& set : sets) {
    Entity one = joint(set);
    joints.emplace(one.id, std::move(one));
  }
  for (Read& read : reads_) {
    Entity& whole = joints.at(renamed(names_, read.id));
    whole.mentions.insert(whole.mentions.end(), read.mentions.begin(), read.mentions.end());
    whole.confidence = std::max(whole.confidence, read.confidence);
  }
  std::vector<Entity> all;
  for (auto& [id, whole] : joints) {
    keep_one_of_each(whole.mentions);
    all.push_back(std::move(whole));
  }
  return all;
}

}  // namespace

const std::string& renamed(const Renaming& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
}

std::vector<Entity> join_entities(std::vector<Entity> all, Renaming& names) {
  return EntityJoining(std::move(all), names).join();
}

}  // namespace dateline
