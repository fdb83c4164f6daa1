// parse-bench MODEL FILE.conllu...     words a second of one core's time for tagging, lemmatising and parsing, with the memory that it took
//
// Takes the files' sentences and words as given, so that nothing but the analyzer is timed. Before it believes a figure it checks the work:
// every sentence must be a tree with one root, and the timed runs must give what each sentence gives alone in a fresh analyzer. Then the
// same words are cut into sentences of fixed lengths, to show how time grows with length.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "base/hash.h"
#include "language/analyzer.h"
#include "language/conllu.h"

namespace {

using namespace demarche;

/// Seconds of processor time of this thread: other programs on the machine take wall-clock time, which would be counted against the parser.
double processor_seconds() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Resident memory in MB, as Linux tells it; 0 elsewhere.
double resident_mb() {
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  long whole = 0, resident = 0;
  int read = std::fscanf(file, "%ld %ld", &whole, &resident);
  std::fclose(file);
  return read == 2 ? static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1e6 : 0;
}

size_t words_in(const std::vector<Sentence>& sentences) {
  size_t words = 0;
  for (const Sentence& sentence : sentences) words += sentence.size();
  return words;
}

bool is_tree(const Sentence& sentence) {
  size_t roots = 0;
  for (size_t i = 0; i < sentence.size(); ++i) {
    roots += sentence.words[i].head < 0;
    size_t steps = 0;
    for (int at = static_cast<int>(i); at >= 0; at = sentence.words[static_cast<size_t>(at)].head)
      if (++steps > sentence.size()) return false;
  }
  return roots == (sentence.size() == 0 ? 0 : 1);
}

uint64_t digest(const Sentence& sentence) {
  uint64_t hash = fnv1a("");
  for (const Word& word : sentence.words) {
    hash = fnv1a(word.lemma, hash);
    hash = fnv1a(word.xpos, hash);
    hash = fnv1a(word.feats, hash);
    hash = fnv1a(fmt::format("{} {} {}", static_cast<int>(word.upos), word.head, static_cast<int>(word.rel)), hash);
  }
  return hash;
}

/// The best of `rounds`, in words a second.
double measure(const Analyzer& analyzer, std::vector<Sentence>& sentences, size_t rounds) {
  double best = 0;
  for (size_t round = 0; round < rounds; ++round) {
    double start = processor_seconds();
    analyzer.annotate(sentences);
    best = std::max(best, static_cast<double>(words_in(sentences)) / (processor_seconds() - start));
  }
  return best;
}

/// The same words in sentences of `length`.
std::vector<Sentence> recut(const std::vector<Sentence>& sentences, size_t length) {
  std::vector<Sentence> out(1);
  for (const Sentence& sentence : sentences) {
    for (const Word& word : sentence.words) {
      if (out.back().size() == length) out.emplace_back();
      out.back().words.push_back(word);
    }
  }
  return out;
}

bool check(const std::string& model, const std::vector<Sentence>& sentences) {
  auto fresh = Analyzer::load(model);
  if (!fresh) return false;
  for (const Sentence& sentence : sentences) {
    std::vector<Sentence> alone = {sentence};
    (*fresh)->annotate(alone);
    if (!is_tree(sentence) || digest(alone[0]) != digest(sentence)) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "parse-bench MODEL FILE.conllu...\n");
    return 2;
  }
  std::vector<Conllu> files;
  std::vector<Sentence> sentences;
  for (int i = 2; i < argc; ++i) {
    Result<Conllu> file = read_conllu(argv[i]);
    if (!file) {
      fmt::print(stderr, "{}\n", file.error().text());
      return 1;
    }
    for (const ConlluSentence& sentence : file->sentences) sentences.push_back(sentence.sentence);
    files.push_back(std::move(*file));
  }
  double before = resident_mb();
  double start = processor_seconds();
  auto analyzer = Analyzer::load(argv[1]);
  if (!analyzer) {
    fmt::print(stderr, "{}\n", analyzer.error().text());
    return 1;
  }
  fmt::print("ready in {:.1f} ms\n", 1e3 * (processor_seconds() - start));
  double cold = measure(**analyzer, sentences, 1), warm = measure(**analyzer, sentences, 7);
  double memory = resident_mb() - before;
  if (!check(argv[1], sentences)) {
    fmt::print(stderr, "the output is wrong: a sentence is no tree, or differs when analyzed alone\n");
    return 1;
  }
  fmt::print("{} sentences, {} words: {:.0f} words a second the first time, {:.0f} at best of 7; memory with the model {:.1f} MB\n",
             sentences.size(), words_in(sentences), cold, warm, memory);
  for (size_t length : {5U, 10U, 20U, 40U, 80U, 160U, 320U, 400U}) {
    std::vector<Sentence> cut = recut(sentences, length);
    fmt::print("sentences of {:3} words: {:.0f} words a second\n", length, measure(**analyzer, cut, 3));
  }
  return 0;
}
