#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/engine.h"

using namespace demarche;

int main(int argc, char** argv) {
  auto engine = Engine::load({});
  if (!engine) {
    std::fprintf(stderr, "%s\n", engine.error().text().c_str());
    return 4;
  }
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i]);
    std::stringstream text;
    text << in.rdbuf();
    Document doc;
    doc.id = argv[i];
    doc.text = text.str();
    std::cout << (*engine)->json((*engine)->code(std::move(doc))) << "\n";
  }
}
