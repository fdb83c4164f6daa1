#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "actors/actor.h"
#include "actors/named_entities.h"
#include "base/date.h"
#include "base/span.h"
#include "language/sentence.h"
#include "language/tree.h"
#include "ontology/plover.h"
#include "text/document.h"

namespace demarche {

/// How the text presents an event (docs/formats/report.md).
enum class EventStatus : uint8_t { kOccurred, kHabitual, kPlanned, kOffered, kRequested, kThreatened, kPossible, kDenied };

/// A date that was worked out: the interval, the words it came from (empty if from elsewhere) and, where it was not plain, how.
struct EventDate {
  DateRange range;
  Span text;
  std::string how;
};

struct EventPlace {
  std::string name;
  std::string country;  ///< ISO alpha-3 or empty
  std::optional<double> lat, lon;
  Span text;
};

/// One voice: who speaks, and the words that say so.
struct Voice {
  std::vector<uint32_t> source;  ///< actors; empty where the text names nobody
  Span cue;
  std::optional<EventDate> date;  ///< when it was said, where the words say so
};

/// Why the engine says so.
struct Why {
  std::string rule;    ///< "accuse.frames:12" or the name of a rule of the coder
  std::string path;    ///< how source and target were reached: "subj=Kenya obj=Uganda"
  std::string status;  ///< cue of the status: "will", "willing to"
  std::vector<Span> cues;
};

/// An event, or a proposition (`type` kNone) that a relation needs.
struct Event {
  Span trigger;
  uint32_t sentence = 0;
  uint16_t head = 0;  ///< word index of the trigger's head
  EventType type = EventType::kNone;
  Mode mode = Mode::kNone;
  ContextSet contexts;
  std::string cameo;
  std::vector<uint32_t> source, target, about;  ///< indices of actors
  EventStatus status = EventStatus::kOccurred;
  bool negated = false;
  double certainty = 1;  ///< -1 surely not ... 0 unknown ... 1 surely
  std::optional<EventDate> date;
  std::optional<EventPlace> place;
  std::vector<Voice> attribution;  ///< from the reporter inwards
  Why why;
};

enum class RelationType : uint8_t { kCondition, kOrder, kConsequence, kContent, kContrast };
enum class ConditionSense : uint8_t { kIf, kUnless, kOnlyIf, kUntil, kInExchange };
enum class Force : uint8_t { kStated, kPlanned, kDemanded, kWarned, kClaimed, kPredicted };

/// A relation between events of one report (indices into Report::events).
///   condition    `a` holds if any/all of `others`;  order  `a` before `b`;  consequence  `others` lead to `b`;  content  `a` is about `b`;
///   contrast  `a` departs from `b`
struct Relation {
  RelationType type = RelationType::kContent;
  uint32_t a = 0;
  uint32_t b = 0;
  std::vector<uint32_t> others;
  bool any = false;
  ConditionSense sense = ConditionSense::kIf;
  Force force = Force::kStated;
  std::vector<uint32_t> holder;  ///< actors
  std::string rule;
  std::vector<Span> cues;
};

/// Something odd in the report itself: a role that contradicts the actor list, a date that cannot be.
struct Note {
  std::string kind;  ///< "role", "date"
  std::string text;
  Span span;
};

/// What the engine says of one document. Owns everything; spans are bytes of `document->text`.
struct Report {
  std::shared_ptr<const Document> document;
  std::shared_ptr<const std::string> parse_source;  ///< the CoNLL-U that tags view, where the parse was given; else null
  std::vector<Sentence> sentences;                  ///< words view document->text
  std::vector<Tree> trees;                          ///< one a sentence, viewing `sentences`, which must not change once they are made
  ActorTable actors;
  std::vector<NamedEntity> names;  ///< in text order, those that are no actors too
  std::vector<Event> events;       ///< in order of their triggers
  std::vector<Relation> relations;
  std::vector<Note> notes;
  std::optional<Date> worked_out_date;  ///< where the document carried none and the text gave one
  std::string date_how;                 ///< how it was worked out

  /// The day that the report's relative dates count from, if known.
  std::optional<Date> day() const { return document->published ? document->published : worked_out_date; }
};

std::string_view name(EventStatus status);
std::string_view name(RelationType type);
std::string_view name(ConditionSense sense);
std::string_view name(Force force);
std::optional<EventStatus> event_status_from(std::string_view text);

}  // namespace demarche
