#include "cli/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <istream>
#include <iterator>

#include "importers/container/directory.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

Input input_of(const fs::path& path) {
  Input input{path.string(), 0, {}};
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (!fs::exists(status)) {
    input.problem = failed ? failed.message() : "no such file or folder";
  } else if (fs::is_regular_file(status)) {
    input.bytes = fs::file_size(path, failed);
  }
  return input;
}

// A folder that cannot be read stands for its files, as one problem.
void add_folder(const std::string& folder, std::vector<Input>& inputs) {
  const Result<DirectoryFiles> files = list_files(folder);
  if (!files) return inputs.push_back({folder, 0, files.error().message});
  if (files->paths.empty() && files->diagnostics.empty())
    inputs.push_back({folder, 0, "expected files in the folder, found none"});
  for (const std::string& path : files->paths) inputs.push_back(input_of(path));
  for (const Diagnostic& problem : files->diagnostics)
    inputs.push_back({folder, 0, problem.message});
}

FillBytes fill_from(std::istream& in) {
  return [&in](char* room, std::size_t size) {
    Filled filled;
    errno = 0;
    in.read(room, static_cast<std::streamsize>(size));
    filled.bytes = static_cast<std::size_t>(in.gcount());
    if (in.bad()) filled.fault = {std::strerror(errno != 0 ? errno : EIO), {}};
    filled.refused = in.bad();
    return filled;
  };
}

/// A file that is no pipe may also be read in any order.
ByteStream stream_of(std::ifstream& file, std::uint64_t size) {
  if (size == 0) return ByteStream(fill_from(file));
  const auto read_at = [&file](std::uint64_t at, char* room, std::size_t count) {
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(room, static_cast<std::streamsize>(count));
    return static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0));
  };
  return ByteStream(fill_from(file), {size, read_at});
}

}  // namespace

std::vector<Input> list_inputs(std::span<const std::string> operands) {
  std::vector<Input> inputs;
  for (const std::string& operand : operands) {
    std::error_code failed;
    if (operand != "-" && fs::is_directory(operand, failed)) {
      add_folder(operand, inputs);
    } else {
      inputs.push_back(input_named(operand));
    }
  }
  return inputs;
}

Input input_named(const std::string& name) {
  return name == "-" ? Input{name, 0, {}} : input_of(name);
}

Result<ByteStream> open_input(const Input& input, std::ifstream& file, std::istream& in) {
  if (!input.problem.empty()) return Error{input.problem, {}};
  if (input.name == "-") return ByteStream(fill_from(in));
  std::error_code failed;
  if (fs::is_directory(input.name, failed)) return Error{"is a folder, expected a file", {}};
  errno = 0;
  file.open(input.name, std::ios::binary);
  if (!file) return Error{std::strerror(errno != 0 ? errno : EIO), {}};
  return stream_of(file, input.bytes);
}

Result<std::string> load(const Input& input, std::istream& in) {
  std::ifstream file;
  Result<ByteStream> stream = open_input(input, file, in);
  if (!stream) return stream.error();
  ByteStream bytes = std::move(stream).value();
  std::string all = bytes.take(kMaxFileBytes);
  if (!bytes.at_end()) return Error{"larger than 4 GiB, the most that is read", {}};
  if (!bytes.fault().message.empty()) return bytes.fault();
  return all;
}

}  // namespace dateline
