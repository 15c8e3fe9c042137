#include "core/utf8.h"
#include "importers/importer.h"
#include "importers/text/charset.h"
#include "tests/fuzz/targets.h"

namespace dateline::test {
namespace {

std::string in_bytes(SourceSpan at, std::string_view bytes, std::string_view what) {
  if (at.begin <= at.end && at.end <= bytes.size()) return "";
  return std::string(what) + " lies outside the input";
}

/// Every character of the text leads to bytes of the input, and the text is UTF-8.
std::string broken_article(const Article& article, std::string_view bytes) {
  const std::string_view text = article.text.view();
  if (first_invalid_utf8(text)) return "the text is not UTF-8";
  if (text.empty()) return "an article without words";
  for (std::uint32_t at = 0; at < text.size(); at += decode_utf8(text, at).size) {
    const Span one{at, at + decode_utf8(text, at).size};
    if (auto wrong = in_bytes(article.text.to_source(one), bytes, "a character"); !wrong.empty())
      return wrong;
  }
  for (const Diagnostic& doubt : article.diagnostics)
    if (auto wrong = in_bytes(doubt.at, bytes, doubt.kind); !wrong.empty()) return wrong;
  return "";
}

/// What `importer` makes of the bytes: articles or errors, each with its place in them.
std::string broken_import(std::string_view importer, std::string_view bytes) {
  Resource resource;
  resource.name = "input";
  resource.bytes = bytes;
  std::string wrong;
  std::size_t told = 0;
  read_unpacked(resource, find_importer(importer), [&](Result<Article> read) {
    ++told;
    if (!wrong.empty()) return;
    wrong = read ? broken_article(*read, bytes) : in_bytes(read.error().at, bytes, "an error");
  });
  return told == 0 ? "neither article nor error" : wrong;
}

}  // namespace

std::string broken_json(std::string_view bytes) { return broken_import("json", bytes); }
std::string broken_page(std::string_view bytes) { return broken_import("html", bytes); }

std::string broken_feed(std::string_view bytes) { return broken_import("feed", bytes); }

std::string broken_mail(std::string_view bytes) { return broken_import("mail", bytes); }

std::string broken_news_xml(std::string_view bytes) { return broken_import("newsml", bytes); }

std::string broken_table(std::string_view bytes) { return broken_import("csv", bytes); }

std::string broken_export(std::string_view bytes) { return broken_import("export", bytes); }

std::string broken_rtf(std::string_view bytes) { return broken_import("rtf", bytes); }

std::string broken_docx(std::string_view bytes) { return broken_import("docx", bytes); }

/// In every set of several bytes a character, told and not.
std::string broken_charset(std::string_view bytes) {
  for (const std::string_view charset : {"", "euc-jp", "shift_jis", "gb18030", "big5", "euc-kr"}) {
    const Text source = Text::from_source(std::string(bytes));
    const Result<Decoded> decoded = decode(source, charset);
    if (!decoded) continue;
    const std::string_view text = decoded->text.view();
    if (first_invalid_utf8(text)) return "the text is not UTF-8";
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    if (auto wrong = in_bytes(decoded->text.to_source(all), bytes, "the text"); !wrong.empty())
      return wrong;
  }
  return "";
}

std::string broken_archive(std::string_view bytes) {
  Resource resource;
  resource.name = "input";
  resource.bytes = bytes;
  std::size_t told = 0;
  unpack_resource(std::move(resource), [&](const Result<Resource>&) { ++told; });
  // Each needs a byte or more; the file itself may be told once.
  return told > bytes.size() + 1 ? "more parts than bytes" : "";
}

}  // namespace dateline::test
