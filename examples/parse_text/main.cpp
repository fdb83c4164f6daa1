// The language library alone: text in, words with tags, lemmas, heads and relations out.
//
//   parse_text MODEL "Text to analyze."
#include <cstdio>

#include "language/analyzer.h"
#include "text/tokenizer.h"

int main(int argc, char** argv) {
  using namespace demarche;
  if (argc != 3) {
    std::fprintf(stderr, "usage: parse_text MODEL TEXT\n");
    return 2;
  }
  auto analyzer = Analyzer::load(argv[1]);
  if (!analyzer) {
    std::fprintf(stderr, "%s\n", analyzer.error().text().c_str());
    return 1;
  }
  Document doc;
  doc.text = argv[2];
  for (const Sentence& sentence : (*analyzer)->analyze(doc, tokenize(doc))) {
    for (const Word& word : sentence.words) {
      std::string head = word.head < 0 ? "-" : std::string(sentence.words[static_cast<size_t>(word.head)].form);
      std::printf("%-16s %-16s %-6s %-5s %-14s <- %s\n", std::string(word.form).c_str(), word.lemma.c_str(),
                  std::string(name(word.upos)).c_str(), std::string(word.xpos).c_str(), std::string(name(word.rel)).c_str(), head.c_str());
    }
    std::printf("\n");
  }
  return 0;
}
