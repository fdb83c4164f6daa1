#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "coder/report.h"

namespace demarche {

// How people read the parts of a report: shared by the account, the page and the explanation.

/// The text of a span.
std::string_view words_at(const Report& report, Span span);
/// Text in one line: runs of white space become one blank, none at the ends.
std::string flat(std::string_view text);
/// The text if it has at most so many bytes, else its beginning up to a blank, and "...". Never cuts a character.
std::string shortened(std::string_view text, size_t bytes);

/// "Vladimir Putin (RUSGOV)"; the name alone if nothing is known of it.
std::string actor_text(const Actor& actor);
/// What is known of an actor besides name and code: "president, supported by TUR"; "" where the name says it all.
std::string actor_role(const Actor& actor);
/// Several actors: "A, B and C"; "" for none.
std::string actor_list(const Report& report, const std::vector<uint32_t>& actors);
/// "2025-02-24", "2025-02-01..2025-02-28", or "" where the event has no date.
std::string date_text(const Event& event);
/// "CONSULT/phone 041"; "proposition" for an event without type.
std::string type_text(const Event& event);
/// ", according to CCTV, who cites Vladimir Putin"; "" where the report speaks in its own voice.
std::string voices_text(const Report& report, const Event& event);

/// "Conditions", "Orders", "Consequences", "Contrasts", "Contents".
std::string_view heading(RelationType type);
/// A relation in words: `e4 "step down" if e5 "peace" or e6 "acceptance", says Volodymyr Zelensky (UKRGOV)`.
std::string relation_text(const Report& report, const Relation& relation);
/// The same with events as `event` writes them and actors' names as `plain` does.
std::string relation_text(const Report& report, const Relation& relation, const std::function<std::string(uint32_t)>& event,
                          const std::function<std::string(std::string_view)>& plain);
/// True if the event takes part in the relation.
bool takes_part(const Relation& relation, uint32_t event);

/// One event on one line without its id: "2025-02-24  Vladimir Putin (RUSGOV): telephoned -> Xi Jinping (CHNGOV)  [CONSULT/phone 041]
/// occurred, according to CCTV". Events without a date start with blanks of the same width.
std::string event_line(const Report& report, const Event& event);

}  // namespace demarche
