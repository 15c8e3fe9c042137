#include "importers/nlp/training/treebank.h"

#include <fstream>
#include <iterator>
#include <optional>

#include "importers/format/conllu.h"

namespace dateline {

Result<std::vector<Document>> read_treebank(const std::vector<std::string>& paths) {
  std::vector<Document> documents;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{"cannot read '" + path + "'", {}};
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    std::optional<Error> broken;
    read_conllu(bytes, [&](Result<Document> document) {
      if (document)
        documents.push_back(std::move(document).value());
      else
        broken = document.error();
    });
    if (broken) return Error{path + ": " + broken->message, broken->at};
  }
  if (documents.empty()) return Error{"expected sentences in CoNLL-U, found none", {}};
  return documents;
}

}  // namespace dateline
