#include "language/analyzer.h"

#include <mutex>

#include "base/hash.h"
#include "language/fast_parser.h"
#include "language/model_file.h"

namespace demarche {
namespace {

class NetworkAnalyzer : public Analyzer {
 public:
  /// kBadModel if a tensor is missing. The analyzer stays where it is made: the parser refers to its inventory.
  static Result<std::shared_ptr<const Analyzer>> make(std::shared_ptr<const ModelFile> file, Inventory inventory) {
    std::shared_ptr<NetworkAnalyzer> analyzer(new NetworkAnalyzer(file, std::move(inventory)));
    auto parser = FastParser::load(file, analyzer->inventory_);
    if (!parser) return parser.error();
    analyzer->parser_ = std::move(*parser);
    return std::shared_ptr<const Analyzer>(std::move(analyzer));
  }

  const std::string& hash() const override {
    std::call_once(hashed_, [&] { hash_ = "sha256:" + sha256(file_->bytes()); });
    return hash_;
  }

  std::vector<Sentence> analyze(const Document& doc, const std::vector<SentenceTokens>& sentences) const override {
    std::vector<Sentence> out(sentences.size());
    for (size_t s = 0; s < sentences.size(); ++s) {
      const SentenceTokens& from = sentences[s];
      out[s].span = from.span;
      out[s].paragraph_start = from.paragraph_start;
      out[s].headline = from.headline;
      out[s].words.resize(from.tokens.size());
      for (size_t i = 0; i < from.tokens.size(); ++i) {
        const Token& token = from.tokens[i];
        Word& word = out[s].words[i];
        word.span = token.span;
        word.form = std::string_view(doc.text).substr(token.span.begin, token.span.size());
        word.space_after = token.space_after;
        word.multiword = token.multiword;
      }
    }
    annotate(out);
    return out;
  }

  void annotate(std::vector<Sentence>& sentences) const override {
    std::unique_ptr<ParserWorkspace> workspace = take_workspace();
    parser_->annotate(sentences, *workspace);
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(workspace));
  }

 private:
  NetworkAnalyzer(std::shared_ptr<const ModelFile> file, Inventory inventory) : file_(std::move(file)), inventory_(std::move(inventory)) {}

  std::unique_ptr<ParserWorkspace> take_workspace() const {
    std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<ParserWorkspace>();
    std::unique_ptr<ParserWorkspace> workspace = std::move(idle_.back());
    idle_.pop_back();
    return workspace;
  }

  std::shared_ptr<const ModelFile> file_;
  Inventory inventory_;
  std::unique_ptr<const FastParser> parser_;
  mutable std::once_flag hashed_;
  mutable std::string hash_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<ParserWorkspace>> idle_;  // guarded by mutex_
};

}  // namespace

Result<std::shared_ptr<const Analyzer>> Analyzer::load(const std::string& path) {
  auto file = ModelFile::open(path);
  if (!file) return file.error();
  auto placed = [&](Error error) {
    error.place = path;
    return error;
  };
  Result<Inventory> inventory = read_inventory(**file);
  if (!inventory) return placed(inventory.error());
  auto analyzer = NetworkAnalyzer::make(*file, std::move(*inventory));
  if (!analyzer) return placed(analyzer.error());
  return analyzer;
}

}  // namespace demarche
