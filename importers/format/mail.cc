#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/edtf.h"
#include "importers/format/html.h"
#include "importers/format/mime.h"
#include "importers/format/text.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/byline.h"
#include "importers/text/publication_date.h"
#include "importers/text/repair.h"

namespace dateline {
namespace {

/// Heads are longer where many servers have written into them; what tells a mail stands in this.
constexpr std::size_t kMailStart = 16u << 10;

bool is_field_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (line.empty() || line == "\r") return false;
  if (line.front() == ' ' || line.front() == '\t') return true;
  return colon != line.npos && colon > 0 && line.substr(0, colon).find(' ') == line.npos;
}

/// Nothing but fields up to an empty line, among them those that every mail has.
bool is_mail(const Resource& resource) {
  const std::string_view bytes = std::string_view(resource.bytes).substr(0, kMailStart);
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  if (first.starts_with(' ') || !is_field_line(first)) return false;
  if (resource.media_type == "message/rfc822") return true;
  const std::size_t size = head_size(bytes);
  const std::string_view head = bytes.substr(0, size);
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trimmed(head.substr(at, end - at));
    if (!line.empty() && !is_field_line(head.substr(at, end - at)) && end < head.size())
      return false;
    at = end + 1;
  }
  const HeaderFields fields = read_header_fields(head);
  const auto has = [&](std::string_view name) { return !fields.value(name).empty(); };
  const bool sent = has("from") && (has("date") || has("message-id") || has("received"));
  return sent || (has("mime-version") && has("content-type"));
}

/// What a field with an address calls its owner: Ann Lee of "Ann Lee <ann@herald.example>".
std::string name_in_address(std::string_view field) {
  const std::string plain = without_encoded_words(field);
  std::string_view name = trimmed(std::string_view(plain).substr(0, plain.find('<')));
  if (name.size() > 1 && name.front() == '"' && name.back() == '"')
    name = name.substr(1, name.size() - 2);
  return name.find('@') == name.npos ? std::string(name) : std::string();
}

std::string address_in(std::string_view field) {
  field = trimmed(field);
  if (field.starts_with('<') && field.ends_with('>')) field = field.substr(1, field.size() - 2);
  return field.find("://") == field.npos ? std::string() : std::string(field);
}

/// Of attachments that are left out; the others are counted.
constexpr std::size_t kMostToldParts = 32;

/// One mail, or one in another.
class MailReader {
 public:
  MailReader(const Resource& resource, const std::vector<MimePart>& parts)
      : resource_(resource), parts_(parts) {}

  Result<Article> read(MimeIndex mail) const {
    const HeaderFields& head = parts_[mail].head;
    Result<Article> found = read_text(mail);
    if (!found) return found;
    Article article = std::move(found).value();
    const std::string subject = repaired(without_encoded_words(head.value("subject")));
    if (is_saved_page(mail)) {
      if (article.title.empty()) article.title = subject;
      if (const auto date = date_of(head)) article.retrieved = to_edtf(*date);
      return article;
    }
    tell_left_out(mail, article);
    if (!subject.empty()) article.title = subject;
    if (const std::string url = address_in(head.value("archived-at")); !url.empty())
      article.url = url;
    if (article.language.empty()) article.language = head.value("content-language");
    take_sender(head, article);
    if (const auto date = date_of(head)) {
      article.published = to_edtf(*date);
      article.published_from = PublishedFrom::metadata;
    }
    return article;
  }

 private:
  /// What browsers write (MHTML): its date is that of the saving, not of the story.
  bool is_saved_page(MimeIndex mail) const {
    const HeaderFields& head = parts_[mail].head;
    return !head.value("snapshot-content-location").empty() ||
           head.value("from").find("<Saved by") != std::string_view::npos;
  }

  /// Each part that is attached, or stands beside the text; not pictures of a page.
  void tell_left_out(MimeIndex mail, Article& article) const {
    std::optional<MimeIndex> taken = find_text(mail, "text/html");
    if (!taken) taken = find_text(mail, "text/plain");
    std::size_t told = 0;
    for (MimeIndex i = mail; i < parts_[mail].end;) {
      const MimePart& part = parts_[i];
      const bool beside = i != mail && parts_[part.parent].type.name == "multipart/mixed";
      const bool left_out = !part.is_mail() && !part.is_multipart() && i != taken;
      if (left_out && (beside || part.is_attachment()) && ++told <= kMostToldParts)
        article.diagnostics.push_back({Severity::note,
                                       "part-left-out",
                                       "left out a part beside the text (" + part.type.name + ")",
                                       {part.body.begin, part.body.end}});
      i = part.is_mail() ? part.end : i + 1;
    }
    if (told > kMostToldParts)
      article.diagnostics.push_back(
          {Severity::note,
           "part-left-out",
           "left out " + std::to_string(told - kMostToldParts) + " more parts",
           {}});
  }

  static std::optional<PartialDate> date_of(const HeaderFields& head) {
    const std::string_view field = head.value("date");
    return read_publication_date(trimmed(field.substr(0, field.find('('))));
  }

  /// Who sends to a list of readers is a publisher.
  static void take_sender(const HeaderFields& head, Article& article) {
    const std::string sender = repaired(name_in_address(head.value("from")));
    if (sender.empty()) return;
    const bool newsletter =
        !head.value("list-unsubscribe").empty() && head.value("in-reply-to").empty();
    if (newsletter) {
      article.publisher = sender;
      return;
    }
    article.authors = read_authors(sender);
    if (article.authors.empty()) article.authors = {sender};
  }

  /// Whether a part, or one in it, is a text of the kind that is to be read as the mail's.
  bool holds(MimeIndex part, std::string_view type) const {
    for (MimeIndex i = part; i < parts_[part].end;) {
      const bool other = parts_[i].is_mail() || parts_[i].is_attachment();
      if (!other && parts_[i].type.name == type) return true;
      i = other ? parts_[i].end : i + 1;
    }
    return false;
  }

  /// The first text of a type; of alternatives, which say the same, writers put the best last.
  std::optional<MimeIndex> find_text(MimeIndex mail, std::string_view type) const {
    MimeIndex at = mail;
    while (parts_[at].is_multipart()) {
      std::optional<MimeIndex> next;
      const bool last = parts_[at].type.name == "multipart/alternative";
      for (MimeIndex i = at + 1; i < parts_[at].end; i = parts_[i].end)
        if ((!next || last) && holds(i, type)) next = i;
      if (!next) return std::nullopt;
      at = *next;
    }
    return parts_[at].type.name == type ? std::optional(at) : std::nullopt;
  }

  Result<Decoded> decoded(MimeIndex part) const {
    return decode(body_of(resource_.bytes, parts_[part]), parts_[part].type.parameter("charset"));
  }

  std::string url_of(MimeIndex mail, MimeIndex part) const {
    std::string url = address_in(parts_[mail].head.value("snapshot-content-location"));
    return url.empty() ? address_in(parts_[part].head.value("content-location")) : url;
  }

  Result<Article> read_text(MimeIndex mail) const {
    for (MimeIndex i = mail; i < parts_[mail].end; ++i)
      if (parts_[i].too_deep)
        return Error{
            "expected parts at most " + std::to_string(kMaxMimeDepth) + " deep, found more",
            {parts_[i].body.begin, parts_[i].body.begin}};
    if (const auto page = find_text(mail, "text/html")) {
      const Result<Decoded> text = decoded(*page);
      Result<Article> article = text ? read_page(*text, url_of(mail, *page)) : text.error();
      if (article) {
        Article read = std::move(article).value();
        if (read.url.empty()) read.url = url_of(mail, *page);
        return read;
      }
    }
    if (const auto plain = find_text(mail, "text/plain")) {
      Result<Decoded> text = decoded(*plain);
      if (!text) return text.error();
      return read_plain_text(std::move(text).value());
    }
    return Error{"expected a mail with a text, found none", {}};
  }

  const Resource& resource_;
  const std::vector<MimePart>& parts_;
};

/// The mail, and those that are in it whole.
std::vector<MimeIndex> find_mails(const std::vector<MimePart>& parts) {
  std::vector<MimeIndex> mails = {0};
  for (MimeIndex i = 0; i < parts.size(); ++i)
    if (parts[i].is_mail() && parts[i].end > i + 1) mails.push_back(i + 1);
  return mails;
}

void read_mail(const Resource& resource, const ArticleSink& sink) {
  if (resource.bytes.size() > kMaxArticleBytes)
    return sink(Error{"expected at most " + std::to_string(kMaxArticleBytes) + " bytes, found " +
                          std::to_string(resource.bytes.size()),
                      {}});
  const std::vector<MimePart> parts = parse_mime(resource.bytes);
  const MailReader reader(resource, parts);
  const std::vector<MimeIndex> mails = find_mails(parts);
  for (std::size_t i = 0; i < mails.size(); ++i) {
    Result<Article> read = reader.read(mails[i]);
    // A mail that only carries others needs no text of its own.
    if (!read && i == 0 && mails.size() > 1) continue;
    if (read) {
      Article article = std::move(read).value();
      article.source = resource.name;
      if (i > 0) article.source += "#" + std::to_string(i + 1);
      read = std::move(article);
    }
    sink(std::move(read));
  }
}

}  // namespace

extern const Importer mail_importer{"mail", ".eml .mht .mhtml",
                                    "a mail, a newsletter, or a page as browsers save it (MHTML)",
                                    is_mail, read_mail};

}  // namespace dateline
