#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "coder/report.h"
#include "text/document.h"
#include "text/offsets.h"

namespace demarche {

/// The forms in which gold comes (docs/formats/eval.md).
enum class GoldForm {
  kReports,  ///< records as this program writes them (docs/formats/report.md)
  kPairs,    ///< PLV's table: a marked source and target, and what the one did to the other
  kPlover,   ///< PLOVER's gold standard records: an event each, with its text
};

/// "reports", "plv", "plover".
std::string_view name(GoldForm form);
std::optional<GoldForm> gold_form_from(std::string_view text);

/// The form of a file, by its first record or its header. kBadInput without a place if it is none of them.
Result<GoldForm> recognise_gold(std::string_view content);

/// An actor as gold or a coder has it.
struct CodedActor {
  std::string name, code, country;
  std::vector<Span> mentions;  ///< code points, in order
};

/// An event as gold or a coder has it; what a record does not hold is empty.
struct CodedEvent {
  std::string id;
  Span trigger;                                    ///< code points; empty where the words are not known
  std::string type;                                ///< PLOVER type, "" for a proposition; records of old codebooks may hold CRIME and YIELD
  std::string mode, cameo, status;                 ///< as written
  bool negated = false;                            ///< as written
  std::vector<std::string> contexts;               ///< as written
  std::vector<uint32_t> source, target;            ///< actors
  std::vector<std::vector<uint32_t>> attribution;  ///< actors of each voice, from the reporter inwards
  std::string start, end;                          ///< ISO days; empty without a date
  bool related = false;                            ///< some relation names it
};

/// A relation, as pairs of events.
struct CodedRelation {
  RelationType type = RelationType::kContent;
  std::vector<std::pair<uint32_t, uint32_t>> pairs;  ///< condition (of, on), order (first, then), consequence (if, then), content (act, of)
  std::string connective, sense, force;
};

/// What gold or a coder says of one report.
struct CodedReport {
  std::string id, text;
  std::vector<Span> sentences;  ///< code points
  std::vector<CodedActor> actors;
  std::vector<CodedEvent> events;
  std::vector<CodedRelation> relations;
  std::optional<Document> document;  ///< what to code; nothing where the record holds no usable text
};

/// Records of form kReports or kPlover: JSON Lines, or one array of objects. PLOVER records of the same text become one report. kBadInput
/// with `name:line` (or `name: element N`) for a record that is not what the form says: unknown types and statuses, ranges outside the
/// text, ids that name nothing, more than 5,000 events, 20,000 mentions, 50,000 sentences,
/// 1,000 actors on a side or 32 of a voice.
Result<std::vector<CodedReport>> read_coded_reports(std::string_view content, const std::string& name, GoldForm form);

/// Turns what a coder says into PLOVER's reading, in which only what happened is an event: what is planned or offered of CONSULT, SUPPORT,
/// COOPERATE and AID is AGREE, of CONCEDE and RETREAT CONCEDE, and of hostile acts THREATEN; what is requested, threatened, possible or
/// denied, and propositions, go.
void read_as_plover(CodedReport& report);

/// Words of a report's text, each in one line. Views the report.
class Quotes {
 public:
  explicit Quotes(const CodedReport& report) : report_(report), offsets_(report.text) {}
  /// The words of a range, at most 300 bytes of them.
  std::string words(Span points) const;
  /// The sentence that holds the code point `at`, at most 2,000 bytes of it: by the report's sentences, else by its lines.
  std::string sentence(uint32_t at) const;

 private:
  const CodedReport& report_;
  Offsets offsets_;
};

}  // namespace demarche
