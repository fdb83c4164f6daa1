#include "actors/noun_phrases.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.h"
#include "lexicon/name_index.h"

namespace demarche {

namespace {

PronounForm form_of(std::string_view lower) {
  static const std::map<std::string_view, PronounForm> kForms{{"i", PronounForm::kI},
                                                              {"me", PronounForm::kI},
                                                              {"my", PronounForm::kI},
                                                              {"mine", PronounForm::kI},
                                                              {"myself", PronounForm::kI},
                                                              {"we", PronounForm::kWe},
                                                              {"us", PronounForm::kWe},
                                                              {"our", PronounForm::kWe},
                                                              {"ours", PronounForm::kWe},
                                                              {"ourselves", PronounForm::kWe},
                                                              {"you", PronounForm::kYou},
                                                              {"your", PronounForm::kYou},
                                                              {"yours", PronounForm::kYou},
                                                              {"yourself", PronounForm::kYou},
                                                              {"yourselves", PronounForm::kYou},
                                                              {"he", PronounForm::kHe},
                                                              {"him", PronounForm::kHe},
                                                              {"his", PronounForm::kHe},
                                                              {"himself", PronounForm::kHe},
                                                              {"she", PronounForm::kShe},
                                                              {"her", PronounForm::kShe},
                                                              {"hers", PronounForm::kShe},
                                                              {"herself", PronounForm::kShe},
                                                              {"it", PronounForm::kIt},
                                                              {"its", PronounForm::kIt},
                                                              {"itself", PronounForm::kIt},
                                                              {"they", PronounForm::kThey},
                                                              {"them", PronounForm::kThey},
                                                              {"their", PronounForm::kThey},
                                                              {"theirs", PronounForm::kThey},
                                                              {"themselves", PronounForm::kThey},
                                                              {"'em", PronounForm::kThey},
                                                              {"this", PronounForm::kDemonstrative},
                                                              {"that", PronounForm::kDemonstrative}};
  auto it = kForms.find(lower);
  return it == kForms.end() ? PronounForm::kNone : it->second;
}

class Collector {
 public:
  Collector(uint32_t sentence, const Tree& tree, const Lexicon& lexicon, const ActorTable& actors, const std::vector<NamedEntity>& names)
      : sentence_(sentence), tree_(tree), signs_(lexicon.name_words()), agents_(lexicon.agents()), actors_(actors), names_(names) {
    name_at_.assign(static_cast<size_t>(tree.size()), -1);
    for (size_t i = 0; i < names.size(); ++i)
      if (names[i].sentence == sentence)
        for (int w = names[i].first; w <= names[i].last && w < tree.size(); ++w) name_at_[static_cast<size_t>(w)] = static_cast<int>(i);
  }

  void run(bool& quoted, std::vector<NounPhrase>& into) {
    std::vector<NounPhrase> made;
    for (int w = 0; w < tree_.size(); ++w) {
      std::string_view form = tree_.word(w).form;
      if (form == "\"") quoted = !quoted;
      if (form == "“" || form == "``") quoted = true;
      if (form == "”" || form == "''") quoted = false;
      size_t before = made.size();
      word(w, made);
      if (tree_.head(w) < 0) clause(w, made);
      for (size_t i = before; i < made.size(); ++i) made[i].quoted = quoted;
    }
    std::stable_sort(made.begin(), made.end(),
                     [](const NounPhrase& a, const NounPhrase& b) { return std::pair(a.first, a.last) < std::pair(b.first, b.last); });
    into.insert(into.end(), made.begin(), made.end());
  }

 private:
  const Word& at(int w) const { return tree_.word(w); }

  void word(int w, std::vector<NounPhrase>& made) const {
    const Word& one = at(w);
    Deprel rel = base(one.rel);
    if (one.upos == Upos::kPron || one.xpos == "PRP$") {
      NounPhrase phrase;
      phrase.pronoun = form_of(lower_ascii(one.form));
      bool relative = one.xpos == "WDT" || one.xpos == "WP" || one.xpos == "WP$";
      if (phrase.pronoun == PronounForm::kNone || relative || rel == Deprel::kExpl) return;
      fill(w, w, w, phrase);
      phrase.plural = phrase.pronoun == PronounForm::kThey || phrase.pronoun == PronounForm::kWe;
      made.push_back(phrase);
      if (tree_.has_child(w, Deprel::kConj)) joint(w, made);
      return;
    }
    int name = name_at_[static_cast<size_t>(w)];
    bool noun = one.upos == Upos::kNoun || one.upos == Upos::kPropn || (name >= 0 && one.upos != Upos::kPunct);
    if (!noun) return;
    bool inside = rel == Deprel::kCompound || rel == Deprel::kFlat || rel == Deprel::kFixed || rel == Deprel::kGoeswith ||
                  one.rel == Deprel::kNmodDesc || rel == Deprel::kAmod;
    if (inside) {
      // *US* in *US troops*: a name that is not the head of its phrase.
      if (name >= 0 && name_head(name) == w && outside_name(w, name)) named_alone(name, w, made);
      return;
    }
    if (rel == Deprel::kAppos && name >= 0 && name_head(name) == w && outside_name(w, name)) return named_alone(name, w, made);
    if (rel == Deprel::kAppos || is_calendar_name(one.form)) return;
    if (name >= 0 && !outside_name(w, name)) return;
    NounPhrase phrase;
    auto [first, last] = extent(w);
    phrase.name = name >= 0 ? name : name_behind(w);
    fill(first, last, w, phrase);
    describe(w, phrase);
    if (time_word(phrase.lemma)) return;
    made.push_back(phrase);
    if (tree_.has_child(w, Deprel::kConj) && rel != Deprel::kConj) joint(w, made);
  }

  void clause(int root, std::vector<NounPhrase>& made) const {
    int copula = tree_.child(root, Deprel::kCop);
    int w = copula >= 0 ? copula : root;
    if (at(w).upos != Upos::kVerb && at(w).upos != Upos::kAux) return;
    NounPhrase phrase;
    fill(w, w, w, phrase);
    phrase.clause = true;
    phrase.actor = -1;
    made.push_back(phrase);
  }

  // *The philosopher Anna Keller, his brother Karl*: the name behind the noun, or -1.
  int name_behind(int head) const {
    if (head + 1 >= tree_.size()) return -1;
    int name = name_at_[static_cast<size_t>(head) + 1];
    if (name < 0 || names_[static_cast<size_t>(name)].kind != EntityKind::kPerson) return -1;
    for (uint16_t c : tree_.children(head)) {
      Deprel rel = base(at(c).rel);
      if (c > head && (rel == Deprel::kAppos || rel == Deprel::kFlat || rel == Deprel::kCompound) && name_at_[c] == name) return name;
    }
    return -1;
  }

  bool outside_name(int w, int name) const {
    int up = tree_.head(w);
    return up < names_[static_cast<size_t>(name)].first || up > names_[static_cast<size_t>(name)].last;
  }

  int name_head(int name) const {
    const NamedEntity& one = names_[static_cast<size_t>(name)];
    for (int w = one.first; w <= one.last; ++w)
      if (int up = tree_.head(w); up < one.first || up > one.last) return w;
    return one.last;
  }

  void named_alone(int name, int w, std::vector<NounPhrase>& made) const {
    const NamedEntity& one = names_[static_cast<size_t>(name)];
    if (one.kind == EntityKind::kNationality) return;
    NounPhrase phrase;
    phrase.name = name;
    fill(one.first, one.last, w, phrase);
    describe(w, phrase);
    made.push_back(phrase);
  }

  void fill(int first, int last, int head, NounPhrase& phrase) const {
    phrase.sentence = sentence_;
    phrase.first = static_cast<uint16_t>(first);
    phrase.last = static_cast<uint16_t>(last);
    phrase.head = static_cast<uint16_t>(head);
    phrase.span = {at(first).span.begin, at(last).span.end};
    phrase.subject = base(at(tree_.first_conjunct(head)).rel) == Deprel::kNsubj;
    const auto& headed = actors_.headed_by;
    int mention = sentence_ < headed.size() ? headed[sentence_][static_cast<size_t>(head)] : -1;
    if (mention < 0) return;
    const Mention& found = actors_.mentions[static_cast<size_t>(mention)];
    bool own = found.head == head || found.kind == MentionKind::kName;
    if (own && found.actors.size() == 1 && found.kind != MentionKind::kAdjective) phrase.actor = static_cast<int>(found.actors.front());
  }

  // The whole phrase: what stands before the noun, and what follows it up to another member of its series.
  std::pair<int, int> extent(int head) const {
    int first = head, last = head;
    for (uint16_t c : tree_.children(head)) {
      Deprel rel = base(at(c).rel);
      bool in = rel == Deprel::kDet || rel == Deprel::kAmod || rel == Deprel::kNummod || rel == Deprel::kCompound || rel == Deprel::kFlat ||
                rel == Deprel::kNmod || rel == Deprel::kAcl || rel == Deprel::kAppos || rel == Deprel::kFixed || rel == Deprel::kGoeswith ||
                (rel == Deprel::kCase && c > head);
      if (!in) continue;
      first = std::min(first, tree_.first(c));
      last = std::max(last, tree_.last(c));
    }
    while (first < head && (at(first).upos == Upos::kPunct || at(first).rel == Deprel::kCc)) ++first;
    while (last > head && at(last).upos == Upos::kPunct) --last;
    return {first, last};
  }

  void joint(int head, std::vector<NounPhrase>& made) const {
    NounPhrase phrase;
    auto members = tree_.conjuncts(head);
    auto [first, unused] = extent(head);
    auto [ignored, last] = extent(members.back());
    if (first >= last) return;
    fill(first, last, head, phrase);
    phrase.joint = phrase.plural = true;
    phrase.actor = -1;
    phrase.kind = made.back().kind;
    phrase.key = text(first, last);
    made.push_back(phrase);
  }

  std::string text(int first, int last) const {
    std::string all;
    for (int w = first; w <= last; ++w) {
      if (w == last && (at(w).form == "'s" || at(w).form == "’s" || at(w).form == "'" || at(w).form == "’")) break;
      if (!all.empty() && at(w - 1).space_after) all += ' ';
      all += lower_ascii(at(w).form);
    }
    return all;
  }

  void describe(int head, NounPhrase& phrase) const {
    const Word& one = at(head);
    phrase.lemma = lower_ascii(one.lemma);
    phrase.plural = one.xpos == "NNS" || one.xpos == "NNPS";
    int start = phrase.first;
    for (uint16_t c : tree_.children(head)) {
      if (c > head) break;
      const Lemma& lemma = at(c).lemma;
      Deprel rel = at(c).rel;
      if (base(rel) == Deprel::kDet || at(c).upos == Upos::kDet) {
        bool pointing = lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" || lemma == "both";
        (pointing ? phrase.definite : phrase.indefinite) = true;
        start = std::max(start, c + 1);
      } else if (rel == Deprel::kNmodPoss) {
        phrase.definite = true;
      } else if (base(rel) == Deprel::kAmod || base(rel) == Deprel::kCompound || base(rel) == Deprel::kNummod) {
        phrase.modifiers.push_back(lower_ascii(at(c).form));
      }
    }
    phrase.key = text(start, phrase.last);
    if (phrase.name >= 0) {
      const NamedEntity& name = names_[static_cast<size_t>(phrase.name)];
      phrase.kind = name.kind;
      phrase.collective = name.kind == EntityKind::kOrganisation;
      phrase.plural = phrase.plural && name.kind == EntityKind::kNationality;
      if (name.kind == EntityKind::kPerson) {
        char sex = signs_.given(at(name.first).form);
        phrase.gender = sex == 'm' || sex == 'f' ? sex : '\0';
      }
      if (phrase.actor >= 0 && actors_.actors[static_cast<size_t>(phrase.actor)].gender != 0)
        phrase.gender = actors_.actors[static_cast<size_t>(phrase.actor)].gender;
      return;
    }
    bool male = signs_.has(phrase.lemma, NameSign::kMale), female = signs_.has(phrase.lemma, NameSign::kFemale);
    if (male || female || signs_.has(phrase.lemma, NameSign::kHuman)) {
      phrase.kind = EntityKind::kPerson;
      phrase.gender = male ? 'm' : female ? 'f' : '\0';
    } else if (signs_.has(phrase.lemma, NameSign::kBody)) {
      phrase.kind = EntityKind::kOrganisation;
      phrase.collective = true;
    } else if (signs_.has(phrase.lemma, NameSign::kTerritory)) {
      phrase.kind = EntityKind::kPlace;
    } else if (agents_.find(phrase.lemma) != nullptr && phrase.actor >= 0) {
      phrase.kind = EntityKind::kPerson;
    }
  }

  static bool time_word(std::string_view lemma) {
    static constexpr std::array<std::string_view, 24> kTimes{
        "time",    "day",     "week",  "month",  "year",    "hour",    "minute", "second",    "moment",  "today", "tomorrow", "yesterday",
        "morning", "evening", "night", "decade", "century", "percent", "%",      "afternoon", "weekend", "way",   "lot",      "kind"};
    return std::find(kTimes.begin(), kTimes.end(), lemma) != kTimes.end();
  }

  uint32_t sentence_;
  const Tree& tree_;
  const NameWords& signs_;
  const Agents& agents_;
  const ActorTable& actors_;
  const std::vector<NamedEntity>& names_;
  std::vector<int> name_at_;
};

}  // namespace

std::vector<NounPhrase> noun_phrases(const std::vector<Tree>& trees, const Lexicon& lexicon, const ActorTable& actors,
                                     const std::vector<NamedEntity>& names) {
  std::vector<NounPhrase> phrases;
  bool quoted = false;
  for (size_t s = 0; s < trees.size(); ++s) {
    if (trees[s].sentence().paragraph_start) quoted = false;
    Collector(static_cast<uint32_t>(s), trees[s], lexicon, actors, names).run(quoted, phrases);
  }
  return phrases;
}

}  // namespace demarche
