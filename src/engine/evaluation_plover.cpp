#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "engine/evaluation_json.h"
#include "engine/wording.h"
#include "text/offsets.h"
#include "text/utf8.h"

namespace demarche {

using simdjson::dom::element;

namespace {

constexpr size_t kMaxEventsOfText = 5000;
constexpr size_t kMaxActorsOfText = 2000;

std::string upper_ascii(std::string text) {
  for (char& c : text)
    if (is_lower_ascii(c)) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// A string or the strings of a list, whichever the first of the keys that is there holds.
std::vector<std::string> texts(element record, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    Member member(record, key);
    if (!member) continue;
    if (member.is_list()) return member.strings();
    std::string one = member.text();
    return one.empty() ? std::vector<std::string>{} : std::vector<std::string>{one};
  }
  return {};
}

std::string text_of(element record) {
  std::vector<std::string> found = texts(record, {"text"});
  if (found.empty())
    if (Member info(record, "text_info"); info) found = texts(info.value(), {"text_story"});
  return join(found, " ");
}

// Today's type of a label: older codebooks had eighteen types, YIELD for CONCEDE and RETREAT, and CRIME, which is no type any more.
std::string type_of(const std::string& label) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOld{{{"DEMAND", "REQUEST"},
                                                                                      {"DISAPPROVE", "ACCUSE"},
                                                                                      {"INVESTIGATE", "ACCUSE"},
                                                                                      {"FIGHT", "ASSAULT"},
                                                                                      {"YIELD", "YIELD"},
                                                                                      {"CRIME", "CRIME"}}};
  std::string type = upper_ascii(std::string(trim(label)));
  if (event_type_from(type)) return type;
  for (const auto& [old, now] : kOld)
    if (type == old) return std::string(now);
  throw BadRecord{"`" + label + "` is no PLOVER type (docs/codebook/types.md)"};
}

// Where the first of the phrases that the text holds stands.
Span place_of(const std::string& text, const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    std::string_view words = trim(phrase);
    size_t at = words.empty() ? std::string::npos : text.find(words);
    if (at == std::string::npos) continue;
    Offsets offsets(text);
    return offsets.points(Span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
  }
  return {};
}

// The contexts: a list, or words parted by commas, semicolons or blanks.
std::vector<std::string> contexts_of(element record) {
  std::vector<std::string> made;
  for (std::string& one : texts(record, {"context", "contexts"})) {
    std::replace_if(
        one.begin(), one.end(), [](char c) { return c == ',' || c == ';'; }, ' ');
    for (std::string_view word : words_of(one)) made.push_back(lower_ascii(word));
  }
  return made;
}

std::vector<element> entities(element record, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    Member member(record, key);
    if (!member || member.is_string()) continue;  // the older form writes "" for nobody
    if (member.is_list()) return member.list();
    return {member.value()};
  }
  return {};
}

// The type under which PLOVER's reading has an event of ours; "" if it has none.
std::string plover_type(const CodedEvent& event) {
  auto type = event_type_from(event.type);
  auto status = event_status_from(event.status.empty() ? "occurred" : event.status);
  if (!type || *type == EventType::kNone || !status || event.negated) return "";
  bool real = *status == EventStatus::kOccurred || *status == EventStatus::kHabitual;
  bool ahead = *status == EventStatus::kPlanned || *status == EventStatus::kOffered;
  if (real) return event.type;
  if (!ahead) return "";
  switch (*type) {
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kCooperate:
    case EventType::kAid:
      return "AGREE";
    case EventType::kRetreat:
      return "CONCEDE";
    case EventType::kSanction:
    case EventType::kMobilize:
    case EventType::kCoerce:
    case EventType::kAssault:
      return "THREATEN";
    default:
      return event.type;
  }
}

}  // namespace

uint32_t PloverReader::side(CodedReport& report, element entity) {
  CodedActor actor;
  for (const char* key : {"entity_text", "actorText", "raw_text", "entity_name"})
    if (actor.name.empty()) actor.name = Member(entity, key).text();
  actor.code = upper_ascii(Member(entity, "code").text());
  actor.country = actor.code.substr(0, 3);
  for (uint32_t i = 0; i < report.actors.size(); ++i)
    if (report.actors[i].name == actor.name && report.actors[i].code == actor.code) return i;
  if (report.actors.size() == kMaxActorsOfText) throw BadRecord{fmt::format("more than {} actors of one text", kMaxActorsOfText)};
  report.actors.push_back(std::move(actor));
  return static_cast<uint32_t>(report.actors.size() - 1);
}

std::vector<uint32_t> PloverReader::sides(CodedReport& report, element record, std::initializer_list<const char*> keys) {
  std::vector<uint32_t> made;
  for (element one : entities(record, keys)) {
    if (!one.is_object()) throw BadRecord{fmt::format("`{}` holds something that is no object", *keys.begin())};
    made.push_back(side(report, one));
  }
  return made;
}

void PloverReader::add(element record) {
  std::vector<std::string> labels = texts(record, {"event"});
  if (!labels.empty() && upper_ascii(labels.front()) == "DOCUMENT") return;
  std::string text = text_of(record);
  if (trim(text).empty()) throw BadRecord{"the record has neither `text` nor `text_info.text_story`; there is nothing to code"};
  auto [known, fresh] = by_text_.try_emplace(text, reports_.size());
  if (fresh) {
    CodedReport report;
    Member id(record, "id");
    report.id = id.is_string() ? id.text() : id ? simdjson::minify(id.value()) : fmt::format("text-{}", reports_.size() + 1);
    report.text = text;
    Document doc;
    doc.id = report.id;
    doc.text = clean_text(text, LineBreaks::kKeep).text;
    if (auto day = parse_date(Member(record, "date").text()); day && day->start == day->end) doc.published = day->start;
    report.document = std::move(doc);
    reports_.push_back(std::move(report));
  }
  CodedReport& report = reports_[known->second];
  if (Member has(record, "has_event"); has && !has.flag()) return;
  for (const std::string& label : labels) {
    CodedEvent event;
    event.type = type_of(label);
    event.id = fmt::format("e{}", report.events.size() + 1);
    event.trigger = place_of(report.text, texts(record, {"event_text", "eventText"}));
    if (auto modes = texts(record, {"mode"}); !modes.empty()) event.mode = lower_ascii(modes.front());
    event.contexts = contexts_of(record);
    event.source = sides(report, record, {"actor", "source"});
    event.target = sides(report, record, {"recipient", "target"});
    report.events.push_back(std::move(event));
    if (report.events.size() > kMaxEventsOfText) throw BadRecord{fmt::format("more than {} events of one text", kMaxEventsOfText)};
  }
}

void read_as_plover(CodedReport& report) {
  std::vector<CodedEvent> kept;
  for (CodedEvent& event : report.events) {
    event.type = plover_type(event);
    if (!event.type.empty()) kept.push_back(std::move(event));
  }
  report.events = std::move(kept);
  report.relations.clear();  // PLOVER has none, and they count by event
}

}  // namespace demarche
