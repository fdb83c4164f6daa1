#pragma once
#include <memory>
#include <string>

#include "cli/command_line.h"
#include "coder/report_reader.h"
#include "store/store.h"

namespace demarche {

/// The store's path: --db, else DEMARCHE_DB, else demarche/demarche.db in the user's data directory (XDG). Throws Failure (kDatabase) if
/// there is no home.
std::string store_path(const CommandLine& line);

/// Opens it; throws Failure.
std::unique_ptr<Store> open_store(const CommandLine& line, OpenMode mode);

/// The one report that a name stands for; throws Failure (kUsage) that lists the candidates if none or several do.
ReportRow find_report(Store& store, const std::string& name);

/// How a report is called in `e3@REPORT`: its id if that is a short word, else the beginning of its content key.
std::string reference(const ReportRow& row);

/// A stored record as a report; throws Failure.
Report stored_report(const StoredReport& stored);

}  // namespace demarche
