// Prints the timeline of some articles: day, what happened, and how sure the articles are of it.
//
//   print_timeline samples/articles/strike.txt samples/articles/talks.txt
//
// Shows: from bytes to articles to a timeline, with the library alone. Begin here.

#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "core/merge.h"
#include "importers/data_files.h"
#include "importers/importer.h"
#include "importers/language.h"
#include "importers/pipeline.h"

namespace {

std::string bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void print(const dateline::Timeline& timeline) {
  for (const dateline::Event& event : timeline.events) {
    const auto& when = event.when;
    std::cout << (when.display.empty() ? "date not known" : when.display) << "\t"
              << name_of(event.factuality.value) << "\t" << event.title << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  // What is known of English is embedded; one Language serves any number of articles and threads.
  const dateline::DataFiles files = dateline::DataFiles::embedded();
  const auto language = dateline::load_language(files, "en");
  if (!language) {
    std::cerr << language.error().message << "\n";
    return 1;
  }
  std::vector<dateline::Timeline> timelines;
  for (int i = 1; i < argc; ++i) {
    dateline::Resource resource;
    resource.name = argv[i];
    resource.bytes = bytes_of(argv[i]);
    // A resource may hold no article, one, or many; the format is detected.
    dateline::read_resource(resource, nullptr, [&](dateline::Result<dateline::Article> article) {
      if (!article) {
        std::cerr << argv[i] << ": " << article.error().message << "\n";
        return;
      }
      const auto document = dateline::read_document(std::move(article).value(), *language, {});
      timelines.push_back(dateline::summarize(document, *language));
    });
  }
  print(dateline::merge(std::move(timelines)));
}
