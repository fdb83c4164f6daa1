#include "coder/pair_features.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "coder/pair_reading.h"

namespace demarche {

namespace {

constexpr size_t kTypes = static_cast<size_t>(EventType::kCount);

// The words from one side up to where the two paths meet, and down to the other.
struct Between {
  std::vector<int> up, down;  ///< both begin with a side's head and end with the meeting word
  int top() const { return up.back(); }
};

Between path_between(const Tree& tree, int source, int target) {
  auto climb = [&](int word) {
    std::vector<int> path{word};
    for (int up = tree.head(word); up >= 0 && path.size() < 64; up = tree.head(up)) path.push_back(up);
    return path;
  };
  Between path{climb(source), climb(target)};
  while (path.up.size() > 1 && path.down.size() > 1 && path.up[path.up.size() - 2] == path.down[path.down.size() - 2]) {
    path.up.pop_back();
    path.down.pop_back();
  }
  return path;
}

class Features {
 public:
  Features(const Report& report, const Lexicon& lexicon, Side source, Side target)
      : report_(report), lexicon_(lexicon), source_(source), target_(target) {}

  JudgeFeatures run() {
    made_.add("bias");
    events();
    if (source_.found()) side("s", source_);
    if (target_.found()) side("t", target_);
    if (source_.found() && target_.found() && source_.sentence == target_.sentence) between();
    words();
    return std::move(made_);
  }

 private:
  void events() {
    auto ranked = rank_events(report_, source_, target_);
    for (size_t i = 0; i < ranked.size() && i < 4; ++i) {
      const Event& event = report_.events[ranked[i].index];
      std::string type(name(event.type)), places = std::to_string(ranked[i].places);
      std::string read(name(plover_reading(report_, ranked[i].index, kTargetSide)));
      if (i == 0) {
        made_.add("best:" + read, 1.5f);
        made_.add("best:" + read + places, 1.5f);
        made_.add("best:" + type + places + std::string(name(event.status)));
        made_.add("best:" + type + std::string(name(event.mode)));
        made_.add("best:" + event.cameo);
        made_.add("best" + places);
      }
      if (i == 1) made_.add("next:" + read + places);
      made_.add("event:" + read + places);
    }
    if (ranked.empty()) made_.add("eventless");
  }

  // The share of each type in the frames of a word: what it tends to be where no frame fits.
  void types(const std::string& label, const Tree& tree, int w, float weight) {
    const Word& word = tree.word(w);
    std::string lemma = lower_ascii(word.lemma);
    const Predicate* predicate = nullptr;
    if (word.upos == Upos::kVerb) {
      for (uint16_t c : tree.children(w))
        if (tree.word(c).rel == Deprel::kCompoundPrt)
          predicate = lexicon_.frames().find(PredicateKind::kVerb, lemma + " " + tree.word(c).lemma);
      if (!predicate) predicate = lexicon_.frames().find(PredicateKind::kVerb, lemma);
    } else if (word.upos == Upos::kNoun) {
      predicate = lexicon_.frames().find(PredicateKind::kNoun, lemma);
    } else if (word.upos == Upos::kAdj) {
      predicate = lexicon_.frames().find(PredicateKind::kAdjective, lemma);
    }
    if (!predicate || predicate->frames.empty()) return;
    std::array<int, kTypes> count{};
    for (const auto& frame : predicate->frames)
      if (frame->result == FrameResult::kEvent) ++count[static_cast<size_t>(frame->type)];
    for (size_t k = 1; k < kTypes; ++k)
      if (count[k] > 0)
        made_.add(label + "type:" + std::string(name(static_cast<EventType>(k))),
                  weight * static_cast<float>(count[k]) / static_cast<float>(predicate->frames.size()));
  }

  void classes(const std::string& label, const Word& word, float weight) {
    for (ClassId id : lexicon_.classes().of(lower_ascii(word.lemma))) made_.add(label + "class:" + lexicon_.classes().name(id), weight);
  }

  // A word by itself, its particle, its classes and its types.
  void unit(const std::string& label, const Tree& tree, int w, float weight) {
    const Word& word = tree.word(w);
    if (word.upos == Upos::kPropn || word.upos == Upos::kPunct) return;
    made_.add(label + ":" + lower_ascii(word.lemma), weight);
    for (uint16_t c : tree.children(w))
      if (tree.word(c).rel == Deprel::kCompoundPrt) made_.add(label + ":" + lower_ascii(word.lemma) + " " + tree.word(c).lemma, weight);
    classes(label, word, 0.5f * weight);
    types(label, tree, w, weight);
  }

  // What a side is, and the words that govern it with its place there.
  void side(const std::string& label, const Side& side) {
    const Tree& tree = report_.trees[static_cast<size_t>(side.sentence)];
    const Word& word = tree.word(side.head);
    if (word.upos == Upos::kNoun) {
      made_.add(label + "is:" + lower_ascii(word.lemma), 0.5f);
      classes(label + "is", word, 0.4f);
    }
    std::string rel(name(word.rel)), preposition(tree.case_lemma(side.head));
    made_.add(label + "rel:" + rel, 0.5f);
    int governor = tree.head(side.head);
    for (int steps = 0; governor >= 0 && steps < 2; ++steps, governor = tree.head(governor)) {
      std::string at = label + std::to_string(steps);
      unit(at, tree, governor, steps == 0 ? 1.0f : 0.6f);
      std::string place = steps > 0 ? "" : preposition.empty() ? rel : preposition;
      made_.add(at + "in:" + lower_ascii(tree.word(governor).lemma) + "+" + place, 0.7f);
    }
  }

  void between() {
    const Tree& tree = report_.trees[static_cast<size_t>(source_.sentence)];
    Between path = path_between(tree, source_.head, target_.head);
    std::string up, down;
    for (size_t i = 0; i + 1 < path.up.size(); ++i) up += "<" + std::string(name(base(tree.word(path.up[i]).rel)));
    for (size_t i = path.down.size() - 1; i-- > 0;) down += ">" + std::string(name(base(tree.word(path.down[i]).rel)));
    made_.add("path:" + up + down, 0.5f);
    top(tree, path, up, down);
    std::string last = "S";
    auto step = [&](int w, const char* label) {
      unit(label, tree, w, 1.0f);
      std::string lemma = lower_ascii(tree.word(w).lemma);
      made_.add("bi:" + last + "+" + lemma, 0.7f);
      last = lemma;
    };
    for (size_t i = 1; i + 1 < path.up.size(); ++i) step(path.up[i], "up");
    if (path.up.size() > 1 && path.down.size() > 1) step(path.top(), "mid");
    for (size_t i = path.down.size() - 1; i-- > 1;) step(path.down[i], "down");
    made_.add("bi:" + last + "+T", 0.7f);
    int first = std::min(source_.head, target_.head), second = std::max(source_.head, target_.head);
    made_.add(source_.head < target_.head ? "order:st" : "order:ts", 0.5f);
    for (int w = first + 1; w < second; ++w)
      if (content(tree.word(w))) made_.add("in:" + lower_ascii(tree.word(w).lemma), 0.5f);
  }

  // The word under which both sides stand: its modifiers, its other arguments, what governs it.
  void top(const Tree& tree, const Between& path, const std::string& up, const std::string& down) {
    int top = path.top();
    std::string lemma = lower_ascii(tree.word(top).lemma);
    made_.add("top:" + lemma + up + down, 1.0f);
    made_.add("top:" + lemma + "/" + std::string(tree.case_lemma(target_.head)), 0.7f);
    for (uint16_t c : tree.children(top)) {
      Deprel rel = base(tree.word(c).rel);
      std::string child = lower_ascii(tree.word(c).lemma);
      bool side =
          c == path.up[path.up.size() > 1 ? path.up.size() - 2 : 0] || c == path.down[path.down.size() > 1 ? path.down.size() - 2 : 0];
      if (rel == Deprel::kAux || rel == Deprel::kMark || rel == Deprel::kAdvmod || tree.word(c).lemma == "not")
        made_.add("mod:" + child, 0.7f);
      else if (!side && rel == Deprel::kObj) {
        unit("obj", tree, c, 1.0f);
        made_.add("obj:" + lemma + "+" + child, 1.0f);
      } else if (!side && (rel == Deprel::kXcomp || rel == Deprel::kCcomp || rel == Deprel::kAdvcl || rel == Deprel::kConj)) {
        unit(std::string(name(rel)), tree, c, rel == Deprel::kXcomp ? 1.0f : 0.5f);
      } else if (!side && rel == Deprel::kObl) {
        unit("obl", tree, c, 0.5f);
      }
    }
    int governor = tree.head(top);
    for (int steps = 0; governor >= 0 && steps < 2; ++steps, governor = tree.head(governor)) unit("over", tree, governor, 0.6f);
  }

  static bool content(const Word& word) {
    return word.upos == Upos::kVerb || word.upos == Upos::kNoun || word.upos == Upos::kAdj || word.upos == Upos::kAdp ||
           word.upos == Upos::kAux || word.upos == Upos::kAdv || word.upos == Upos::kPart;
  }

  void words() {
    for (const Tree& tree : report_.trees)
      for (int w = 0; w < tree.size(); ++w) {
        const Word& word = tree.word(w);
        if (word.upos != Upos::kVerb && word.upos != Upos::kNoun && word.upos != Upos::kAdj) continue;
        made_.add("word:" + lower_ascii(word.lemma), 0.3f);
        types("any", tree, w, 0.3f);
        if (word.rel == Deprel::kRoot) unit("root", tree, w, 0.5f);
      }
  }

  const Report& report_;
  const Lexicon& lexicon_;
  Side source_, target_;
  JudgeFeatures made_;
};

}  // namespace

JudgeFeatures pair_features(const Report& report, const Side& source, const Side& target, const Lexicon& lexicon) {
  return Features(report, lexicon, source, target).run();
}

}  // namespace demarche
