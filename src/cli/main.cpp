#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include <simdjson.h>

#include "base/strings.h"
#include "engine/cases.h"
#include "engine/engine.h"

using namespace demarche;

int main(int argc, char** argv) {
  auto engine = Engine::load({});
  if (!engine) {
    std::fprintf(stderr, "%s\n", engine.error().text().c_str());
    return 4;
  }
  bool pairs = false, test = false, jsonl = false;
  for (int i = 1; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--pairs")) { pairs = true; continue; }
    if (!std::strcmp(argv[i], "--jsonl")) { jsonl = true; continue; }
    if (!std::strcmp(argv[i], "test")) { test = true; continue; }
    std::ifstream in(argv[i]);
    std::stringstream text;
    text << in.rdbuf();
    if (pairs) {
      std::string line;
      std::getline(text, line);
      while (std::getline(text, line)) {
        auto cells = split(line, '\t');
        PairCode code = (*engine)->code_marked(cells[3]);
        std::printf("%s\t%s\t%s\t%s\t%.2f\t%s\n", std::string(cells[0]).c_str(), std::string(name(code.type)).c_str(), std::string(name(code.mode)).c_str(), code.cameo.c_str(), code.probability, code.why.c_str());
      }
      continue;
    }
    if (test) {
      auto cases = parse_cases(text.str(), argv[i]);
      if (!cases) { std::puts(cases.error().text().c_str()); continue; }
      for (auto& one : *cases) for (auto& failure : run_case(**engine, one)) std::puts(failure.c_str());
      continue;
    }
    if (jsonl) {
      simdjson::dom::parser parser;
      std::string line;
      while (std::getline(text, line)) {
        auto d = parser.parse(line);
        Document doc;
        doc.id = std::string(std::string_view(d["id"]));
        doc.text = std::string(std::string_view(d["text"]));
        std::string_view day;
        if (!d["published"].get(day)) doc.published = parse_date(day)->start;
        std::cout << (*engine)->json((*engine)->code(std::move(doc))) << "\n";
      }
      continue;
    }
    Document doc;
    doc.id = argv[i];
    doc.text = text.str();
    std::cout << (*engine)->json((*engine)->code(std::move(doc))) << "\n";
  }
}
