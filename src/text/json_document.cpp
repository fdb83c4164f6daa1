#include <fmt/format.h>
#include <simdjson.h>

#include <array>

#include "base/hash.h"
#include "text/readers.h"
#include "text/utf8.h"
#include "text/written_date.h"

namespace demarche {

namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

Error bad(std::string message) {
  return {ErrorCode::kBadInput, std::move(message), ""};
}

std::string_view type_name(simdjson::dom::element_type type) {
  switch (type) {
    case simdjson::dom::element_type::ARRAY:
      return "an array";
    case simdjson::dom::element_type::OBJECT:
      return "an object";
    case simdjson::dom::element_type::STRING:
      return "a string";
    case simdjson::dom::element_type::BOOL:
      return "true or false";
    case simdjson::dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

/// The string fields of a report, in the order of kKeys.
struct Fields {
  std::array<std::optional<std::string>, 7> values;
  std::array<bool, 7> seen{};
};
constexpr std::array<std::string_view, 7> kKeys = {"id", "title", "published", "publisher", "url", "language", "text"};
enum Key : size_t { kId, kTitle, kPublished, kPublisher, kUrl, kLanguage, kText };

Status take_field(size_t key, simdjson::dom::element value, Fields& fields) {
  if (fields.seen[key]) return bad(fmt::format("key \"{}\" is given twice; keep one", kKeys[key]));
  fields.seen[key] = true;
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) {
    fields.values[key] = std::string(text);
    return success();
  }
  if (value.is_null()) return success();
  if (key == kId && (value.is_int64() || value.is_uint64())) {
    fields.values[key] =
        value.is_int64() ? fmt::format("{}", value.get_int64().value_unsafe()) : fmt::format("{}", value.get_uint64().value_unsafe());
    return success();
  }
  return bad(fmt::format("\"{}\" must be a string or null, it is {}", kKeys[key], type_name(value.type())));
}

/// Fills `fields` from the object or, if it has one, from its `document` object.
Status take_object(simdjson::dom::object object, Fields& fields, bool may_nest) {
  bool nested_seen = false;
  for (auto [key, value] : object) {
    if (may_nest && key == "document") {
      simdjson::dom::object nested;
      if (nested_seen) return bad("key \"document\" is given twice; keep one");
      if (value.get_object().get(nested) != simdjson::SUCCESS)
        return bad(fmt::format("\"document\" must be an object, it is {}", type_name(value.type())));
      nested_seen = true;
      fields = {};
      if (Status status = take_object(nested, fields, false); !status) return status;
    }
    if (nested_seen) continue;
    for (size_t i = 0; i < kKeys.size(); ++i)
      if (key == kKeys[i])
        if (Status status = take_field(i, value, fields); !status) return status;
  }
  return success();
}

/// Clean text of the same number of code points: a leading U+FEFF stays, since offsets may count it.
std::string clean_keeping_offsets(const std::string& text) {
  if (std::string_view(text).starts_with(kByteOrderMark)) return std::string(kByteOrderMark) + clean_text(text, LineBreaks::kKeep).text;
  return clean_text(text, LineBreaks::kKeep).text;
}

Result<Document> to_document(Fields& fields, const ReaderOptions& options) {
  auto value = [&](Key key) { return fields.values[key].value_or(""); };
  if (!fields.seen[kText]) return bad("the object has no \"text\"; a report needs one");
  if (!fields.values[kText]) return bad("\"text\" is null; a report needs words");
  Document doc;
  doc.text = clean_keeping_offsets(*fields.values[kText]);
  if (doc.text.find_first_not_of(" \t\r\n") == std::string::npos) return bad("\"text\" is empty; a report needs words");
  doc.id = clean_text(value(kId)).text;
  doc.title = clean_text(value(kTitle)).text;
  doc.publisher = fields.values[kPublisher] ? clean_text(value(kPublisher)).text : options.publisher;
  doc.url = clean_text(value(kUrl)).text;
  if (!value(kLanguage).empty()) doc.language = clean_text(value(kLanguage)).text;
  doc.published = options.published;
  if (std::string published = value(kPublished); !published.empty()) {
    doc.published = parse_written_date(published);
    if (!doc.published)
      return bad(fmt::format("\"published\" is no date: \"{}\"; write YYYY-MM-DD or null", clean_text(published.substr(0, 60)).text));
  }
  if (doc.id.empty()) doc.id = content_id(doc);
  return doc;
}

}  // namespace

std::string content_id(const Document& doc) {
  std::string content =
      doc.title + '\0' + (doc.published ? doc.published->iso() : "") + '\0' + doc.publisher + '\0' + doc.url + '\0' + doc.text;
  return "sha256:" + sha256(content).substr(0, 16);
}

Result<Document> document_from_json(std::string_view json, const ReaderOptions& options) {
  size_t repaired = 0;
  std::string clean;
  if (!simdjson::validate_utf8(json.data(), json.size())) {
    CleanText repair = clean_text(json, LineBreaks::kKeep);
    repaired = repair.repaired;
    clean = std::move(repair.text);
    json = clean;
  }
  simdjson::dom::parser parser(options.max_document * 8 + 1024);
  if (parser.allocate(json.size() + 1, options.max_depth) != simdjson::SUCCESS) return bad("no memory for a JSON value of this size");
  simdjson::dom::element root;
  simdjson::error_code error = parser.parse(json.data(), json.size(), true).get(root);
  if (error == simdjson::DEPTH_ERROR)
    return bad(fmt::format("JSON nested more than {} deep; a report is a flat object", options.max_depth));
  if (error != simdjson::SUCCESS) return bad(fmt::format("not valid JSON ({}); the line may be cut off", simdjson::error_message(error)));
  simdjson::dom::object object;
  if (root.get_object().get(object) != simdjson::SUCCESS)
    return bad(fmt::format("expected a JSON object for a report, found {}", type_name(root.type())));
  Fields fields;
  if (Status status = take_object(object, fields, true); !status) return status.error();
  Result<Document> doc = to_document(fields, options);
  if (doc) doc->repaired = repaired;
  return doc;
}

}  // namespace demarche
