#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace demarche {

/// Month of an English name or its common abbreviation (*February*, *Sept.*), any case; 0 if it is none.
unsigned month_from_name(std::string_view word);

/// Weekday of an English name or abbreviation (*Monday*, *Tues.*), 0 Sunday ... 6 Saturday; -1 if it is none.
int weekday_from_name(std::string_view word);

/// Reads one full day as metadata writes it: ISO 8601 (`2025-02-24T10:00:00Z`, `20250224`), RFC 822 (`Mon, 24 Feb 2025 10:00 GMT`), *24
/// February 2025*, *February 24th, 2025*, with a weekday, a time or a zone before or after. The day is the writer's own, not converted to
/// UTC. Nothing if there is no whole, existing day, or more than one. All-number dates other than ISO's are refused: 3/4/2025 is two days.
std::optional<Date> parse_written_date(std::string_view text);

}  // namespace demarche
