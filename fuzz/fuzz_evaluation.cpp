// Any bytes as gold and as a run give figures or errors, in every form; gold against itself has nothing made up.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/evaluation_sheet.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace demarche;
  std::string content(reinterpret_cast<const char*>(data), size);
  auto form = recognise_gold(content);
  if (!form && form.error().message.empty()) std::abort();
  EvaluationSheet sheet;
  sheet.misses = true;
  if (!form || *form == GoldForm::kPairs) {
    auto run = read_pair_predictions(content, "fuzz");
    auto rows = read_gold_pairs(content, "fuzz");
    if (!rows) return 0;
    sheet.pairs = evaluate_pairs(*rows, run ? *run : std::map<std::string, std::string>{});
  } else {
    auto gold = read_coded_reports(content, "fuzz", *form);
    if (!gold) return 0;
    Alignment same;
    for (const CodedReport& one : *gold) same.coded.push_back(&one);
    EventMatch how = *form == GoldForm::kPlover ? EventMatch::kByCode : EventMatch::kByTrigger;
    auto figures = evaluate(*gold, same, how);
    if (!figures) return 0;
    if (figures->typed.made_up > figures->typed.missed) std::abort();
    sheet.reports = std::move(*figures);
    if (auto diff = diff_runs(*gold, same, same, how)) sheet.diff = std::move(*diff);
  }
  if (sheet_text(sheet).empty()) std::abort();
  return 0;
}
