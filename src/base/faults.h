#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace demarche {

/// What is wrong in data files, collected so that one reading pass reports all of it.
class Faults {
 public:
  /// `place` is "FILE:LINE", or whatever says where.
  void add(std::string place, std::string message) { list_.push_back({ErrorCode::kBadLexicon, std::move(message), std::move(place)}); }
  void add(const std::string& file, int line, std::string message) { add(file + ":" + std::to_string(line), std::move(message)); }
  const std::vector<Error>& list() const { return list_; }
  bool empty() const { return list_.empty(); }
  /// The first fault's place and message, followed by `place: message` of each other (twenty at most), a line each. Requires !empty().
  Error error() const {
    constexpr size_t kShown = 20;
    Error all = list_.front();
    for (size_t i = 1; i < list_.size() && i < kShown; ++i) all.message += "\n" + list_[i].text();
    if (list_.size() > kShown) all.message += "\n... and " + std::to_string(list_.size() - kShown) + " more";
    return all;
  }

 private:
  std::vector<Error> list_;
};

}  // namespace demarche
