#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A WARC record; `fields`: more lines of its head, each with its line end.
inline std::string warc_record(std::string_view type, std::string_view block,
                               std::string_view fields = {}) {
  std::string record = "WARC/1.1\r\nWARC-Type: " + std::string(type) +
                       "\r\nWARC-Target-URI: http://herald.example/story\r\n"
                       "WARC-Date: 2022-02-12T10:30:00Z\r\n";
  record += fields;
  record += "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  record += block;
  return record + "\r\n\r\n";
}

/// An HTTP response with a page; `fields`: as above.
inline std::string http_response(std::string_view body, std::string_view fields = {}) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + std::string(fields) +
         "\r\n" + std::string(body);
}

inline std::string warc_response(std::string_view body, std::string_view fields = {}) {
  return warc_record("response", http_response(body, fields),
                     "Content-Type: application/http; msgtype=response\r\n");
}

}  // namespace dateline
