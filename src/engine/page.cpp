#include "engine/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "coder/report_json.h"
#include "engine/wording.h"

namespace demarche {

namespace {

// What a stretch of text is; of two that overlap, the one named first makes the link.
enum class MarkKind : uint8_t { kTrigger, kCondition, kOrder, kConsequence, kVoice, kActor };

struct Mark {
  Span span;
  MarkKind kind = MarkKind::kActor;
  std::string classes;
  std::string href;   ///< anchor without '#'
  std::string id;     ///< anchor of the mark itself, "" for none
  std::string title;  ///< plain text
};

std::string_view css_class(RelationType type) {
  switch (type) {
    case RelationType::kCondition:
      return "condition";
    case RelationType::kOrder:
      return "order";
    case RelationType::kConsequence:
      return "consequence";
    default:
      return "";
  }
}

MarkKind kind_of(RelationType type) {
  if (type == RelationType::kCondition) return MarkKind::kCondition;
  return type == RelationType::kOrder ? MarkKind::kOrder : MarkKind::kConsequence;
}

bool contains(const std::vector<uint32_t>& list, uint32_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// Only addresses that a browser opens as a page; anything else (javascript:, data:) is no link.
bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

class ReportPage {
 public:
  ReportPage(const Report& report, size_t number) : report_(report), prefix_("r" + std::to_string(number)) {}

  std::string run() {
    out_ = fmt::format("<article id=\"{}\">\n", prefix_);
    head();
    out_ += "<div class=\"columns\">\n<div class=\"text\" lang=\"" + escape_html(report_.document->language) + "\">\n";
    text();
    out_ += "</div>\n<div class=\"side\">\n";
    events();
    for (RelationType type : {RelationType::kCondition, RelationType::kOrder, RelationType::kConsequence, RelationType::kContrast})
      relations(type);
    actors();
    notes();
    out_ += "</div>\n</div>\n</article>\n";
    return std::move(out_);
  }

 private:
  std::string event_anchor(uint32_t event) const { return prefix_ + "-" + event_id(event); }
  std::string words_anchor(uint32_t event) const { return prefix_ + "-w" + std::to_string(event + 1); }
  std::string actor_anchor(uint32_t actor) const { return prefix_ + "-" + actor_id(actor); }

  void head() {
    const Document& doc = *report_.document;
    std::string title = escape_html(page_title(report_));
    out_ +=
        "<h2 dir=\"auto\">" +
        (is_web_address(doc.url) ? fmt::format("<a rel=\"nofollow noopener noreferrer\" href=\"{}\">{}</a>", escape_html(doc.url), title)
                                 : title) +
        "</h2>\n";
    std::string about = doc.publisher.empty() ? "" : escape_html(doc.publisher) + " &middot; ";
    if (auto day = report_.day())
      about += day->iso() + (report_.date_how.empty() ? "" : " (" + escape_html(report_.date_how) + ")");
    else
      about += "undated";
    out_ += fmt::format("<p class=\"about\">{}</p>\n", about);
  }

  std::vector<Mark> marks() const {
    std::vector<Mark> made;
    for (uint32_t i = 0; i < report_.events.size(); ++i) event_marks(i, made);
    for (const Relation& relation : report_.relations) {
      if (css_class(relation.type).empty()) continue;
      uint32_t event = relation.type == RelationType::kConsequence ? relation.b : relation.a;
      for (Span cue : relation.cues)
        made.push_back({cue, kind_of(relation.type), fmt::format("cue {}", css_class(relation.type)), event_anchor(event), "",
                        relation_text(report_, relation)});
    }
    for (const Mention& mention : report_.actors.mentions)
      if (!mention.actors.empty())
        made.push_back({mention.span, MarkKind::kActor, "actor", mention_anchor(mention), "", actor_list(report_, mention.actors)});
    return made;
  }

  void event_marks(uint32_t i, std::vector<Mark>& made) const {
    const Event& event = report_.events[i];
    std::string classes = "trigger";
    for (const Relation& relation : report_.relations) {
      std::string one(css_class(relation.type));
      if (!one.empty() && takes_part(relation, i) && classes.find(one) == std::string::npos) classes += " " + one;
    }
    std::string title = fmt::format("{}: {}, {}", event_id(i), type_text(event), name(event.status));
    made.push_back({event.trigger, MarkKind::kTrigger, classes, event_anchor(i), words_anchor(i), title});
    for (const Voice& voice : event.attribution)
      if (!voice.cue.empty())
        made.push_back({voice.cue, MarkKind::kVoice, "voice", event_anchor(i), "", "says " + actor_list(report_, voice.source)});
  }

  // An actor's words lead to the event of the sentence in which it has a part, else to the list of actors.
  std::string mention_anchor(const Mention& mention) const {
    for (uint32_t i = 0; i < report_.events.size(); ++i) {
      const Event& event = report_.events[i];
      if (event.sentence != mention.sentence) continue;
      for (uint32_t actor : mention.actors) {
        bool voice =
            std::any_of(event.attribution.begin(), event.attribution.end(), [&](const Voice& one) { return contains(one.source, actor); });
        if (voice || contains(event.source, actor) || contains(event.target, actor)) return event_anchor(i);
      }
    }
    return actor_anchor(mention.actors.front());
  }

  void text() {
    const std::string& all = report_.document->text;
    std::vector<Mark> found = marks();
    std::sort(found.begin(), found.end(), [](const Mark& a, const Mark& b) {
      return std::tie(a.span.begin, a.kind, a.span.end) < std::tie(b.span.begin, b.kind, b.span.end);
    });
    size_t next = 0;
    std::vector<const Mark*> open;
    for (size_t at = 0; at < all.size();) {
      size_t end = std::min(all.find('\n', at), all.size());
      if (!trim(std::string_view(all).substr(at, end - at)).empty()) {
        out_ += "<p dir=\"auto\">";
        paragraph({static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, found, next, open);
        out_ += "</p>\n";
      }
      at = end + 1;
    }
  }

  // The paragraph cut wherever a mark begins or ends; each piece carries the styles of all marks over it.
  void paragraph(Span place, const std::vector<Mark>& found, size_t& next, std::vector<const Mark*>& open) {
    for (uint32_t at = place.begin; at < place.end;) {
      while (next < found.size() && found[next].span.begin <= at) open.push_back(&found[next++]);
      open.erase(std::remove_if(open.begin(), open.end(), [&](const Mark* mark) { return mark->span.end <= at; }), open.end());
      uint32_t end = place.end;
      if (next < found.size()) end = std::min(end, found[next].span.begin);
      for (const Mark* mark : open) end = std::min(end, mark->span.end);
      piece({at, end}, open);
      at = end;
    }
  }

  void piece(Span place, const std::vector<const Mark*>& open) {
    std::string words = escape_html(words_at(report_, place));
    if (open.empty()) {
      out_ += words;
      return;
    }
    const Mark& best = **std::min_element(open.begin(), open.end(), [](const Mark* a, const Mark* b) { return a->kind < b->kind; });
    std::string classes = "m", id;
    for (const Mark* mark : open) {
      classes += " " + mark->classes;
      if (id.empty() && mark->span.begin == place.begin) id = mark->id;
    }
    out_ += fmt::format("<a class=\"{}\"{} href=\"#{}\" title=\"{}\">{}</a>", classes, id.empty() ? "" : " id=\"" + id + "\"", best.href,
                        escape_html(best.title), words);
  }

  void events() {
    out_ += "<h3>Events</h3>\n<ol class=\"events\">\n";
    for (uint32_t i = 0; i < report_.events.size(); ++i) event(i);
    out_ += "</ol>\n";
  }

  static std::string_view side_class(const Event& event) {
    if (event.type == EventType::kNone) return "proposition";
    QuadClass quad = quad_class(event.type);
    return quad == QuadClass::kVerbalCooperation || quad == QuadClass::kMaterialCooperation ? "cooperation"
           : quad == QuadClass::kNeutral                                                    ? "neutral"
                                                                                            : "conflict";
  }

  void event(uint32_t i) {
    const Event& event = report_.events[i];
    out_ += fmt::format("<li id=\"{}\" class=\"{}\"><div class=\"top\"><a class=\"id\" href=\"#{}\">{}</a> <span class=\"type\">{}</span> ",
                        event_anchor(i), side_class(event), words_anchor(i), event_id(i), escape_html(type_text(event)));
    out_ += fmt::format("<span class=\"status {0}\">{0}</span>", name(event.status));
    if (event.date) out_ += fmt::format(" <span class=\"when\">{}</span>", date_text(event));
    out_ += "</div>\n<div class=\"who\">";
    std::string source = actor_links(event.source), target = event.source == event.target ? "" : actor_links(event.target);
    out_ += source + (source.empty() ? "" : ": ") +
            fmt::format("<a class=\"words\" href=\"#{}\">{}</a>", words_anchor(i), escape_html(flat(words_at(report_, event.trigger))));
    if (!target.empty()) out_ += " &rarr; " + target;
    out_ += "</div>";
    std::string how;
    if (event.place) how += "in " + event.place->name + " ";
    std::string voices = voices_text(report_, event);
    if (!voices.empty()) how += voices.substr(2);
    if (event.date && !event.date->how.empty()) how += (how.empty() ? "" : "; ") + std::string("date: ") + event.date->how;
    if (!how.empty()) out_ += "\n<div class=\"how\">" + escape_html(how) + "</div>";
    out_ += "</li>\n";
  }

  std::string actor_links(const std::vector<uint32_t>& list) const {
    std::string text;
    for (size_t i = 0; i < list.size(); ++i) {
      const Actor& actor = report_.actors.actors[list[i]];
      text += (i == 0                 ? ""
               : i + 1 == list.size() ? " and "
                                      : ", ") +
              fmt::format("<a href=\"#{}\">{}</a>", actor_anchor(list[i]), escape_html(actor.name));
      if (!actor.code.empty()) text += fmt::format(" <span class=\"code\">{}</span>", escape_html(actor.code));
    }
    return text;
  }

  std::string linked(const Relation& relation) const {
    auto event = [&](uint32_t one) {
      return fmt::format("<a href=\"#{}\">{}</a> <span class=\"words\">{}</span>", event_anchor(one), event_id(one),
                         escape_html(flat(words_at(report_, report_.events[one].trigger))));
    };
    return relation_text(report_, relation, event, escape_html);
  }

  void relations(RelationType type) {
    std::string items;
    for (const Relation& relation : report_.relations)
      if (relation.type == type) items += fmt::format("<li class=\"{}-card\">{}</li>\n", name(type), linked(relation));
    if (!items.empty()) out_ += fmt::format("<h3>{}</h3>\n<ul class=\"relations\">\n{}</ul>\n", heading(type), items);
  }

  void actors() {
    if (report_.actors.actors.empty()) return;
    out_ += "<h3>Actors</h3>\n<table>\n";
    for (uint32_t i = 0; i < report_.actors.actors.size(); ++i) {
      const Actor& actor = report_.actors.actors[i];
      std::string more = actor_role(actor);
      out_ += fmt::format("<tr id=\"{}\"><td>{}</td><td>{}{}</td></tr>\n", actor_anchor(i),
                          actor.code.empty() ? "&ndash;" : escape_html(actor.code), escape_html(actor.name),
                          more.empty() ? "" : " <span class=\"how\">" + escape_html(more) + "</span>");
    }
    out_ += "</table>\n";
  }

  void notes() {
    if (report_.notes.empty()) return;
    out_ += "<h3>Notes</h3>\n<ul class=\"notes\">\n";
    for (const Note& note : report_.notes) out_ += "<li>" + escape_html(note.text) + "</li>\n";
    out_ += "</ul>\n";
  }

  const Report& report_;
  std::string prefix_;
  std::string out_;
};

constexpr std::string_view kLegend =
    "<ul class=\"legend\" aria-label=\"Legend\"><li><span class=\"actor\">actor</span></li><li><span class=\"trigger\">event</span></li>"
    "<li><span class=\"voice\">according to</span></li><li><span class=\"cue condition\">condition</span></li>"
    "<li><span class=\"cue order\">order</span></li><li><span class=\"cue consequence\">consequence</span></li></ul>";

}  // namespace

std::string escape_html(std::string_view text) {
  std::string made;
  made.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        made += "&amp;";
        break;
      case '<':
        made += "&lt;";
        break;
      case '>':
        made += "&gt;";
        break;
      case '"':
        made += "&quot;";
        break;
      case '\'':
        made += "&#39;";
        break;
      default:
        made += c;
    }
  }
  return made;
}

std::string page_title(const Report& report) {
  const Document& doc = *report.document;
  return doc.title.empty() ? shortened(flat(std::string_view(doc.text).substr(0, 400)), 90) : flat(doc.title);
}

std::string PageWriter::head() const {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n"
      "<title>Demarche</title>\n<style>{}</style>\n</head>\n<body>\n<header>\n<h1>Demarche</h1>\n{}\n</header>\n<main>\n",
      page_style(), kLegend);
}

std::string PageWriter::report(const Report& report, size_t number) const {
  return ReportPage(report, number).run();
}

std::string PageWriter::tail(const std::vector<std::string>& titles) const {
  std::string contents;
  if (titles.size() > 1) {
    contents = "<nav id=\"contents\">\n<h3>Reports on this page</h3>\n<ol>\n";
    for (size_t i = 0; i < titles.size(); ++i) contents += fmt::format("<li><a href=\"#r{}\">{}</a></li>\n", i + 1, escape_html(titles[i]));
    contents += "</ol>\n</nav>\n";
  }
  return "</main>\n<footer>\n" + contents + "</footer>\n</body>\n</html>\n";
}

}  // namespace demarche
