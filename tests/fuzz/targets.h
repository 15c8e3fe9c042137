#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {

/// Something that takes bytes from outside, with what must hold whatever they are.
struct FuzzTarget {
  std::string_view name;  ///< of the program that libFuzzer runs: fuzz_<name>
  /// What does not hold for these bytes; empty if all does. Must not crash, hang or read past them.
  std::string (*broken_by)(std::string_view bytes);
  std::vector<std::string_view> seeds;  ///< at least one: inputs that reach deep
  long cost = 1;  ///< of one input, in those of a quick target: so many fewer are tried
};

/// To fuzz another reader, write its check beside the others and add a row in targets.cc and a name
/// in tests/CMakeLists.txt.
const std::vector<FuzzTarget>& fuzz_targets();

std::string broken_edtf(std::string_view bytes);
std::string broken_date_value(std::string_view bytes);
std::string broken_duration(std::string_view bytes);
std::string broken_instant(std::string_view bytes);
std::string broken_utf8(std::string_view bytes);
std::string broken_json(std::string_view bytes);
std::string broken_page(std::string_view bytes);
std::string broken_feed(std::string_view bytes);
std::string broken_mail(std::string_view bytes);
std::string broken_news_xml(std::string_view bytes);
std::string broken_table(std::string_view bytes);
std::string broken_export(std::string_view bytes);
std::string broken_rtf(std::string_view bytes);
std::string broken_docx(std::string_view bytes);
std::string broken_charset(std::string_view bytes);
std::string broken_archive(std::string_view bytes);
std::string broken_reading(std::string_view bytes);
std::string broken_timeml(std::string_view bytes);

}  // namespace dateline::test
