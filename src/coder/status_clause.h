#pragma once
#include <string>
#include <string_view>

#include "coder/stance.h"

namespace demarche {

/// Reads what the words of one clause say of its own predicate, without looking at what stands above it. Views tree, lexicon and values,
/// which must outlive it.
class ClauseReader {
 public:
  ClauseReader(const Tree& tree, const Lexicon& lexicon, const StatusValues& values) : tree_(tree), cues_(lexicon), values_(values) {}

  /// Turns a stance by what the words of the clause at `i` say: auxiliaries, negation, tense, adverbs, modifiers of an event noun.
  void own(int i, Stance& s) const;
  /// The conjunct whose auxiliaries and *not* reach `i` (*will meet and sign*), or -1.
  int shared_auxiliaries(int i) const;
  /// True if the clause depends on a clause of condition: *if, unless, only when ...*
  bool conditional(int i) const;
  /// The head of a clause, or the verb of saying where the parse hangs its content on a noun beside it (*told reporters that he would
  /// leave*); -1 for a root.
  int governor(int i) const;
  /// True for *provided that ..., assuming that ...* read as a clause of its own.
  bool proviso(int i) const;
  /// True for the *going* of *are going to talk*.
  bool going_to(int i) const;
  /// Turns stance and certainty by what stands before an event noun: *the potential meeting, any visit, a planned summit, an alleged
  /// attack*.
  void nominal(int i, Stance& s, double& value) const;
  /// True for *should it menace ..., had he known*.
  bool inverted(int i) const;
  /// True if the sentence ends in a question mark.
  bool asked() const;
  /// True for *Did they leave?*, not for *They left?*
  bool inverted_question(int i) const;
  /// The *why, how, when* of a clause; -1 for a question of yes or no.
  int wh_word(int i) const;
  /// True if the clause is a command.
  bool imperative(int i) const;
  /// True for *the first, the only one, the last* of what follows.
  bool ranked(int up) const;
  /// True for *the war, their visit, this attack*: what a reader knows of.
  bool definite(int i) const;
  /// True for a past tense without a modal: *announced that it had suspended aid* tells what was done.
  bool told(int i) const;
  /// True for *warned that it would evict them*: the one who warns (predicate `up`) would do the harm.
  bool own_threat(int i, int up) const;
  /// True for *demand that the council meet*.
  bool bare_present(int i) const;
  /// True if one of two auxiliaries is among the words of the clause.
  bool helped_by(int i, std::string_view one, std::string_view other) const;
  /// True for a *should* or *must* in the clause.
  bool asks_inside(int i) const;
  /// True for *asked whether, wondered if*.
  bool question_marked(int i) const;
  /// The cue dictionary that the reader uses.
  const StatusCues& cues() const { return cues_; }

 private:
  bool polite(int i) const;
  bool mental(int i) const;
  int nearest(int i) const;
  EventStatus modal_status(int i, int sharing, int at, const Modal& modal) const;
  bool reported(int i) const;
  std::optional<Modal> arranged(int i, int& at) const;
  bool soon(int i) const;
  bool was_to_have(int i) const;
  double form(int i) const;
  void adverb(int i, int c, Stance& s, double& value) const;
  static void weaken(int cue, double factor, std::optional<EventStatus> status, Stance& s, double& value);
  void repeated(int c, Stance& s) const;
  void modifier(int c, Stance& s, double& value) const;
  const Word& word(int i) const { return tree_.word(i); }
  std::string lemma(int i) const;
  bool is(int i, std::string_view class_name) const { return cues_.is(tree_, i, class_name); }

  const Tree& tree_;
  StatusCues cues_;
  const StatusValues& values_;
};

}  // namespace demarche
