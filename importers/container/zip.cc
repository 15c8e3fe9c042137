#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "importers/container/archive_entry.h"
#include "importers/container/bounded_output.h"
#include "importers/container/wacz_pages.h"
#include "importers/container/zip_entries.h"
#include "importers/importer.h"

namespace dateline {
namespace {

/// Of an archive that is no file, what is taken into memory: offsets in it may be 32 bits.
constexpr std::size_t kMaxZipInMemory = 0xFFFFFFFF;

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// What the library reads the archive through.
struct ZipSource {
  OpenFile file;
  std::uint64_t at = 0;
  zip_error_t error{};
};

zip_int64_t read_zip(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto& source = *static_cast<ZipSource*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      source.at = 0;
      return 0;
    case ZIP_SOURCE_READ: {
      const std::size_t read = source.file.read_at(source.at, static_cast<char*>(data),
                                                   static_cast<std::size_t>(length));
      source.at += read;
      return static_cast<zip_int64_t>(read);
    }
    case ZIP_SOURCE_SEEK: {
      const zip_int64_t at =
          zip_source_seek_compute_offset(source.at, source.file.size, data, length, &source.error);
      if (at >= 0) source.at = static_cast<std::uint64_t>(at);
      return at >= 0 ? 0 : -1;
    }
    case ZIP_SOURCE_TELL:
      return static_cast<zip_int64_t>(source.at);
    case ZIP_SOURCE_STAT:
      zip_stat_init(static_cast<zip_stat_t*>(data));
      static_cast<zip_stat_t*>(data)->size = source.file.size;
      static_cast<zip_stat_t*>(data)->valid = ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&source.error, data, length);
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_SEEK,
                                            ZIP_SOURCE_TELL, ZIP_SOURCE_FREE, -1);
    default:
      return 0;
  }
}

/// Files that tell what a zip archive is, if it is more than that.
struct ZipKind {
  std::string_view entry;
  std::string_view name;
};
constexpr ZipKind kOtherKinds[] = {{"[Content_Types].xml", "an Office document"},
                                   {"META-INF/manifest.xml", "an OpenDocument file"},
                                   {"META-INF/MANIFEST.MF", "a Java archive"}};
// What a WACZ keeps its web archives in; the rest describes them.
constexpr std::string_view kWaczMark = "datapackage.json", kWaczFolder = "archive/";
// Its lists of the pages that were captured, the chief ones first.
constexpr const char* kWaczPages[] = {"pages/pages.jsonl", "pages/extraPages.jsonl"};
/// Of one such list; a page takes some 200 bytes.
constexpr std::size_t kMaxWaczPages = 64u << 20;
// The text of a document of Word.
constexpr const char* kDocxEntry = "word/document.xml";
constexpr std::string_view kDocxType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

class ZipReader {
 public:
  ZipReader(Packed packed, const PackedSink& sink)
      : about_(std::move(packed.about)), in_(std::move(packed.bytes)), sink_(sink) {}

  void run() {
    source_.file = in_.whole(kMaxZipInMemory);
    zip_error_t error{};
    zip_source_t* const source = zip_source_function_create(read_zip, &source_, &error);
    if (source == nullptr) return refuse(error);
    archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) {
      zip_source_free(source);
      refuse(error);
      return unpack_zip_entries(about_, source_.file, sink_);
    }
    if (has(kDocxEntry)) return read_docx();
    for (const ZipKind& kind : kOtherKinds)
      if (has(kind.entry))
        return sink_(Error{"expected articles, found " + std::string(kind.name), {}});
    wacz_ = has(kWaczMark) && has_wacz_folder();
    if (wacz_) read_pages();
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count && !over_; ++i) read_entry(static_cast<zip_uint64_t>(i));
  }

 private:
  bool has(std::string_view entry) const {
    return zip_name_locate(archive_.get(), std::string(entry).c_str(), 0) >= 0;
  }

  bool has_wacz_folder() const {
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const char* const name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
      if (name != nullptr && std::string_view(name).starts_with(kWaczFolder)) return true;
    }
    return false;
  }

  /// What the lists of a WACZ say of its pages; damage in them is told where the entries are.
  void read_pages() {
    for (const char* const name : kWaczPages) {
      const std::unique_ptr<zip_file_t, CloseZip> file(zip_fopen(archive_.get(), name, 0));
      if (!file) continue;
      ByteStream bytes([&](char* room, std::size_t size) { return fill(*file, name, room, size); });
      read_wacz_pages(bytes.take(kMaxWaczPages), pages_);
    }
    about_.pages = &pages_;
  }

  /// Of the parts of a document, its text; it goes by the document's name.
  void read_docx() {
    const std::unique_ptr<zip_file_t, CloseZip> file(zip_fopen(archive_.get(), kDocxEntry, 0));
    if (!file) return tell(0, kDocxEntry);
    Resource about = about_;
    about.media_type = kDocxType;
    sink_(Packed{std::move(about), ByteStream([&](char* room, std::size_t size) {
                   return fill(*file, kDocxEntry, room, size);
                 })});
  }

  void refuse(zip_error_t& error) {
    sink_(Error{std::string("expected a whole zip archive, found damage (") +
                    zip_error_strerror(&error) + ")",
                {}});
    zip_error_fini(&error);
  }

  /// Why an entry is no file that may hold an article; empty if it is.
  std::string why_not(zip_uint64_t index, std::string_view name) const {
    if (wacz_ && !name.starts_with(kWaczFolder)) return "what describes a web archive";
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive_.get(), index, 0, &system, &attributes);
    if (system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16)) return "a link";
    return {};
  }

  void read_entry(zip_uint64_t index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive_.get(), index, ZIP_FL_ENC_GUESS, &stat) != 0) return tell(index, {});
    const std::string name = stat.name;
    if (name.ends_with('/')) return;
    Resource about = archive_entry(about_, name, why_not(index, name));
    if (!about.passed_over.empty()) return sink_(Packed{std::move(about), ByteStream::of({})});
    const std::unique_ptr<zip_file_t, CloseZip> file(zip_fopen_index(archive_.get(), index, 0));
    if (!file) return tell(index, name);
    sink_(Packed{std::move(about), ByteStream([&](char* room, std::size_t size) {
                   return fill(*file, name, room, size);
                 })});
  }

  void tell(zip_uint64_t index, const std::string& name) {
    sink_(Error{"'" + name + "', entry " + std::to_string(index + 1) +
                    ": expected to read it, found that it cannot be (" +
                    zip_strerror(archive_.get()) + ")",
                {}});
  }

  Filled fill(zip_file_t& file, const std::string& name, char* room, std::size_t size) {
    Filled filled;
    if (over_) return filled;
    const zip_int64_t read = zip_fread(&file, room, size);
    if (read < 0) {
      filled.fault = {
          "'" + name + "': expected a whole entry, found damage (" + zip_file_strerror(&file) + ")",
          {}};
      return filled;
    }
    filled.bytes = static_cast<std::size_t>(read);
    unpacked_ += filled.bytes;
    // Entries may overlap, so it is their sum that counts.
    if (const std::string over = over_ratio(source_.file.size, unpacked_); !over.empty()) {
      over_ = true;
      filled = {0, Filled::kUnpacked, {"'" + name + "': " + over, {}}, true};
    }
    return filled;
  }

  Resource about_;
  WebPages pages_;
  ByteStream in_;
  const PackedSink& sink_;
  ZipSource source_;
  std::unique_ptr<zip_t, CloseZip> archive_;
  std::uint64_t unpacked_ = 0;
  bool wacz_ = false, over_ = false;
};

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

void unpack_zip(Packed packed, const PackedSink& sink) { ZipReader(std::move(packed), sink).run(); }

}  // namespace

extern const Container zip_container{"zip",  ".zip .wacz .epub", "zip, WACZ, EPUB", true,
                                     is_zip, unpack_zip};

}  // namespace dateline
