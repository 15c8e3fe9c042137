#include <algorithm>
#include <map>
#include <ostream>
#include <span>
#include <sstream>

#include "core/digest.h"
#include "core/embedded_file.h"
#include "core/timeline.h"
#include "exporters/drawn_text.h"
#include "exporters/exporter.h"
#include "exporters/html_table.h"
#include "exporters/style.h"
#include "exporters/style_json.h"

// The timeline as one page that holds all it needs: exporters/viewer/ with the timeline's JSON in
// it. Its content security policy lets nothing run but its own script, known by its digest, and
// nothing load at all; so whatever an article says, it stays text.

namespace dateline {

std::span<const EmbeddedFile> viewer_files();  // written by cmake/embed.cmake
extern const Exporter json_lines_exporter;

namespace {

constexpr std::string_view kScripts[] = {
    "markup.js",   "time.js",    "model.js",   "state.js",   "glyphs.js", "lanes.js",    "chart.js",
    "overview.js", "network.js", "article.js", "details.js", "table.js",  "controls.js", "main.js"};

std::string_view viewer_file(std::string_view path) {
  for (const EmbeddedFile& file : viewer_files())
    if (file.path == path) return file.bytes();
  return "";
}

std::string script() {
  std::string text = "\"use strict\";\n(() => {\n";
  for (const std::string_view path : kScripts) text.append(viewer_file(path));
  return text += "})();\n";
}

std::string style_sheet() {
  const std::string day = css_properties(false), night = css_properties(true);
  std::string text = ":root{color-scheme:light;" + day + "}\n";
  text += "@media (prefers-color-scheme:dark){:root{color-scheme:dark;" + night + "}}\n";
  text += ":root[data-theme=light]{color-scheme:light;" + day + "}\n";
  text += ":root[data-theme=dark]{color-scheme:dark;" + night + "}\n";
  text += "@media print{:root,:root[data-theme]{color-scheme:light;" + day + "}}\n";
  return text.append(viewer_file("style.css"));
}

std::string base64(const std::string& bytes) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i)
      three =
          three << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      text += at + i <= bytes.size() ? kDigits[three >> (18 - 6 * i) & 63U] : '=';
  }
  return text;
}

// As a content security policy names what it allows.
std::string policy_hash(const std::string& text) {
  const std::string hex = sha256(text);
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
  return "sha256-" + base64(bytes);
}

// JSON that HTML reads as the inside of one script element, whatever its strings hold: a < can only
// be in a string, where it may as well be escaped.
std::string script_safe(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json)
    if (c == '<')
      safe += "\\u003c";
    else
      safe += c;
  return safe;
}

std::string credits(const Timeline& timeline) {
  std::string text = "From " + counted(timeline.documents.size(), "article");
  if (!timeline.tool.empty()) text += " · " + timeline.tool + " " + timeline.tool_version;
  if (!timeline.generated_at.empty()) text += " · " + timeline.generated_at;
  return escape_markup(clean_text(text));
}

using Values = std::map<std::string, std::string, std::less<>>;

// Puts the values where the page names them; a value is not searched for names.
bool fill(std::string_view page, const Values& values, std::ostream& out) {
  for (;;) {
    const std::size_t begin = page.find("{{"), end = page.find("}}", begin);
    if (end == std::string_view::npos) break;
    const auto value = values.find(page.substr(begin + 2, end - begin - 2));
    out << page.substr(0, begin) << (value == values.end() ? "" : value->second);
    page.remove_prefix(end + 2);
  }
  out << page;
  return out.good();
}

bool write_page(const Timeline& timeline, std::ostream& out) {
  std::ostringstream json, words;
  if (!json_lines_exporter.write(timeline, json) || !write_style_json(words)) return false;
  Values values;
  values["title"] = escape_markup(clean_text(title_of(timeline)));
  values["description"] = escape_markup(clean_text(timeline.description));
  values["credits"] = credits(timeline);
  values["style"] = style_sheet();
  values["script"] = script();
  values["style-hash"] = policy_hash(values["style"]);
  values["script-hash"] = policy_hash(values["script"]);
  values["table"] = html_table(timeline);
  values["words"] = script_safe(words.str());
  values["timeline"] = script_safe(json.str());
  return fill(viewer_file("page.html"), values, out);
}

}  // namespace

extern const Exporter html_exporter;
constinit const Exporter html_exporter = {
    "html", "timeline.html", "a page to read, search and explore; needs nothing but itself",
    write_page};

}  // namespace dateline
