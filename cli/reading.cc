#include "cli/reading.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <ostream>
#include <thread>
#include <utility>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/suggest.h"
#include "core/edtf.h"
#include "importers/format/csv.h"

namespace dateline {

namespace {

// More threads than this cost memory and give nothing.
constexpr unsigned kMaxJobs = 256;
// A part of an archive that is read as one piece of work. Larger ones may hold many articles, which
// would all be held in memory until the last is made.
constexpr std::size_t kSmallPart = 1u << 20;
constexpr std::string_view kNothingFound = "expected articles in the archive, found none";
// What is told of things in one resource that are no articles.
constexpr std::size_t kMostPassedOver = 100;

Result<const Importer*> importer_of(const std::string& name) {
  if (name.empty()) return nullptr;
  if (const Importer* const found = find_importer(name)) return found;
  std::vector<std::string_view> names;
  for (const Importer& importer : importers()) names.push_back(importer.name);
  return unknown_name("format to read", name, names);
}

Result<unsigned> jobs_of(const std::string& text) {
  if (text.empty()) return std::clamp(std::thread::hardware_concurrency(), 1u, kMaxJobs);
  unsigned jobs = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), jobs);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  if (!whole || jobs == 0 || jobs > kMaxJobs)
    return Error{"expected a number from 1 to 256 after '--jobs', found '" + text + "'", {}};
  return jobs;
}

/// What is wrong with the argument of --column.
std::optional<Error> mistake_in_columns(std::string_view columns) {
  while (!columns.empty()) {
    const std::string_view one = columns.substr(0, columns.find(','));
    columns.remove_prefix(std::min(one.size() + 1, columns.size()));
    const std::size_t equals = one.find('=');
    if (equals == one.npos || equals + 1 == one.size())
      return Error{"expected FIELD=NAME after '--column', found '" + std::string(one) + "'", {}};
    const std::string_view field = one.substr(0, equals);
    if (std::ranges::count(table_fields(), field) == 0)
      return unknown_name("field of a table", field, table_fields());
  }
  return std::nullopt;
}

std::string_view kind_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "";
}

/// The same work as one piece.
Work joined(std::vector<Work> pieces) {
  return [pieces = std::move(pieces)]() -> Delivery {
    std::vector<Delivery> all;
    for (const Work& work : pieces) all.push_back(work());
    return [all = std::move(all)] {
      return std::ranges::all_of(all, [](const Delivery& deliver) { return deliver(); });
    };
  };
}

/// Joins small pieces of work before they are added: to hand each from thread to thread would take
/// longer than the work does.
class SmallPieces {
 public:
  explicit SmallPieces(const AddWork& add) : add_(add) {}

  void add(Work work, std::size_t bytes) {
    pieces_.push_back(std::move(work));
    bytes_ += bytes;
    if (bytes_ >= kEnoughBytes) flush();
  }
  void flush() {
    if (!pieces_.empty()) add_(joined(std::exchange(pieces_, {})));
    bytes_ = 0;
  }

 private:
  // Of text: what takes some milliseconds to read for events.
  static constexpr std::size_t kEnoughBytes = 2048;

  const AddWork& add_;
  std::vector<Work> pieces_;
  std::size_t bytes_ = 0;
};

// One run over all inputs. open() runs on any thread; everything that speaks, in a Delivery.
class Reading {
 public:
  Reading(const ReadingSettings& settings, Console& console, const MakeOfArticle& make,
          std::vector<Input> inputs, Reporter& reporter)
      : settings_(settings),
        console_(console),
        make_(make),
        inputs_(std::move(inputs)),
        reporter_(reporter) {}

  void run() {
    std::uint64_t bytes = 0;
    for (const Input& input : inputs_) bytes += input.bytes;
    reporter_.expect(bytes);
    run_in_order({inputs_.size(), [this](std::size_t i, const AddWork& add) { open(i, add); }},
                 settings_.jobs);
  }

 private:
  void open(std::size_t index, const AddWork& add) {
    const Input& input = inputs_[index];
    std::ifstream file;
    Result<ByteStream> bytes = open_input(input, file, console_.in);
    if (bytes) {
      Resource about;
      about.name = input.name;
      read(Packed{std::move(about), std::move(bytes).value()}, add);
    } else {
      add(skip({input.name, {}, bytes.error().message, {}, {}}));
    }
    add([this, size = input.bytes] {
      return [this, size] { return reporter_.input_done(size), true; };
    });
  }

  // An error in an archive has its place in the archive, one in an article in what was unpacked.
  void read(Packed packed, const AddWork& add) {
    const std::string name = packed.about.name;
    bool told = false;
    unpack_resource(std::move(packed), [&](Result<Resource> unpacked) {
      if (unpacked && !unpacked->passed_over.empty()) return add(pass_over(*unpacked));
      told = true;
      if (!unpacked) return add(skip({name, {}, unpacked.error().message, {}, {}}));
      Resource resource = std::move(unpacked).value();
      resource.columns = settings_.columns;
      if (resource.name != name && resource.bytes.size() <= kSmallPart)
        return add(of_part(std::move(resource)));
      read_unpacked_resource(resource, resource.name != name, add);
    });
    if (!told) add(skip({name, {}, kNothingFound, {}, {}}));
  }

  /// What is sound but no article is none of the errors in an archive, or beside articles.
  void read_unpacked_resource(const Resource& resource, bool in_archive, const AddWork& add) {
    bool useful = in_archive;
    LineFinder lines(resource.bytes);
    SmallPieces pieces(add);
    std::vector<Error> passed_over;
    std::size_t more = 0;
    read_documents(resource, [&](Result<Document> document) {
      if (document) {
        useful = true;
        const std::size_t bytes = document->article.text.view().size();
        return pieces.add(of_article(std::move(document).value(), lines), bytes);
      }
      const Error& error = document.error();
      if (!error.passed_over)
        return pieces.add(skip({resource.name, {}, error.message, resource.bytes, error.at}, lines),
                          error.message.size());
      if (passed_over.size() < kMostPassedOver)
        passed_over.push_back(error);
      else
        ++more;
    });
    pieces.flush();
    if (more > 0)
      passed_over.push_back(
          {"expected articles, found " + std::to_string(more) + " more without", {}});
    for (const Error& error : passed_over)
      add(useful ? pass_over(resource, error, lines)
                 : skip({resource.name, {}, error.message, resource.bytes, error.at}, lines));
  }

  /// All of a small part of an archive as one piece, so that its parts are read side by side.
  Work of_part(Resource resource) {
    return [this, resource = std::move(resource)]() -> Delivery {
      std::vector<Delivery> all;
      read_unpacked_resource(resource, true, [&all](const Work& work) { all.push_back(work()); });
      return [all = std::move(all)] {
        return std::ranges::all_of(all, [](const Delivery& deliver) { return deliver(); });
      };
    };
  }

  void read_documents(const Resource& resource, const DocumentSink& sink) const {
    if (settings_.read_tokens != nullptr) return read_tokens(resource, sink);
    read_unpacked(resource, settings_.from, [&](Result<Article> article) {
      if (!article) return sink(article.error());
      Document document;
      document.article = std::move(article).value();
      sink(std::move(document));
    });
  }

  void read_tokens(const Resource& resource, const DocumentSink& sink) const {
    bool found = false;
    settings_.read_tokens(resource.bytes, [&](Result<Document> document) {
      found = true;
      if (!document) return sink(document.error());
      Document named = std::move(document).value();
      named.article.source = resource.name;
      sink(std::move(named));
    });
    if (!found) sink(Error{"expected words, one a line, found none", {}});
  }

  /// Without a place.
  Work skip(const Message& message) { return skip_rendered(render(message, console_.color)); }
  Work skip(const Message& message, LineFinder& lines) {
    return skip_rendered(render(message, lines, console_.color));
  }
  Work skip_rendered(std::string rendered) {
    return [this, text = std::move(rendered)] {
      return [this, text] { return reporter_.skipped(text), true; };
    };
  }

  Work pass_over(const Resource& resource) {
    const std::string message = "passed over: " + resource.passed_over;
    return [this, text = render({resource.name, "note", message, {}, {}}, console_.color)] {
      return [this, text] { return reporter_.diagnosed(Severity::note, text), true; };
    };
  }

  Work pass_over(const Resource& resource, const Error& error, LineFinder& lines) {
    const Message message{resource.name, "note", error.message, resource.bytes, error.at};
    return [this, text = render(message, lines, console_.color)] {
      return [this, text] { return reporter_.diagnosed(Severity::note, text), true; };
    };
  }

  Work of_article(Document document, LineFinder& lines) {
    Article& article = document.article;
    std::vector<Said> said;
    for (const Diagnostic& diagnostic : article.diagnostics)
      said.push_back(
          {diagnostic.severity, render({article.source, kind_of(diagnostic.severity),
                                        diagnostic.message, lines.bytes(), diagnostic.at},
                                       lines, console_.color)});
    if (article.published.empty() && !settings_.published_edtf.empty()) {
      article.published = settings_.published_edtf;
      article.published_from = PublishedFrom::user;
    }
    return [this, said = std::move(said), document = std::move(document)]() mutable -> Delivery {
      std::vector<Diagnostic> doubts;
      const std::string source = document.article.source;
      Delivery deliver = make_(std::move(document), doubts);
      for (const Diagnostic& doubt : doubts)
        said.push_back(
            {doubt.severity,
             render({source, kind_of(doubt.severity), doubt.message, {}, {}}, console_.color)});
      return [this, said = std::move(said), deliver = std::move(deliver)] {
        for (const Said& one : said) reporter_.diagnosed(one.severity, one.text);
        reporter_.article_done();
        return deliver();
      };
    };
  }

  struct Said {
    Severity severity;
    std::string text;
  };

  const ReadingSettings& settings_;
  Console& console_;
  const MakeOfArticle& make_;
  const std::vector<Input> inputs_;
  Reporter& reporter_;
};

}  // namespace

Error unknown_name(std::string_view what, std::string_view name,
                   std::span<const std::string_view> known) {
  std::string message = "unknown " + std::string(what) + " '" + std::string(name) + "'";
  if (const auto near = closest(name, known)) {
    message += "; did you mean '" + std::string(*near) + "'?";
  } else {
    message += "; known are";
    for (const std::string_view one : known) message += " " + std::string(one);
  }
  return {message, {}};
}

Result<std::optional<PartialDate>> published_of(const Options& options) {
  const std::string& text = options.published;
  if (text.empty()) return std::optional<PartialDate>();
  const Result<Edtf> parsed = parse_edtf(text);
  const bool single = parsed && parsed->kind == Edtf::Kind::date && parsed->elements.size() == 1 &&
                      parsed->elements.front().first.kind == Edtf::Endpoint::Kind::date;
  if (!single)
    return Error{"expected a date such as 2022-02-12 after '--published', found '" + text + "'",
                 {}};
  return std::optional(parsed->elements.front().first.date);
}

Result<ReadingSettings> reading_settings(const Options& options, const Console& console) {
  const Result<const Importer*> from = importer_of(options.from);
  if (!from) return from.error();
  const Result<std::optional<PartialDate>> published = published_of(options);
  if (!published) return published.error();
  const Result<unsigned> jobs = jobs_of(options.jobs);
  if (!jobs) return jobs.error();
  const Result<std::vector<std::string>> operands = operands_or_stdin(options, console);
  if (!operands) return operands.error();
  if (const auto wrong = mistake_in_columns(options.columns)) return *wrong;
  const Reporter::Manner manner{options.quiet, options.verbose};
  return ReadingSettings{*from,           nullptr, *published, options.published,
                         options.columns, *jobs,   *operands,  manner};
}

Result<std::vector<std::string>> operands_or_stdin(const Options& options, const Console& console) {
  if (!options.operands.empty()) return options.operands;
  if (console.in_is_terminal)
    return Error{"expected an input: a file, a folder, or - for standard input", {}};
  return std::vector<std::string>{"-"};
}

ExitCode read_articles(const ReadingSettings& settings, Console& console,
                       const MakeOfArticle& make) {
  Reporter reporter(console, settings.manner);
  Reading(settings, console, make, list_inputs(settings.operands), reporter).run();
  if (reporter.outcome() == ExitCode::nothing_read && !reporter.has_skipped())
    reporter.skipped(render({settings.operands.front(), {}, kNothingFound, {}, {}}, console.color));
  return reporter.outcome();
}

}  // namespace dateline
