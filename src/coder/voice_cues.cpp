#include "coder/voice_cues.h"

#include <algorithm>
#include <array>
#include <optional>

#include "actors/resolver.h"
#include "base/lists.h"
#include "base/strings.h"
#include "coder/predicates.h"

namespace demarche {

namespace {

using Words = std::vector<int>;

bool is_relative(const Word& word) {
  return word.lemma == "who" || word.lemma == "which" || word.lemma == "that" || word.lemma == "whom";
}

// The noun phrase without what trails behind it: relative clauses, clauses, the clause that the cue stands in.
Span noun_phrase(const Tree& tree, int head, int cue) {
  Span span = tree.word(head).span;
  for (uint16_t c : tree.children(head)) {
    Deprel rel = base(tree.word(c).rel);
    bool trails = tree.under(cue, c) || (tree.first(c) <= cue && cue <= tree.last(c)) || tree.word(c).rel == Deprel::kAclRelcl ||
                  rel == Deprel::kPunct || rel == Deprel::kParataxis || rel == Deprel::kCase || rel == Deprel::kCop ||
                  rel == Deprel::kNsubj || rel == Deprel::kAdvcl || rel == Deprel::kAux || rel == Deprel::kMark || rel == Deprel::kDep;
    if (!trails) span = cover(span, tree.span(c));
  }
  return span;
}

class CueFinder {
 public:
  CueFinder(size_t sentence, const Tree& tree, const ActorTable& actors, const Lexicon& lexicon)
      : s_(sentence), tree_(tree), actors_(actors), lexicon_(lexicon) {}

  std::vector<Quotation> run() {
    taken_.assign(static_cast<size_t>(tree_.size()), false);
    for (int i = 0; i < tree_.size(); ++i)
      if (word(i).upos == Upos::kNoun) noun(i);
    for (int i = 0; i < tree_.size(); ++i) {
      if (taken_[static_cast<size_t>(i)]) continue;
      if (word(i).upos == Upos::kVerb)
        verb(i);
      else if (word(i).upos == Upos::kAdj)
        adjective(i, speaker_of(tree_, i));
      else if (word(i).upos == Upos::kAdv && is(i, "say_adverb"))
        adverb(i);
    }
    for (int i = 0; i < tree_.size(); ++i) preposition(i);
    std::stable_sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) { return a.cue < b.cue; });
    return std::move(found_);
  }

 private:
  const Word& word(int i) const { return tree_.word(i); }
  std::string lemma(int i) const { return lower_ascii(word(i).lemma); }

  bool in_class(const std::string& entry, std::string_view class_name) const { return lexicon_.classes().has(entry, class_name); }

  bool is(int i, std::string_view class_name) const {
    std::string own = lemma(i), whole = with_particle(i);
    return in_class(own, class_name) || (whole != own && in_class(whole, class_name));
  }

  // *point out*, *call*
  std::string with_particle(int i) const {
    int particle = tree_.child(i, Deprel::kCompound);
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kCompoundPrt) particle = c;
    if (particle < 0 || word(particle).rel != Deprel::kCompoundPrt) return lemma(i);
    return lemma(i) + " " + lower_ascii(word(particle).form);
  }

  void keep(int cue, int source, std::vector<Span> content, VoiceKind kind, bool clause) {
    std::erase_if(content, [](Span one) { return one.empty(); });
    if (content.empty()) return;
    Quotation made = voice_at(s_, tree_, cue, source);
    for (uint16_t c : tree_.children(cue))
      if (word(c).rel == Deprel::kCompoundPrt && c == cue + 1) made.cue_span = cover(made.cue_span, word(c).span);
    made.content = around_cue(content, made);
    made.kind = kind;
    made.clause = clause;
    found_.push_back(std::move(made));
  }

  // *If they come, he warned, we go*: what is said without the words that say it.
  static std::vector<Span> around_cue(const std::vector<Span>& content, const Quotation& voice) {
    std::vector<Span> kept;
    Span hole = voice.source_span.empty() ? voice.cue_span : cover(voice.source_span, voice.cue_span);
    for (Span one : content) {
      if (!one.contains(hole)) {
        kept.push_back(one);
        continue;
      }
      if (one.begin < hole.begin) kept.push_back({one.begin, hole.begin});
      if (hole.end < one.end) kept.push_back({hole.end, one.end});
    }
    return kept;
  }

  // A phrase without its preposition and the commas around it.
  Span phrase(int c) const {
    int from = tree_.first(c), to = tree_.last(c);
    int preposition = tree_.child(c, Deprel::kCase);
    if (preposition == from && from < c) {
      ++from;
      while (from < c && word(from).rel == Deprel::kFixed) ++from;
    }
    while (to > from && (word(to).form == "," || word(to).form == ";")) --to;
    while (from < to && (word(from).form == "," || word(from).form == ";" || word(from).form == ":")) ++from;
    return {word(from).span.begin, word(to).span.end};
  }

  // ---- verbs

  void verb(int i) {
    int source = speaker_of(tree_, i);
    if (quoted_saying(i)) return;
    // *quoted him as saying*: told with *saying*.
    if (lemma(i) == "quote")
      for (uint16_t c : tree_.children(i))
        if (lemma(c) == "say" && word(c).xpos == "VBG" && c > i) return;
    if (is(i, "seem_verb") && !tree_.has_child(i, Deprel::kObj)) return seems(i);
    if (clause(i, source)) return;
    std::string participle = lower_ascii(word(i).form);
    if (word(i).xpos == "VBN" && in_class(participle, "stance_adjective")) {
      int subject = passive_subject(i);
      if (subject >= 0 && adjective(i, subject)) return;
    }
    if (infinitive(i, source)) return;
    if (after_preposition(i, source)) return;
    object(i, source);
  }

  // *the agency quoted him as saying, was quoted as saying*: whose words they are, and who passes them on.
  bool quoted_saying(int i) {
    int up = tree_.head(i);
    if (up < 0 || lemma(up) != "quote" || (tree_.mark_lemma(i) != "as" && tree_.case_lemma(i) != "as")) return false;
    int object = tree_.child(up, Deprel::kObj), subject = passive_subject(up);
    int source = subject >= 0 ? subject : object;
    std::vector<Span> content;
    for (uint16_t c : tree_.children(i))
      if (base(word(c).rel) == Deprel::kCcomp) content.push_back(phrase(c));
    if (content.empty() && tree_.head(up) >= 0 && base(word(up).rel) == Deprel::kParataxis)
      content = stretches_around(tree_, tree_.head(up), up);
    if (content.empty())
      for (uint16_t c : tree_.children(up))
        if (base(word(c).rel) == Deprel::kCcomp || (c < up && base(word(c).rel) == Deprel::kAdvcl && tree_.mark_lemma(c).empty()))
          content.push_back(phrase(c));
    if (content.empty() || source < 0) return false;
    if (int agency = tree_.child(up, Deprel::kNsubj); agency >= 0 && subject < 0) keep(up, agency, content, VoiceKind::kSpeech, true);
    keep(i, source, std::move(content), VoiceKind::kSpeech, true);
    taken_[static_cast<size_t>(up)] = true;
    return true;
  }

  int passive_subject(int i) const {
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kNsubjPass) return c;
    return -1;
  }

  // *says that ..., asks whether ..., "...", he said*
  bool clause(int i, int source) {
    bool says = is(i, "say_verb"), thinks = is(i, "think_verb");
    bool any = says || thinks || lemma(i) == "put" || (source >= 0 && !is(i, "no_say_verb"));
    if (!any) return false;
    bool passive = passive_subject(i) >= 0;
    std::vector<Span> content;
    // *Asked whether he would go, she nodded*: by somebody, and no more than the question.
    bool asked = lemma(i) == "ask" && i == 0 && (word(i).xpos == "VBN" || word(i).xpos == "VBD");
    if ((i == tree_.first(i) && word(i).xpos == "VBN" && says) || asked) {
      for (uint16_t c : tree_.children(i))
        if (c > i && (base(word(c).rel) == Deprel::kCcomp || base(word(c).rel) == Deprel::kAdvcl) &&
            !tree_.under(tree_.sentence().root(), c))
          if (std::string_view mark = tree_.mark_lemma(c); mark == "if" || mark == "whether" || base(word(c).rel) == Deprel::kCcomp) {
            keep(i, -1, {phrase(c)}, VoiceKind::kSpeech, true);
            return true;
          }
    }
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      bool small = rel == Deprel::kCcomp && word(c).xpos == "VB" && !tree_.has_child(c, Deprel::kAux) && tree_.mark_lemma(c) == "to";
      if ((rel == Deprel::kCcomp && !small) ||
          (says && rel == Deprel::kXcomp && passive && tree_.mark_lemma(c) == "to" && lemma(i) != "suppose"))
        content.push_back(phrase(c));
      else if (says && rel == Deprel::kParataxis && (quoted(c) || (c > i && source >= 0 && word(tree_.first(c) - 1).form == ":")))
        content.push_back(phrase(c));
      else if (says && rel == Deprel::kParataxis && c > i && source >= 0 && word(tree_.first(c)).form == ":")
        content.push_back(phrase(c));
      else if (rel == Deprel::kAdvcl && c > i && (lemma(i) == "ask" || lemma(i) == "wonder" || lemma(i) == "question") &&
               (tree_.mark_lemma(c) == "if" || tree_.mark_lemma(c) == "whether"))
        content.push_back(phrase(c));
    }
    // *it is feared that*: nobody's; *he is said to have*: the subject belongs to what is said.
    if (passive && !content.empty())
      if (int subject = passive_subject(i); subject < i && word(subject).rel != Deprel::kExpl && word(subject).lemma != "it")
        content.insert(content.begin(), phrase(subject));
    if (content.empty() && (says || thinks) && source >= 0) content = around_parenthesis(i);
    if (content.empty() && says && source >= 0) content = topic(i);
    if (content.empty() && lemma(i) == "put" && source >= 0 && tree_.mark_lemma(i) == "as") content = put_it(i);
    if (content.empty()) return false;
    keep(i, source, std::move(content), says || thinks ? VoiceKind::kSpeech : VoiceKind::kStance, true);
    return true;
  }

  // *as the envoy put it, the talks had failed*
  std::vector<Span> put_it(int i) const {
    int object = tree_.child(i, Deprel::kObj), up = tree_.head(i);
    if (object < 0 || lemma(object) != "it" || up < 0 || word(i).rel != Deprel::kAdvcl) return {};
    return stretches_around(tree_, up, i);
  }

  // *commented on the potential meeting*: what it is about.
  std::vector<Span> topic(int i) const {
    if (lemma(i) != "comment" && lemma(i) != "remark" && lemma(i) != "elaborate") return {};
    for (uint16_t c : tree_.children(i))
      if (base(word(c).rel) == Deprel::kObl &&
          (tree_.case_lemma(c) == "on" || tree_.case_lemma(c) == "upon" || tree_.case_lemma(c) == "about"))
        return {phrase(c)};
    return {};
  }

  // *X, he says, Y* and *as he says*: the clause that the parenthesis hangs on.
  std::vector<Span> around_parenthesis(int i) const {
    int up = tree_.head(i);
    if (up < 0) return {};
    bool parenthesis = base(word(i).rel) == Deprel::kParataxis ||
                       (word(i).rel == Deprel::kAdvcl && (tree_.mark_lemma(i) == "as" || tree_.case_lemma(i) == "as"));
    if (!parenthesis || tree_.has_child(i, Deprel::kObj)) return {};
    // *you know, as you see*: fillers.
    for (uint16_t c : tree_.children(i))
      if (base(word(c).rel) == Deprel::kNsubj && lemma(c) == "you") return {};
    return stretches_around(tree_, up, i);
  }

  bool quoted(int c) const {
    for (int w = tree_.first(c); w <= tree_.last(c); ++w) {
      std::string_view form = word(w).form;
      if (form == "\"" || form == "“" || form == "”" || form == "``" || form == "''") return true;
    }
    return false;
  }

  // *seemed to agree*: so it looks to the one who writes.
  void seems(int i) {
    int subject = tree_.child(i, Deprel::kNsubj);
    std::vector<Span> content;
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      bool like =
          rel == Deprel::kAdvcl && (tree_.mark_lemma(c) == "like" || tree_.mark_lemma(c) == "as if" || tree_.mark_lemma(c) == "as though");
      if (rel == Deprel::kXcomp || rel == Deprel::kCcomp || like) content.push_back(phrase(c));
    }
    if (content.empty()) return;
    if (subject >= 0 && subject < i && word(subject).lemma != "it" && !is_relative(word(subject)))
      content.insert(content.begin(), phrase(subject));
    keep(i, -1, std::move(content), VoiceKind::kStance, true);
  }

  // *vowed to leave, asked them to stay, is expected to win*
  bool infinitive(int i, int source) {
    if (!is(i, "want_verb")) return false;
    static constexpr std::array<std::string_view, 14> kLoose{"vow",  "pledge", "promise", "refuse", "decline", "threaten", "offer",
                                                             "urge", "ask",    "plan",    "seek",   "swear",   "want",     "volunteer"};
    int complement = -1;
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      bool to = tree_.mark_lemma(c) == "to" || word(c).xpos == "VB";
      if (rel == Deprel::kXcomp || (rel == Deprel::kCcomp && to))
        complement = c;
      else if (complement < 0 && rel == Deprel::kAdvcl && c > i && to && among(kLoose, lemma(i)))
        complement = c;
    }
    if (complement < 0) return false;
    std::vector<Span> content;
    int subject = passive_subject(i);
    int object = tree_.child(i, Deprel::kObj);
    if (subject >= 0) {
      if (!is_relative(word(subject))) content.push_back(phrase(subject));
      content.push_back(phrase(complement));
    } else if (object >= 0 && object < complement) {
      content.push_back(cover(phrase(object), phrase(complement)));
    } else {
      content.push_back(phrase(complement));
    }
    if (subject < 0 && source < 0) return false;
    // *analysts expect them to return*: as good as *say that they will*.
    static constexpr std::array<std::string_view, 5> kForecasts{"expect", "predict", "forecast", "believe", "anticipate"};
    bool forecast = subject < 0 && source >= 0 && among(kForecasts, lemma(i));
    keep(i, source, std::move(content), forecast ? VoiceKind::kSpeech : VoiceKind::kStance, true);
    return true;
  }

  // *called for talks, warned of reprisals, spoke about leaving*
  bool after_preposition(int i, int source) {
    std::string name = with_particle(i);
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      if (c < i || (rel != Deprel::kObl && rel != Deprel::kAdvcl && rel != Deprel::kXcomp)) continue;
      std::string introducer(rel == Deprel::kObl ? tree_.case_lemma(c) : tree_.mark_lemma(c));
      if (introducer.empty()) introducer = tree_.case_lemma(c);
      if (introducer.empty() ||
          !(in_class(name + " " + introducer, "stance_phrase") || in_class(lemma(i) + " " + introducer, "stance_phrase")))
        continue;
      // *asked about the strike*: by somebody.
      if (source < 0 && !(lemma(i) == "ask" && (word(i).xpos == "VBN" || i == 0))) return false;
      keep(i, source, {phrase(c)}, VoiceKind::kStance, rel != Deprel::kObl);
      return true;
    }
    return false;
  }

  // *endorsed the plan, called him a liar, was criticised by unions*
  void object(int i, int source) {
    int subject = passive_subject(i);
    int object = tree_.child(i, Deprel::kObj);
    // *the vote angered Lima*: Lima's anger.
    if (is(i, "affect_verb") && subject < 0 && object > i)
      if (int cause = tree_.child(i, Deprel::kNsubj); cause >= 0 && !is_relative(word(cause)))
        return keep(i, object, {phrase(cause)}, VoiceKind::kStance, false);
    if (!is(i, "stance_verb")) return;
    if (subject >= 0) {
      if (source < 0) return;
      return keep(i, source, {phrase(subject)}, VoiceKind::kStance, false);
    }
    // *a plan proposed by the minister*
    if (object < 0 && word(i).xpos == "VBN" && word(i).rel == Deprel::kAcl && tree_.head(i) >= 0 && source >= 0 && source > i)
      return keep(i, source, {Span{word(tree_.first(tree_.head(i))).span.begin, word(tree_.head(i)).span.end}}, VoiceKind::kStance, false);
    if (object < 0 || source < 0) return;
    Span content = phrase(object);
    if (object < i) return keep(i, source, {content}, VoiceKind::kStance, false);
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      bool complement =
          rel == Deprel::kXcomp || rel == Deprel::kCcomp || (rel == Deprel::kObj && c != object) ||
          ((rel == Deprel::kObl || rel == Deprel::kAdvcl) && (introduced(c, "as") || introduced(c, "of") || introduced(c, "for")));
      if (c > object && complement) content = cover(content, tree_.span(c));
    }
    keep(i, source, {content}, VoiceKind::kStance, false);
  }

  bool introduced(int c, std::string_view by) const { return tree_.case_lemma(c) == by || tree_.mark_lemma(c) == by; }

  // ---- nouns: the claim that, his support for, a call to

  void noun(int i) {
    bool says = is(i, "say_noun"), stands = is(i, "stance_noun");
    if (!says && !stands) return;
    int light = -1;
    int source = owner(i, light);
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      bool that = rel == Deprel::kCcomp || (word(c).rel == Deprel::kAcl && tree_.mark_lemma(c) == "that");
      if (says && that && c > i) return hold(i, source, light, phrase(c), VoiceKind::kSpeech, true);
    }
    if (word(i).rel == Deprel::kNsubjOuter && tree_.head(i) > i) {
      auto content = stretches_around(tree_, tree_.head(i), i);
      if (content.size() == 1) return hold(i, source, light, content.front(), VoiceKind::kStance, true);
    }
    if (!stands || source < 0) return;
    for (uint16_t c : tree_.children(i)) {
      if (c < i) continue;
      Deprel rel = base(word(c).rel);
      bool to = rel == Deprel::kAcl && tree_.mark_lemma(c) == "to";
      if (to || (rel == Deprel::kNmod && about(c))) return hold(i, source, light, phrase(c), VoiceKind::kStance, to);
    }
  }

  void hold(int cue, int source, int light, Span content, VoiceKind kind, bool clause) {
    if (light >= 0) taken_[static_cast<size_t>(light)] = true;
    keep(cue, source, {content}, kind, clause);
  }

  bool about(int c) const {
    static constexpr std::array<std::string_view, 13> kAbout{"of",   "for", "to", "on",     "about",   "over",     "against",
                                                             "with", "at",  "in", "toward", "towards", "regarding"};
    return among(kAbout, tree_.case_lemma(c));
  }

  // Whose claim, support or wish: the possessor, the doer behind *by* or *from*, an actor before the noun, the subject of *express, make,
  // have*.
  int owner(int i, int& light) const {
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kNmodPoss && c < i) return c;
    for (uint16_t c : tree_.children(i))
      if (c > i && base(word(c).rel) == Deprel::kNmod &&
          (tree_.case_lemma(c) == "by" || tree_.case_lemma(c) == "from" || tree_.case_lemma(c) == "among"))
        return c;
    for (uint16_t c : tree_.children(i)) {
      Deprel rel = base(word(c).rel);
      if (c < i && (rel == Deprel::kAmod || rel == Deprel::kCompound) && !actors_.headed_by.empty() && actors_of(actors_, s_, c)) return c;
    }
    static constexpr std::array<std::string_view, 32> kLight{
        "have",      "make",     "express", "voice", "give",     "offer",   "issue",   "raise", "show",  "share",  "hold",
        "reiterate", "announce", "repeat",  "take",  "draw",     "deliver", "declare", "renew", "state", "signal", "convey",
        "do",        "launch",   "air",     "level", "register", "harbor",  "harbour", "feel",  "lodge", "send"};
    int up = tree_.head(i);
    if (up >= 0 && word(i).rel == Deprel::kObj && among(kLight, lemma(up))) {
      light = up;
      return speaker_of(tree_, up);
    }
    return -1;
  }

  // ---- adjectives: was sure that, is willing to, was critical of

  bool adjective(int i, int source) {
    if (source < 0 || !(is(i, "stance_adjective") || in_class(lower_ascii(word(i).form), "stance_adjective"))) return false;
    static constexpr std::array<std::string_view, 12> kPrepositions{"of", "about", "with", "at", "by",     "on",
                                                                    "to", "for",   "over", "in", "toward", "towards"};
    for (uint16_t c : tree_.children(i)) {
      if (c < i) continue;
      Deprel rel = base(word(c).rel);
      bool complement =
          rel == Deprel::kCcomp || rel == Deprel::kXcomp ||
          (rel == Deprel::kAdvcl && (tree_.mark_lemma(c) == "to" || tree_.mark_lemma(c) == "about" || tree_.mark_lemma(c) == "that"));
      bool nominal = rel == Deprel::kObl && word(c).rel != Deprel::kOblUnmarked && among(kPrepositions, tree_.case_lemma(c));
      if (!complement && !nominal) continue;
      keep(i, source, {phrase(c)}, rel == Deprel::kCcomp ? VoiceKind::kSpeech : VoiceKind::kStance, complement);
      return true;
    }
    return false;
  }

  // ---- *according to CCTV, in his view, reportedly*

  void preposition(int i) {
    std::string_view name = tree_.case_lemma(i);
    if (name.empty()) return;
    int up = tree_.head(i);
    if (up < 0) return;
    bool accord = name == "accord to" || name == "according to";
    bool view = name == "in" && (lemma(i) == "view" || lemma(i) == "opinion" || lemma(i) == "word" || lemma(i) == "eye" ||
                                 lemma(i) == "judgment" || lemma(i) == "judgement");
    if (in_document(i, up, name)) return;
    if (!accord && !view) return;
    int source = accord ? i : owner_of_view(i);
    if (source < 0) return;
    int cue = accord ? tree_.child(i, Deprel::kCase) : i;
    while (tree_.head(up) >= 0 && word(up).upos != Upos::kVerb && base(word(up).rel) != Deprel::kCcomp) up = tree_.head(up);
    // *He said the raid had failed, according to the report*: behind a comma at the end it bears the whole sentence.
    int end = tree_.size() - 1;
    while (end > i && word(end).upos == Upos::kPunct) --end;
    int from = tree_.first(i);
    if (from > 0 && word(from).form == ",") ++from;
    if (accord && tree_.last(i) >= end && from > 0 && word(from - 1).form == "," && tree_.sentence().root() >= 0)
      up = tree_.sentence().root();
    size_t before = found_.size();
    keep(cue >= 0 ? cue : i, source, stretches_around(tree_, up, i), VoiceKind::kSpeech, true);
    if (found_.size() > before && cue >= 0 && accord)
      found_.back().cue_span = cover(word(cue).span, word(std::max(cue, std::min(cue + 1, i - 1))).span);
  }

  // *In a poll by the ministry, most disapproved*: what a document holds, at the head of a sentence that quotes nobody else.
  bool in_document(int i, int up, std::string_view name) {
    static constexpr std::array<std::string_view, 9> kDocuments{"poll", "survey",  "study",         "census",  "filing",
                                                                "memo", "ranking", "questionnaire", "analysis"};
    int preposition = tree_.child(i, Deprel::kCase);
    if (name != "in" || preposition != 0 || !among(kDocuments, lemma(i)) || up <= i || word(up).upos != Upos::kVerb) return false;
    if (is(up, "say_verb")) return false;
    keep(preposition, i, stretches_around(tree_, up, i), VoiceKind::kSpeech, true);
    return true;
  }

  int owner_of_view(int i) const {
    for (uint16_t c : tree_.children(i))
      if (word(c).rel == Deprel::kNmodPoss) return c;
    for (uint16_t c : tree_.children(i))
      if (c > i && base(word(c).rel) == Deprel::kNmod && tree_.case_lemma(c) == "of") return c;
    return -1;
  }

  void adverb(int i) {
    int up = tree_.head(i);
    if (up < 0 || base(word(i).rel) != Deprel::kAdvmod) return;
    keep(i, -1, stretches_around(tree_, up, i), VoiceKind::kStance, true);
  }

  size_t s_;
  const Tree& tree_;
  const ActorTable& actors_;
  const Lexicon& lexicon_;
  std::vector<Quotation> found_;
  std::vector<bool> taken_;  // verbs for which their object noun speaks
};

}  // namespace

std::vector<Quotation> find_cues(size_t sentence, const Tree& tree, const ActorTable& actors, const Lexicon& lexicon) {
  return CueFinder(sentence, tree, actors, lexicon).run();
}

Quotation voice_at(size_t sentence, const Tree& tree, int cue, int source) {
  Quotation made;
  made.sentence = static_cast<uint32_t>(sentence);
  made.cue = cue;
  made.source = source;
  made.cue_span = tree.word(cue).span;
  if (source < 0) return made;
  made.source_span = noun_phrase(tree, source, cue);
  // *the minister who said*: up to the pronoun that stands for the source in the clause.
  for (uint16_t c : tree.children(cue))
    if (base(tree.word(c).rel) == Deprel::kNsubj && is_relative(tree.word(c)) && c > source)
      made.source_span = cover(made.source_span, tree.word(c).span);
  return made;
}

int speaker_of(const Tree& tree, int verb) {
  Arguments arguments = arguments_of(tree, verb);
  // *left the room, telling reporters*: a participle or an infinitive further down has the subject of the clauses above.
  constexpr int kReach = 4;
  bool finite = tree.word(verb).xpos == "VBD" || tree.word(verb).xpos == "VBZ" || tree.word(verb).xpos == "VBP";
  for (int up = verb, steps = 0; arguments.subject.empty() && !finite && !arguments.passive && steps < kReach; ++steps) {
    Deprel rel = base(tree.word(up).rel);
    if (rel != Deprel::kAdvcl && rel != Deprel::kXcomp && rel != Deprel::kConj && rel != Deprel::kParataxis && rel != Deprel::kDep) break;
    up = tree.head(up);
    if (up < 0) break;
    if (int subject = tree.child(up, Deprel::kNsubj); subject >= 0 && tree.word(subject).rel != Deprel::kNsubjPass)
      arguments.subject = {subject};
    else if (subject >= 0)
      break;
    else
      arguments.subject = tree.word(up).upos == Upos::kVerb ? arguments_of(tree, up).subject : arguments.subject;
  }
  if (arguments.subject.empty()) return -1;
  int source = arguments.subject.front();
  const Word& word = tree.word(source);
  if (word.rel == Deprel::kExpl || word.upos == Upos::kVerb || base(word.rel) == Deprel::kCsubj) return -1;
  return source;
}

std::vector<Span> stretches_around(const Tree& tree, int clause, int hole) {
  std::vector<Span> pieces;
  int from = tree.first(clause), to = tree.last(clause), a = tree.first(hole), b = tree.last(hole);
  if (from < a) pieces.push_back({tree.word(from).span.begin, tree.word(a - 1).span.end});
  if (b < to) pieces.push_back({tree.word(b + 1).span.begin, tree.word(to).span.end});
  // A lone mark is no words.
  std::erase_if(pieces, [&](Span one) { return one.size() < 2; });
  return pieces;
}

}  // namespace demarche
