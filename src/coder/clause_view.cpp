#include "coder/clause_view.h"

#include <utility>

#include "base/strings.h"
#include "coder/predicates.h"

namespace demarche {

void ClauseView::enter(size_t sentence) {
  sentence_ = static_cast<uint32_t>(sentence);
  tree_ = &trees_[sentence];
}

std::string ClauseView::form(int i) const {
  return lower_ascii(word(i).form);
}

std::string ClauseView::lemma(int i) const {
  return lower_ascii(word(i).lemma);
}
bool ClauseView::is(int i, std::string_view class_name) const {
  return lexicon_.classes().has(lemma(i), class_name);
}

std::vector<WordRef> ClauseView::refs(int head, bool& any) const {
  std::vector<WordRef> list;
  for (int one : tree_->conjuncts(head)) list.push_back(ref(one));
  any = list.size() > 1 && coordinator(head) == "or";
  return list;
}

std::string ClauseView::coordinator(int head) const {
  for (int one : tree_->conjuncts(head))
    for (uint16_t c : tree_->children(one))
      if (word(c).rel == Deprel::kCc && (lemma(c) == "or" || lemma(c) == "and")) return lemma(c);
  return {};
}

ClauseRelation& ClauseView::add(ClauseRelationType type, WordRef b, std::string rule) {
  ClauseRelation made;
  made.type = type;
  made.b = b;
  made.rule = std::move(rule);
  found_.push_back(std::move(made));
  return found_.back();
}

bool ClauseView::had(int i) const {
  for (uint16_t c : tree_->children(i))
    if (word(c).rel == Deprel::kAux && lower_ascii(word(c).form) == "had") return true;
  return false;
}

std::string ClauseView::modal(int i) const {
  for (uint16_t c : tree_->children(i))
    if (word(c).rel == Deprel::kAux && word(c).xpos == "MD") return lower_ascii(word(c).lemma);
  if (word(i).rel == Deprel::kConj && tree_->head(i) >= 0) return modal(tree_->head(i));
  return {};
}

int ClauseView::cue_above(int i) const {
  for (int steps = 0; i >= 0 && steps < 30; ++steps) {
    for (uint16_t c : tree_->children(i))
      if (base(word(c).rel) == Deprel::kParataxis && is(c, "say_verb") && tree_->has_child(c, Deprel::kNsubj)) return c;
    Deprel rel = base(word(i).rel);
    int up = tree_->head(i);
    if (up < 0) return -1;
    if ((rel == Deprel::kCcomp || rel == Deprel::kAcl || rel == Deprel::kXcomp ||
         (rel == Deprel::kParataxis && up < i && tree_->mark_lemma(i) == "that")) &&
        (is(up, "warn_word") || is(up, "say_verb") || is(up, "say_noun")))
      return up;
    i = up;
  }
  return -1;
}

Force ClauseView::forecast_force(int i) const {
  int above = cue_above(i);
  if (above >= 0 && is(above, "warn_word")) return Force::kWarned;
  return Force::kPredicted;
}

WordRef ClauseView::holder(int i) const {
  int above = cue_above(i);
  if (above < 0) return {sentence_, -1};
  Arguments arguments = arguments_of(*tree_, above);
  return {sentence_, arguments.subject.empty() ? -1 : arguments.subject.front()};
}

void ClauseView::order(WordRef first, WordRef then, bool only, const std::string& rule, int cue_word) {
  if (first.word < 0 || then.word < 0) return;
  ClauseRelation& made = add(ClauseRelationType::kOrder, then, only ? "only " + rule : rule);
  made.a = {first};
  int matrix = tree_->under(first.word, then.word) ? then.word : first.word;
  std::string helper = modal(matrix);
  bool fact = helper.empty() && (word(matrix).xpos == "VBD" || had(matrix));
  if ((only && !fact) || helper == "must" || helper == "should" || requested(matrix))
    made.force = Force::kDemanded;
  else if (helper == "will" || helper == "would" || helper == "shall" || planned(matrix))
    made.force = Force::kPlanned;
  made.holder = holder(matrix);
  if (cue_word >= 0) cue(made, cue_word);
}

bool ClauseView::requested(int i) const {
  int up = tree_->head(i);
  bool content = base(word(i).rel) == Deprel::kCcomp || base(word(i).rel) == Deprel::kXcomp;
  return up >= 0 && content && is(up, "cue_requested") &&
         ((lemma(up) != "seek" && lemma(up) != "want") || tree_->has_child(up, Deprel::kObj) || tree_->has_child(i, Deprel::kNsubj));
}
bool ClauseView::planned(int i) const {
  int up = tree_->head(i);
  return up >= 0 && base(word(i).rel) == Deprel::kXcomp && is(up, "cue_planned");
}

}  // namespace demarche
