#pragma once
#include <simdjson.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluation_input.h"

namespace demarche {

// What the readers of gold share; nobody else's.

/// What is wrong with a record. Thrown inside the readers, never out of read_coded_reports and recognise_gold.
struct BadRecord {
  std::string message;
  std::string place = {};  ///< ":3" or ": element 3"; empty: the record at hand
};

/// One member of an object; null and missing are the same. Each getter throws BadRecord if the value is of another type.
class Member {
 public:
  Member(simdjson::dom::element object, std::string_view key);
  explicit operator bool() const { return there_; }
  simdjson::dom::element value() const { return value_; }  ///< requires that it is there
  bool is_string() const { return there_ && value_.is_string(); }
  bool is_list() const { return there_ && value_.is_array(); }
  std::string text() const;                          ///< "" if missing
  bool flag() const;                                 ///< false if missing
  std::vector<simdjson::dom::element> list() const;  ///< empty if missing
  std::vector<std::string> strings() const;          ///< a list of strings; empty if missing

 private:
  std::string key_;
  simdjson::dom::element value_;
  bool there_ = false;
};

/// Each object of JSON Lines or of one array, with its place (":3", ": element 3"), until the visitor gives false. Throws BadRecord for
/// what is no JSON, no object, nested more than 64 deep, or a line of more than 16 MiB.
void each_record(std::string_view content, const std::function<bool(simdjson::dom::element, const std::string&)>& visit);

/// Collects PLOVER records, of both generations of the form, into reports: those of the same text are one.
class PloverReader {
 public:
  void add(simdjson::dom::element record);
  std::vector<CodedReport> take() { return std::move(reports_); }

 private:
  uint32_t side(CodedReport& report, simdjson::dom::element entity);
  std::vector<uint32_t> sides(CodedReport& report, simdjson::dom::element record, std::initializer_list<const char*> keys);

  std::vector<CodedReport> reports_;
  std::map<std::string, size_t, std::less<>> by_text_;
};

}  // namespace demarche
