#include "cli/inputs.h"

#include <cerrno>
#include <cstring>
#include <fstream>
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

Result<std::string> read_all(std::istream& in) {
  std::string bytes;
  char block[1u << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    bytes.append(block, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMaxFileBytes) return Error{"larger than 4 GiB, the most that is read", {}};
  }
  if (in.bad()) return Error{std::strerror(errno), {}};
  return bytes;
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

Result<std::string> load(const Input& input, std::istream& in) {
  if (!input.problem.empty()) return Error{input.problem, {}};
  if (input.name == "-") return read_all(in);
  std::error_code failed;
  if (fs::is_directory(input.name, failed)) return Error{"is a folder, expected a file", {}};
  errno = 0;
  std::ifstream file(input.name, std::ios::binary);
  if (!file) return Error{std::strerror(errno != 0 ? errno : EIO), {}};
  return read_all(file);
}

}  // namespace dateline
