#include "language/trainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "base/hash.h"
#include "base/strings.h"
#include "language/characters.h"
#include "language/conllu.h"
#include "language/inventory.h"
#include "language/model_file.h"
#include "language/optimizer.h"
#include "language/reference.h"
#include "language/teachers.h"

namespace demarche {
namespace {

constexpr size_t kLeastWordCount = 2;
constexpr size_t kLongestUnlabelled = 120;  // longer ones are lists and tables

enum class Variant { kCapitals, kSmall, kTitle };

std::string recased(std::string_view form, Variant variant) {
  std::string out;
  bool first = true;
  for (size_t at = 0; at < form.size(); first = false) {
    char32_t c = next_code_point(form, at);
    bool upper = variant == Variant::kCapitals || (variant == Variant::kTitle && first);
    append_utf8(out, upper ? to_upper(c) : variant == Variant::kTitle ? c : to_lower(c));
  }
  return out;
}

/// A training run: the data, the network and what moves between them.
class Run {
 public:
  explicit Run(const TrainOptions& options) : options_(options), random_(options.seed * 7919 + 17) {}

  Status read() {
    for (auto [paths, files] :
         {std::pair{&options_.train, &train_}, std::pair{&options_.unlabelled, &unlabelled_}, std::pair{&options_.dev, &dev_}}) {
      for (const std::string& path : *paths) {
        Result<Conllu> file = read_conllu(path);
        if (!file) return file.error();
        files->push_back(std::move(*file));
      }
    }
    for (const Conllu& file : train_)
      for (const ConlluSentence& sentence : file.sentences) sentences_.push_back(&sentence.sentence);
    if (sentences_.empty()) return Error{ErrorCode::kBadInput, "there is no sentence to learn from", ""};
    if (!unlabelled_.empty() && options_.teachers.empty())
      return Error{ErrorCode::kBadInput, "nobody says what is to be learned of unlabelled text; name a teacher", options_.unlabelled[0]};
    labelled_ = sentences_.size();
    for (const Conllu& file : unlabelled_)
      for (const ConlluSentence& sentence : file.sentences)
        if (sentence.sentence.size() > 0 && sentence.sentence.size() <= kLongestUnlabelled) sentences_.push_back(&sentence.sentence);
    return success();
  }

  Result<std::vector<ParseScores>> learn() {
    auto first_unlabelled = sentences_.begin() + static_cast<std::ptrdiff_t>(labelled_);
    inventory_ = build_inventory({sentences_.begin(), first_unlabelled}, {first_unlabelled, sentences_.end()}, kLeastWordCount);
    NetworkShape shape = options_.shape;
    shape.words = static_cast<uint32_t>(inventory_.words.size() + 1);
    shape.surfaces = static_cast<uint32_t>(inventory_.cased.size() + inventory_.surfaces.size());
    shape.xpos = static_cast<uint32_t>(inventory_.xpos.size());
    shape.feats = static_cast<uint32_t>(inventory_.feats.size());
    shape.lemmas = static_cast<uint32_t>(inventory_.lemma_rules.size());
    shape.upos = kUposCount;
    shape.relations = kRelationCount;
    Network network(shape, options_.seed);
    encode(shape);
    if (Status status = ask_teachers(); !status) return status.error();
    log(fmt::format("{} sentences, {} words of vocabulary, {} surface features, {} tag features, {} lemma rules", sentences_.size(),
                    shape.words, shape.surfaces, shape.feats, shape.lemmas));
    Optimizer optimizer;
    std::vector<ParseScores> scores;
    for (size_t epoch = 0; epoch < options_.epochs; ++epoch) {
      run_epoch(network, optimizer, epoch);
      bool last = epoch + 1 == options_.epochs;
      if (last || (epoch + 1) % std::max<size_t>(options_.evaluate_every, 1) == 0) scores = measure(network);
    }
    if (Status status = write_model(options_.model, inventory_, network, manifest(scores)); !status) return status.error();
    return scores;
  }

 private:
  void log(const std::string& line) const {
    if (options_.log) options_.log(line);
  }

  void encode(const NetworkShape& shape) {
    encoder_ = std::make_unique<Encoder>(inventory_);
    labels_ = std::make_unique<LabelEncoder>(inventory_);
    counts_.assign(shape.words, 0);
    for (size_t i = 0; i < sentences_.size(); ++i) {
      EncodedSentence& encoded = encoded_.emplace_back();
      for (const Word& word : sentences_[i]->words) encoder_->add_word(word.form, encoded);
      add_labels(i, *sentences_[i], encoded);
      for (uint32_t row : encoded.word) ++counts_[row];
    }
  }

  /// The labels of a sentence's words; those of unlabelled text are unknown.
  void add_labels(size_t index, const Sentence& sentence, EncodedSentence& out) const {
    if (index < labelled_) return labels_->add_labels(sentence, out);
    for (auto* labels : {&out.upos, &out.xpos, &out.feats, &out.lemma, &out.head, &out.relation}) labels->assign(sentence.size(), -1);
  }

  Status ask_teachers() {
    if (options_.teachers.empty()) return success();
    Result<Teachers> teachers = Teachers::open(options_.teachers, inventory_);
    if (!teachers) return teachers.error();
    log(fmt::format("{} teachers look at {} sentences", options_.teachers.size(), sentences_.size()));
    lessons_.resize(sentences_.size());
    heads_.resize(sentences_.size());
    for (size_t i = 0; i < sentences_.size(); ++i) {
      if (i < labelled_) heads_[i] = encoded_[i].head;
      lessons_[i] = teachers->teach(*sentences_[i], heads_[i]);
      follow_lesson(i, encoded_[i]);
    }
    return success();
  }

  /// Relations of unlabelled text are learned for the heads that the teachers believe in.
  void follow_lesson(size_t index, EncodedSentence& sentence) const {
    if (lessons_.empty()) return;
    sentence.lesson = &lessons_[index];
    sentence.trust = index < labelled_ ? options_.trust : 1.0F;
    for (size_t i = 0; i < sentence.size() && index >= labelled_; ++i) sentence.head[i] = heads_[index][i];
  }

  /// The sentence with some words hidden.
  EncodedSentence disturbed(const EncodedSentence& sentence) {
    EncodedSentence out;
    out.surface_begin.push_back(0);
    for (size_t i = 0; i < sentence.size(); ++i) {
      uint32_t row = sentence.word[i];
      bool hidden = row != 0 && random_.uniform() < options_.word_dropout / (options_.word_dropout + static_cast<float>(counts_[row]));
      out.word.push_back(hidden ? 0 : row);
      for (uint32_t k = sentence.surface_begin[i]; k < sentence.surface_begin[i + 1]; ++k) {
        bool whole_form = sentence.surface[k] < inventory_.cased.size();
        if (!(hidden && whole_form)) out.surface.push_back(sentence.surface[k]);
      }
      out.surface_begin.push_back(static_cast<uint32_t>(out.surface.size()));
    }
    out.upos = sentence.upos;
    out.xpos = sentence.xpos;
    out.feats = sentence.feats;
    out.lemma = sentence.lemma;
    out.head = sentence.head;
    out.relation = sentence.relation;
    out.lesson = sentence.lesson;
    out.trust = sentence.trust;
    return out;
  }

  /// Perhaps in other letters or without its last mark.
  EncodedSentence variant(size_t index) {
    if (random_.uniform() >= options_.variants) return encoded_[index];
    const Sentence& sentence = *sentences_[index];
    size_t kind = random_.below(4);
    if (kind == 3) return without_final_mark(index);
    Sentence copy = sentence;
    std::vector<std::string> forms;
    forms.reserve(copy.size());
    for (Word& word : copy.words) {
      forms.push_back(recased(word.form, static_cast<Variant>(kind)));
      word.form = forms.back();
    }
    EncodedSentence encoded;
    for (const Word& word : copy.words) encoder_->add_word(word.form, encoded);
    add_labels(index, copy, encoded);
    follow_lesson(index, encoded);
    return encoded;
  }

  EncodedSentence without_final_mark(size_t index) {
    const std::vector<Word>& words = sentences_[index]->words;
    EncodedSentence encoded = encoded_[index];
    auto last = static_cast<int16_t>(words.size());
    bool leaf = std::none_of(encoded.head.begin(), encoded.head.end(), [&](int16_t head) { return head == last; });
    if (words.size() < 2 || words.back().upos != Upos::kPunct || encoded.head.back() <= 0 || !leaf) return encoded;
    encoded.word.pop_back();
    encoded.surface_begin.pop_back();
    encoded.surface.resize(encoded.surface_begin.back());
    for (auto* labels : {&encoded.upos, &encoded.xpos, &encoded.feats, &encoded.lemma, &encoded.head, &encoded.relation})
      labels->pop_back();
    return encoded;
  }

  float rate_at(double progress) const {
    double warm = std::min(1.0, progress * static_cast<double>(options_.epochs));
    return static_cast<float>(options_.rate * warm * 0.5 * (1.0 + std::cos(std::numbers::pi * progress)));
  }

  void run_epoch(Network& network, Optimizer& optimizer, size_t epoch) {
    auto started = std::chrono::steady_clock::now();
    std::vector<size_t> order(encoded_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    Losses total;
    for (size_t at = 0; at < order.size();) {
      std::vector<EncodedSentence> plain, batch;
      for (size_t words = 0; at < order.size() && words < options_.batch_words; ++at) {
        words += encoded_[order[at]].size();
        plain.push_back(variant(order[at]));
      }
      for (const EncodedSentence& sentence : plain) batch.push_back(disturbed(sentence));
      std::vector<const EncodedSentence*> pointers;
      for (const EncodedSentence& sentence : batch) pointers.push_back(&sentence);
      Losses losses = network.learn(pointers, options_.noise, random_);
      double progress =
          (static_cast<double>(epoch) + static_cast<double>(at) / static_cast<double>(order.size())) / static_cast<double>(options_.epochs);
      optimizer.rate = rate_at(progress);
      optimizer.update(network);
      total.words += losses.words;
      total.upos += losses.upos;
      total.xpos += losses.xpos;
      total.feats += losses.feats;
      total.lemma += losses.lemma;
      total.arc += losses.arc;
      total.relation += losses.relation;
    }
    auto n = static_cast<double>(total.words);
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    log(fmt::format("epoch {:2}: loss upos {:.4f} xpos {:.4f} feats {:.4f} lemma {:.4f} arc {:.4f} relation {:.4f}; {:.1f} s", epoch + 1,
                    total.upos / n, total.xpos / n, total.feats / n, total.lemma / n, total.arc / n, total.relation / n, seconds));
  }

  std::vector<ParseScores> measure(Network& network) {
    std::vector<ParseScores> scores;
    ReferenceParser parser(inventory_, network);
    for (size_t f = 0; f < dev_.size(); ++f) {
      std::vector<Sentence> sentences;
      for (const ConlluSentence& gold : dev_[f].sentences) sentences.push_back(gold.sentence);
      parser.annotate(sentences);
      ParseScores sum;
      for (size_t i = 0; i < sentences.size(); ++i) sum += compare(dev_[f].sentences[i].sentence, sentences[i]);
      log(fmt::format("  {}: UPOS {:.2f} XPOS {:.2f} feats {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f}", options_.dev[f],
                      sum.percent(sum.upos), sum.percent(sum.xpos), sum.percent(sum.feats), sum.percent(sum.lemma),
                      sum.percent(sum.attached), sum.percent(sum.labelled)));
      scores.push_back(sum);
    }
    return scores;
  }

  static std::string without_folders(const std::string& command) {
    std::vector<std::string> words;
    for (std::string_view word : words_of(command)) words.emplace_back(word.substr(word.find_last_of('/') + 1));
    return join(words, " ");
  }

  static std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

  static std::string list_files(const std::vector<std::string>& paths, const std::vector<Conllu>& files) {
    std::string out;
    for (size_t i = 0; i < files.size(); ++i)
      out += fmt::format("{}\n    {{\"file\": \"{}\", \"sha256\": \"{}\", \"sentences\": {}}}", i == 0 ? "" : ",", base_name(paths[i]),
                         sha256(*files[i].content), files[i].sentences.size());
    return out;
  }

  std::string manifest(const std::vector<ParseScores>& scores) const {
    std::string out = "{\n  \"language\": \"en\",\n  \"data\": [" + list_files(options_.train, train_);
    if (!unlabelled_.empty()) out += "\n  ],\n  \"unlabelled\": [" + list_files(options_.unlabelled, unlabelled_);
    for (size_t i = 0; i < options_.teachers.size(); ++i)
      out += fmt::format("{}\"{}\"", i == 0 ? "\n  ],\n  \"teachers\": [" : ", ", base_name(options_.teachers[i]));
    out += fmt::format(
        "\n  ],\n  \"licence\": \"CC BY-SA 4.0 (UD English EWT); CC BY 4.0, CC BY-SA 3.0, CC BY 2.5 and public domain (UD English GUM, "
        "free genres)\",\n"
        "  \"seed\": {},\n  \"epochs\": {},\n  \"command\": \"{}\",\n  \"scores\": [",
        options_.seed, options_.epochs, without_folders(options_.command));
    for (size_t i = 0; i < scores.size(); ++i) {
      const ParseScores& s = scores[i];
      out += fmt::format(
          "{}\n    {{\"file\": \"{}\", \"words\": {}, \"upos\": {:.2f}, \"xpos\": {:.2f}, \"feats\": {:.2f}, \"lemma\": {:.2f}, \"uas\": "
          "{:.2f}, "
          "\"las\": {:.2f}}}",
          i == 0 ? "" : ",", base_name(options_.dev[i]), s.words, s.percent(s.upos), s.percent(s.xpos), s.percent(s.feats),
          s.percent(s.lemma), s.percent(s.attached), s.percent(s.labelled));
    }
    return out + "\n  ]\n}\n";
  }

  const TrainOptions& options_;
  Random random_;
  std::vector<Conllu> train_, unlabelled_, dev_;
  std::vector<const Sentence*> sentences_;  ///< those with labels first
  size_t labelled_ = 0;
  Inventory inventory_;
  std::unique_ptr<Encoder> encoder_;
  std::unique_ptr<LabelEncoder> labels_;
  std::vector<EncodedSentence> encoded_;
  std::vector<Lesson> lessons_;              ///< of each sentence, if there are teachers
  std::vector<std::vector<int16_t>> heads_;  ///< for which the lessons tell relations
  std::vector<uint32_t> counts_;
};

}  // namespace

Status set_option(TrainOptions& options, std::string_view name, const std::string& value) {
  const Error wrong{ErrorCode::kUsage, "no such training option, or no value for it: " + std::string(name) + "=" + value, ""};
  char* end = nullptr;
  double number = std::strtod(value.c_str(), &end);
  if (value.empty() || *end != '\0' || !(number >= 0 && number <= 1e6)) return wrong;
  const std::pair<std::string_view, float*> rates[] = {{"rate", &options.rate},
                                                       {"word-dropout", &options.word_dropout},
                                                       {"variants", &options.variants},
                                                       {"trust", &options.trust},
                                                       {"input-noise", &options.noise.input},
                                                       {"layer-noise", &options.noise.layer},
                                                       {"hidden-noise", &options.noise.hidden}};
  for (auto& [key, target] : rates) {
    if (key != name) continue;
    *target = static_cast<float>(number);
    return success();
  }
  NetworkShape& shape = options.shape;
  const std::pair<std::string_view, uint32_t*> sizes[] = {
      {"hidden", &shape.hidden}, {"word", &shape.word_size},         {"surface", &shape.surface_size}, {"tag", &shape.tag_size},
      {"arc", &shape.arc_size},  {"relation", &shape.relation_size}, {"layers", &shape.layers}};
  for (auto& [key, target] : sizes) {
    bool unit = target != &shape.layers;
    if (key != name) continue;
    if (number < 1 || (unit && (number > 4096 || static_cast<uint32_t>(number) % 16 != 0))) return wrong;
    *target = static_cast<uint32_t>(number);
    return success();
  }
  const std::pair<std::string_view, size_t*> counts[] = {
      {"epochs", &options.epochs}, {"batch-words", &options.batch_words}, {"evaluate-every", &options.evaluate_every}};
  for (auto& [key, target] : counts) {
    if (key != name) continue;
    if (number < 1 && target == &options.batch_words) return wrong;
    *target = static_cast<size_t>(number);
    return success();
  }
  if (name != "seed") return wrong;
  options.seed = static_cast<uint64_t>(number);
  return success();
}

Result<std::vector<ParseScores>> train(const TrainOptions& options) {
  Run run(options);
  if (Status status = run.read(); !status) return status.error();
  return run.learn();
}

}  // namespace demarche
