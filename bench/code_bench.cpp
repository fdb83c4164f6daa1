// code-bench DATA-DIRECTORY FILE...     sentences a second of one core's time for the whole path from text to the record
//
// Codes each file as one report, over and over until two seconds are spent, three times, and states the best. Before it believes a figure
// it checks the work: every round must give the same record, with events in it.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>

#include "engine/engine.h"

namespace {

using namespace demarche;

constexpr double kSecondsEach = 2;

/// Seconds of processor time of this thread: other programs on the machine take wall-clock time, which would be counted against the coder.
double processor_seconds() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Coded {
  std::string record;
  size_t sentences = 0;
  size_t events = 0;
};

Coded code(const Engine& engine, const std::string& text) {
  Document doc;
  doc.text = text;
  Report report = engine.code(std::move(doc));
  return {engine.json(report), report.sentences.size(), report.events.size()};
}

/// Sentences a second; 0 if the rounds differ or nothing was coded.
double measure(const Engine& engine, const std::vector<std::string>& texts) {
  std::vector<Coded> first;
  size_t events = 0;
  for (const std::string& text : texts) {
    first.push_back(code(engine, text));
    events += first.back().events;
  }
  if (events == 0) return 0;
  double best = 0;
  for (int round = 0; round < 3; ++round) {
    size_t sentences = 0;
    double start = processor_seconds(), spent = 0;
    while (spent < kSecondsEach) {
      for (size_t i = 0; i < texts.size(); ++i) {
        if (code(engine, texts[i]).record != first[i].record) return 0;
        sentences += first[i].sentences;
      }
      spent = processor_seconds() - start;
    }
    best = std::max(best, static_cast<double>(sentences) / spent);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "code-bench DATA-DIRECTORY FILE...\n");
    return 2;
  }
  std::vector<std::string> texts;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i]);
    if (!in) {
      fmt::print(stderr, "cannot read {}\n", argv[i]);
      return 1;
    }
    std::stringstream text;
    text << in.rdbuf();
    texts.push_back(text.str());
  }
  double start = processor_seconds();
  EngineOptions options;
  options.data_directory = argv[1];
  auto engine = Engine::load(options);
  if (!engine) {
    fmt::print(stderr, "{}\n", engine.error().text());
    return 1;
  }
  fmt::print("ready in {:.0f} ms\n", 1e3 * (processor_seconds() - start));
  double speed = measure(**engine, texts);
  if (speed == 0) {
    fmt::print(stderr, "the output is wrong: nothing was coded, or one text gave two records\n");
    return 1;
  }
  fmt::print("{:.0f} sentences a second, from text to the record\n", speed);
  return 0;
}
