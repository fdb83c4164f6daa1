#include "actors/reference_chains.h"

#include <algorithm>
#include <map>

#include "actors/noun_phrases.h"
#include "base/strings.h"

namespace demarche {

namespace {

// One thing that the report speaks of.
struct Chain {
  std::vector<size_t> members;
  EntityKind kind = EntityKind::kOther;
  char gender = 0;
  bool named = false;
};

class Linker {
 public:
  Linker(const std::vector<Tree>& trees, const Lexicon& lexicon, const ActorTable& actors, const std::vector<NamedEntity>& names)
      : trees_(trees),
        lexicon_(lexicon),
        actors_(actors),
        names_(names),
        phrases_(noun_phrases(trees, lexicon, actors, names)),
        chain_of_(phrases_.size(), -1) {}

  ReferenceChains run() {
    for (size_t i = 0; i < phrases_.size(); ++i) join(i, antecedent(i));
    ReferenceChains found;
    for (const Chain& chain : chains_) {
      for (size_t i : chain.members)
        if (phrases_[i].kind == EntityKind::kOther) phrases_[i].kind = chain.kind;
      if (chain.members.size() > 1) found.chains.push_back(chain.members);
    }
    found.phrases = std::move(phrases_);
    return found;
  }

 private:
  static constexpr int kReach = 12;  // sentences that a common noun reaches back

  const Chain& chain(size_t phrase) const { return chains_[static_cast<size_t>(chain_of_[phrase])]; }

  void join(size_t i, int to) {
    if (to < 0) {
      to = static_cast<int>(chains_.size());
      chains_.emplace_back();
    }
    Chain& one = chains_[static_cast<size_t>(to)];
    const NounPhrase& phrase = phrases_[i];
    one.members.push_back(i);
    chain_of_[i] = to;
    if (one.kind == EntityKind::kOther) one.kind = phrase.kind;
    if (one.gender == 0) one.gender = gender(phrase);
    if (phrase.pronoun == PronounForm::kHe || phrase.pronoun == PronounForm::kShe) one.kind = EntityKind::kPerson;
    one.named = one.named || phrase.name >= 0;
    if (phrase.name >= 0) remember_name(i, to);
  }

  static char gender(const NounPhrase& phrase) {
    return phrase.pronoun == PronounForm::kHe ? 'm' : phrase.pronoun == PronounForm::kShe ? 'f' : phrase.gender;
  }

  int antecedent(size_t i) {
    const NounPhrase& phrase = phrases_[i];
    switch (phrase.pronoun) {
      case PronounForm::kI:
      case PronounForm::kWe:
      case PronounForm::kYou:
        return speaker(phrase);
      case PronounForm::kHe:
      case PronounForm::kShe:
      case PronounForm::kIt:
      case PronounForm::kThey:
        return pronoun(i);
      case PronounForm::kDemonstrative:
        return clause_before(i);
      case PronounForm::kNone:
        break;
    }
    if (phrase.clause) return -1;
    if (phrase.joint) return same_words(i);
    if (phrase.name >= 0) return name(i);
    return nominal(i);
  }

  // Outside quotation marks the writer speaks, inside them whoever the words are given to.
  int speaker(const NounPhrase& phrase) {
    if (phrase.actor >= 0)
      for (size_t c = chains_.size(); c-- > 0;)
        if (std::any_of(chains_[c].members.begin(), chains_[c].members.end(),
                        [&](size_t m) { return phrases_[m].actor == phrase.actor && phrases_[m].pronoun == PronounForm::kNone; }))
          return static_cast<int>(c);
    auto key = std::pair(phrase.pronoun, phrase.quoted);
    if (auto it = voices_.find(key); it != voices_.end()) return it->second;
    voices_[key] = static_cast<int>(chains_.size());
    return -1;
  }

  std::string words(const NamedEntity& one, int first) const {
    std::string all;
    const Tree& tree = trees_[one.sentence];
    for (int w = first; w <= one.last; ++w) {
      if (!all.empty() && tree.word(w - 1).space_after) all += ' ';
      all += lower_ascii(tree.word(w).form);
    }
    return all;
  }

  void remember_name(size_t i, int to) {
    const NamedEntity& one = names_[static_cast<size_t>(phrases_[i].name)];
    by_name_.try_emplace(words(one, one.first), to);
    if (names_actor(one)) by_actor_.try_emplace(one.actor, to);
    if (one.kind == EntityKind::kPerson && one.last > one.first) {
      by_part_[words(one, one.last)] = to;
      by_part_[lower_ascii(trees_[one.sentence].word(one.first).form)] = to;
    }
    chain_of_name_[phrases_[i].name] = to;
  }

  // A town leads to its country in the table without being its name.
  bool names_actor(const NamedEntity& one) const {
    if (one.actor < 0 || actors_.actors[static_cast<size_t>(one.actor)].entry < 0) return false;
    if (one.kind != EntityKind::kPlace) return true;
    const Tree& tree = trees_[one.sentence];
    std::string text;
    for (int w = one.first; w <= one.last; ++w) {
      if (!text.empty() && tree.word(w - 1).space_after) text += ' ';
      text += tree.word(w).form;
    }
    auto entry = lexicon_.actors().find(text);
    return entry && static_cast<int>(*entry) == actors_.actors[static_cast<size_t>(one.actor)].entry;
  }

  int name(size_t i) {
    const NounPhrase& phrase = phrases_[i];
    const NamedEntity& one = names_[static_cast<size_t>(phrase.name)];
    // *the American president, Kenyans*: the country's name does not make the phrase the country.
    bool headed = (phrase.head >= one.first && phrase.head <= one.last) || phrase.head + 1 == one.first;
    if (!headed) return same_words(i);
    if (names_actor(one))
      if (auto it = by_actor_.find(one.actor); it != by_actor_.end()) return it->second;
    if (auto it = by_name_.find(words(one, one.first)); it != by_name_.end()) return it->second;
    if (one.short_for >= 0)
      if (auto it = chain_of_name_.find(one.short_for); it != chain_of_name_.end()) return it->second;
    if (one.kind == EntityKind::kPerson || one.kind == EntityKind::kOther) {
      if (auto it = by_part_.find(words(one, one.last)); it != by_part_.end() && agrees_in_sex(phrase, it->second)) return it->second;
    }
    return -1;
  }

  bool agrees_in_sex(const NounPhrase& phrase, int to) const {
    char sex = chains_[static_cast<size_t>(to)].gender;
    return phrase.gender == 0 || sex == 0 || phrase.gender == sex;
  }

  int same_words(size_t i) const {
    for (size_t j = i; j-- > 0;)
      if (!phrases_[j].key.empty() && phrases_[j].key == phrases_[i].key && phrases_[j].joint == phrases_[i].joint) return chain_of_[j];
    return -1;
  }

  // *This was welcomed*: what the sentence before tells, which stands in the list by its verb.
  int clause_before(size_t i) {
    const NounPhrase& phrase = phrases_[i];
    for (size_t j = i; j-- > 0;) {
      const NounPhrase& other = phrases_[j];
      if (other.pronoun == PronounForm::kDemonstrative && other.sentence == phrase.sentence) return chain_of_[j];
      if (other.clause && other.sentence < phrase.sentence) return phrase.sentence - other.sentence == 1 ? chain_of_[j] : -1;
    }
    return -1;
  }

  // The chain of who owns what the phrase names, -1 without an owner.
  int owner(size_t i) const {
    const NounPhrase& phrase = phrases_[i];
    int word = trees_[phrase.sentence].child(phrase.head, Deprel::kNmodPoss);
    if (word < 0) return -1;
    for (size_t j = 0; j < phrases_.size(); ++j)
      if (phrases_[j].sentence == phrase.sentence && phrases_[j].head == word && !phrases_[j].joint)
        return chain_of_[j] >= 0 ? chain_of_[j] : -2;
    return -2;
  }

  bool modifiers_fit(const NounPhrase& later, const NounPhrase& earlier) const {
    return std::all_of(later.modifiers.begin(), later.modifiers.end(), [&](const std::string& one) {
      return std::find(earlier.modifiers.begin(), earlier.modifiers.end(), one) != earlier.modifiers.end() ||
             earlier.key.find(one) != std::string::npos;
    });
  }

  int nominal(size_t i) const {
    const NounPhrase& phrase = phrases_[i];
    const Tree& tree = trees_[phrase.sentence];
    bool predicate = tree.has_child(phrase.head, Deprel::kCop);
    if (predicate && !phrase.definite) return -1;
    int own = owner(i);
    if (own == -2) return -1;
    if (phrase.definite) {
      for (size_t j = i; j-- > 0;) {
        const NounPhrase& other = phrases_[j];
        if (phrase.sentence - other.sentence > kReach) break;
        if (other.pronoun != PronounForm::kNone || other.joint || other.lemma != phrase.lemma || other.plural != phrase.plural) continue;
        if (holds(other, phrase) || holds(phrase, other) || !modifiers_fit(phrase, other)) continue;
        int theirs = owner(j);
        if (own >= 0 && theirs != own) continue;
        return chain_of_[j];
      }
      return own == -1 ? by_kind(i) : -1;
    }
    return -1;
  }

  static bool holds(const NounPhrase& outer, const NounPhrase& inner) {
    return outer.sentence == inner.sentence && outer.first <= inner.first && inner.last <= outer.last;
  }

  // *the company, the city, the boy*: the latest name of that kind, where no other word stands with it.
  int by_kind(size_t i) const {
    const NounPhrase& phrase = phrases_[i];
    if (phrase.kind == EntityKind::kOther || phrase.plural || !phrase.modifiers.empty() || phrase.last != phrase.head) return -1;
    if (phrase.actor >= 0)
      for (size_t j = i; j-- > 0;)
        if (phrases_[j].actor == phrase.actor && phrases_[j].pronoun == PronounForm::kNone) return chain_of_[j];
    for (size_t j = i; j-- > 0;) {
      const NounPhrase& other = phrases_[j];
      if (phrase.sentence - other.sentence > 3) break;
      if (other.name < 0 || other.kind != phrase.kind || other.plural || holds(other, phrase)) continue;
      if (phrase.gender != 0 && chain(j).gender != 0 && chain(j).gender != phrase.gender) continue;
      return chain_of_[j];
    }
    return -1;
  }

  bool pronoun_fits(const NounPhrase& phrase, size_t j) const {
    const NounPhrase& other = phrases_[j];
    const Chain& theirs = chain(j);
    bool person = theirs.kind == EntityKind::kPerson || theirs.kind == EntityKind::kNationality;
    if (other.clause) return false;
    bool first_or_second = other.pronoun == PronounForm::kI || other.pronoun == PronounForm::kYou || other.pronoun == PronounForm::kWe;
    if (first_or_second || other.pronoun == PronounForm::kDemonstrative) return false;
    switch (phrase.pronoun) {
      case PronounForm::kHe:
        return person && !other.plural && theirs.gender != 'f';
      case PronounForm::kShe:
        return person && !other.plural && theirs.gender != 'm';
      case PronounForm::kIt:
        return !person && (!other.plural || other.collective) && !other.joint && other.pronoun != PronounForm::kThey;
      default:
        return other.plural || other.collective || other.pronoun == PronounForm::kThey || (person && other.indefinite);
    }
  }

  // *him* is neither the subject of its verb nor a phrase that holds it.
  bool bound(const NounPhrase& phrase, const NounPhrase& other) const {
    if (phrase.sentence != other.sentence) return false;
    if (holds(other, phrase)) return true;
    const Tree& tree = trees_[phrase.sentence];
    std::string_view form = tree.word(phrase.head).form;
    if (form.ends_with("self") || form.ends_with("selves") || base(tree.word(phrase.head).rel) == Deprel::kNmod) return false;
    return tree.head(phrase.head) >= 0 && tree.head(phrase.head) == tree.head(other.head) && other.subject != phrase.subject;
  }

  int pronoun(size_t i) const {
    const NounPhrase& phrase = phrases_[i];
    bool personal = phrase.pronoun == PronounForm::kHe || phrase.pronoun == PronounForm::kShe;
    uint32_t reach = personal ? 6 : 2;
    double best = -1e9;
    int found = -1;
    std::map<int, int> counts;
    for (size_t j = i; j-- > 0;) {
      const NounPhrase& other = phrases_[j];
      if (phrase.sentence - other.sentence > reach) break;
      if (!pronoun_fits(phrase, j) || bound(phrase, other)) continue;
      double score = salience(phrase, i, j);
      if (score > best) {
        best = score;
        found = chain_of_[j];
      }
    }
    return found;
  }

  double salience(const NounPhrase& phrase, size_t i, size_t j) const {
    const NounPhrase& other = phrases_[j];
    const Chain& theirs = chain(j);
    double score = -2.0 * (phrase.sentence - other.sentence) - 0.03 * static_cast<double>(i - j);
    if (other.subject) score += 1.5;
    if (other.pronoun == phrase.pronoun) score += 1.5;
    if (theirs.named) score += 0.5;
    if (gender(phrase) != 0 && theirs.gender == gender(phrase)) score += 1.0;
    score += std::min(1.5, 0.25 * static_cast<double>(theirs.members.size() - 1));
    Deprel rel = base(trees_[other.sentence].word(other.head).rel);
    if (rel == Deprel::kNmod) score -= 1.0;
    if (other.name >= 0 && other.kind == EntityKind::kPlace && phrase.pronoun == PronounForm::kIt) score -= 0.7;
    if (other.indefinite && phrase.pronoun == PronounForm::kThey && !other.plural) score -= 1.0;
    return score;
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  const ActorTable& actors_;
  const std::vector<NamedEntity>& names_;
  std::vector<NounPhrase> phrases_;
  std::vector<int> chain_of_;
  std::vector<Chain> chains_;
  std::map<std::pair<PronounForm, bool>, int> voices_;
  std::map<std::string, int> by_name_, by_part_;
  std::map<int, int> by_actor_, chain_of_name_;
};

}  // namespace

ReferenceChains reference_chains(const std::vector<Tree>& trees, const Lexicon& lexicon, const ActorTable& actors,
                                 const std::vector<NamedEntity>& names) {
  return Linker(trees, lexicon, actors, names).run();
}

}  // namespace demarche
