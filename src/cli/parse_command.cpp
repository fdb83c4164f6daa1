#include <fmt/format.h>

#include <algorithm>

#include "cli/coding.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "language/analyzer.h"
#include "text/tokenizer.h"

namespace demarche {

namespace {

std::string parse_document(const Analyzer& analyzer, const Document& doc) {
  std::vector<Sentence> sentences = analyzer.analyze(doc, tokenize(doc));
  std::string out = fmt::format("# newdoc id = {}\n", doc.id);
  for (size_t i = 0; i < sentences.size(); ++i) append_conllu(out, sentences[i], fmt::format("{}-{}", doc.id, i + 1), doc.text);
  return out;
}

// Sentences and words as given, all else anew. Sentences are predicted in batches, so that memory does not hold two copies of a large file.
void parse_anew(const Analyzer& analyzer, Conllu& parse, Output& output) {
  constexpr size_t kBatch = 64;
  for (size_t from = 0; from < parse.sentences.size() && !interrupted(); from += kBatch) {
    size_t to = std::min(from + kBatch, parse.sentences.size());
    std::vector<Sentence> batch;
    for (size_t i = from; i < to; ++i) batch.push_back(std::move(parse.sentences[i].sentence));
    analyzer.annotate(batch);
    std::string out;
    for (size_t i = from; i < to; ++i) {
      parse.sentences[i].sentence = std::move(batch[i - from]);
      append_conllu(out, parse.sentences[i]);
    }
    output.write(out);
  }
}

std::string model_path(const CommandLine& line) {
  if (!line.model.empty()) return line.model;
  return (line.data.empty() ? or_fail(find_data_directory()) : line.data) + "/model/english.model";
}

}  // namespace

int run_parse(const CommandLine& line) {
  auto analyzer = or_fail(Analyzer::load(model_path(line)));
  JobSource source(line);
  Output output(line.output);
  Failures failures(line.strict);
  Progress progress(line.quiet);
  size_t done = 0;
  while (auto job = source.next()) {
    if (!*job) {
      failures.add(job->error());
    } else if ((*job)->parse) {
      parse_anew(*analyzer, *(*job)->parse, output);
    } else {
      output.write(parse_document(*analyzer, (*job)->document));
    }
    progress.show("parsing", ++done, source.share());
  }
  output.flush();
  return failures.exit_code();
}

}  // namespace demarche
