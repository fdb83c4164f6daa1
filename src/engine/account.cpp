#include "engine/account.h"

#include <fmt/format.h>

#include "coder/report_json.h"
#include "engine/wording.h"

namespace demarche {

namespace {

class AccountWriter {
 public:
  AccountWriter(const Report& report, const AccountStyle& style) : report_(report), style_(style) {}

  std::string run() {
    head();
    actors();
    events();
    for (RelationType type : {RelationType::kCondition, RelationType::kOrder, RelationType::kConsequence, RelationType::kContrast})
      relations(type);
    notes();
    return std::move(out_);
  }

 private:
  std::string bold(std::string_view text) const { return style_.colour ? fmt::format("\033[1m{}\033[0m", text) : std::string(text); }
  std::string faint(std::string_view text) const { return style_.colour ? fmt::format("\033[2m{}\033[0m", text) : std::string(text); }
  void line(std::string_view text) { out_ += std::string(text) + "\n"; }

  void head() {
    const Document& doc = *report_.document;
    std::string_view first = doc.title.empty() ? std::string_view(doc.text).substr(0, 4 * style_.width) : std::string_view(doc.title);
    line(bold(shortened(flat(first), style_.width)));
    std::string about = doc.publisher.empty() ? "" : doc.publisher + ", ";
    if (auto day = report_.day())
      about += day->iso() + (report_.date_how.empty() ? "" : " (" + report_.date_how + ")");
    else
      about += "undated";
    line(faint(fmt::format("{}; {} sentences, {} actors, {} events; id {}", about, report_.sentences.size(), report_.actors.actors.size(),
                           typed(), doc.id)));
  }

  size_t typed() const {
    size_t count = 0;
    for (const Event& event : report_.events) count += event.type != EventType::kNone;
    return count;
  }

  void actors() {
    if (report_.actors.actors.empty()) return;
    line("");
    line(bold("Actors"));
    for (const Actor& actor : report_.actors.actors) {
      std::string text = fmt::format("  {:<12} {}", actor.code.empty() ? "-" : actor.code, actor.name);
      if (std::string role = actor_role(actor); !role.empty()) text += ", " + role;
      line(text);
    }
  }

  void events() {
    if (typed() == 0) return;
    line("");
    line(bold("Events"));
    for (uint32_t i = 0; i < report_.events.size(); ++i)
      if (report_.events[i].type != EventType::kNone) line(fmt::format("  {:<4} {}", event_id(i), event_line(report_, report_.events[i])));
  }

  void relations(RelationType type) {
    bool first = true;
    for (const Relation& relation : report_.relations) {
      if (relation.type != type) continue;
      if (first) {
        line("");
        line(bold(heading(type)));
      }
      first = false;
      line("  " + relation_text(report_, relation));
    }
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

std::string account(const Report& report, const AccountStyle& style) {
  return AccountWriter(report, style).run();
}

}  // namespace demarche
