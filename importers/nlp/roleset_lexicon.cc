#include "importers/nlp/roleset_lexicon.h"

#include "importers/nlp/model_file.h"
#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/sorted_table.h"

namespace dateline {
namespace {

constexpr std::size_t kRowHead = 5;  // bytes before a name
constexpr std::size_t kMaxName = 255;

bool fits(RolesetEntry entry, std::size_t rows) {
  return entry.first <= rows && entry.count <= rows - entry.first;
}

}  // namespace

bool may_be_predicate(Pos pos) {
  switch (pos) {
    case Pos::verb:
    case Pos::aux:
    case Pos::noun:
    case Pos::propn:
    case Pos::adj:
    case Pos::adv:
      return true;
    default:
      return false;
  }
}

RolesetEntry entry_of_unknown(Pos pos) {
  if (pos == Pos::adv || pos == Pos::propn || !may_be_predicate(pos)) return {};
  return unknown_predicate(predicate_kind(pos));
}

std::string roleset_row_bytes(std::span<const RolesetRow> rows) {
  std::string bytes;
  for (const RolesetRow& row : rows) {
    append_value(bytes, row.prior);
    const std::string_view name = std::string_view(row.name).substr(0, kMaxName);
    bytes += static_cast<char>(name.size());
    bytes += name;
  }
  return bytes;
}

Result<RolesetLexicon> RolesetLexicon::from_bytes(std::string_view entries, std::string_view rows,
                                                  std::string_view vectors, std::size_t width) {
  RolesetLexicon lexicon;
  lexicon.entries_ = entries;
  lexicon.vectors_ = vectors;
  for (std::size_t at = 0; at + kRowHead <= rows.size();) {
    lexicon.priors_.push_back(read_at<float>(rows, at));
    const std::size_t length = static_cast<unsigned char>(rows[at + kRowHead - 1]);
    lexicon.names_.push_back(rows.substr(at + kRowHead, length));
    at += kRowHead + length;
  }
  using Table = SortedTable<RolesetEntry>;
  const std::size_t count = lexicon.names_.size();
  bool sane = vectors.size() == count * (width + 1) && count >= kUnknownRows &&
              entries.size() % Table::kRow == 0;
  for (std::size_t at = 8; at < entries.size(); at += Table::kRow)
    sane = sane && fits(read_at<RolesetEntry>(entries, at), count);
  if (!sane) return Error{"expected a name and a vector for each roleset", {}};
  return lexicon;
}

RolesetEntry RolesetLexicon::find(std::uint64_t key, Pos pos) const {
  RolesetEntry entry;
  if (!may_be_predicate(pos) || SortedTable<RolesetEntry>(entries_).find(key, entry)) return entry;
  return entry_of_unknown(pos);
}

float RolesetLexicon::score(std::uint32_t row, std::span<const std::int16_t> question) const {
  const char* const bytes = vectors_.data() + row * (question.size() + 1);
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < question.size(); ++i)
    sum += question[i] * static_cast<signed char>(bytes[1 + i]);
  const int factor = 1 << (bytes[0] & 7);
  return priors_[row] +
         static_cast<float>(sum) * static_cast<float>(factor) / (kQuestionOne * kEmbeddingOne);
}

}  // namespace dateline
