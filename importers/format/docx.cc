#include <optional>
#include <string>
#include <utility>

#include "importers/format/field_text.h"
#include "importers/format/text.h"
#include "importers/format/xml_articles.h"
#include "importers/importer.h"
#include "importers/text/charset.h"
#include "importers/text/xml_tree.h"

namespace dateline {
namespace {

/// What the container of zip archives says of the part of a document that holds its text.
constexpr std::string_view kDocxText =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Reads the body of a document of Word (ISO 29500, WordprocessingML): paragraphs, with their
/// breaks and tabs. What was deleted while changes were kept, and the second form of what has two,
/// is no text.
class DocxReader {
 public:
  explicit DocxReader(const Text& page) : page_(page), tree_(parse_xml(page.view())) {}

  Text read() const {
    TextBuilder builder(page_);
    bool begun = false, pending = false;  // anything written; a paragraph ended behind it
    for (XmlIndex i = 1; i < tree_.nodes.size();) {
      const XmlNode& node = tree_[i];
      const std::string_view name = tree_.name(i);
      if (node.kind != XmlNode::Kind::element) {
        ++i;
        continue;
      }
      if (name == "mc:Fallback" || name == "w:del" || name == "w:moveFrom") {
        i = node.end;
        continue;
      }
      if (name == "w:p") pending = begun;
      const std::string_view sign = name == "w:tab" ? "\t" : is_break(name) ? "\n" : "";
      const bool words = name == "w:t" && node.content.size() > 0;
      const bool in_run = words || (!sign.empty() && tree_.name(node.parent) == "w:r");
      if (in_run && pending) builder.replace(before(node), "\n\n");
      if (in_run) {
        pending = false;
        begun = true;
      }
      if (words)
        copy_resolved(page_, node.content, builder);
      else if (in_run)
        builder.replace(node.name, sign);
      ++i;
    }
    return std::move(builder).build();
  }

  const XmlTree& tree() const { return tree_; }

 private:
  static bool is_break(std::string_view name) { return name == "w:br" || name == "w:cr"; }
  static Span before(const XmlNode& node) { return {node.name.begin - 1, node.name.begin}; }

  const Text& page_;
  const XmlTree tree_;
};

bool is_docx(const Resource& resource) { return resource.media_type == kDocxText; }

void read_docx(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  const DocxReader reader(decoded->text);
  tell_of_cut(reader.tree(), decoded->text, sink);
  read_texts({reader.read(), decoded->charset, decoded->diagnostics}, resource.name, kDocxText,
             sink);
}

}  // namespace

extern const Importer docx_importer{"docx", ".docx", "a document of Word: its text", is_docx,
                                    read_docx};

}  // namespace dateline
