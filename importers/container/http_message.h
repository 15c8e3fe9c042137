#pragma once

#include <string>

#include "importers/importer.h"

namespace dateline {

/// Gives the payload of an HTTP response as a web archive keeps it: its head read into what is told
/// of the resource, its body without chunks (RFC 9112, 7.1) and content encoding. Archives that
/// have already taken these off, and left the head as it was, are understood. What has no head is
/// given as it is; a response other than 200 to 299 is passed over.
void give_http_response(Resource about, std::string message, const PackedSink& sink);

}  // namespace dateline
