#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "language/sentence.h"

namespace demarche {

/// An event that readers are expected to know the date of.
struct DatedEvent {
  std::string id;      ///< "ukr-invasion-2022"
  std::string name;    ///< "Russia's full-scale invasion of Ukraine"
  DateRange when;      ///< a single day where it began on one; what lasted has its first and last day; what goes on has its first day alone
  std::string actors;  ///< "RUS>UKR": codes of who did it and to whom, parted by ">"; several by "+"; may be empty
};

/// The table of well-known dated events (data/ontology/dated_events.tsv; docs/formats/dated_events.md). Immutable, shareable between
/// threads.
class DatedEvents {
 public:
  /// kIo if the file cannot be read, kBadLexicon with file:line for the first bad line.
  static Result<std::shared_ptr<const DatedEvents>> load(const std::string& path);
  /// The same from text; `name` stands for the file in messages.
  static Result<std::shared_ptr<const DatedEvents>> parse(std::string_view table, const std::string& name);

  /// The event that words [begin, end) of the sentence speak of: every group of its pattern is met by one of the words. Of several the one
  /// with the longest pattern, then the last that had begun on `by`. Null if none.
  const DatedEvent* match(const Sentence& sentence, int begin, int end, std::optional<Date> by = std::nullopt) const;

  size_t size() const { return events_.size(); }
  const std::vector<DatedEvent>& events() const { return events_; }

 private:
  /// Words one of which must occur; one that ends in '*' is a beginning.
  using Group = std::vector<std::string>;
  struct Pattern {
    size_t event = 0;
    std::vector<Group> groups;
    std::vector<uint32_t> initials;  ///< of each group the first letters of its words, as bits
  };
  static bool met(const Pattern& pattern, const std::vector<std::string>& words, uint32_t initials);

  std::vector<DatedEvent> events_;
  std::vector<Pattern> patterns_;
};

}  // namespace demarche
