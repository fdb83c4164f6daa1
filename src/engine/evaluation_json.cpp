#include "engine/evaluation_json.h"

#include <fmt/format.h>

namespace demarche {

using simdjson::dom::element;

namespace {

constexpr size_t kMaxRecord = size_t{16} << 20;
constexpr size_t kMaxArray = size_t{256} << 20;
constexpr size_t kMaxDepth = 64;

// Gives false if the visitor has had enough.
bool visit_object(element record, const std::string& place, const std::function<bool(element, const std::string&)>& visit) {
  if (!record.is_object()) throw BadRecord{"expected a JSON object", place};
  return visit(record, place);
}

element parsed(simdjson::dom::parser& parser, std::string_view text, const std::string& place) {
  element root;
  if (parser.allocate(text.size() + 1, kMaxDepth) != simdjson::SUCCESS) throw BadRecord{"no memory for a JSON value of this size", place};
  auto error = parser.parse(text.data(), text.size(), true).get(root);
  if (error == simdjson::DEPTH_ERROR) throw BadRecord{fmt::format("JSON nested more than {} deep", kMaxDepth), place};
  if (error != simdjson::SUCCESS)
    throw BadRecord{fmt::format("not valid JSON ({}); write one object a line, or one array of objects", simdjson::error_message(error)),
                    place};
  return root;
}

void each_element(std::string_view content, const std::function<bool(element, const std::string&)>& visit) {
  if (content.size() > kMaxArray) throw BadRecord{"a JSON array of more than 256 MiB; write one object a line", ":1"};
  simdjson::dom::parser parser;
  size_t number = 0;
  simdjson::dom::array list = parsed(parser, content, ":1").get_array().value();
  for (element one : list)
    if (!visit_object(one, fmt::format(": element {}", ++number), visit)) return;
}

}  // namespace

Member::Member(element object, std::string_view key) : key_(key) {
  there_ = object[key].get(value_) == simdjson::SUCCESS && !value_.is_null();
}

std::string Member::text() const {
  std::string_view text;
  if (there_ && value_.get(text) != simdjson::SUCCESS) throw BadRecord{"`" + key_ + "` is no string"};
  return std::string(text);
}

bool Member::flag() const {
  bool flag = false;
  if (there_ && value_.get(flag) != simdjson::SUCCESS) throw BadRecord{"`" + key_ + "` is neither true nor false"};
  return flag;
}

std::vector<element> Member::list() const {
  simdjson::dom::array list;
  if (!there_) return {};
  if (value_.get(list) != simdjson::SUCCESS) throw BadRecord{"`" + key_ + "` is no list"};
  std::vector<element> made;
  made.reserve(list.size());
  for (element one : list) made.push_back(one);
  return made;
}

std::vector<std::string> Member::strings() const {
  std::vector<std::string> made;
  for (element one : list()) {
    std::string_view text;
    if (one.get(text) != simdjson::SUCCESS) throw BadRecord{"`" + key_ + "` is no list of strings"};
    made.emplace_back(text);
  }
  return made;
}

void each_record(std::string_view content, const std::function<bool(element, const std::string&)>& visit) {
  size_t first = content.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && content[first] == '[') return each_element(content, visit);
  simdjson::dom::parser parser;
  for (size_t number = 1; !content.empty(); ++number) {
    size_t end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    std::string place = fmt::format(":{}", number);
    if (line.size() > kMaxRecord) throw BadRecord{"a record of more than 16 MiB", place};
    if (!visit_object(parsed(parser, line, place), place, visit)) return;
  }
}

}  // namespace demarche
