#include "tests/support/zipped.h"

#include <sys/stat.h>
#include <zip.h>

namespace dateline {

std::string zipped(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const to = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(to);
  zip_t* const archive = zip_open_from_source(to, ZIP_TRUNCATE, &error);
  for (const ZipEntry& entry : entries) {
    zip_source_t* const from =
        zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    const zip_int64_t added = zip_file_add(archive, entry.name.c_str(), from, ZIP_FL_ENC_UTF_8);
    const auto index = static_cast<zip_uint64_t>(added);
    const auto mode = static_cast<zip_uint32_t>(entry.link ? S_IFLNK | 0777 : S_IFREG | 0644);
    zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, mode << 16);
    if (!entry.password.empty())
      zip_file_set_encryption(archive, index, ZIP_EM_AES_256, entry.password.c_str());
  }
  zip_close(archive);
  zip_stat_t stat;
  zip_source_stat(to, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(to);
  zip_source_read(to, bytes.data(), bytes.size());
  zip_source_close(to);
  zip_source_free(to);
  return bytes;
}

}  // namespace dateline
