#include "coder/slip_words.h"

#include "base/strings.h"
#include "coder/lemmas.h"

namespace demarche {

namespace {

bool needs_object(const Frame& frame) {
  return std::any_of(frame.slots.begin(), frame.slots.end(),
                     [](const Slot& slot) { return slot.key == SlotKey::kObject && !slot.optional; });
}

}  // namespace

bool SlipWords::full_sentence() const {
  if (sentence.headline) return false;
  for (int i = size() - 1; i > 0 && word(i).upos == Upos::kPunct; --i)
    if (word(i).form == "." || word(i).form == "!") return true;
  return false;
}

bool SlipWords::verb(std::string_view lemma) const {
  return lexicon.frames().find(PredicateKind::kVerb, lemma) || lexicon.frames().has_particles(lemma);
}

std::string SlipWords::past(std::string_view form) const {
  std::string lower = lower_ascii(form);
  std::string irregular = irregular_lemma(lower);
  if (!irregular.empty()) return verb(irregular) ? irregular : std::string();
  if (!lower.ends_with("ed")) return {};
  std::string lemma = mended_lemma(lower, Upos::kVerb, "", [&](std::string_view one) { return one != lower && verb(one); });
  return lemma;
}

std::string SlipWords::third_person(int i) const {
  std::string lower = lower_ascii(word(i).form);
  if (!lower.ends_with("s")) return {};
  std::string lemma = mended_lemma(lower, Upos::kVerb, "", [&](std::string_view one) { return one != lower && verb(one); });
  return verb(lemma) ? lemma : std::string();
}

std::string SlipWords::verb_lemma(int i) const {
  if (word(i).xpos == "VBD" || word(i).xpos == "VBN")
    if (std::string lemma = past(word(i).form); !lemma.empty()) return lemma;
  return mended_lemma(word(i).form, Upos::kVerb, word(i).lemma, [&](std::string_view one) { return verb(one); });
}

bool SlipWords::noun(int i) const {
  std::string form = lower_ascii(word(i).form);
  auto known = [&](std::string_view one) { return lexicon.frames().longest_noun_ending_in(one) > 0; };
  return known(form) || (form.ends_with("s") && known(mended_lemma(form, Upos::kNoun, "", known)));
}

bool SlipWords::noun_with_clause(int i) const {
  std::string form = lower_ascii(word(i).form);
  auto known = [&](std::string_view one) { return lexicon.frames().find(PredicateKind::kNoun, one) != nullptr; };
  const Predicate* predicate = lexicon.frames().find(PredicateKind::kNoun, mended_lemma(form, Upos::kNoun, word(i).lemma, known));
  if (!predicate) return false;
  return std::any_of(predicate->frames.begin(), predicate->frames.end(), [](const auto& frame) {
    return std::any_of(frame->slots.begin(), frame->slots.end(),
                       [](const Slot& slot) { return slot.key == SlotKey::kClause || slot.key == SlotKey::kInfinitive; });
  });
}

bool SlipWords::name(int i) const {
  auto pieces = name_pieces(word(i).form);
  return lexicon.actors().names().longest(pieces, 0).count == 1 && pieces.size() == 1;
}

bool SlipWords::person(int i) const {
  return lexicon.classes().has(lower_ascii(word(i).lemma), "person");
}

bool SlipWords::place(int i) const {
  const std::string lemma = lower_ascii(word(i).lemma);
  const WordClasses& classes = lexicon.classes();
  return classes.has(lemma, "city_asset") || classes.has(lemma, "building") || classes.has(lemma, "territory");
}

bool SlipWords::verb_takes(int i, std::string_view preposition) const {
  const Predicate* predicate = lexicon.frames().find(PredicateKind::kVerb, verb_lemma(i));
  if (!predicate) return false;
  return std::any_of(predicate->frames.begin(), predicate->frames.end(), [&](const auto& frame) {
    return std::any_of(frame->slots.begin(), frame->slots.end(),
                       [&](const Slot& slot) { return slot.key == SlotKey::kPrep && slot.preposition == preposition; });
  });
}

bool SlipWords::verb_with(int i, std::string_view particle) const {
  return lexicon.frames().find(PredicateKind::kVerb, verb_lemma(i) + " " + std::string(particle)) != nullptr;
}

bool SlipWords::may_lack_object(int i) const {
  std::string lemma = verb_lemma(i);
  if (i + 1 < size() && lexicon.frames().has_particles(lemma) && verb_with(i, lower_ascii(word(i + 1).form))) return true;
  const Predicate* predicate = lexicon.frames().find(PredicateKind::kVerb, lemma);
  if (!predicate) return true;
  return std::any_of(predicate->frames.begin(), predicate->frames.end(), [](const auto& frame) {
    bool subject_only = frame->slots.size() == 1 && frame->slots[0].key == SlotKey::kSubject;
    return frame->result == FrameResult::kEvent && !needs_object(*frame) && !subject_only;
  });
}

}  // namespace demarche
