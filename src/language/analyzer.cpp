#include "language/analyzer.h"

#include <mutex>

#include "base/hash.h"
#include "language/lemma.h"
#include "language/model_file.h"
#include "language/reference.h"

namespace demarche {
namespace {

class NetworkAnalyzer : public Analyzer {
 public:
  NetworkAnalyzer(std::shared_ptr<const ModelFile> file, Inventory inventory, Network network)
      : file_(std::move(file)),
        hash_("sha256:" + sha256(file_->bytes())),
        inventory_(std::move(inventory)),
        network_(std::move(network)),
        parser_(inventory_, network_) {}

  const std::string& hash() const override { return hash_; }

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
    std::lock_guard lock(mutex_);
    parser_.annotate(sentences);
  }

 private:
  std::shared_ptr<const ModelFile> file_;
  std::string hash_;
  Inventory inventory_;
  mutable std::mutex mutex_;        // guards network_ and parser_
  mutable Network network_;
  mutable ReferenceParser parser_;
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
  Result<Network> network = read_network(**file);
  if (!network) return placed(network.error());
  return std::shared_ptr<const Analyzer>(std::make_shared<NetworkAnalyzer>(*file, std::move(*inventory), std::move(*network)));
}

}  // namespace demarche
