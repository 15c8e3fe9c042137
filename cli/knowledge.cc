#include "cli/knowledge.h"

#include <utility>

namespace dateline {

namespace {

constexpr std::string_view kDefaultLanguage = "en";

/// "en" of "en-US".
std::string_view primary_subtag(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

}  // namespace

Result<std::unique_ptr<const Knowledge>> load_knowledge(const Options& options) {
  auto knowledge = std::make_unique<Knowledge>();
  if (!options.data.empty()) {
    Result<DataFiles> files = DataFiles::from_folder(options.data);
    if (!files) return files.error();
    knowledge->files = std::move(files).value();
  }
  const std::string code(options.language.empty() ? kDefaultLanguage
                                                  : primary_subtag(options.language));
  Result<Language> language = load_language(knowledge->files, code);
  if (!language) return language.error();
  knowledge->language = std::move(language).value();
  return std::unique_ptr<const Knowledge>(std::move(knowledge));
}

Document read_article(Article article, const Knowledge& knowledge, const ReadOptions& options,
                      std::vector<Diagnostic>& doubts) {
  const std::string language(primary_subtag(article.language));
  if (!language.empty() && language != knowledge.language.code)
    doubts.push_back({Severity::warning,
                      "language-not-known",
                      "the article is in '" + article.language + "', read as '" +
                          std::string(knowledge.language.code) + "'",
                      {}});
  Document document = read_document(std::move(article), knowledge.language, options);
  doubts.insert(doubts.end(), document.diagnostics.begin(), document.diagnostics.end());
  return document;
}

}  // namespace dateline
