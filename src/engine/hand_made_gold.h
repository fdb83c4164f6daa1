#pragma once
#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "engine/evaluation.h"

namespace demarche {

/// For tests: reports built by hand over one text. Words are given as they stand in it; a word that is not there ends the test program.
class HandMadeReport {
 public:
  explicit HandMadeReport(std::string text) {
    report_.id = "r1";
    report_.text = std::move(text);
  }

  HandMadeReport& actor(const std::string& code, const std::string& country, const std::vector<std::string>& words) {
    CodedActor actor{words.empty() ? code : words.front(), code, country, {}};
    for (const std::string& one : words) actor.mentions.push_back(at(one));
    report_.actors.push_back(std::move(actor));
    return *this;
  }
  HandMadeReport& event(const std::string& trigger, const std::string& type, std::vector<uint32_t> source, std::vector<uint32_t> target,
                        const std::string& status = "occurred") {
    CodedEvent event;
    event.id = fmt::format("e{}", report_.events.size() + 1);
    event.trigger = at(trigger);
    event.type = type;
    event.source = std::move(source);
    event.target = std::move(target);
    event.status = status;
    report_.events.push_back(std::move(event));
    return *this;
  }
  HandMadeReport& relation(RelationType type, uint32_t a, std::vector<uint32_t> others, const std::string& force = "") {
    CodedRelation made;
    made.type = type;
    made.force = force;
    for (uint32_t b : others) made.pairs.emplace_back(a, b);
    for (const auto& [first, second] : made.pairs) report_.events[first].related = report_.events[second].related = true;
    report_.relations.push_back(std::move(made));
    return *this;
  }
  CodedEvent& last() { return report_.events.back(); }
  CodedReport& get() { return report_; }

 private:
  Span at(const std::string& words) const {
    size_t begin = report_.text.find(words);
    if (begin == std::string::npos) throw std::invalid_argument(words + " is not in the text");
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + words.size())};  // the texts of tests are ASCII
  }

  CodedReport report_;
};

}  // namespace demarche
