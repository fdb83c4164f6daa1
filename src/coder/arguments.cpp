#include <algorithm>
#include <array>

#include "coder/predicates.h"
#include "lexicon/name_index.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 50> kSeeThrough{
    "ten",   "$",        "act",     "all",    "batch",    "billion",  "both",   "consignment", "contingent", "couple",
    "dozen", "each",     "element", "few",    "remnant",  "form",     "group",  "handful",     "hundred",    "kind",
    "lot",   "majority", "many",    "member", "million",  "most",     "number", "one",         "pair",       "part",
    "round", "score",    "series",  "set",    "several",  "shipment", "some",   "sort",        "spate",      "string",
    "team",  "thousand", "ton",     "tonne",  "trillion", "two",      "wave",   "worth",       "£",          "€"};

constexpr int kDeepest = 12;

void add_unique(std::vector<int>& list, int word) {
  if (word >= 0 && std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}

// *expelled the envoy and suspended trade*, with *trade* joined to *envoy* or given to *expelled*: a bare noun behind a verb of its own.
// Gives that verb, or -1.
int verb_between(const Tree& tree, int noun) {
  int first = tree.first(noun), up = tree.head(noun);
  if (first == 0 || up < 0 || first - 1 <= up || tree.word(first - 1).upos != Upos::kVerb || tree.word(noun).upos == Upos::kVerb) return -1;
  int verb = first - 1;
  bool joined = tree.word(noun).rel == Deprel::kConj && !tree.under(verb, up) && !tree.has_child(noun, Deprel::kCc);
  bool second = tree.word(noun).rel == Deprel::kObj && tree.word(verb).rel == Deprel::kConj && tree.head(verb) == up;
  return (joined || second) && !tree.has_child(verb, Deprel::kObj) ? verb : -1;
}

// *pushed into Darfur and warplanes bombed it*, with the warplanes joined to Darfur: what stands right before a finite verb without a
// subject is its subject.
bool acts_next(const Tree& tree, int noun) {
  int verb = tree.last(noun) + 1;
  if (verb >= tree.size() || tree.word(verb).upos != Upos::kVerb || !tree.has_child(noun, Deprel::kCc)) return false;
  std::string_view xpos = tree.word(verb).xpos;
  bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
  bool relative = base(tree.word(verb).rel) == Deprel::kAcl;
  return finite && !relative && !tree.has_child(verb, Deprel::kNsubj) && !tree.has_child(verb, Deprel::kAux) && tree.head(noun) < noun &&
         base(tree.word(tree.first_conjunct(noun)).rel) != Deprel::kNsubj;
}

void add_all(std::vector<int>& list, const Tree& tree, int word) {
  for (int one : tree.conjuncts(word)) {
    // A conjunct clause is no second argument of a noun.
    if (one != word && tree.word(one).upos == Upos::kVerb && tree.word(word).upos != Upos::kVerb) continue;
    if (one > word && (verb_between(tree, one) >= 0 || acts_next(tree, one))) continue;
    add_unique(list, one);
  }
  // *between Ethiopia and Tigrayan rebels*, parsed as rebels of both: a name joined to the adjective of the noun is another.
  for (uint16_t c : tree.children(word))
    if (c < word && tree.word(c).rel == Deprel::kCompound && tree.word(c).upos == Upos::kPropn)
      for (uint16_t d : tree.children(c))
        if (tree.word(d).rel == Deprel::kConj && tree.word(d).upos == Upos::kAdj && d + 1 == word) add_unique(list, c);
  // *Presidents X and Y*: the parser may hang the second name on a part of the first.
  for (uint16_t c : tree.children(word)) {
    Deprel rel = tree.word(c).rel;
    if (base(rel) != Deprel::kFlat && rel != Deprel::kAppos && rel != Deprel::kNmodDesc) continue;
    // *a Trump-Putin meeting*: what the hyphen joins are two.
    if (base(rel) == Deprel::kFlat && c > 0 && tree.word(c - 1).form == "-" && tree.word(word).rel == Deprel::kCompound)
      add_unique(list, c);
    for (uint16_t d : tree.children(c))
      if (tree.word(d).rel == Deprel::kConj && (tree.word(d).upos == Upos::kPropn || tree.word(d).upos == Upos::kNoun)) add_unique(list, d);
  }
}

bool is_relative(const Word& word) {
  return word.lemma == "who" || word.lemma == "which" || word.lemma == "that" || word.lemma == "whom" || word.lemma == "whose";
}

class Collector {
 public:
  Collector(const Tree& tree, int head, int depth = 0) : tree_(tree), head_(head), depth_(depth) {}

  Arguments run() {
    bool verb = tree_.word(head_).upos == Upos::kVerb || tree_.word(head_).upos == Upos::kAux;
    own(head_);
    if (verb) {
      made_.passive = passive(head_);
      if (made_.object.empty()) object_after_particle();
      if (made_.object.empty()) object_behind();
      if (made_.object.empty() && !made_.passive) object_of_next();
      if (made_.passive && made_.subject.empty()) agent_of_conjunct();
      if (made_.passive && made_.subject.empty()) doer_behind();
      if (int noun = made_.subject.empty() ? dated_subject(head_) : -1; noun >= 0) add_all(made_.subject, tree_, noun);
      if (made_.subject.empty() && !made_.passive) adjacent_subject();
      if (made_.subject.empty() || needs_object()) inherit();
    } else {
      copular_or_appositive();
      if (made_.subject.empty()) doer_on_the_victim();
      if (made_.subject.empty()) doer_beside();
    }
    return std::move(made_);
  }

 private:
  bool passive(int v) const {
    if (tree_.has_child(v, Deprel::kAuxPass)) return true;
    const Word& word = tree_.word(v);
    for (uint16_t c : tree_.children(v)) {
      if (tree_.word(c).rel == Deprel::kOblAgent) return true;
      // *Peru crossed swords with*: a passive subject beside an object, on a verb without its auxiliary, is the parser's slip.
      if (tree_.word(c).rel == Deprel::kNsubjPass) return word.xpos == "VBN" && !tree_.has_child(v, Deprel::kObj);
    }
    if (wished(v)) return true;
    if (misread_participle(v) || dated_subject(v) >= 0) return false;
    if (shares_passive(v)) return true;
    return word.xpos == "VBN" && (word.rel == Deprel::kAcl || word.rel == Deprel::kAmod)
               ? true
               : word.xpos == "VBN" && word.rel == Deprel::kAdvcl && !tree_.has_child(v, Deprel::kAux);
  }

  bool wishes(int v) const {
    const Lemma& lemma = tree_.word(v).lemma;
    return lemma == "want" || lemma == "wish" || lemma == "like" || lemma == "need" || lemma == "see";
  }

  // *wants Bhutan punished*
  bool wished(int v) const {
    return tree_.word(v).xpos == "VBN" && tree_.word(v).rel == Deprel::kXcomp && tree_.mark_lemma(v).empty() &&
           !tree_.has_child(v, Deprel::kAux) && tree_.head(v) >= 0 && wishes(tree_.head(v));
  }

  // *wants the tariffs lifted*, parsed as lifted tariffs: the participle behind the object, or -1.
  int wished_of(int v, int object) const {
    if (tree_.word(v).upos != Upos::kVerb || !wishes(v) || tree_.word(v).lemma == "see") return -1;
    for (uint16_t c : tree_.children(object))
      if (c == object + 1 && tree_.word(c).rel == Deprel::kAcl && tree_.word(c).xpos == "VBN") return c;
    return -1;
  }

  // *On Tuesday Russian forces struck the port*, parsed as forces of Tuesday: what stands between the day and the verb is its subject; or
  // -1.
  int dated_subject(int v) const {
    if (v < 3 || tree_.has_child(v, Deprel::kNsubj) || tree_.has_child(v, Deprel::kNsubjPass) || tree_.has_child(v, Deprel::kAux))
      return -1;
    int noun = v - 1;
    bool phrase = tree_.head(noun) == v && base(tree_.word(noun).rel) == Deprel::kObl && !tree_.case_lemma(noun).empty();
    if (!phrase || (tree_.word(noun).upos != Upos::kNoun && tree_.word(noun).upos != Upos::kPropn)) return -1;
    for (uint16_t c : tree_.children(noun))
      if (c < noun && c > 0 && is_calendar_name(tree_.word(c).lemma) && tree_.word(c - 1).rel == Deprel::kCase) return noun;
    return -1;
  }

  // *was arrested and deported*: the second participle shares the auxiliary.
  bool shares_passive(int v) const {
    const Word& word = tree_.word(v);
    int first = tree_.head(v);
    bool bare = word.xpos == "VBN" && word.rel == Deprel::kConj && !tree_.has_child(v, Deprel::kAux) &&
                !tree_.has_child(v, Deprel::kNsubj) && !tree_.has_child(v, Deprel::kObj);
    return bare && first >= 0 && tree_.word(first).xpos == "VBN" && tree_.has_child(first, Deprel::kAuxPass);
  }

  // *the secretary of state, Ann Hale, accused Sudan of ...*: a participle behind its noun with an object of its own is a finite past, but
  // for verbs of two objects (*the minister given the task*).
  bool misread_participle(int v) const {
    static constexpr std::array<std::string_view, 20> kTwoObjects{"give",     "offer", "award", "send", "deny",  "call",   "name",
                                                                  "consider", "dub",   "grant", "hand", "owe",   "pay",    "promise",
                                                                  "refuse",   "show",  "teach", "tell", "elect", "appoint"};
    const Word& word = tree_.word(v);
    if (word.xpos != "VBN" || word.rel != Deprel::kAcl ||
        std::find(kTwoObjects.begin(), kTwoObjects.end(), word.lemma) != kTwoObjects.end())
      return false;
    int object = tree_.child(v, Deprel::kObj);
    return object > v && !tree_.has_child(v, Deprel::kAux) && tree_.word(object).upos != Upos::kPron;
  }

  bool needs_object() const { return made_.object.empty(); }

  bool finite() const {
    std::string_view xpos = tree_.word(head_).xpos;
    if (xpos == "VBD" || xpos == "VBZ" || xpos == "VBP") return true;
    bool has = false;
    for (uint16_t c : tree_.children(head_)) has = has || (tree_.word(c).rel == Deprel::kAux && tree_.word(c).xpos != "TO");
    return has || (xpos == "VBN" && misread_participle(head_));
  }

  // The noun phrase that ends right before a finite verb without a subject is its subject, however it was attached: *in 1999 NATO bombed*
  // (oblique without a preposition), *struck at Pulwama and India retaliated* (taken for a second place).
  void adjacent_subject() {
    if (!finite() || head_ == 0) return;
    int at = head_ - 1;
    while (at > 0 && (tree_.head(at) == head_ || tree_.word(at).upos == Upos::kPunct) && tree_.word(at).upos != Upos::kNoun &&
           tree_.word(at).upos != Upos::kPropn && tree_.word(at).lemma != "(") {
      if (tree_.word(at).upos == Upos::kPunct && tree_.word(at).form != ",") return;
      if (tree_.word(at).rel == Deprel::kCc || tree_.word(at).rel == Deprel::kMark || tree_.word(at).upos == Upos::kPron ||
          tree_.word(at).upos == Upos::kSconj)
        return;
      --at;
    }
    bool comma = tree_.word(head_ - 1).form == ",";
    bool apposition = false;
    int top = at;
    for (int steps = 0; steps < 8 && tree_.head(top) >= 0 && tree_.head(top) < head_; ++steps) {
      Deprel rel = base(tree_.word(top).rel);
      apposition = apposition || rel == Deprel::kAppos;
      if (rel != Deprel::kFlat && rel != Deprel::kAppos && rel != Deprel::kNmod && rel != Deprel::kCompound && rel != Deprel::kCase) break;
      top = tree_.head(top);
    }
    const Word& word = tree_.word(top);
    if ((word.upos != Upos::kNoun && word.upos != Upos::kPropn) || top >= head_ || (comma && !apposition) ||
        word.rel == Deprel::kOblUnmarked || word.rel == Deprel::kNmodUnmarked)
      return;
    Deprel rel = base(word.rel);
    int first = tree_.first_conjunct(top);
    Deprel outer = base(tree_.word(first).rel);
    if (rel == Deprel::kObl && tree_.head(top) == head_ && tree_.case_lemma(top).empty())
      add_all(made_.subject, tree_, top);
    else if (rel == Deprel::kConj && first != top && (outer == Deprel::kCcomp || outer == Deprel::kNsubj))
      add_all(made_.subject, tree_, first);
    else if (rel == Deprel::kConj && tree_.head(head_) != top)
      add_unique(made_.subject, top);
  }

  // *stayed after an appeal by the envoy*: the doer that follows a noun may hang on an active verb above, which has no use for it.
  void doer_beside() {
    int up = tree_.head(head_);
    if (up < 0 || tree_.word(up).upos != Upos::kVerb || up > head_ || passive(up)) return;
    for (uint16_t c : tree_.children(up))
      if (tree_.first(c) == tree_.last(head_) + 1 && base(tree_.word(c).rel) == Deprel::kObl && tree_.case_lemma(c) == "by" &&
          (tree_.word(c).upos == Upos::kPropn || of_a_nation(c)))
        add_all(made_.subject, tree_, c);
  }

  // *Malian militants, Burmese guards*
  bool of_a_nation(int noun) const {
    for (uint16_t c : tree_.children(noun))
      if (c < noun && (tree_.word(c).rel == Deprel::kAmod || tree_.word(c).rel == Deprel::kCompound) && tree_.word(c).form.front() >= 'A' &&
          tree_.word(c).form.front() <= 'Z')
        return true;
    return false;
  }

  // *was indicted on charges by prosecutors*: the doer of a passive may hang on the noun before it.
  void doer_behind() {
    static constexpr std::array<std::string_view, 8> kBeside{"on", "for", "in", "at", "near", "outside", "from", "with"};
    for (const auto& [name, words] : made_.prepositions)
      if (std::find(kBeside.begin(), kBeside.end(), name) != kBeside.end())
        for (int word : words)
          for (uint16_t c : tree_.children(word))
            if (base(tree_.word(c).rel) == Deprel::kNmod && tree_.case_lemma(c) == "by" &&
                (tree_.word(c).upos == Upos::kPropn || of_a_nation(c)))
              add_all(made_.subject, tree_, c);
  }

  // What hangs on the word itself.
  void own(int at) {
    for (uint16_t c : tree_.children(at)) {
      const Word& child = tree_.word(c);
      switch (base(child.rel)) {
        case Deprel::kNsubj:
          subject_child(c, (child.rel == Deprel::kNsubjPass || wished(at)) && (at != head_ || passive(at)));
          break;
        case Deprel::kCsubj:
          add_unique(made_.subject, c);
          break;
        case Deprel::kObj:
          if (int done = wished_of(at, c); done >= 0)
            add_clause(done);
          else if (verb_between(tree_, c) < 0)
            object_child(c);
          break;
        case Deprel::kIobj:
          add_preposition("to", c);
          // *warned Niger of reprisals*: a receiver without an object is one.
          if (!tree_.has_child(at, Deprel::kObj)) add_all(made_.object, tree_, relative(c));
          break;
        case Deprel::kObl:
        case Deprel::kNmod:
          oblique(c);
          break;
        case Deprel::kXcomp:
        case Deprel::kCcomp:
          add_clause(c);
          break;
        case Deprel::kAdvcl:
        case Deprel::kAcl:
          subordinate(c);
          break;
        case Deprel::kAmod:
        case Deprel::kCompound:
          if (child.rel != Deprel::kCompoundPrt && tree_.word(at).upos != Upos::kVerb) add_all(made_.possessor, tree_, c);
          break;
        default:
          break;
      }
    }
  }

  // A relative pronoun stands for the noun that the clause modifies.
  int relative(int c) const {
    const Word& word = tree_.word(c);
    if (!is_relative(word)) return c;
    for (int clause = head_, steps = 0; clause >= 0 && steps < 4; clause = tree_.head(clause), ++steps)
      if (tree_.word(clause).rel == Deprel::kAclRelcl && tree_.head(clause) >= 0) return tree_.head(clause);
    return c;
  }

  // Of two objects the first is the receiver: *offered the rebels a truce*.
  void object_child(int c) {
    if (!made_.object.empty() && tree_.word(head_).upos == Upos::kVerb && made_.object.front() < c) {
      for (int receiver : made_.object) add_preposition("to", receiver);
      made_.object.clear();
    }
    // *sanctions after soldiers ousted the president, whom they hold*: whom is a person, though the clause hangs on a thing.
    int meant = relative(c);
    if (meant != c && tree_.word(c).lemma == "whom" && meant + 1 < c) meant = person_before(c, meant);
    add_all(made_.object, tree_, meant);
    if (tree_.word(head_).upos == Upos::kVerb) receiver_in_object(c);
  }

  // The name that stands right before a relative pronoun (and its comma), else the antecedent.
  int person_before(int pronoun, int antecedent) const {
    int at = pronoun - 1;
    while (at > antecedent && tree_.word(at).upos == Upos::kPunct) --at;
    if (at <= antecedent || tree_.word(at).upos != Upos::kPropn) return antecedent;
    while (base(tree_.word(at).rel) == Deprel::kFlat && tree_.head(at) > antecedent) at = tree_.head(at);
    return at;
  }

  // *gave Ukraine four tanks*, parsed as tanks of a kind: a name before a number or an article is no part of the noun.
  void receiver_in_object(int object) {
    for (uint16_t c : tree_.children(object)) {
      if (c > object || tree_.word(c).rel != Deprel::kCompound || tree_.word(c).upos != Upos::kPropn ||
          tree_.first(c) != tree_.first(object))
        continue;
      int next = tree_.last(c) + 1;
      Deprel rel = tree_.word(next).rel;
      if (next < object && (rel == Deprel::kNummod || rel == Deprel::kDet) && tree_.head(next) == object) add_preposition("to", c);
    }
  }

  void subject_child(int c, bool is_passive) {
    c = relative(c);
    add_all(is_passive ? made_.object : made_.subject, tree_, c);
  }

  void oblique(int c) {
    const Word& child = tree_.word(c);
    if (child.rel == Deprel::kOblAgent) return add_all(made_.subject, tree_, c);
    if (child.rel == Deprel::kNmodPoss) return add_all(made_.possessor, tree_, relative(c));
    if (child.rel == Deprel::kOblUnmarked || child.rel == Deprel::kNmodUnmarked) return;
    std::string_view name = tree_.case_lemma(c);
    if (tree_.word(head_).upos == Upos::kVerb && counts(c)) return add_all(made_.object, tree_, c);
    if (name.empty()) return;
    if (name == "by" && tree_.word(head_).upos != Upos::kVerb) return add_all(made_.subject, tree_, c);
    add_preposition(name, c);
  }

  // *freed at least 20 sailors, held up to 300 men, took in more than a million refugees*: what seems a preposition belongs to the number.
  bool counts(int c) const {
    int at = tree_.first(c);
    bool several = tree_.word(c).xpos == "NNS" || tree_.word(c).xpos == "NNPS";
    if (!several || at != head_ + 1 || at + 2 >= c || tree_.has_child(head_, Deprel::kObj)) return false;
    std::string_view first = tree_.word(at).lemma, next = tree_.word(at + 1).form, after = tree_.word(at + 2).form;
    bool bound = next == "least" || next == "most", more = next == "more" || next == "fewer";
    return (first == "at" && bound) || (first == "up" && next == "to" && tree_.word(at + 2).upos == Upos::kNum) ||
           (first == "in" && more && after == "than");
  }

  void add_preposition(std::string_view name, int c) {
    for (auto& [known, words] : made_.prepositions)
      if (known == name) return add_all(words, tree_, relative(c));
    made_.prepositions.emplace_back(std::string(name), std::vector<int>{});
    add_all(made_.prepositions.back().second, tree_, relative(c));
  }

  void add_clause(int c) {
    for (int one : tree_.conjuncts(c)) add_unique(made_.clause, one);
  }

  // *accused of spying* (of), *agreed ... to meet* read as an adverbial, *plan to withdraw*.
  void subordinate(int c) {
    const Word& child = tree_.word(c);
    if (child.rel == Deprel::kAclRelcl || child.rel == Deprel::kAdvclRelcl) return;
    std::string_view mark = tree_.mark_lemma(c);
    bool infinitive = (mark == "to" && child.xpos != "VBG") || (mark.empty() && child.xpos == "VB");
    if (infinitive) {
      // A purpose is no complement, but after a noun or adjective nothing else is meant.
      if (child.rel == Deprel::kAcl || tree_.word(head_).upos != Upos::kVerb || c == tree_.last(head_))
        add_clause(c);
      else if (c > head_)
        add_unique(made_.purpose, c);
      return;
    }
    if (!mark.empty() && child.xpos == "VBG") return add_preposition(mark, c);
    if (tree_.case_lemma(c).size() && child.xpos == "VBG") return add_preposition(tree_.case_lemma(c), c);
    if (mark == "that" && child.rel == Deprel::kAcl) add_clause(c);
  }

  // Arguments that stand on another word: control, coordination, participles, relative clauses.
  void inherit() {
    const Word& word = tree_.word(head_);
    int up = tree_.head(head_);
    if (up < 0 || depth_ > kDeepest) return;
    switch (base(word.rel)) {
      case Deprel::kXcomp:
        controlled(up);
        break;
      case Deprel::kConj:
        shared(up);
        break;
      case Deprel::kAdvcl:
        // *called on Dhaka to condemn it*: whoever is asked does it, though the parse makes it a purpose.
        if (tree_.mark_lemma(head_) == "to" && head_ > up && asks(up))
          controlled(up);
        else if (made_.subject.empty() && tree_.word(up).upos == Upos::kVerb && word.xpos != "VBD" && word.xpos != "VBZ" &&
                 word.xpos != "VBP")
          participle_of(up);
        break;
      case Deprel::kAcl:
        if (word.rel == Deprel::kAclRelcl)
          relative_gap(up);
        else if (word.xpos == "VBG" && blamed_above(up))
          break;
        else if (word.xpos == "VBG")
          issuer_or(up);
        else if (word.xpos == "VBN" && made_.passive)
          add_if_empty(made_.object, up);
        else if (word.xpos == "VBD" || word.xpos == "VBN")
          add_if_empty(made_.subject, up);
        else
          controlled_by_noun(up);
        break;
      case Deprel::kAmod:
        if (word.xpos == "VBN")
          add_if_empty(made_.object, up);
        else if (word.xpos == "VBD" && head_ < up)
          misread_past(up);
        else
          add_if_empty(made_.subject, up);
        break;
      case Deprel::kCcomp:
        if (made_.subject.empty() && word.xpos != "VBD" && !made_.passive) controlled(up);
        break;
      default:
        break;
    }
  }

  // *signed a decree granting citizenship*: whoever issues a decree does what it does.
  void issuer_or(int noun) {
    static constexpr std::array<std::string_view, 14> kActs{"decree",    "law",   "order",       "resolution", "bill",
                                                            "statement", "act",   "legislation", "motion",     "ruling",
                                                            "directive", "edict", "measure",     "executive"};
    int verb = tree_.head(noun);
    bool act = std::find(kActs.begin(), kActs.end(), tree_.word(noun).lemma) != kActs.end();
    if (act && made_.subject.empty() && verb >= 0 && tree_.word(noun).rel == Deprel::kObj && tree_.word(verb).upos == Upos::kVerb) {
      made_.subject = Collector(tree_, verb, depth_ + 1).run().subject;
    }
    if (made_.subject.empty()) add_if_empty(made_.subject, noun);
  }

  // *Bolivia severed relations*, parsed as if the relations were severed ones: a finite past before a noun governs it, and the names before
  // the verb act; else the subject of the verb that the noun belongs to.
  void misread_past(int noun) {
    add_if_empty(made_.object, noun);
    if (!made_.subject.empty()) return;
    for (uint16_t c : tree_.children(noun)) {
      const Word& child = tree_.word(c);
      bool name = child.upos == Upos::kPropn || child.upos == Upos::kNoun;
      if (c < head_ && name &&
          (base(child.rel) == Deprel::kCompound || base(child.rel) == Deprel::kNmod || base(child.rel) == Deprel::kNsubj))
        add_all(made_.subject, tree_, c);
    }
    int up = tree_.head(noun);
    if (made_.subject.empty() && up >= 0 && tree_.word(up).upos == Upos::kVerb && up < head_)
      made_.subject = Collector(tree_, up, depth_ + 1).run_own().subject;
  }

  void add_if_empty(std::vector<int>& list, int word) {
    if (list.empty()) add_all(list, tree_, word);
  }

  // *arrested and deported by Thailand*: what ends a coordination of participles belongs to all of them.
  void agent_of_conjunct() {
    for (uint16_t c : tree_.children(head_)) {
      int agent = shares_passive(c) ? tree_.child(c, Deprel::kOblAgent) : -1;
      if (agent < 0) continue;
      bool adjacent = tree_.first(c) == head_ + 1;
      if (adjacent) return add_all(made_.subject, tree_, agent);
    }
  }

  // *expelled the envoy and suspended trade*, with *trade* joined to the envoy.
  void object_behind() {
    for (int w = head_ + 1; w < tree_.size() && w <= head_ + 6; ++w) {
      if (tree_.head(w) < head_ && tree_.first(w) == head_ + 1 && verb_between(tree_, w) == head_) return add_unique(made_.object, w);
    }
  }

  // *gunned down an engineer*: a bare phrase right behind the particle is the object, whatever the parser calls it.
  void object_after_particle() {
    int particle = tree_.child(head_, Deprel::kCompoundPrt);
    if (particle < 0) return;
    for (uint16_t c : tree_.children(head_))
      if (tree_.word(c).rel == Deprel::kObl && tree_.case_lemma(c).empty() && tree_.first(c) == particle + 1)
        return add_all(made_.object, tree_, c);
  }

  // *jails or exiles its critics*: two verbs side by side share the object behind them.
  void object_of_next() {
    for (uint16_t c : tree_.children(head_)) {
      if (tree_.word(c).rel != Deprel::kConj || tree_.word(c).upos != Upos::kVerb || c < head_ || tree_.has_child(c, Deprel::kNsubj))
        continue;
      int particle = tree_.child(head_, Deprel::kCompoundPrt);
      bool adjacent = tree_.first(c) == std::max(head_, particle) + 1 && tree_.word(tree_.first(c)).rel == Deprel::kCc;
      int object = tree_.child(c, Deprel::kObj);
      if (adjacent && object > c && tree_.word(object).upos != Upos::kPron) return add_all(made_.object, tree_, object);
    }
  }

  // *the arrest of a banker by China*: the parser may hang the doer on the victim.
  void doer_on_the_victim() {
    for (const auto& [name, words] : made_.prepositions)
      if (name == "of")
        for (int word : words)
          for (uint16_t c : tree_.children(word))
            if (base(tree_.word(c).rel) == Deprel::kNmod && tree_.case_lemma(c) == "by") add_all(made_.subject, tree_, c);
  }

  // *urged Kyiv to sign*: the object acts; *agreed to sign*: the subject does.
  void controlled(int up) {
    Arguments outer = Collector(tree_, up, depth_ + 1).run_own();
    const std::vector<int>* from = &outer.subject;
    // *urged Kyiv to sign*: Kyiv signs; *telephoned Santos to congratulate him*: the caller does.
    static constexpr std::array<std::string_view, 62> kObjectControl{
        "ask",      "urge",    "tell",    "order",     "force",   "persuade",  "allow",     "help",   "want",    "expect",  "encourage",
        "invite",   "warn",    "advise",  "require",   "enable",  "get",       "cause",     "lead",   "permit",  "press",   "push",
        "pressure", "beg",     "command", "instruct",  "request", "authorize", "authorise", "compel", "oblige",  "direct",  "counsel",
        "assign",   "appoint", "beseech", "implore",   "entreat", "exhort",    "lobby",     "prompt", "provoke", "induce",  "convince",
        "drive",    "forbid",  "bar",     "see",       "hear",    "let",       "make",      "have",   "leave",   "believe", "consider",
        "find",     "need",    "like",    "challenge", "dare",    "pay",       "hire"};
    bool object_control = std::find(kObjectControl.begin(), kObjectControl.end(), tree_.word(up).lemma) != kObjectControl.end();
    if (!outer.object.empty() && object_control && !attitude(outer.object.front()))
      from = &outer.object;
    else if (const auto* on = outer.preposition("on"); on && tree_.word(up).lemma == "call")
      from = on;
    else if (const auto* to = outer.preposition("to"); to && tree_.word(up).lemma == "appeal")
      from = to;
    // *was slated to visit*: a passive without its agent has the visitor for object.
    if (from->empty()) from = &outer.object;
    auto& into = made_.passive ? made_.object : made_.subject;
    if (into.empty()) into = *from;
  }

  bool asks(int up) const {
    static constexpr std::array<std::string_view, 16> kAsking{"call",  "appeal",    "urge",     "ask",    "tell", "order",
                                                              "press", "encourage", "push",     "invite", "beg",  "warn",
                                                              "force", "persuade",  "instruct", "request"};
    return std::find(kAsking.begin(), kAsking.end(), tree_.word(up).lemma) != kAsking.end();
  }

  // *expressed willingness to sign*: who is willing signs.
  bool attitude(int word) const {
    static constexpr std::array<std::string_view, 26> kAttitudes{
        "willingness", "readiness", "intention", "plan",    "desire", "commitment", "refusal",  "decision",  "right",
        "ability",     "effort",    "attempt",   "promise", "pledge", "threat",     "offer",    "chance",    "opportunity",
        "need",        "hope",      "interest",  "duty",    "vow",    "steps",      "openness", "reluctance"};
    const Lemma& lemma = tree_.word(word).lemma;
    return tree_.word(word).upos == Upos::kNoun && std::find(kAttitudes.begin(), kAttitudes.end(), lemma) != kAttitudes.end();
  }

  void controlled_by_noun(int noun) {
    Arguments outer = Collector(tree_, noun, depth_ + 1).run_own();
    if (!made_.subject.empty()) return;
    if (!outer.possessor.empty())
      made_.subject = outer.possessor;
    else if (!outer.subject.empty())
      made_.subject = outer.subject;
    else if (const auto* by = outer.preposition("by"))
      made_.subject = *by;
    else if (base(tree_.word(noun).rel) == Deprel::kObj && tree_.head(noun) >= 0)
      made_.subject = Collector(tree_, tree_.head(noun), depth_ + 1).run_own().subject;
  }

  // *met and signed*: the second verb has the first one's subject.
  void shared(int first) {
    if (!(made_.passive ? made_.object : made_.subject).empty()) return;
    // *urged them to agree a truce and called on ...*: a finite verb is no conjunct of an infinitive.
    bool finite = tree_.word(head_).xpos == "VBD" || tree_.word(head_).xpos == "VBZ" || (tree_.word(head_).xpos == "VBN" && !made_.passive);
    for (int steps = 0;
         finite && steps < 4 && tree_.word(first).xpos == "VB" && !tree_.has_child(first, Deprel::kAux) && tree_.head(first) >= 0; ++steps)
      first = tree_.head(first);
    // *handed them a list that nobody must see and threatened to strike*: nor is a past one of what must or will be.
    bool past =
        tree_.word(head_).xpos == "VBD" || (tree_.word(head_).xpos == "VBN" && !made_.passive && !tree_.has_child(head_, Deprel::kAux));
    if (past && modal(first))
      for (int up = tree_.head(first), steps = 0; up >= 0 && steps < 4; up = tree_.head(up), ++steps) {
        first = up;
        if (tree_.word(up).upos == Upos::kVerb) break;
      }
    if (tree_.word(first).upos != Upos::kVerb) return;
    Arguments outer = Collector(tree_, first, depth_ + 1).run();
    bool outer_passive = outer.passive;
    if (made_.passive) {
      if (made_.object.empty()) made_.object = outer_passive ? outer.object : outer.subject;
    } else {
      made_.subject = outer_passive ? outer.object : outer.subject;
    }
  }

  bool modal(int verb) const {
    for (uint16_t c : tree_.children(verb))
      if (tree_.word(c).xpos == "MD") return true;
    return false;
  }

  bool blamed_for(int up) const {
    static constexpr std::array<std::string_view, 18> kJudging{"accuse",   "suspect", "blame",  "criticize", "criticise", "condemn",
                                                               "denounce", "thank",   "praise", "punish",    "fault",     "convict",
                                                               "rebuke",   "prevent", "stop",   "bar",       "dissuade",  "deter"};
    const std::string_view mark = tree_.mark_lemma(head_).empty() ? tree_.case_lemma(head_) : tree_.mark_lemma(head_);
    return (mark == "of" || mark == "for" || mark == "from") &&
           std::find(kJudging.begin(), kJudging.end(), tree_.word(up).lemma) != kJudging.end();
  }

  // *accused Togo in a letter to the Council of arming them*: hung on a noun between.
  bool blamed_above(int noun) {
    int up = noun;
    for (int steps = 0; up >= 0 && tree_.word(up).upos != Upos::kVerb && steps < 4; ++steps) up = tree_.head(up);
    if (up < 0 || tree_.word(up).upos != Upos::kVerb || tree_.case_lemma(noun) == "of" || !blamed_for(up)) return false;
    int object = tree_.child(up, Deprel::kObj);
    if (object < 0 || object == noun || object > noun) return false;
    add_if_empty(made_.passive ? made_.object : made_.subject, object);
    return true;
  }

  void participle_of(int up) {
    Arguments outer = Collector(tree_, up, depth_ + 1).run_own();
    // *accused Beijing of ramming boats*: the one blamed does it.
    if (blamed_for(up) && !outer.object.empty()) {
      auto& doer = made_.passive ? made_.object : made_.subject;
      if (doer.empty()) doer = outer.object;
      return;
    }
    const auto& subject = outer.subject.empty() || outer.passive ? (outer.passive ? outer.object : outer.subject) : outer.subject;
    auto& into = made_.passive ? made_.object : made_.subject;
    if (into.empty()) into = subject;
  }

  void relative_gap(int noun) {
    bool has_pronoun = false;
    for (uint16_t c : tree_.children(head_)) has_pronoun = has_pronoun || is_relative(tree_.word(c));
    if (has_pronoun) return;
    if (made_.subject.empty() && !made_.passive)
      add_if_empty(made_.subject, noun);
    else if (made_.object.empty())
      add_if_empty(made_.object, noun);
  }

  // *Peru is critical of Chile*, *the plan, an attack on ...*: the subject of a copula is the subject of the adjective or noun.
  void copular_or_appositive() {
    if (!tree_.has_child(head_, Deprel::kCop))
      made_.subject.erase(
          std::remove_if(made_.subject.begin(), made_.subject.end(), [&](int w) { return base(tree_.word(w).rel) == Deprel::kNsubj; }),
          made_.subject.end());
    if (tree_.word(head_).upos == Upos::kAdj && made_.subject.empty() && tree_.head(head_) >= 0) {
      const Word& word = tree_.word(head_);
      if (word.rel == Deprel::kAmod || word.rel == Deprel::kAcl)
        add_if_empty(made_.subject, tree_.head(head_));
      else if (word.rel == Deprel::kXcomp || word.rel == Deprel::kConj)
        made_.subject = Collector(tree_, tree_.head(head_), depth_ + 1).run_own().subject;
    }
  }

 public:
  Arguments run_own() {
    own(head_);
    made_.passive = passive(head_);
    if (depth_ > kDeepest) return std::move(made_);
    if (made_.subject.empty() && tree_.word(head_).rel == Deprel::kConj && tree_.head(head_) >= 0 && tree_.word(head_).upos == Upos::kVerb)
      shared(tree_.head(head_));
    else if (made_.subject.empty() && tree_.word(head_).rel == Deprel::kXcomp && tree_.head(head_) >= 0)
      controlled(tree_.head(head_));
    else if (tree_.word(head_).rel == Deprel::kAclRelcl && tree_.head(head_) >= 0)
      relative_gap(tree_.head(head_));
    else if (made_.subject.empty() && tree_.word(head_).rel == Deprel::kAdvcl && tree_.word(head_).xpos == "VBG" && tree_.head(head_) >= 0)
      participle_of(tree_.head(head_));
    return std::move(made_);
  }

 private:
  const Tree& tree_;
  int head_;
  int depth_;  // of control and coordination followed so far: hand-made trees may be deep
  Arguments made_;
};

}  // namespace

const std::vector<int>* Arguments::preposition(std::string_view name) const {
  for (const auto& [known, words] : prepositions)
    if (known == name) return &words;
  return nullptr;
}

Arguments arguments_of(const Tree& tree, int head) {
  return Collector(tree, head).run();
}

int semantic_head(const Tree& tree, int head) {
  for (int steps = 0; steps < 3; ++steps) {
    const Lemma& lemma = tree.word(head).lemma;
    if (std::find(kSeeThrough.begin(), kSeeThrough.end(), lemma) == kSeeThrough.end()) return head;
    int next = -1;
    for (uint16_t c : tree.children(head))
      if (base(tree.word(c).rel) == Deprel::kNmod && tree.case_lemma(c) == "of") next = c;
    if (next < 0) return head;
    head = next;
  }
  return head;
}

bool says_what_to_do(const Tree& tree, int clause) {
  if (tree.word(clause).rel != Deprel::kCcomp) return false;
  std::string_view mark = tree.mark_lemma(clause);
  if (!mark.empty() && mark != "that") return false;
  int subject = tree.child(clause, Deprel::kNsubj);
  if (subject < 0) subject = tree.child(clause, Deprel::kNsubjPass);
  if (subject < 0) return false;
  int modal = tree.child(clause, Deprel::kAux);
  if (modal < 0) {
    // A bare verb after a singular is a subjunctive, whichever way it was tagged.
    const Word& verb = tree.word(clause);
    static constexpr std::array<std::string_view, 5> kPlurals{"States", "Nations", "Netherlands", "Philippines", "Emirates"};
    const Word& doer = tree.word(subject);
    bool singular = doer.xpos == "NNP" || doer.xpos == "NN" || std::find(kPlurals.begin(), kPlurals.end(), doer.form) != kPlurals.end();
    return mark == "that" && (verb.xpos == "VB" || (verb.xpos == "VBP" && singular && !tree.has_child(subject, Deprel::kConj)));
  }
  static constexpr std::array<std::string_view, 5> kTold{"it", "he", "she", "they", "you"};
  std::string_view must = tree.word(modal).lemma;
  if (must != "must" && must != "should") return false;
  int verb = tree.head(clause);
  bool told = verb >= 0 && (tree.has_child(verb, Deprel::kObj) || tree.has_child(verb, Deprel::kIobj));
  bool named = !told && tree.word(subject).upos == Upos::kPropn;
  return named || std::find(kTold.begin(), kTold.end(), tree.word(subject).lemma) != kTold.end();
}

}  // namespace demarche
