#include "tests/support/reading.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <vector>

#include "importers/pipeline.h"

namespace dateline {
namespace {

std::string name_of_entity(const Timeline& timeline, std::string_view id) {
  const auto found = std::ranges::find(timeline.entities, id, &Entity::id);
  return found == timeline.entities.end() ? "?" : found->name;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

bool has_trigger(const Event& event, std::string_view word) {
  return std::ranges::any_of(event.evidence, [&](const Evidence& evidence) {
    return evidence.role == Evidence::Role::trigger && evidence.quote == word;
  });
}

}  // namespace

const Language& english() {
  static const Result<Language> language = load_language(DataFiles::embedded(), "en");
  if (language) return *language;
  std::cerr << language.error().message << '\n';
  std::abort();
}

Timeline timeline_of(std::string text, std::string_view published) {
  Article article;
  article.text = Text::from_source(std::move(text));
  ReadOptions options;
  options.published = date_from_timex_value(published);
  return summarize(read_document(std::move(article), english(), options), english());
}

const Event* event_with(const Timeline& timeline, std::string_view trigger) {
  const auto found = std::ranges::find_if(timeline.events, [&](const Event& event) {
    return !event.deadline && has_trigger(event, trigger);
  });
  return found == timeline.events.end() ? nullptr : &*found;
}

const Event& event_of(const Timeline& timeline, std::string_view trigger) {
  if (const Event* const event = event_with(timeline, trigger)) return *event;
  std::cerr << "no event has the trigger " << trigger << '\n';
  std::abort();
}

std::string actors(const Timeline& timeline, const Event& event, Role role) {
  std::vector<std::string> names;
  for (const Participant& one : event.participants)
    if (one.role == role) names.push_back(name_of_entity(timeline, one.entity));
  std::ranges::sort(names);
  return joined(names);
}

std::string sources(const Timeline& timeline, const Event& event) {
  std::vector<std::string> names;
  for (const SourceClaim& claim : event.attribution)
    names.push_back(name_of_entity(timeline, claim.source));
  return joined(names);
}

}  // namespace dateline
