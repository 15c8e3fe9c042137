#include "importers/nlp/model_file.h"

#include "importers/nlp/hash.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "dlmodel\x01";
constexpr std::size_t kKindBytes = 8, kChecked = 32;  // the hash covers what begins here
constexpr std::uint32_t kMaxSections = 64;

std::string padded(std::string_view kind) {
  std::string bytes(kind.substr(0, kKindBytes));
  bytes.resize(kKindBytes, '\0');
  return bytes;
}

Error damaged(std::string why) { return {"not a usable model: " + why, {}}; }

}  // namespace

Result<ModelFile> ModelFile::from_bytes(std::string_view bytes, std::string_view kind,
                                        std::uint64_t features) {
  return read(bytes, kind, features, Check::every_byte);
}

Result<ModelFile> ModelFile::read(std::string_view bytes, std::string_view kind,
                                  std::uint64_t features, Check check) {
  if (bytes.substr(0, kMagic.size()) != kMagic)
    return damaged("expected it to begin with \"dlmodel\" and version 1");
  if (bytes.substr(kMagic.size(), kKindBytes) != padded(kind))
    return damaged("expected one of kind '" + std::string(kind) + "'");
  if (read_at<std::uint64_t>(bytes, 16) != features)
    return damaged("it was trained for other features; train it anew");
  if (bytes.size() < kChecked + 4 ||
      (check == Check::every_byte &&
       read_at<std::uint64_t>(bytes, 24) != hash_bytes(bytes.substr(kChecked))))
    return damaged("its bytes are not those that were written");

  ModelFile model;
  const auto count = read_at<std::uint32_t>(bytes, kChecked);
  for (std::uint32_t i = 0; i < count && i < kMaxSections; ++i) {
    const auto offset = read_at<std::uint32_t>(bytes, kChecked + 4 + 8 * i);
    const auto size = read_at<std::uint32_t>(bytes, kChecked + 8 + 8 * i);
    if (offset > bytes.size() || size > bytes.size() - offset)
      return damaged("section " + std::to_string(i) + " lies outside");
    model.sections_.push_back(bytes.substr(offset, size));
  }
  return model;
}

Result<ModelFile> ModelFile::load(const DataFiles& files, std::string_view path,
                                  std::string_view kind, std::uint64_t features) {
  const auto bytes = files.find(path);
  if (!bytes) return Error{"expected the model '" + std::string(path) + "', found no file", {}};
  auto model =
      read(*bytes, kind, features, files.is_embedded(path) ? Check::header : Check::every_byte);
  if (!model) return Error{std::string(path) + ": " + model.error().message, {}};
  return model;
}

std::string to_model_bytes(std::string_view kind, std::uint64_t features,
                           const std::vector<std::string>& sections) {
  std::string body;
  append_value(body, static_cast<std::uint32_t>(sections.size()));
  auto offset = static_cast<std::uint32_t>(kChecked + 4 + 8 * sections.size());
  for (const std::string& section : sections) {
    append_value(body, offset);
    append_value(body, static_cast<std::uint32_t>(section.size()));
    offset += static_cast<std::uint32_t>(section.size());
  }
  for (const std::string& section : sections) body += section;
  std::string bytes(kMagic);
  bytes += padded(kind);
  append_value(bytes, features);
  append_value(bytes, hash_bytes(body));
  return bytes + body;
}

}  // namespace dateline
