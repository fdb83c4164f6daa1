#include "coder/lemmas.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace demarche {

namespace {

struct Ending {
  std::string_view suffix;
  std::string_view replacement;
  bool doubled = false;  ///< the letter before the suffix was doubled: *kidnapped*
};

// The likelier readings first: *invaded* is of "invade" before it is of "invad", and only what a dictionary knows counts.
constexpr std::array<Ending, 13> kVerbEndings{{{"ied", "y"},
                                               {"aid", "ay"},
                                               {"ed", "e"},
                                               {"ed", ""},
                                               {"ed", "", true},
                                               {"ying", "ie"},
                                               {"ing", "e"},
                                               {"ing", ""},
                                               {"ing", "", true},
                                               {"ies", "y"},
                                               {"es", "e"},
                                               {"es", ""},
                                               {"s", ""}}};
constexpr std::array<Ending, 5> kNounEndings{{{"men", "man"}, {"ies", "y"}, {"s", ""}, {"es", ""}, {"es", "is"}}};

// Past forms that no ending explains, in the order of the alphabet.
constexpr std::array<std::pair<std::string_view, std::string_view>, 185> kIrregular{{{"arisen", "arise"},
                                                                                     {"arose", "arise"},
                                                                                     {"ate", "eat"},
                                                                                     {"awoke", "awake"},
                                                                                     {"bade", "bid"},
                                                                                     {"beat", "beat"},
                                                                                     {"beaten", "beat"},
                                                                                     {"began", "begin"},
                                                                                     {"begun", "begin"},
                                                                                     {"bent", "bend"},
                                                                                     {"bit", "bite"},
                                                                                     {"bitten", "bite"},
                                                                                     {"bled", "bleed"},
                                                                                     {"blew", "blow"},
                                                                                     {"blown", "blow"},
                                                                                     {"bore", "bear"},
                                                                                     {"borne", "bear"},
                                                                                     {"bought", "buy"},
                                                                                     {"bound", "bind"},
                                                                                     {"bred", "breed"},
                                                                                     {"broke", "break"},
                                                                                     {"broken", "break"},
                                                                                     {"brought", "bring"},
                                                                                     {"built", "build"},
                                                                                     {"burnt", "burn"},
                                                                                     {"came", "come"},
                                                                                     {"caught", "catch"},
                                                                                     {"chose", "choose"},
                                                                                     {"chosen", "choose"},
                                                                                     {"clung", "cling"},
                                                                                     {"crept", "creep"},
                                                                                     {"dealt", "deal"},
                                                                                     {"did", "do"},
                                                                                     {"done", "do"},
                                                                                     {"drank", "drink"},
                                                                                     {"drawn", "draw"},
                                                                                     {"dreamt", "dream"},
                                                                                     {"drew", "draw"},
                                                                                     {"driven", "drive"},
                                                                                     {"drove", "drive"},
                                                                                     {"drunk", "drink"},
                                                                                     {"dug", "dig"},
                                                                                     {"dwelt", "dwell"},
                                                                                     {"eaten", "eat"},
                                                                                     {"fallen", "fall"},
                                                                                     {"fed", "feed"},
                                                                                     {"fell", "fall"},
                                                                                     {"felt", "feel"},
                                                                                     {"fled", "flee"},
                                                                                     {"flew", "fly"},
                                                                                     {"flown", "fly"},
                                                                                     {"flung", "fling"},
                                                                                     {"forgot", "forget"},
                                                                                     {"forgotten", "forget"},
                                                                                     {"forsaken", "forsake"},
                                                                                     {"forsook", "forsake"},
                                                                                     {"fought", "fight"},
                                                                                     {"found", "find"},
                                                                                     {"froze", "freeze"},
                                                                                     {"frozen", "freeze"},
                                                                                     {"gave", "give"},
                                                                                     {"given", "give"},
                                                                                     {"gone", "go"},
                                                                                     {"got", "get"},
                                                                                     {"gotten", "get"},
                                                                                     {"grew", "grow"},
                                                                                     {"ground", "grind"},
                                                                                     {"grown", "grow"},
                                                                                     {"had", "have"},
                                                                                     {"heard", "hear"},
                                                                                     {"held", "hold"},
                                                                                     {"hewn", "hew"},
                                                                                     {"hid", "hide"},
                                                                                     {"hidden", "hide"},
                                                                                     {"hung", "hang"},
                                                                                     {"kept", "keep"},
                                                                                     {"knelt", "kneel"},
                                                                                     {"knew", "know"},
                                                                                     {"known", "know"},
                                                                                     {"laid", "lay"},
                                                                                     {"lain", "lie"},
                                                                                     {"leapt", "leap"},
                                                                                     {"learnt", "learn"},
                                                                                     {"led", "lead"},
                                                                                     {"left", "leave"},
                                                                                     {"lent", "lend"},
                                                                                     {"lit", "light"},
                                                                                     {"lost", "lose"},
                                                                                     {"made", "make"},
                                                                                     {"meant", "mean"},
                                                                                     {"met", "meet"},
                                                                                     {"mown", "mow"},
                                                                                     {"paid", "pay"},
                                                                                     {"proven", "prove"},
                                                                                     {"ran", "run"},
                                                                                     {"rang", "ring"},
                                                                                     {"rent", "rend"},
                                                                                     {"ridden", "ride"},
                                                                                     {"risen", "rise"},
                                                                                     {"rode", "ride"},
                                                                                     {"rose", "rise"},
                                                                                     {"rung", "ring"},
                                                                                     {"said", "say"},
                                                                                     {"sang", "sing"},
                                                                                     {"sank", "sink"},
                                                                                     {"sat", "sit"},
                                                                                     {"saw", "see"},
                                                                                     {"sawn", "saw"},
                                                                                     {"seen", "see"},
                                                                                     {"sent", "send"},
                                                                                     {"sewn", "sew"},
                                                                                     {"shaken", "shake"},
                                                                                     {"shone", "shine"},
                                                                                     {"shook", "shake"},
                                                                                     {"shorn", "shear"},
                                                                                     {"shot", "shoot"},
                                                                                     {"shown", "show"},
                                                                                     {"shrank", "shrink"},
                                                                                     {"shrunk", "shrink"},
                                                                                     {"slain", "slay"},
                                                                                     {"slept", "sleep"},
                                                                                     {"slew", "slay"},
                                                                                     {"slid", "slide"},
                                                                                     {"slung", "sling"},
                                                                                     {"smote", "smite"},
                                                                                     {"sold", "sell"},
                                                                                     {"sought", "seek"},
                                                                                     {"sown", "sow"},
                                                                                     {"spat", "spit"},
                                                                                     {"sped", "speed"},
                                                                                     {"spent", "spend"},
                                                                                     {"spilt", "spill"},
                                                                                     {"spoilt", "spoil"},
                                                                                     {"spoke", "speak"},
                                                                                     {"spoken", "speak"},
                                                                                     {"sprang", "spring"},
                                                                                     {"sprung", "spring"},
                                                                                     {"spun", "spin"},
                                                                                     {"stole", "steal"},
                                                                                     {"stolen", "steal"},
                                                                                     {"stood", "stand"},
                                                                                     {"strewn", "strew"},
                                                                                     {"stricken", "strike"},
                                                                                     {"stridden", "stride"},
                                                                                     {"striven", "strive"},
                                                                                     {"strode", "stride"},
                                                                                     {"strove", "strive"},
                                                                                     {"struck", "strike"},
                                                                                     {"strung", "string"},
                                                                                     {"stuck", "stick"},
                                                                                     {"stung", "sting"},
                                                                                     {"stunk", "stink"},
                                                                                     {"sung", "sing"},
                                                                                     {"sunk", "sink"},
                                                                                     {"swam", "swim"},
                                                                                     {"swept", "sweep"},
                                                                                     {"swollen", "swell"},
                                                                                     {"swore", "swear"},
                                                                                     {"sworn", "swear"},
                                                                                     {"swum", "swim"},
                                                                                     {"swung", "swing"},
                                                                                     {"taken", "take"},
                                                                                     {"taught", "teach"},
                                                                                     {"thought", "think"},
                                                                                     {"threw", "throw"},
                                                                                     {"thrown", "throw"},
                                                                                     {"told", "tell"},
                                                                                     {"took", "take"},
                                                                                     {"tore", "tear"},
                                                                                     {"torn", "tear"},
                                                                                     {"trod", "tread"},
                                                                                     {"trodden", "tread"},
                                                                                     {"understood", "understand"},
                                                                                     {"went", "go"},
                                                                                     {"wept", "weep"},
                                                                                     {"woke", "wake"},
                                                                                     {"woken", "wake"},
                                                                                     {"won", "win"},
                                                                                     {"wore", "wear"},
                                                                                     {"worn", "wear"},
                                                                                     {"wove", "weave"},
                                                                                     {"woven", "weave"},
                                                                                     {"written", "write"},
                                                                                     {"wrote", "write"},
                                                                                     {"wrung", "wring"}}};
constexpr std::array<std::string_view, 11> kPrefixes{"over", "under", "with", "out", "fore", "for", "mis", "un", "up", "re", "be"};

std::string_view irregular_past(std::string_view form) {
  auto at = std::lower_bound(kIrregular.begin(), kIrregular.end(), form,
                             [](const auto& entry, std::string_view key) { return entry.first < key; });
  return at != kIrregular.end() && at->first == form ? at->second : std::string_view();
}

// The form with the ending replaced, "" if it does not end so.
std::string without(std::string_view form, const Ending& ending) {
  if (!form.ends_with(ending.suffix) || form.size() <= ending.suffix.size()) return {};
  std::string stem(form.substr(0, form.size() - ending.suffix.size()));
  if (ending.doubled) {
    if (stem.size() < 3 || stem.back() != stem[stem.size() - 2]) return {};
    stem.pop_back();
  }
  return stem.append(ending.replacement);
}

// *Fighting between X and Y killed dozens*: a gerund that is a subject without sides of its own stands as a noun.
bool nominal_gerund(const Sentence& sentence, int at) {
  const Word& word = sentence.words[static_cast<size_t>(at)];
  if (word.upos != Upos::kVerb || word.xpos != "VBG" || (base(word.rel) != Deprel::kCsubj && base(word.rel) != Deprel::kNsubj))
    return false;
  bool phrase = false;
  for (const Word& other : sentence.words) {
    if (other.head != at) continue;
    Deprel rel = base(other.rel);
    if (rel == Deprel::kObj || rel == Deprel::kNsubj || rel == Deprel::kIobj || rel == Deprel::kXcomp || rel == Deprel::kCcomp ||
        rel == Deprel::kMark)
      return false;
    phrase = phrase || rel == Deprel::kObl || rel == Deprel::kNmod;
  }
  return phrase;
}

}  // namespace

std::string irregular_lemma(std::string_view past) {
  std::string form = lower_ascii(past);
  if (std::string_view whole = irregular_past(form); !whole.empty()) return std::string(whole);
  for (std::string_view prefix : kPrefixes)
    if (form.starts_with(prefix))
      if (std::string_view rest = irregular_past(std::string_view(form).substr(prefix.size())); !rest.empty())
        return std::string(prefix).append(rest);
  return {};
}

std::string mended_lemma(std::string_view form, Upos upos, const std::string& lemma, const std::function<bool(std::string_view)>& known) {
  if ((upos != Upos::kVerb && upos != Upos::kNoun) || known(lemma)) return lemma;
  std::string lower = lower_ascii(form);
  if (known(lower)) return lower;
  auto try_all = [&](const auto& endings) -> std::string {
    for (const Ending& ending : endings)
      if (std::string candidate = without(lower, ending); !candidate.empty() && known(candidate)) return candidate;
    return lemma;
  };
  return upos == Upos::kVerb ? try_all(kVerbEndings) : try_all(kNounEndings);
}

void mend_lemmas(std::vector<Sentence>& sentences, const Lexicon& lexicon) {
  auto verb = [&](std::string_view lemma) {
    return lexicon.frames().find(PredicateKind::kVerb, lemma) || lexicon.frames().has_particles(lemma);
  };
  auto noun = [&](std::string_view lemma) {
    return lexicon.frames().longest_noun_ending_in(lemma) > 0 || !lexicon.classes().of(lemma).empty() ||
           lexicon.classes().longest_ending_in(lemma) > 1;
  };
  for (Sentence& sentence : sentences)
    for (Word& word : sentence.words) {
      if (nominal_gerund(sentence, static_cast<int>(&word - sentence.words.data())) &&
          lexicon.frames().find(PredicateKind::kNoun, lower_ascii(word.form))) {
        word.upos = Upos::kNoun;
        word.xpos = "NN";
        word.lemma = lower_ascii(word.form);
        word.rel = word.rel == Deprel::kCsubjPass ? Deprel::kNsubjPass : word.rel == Deprel::kCsubj ? Deprel::kNsubj : word.rel;
      }
      if (word.upos == Upos::kVerb) {
        std::string irregular = irregular_lemma(word.form);
        // *found* and *wound* are verbs of their own when the tag says so.
        bool past = word.xpos == "VBD" || word.xpos == "VBN" || !verb(lower_ascii(word.form));
        word.lemma = past && !irregular.empty() ? irregular : mended_lemma(word.form, word.upos, word.lemma, verb);
      }
      if (word.upos == Upos::kNoun) word.lemma = mended_lemma(word.form, word.upos, word.lemma, noun);
    }
}

}  // namespace demarche
