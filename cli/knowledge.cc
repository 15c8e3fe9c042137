#include "cli/knowledge.h"

#include <atomic>
#include <fstream>
#include <thread>
#include <utility>

#include "importers/places/zone_cities.h"
#include "importers/text/ascii.h"

namespace dateline {

namespace {

constexpr std::string_view kDefaultLanguage = "en";

/// "en" of "EN-us": case tells nothing in a language tag (BCP 47, 2.1.1).
std::string primary_subtag(std::string_view language) {
  return ascii_lower(language.substr(0, language.find_first_of("-_")));
}

/// A language is known if there are rules for its times.
Error unknown_language(std::string_view language) {
  return {"expected a language that there are rules for, such as en, after '--language', found '" +
              std::string(language) + "'",
          {}};
}

// On two threads: the slowest part takes as long as all others, so that a third would be idle.
void run_side_by_side(std::span<const std::function<void()>> tasks, unsigned jobs) {
  if (jobs <= 1) return run_in_turn(tasks);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t mine = next++; mine < tasks.size(); mine = next++) tasks[mine]();
  };
  const std::jthread other(work);
  work();
}

}  // namespace

Result<std::unique_ptr<const Knowledge>> load_knowledge(const Options& options, unsigned jobs) {
  auto knowledge = std::make_unique<Knowledge>();
  if (!options.data.empty()) {
    Result<DataFiles> files = DataFiles::from_folder(options.data);
    if (!files) return files.error();
    knowledge->files = std::move(files).value();
  }
  const std::string code =
      primary_subtag(options.language.empty() ? kDefaultLanguage : options.language);
  if (!knowledge->files.find(code + "/timex.rules")) return unknown_language(options.language);
  Result<Language> language =
      load_language(knowledge->files, code, [jobs](auto tasks) { run_side_by_side(tasks, jobs); });
  if (!language) return language.error();
  knowledge->language = std::move(language).value();
  return std::unique_ptr<const Knowledge>(std::move(knowledge));
}

namespace {

Result<Gazetteer> gazetteer_of(const Options& options, const Knowledge& known,
                               const PlaceWords& words) {
  if (options.gazetteer.empty()) return zone_cities(known.files, known.language.entities, words);
  std::ifstream in(options.gazetteer, std::ios::binary);
  if (!in) return Error{"cannot read the gazetteer '" + options.gazetteer + "'", {}};
  return Gazetteer::read(in, options.gazetteer);
}

}  // namespace

Result<Preparation> prepare(const Options& options, const Console& console) {
  Result<ReadingSettings> settings = reading_settings(options, console);
  if (!settings) return settings.error();
  auto knowledge = load_knowledge(options, settings->jobs);
  if (!knowledge) return knowledge.error();
  auto words = PlaceWords::load((*knowledge)->files, (*knowledge)->language.code);
  if (!words) return words.error();
  auto gazetteer = gazetteer_of(options, **knowledge, *words);
  if (!gazetteer) return gazetteer.error();
  return Preparation{std::move(settings).value(), std::move(knowledge).value(),
                     std::move(gazetteer).value(), std::move(words).value()};
}

Document read_article(Document document, const Knowledge& knowledge, const ReadOptions& options,
                      std::vector<Diagnostic>& doubts) {
  const std::string declared = document.article.language;
  if (!declared.empty() && primary_subtag(declared) != knowledge.language.code)
    doubts.push_back(
        {Severity::warning,
         "language-not-known",
         "the article is in '" + declared + "', read as '" + knowledge.language.code + "'",
         {}});
  if (document.tokens.empty()) {
    document = read_document(std::move(document.article), knowledge.language, options);
  } else {
    annotate(document, knowledge.language, options);
  }
  doubts.insert(doubts.end(), document.diagnostics.begin(), document.diagnostics.end());
  return document;
}

}  // namespace dateline
