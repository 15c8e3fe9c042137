#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "importers/container/byte_stream.h"

namespace dateline {

/// A file named on the command line or found in a folder that was; "-" is standard input.
struct Input {
  std::string name;
  std::uint64_t bytes = 0;  ///< size of the file; 0 if it is not known
  std::string problem;      ///< why it cannot be read; empty if it looks as if it could
};

/// Largest file that is taken into memory: offsets in it are 32 bits.
constexpr std::uint64_t kMaxFileBytes = 0xFFFFFFFF;

/// The inputs of a command in the order of its operands, folders replaced by the files in them.
std::vector<Input> list_inputs(std::span<const std::string> operands);

/// One file as it is named, for commands that take no folder.
Input input_named(const std::string& name);

/// What a file, or `in` for "-", holds. Opens `file` for it if need be; both must outlive the
/// stream. Error.message says why not.
Result<ByteStream> open_input(const Input& input, std::ifstream& file, std::istream& in);

/// The whole of a file, or of `in` for "-". Error.message says why not.
Result<std::string> load(const Input& input, std::istream& in);

}  // namespace dateline
