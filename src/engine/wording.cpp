#include "engine/wording.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "coder/report_json.h"

namespace demarche {

namespace {

using EventText = std::function<std::string(uint32_t)>;

std::string joined(const std::vector<uint32_t>& events, std::string_view joint, const EventText& event) {
  std::string text;
  for (uint32_t one : events) text += (text.empty() ? "" : fmt::format(" {} ", joint)) + event(one);
  return text;
}

std::string_view sense_text(ConditionSense sense) {
  if (sense == ConditionSense::kInExchange) return "in exchange for";
  return sense == ConditionSense::kOnlyIf ? "only if" : name(sense);
}

}  // namespace

std::string_view words_at(const Report& report, Span span) {
  return std::string_view(report.document->text).substr(span.begin, span.size());
}

std::string flat(std::string_view text) {
  std::string line;
  for (char c : text) {
    bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string shortened(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  size_t end = bytes < 3 ? 0 : bytes - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  size_t blank = text.rfind(' ', end);
  if (blank != std::string_view::npos && blank > end / 2) end = blank;
  return std::string(text.substr(0, end)) + "...";
}

std::string actor_text(const Actor& actor) {
  if (actor.code.empty()) return actor.name;
  return actor.name == actor.code || actor.name.empty() ? actor.code : fmt::format("{} ({})", actor.name, actor.code);
}

std::string actor_role(const Actor& actor) {
  std::string text = lower_ascii(actor.name).find(lower_ascii(actor.role)) == std::string::npos ? actor.role : "";
  if (!actor.supporter.empty()) text += (text.empty() ? "" : ", ") + ("supported by " + actor.supporter);
  return text;
}

std::string actor_list(const Report& report, const std::vector<uint32_t>& actors) {
  std::string text;
  for (size_t i = 0; i < actors.size(); ++i)
    text += (i == 0 ? "" : i + 1 == actors.size() ? " and " : ", ") + actor_text(report.actors.actors[actors[i]]);
  return text;
}

std::string date_text(const Event& event) {
  if (!event.date) return {};
  const DateRange& range = event.date->range;
  return range.start == range.end ? range.start.iso() : range.start.iso() + ".." + range.end.iso();
}

std::string type_text(const Event& event) {
  if (event.type == EventType::kNone) return "proposition";
  std::string text(name(event.type));
  if (event.mode != Mode::kNone) text += "/" + std::string(name(event.mode));
  if (!event.cameo.empty()) text += " " + event.cameo;
  return text;
}

std::string voices_text(const Report& report, const Event& event) {
  std::string text;
  for (size_t i = 0; i < event.attribution.size(); ++i) {
    std::string voice = actor_list(report, event.attribution[i].source);
    text += fmt::format("{} {}", i == 0 ? ", according to" : ", who cites", voice.empty() ? "someone unnamed" : voice);
  }
  return text;
}

std::string_view heading(RelationType type) {
  switch (type) {
    case RelationType::kCondition:
      return "Conditions";
    case RelationType::kOrder:
      return "Orders";
    case RelationType::kConsequence:
      return "Consequences";
    case RelationType::kContrast:
      return "Contrasts";
    case RelationType::kContent:
      break;
  }
  return "Contents";
}

std::string relation_text(const Report& report, const Relation& relation, const EventText& event,
                          const std::function<std::string(std::string_view)>& plain) {
  std::string holder = relation.holder.empty() ? "" : ", says " + plain(actor_list(report, relation.holder));
  switch (relation.type) {
    case RelationType::kCondition:
      return fmt::format("{} {} {}{}", event(relation.a), sense_text(relation.sense),
                         joined(relation.others, relation.any ? "or" : "and", event), holder);
    case RelationType::kOrder:
      return fmt::format("{} before {} ({}){}", event(relation.a), event(relation.b), name(relation.force), holder);
    case RelationType::kConsequence:
      return fmt::format("{} leads to {} ({}){}", joined(relation.others, "and", event), event(relation.b), name(relation.force), holder);
    case RelationType::kContrast:
      return fmt::format("{} departs from {}", event(relation.a), event(relation.b));
    case RelationType::kContent:
      break;
  }
  return fmt::format("{} is about {}", event(relation.a), event(relation.b));
}

std::string relation_text(const Report& report, const Relation& relation) {
  auto event = [&](uint32_t one) { return fmt::format("{} \"{}\"", event_id(one), flat(words_at(report, report.events[one].trigger))); };
  return relation_text(report, relation, event, [](std::string_view text) { return std::string(text); });
}

bool takes_part(const Relation& relation, uint32_t event) {
  bool among_others = std::find(relation.others.begin(), relation.others.end(), event) != relation.others.end();
  switch (relation.type) {
    case RelationType::kCondition:
      return relation.a == event || among_others;
    case RelationType::kConsequence:
      return relation.b == event || among_others;
    default:
      return relation.a == event || relation.b == event;
  }
}

std::string event_line(const Report& report, const Event& event) {
  std::string source = actor_list(report, event.source), target = actor_list(report, event.target);
  std::string text =
      fmt::format("{:<10}  {}: {}", date_text(event), source.empty() ? "(nobody named)" : source, flat(words_at(report, event.trigger)));
  if (!target.empty() && event.source != event.target) text += " -> " + target;
  return text + fmt::format("  [{}] {}{}", type_text(event), name(event.status), voices_text(report, event));
}

}  // namespace demarche
