#include "coder/pairs.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "coder/pair_reading.h"

namespace demarche {

namespace {

constexpr uint32_t kSourceSide = 0;
constexpr uint32_t kTargetSide = 1;
// The score of rank() that an event with one side in its place reaches.
constexpr double kOneSide = 2.5;
// How much likelier the frame's type is than the judge alone thinks, where the frame reaches a side.
constexpr double kTrust = 4;

bool holds(const std::vector<uint32_t>& list, uint32_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// Where the words of a side stand: sentence and head word.
struct Side {
  int sentence = -1;
  int head = -1;
  bool found() const { return head >= 0; }
};

Side find_side(const Report& report, Span span) {
  Side side;
  if (span.empty()) return side;
  for (size_t s = 0; s < report.trees.size(); ++s) {
    const Tree& tree = report.trees[s];
    for (int w = 0; w < tree.size(); ++w) {
      if (!tree.word(w).span.overlaps(span)) continue;
      int head = tree.head(w);
      bool top = head < 0 || !tree.word(head).span.overlaps(span);
      // Punctuation and articles that the parser hangs elsewhere are no heads of the phrase.
      if (top && tree.word(w).upos != Upos::kPunct && tree.word(w).upos != Upos::kDet && tree.word(w).upos != Upos::kAdp) {
        if (!side.found() || tree.depth(w) < tree.depth(side.head)) side = {static_cast<int>(s), w};
      }
    }
    if (side.found()) return side;
  }
  return side;
}

std::vector<int> path_up(const Tree& tree, int word) {
  std::vector<int> path{word};
  for (int up = tree.head(word); up >= 0 && path.size() < 64; up = tree.head(up)) path.push_back(up);
  return path;
}

// How well an event speaks of the two sides: both in their places, one, swapped.
double fit(const Event& event, const Side& source, const Side& target) {
  double score = 0;
  bool s = holds(event.source, kSourceSide), t = holds(event.target, kTargetSide);
  bool mutual = event.source == event.target;
  if (s) score += 4;
  if (t) score += 4;
  if (s && t) score += 3;
  if (!mutual && holds(event.source, kTargetSide)) score -= 4;
  if (!mutual && holds(event.target, kSourceSide)) score -= 4;
  if (holds(event.about, kTargetSide)) score += 2;
  if (source.found() && static_cast<int>(event.sentence) != source.sentence) score -= 2;
  if (target.found() && static_cast<int>(event.sentence) != target.sentence) score -= 1;
  return score;
}

size_t index_of(const Report& report, const Event& event) {
  return static_cast<size_t>(&event - report.events.data());
}

struct Ranked {
  const Event* event = nullptr;
  double score = 0;
};

std::vector<Ranked> rank(const Report& report, const Side& source, const Side& target) {
  std::vector<Ranked> ranked;
  for (const Event& event : report.events) {
    if (event.type == EventType::kNone) continue;
    double score = fit(event, source, target);
    const Tree& tree = report.trees[event.sentence];
    score -= 0.15 * tree.depth(event.head);
    if (source.sentence == static_cast<int>(event.sentence) && source.found()) score -= 0.02 * std::abs(event.head - source.head);
    ranked.push_back({&event, score});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return ranked;
}

// Gathers what a judge may look at.
class Features {
 public:
  Features(const Report& report, const Lexicon& lexicon, Side source, Side target)
      : report_(report), lexicon_(lexicon), source_(source), target_(target) {}

  JudgeFeatures run() {
    made_.add("bias");
    events();
    if (source_.found()) around("s", source_);
    if (target_.found()) around("t", target_);
    if (source_.found() && target_.found() && source_.sentence == target_.sentence) between();
    words();
    return std::move(made_);
  }

 private:
  void events() {
    auto ranked = rank(report_, source_, target_);
    for (size_t i = 0; i < ranked.size() && i < 4; ++i) {
      const Event& event = *ranked[i].event;
      std::string type(name(event.type));
      std::string quality = std::string(holds(event.source, kSourceSide) ? "S" : "-") + (holds(event.target, kTargetSide) ? "T" : "-");
      std::string status(name(event.status));
      if (i == 0) {
        made_.add("best:" + type, 1.5f);
        made_.add("best:" + type + quality, 1.5f);
        made_.add("best:" + type + quality + status);
        made_.add("best:" + type + std::string(name(event.mode)));
        made_.add("read:" + std::string(name(plover_reading(report_, index_of(report_, event), kTargetSide))) + quality);
      }
      made_.add("event:" + type + quality);
      made_.add("event:" + type, 0.5f);
    }
    if (ranked.empty()) made_.add("eventless");
  }

  void classes(const std::string& label, const Word& word) {
    for (ClassId id : lexicon_.classes().of(lower_ascii(word.lemma))) made_.add(label + lexicon_.classes().name(id), 0.5f);
  }

  // The governor of a side, its preposition, and what else hangs there.
  void around(const std::string& label, const Side& side) {
    const Tree& tree = report_.trees[static_cast<size_t>(side.sentence)];
    const Word& word = tree.word(side.head);
    int governor = tree.head(side.head);
    made_.add(label + "rel:" + std::string(name(word.rel)));
    std::string preposition(tree.case_lemma(side.head));
    if (!preposition.empty()) made_.add(label + "prep:" + preposition);
    for (int steps = 0; governor >= 0 && steps < 2; ++steps, governor = tree.head(governor)) {
      const Word& up = tree.word(governor);
      std::string lemma = lower_ascii(up.lemma);
      std::string at = label + std::to_string(steps);
      made_.add(at + "gov:" + lemma, steps == 0 ? 1.5f : 1.0f);
      made_.add(at + "gov:" + lemma + "+" + preposition);
      classes(at + "class:", up);
      if (steps == 0)
        for (uint16_t c : tree.children(governor)) {
          const Word& child = tree.word(c);
          if (c == side.head || child.rel == Deprel::kPunct) continue;
          made_.add(at + "kid:" + std::string(name(base(child.rel))) + ":" + lower_ascii(child.lemma));
          if (base(child.rel) == Deprel::kObj || base(child.rel) == Deprel::kXcomp || base(child.rel) == Deprel::kObl ||
              base(child.rel) == Deprel::kCcomp) {
            made_.add(at + "pair:" + lemma + "+" + lower_ascii(child.lemma));
            classes(at + "kidclass:", child);
          }
        }
    }
  }

  void between() {
    const Tree& tree = report_.trees[static_cast<size_t>(source_.sentence)];
    std::vector<int> up = path_up(tree, source_.head), down = path_up(tree, target_.head);
    while (up.size() > 1 && down.size() > 1 && up[up.size() - 2] == down[down.size() - 2]) {
      up.pop_back();
      down.pop_back();
    }
    std::string rels;
    for (size_t i = 0; i + 1 < up.size(); ++i) rels += "<" + std::string(name(base(tree.word(up[i]).rel)));
    for (size_t i = down.size() - 1; i-- > 0;) rels += ">" + std::string(name(base(tree.word(down[i]).rel)));
    made_.add("path:" + rels);
    std::vector<int> inner(up.begin() + 1, up.end());
    for (size_t i = down.size() > 1 ? down.size() - 2 : 0; i > 0; --i) inner.push_back(down[i]);
    std::string last = "S";
    for (int w : inner) {
      std::string lemma = lower_ascii(tree.word(w).lemma);
      made_.add("on:" + lemma, 1.5f);
      made_.add("on:" + last + "+" + lemma);
      classes("onclass:", tree.word(w));
      last = lemma;
      for (uint16_t c : tree.children(w)) {
        Deprel rel = base(tree.word(c).rel);
        if (rel == Deprel::kAux || tree.word(c).rel == Deprel::kCompoundPrt || tree.word(c).lemma == "not")
          made_.add("mod:" + lower_ascii(tree.word(c).lemma));
        if (tree.word(c).rel == Deprel::kCompoundPrt) made_.add("on:" + lemma + " " + tree.word(c).lemma, 1.5f);
      }
    }
    made_.add("on:" + last + "+T");
    int first = std::min(source_.head, target_.head), second = std::max(source_.head, target_.head);
    made_.add(source_.head < target_.head ? "order:st" : "order:ts");
    for (int w = first + 1; w < second; ++w)
      if (content(tree.word(w))) made_.add("mid:" + lower_ascii(tree.word(w).lemma), 0.7f);
  }

  static bool content(const Word& word) {
    return word.upos == Upos::kVerb || word.upos == Upos::kNoun || word.upos == Upos::kAdj || word.upos == Upos::kAdp ||
           word.upos == Upos::kAux || word.upos == Upos::kAdv || word.upos == Upos::kPart;
  }

  void words() {
    for (const Tree& tree : report_.trees)
      for (int w = 0; w < tree.size(); ++w) {
        const Word& word = tree.word(w);
        if (word.upos == Upos::kVerb || word.upos == Upos::kNoun || word.upos == Upos::kAdj) {
          made_.add("word:" + lower_ascii(word.lemma), 0.3f);
          if (word.rel == Deprel::kRoot) made_.add("root:" + lower_ascii(word.lemma));
        }
      }
  }

  const Report& report_;
  const Lexicon& lexicon_;
  Side source_, target_;
  JudgeFeatures made_;
};

void put_side(Report& report, uint32_t actor, Span span) {
  Side side = find_side(report, span);
  if (!side.found()) return;
  ActorTable& table = report.actors;
  Mention mention;
  mention.sentence = static_cast<uint32_t>(side.sentence);
  mention.head = static_cast<uint16_t>(side.head);
  mention.span = span;
  mention.actors = {actor};
  const Tree& tree = report.trees[static_cast<size_t>(side.sentence)];
  int first = -1;
  auto at = static_cast<int32_t>(table.mentions.size());
  for (int w = 0; w < tree.size(); ++w) {
    if (!tree.word(w).span.overlaps(span)) continue;
    if (first < 0) first = w;
    mention.last = static_cast<uint16_t>(w);
    // Whatever word of the side a frame reaches is the side.
    table.headed_by[static_cast<size_t>(side.sentence)][static_cast<size_t>(w)] = at;
    table.covering[static_cast<size_t>(side.sentence)][static_cast<size_t>(w)] = at;
  }
  mention.first = static_cast<uint16_t>(first);
  table.mentions.push_back(std::move(mention));
}

}  // namespace

MarkedSentence parse_marked(std::string_view marked) {
  MarkedSentence made;
  uint32_t open_s = UINT32_MAX, open_t = UINT32_MAX;
  for (size_t at = 0; at < marked.size();) {
    std::string_view rest = marked.substr(at);
    auto here = static_cast<uint32_t>(made.text.size());
    if (rest.starts_with("<s>"))
      open_s = here, at += 3;
    else if (rest.starts_with("<t>"))
      open_t = here, at += 3;
    else if (rest.starts_with("</s>")) {
      if (open_s != UINT32_MAX && made.source.empty()) made.source = {open_s, here};
      at += 4;
    } else if (rest.starts_with("</t>")) {
      if (open_t != UINT32_MAX && made.target.empty()) made.target = {open_t, here};
      at += 4;
    } else {
      made.text += marked[at++];
    }
  }
  return made;
}

void mark_sides(Report& report, const MarkedSentence& marked) {
  ActorTable& table = report.actors;
  table = {};
  table.actors.resize(2);
  table.actors[kSourceSide].name = marked.text.substr(marked.source.begin, marked.source.size());
  table.actors[kTargetSide].name = marked.text.substr(marked.target.begin, marked.target.size());
  for (const Tree& tree : report.trees) {
    table.headed_by.emplace_back(static_cast<size_t>(tree.size()), -1);
    table.covering.emplace_back(static_cast<size_t>(tree.size()), -1);
  }
  put_side(report, kTargetSide, marked.target);
  put_side(report, kSourceSide, marked.source);
}

JudgeFeatures pair_features(const Report& report, const MarkedSentence& marked, const Lexicon& lexicon) {
  return Features(report, lexicon, find_side(report, marked.source), find_side(report, marked.target)).run();
}

PairCode code_pair(const Report& report, const MarkedSentence& marked, const Lexicon& lexicon, const Judge* judge) {
  PairCode code;
  Side source = find_side(report, marked.source), target = find_side(report, marked.target);
  auto ranked = rank(report, source, target);
  if (!ranked.empty()) {
    const Event& best = *ranked.front().event;
    code.type = plover_reading(report, index_of(report, best), kTargetSide);
    code.mode = code.type == best.type ? best.mode : Mode::kNone;
    code.cameo = code.type == best.type && !best.cameo.empty()
                     ? best.cameo
                     : std::string(lexicon.cameo().default_code(code.type, code.mode, best.contexts));
    code.probability = ranked.front().score >= 11 ? 0.8 : 0.5;
    code.why = best.why.rule;
  }
  if (!judge) return code;
  Judgement judgement = judge->judge(pair_features(report, marked, lexicon));
  // The judge learned on sentences written to be hard; in news a frame that reaches both sides is right more often than there.
  if (code.type != EventType::kNone) {
    double trust = ranked.front().score >= kOneSide ? kTrust : 1;
    double total = 0;
    judgement.probability[static_cast<size_t>(code.type)] *= static_cast<float>(trust);
    for (float one : judgement.probability) total += one;
    for (float& one : judgement.probability) one = static_cast<float>(one / total);
  }
  EventType type = judgement.best();
  if (type != code.type) {
    // The frame that the judge agrees with keeps its mode and code.
    code.type = type;
    code.mode = Mode::kNone;
    code.cameo = std::string(lexicon.cameo().default_code(type, Mode::kNone, {}));
    code.why = "judge";
    for (const Ranked& one : ranked)
      if (one.event->type == type) {
        code.mode = one.event->mode;
        if (!one.event->cameo.empty()) code.cameo = one.event->cameo;
        code.why = "judge over " + one.event->why.rule;
        break;
      }
  }
  code.probability = judgement.probability[static_cast<size_t>(type)];
  return code;
}

}  // namespace demarche
