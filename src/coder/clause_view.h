#pragma once
#include <string>
#include <vector>

#include "coder/clause_relations.h"

namespace demarche {

/// What the finders of clause relations ask of a sentence, and the relations that they have found so far. Views trees and lexicon, which
/// must outlive it.
class ClauseView {
 public:
  ClauseView(const std::vector<Tree>& trees, const Lexicon& lexicon) : trees_(trees), lexicon_(lexicon) {}

 protected:
  /// Turns to a sentence.
  void enter(size_t sentence);

  const Word& word(int i) const { return tree_->word(i); }
  std::string lemma(int i) const;
  std::string form(int i) const;
  bool is(int i, std::string_view class_name) const;
  bool verbal(int i) const { return word(i).upos == Upos::kVerb || word(i).upos == Upos::kAux; }
  /// A verb, or an adjective or noun with a copula.
  bool predicate(int i) const { return word(i).upos == Upos::kVerb || tree_->has_child(i, Deprel::kCop); }
  bool before_word(int i, std::string_view what) const { return i > 0 && lemma(i - 1) == what; }
  WordRef ref(int i) const { return {sentence_, i}; }
  /// A word and what is coordinated with it; `any` tells whether *or* joins them.
  std::vector<WordRef> refs(int head, bool& any) const;
  /// *had* among the auxiliaries.
  bool had(int i) const;
  /// The modal of a clause, "" if none; of a conjunct, its own or the first one's.
  std::string modal(int i) const;
  /// The say-word that a clause stands under, -1 if none.
  int cue_above(int i) const;
  /// Warned after such a word, predicted otherwise.
  Force forecast_force(int i) const;
  /// Who speaks above a clause.
  WordRef holder(int i) const;
  /// The complement of a verb of asking.
  bool requested(int i) const;
  /// The infinitive of a verb of planning.
  bool planned(int i) const;

  ClauseRelation& add(ClauseRelationType type, WordRef b, std::string rule);
  void cue(ClauseRelation& relation, int i) const { relation.cues.push_back(word(i).span); }
  /// `first` before `then`, with the force that the modal and the verb above give; `only` (*only after*) demands.
  void order(WordRef first, WordRef then, bool only, const std::string& rule, int cue_word);

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  uint32_t sentence_ = 0;
  const Tree* tree_ = nullptr;
  std::vector<ClauseRelation> found_;

 private:
  std::string coordinator(int head) const;
};

}  // namespace demarche
