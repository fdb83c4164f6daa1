#pragma once
#include <string_view>

#include "base/result.h"
#include "coder/report.h"
#include "coder/report_json.h"

namespace demarche {

/// A report out of its record, with the engine that made it.
struct RecordedReport {
  Report report;
  EngineIdentity engine;
};

/// Reads what `to_json` wrote (docs/formats/report.md): to_json of the result gives the same bytes again. What a record does not hold stays
/// empty: the words and trees of the sentences, the mentions' word indices, the events' heads. kBadInput for text that is no such record,
/// names an unknown schema, or points outside itself.
Result<RecordedReport> read_record(std::string_view json);

}  // namespace demarche
