#pragma once

#include <algorithm>
#include <compare>
#include <string>
#include <vector>

#include "core/timeline.h"

namespace dateline {

// A total order of each part of a timeline that depends on its content alone and is equal only for
// equal things. It means nothing else: it makes choices and sequences the same on every machine.

std::strong_ordering content_order(const Evidence& a, const Evidence& b);
std::strong_ordering content_order(const When& a, const When& b);
std::strong_ordering content_order(const SourceDocument& a, const SourceDocument& b);
std::strong_ordering content_order(const Entity& a, const Entity& b);
std::strong_ordering content_order(const Participant& a, const Participant& b);
std::strong_ordering content_order(const EventPlace& a, const EventPlace& b);
std::strong_ordering content_order(const SourceClaim& a, const SourceClaim& b);
std::strong_ordering content_order(const Quantity& a, const Quantity& b);
std::strong_ordering content_order(const Event::WebLink& a, const Event::WebLink& b);
std::strong_ordering content_order(const Event& a, const Event& b);
std::strong_ordering content_order(const Link& a, const Link& b);

/// For sorting: whether `a` comes first.
struct ContentLess {
  template <typename Thing>
  bool operator()(const Thing& a, const Thing& b) const {
    return content_order(a, b) < 0;
  }
  bool operator()(const std::string& a, const std::string& b) const { return a < b; }
};

/// Sorts and drops what comes twice.
template <typename Thing>
void keep_one_of_each(std::vector<Thing>& things) {
  std::sort(things.begin(), things.end(), ContentLess());
  things.erase(std::unique(things.begin(), things.end()), things.end());
}

template <typename Thing>
void append(std::vector<Thing>& to, const std::vector<Thing>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace dateline
