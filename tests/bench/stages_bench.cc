// How fast each stage of an article's journey is, and the whole of it: articles and bytes a second
// on one thread. `cmake -DDATELINE_BENCH=ON`, then build/tests/bench/dateline_bench.

#include <benchmark/benchmark.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "core/merge.h"
#include "exporters/exporter.h"
#include "importers/events/annotate.h"
#include "importers/importer.h"
#include "importers/nlp/coreference.h"
#include "importers/nlp/dense_layer.h"
#include "importers/nlp/mentions.h"
#include "importers/nlp/packed_weights.h"
#include "importers/nlp/sentences.h"
#include "importers/nlp/tree.h"
#include "importers/nlp/word_form.h"
#include "importers/pipeline.h"
#include "importers/text/repair.h"
#include "importers/time/resolver.h"
#include "tests/support/generated_articles.h"

namespace dateline {
namespace {

constexpr std::uint32_t kArticles = 100;
constexpr std::size_t kWords = 500;

const Language& language() {
  static const DataFiles files = DataFiles::embedded();
  static const Result<Language> english = load_language(files, "en");
  return *english;
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    for (std::uint32_t i = 0; i < kArticles; ++i)
      made.push_back(testing::generated_article(i, kWords));
    return made;
  }();
  return all;
}

std::int64_t bytes_of_texts() {
  std::size_t bytes = 0;
  for (const std::string& text : texts()) bytes += text.size();
  return static_cast<std::int64_t>(bytes);
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * kArticles);
  state.SetBytesProcessed(state.iterations() * bytes_of_texts());
}

Article imported(const std::string& text) {
  Article article;
  Resource resource;
  resource.name = "article.txt";
  resource.bytes = text;
  read_unpacked(resource, find_importer("text"), [&](Result<Article> read) {
    if (read) article = std::move(read).value();
  });
  return article;
}

// The stages in the order of pipeline.cc. Each works on a document that those before it filled.
using Stage = void (*)(Document& document);

void import_text(Document& document) { document.article = imported(std::string(document.text())); }
void cut_sentences(Document& document) {
  find_sentences(document, language().tokens, language().lines);
}
void tag(Document& document) {
  language().tagger.tag(document, word_forms(document, language().words));
}
void trees(Document& document) {
  const std::vector<WordForm> forms = word_forms(document, language().words);
  language().lemmatizer.lemmatize(document, forms);
  language().parser.parse(document, forms);
}
void roles(Document& document) {
  static const RoleLabeler labeler = *RoleLabeler::load(DataFiles::embedded(), "en");
  labeler.label(document, Tree(document), word_forms(document));
}
void times(Document& document) { resolve_timexes(document, language().times); }
void mentions(Document& document) {
  const Tree tree(document);
  const std::vector<WordForm> forms = word_forms(document, language().words);
  document.mentions = find_mentions(document, tree, language().entities, forms);
  resolve_mentions(document, tree, language().entities, forms, language().phrases);
}
void events(Document& document) { annotate_events(document, Tree(document), language().events); }
void timeline(Document& document) { benchmark::DoNotOptimize(summarize(document, language())); }

constexpr Stage kStages[] = {import_text, cut_sentences, tag,    trees,   roles,
                             times,       mentions,      events, timeline};

std::vector<Document> documents_before(Stage stage) {
  std::vector<Document> documents;
  for (const std::string& text : texts()) {
    Document& document = documents.emplace_back();
    document.article = imported(text);
    for (const Stage before : kStages) {
      if (before == stage) break;
      before(document);
    }
  }
  return documents;
}

void run_stage(benchmark::State& state, Stage stage) {
  const std::vector<Document> before = documents_before(stage);
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Document> documents = before;
    state.ResumeTiming();
    for (Document& document : documents) stage(document);
  }
  count(state);
}
BENCHMARK_CAPTURE(run_stage, import, import_text);
BENCHMARK_CAPTURE(run_stage, sentences, cut_sentences);
BENCHMARK_CAPTURE(run_stage, tags, tag);
BENCHMARK_CAPTURE(run_stage, trees, trees);
BENCHMARK_CAPTURE(run_stage, roles, roles);
BENCHMARK_CAPTURE(run_stage, times, times);
BENCHMARK_CAPTURE(run_stage, mentions, mentions);
BENCHMARK_CAPTURE(run_stage, events, events);
BENCHMARK_CAPTURE(run_stage, timeline, timeline);

// The largest layer of the parser over the words of an article: products a second, as the machine
// does them best, as it does them without wide vectors, and with weights that are not packed.
struct Layer {
  static constexpr std::size_t kRows = 300, kInputs = 192, kOutputs = 576;
  std::vector<std::int16_t> rows = std::vector<std::int16_t>(kRows * kInputs, 77);
  std::vector<signed char> weights = std::vector<signed char>(kInputs * kOutputs, -5);
  std::vector<std::int16_t> wide{weights.begin(), weights.end()};
  PackedWeights packed{weights, kInputs};
  std::vector<std::int32_t> sums = std::vector<std::int32_t>(kRows * kOutputs);

  NumberRows view() const { return {rows.data(), kRows, kInputs}; }
};
void multiply_packed(Layer& layer) { layer.packed.multiply(layer.view(), layer.sums.data()); }
void multiply_narrow(Layer& layer) {
  layer.packed.multiply_narrow(layer.view(), layer.sums.data());
}
void multiply_unpacked(Layer& layer) {
  multiply(layer.view(), {layer.wide.data(), Layer::kOutputs, Layer::kInputs}, Layer::kInputs,
           layer.sums.data());
}
void run_layer(benchmark::State& state, void (*run)(Layer&)) {
  Layer layer;
  for (auto _ : state) {
    run(layer);
    benchmark::DoNotOptimize(layer.sums.data());
  }
  state.SetItemsProcessed(state.iterations() * Layer::kRows * Layer::kInputs * Layer::kOutputs);
}
BENCHMARK_CAPTURE(run_layer, packed, multiply_packed);
BENCHMARK_CAPTURE(run_layer, narrow, multiply_narrow);
BENCHMARK_CAPTURE(run_layer, unpacked, multiply_unpacked);

void repair_clean_text(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& text : texts())
      benchmark::DoNotOptimize(repair(Text::from_source(text)));
  count(state);
}
BENCHMARK(repair_clean_text);

std::vector<Timeline> timelines() {
  std::vector<Timeline> made;
  for (const std::string& text : texts())
    made.push_back(summarize(read_document(imported(text), language(), {}), language()));
  return made;
}

void whole_journey(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(merge(timelines()));
  count(state);
}
BENCHMARK(whole_journey)->Unit(benchmark::kMillisecond);

void merge_timelines(benchmark::State& state) {
  const std::vector<Timeline> all = timelines();
  for (auto _ : state) benchmark::DoNotOptimize(merge(all));
  count(state);
}
BENCHMARK(merge_timelines)->Unit(benchmark::kMillisecond);

void export_timeline(benchmark::State& state, const Exporter& exporter) {
  const Timeline all = merge(timelines());
  for (auto _ : state) {
    std::ostringstream out;
    exporter.write(all, out);
    benchmark::DoNotOptimize(out.view());
  }
  count(state);
}

void load_english(benchmark::State& state) {
  const DataFiles files = DataFiles::embedded();
  for (auto _ : state) benchmark::DoNotOptimize(load_language(files, "en"));
}
BENCHMARK(load_english)->Unit(benchmark::kMillisecond);

const bool exports_registered = [] {
  for (const Exporter& exporter : exporters())
    benchmark::RegisterBenchmark(
        ("export/" + std::string(exporter.name)).c_str(),
        [&exporter](benchmark::State& state) { export_timeline(state, exporter); })
        ->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
}  // namespace dateline
