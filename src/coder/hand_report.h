#pragma once
#include <string_view>

#include "actors/resolver.h"
#include "coder/report.h"
#include "language/hand_parse.h"

namespace demarche {

/// For tests: a report of a hand-made parse (language/hand_parse.h) with its actors, before anything is coded.
inline Report hand_report(std::string_view written, const Lexicon& lexicon, std::optional<Date> day = Date::of(2003, 5, 5)) {
  HandParse parse(written);
  parse.doc->published = day;
  Report report;
  report.parse_source = parse.parse.content;
  report.document = parse.doc;
  report.sentences = parse.sentences;
  for (Sentence& sentence : report.sentences)
    for (Word& word : sentence.words) word.form = std::string_view(report.document->text).substr(word.span.begin, word.span.size());
  for (const Sentence& sentence : report.sentences) report.trees.emplace_back(sentence);
  report.actors = ActorResolver(lexicon).resolve(*report.document, report.trees, day, report.names);
  return report;
}

/// The codes (or, without one, quoted names) of actors: "KENGOV+'critics'"; "-" for none.
inline std::string codes_of(const Report& report, const std::vector<uint32_t>& list) {
  std::string text;
  for (uint32_t one : list) {
    const Actor& actor = report.actors.actors.at(one);
    text += (text.empty() ? "" : "+") + (actor.code.empty() ? "'" + actor.name + "'" : actor.code);
  }
  return text.empty() ? "-" : text;
}

/// "KEN CONSULT/visit PER 'visited'", an event a line.
inline std::string events_of(const Report& report) {
  std::string text;
  for (const Event& event : report.events) {
    std::string type(event.type == EventType::kNone ? "null" : name(event.type));
    if (event.mode != Mode::kNone) type += "/" + std::string(name(event.mode));
    text += (text.empty() ? "" : "\n") + codes_of(report, event.source) + " " + type + " " + codes_of(report, event.target) + " '" +
            std::string(std::string_view(report.document->text).substr(event.trigger.begin, event.trigger.size())) + "'";
  }
  return text;
}

}  // namespace demarche
