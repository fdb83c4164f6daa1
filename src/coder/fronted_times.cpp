#include "coder/fronted_times.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/lists.h"
#include "base/strings.h"
#include "coder/slips.h"
#include "coder/word_kinds.h"
#include "language/tree.h"

namespace demarche {

namespace {

class FrontedTime {
 public:
  FrontedTime(Sentence& sentence, int begin) : sentence_(sentence), begin_(begin) {}

  void run() {
    end_ = time_end();
    if (end_ < 0 || !one_clause()) return;
    rehang_time();
    rehang_subject();
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  Word& word(int i) { return sentence_.words[static_cast<size_t>(i)]; }
  bool in_time(int i) const { return i >= begin_ && i < end_; }
  void hang(int i, int head, Deprel rel) {
    word(i).head = static_cast<int16_t>(head);
    word(i).rel = rel;
  }

  bool digits(int i, size_t most) {
    std::string_view form = word(i).form;
    return form.size() <= most && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  bool year(int i) { return word(i).form.size() == 4 && digits(i, 4) && (word(i).form[0] == '1' || word(i).form[0] == '2'); }
  bool month(int i) {
    static constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                              "July",    "August",   "September", "October", "November", "December"};
    return i >= begin_ && i < size() && among(kMonths, word(i).form);
  }
  bool time_word(int i) {
    static constexpr std::array<std::string_view, 9> kParts{"end", "start", "beginning", "middle", "half",
                                                            "eve", "close", "height",    "quarter"};
    if (year(i)) return true;
    if (digits(i, 2)) return month(i - 1) || month(i + 1);
    return word(i).upos != Upos::kVerb && word(i).upos != Upos::kAux && (names_time(word(i)) || among(kParts, word(i).form));
  }

  // The end of the time phrase that begins with the preposition, -1 if there is none or it may be the attribute of a noun: *the 2014
  // crisis*.
  int time_end() {
    int end = -1;
    for (int i = begin_ + 1; i < size(); ++i) {
      if (time_word(i)) {
        if (word(i - 1).upos == Upos::kDet && word(i).form.front() < 'a') return -1;
        end = i + 1;
        continue;
      }
      // *the first week of the war Russia*
      if (end > 0 && word(i).upos == Upos::kNoun && word(i - 1).form == "the" && word(i - 2).form == "of" && i + 1 < size() &&
          word(i + 1).upos == Upos::kPropn) {
        end = i + 1;
        continue;
      }
      bool between = word(i).upos == Upos::kDet || word(i).upos == Upos::kAdj || word(i).upos == Upos::kAdv || word(i).form == "of";
      if (!between) break;
    }
    return end < size() ? end : -1;
  }

  // Finds the subject behind the time and the verb of both; false if the parse has them apart, or no such clause.
  bool one_clause() {
    int noun = end_;
    while (noun < size() && (word(noun).upos == Upos::kDet || word(noun).upos == Upos::kAdj || word(noun).upos == Upos::kNum)) ++noun;
    if (noun >= size() || !nominal(word(noun))) return false;
    for (int up = word(noun).head; up >= end_ && nominal(word(up)); up = word(up).head) noun = up;
    subject_ = noun;
    int head = word(noun).head, up = head;
    while (up >= 0 && in_time(up)) up = word(up).head;
    if (up < 0 && head >= 0) return participle_of_root();
    verb_ = up;
    return verb_ > subject_ && (in_time(head) || mingled()) && clause();
  }

  // *night/ROOT of 3 July soldiers crossed/ACL*
  bool participle_of_root() {
    for (int i = subject_ + 1; i < size() && verb_ < 0; ++i)
      if (word(i).head == subject_ && word(i).rel == Deprel::kAcl && (word(i).xpos == "VBN" || word(i).xpos == "VBD")) verb_ = i;
    if (verb_ < 0) return false;
    word(verb_).xpos = "VBD";
    hang(verb_, -1, Deprel::kRoot);
    for (int i = verb_ + 1; i < size(); ++i)
      if (word(i).head >= 0 && word(i).head < verb_) word(i).head = static_cast<int16_t>(verb_);
    return true;
  }

  // Words of the time that hang on the subject, or are a subject beside it.
  bool mingled() {
    for (int i = begin_; i < end_; ++i) {
      int head = word(i).head;
      if ((head >= end_ && head != verb_) || (head == verb_ && base(word(i).rel) == Deprel::kNsubj)) return true;
    }
    return false;
  }

  bool clause() {
    bool copula = false;
    for (int i = begin_; i < size(); ++i) {
      if (word(i).head != verb_) continue;
      Deprel rel = base(word(i).rel);
      if ((rel == Deprel::kNsubj || rel == Deprel::kCsubj || rel == Deprel::kExpl) && i != subject_ && !in_time(i)) return false;
      copula = copula || rel == Deprel::kCop;
    }
    return word(verb_).upos == Upos::kVerb || copula;
  }

  // The noun, or else the number, that the rest of the phrase hangs on: *night* in *on Monday night*.
  int head_of_time() {
    int head = begin_ + 1;
    while (!time_word(head)) ++head;
    while (head + 1 < end_ && word(head + 1).upos == Upos::kNoun && time_word(head + 1)) ++head;
    return head;
  }

  void rehang_time() {
    int time = head_of_time();
    for (int i = begin_; i < end_; ++i) {
      if (i == time || in_time(word(i).head)) continue;
      if (word(i).upos == Upos::kDet)
        hang(i, time, Deprel::kDet);
      else if (word(i).upos == Upos::kAdj || word(i).upos == Upos::kAdv)
        hang(i, time, Deprel::kAmod);
      else if (i == begin_)
        hang(i, time, Deprel::kCase);
      else if (word(i).form == "of")
        hang(i, word(i + 1).upos == Upos::kDet ? i + 2 : i + 1, Deprel::kCase);
      else
        hang(i, time, word(i - 1).form == "of" ? Deprel::kNmod : i < time ? Deprel::kCompound : Deprel::kNmodUnmarked);
    }
    word(begin_).upos = Upos::kAdp;
    hang(time, verb_, Deprel::kObl);
  }

  void rehang_subject() {
    bool passive = false;
    for (int i = end_; i < size(); ++i) {
      passive = passive || (word(i).head == verb_ && word(i).rel == Deprel::kAuxPass);
      if (i != subject_ && in_time(word(i).head)) word(i).head = static_cast<int16_t>(i < verb_ ? subject_ : verb_);
    }
    hang(subject_, verb_, passive ? Deprel::kNsubjPass : Deprel::kNsubj);
  }

  Sentence& sentence_;
  int begin_;
  int end_ = -1;
  int subject_ = -1;
  int verb_ = -1;
};

bool opens_time(const Sentence& sentence, size_t i) {
  static constexpr std::array<std::string_view, 9> kPrepositions{"in", "on", "at", "by", "since", "during", "around", "until", "from"};
  const Word& word = sentence.words[i];
  if (word.upos != Upos::kAdp && word.upos != Upos::kSconj) return false;
  bool opens = i == 0 || sentence.words[i - 1].upos == Upos::kCconj || sentence.words[i - 1].lemma == "that";
  return opens && among(kPrepositions, word.lemma);
}

// *Yesterday/COMPOUND gunmen shot ...*
void part_day(Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> kDays{"Yesterday", "Today", "Tonight"};
  Word& day = sentence.words[0];
  if (day.rel != Deprel::kCompound || day.head < 1 || !among(kDays, day.form)) return;
  const Word& noun = sentence.words[static_cast<size_t>(day.head)];
  if (base(noun.rel) != Deprel::kNsubj || noun.head < 0) return;
  day.head = noun.head;
  day.rel = Deprel::kOblUnmarked;
}

}  // namespace

void mend_fronted_times(std::vector<Sentence>& sentences) {
  for (Sentence& sentence : sentences) {
    if (!sentence.words.empty()) part_day(sentence);
    for (size_t i = 0; i + 3 < sentence.words.size(); ++i)
      if (opens_time(sentence, i)) FrontedTime(sentence, static_cast<int>(i)).run();
  }
}

}  // namespace demarche
