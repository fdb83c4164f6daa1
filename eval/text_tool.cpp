// text-tool tokens FILE.conllu...                 scores of sentences, tokens and words from the raw text that each file rebuilds
// text-tool differences FILE.conllu               each stretch that came out otherwise
// text-tool train-sentences OUT.cpp FILE.conllu...   learns the sentence splitter and writes src/text/sentence_weights.cpp
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "text/sentence_training.h"
#include "text/tokenizer_evaluation.h"

namespace {

using namespace demarche;

std::vector<GoldDocument> load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  Result<std::vector<GoldDocument>> documents = read_gold(bytes.str(), path);
  if (in && documents) return std::move(documents.value());
  fmt::print(stderr, "{}\n", in ? documents.error().text() : path + ": cannot be read");
  std::exit(1);
}

void print(const char* name, const BoundaryScore& score) {
  fmt::print("  {:<10} P {:6.2f}  R {:6.2f}  F1 {:6.2f}  ({} gold)\n", name, score.precision(), score.recall(), score.f1(), score.gold);
}

int score(const std::vector<std::string>& paths, bool list) {
  for (const std::string& path : paths) {
    TokenizerScore total;
    std::string differences;
    for (const GoldDocument& gold : load(path)) total.add(score_tokenizer(gold, list ? &differences : nullptr));
    fmt::print("{}{}\n", differences, path);
    print("sentences", total.sentences);
    print("tokens", total.tokens);
    print("words", total.words);
  }
  return 0;
}

int train(const std::string& out, const std::vector<std::string>& paths) {
  std::vector<GoldDocument> documents;
  for (const std::string& path : paths)
    for (GoldDocument& gold : load(path)) documents.push_back(std::move(gold));
  std::ofstream file(out, std::ios::binary);
  file << boundary_source(train_boundaries(documents, {}),
                          "eval/text_tool.cpp (text-tool train-sentences, on the train sections of EWT and GUM)");
  return file.good() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() >= 2 && args[0] == "tokens") return score({args.begin() + 1, args.end()}, false);
  if (args.size() == 2 && args[0] == "differences") return score({args[1]}, true);
  if (args.size() >= 3 && args[0] == "train-sentences") return train(args[1], {args.begin() + 2, args.end()});
  fmt::print(stderr, "usage: text-tool tokens|differences FILE.conllu... | train-sentences OUT.cpp FILE.conllu...\n");
  return 2;
}
