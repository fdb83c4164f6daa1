#include "engine/account.h"

#include <fmt/format.h>

#include <algorithm>

#include "coder/report_json.h"

namespace demarche {

namespace {

std::string_view words(const Report& report, Span span) { return std::string_view(report.document->text).substr(span.begin, span.size()); }

// Text in one line: runs of white space become one blank.
std::string flat(std::string_view text) {
  std::string line;
  for (char c : text) {
    bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string actor_text(const Actor& actor) {
  if (actor.code.empty()) return actor.name;
  return actor.name == actor.code || actor.name.empty() ? actor.code : fmt::format("{} ({})", actor.name, actor.code);
}

std::string actor_list(const Report& report, const std::vector<uint32_t>& list) {
  std::string text;
  for (size_t i = 0; i < list.size(); ++i) text += (i == 0 ? "" : i + 1 == list.size() ? " and " : ", ") + actor_text(report.actors.actors[list[i]]);
  return text;
}

std::string date_text(const Event& event) {
  if (!event.date) return "          ";
  const DateRange& range = event.date->range;
  return range.start == range.end ? range.start.iso() : range.start.iso() + ".." + range.end.iso();
}

std::string type_text(const Event& event) {
  if (event.type == EventType::kNone) return "-";
  std::string text(name(event.type));
  if (event.mode != Mode::kNone) text += "/" + std::string(name(event.mode));
  if (!event.cameo.empty()) text += " " + event.cameo;
  return text;
}

class AccountWriter {
 public:
  AccountWriter(const Report& report, const AccountStyle& style) : report_(report), style_(style) {}

  std::string run() {
    head();
    actors();
    events();
    relations();
    notes();
    return std::move(out_);
  }

 private:
  std::string bold(std::string_view text) const { return style_.colour ? fmt::format("\033[1m{}\033[0m", text) : std::string(text); }
  std::string faint(std::string_view text) const { return style_.colour ? fmt::format("\033[2m{}\033[0m", text) : std::string(text); }
  void line(std::string_view text) { out_ += std::string(text) + "\n"; }

  void head() {
    const Document& doc = *report_.document;
    std::string title = flat(doc.title.empty() ? std::string_view(doc.text).substr(0, style_.width) : std::string_view(doc.title));
    while (title.size() > style_.width || (!title.empty() && (static_cast<unsigned char>(title.back()) & 0xC0) == 0x80 && title.size() >= style_.width)) title.pop_back();
    line(bold(title));
    std::string about;
    if (!doc.publisher.empty()) about += doc.publisher + ", ";
    if (auto day = report_.day()) about += day->iso() + (report_.date_how.empty() ? "" : " (" + report_.date_how + ")");
    else about += "undated";
    line(faint(fmt::format("{}; {} sentences, {} actors, {} events", about, report_.sentences.size(), report_.actors.actors.size(), report_.events.size())));
  }

  void actors() {
    if (report_.actors.actors.empty()) return;
    line("");
    line(bold("Actors"));
    for (const Actor& actor : report_.actors.actors) {
      std::string text = fmt::format("  {:<12} {}", actor.code.empty() ? "-" : actor.code, actor.name);
      if (!actor.role.empty()) text += ", " + actor.role;
      if (!actor.supporter.empty()) text += ", supported by " + actor.supporter;
      line(text);
    }
  }

  void events() {
    if (report_.events.empty()) return;
    line("");
    line(bold("Events"));
    for (uint32_t i = 0; i < report_.events.size(); ++i) {
      if (report_.events[i].type == EventType::kNone) continue;
      line(fmt::format("  {:<4} {}", style_.with_ids ? event_id(i) : "", event_line(report_, report_.events[i])));
    }
  }

  std::string quoted(uint32_t event) const { return fmt::format("{} \"{}\"", event_id(event), flat(words(report_, report_.events[event].trigger))); }

  std::string quoted(const std::vector<uint32_t>& list, std::string_view joint) const {
    std::string text;
    for (uint32_t one : list) text += (text.empty() ? "" : fmt::format(" {} ", joint)) + quoted(one);
    return text;
  }

  std::string holder(const Relation& relation) const { return relation.holder.empty() ? "" : ", says " + actor_list(report_, relation.holder); }

  void relations() {
    static constexpr std::pair<RelationType, std::string_view> kParts[] = {
        {RelationType::kCondition, "Conditions"}, {RelationType::kOrder, "Orders"}, {RelationType::kConsequence, "Consequences"}, {RelationType::kContrast, "Contrasts"}};
    for (const auto& [type, title] : kParts) {
      bool first = true;
      for (const Relation& relation : report_.relations) {
        if (relation.type != type) continue;
        if (first) {
          line("");
          line(bold(title));
        }
        first = false;
        line("  " + sentence(relation));
      }
    }
  }

  std::string sentence(const Relation& relation) const {
    switch (relation.type) {
      case RelationType::kCondition: {
        std::string_view joint = relation.any ? "or" : "and";
        std::string_view sense = relation.sense == ConditionSense::kInExchange ? "in exchange for" : relation.sense == ConditionSense::kOnlyIf ? "only if" : name(relation.sense);
        return fmt::format("{} {} {}{}", quoted(relation.a), sense, quoted(relation.others, joint), holder(relation));
      }
      case RelationType::kOrder: return fmt::format("{} before {} ({}){}", quoted(relation.a), quoted(relation.b), name(relation.force), holder(relation));
      case RelationType::kConsequence: return fmt::format("{} leads to {} ({}){}", quoted(relation.others, "and"), quoted(relation.b), name(relation.force), holder(relation));
      case RelationType::kContrast: return fmt::format("{} departs from {}", quoted(relation.a), quoted(relation.b));
      case RelationType::kContent: break;
    }
    return {};
  }

  void notes() {
    if (report_.notes.empty()) return;
    line("");
    line(bold("Notes"));
    for (const Note& note : report_.notes) line("  " + note.text);
  }

  const Report& report_;
  const AccountStyle& style_;
  std::string out_;
};

}  // namespace

std::string event_line(const Report& report, const Event& event) {
  std::string text = date_text(event) + "  ";
  std::string source = actor_list(report, event.source), target = actor_list(report, event.target);
  std::string what = flat(words(report, event.trigger));
  if (event.source == event.target && !event.source.empty()) text += fmt::format("{}: {}", source, what);
  else text += fmt::format("{}: {}{}", source.empty() ? "(nobody named)" : source, what, target.empty() ? "" : " -> " + target);
  text += fmt::format("  [{}] {}", type_text(event), name(event.status));
  for (size_t i = 0; i < event.attribution.size(); ++i) {
    std::string voice = actor_list(report, event.attribution[i].source);
    text += fmt::format("{} {}", i == 0 ? ", according to" : ", who cites", voice.empty() ? "someone unnamed" : voice);
  }
  return text;
}

std::string account(const Report& report, const AccountStyle& style) { return AccountWriter(report, style).run(); }

}  // namespace demarche
