#pragma once

#include <functional>

#include "importers/container/byte_stream.h"

namespace dateline {

// Each unpacks while `use` reads, which must not keep the stream, and gives up where more than
// kMaxRatio bytes come out of each packed one. Behind damage, the stream goes on with the next
// member or frame that can be found.

using UseStream = std::function<void(ByteStream unpacked)>;

/// gzip (RFC 1952): members one after the other, padding of zeros behind them.
void gunzip(ByteStream packed, const UseStream& use);
/// Deflate (RFC 1951) in the wrapping of zlib (RFC 1950) or, as some servers send it, in none.
void inflate_deflated(ByteStream packed, const UseStream& use);
/// Deflate in no wrapping.
void inflate_bare(ByteStream packed, const UseStream& use);
/// Zstandard (RFC 8878): frames one after the other.
void unzstd(ByteStream packed, const UseStream& use);

/// Brotli (RFC 7932): one stream, in which nothing tells that it is one.
void unbrotli(ByteStream packed, const UseStream& use);

bool is_gzip(std::string_view bytes);
bool is_zstd(std::string_view bytes);

}  // namespace dateline
