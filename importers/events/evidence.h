#pragma once

#include <string>

#include "core/document.h"
#include "core/timeline.h"
#include "core/utf8.h"

namespace dateline {

/// Makes the evidence of a document's timeline: spans of its text as code points with their words,
/// their sentence, and the bytes that they came from.
class EvidenceMaker {
 public:
  EvidenceMaker(const Document& document, std::string document_id)
      : document_(document), id_(std::move(document_id)), code_points_(document.text()) {}

  const std::string& document_id() const { return id_; }
  Evidence of(Span span, Evidence::Role role) const;
  Evidence of(TokenRange tokens, Evidence::Role role) const {
    return of(document_.span_of(tokens), role);
  }
  std::uint32_t code_points_before(std::uint32_t byte) const {
    return code_points_.code_points_before(byte);
  }

 private:
  const Document& document_;
  std::string id_;
  CodePointIndex code_points_;
};

}  // namespace dateline
