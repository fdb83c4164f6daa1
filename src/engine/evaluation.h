#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "engine/evaluation_input.h"

namespace demarche {

/// Right, made up, missed; the figures are nothing where there is nothing to divide by.
struct Tally {
  size_t right = 0, made_up = 0, missed = 0;
  std::optional<double> f1() const;
  std::optional<double> precision() const;
  std::optional<double> recall() const;
};

/// So many right of so many.
struct Share {
  size_t right = 0, of = 0;
  void add(bool good) { right += good, ++of; }
  std::optional<double> value() const;
};

/// What a coder missed, made up or took for something else, with its sentence.
struct Miss {
  std::string report;    ///< id
  std::string what;      ///< `missed ACCUSE 'accused'`
  std::string sentence;  ///< in one line
};

/// Events by their trigger in the text, or, where gold tells no more than a sentence, by what they say.
enum class EventMatch { kByTrigger, kByCode };

/// The pairs (gold event, coded event) of two reports, one to one, best first. By trigger: of overlapping ones the pair with the highest
/// Jaccard overlap, and .25 if the type is the same. By code: of those of the same type or with overlapping triggers the pair with the same
/// type (1), the same countries (.5 a side) and the greatest overlap. Nothing if the two have so many overlapping spans that they cannot be
/// matched.
std::optional<std::vector<std::pair<uint32_t, uint32_t>>> match_events(const CodedReport& gold, const CodedReport& coded, EventMatch how);

/// Countries of actors, in order, upper case, each once: `country`, else `code`; actors with neither are left out.
std::vector<std::string> countries(const CodedReport& report, const std::vector<uint32_t>& actors);

/// The coded report of each gold report, by id, else by text; null where there is none.
struct Alignment {
  std::vector<const CodedReport*> coded;
  std::vector<std::string> warnings;  ///< reports without a partner, texts that differ
};
/// Views both; the first of several with the same id or text counts.
Alignment align(const std::vector<CodedReport>& gold, const std::vector<CodedReport>& coded);

/// Every figure, after the rules of docs/formats/eval.md.
struct Evaluation {
  size_t reports = 0, gold_events = 0;
  EventMatch how = EventMatch::kByTrigger;
  Tally detection, typed, whom, attribution, actors;
  Share status;                             ///< of matched events
  std::map<std::string, Tally> per_status;  ///< those that gold has
  Share date_exact, date_overlap;           ///< of matched events that gold dates
  std::array<Tally, 5> relations;           ///< by RelationType
  Share connective, sense, force;
  Share mode;                                                       ///< of events with the right type whose gold names a mode
  Tally contexts;                                                   ///< of events with the right type
  std::map<std::string, Tally> types;                               ///< by PLOVER type, those that either side has
  std::map<std::pair<std::string, std::string>, size_t> confusion;  ///< (gold, coded); "null" a proposition, "-" none
  std::vector<Miss> misses;

  std::optional<double> status_macro_f1() const;
  std::optional<double> relation_mean() const;  ///< over condition, order, consequence
  std::optional<double> type_macro_f1() const;  ///< over the types that gold has
  /// Mean of typed, whom, status macro-F1, attribution and relation mean; by code: of typed and whom.
  std::optional<double> overall() const;
};

/// Scores coded reports against gold; `alignment` is of these gold reports. kBadInput names a report that cannot be matched.
Result<Evaluation> evaluate(const std::vector<CodedReport>& gold, const Alignment& alignment, EventMatch how);

}  // namespace demarche
