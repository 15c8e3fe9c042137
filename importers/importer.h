#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/article.h"
#include "core/result.h"
#include "importers/container/byte_stream.h"

namespace dateline {

/// What the list of pages in a web archive (WACZ) tells of one.
struct WebPage {
  std::string title;
  std::string captured;  ///< RFC 3339
};
/// By address.
using WebPages = std::map<std::string, WebPage, std::less<>>;

/// One document as received: a file, or a record of an archive, unpacked.
struct Resource {
  std::string name;  ///< path, or path#record
  std::string bytes;
  std::string url;         ///< as the container tells it; empty if it does not
  std::string media_type;  ///< as declared; empty if it is not
  std::string charset;     ///< as declared outside the bytes (HTTP, MIME); empty if it is not
  std::string retrieved;   ///< RFC 3339; empty if not known
  std::string title;       ///< as the container tells it; empty if it does not
  /// While a WACZ is unpacked, what it says of its pages; not to be kept.
  const WebPages* pages = nullptr;
  /// Which column of a table tells which field, as the user says: "text=body,title=head"; empty if
  /// nothing is said.
  std::string columns;
  /// Why this part of an archive is taken for no article: "image/png", "HTTP status 404". Its bytes
  /// are then not given. Empty: it may be one.
  std::string passed_over;
};

/// Largest resource that is read as one article or one list of articles.
constexpr std::size_t kMaxArticleBytes = 64u << 20;

/// Takes articles one by one. An Error stands for one article that could not be used; its place is
/// in the resource that is being read.
using ArticleSink = std::function<void(Result<Article>)>;
/// Takes resources one by one; an Error stands for one that could not be unpacked.
using ResourceSink = std::function<void(Result<Resource>)>;

/// A format that articles come in. Thread-safe: `read` keeps nothing between calls.
struct Importer {
  std::string_view name;                      ///< as in --from=html
  std::string_view suffixes;                  ///< ".html .htm"
  std::string_view description;               ///< one line, for `dateline formats`
  bool (*accepts)(const Resource& resource);  ///< looks like this format; suffixes are not asked
  void (*read)(const Resource& resource, const ArticleSink& sink);
  bool binary = false;  ///< its files are no text
};

/// A resource that is still packed, or not yet in memory: what is told of it, and its bytes.
struct Packed {
  Resource about;  ///< without bytes
  ByteStream bytes;
};
/// Takes what a container holds, one by one, each before the next is unpacked.
using PackedSink = std::function<void(Result<Packed>)>;

/// Something that holds resources: gzip and zstd one each, archives many.
struct Container {
  std::string_view name;
  std::string_view suffixes;
  std::string_view description;
  bool archive;                             ///< holds things beside articles, which are passed over
  bool (*accepts)(std::string_view bytes);  ///< the first ones, up to kContainerHead
  void (*unpack)(Packed packed, const PackedSink& sink);
};
/// Enough to tell every container by.
constexpr std::size_t kContainerHead = 4096;

/// Every importer, most particular first: the first whose suffix fits, or that accepts, wins.
std::span<const Importer> importers();
std::span<const Container> containers();

const Importer* find_importer(std::string_view name);
const Importer* detect_importer(const Resource& resource);

/// Unpacks while a container accepts (at most four deep), one resource at a time: memory does not
/// grow with what an archive holds.
void unpack_resource(Packed packed, const ResourceSink& sink);
void unpack_resource(Resource resource, const ResourceSink& sink);

/// Reads a resource that no container accepts with `from`, or with the importer that is detected
/// when `from` is null. What all articles of a resource share is filled in.
void read_unpacked(const Resource& resource, const Importer* from, const ArticleSink& sink);

/// Both in one, for callers that do not show the place of an error, nor what is passed over.
void read_resource(Resource resource, const Importer* from, const ArticleSink& sink);

}  // namespace dateline
