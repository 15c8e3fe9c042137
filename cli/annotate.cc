#include "cli/annotate.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <sstream>

#include "cli/knowledge.h"
#include "cli/writing.h"
#include "exporters/conllu.h"
#include "exporters/timeml.h"

namespace dateline {

namespace {

constexpr TokenFormat kTokenFormats[] = {
    {"conllu", "CoNLL-U: words and sentences are kept", read_conllu},
    {"columns", "a token a line, an empty line between sentences", read_columns},
};
constexpr LayerFormat kLayerFormats[] = {
    {"conllu", "words, lemmas, parts of speech and trees (CoNLL-U)", write_conllu, Layer::trees},
    {"ner", "a token a line with its IOB2 tag: PER, ORG, LOC, MISC", write_name_columns,
     Layer::names},
    {"srl", "predicates and their arguments (PropBank's columns)", write_role_columns,
     Layer::roles},
    {"timeml", "times, events and their relations (TimeML 1.2.1)", write_timeml, Layer::timeml},
};

Result<const LayerFormat*> layer_named(std::string_view name) {
  std::vector<std::string_view> names;
  for (const LayerFormat& format : kLayerFormats) {
    if (format.name == name) return &format;
    names.push_back(format.name);
  }
  if (name.empty()) return Error{"expected a layer: --to timeml, conllu, ner or srl", {}};
  return unknown_name("layer", name, names);
}

Error unknown_format(std::string_view name) {
  std::vector<std::string_view> names;
  for (const TokenFormat& format : kTokenFormats) names.push_back(format.name);
  for (const Importer& importer : importers()) names.push_back(importer.name);
  return unknown_name("format to read", name, names);
}

// Importers of articles and formats of tokens have one option.
Result<Preparation> prepare_annotation(Options options, const Console& console) {
  const auto tokens =
      std::find_if(std::begin(kTokenFormats), std::end(kTokenFormats),
                   [&options](const TokenFormat& format) { return format.name == options.from; });
  const bool is_known = options.from.empty() || tokens != std::end(kTokenFormats) ||
                        find_importer(options.from) != nullptr;
  if (!is_known) return unknown_format(options.from);
  if (tokens == std::end(kTokenFormats)) return prepare(options, console);
  options.from.clear();
  Result<Preparation> prepared = prepare(options, console);
  if (!prepared) return prepared;
  Preparation with_tokens = std::move(prepared).value();
  with_tokens.settings.read_tokens = tokens->read;
  return with_tokens;
}

// The file that a source is or, as "path#7" or "path#7.2", is a record of.
std::string_view file_of(std::string_view source) {
  const std::size_t mark = source.find_last_not_of("0123456789.");
  const bool has_record = mark != source.npos && source[mark] == '#' && mark + 1 < source.size();
  return has_record ? source.substr(0, mark) : source;
}

// Gathers what belongs into one file, or passes everything on to standard output.
class AnnotationFiles {
 public:
  AnnotationFiles(const Options& options, Console& console)
      : folder_(options.output), console_(console) {}

  bool add(const std::string& source, const std::string& text) {
    if (folder_.empty()) return bool(console_.out << text);
    const std::string_view file = file_of(source);
    if (file != file_ && !finish()) return false;
    file_ = file;
    text_ += text;
    return true;
  }

  // False, and says why, if the file that is gathered cannot be written.
  bool finish() {
    if (folder_.empty() || file_.empty()) return true;
    const std::string name = std::filesystem::path(file_).filename().string();
    if (!written_.insert(name).second)
      return fail("'" + file_ + "' would replace what was written as '" + name + "'");
    std::error_code failed;
    std::filesystem::create_directories(folder_, failed);
    const auto error =
        write_file(folder_ / name, [this](std::ostream& out) { return bool(out << text_); });
    text_.clear();
    return error ? fail(error->message) : true;
  }

  bool failed() const { return failed_; }

 private:
  bool fail(const std::string& message) {
    fail_output(console_, message);
    failed_ = true;
    return false;
  }

  const std::filesystem::path folder_;
  Console& console_;
  std::string file_, text_;
  std::set<std::string> written_;
  bool failed_ = false;
};

}  // namespace

std::span<const TokenFormat> token_formats() { return kTokenFormats; }
std::span<const LayerFormat> layer_formats() { return kLayerFormats; }

ExitCode run_annotate(const Options& options, Console& console) {
  const Result<const LayerFormat*> layer = layer_named(options.to);
  if (!layer) return refuse(console, options, layer.error().message);
  const Result<Preparation> prepared = prepare_annotation(options, console);
  if (!prepared) return refuse(console, options, prepared.error().message);
  const Knowledge& known = *prepared->knowledge;
  Result<RoleLabeler> roles = RoleLabeler();
  const bool with_roles = (*layer)->layer == Layer::roles;
  if (with_roles) roles = RoleLabeler::load(known.files, known.language.code);
  if (!roles) return refuse(console, options, roles.error().message);
  const ReadOptions reading{prepared->settings.published, (*layer)->layer,
                            with_roles ? &*roles : nullptr, options.keep_annotation};
  AnnotationFiles files(options, console);
  const auto make = [&](Document article, std::vector<Diagnostic>& doubts) -> Delivery {
    const Document document = read_article(std::move(article), known, reading, doubts);
    std::ostringstream text;
    (*layer)->write(document, text);
    return [&files, source = document.article.source, text = std::move(text).str()] {
      return files.add(source, text);
    };
  };
  const ExitCode read = read_articles(prepared->settings, console, make);
  const bool written = !files.failed() && files.finish();
  return written ? read : ExitCode::output_failed;
}

}  // namespace dateline
