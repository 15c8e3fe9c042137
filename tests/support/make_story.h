#pragma once

#include "core/timeline.h"
#include "tests/support/make_timeline.h"

namespace dateline::testing {

/// Builds the timeline of one made-up article as the reader would: ids made of the document's id,
/// every item with evidence in it.
class Story {
 public:
  /// `published` as in make_event; empty if not known.
  explicit Story(std::string_view document, std::string_view published = {});

  /// Answers with the id. Aliases are parted by '|'.
  std::string entity(EntityKind kind, std::string_view name, std::string_view aliases = {});
  std::string person(std::string_view name, std::string_view aliases = {}) {
    return entity(EntityKind::person, name, aliases);
  }
  std::string organization(std::string_view name, std::string_view aliases = {}) {
    return entity(EntityKind::organization, name, aliases);
  }

  // References to events hold as long as there are at most 64.

  /// An event by one agent to one patient (either may be empty), told with the trigger's words.
  Event& event(std::string_view type, std::string_view title, std::string_view trigger,
               std::string_view day, std::string_view agent, std::string_view patient = {});
  /// A deadline on the last day that counts.
  Event& deadline(std::string_view title, std::string_view last_day, std::string_view bound,
                  std::string_view action = {});

  const Timeline& timeline() const { return timeline_; }
  operator const Timeline&() const { return timeline_; }

 private:
  std::string document_;
  Timeline timeline_;
};

/// A random article about a small world in which the same people, bodies and events come up again,
/// under other names, with other dates and figures.
Timeline random_article(std::uint32_t seed);

/// The only event, entity or link that fits; fails the test if there is another or none.
const Event& event_titled(const Timeline& timeline, std::string_view title);
const Entity& entity_named(const Timeline& timeline, std::string_view name);

}  // namespace dateline::testing
