#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

#include "actors/resolver.h"
#include "base/strings.h"
#include "engine/exports.h"

namespace demarche {

namespace {

bool hostile(EventType type) {
  switch (type) {
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kSanction:
    case EventType::kMobilize:
    case EventType::kCoerce:
    case EventType::kAssault:
      return true;
    default:
      return false;
  }
}

// The country that a label names ("New_Zealand", "Iran (Islamic Republic of)"), or null.
const Country* country_named(const Countries& countries, std::string label) {
  std::replace(label.begin(), label.end(), '_', ' ');
  label = lower_ascii(label);
  std::string plain = label.substr(0, label.find(" ("));
  auto is = [&](std::string_view name) { return !name.empty() && (lower_ascii(name) == label || lower_ascii(name) == plain); };
  for (const Country& one : countries.all())
    if (is(one.name) || is(one.official) || std::any_of(one.aliases.begin(), one.aliases.end(), is)) return &one;
  return nullptr;
}

// Reads one sentence of a speech as its speaker's judgement of others.
class ConflictReader {
 public:
  ConflictReader(const Report& report, const Engine& engine, std::string speaker)
      : report_(report),
        classes_(engine.lexicon().classes()),
        countries_(engine.lexicon().ontology().countries),
        speaker_(std::move(speaker)) {}

  bool conflict() {
    words();
    acts();
    return strong_ > 0 || hints_ > 1 || (hints_ > 0 && others_act_);
  }

  // Whose conduct it is: of the countries that the sentence names beside the speaker's, the likeliest; empty if none fits.
  std::string target() {
    for (const Mention& mention : report_.actors.mentions)
      for (uint32_t one : mention.actors) {
        const Actor& actor = report_.actors.actors[one];
        // What armed groups do is laid to those behind them, and not to the country that they fight.
        if (armed_group(actor))
          weigh(mention, actor.supporter);
        else
          weigh(mention, actor.country);
      }
    weigh_holders();
    std::string best;
    double best_score = -0.5;
    for (const auto& [country, score] : scores_)
      if (score > best_score) {
        best = country;
        best_score = score;
      }
    return best;
  }

  const std::vector<std::string>& cues() const { return cues_; }

 private:
  void words() {
    auto strong = classes_.find("censure_word"), hint = classes_.find("censure_hint");
    for (size_t s = 0; s < report_.trees.size(); ++s) {
      const Tree& tree = report_.trees[s];
      for (int i = 0; i < tree.size(); ++i) {
        std::string lemma = lower_ascii(tree.word(i).lemma);
        std::string pair = i > 0 ? lower_ascii(tree.word(i - 1).lemma) + " " + lemma : lemma;
        if (lemma == "pro" || lemma.starts_with("pro-") || lemma == "backed" || lemma == "sponsored") patron(s, i);
        bool is_strong = strong && (classes_.has(lemma, *strong) || classes_.has(pair, *strong));
        if (!is_strong && !(hint && classes_.has(lemma, *hint))) continue;
        (is_strong ? strong_ : hints_) += 1;
        cues_.push_back(lemma);
        if (is_strong) marked_.emplace_back(s, i);
      }
    }
  }

  // *Pro-Ruritanian gunmen, Ruritania-backed militias*: whoever stands behind them.
  void patron(size_t s, int word) {
    const Tree& tree = report_.trees[s];
    std::string_view own = tree.word(word).form;
    int beside = own.size() > 4 && lower_ascii(own.substr(0, 3)) == "pro" ? word : own.size() == 3 ? word + 2 : word - 2;
    if (beside < 0 || beside >= tree.size()) return;
    std::string_view form = beside == word ? own.substr(4) : tree.word(beside).form;
    for (const Country& one : countries_.all()) {
      bool is = form == one.name || std::find(one.adjectives.begin(), one.adjectives.end(), form) != one.adjectives.end();
      if (!is || !state(std::string(one.code))) continue;
      scores_[std::string(one.code)] += 2.5;
      ++hints_;
      return;
    }
  }

  // What happens on land that another state holds is laid to the state that holds it.
  void weigh_holders() {
    for (const Country& one : countries_.all()) {
      auto held = classes_.find("held_by_" + lower_ascii(one.code));
      if (!held || !state(std::string(one.code))) continue;
      bool there = std::any_of(report_.trees.begin(), report_.trees.end(), [&](const Tree& tree) {
        for (int i = 0; i < tree.size(); ++i) {
          std::string lemma = lower_ascii(tree.word(i).lemma);
          if (classes_.has(lemma, *held) || (i > 0 && classes_.has(lower_ascii(tree.word(i - 1).lemma) + " " + lemma, *held))) return true;
        }
        return false;
      });
      if (there) scores_[std::string(one.code)] += 1;
    }
  }

  bool state(const std::string& country) const { return !country.empty() && country != speaker_ && countries_.find(country) != nullptr; }

  static bool armed_group(const Actor& actor) {
    return std::any_of(actor.sectors.begin(), actor.sectors.end(),
                       [](const std::string& one) { return one == "REB" || one == "PRM" || one == "UAF" || one == "SEP"; });
  }

  void acts() {
    for (const Event& event : report_.events) {
      if (!hostile(event.type)) continue;
      for (uint32_t one : event.source) {
        const Actor& actor = report_.actors.actors[one];
        const std::string& country = armed_group(actor) ? actor.supporter : actor.country;
        if (!state(country)) continue;
        scores_[country] += 3;
        others_act_ = true;
      }
      bool own = event.source.empty() || report_.actors.actors[event.source.front()].country == speaker_;
      for (uint32_t one : event.target)
        if (const std::string& country = report_.actors.actors[one].country; state(country))
          scores_[country] += own && event.type != EventType::kAssault ? 2 : -3;
    }
  }

  void weigh(const Mention& mention, const std::string& country) {
    if (!state(country)) return;
    const Tree& tree = report_.trees[mention.sentence];
    Deprel rel = base(tree.word(mention.head).rel);
    std::string_view preposition = tree.case_lemma(mention.head);
    double score = 0.2;
    if (rel == Deprel::kNsubj)
      score = 2;
    else if (preposition == "by")
      score = 2;
    else if (tree.word(mention.head).rel == Deprel::kNmodPoss || rel == Deprel::kAmod || rel == Deprel::kCompound)
      score = 1;
    else if (preposition == "in" || preposition == "against" || preposition == "for" || mention.kind == MentionKind::kPlace)
      score = -1.5;
    else if (preposition == "of" || rel == Deprel::kObj)
      score = -0.4;
    for (auto [s, i] : marked_)
      if (s == mention.sentence &&
          (tree.head(mention.head) == i || tree.head(i) == mention.head || (tree.head(i) >= 0 && tree.head(mention.head) == tree.head(i))))
        score += 0.5;
    auto [it, fresh] = scores_.try_emplace(country, score);
    if (!fresh) it->second = std::max(it->second, it->second + score);
  }

  const Report& report_;
  const WordClasses& classes_;
  const Countries& countries_;
  std::string speaker_;
  int strong_ = 0, hints_ = 0;
  bool others_act_ = false;
  std::vector<std::string> cues_;
  std::vector<std::pair<size_t, int>> marked_;
  std::map<std::string, double> scores_;
};

}  // namespace

std::string export_conflict(const Question& question, const Engine& engine) {
  Report report = engine.code(question.document);
  const Countries& countries = engine.lexicon().ontology().countries;
  const Country* speaker = country_named(countries, question.speaker);
  ConflictReader reader(report, engine, speaker ? std::string(speaker->code) : std::string());
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  auto text = [&](std::string_view value) { json.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); };
  json.StartObject();
  json.Key("doc_id");
  text(report.document->id);
  json.Key("conflict");
  json.StartArray();
  if (reader.conflict()) {
    std::string target = reader.target();
    json.StartObject();
    json.Key("target");
    if (target.empty())
      json.Null();
    else
      text(countries.find(target)->name);
    json.Key("why");
    json.StartArray();
    for (const std::string& cue : reader.cues()) text(cue);
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace demarche
