#include "coder/quotation_marks.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "coder/voice_cues.h"
#include "coder/word_kinds.h"

namespace demarche {

namespace {

bool opens(std::string_view form) {
  return form == "“" || form == "``" || form == "«" || form == "„";
}
bool closes(std::string_view form) {
  return form == "”" || form == "»";
}
bool either(std::string_view form) {
  return form == "\"" || form == "''";
}

// A quotation that stands for itself, not a word or two in somebody else's sentence.
constexpr int kLong = 4;

// Content without these words; all of it where nothing else would be left.
void take_out(Quotation& voice, Span hole) {
  std::vector<Span> kept;
  for (Span one : voice.content) {
    if (!one.overlaps(hole)) {
      kept.push_back(one);
      continue;
    }
    if (one.begin < hole.begin) kept.push_back({one.begin, hole.begin});
    if (hole.end < one.end) kept.push_back({hole.end, one.end});
  }
  if (!kept.empty()) voice.content = std::move(kept);
}

// Adds the stretch to the content but for what the cue and its source cover; pieces stay in order and do not overlap.
void take(Quotation& voice, Span stretch) {
  std::vector<Span> pieces = voice.content;
  pieces.push_back(stretch);
  std::sort(pieces.begin(), pieces.end());
  std::vector<Span> joined;
  for (Span one : pieces) {
    if (!joined.empty() && one.begin <= joined.back().end + 1)
      joined.back() = cover(joined.back(), one);
    else
      joined.push_back(one);
  }
  voice.content = std::move(joined);
  take_out(voice, voice.cue_span);
  take_out(voice, voice.source_span);
  voice.clause = true;
}

uint32_t overlap(const Quotation& voice, Span stretch) {
  uint32_t shared = 0;
  for (Span one : voice.content)
    if (one.overlaps(stretch)) shared += std::min(one.end, stretch.end) - std::max(one.begin, stretch.begin);
  return shared;
}

class Joiner {
 public:
  Joiner(const std::vector<Tree>& trees, const Lexicon& lexicon, std::vector<Quotation>& voices)
      : trees_(trees), lexicon_(lexicon), voices_(voices), grammar_(voices.size()) {}

  void run() {
    stretches_ = find_quoted_stretches(trees_);
    for (Quotation& voice : voices_) mend_source(voice);
    for (const QuotedStretch& one : stretches_) stretch(one);
    for (size_t s = 0; s < trees_.size(); ++s) label(static_cast<uint32_t>(s));
    // Voices that marks alone showed go where their sentences are.
    std::stable_sort(voices_.begin(), voices_.end(), [](const Quotation& a, const Quotation& b) { return a.sentence < b.sentence; });
  }

 private:
  // ---- who speaks, where the parser took a word of the quotation for the subject

  const QuotedStretch* stretch_at(Span word) const {
    for (const QuotedStretch& one : stretches_)
      if (one.span.contains(word)) return &one;
    return nullptr;
  }

  void mend_source(Quotation& voice) const {
    const Tree& tree = trees_[voice.sentence];
    if (voice.kind != VoiceKind::kSpeech || tree.word(voice.cue).upos != Upos::kVerb || !is(tree, voice.cue, "say_verb")) return;
    if (voice.cue == 0) return;  // *Asked whether ...*: nobody is named
    bool quoted = stretch_at(voice.cue_span) != nullptr;
    bool wrong = voice.source >= 0 && !quoted && stretch_at(tree.word(voice.source).span) != nullptr;
    bool finite = tree.word(voice.cue).xpos == "VBD" || tree.word(voice.cue).xpos == "VBZ" || tree.word(voice.cue).xpos == "VBP";
    // *the airline said the pilot had*: a subject behind its verb, with another noun right before it.
    wrong = wrong || (finite && voice.source > voice.cue && voice.cue > 0 && nominal_or_number(tree.word(voice.cue - 1)));
    wrong = wrong || (finite && voice.source < 0 && !quoted && !tree.has_child(voice.cue, Deprel::kNsubj));
    wrong = wrong || (finite && !quoted && voice.source >= 0 && someone_else_beside(tree, voice.cue, voice.source));
    bool parenthesis = finite && !quoted && voice.source >= 0 && in_parenthesis(tree, voice.cue, voice.source);
    if (!wrong && !parenthesis) return;
    auto [head, span] = beside_cue(tree, voice.cue);
    if (head < 0 || head == voice.source) return;
    // *The pilot, the airline said, had*: what was taken for the speaker belongs to what is said.
    if (parenthesis && !wrong) {
      voice.content.push_back(voice.source_span);
      std::sort(voice.content.begin(), voice.content.end());
    }
    voice.source = head;
    voice.source_span = span;
    take_out(voice, span);
  }

  // *the place officials say they might use*: a noun right before the verb that is no part of what was taken for its subject.
  static bool someone_else_beside(const Tree& tree, int cue, int source) {
    if (cue == 0 || source > cue || tree.under(cue - 1, source)) return false;
    const Word& before = tree.word(cue - 1);
    // *..., Cuban said*: a surname like an adjective.
    bool surname = before.upos == Upos::kAdj && before.form.front() >= 'A' && before.form.front() <= 'Z' && cue > 1 &&
                   tree.word(cue - 2).upos == Upos::kPunct;
    if (!nominal_or_number(before)) return surname;
    int head = cue - 1;
    for (int steps = 0; steps < 6 && tree.head(head) >= 0 && tree.head(head) < cue && tree.head(head) != source; ++steps) {
      Deprel rel = base(tree.word(head).rel);
      if (rel != Deprel::kCompound && rel != Deprel::kFlat && rel != Deprel::kNmod && rel != Deprel::kAmod) break;
      head = tree.head(head);
    }
    Deprel rel = base(tree.word(head).rel);
    // *said on Friday, the minister Friday said*: times and places are no speakers.
    return tree.case_lemma(head).empty() && tree.word(head).rel != Deprel::kOblUnmarked && rel != Deprel::kObl && rel != Deprel::kObj &&
           rel != Deprel::kAppos && rel != Deprel::kConj && tree.word(head).rel != Deprel::kNmodUnmarked;
  }

  // Between two commas, with a noun right before the verb and what was taken for its subject before the first.
  static bool in_parenthesis(const Tree& tree, int cue, int source) {
    if (cue == 0 || !nominal_or_number(tree.word(cue - 1)) || cue + 1 >= tree.size() || tree.word(cue + 1).upos != Upos::kPunct)
      return false;
    int from = cue;
    while (from > 0 && tree.word(from - 1).upos != Upos::kPunct && tree.word(from - 1).upos != Upos::kVerb) --from;
    return from > 0 && tree.word(from - 1).form == "," && source < from - 1 && tree.word(cue + 1).form == ",";
  }

  // The noun phrase between the last mark or comma and the verb, else the one right behind the verb: its head and its words.
  static std::pair<int, Span> beside_cue(const Tree& tree, int cue) {
    if (int before = before_brackets(tree, cue); before >= 0) {
      int from = before + 1;
      while (from > 0 && tree.word(from - 1).upos != Upos::kPunct && tree.word(from - 1).upos != Upos::kVerb &&
             tree.word(from - 1).upos != Upos::kSconj)
        --from;
      if (auto found = phrase_in(tree, from, before); found.first >= 0) return found;
    }
    int from = cue;
    while (from > 0 && tree.word(from - 1).upos != Upos::kPunct && tree.word(from - 1).upos != Upos::kVerb &&
           tree.word(from - 1).upos != Upos::kSconj)
      --from;
    auto found = phrase_in(tree, from, cue - 1);
    if (found.first >= 0) return found;
    // *"...," Ana Ruiz, the mayor, told reporters*: what begins the sentence or stands behind the marks, up to its first comma.
    if (cue > 0 && tree.word(cue - 1).form == ",") {
      int begin = cue - 1;
      while (begin > 0 && !closes(tree.word(begin - 1).form) && !either(tree.word(begin - 1).form)) --begin;
      int end = begin;
      while (end < cue && tree.word(end).form != ",") ++end;
      bool marks = begin > 0;
      if (marks || tree.word(cue).lemma == "tell") {
        auto name = phrase_in(tree, begin, end - 1);
        // With the apposition between its commas.
        if (name.first >= 0) name.second.end = tree.word(cue - 1).span.end;
        return name;
      }
    }
    // *(R-Ohio) said that he did not*: what follows is what is said.
    if (cue + 1 < tree.size() && (tree.word(cue + 1).lemma == "that" || tree.word(cue + 1).upos == Upos::kSconj)) return {-1, {}};
    int to = cue;
    while (to + 1 < tree.size() && tree.word(to + 1).upos != Upos::kPunct && tree.word(to + 1).upos != Upos::kVerb &&
           tree.word(to + 1).upos != Upos::kAdp)
      ++to;
    return phrase_in(tree, cue + 1, to);
  }

  // *Senator Ann Lee (D-Iowa) said, leaders — above all Lee — insisted*: the last word before the insertion; -1 without one.
  static int before_brackets(const Tree& tree, int cue) {
    if (cue < 3) return -1;
    std::string_view last = tree.word(cue - 1).form;
    bool bracket = last == ")" || last == "-RRB-";
    bool dash = last == "—" || last == "–" || last == "--";
    if (!bracket && !dash) return -1;
    for (int w = cue - 2; w > 0; --w) {
      std::string_view form = tree.word(w).form;
      if (bracket ? form == "(" || form == "-LRB-" : form == last) return w - 1;
    }
    return -1;
  }

  static std::pair<int, Span> phrase_in(const Tree& tree, int from, int to) {
    while (from <= to && (tree.word(from).upos == Upos::kCconj || tree.word(from).upos == Upos::kAdv)) ++from;
    while (to >= from && (tree.word(to).upos == Upos::kAdv || tree.word(to).upos == Upos::kAux)) --to;
    if (from > to || tree.word(from).upos == Upos::kAdp) return {-1, {}};
    int head = -1;
    for (int w = from; w <= to; ++w) {
      bool top = tree.head(w) < from || tree.head(w) > to;
      bool named = nominal_or_number(tree.word(w)) || (from == to && tree.word(w).upos == Upos::kAdj);
      if (named && (head < 0 || (top && tree.head(head) >= from && tree.head(head) <= to))) head = w;
    }
    if (head < 0) return {-1, {}};
    return {head, {tree.word(from).span.begin, tree.word(to).span.end}};
  }

  // ---- who gets the stretch

  void stretch(const QuotedStretch& one) {
    int voice = holder(one);
    bool whole = one.words >= kLong;
    if (voice >= 0) {
      Quotation& known = voices_[static_cast<size_t>(voice)];
      bool inside = std::any_of(known.content.begin(), known.content.end(), [&](Span piece) { return piece.contains(one.span); });
      if (!inside && known.kind == VoiceKind::kSpeech) take(known, one.span);
    } else if (one.words > 0) {
      voice = beside(one, whole);
      if (voice < 0 && whole) voice = announced(one);
      if (voice < 0) voice = sentence_behind(one);
      if (voice < 0 && whole && continues(one)) {
        voice = last_;
        take(voices_[static_cast<size_t>(voice)], one.span);
      }
    }
    if (voice >= 0 && (whole || one.first_word == 0)) {
      last_ = voice;
      last_sentence_ = one.last_sentence;
    }
  }

  // The voice of the grammar whose words overlap the stretch most and whose cue stands outside it.
  int holder(const QuotedStretch& one) const {
    int best = -1;
    uint32_t most = 0;
    for (size_t v = 0; v < grammar_; ++v) {
      const Quotation& voice = voices_[v];
      if (voice.sentence < one.first_sentence || voice.sentence > one.last_sentence || one.span.overlaps(voice.cue_span)) continue;
      uint32_t shared = overlap(voice, one.span);
      if (shared > most) {
        most = shared;
        best = static_cast<int>(v);
      }
    }
    return best;
  }

  bool is(const Tree& tree, int i, std::string_view class_name) const {
    return lexicon_.classes().has(lower_ascii(tree.word(i).lemma), class_name);
  }

  // *"...," he said* and *he said: "..."* that the parser did not tie together: a verb of saying close to the marks, with a subject.
  int beside(const QuotedStretch& one, bool whole) {
    const int reach = whole ? 9 : 3;
    const Tree& last = trees_[one.last_sentence];
    for (int w = one.last_word + 1; w < last.size() && w <= one.last_word + reach; ++w)
      if (int made = says(one, one.last_sentence, w, w <= one.last_word + 3); made >= 0) return made;
    for (int w = one.first_word - 1; w >= 0 && w >= one.first_word - reach; --w)
      if (int made = says(one, one.first_sentence, w, false); made >= 0) return made;
    return -1;
  }

  // Next to the marks also *she called, he went on*.
  int says(const QuotedStretch& one, uint32_t sentence, int w, bool next) {
    const Tree& tree = trees_[sentence];
    if (tree.word(w).upos != Upos::kVerb || !(is(tree, w, "say_verb") || (next && is(tree, w, "quote_verb")))) return -1;
    for (size_t v = 0; v < voices_.size(); ++v)
      if (voices_[v].sentence == sentence && voices_[v].cue == w) {
        if (voices_[v].kind != VoiceKind::kSpeech && voices_[v].clause) return -1;
        take(voices_[v], one.span);
        voices_[v].kind = VoiceKind::kSpeech;
        return static_cast<int>(v);
      }
    return add(one, sentence, w);
  }

  int add(const QuotedStretch& one, uint32_t sentence, int cue) {
    const Tree& tree = trees_[sentence];
    Quotation made = voice_at(sentence, tree, cue, speaker_of(tree, cue));
    mend_source(made);
    if (made.source < 0) return -1;
    if (made.source_span.overlaps(one.span) || made.cue_span.overlaps(one.span)) return -1;
    made.content = {one.span};
    voices_.push_back(std::move(made));
    return static_cast<int>(voices_.size() - 1);
  }

  // *"Who are they?" The envoy said it to aides*: the sentence behind a question or a cry is its *he said*.
  int sentence_behind(const QuotedStretch& one) {
    constexpr int kNearHead = 8;
    uint32_t next = one.last_sentence + 1;
    if (next >= trees_.size() || one.last_word + 1 < trees_[one.last_sentence].size()) return -1;
    const Tree& tree = trees_[next];
    int root = tree.size() > 0 ? tree.sentence().root() : -1;
    if (root < 1 || root > kNearHead || tree.sentence().paragraph_start || !is(tree, root, "say_verb")) return -1;
    if (tree.word(root).xpos != "VBD" && tree.word(root).xpos != "VBZ") return -1;
    bool own = tree.has_child(root, Deprel::kCcomp) || tree.has_child(root, Deprel::kObj) || tree.has_child(root, Deprel::kXcomp);
    for (int w = 0; w < tree.size(); ++w) own = own || opens(tree.word(w).form) || either(tree.word(w).form);
    return own ? -1 : add(one, next, root);
  }

  // *She put it bluntly: "..."*: any verb whose sentence ends in a colon before the marks.
  int announced(const QuotedStretch& one) {
    uint32_t sentence = one.first_sentence;
    int before = one.first_word - 1;
    if (before < 0) {
      if (sentence == 0) return -1;
      --sentence;
      before = trees_[sentence].size() - 1;
    }
    const Tree& tree = trees_[sentence];
    if (before < 0 || (tree.word(before).form != ":" && (sentence != one.first_sentence || tree.word(before).form != ","))) return -1;
    int root = tree.sentence().root();
    if (root < 0 || tree.word(root).upos != Upos::kVerb || root > before) return -1;
    for (size_t v = 0; v < voices_.size(); ++v)
      if (voices_[v].sentence == sentence && voices_[v].cue == root && tree.word(before).form == ":") {
        take(voices_[v], one.span);
        return static_cast<int>(v);
      }
    return add(one, sentence, root);
  }

  // A stretch that begins its sentence, right behind the words of a speaker, goes on with them.
  bool continues(const QuotedStretch& one) const {
    if (last_ < 0 || one.first_word > 0) return false;
    return one.first_sentence <= last_sentence_ + 1;
  }

  // *Minister: "..."*, *TAPPER: ...*, *Poll: ...*: a name or a document, a colon and a clause, at the head of a paragraph.
  void label(uint32_t s) {
    const Tree& tree = trees_[s];
    constexpr int kLongestLabel = 5, kLongestBeforeMarks = 14;
    if (!tree.sentence().paragraph_start) return;
    int colon = 0;
    while (colon < tree.size() && colon <= kLongestBeforeMarks && tree.word(colon).form != ":") ++colon;
    // *The Chilean foreign minister, Ana Souza: "..."*: before marks it may be longer.
    bool marks = colon + 1 < tree.size() && (opens(tree.word(colon + 1).form) || either(tree.word(colon + 1).form));
    if (colon > kLongestLabel && !marks) return;
    if (colon == 0 || colon + 3 >= tree.size() || tree.word(colon).form != ":") return;
    int named = 0;
    for (int w = 0; w < colon; ++w) {
      const Word& word = tree.word(w);
      if (word.upos == Upos::kPropn || (word.upos == Upos::kNoun && is(tree, w, "speaker_noun")))
        ++named;
      else if (word.upos != Upos::kAdj && word.upos != Upos::kNoun && word.upos != Upos::kPunct &&
               !(marks && (word.upos == Upos::kDet || word.upos == Upos::kAdp || word.upos == Upos::kCconj)))
        return;
    }
    bool clause = false;
    for (int w = colon + 1; w < tree.size(); ++w) clause = clause || tree.word(w).upos == Upos::kVerb || tree.word(w).upos == Upos::kAux;
    if (named == 0 || !clause || tree.word(colon - 1).upos == Upos::kNum) return;
    Quotation made;
    made.sentence = s;
    made.cue = colon;
    made.source = colon - 1;
    made.source_span = {tree.word(0).span.begin, tree.word(colon - 1).span.end};
    made.cue_span = tree.word(colon).span;
    made.content = {{tree.word(colon + 1).span.begin, tree.word(tree.size() - 1).span.end}};
    bool known = std::any_of(voices_.begin(), voices_.end(),
                             [&](const Quotation& one) { return one.sentence == s && !one.content.empty() && one.cue < colon; });
    if (!known) voices_.push_back(std::move(made));
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  std::vector<Quotation>& voices_;
  std::vector<QuotedStretch> stretches_;
  size_t grammar_;
  int last_ = -1;
  uint32_t last_sentence_ = 0;
};

}  // namespace

std::vector<QuotedStretch> find_quoted_stretches(const std::vector<Tree>& trees) {
  std::vector<QuotedStretch> found;
  bool open = false;
  auto finish = [&](uint32_t sentence, int w, bool closed) {
    QuotedStretch& one = found.back();
    one.last_sentence = sentence;
    one.last_word = w;
    one.closed = closed;
    one.span.end = trees[sentence].word(w).span.end;
    open = false;
  };
  for (uint32_t s = 0; s < trees.size(); ++s) {
    const Tree& tree = trees[s];
    if (tree.sentence().paragraph_start && open && s > 0) {
      uint32_t before = s - 1;
      while (before > 0 && trees[before].size() == 0) --before;
      if (trees[before].size() > 0) finish(before, trees[before].size() - 1, false);
      open = false;
    }
    for (int w = 0; w < tree.size(); ++w) {
      std::string_view form = tree.word(w).form;
      if (open && (closes(form) || either(form))) {
        finish(s, w, true);
      } else if (opens(form) || (!open && either(form))) {
        if (open) finish(s, std::max(0, w - 1), false);
        open = true;
        found.push_back({tree.word(w).span, s, s, w, w, 0, true});
      } else if (open && tree.word(w).upos != Upos::kPunct) {
        ++found.back().words;
      }
    }
  }
  if (open)
    for (uint32_t s = static_cast<uint32_t>(trees.size()); s-- > 0;)
      if (trees[s].size() > 0) {
        finish(s, trees[s].size() - 1, false);
        break;
      }
  return found;
}

void join_quoted(const std::vector<Tree>& trees, const Lexicon& lexicon, std::vector<Quotation>& voices) {
  Joiner(trees, lexicon, voices).run();
}

}  // namespace demarche
