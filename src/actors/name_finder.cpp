#include "actors/name_finder.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "lexicon/name_index.h"

namespace demarche {

namespace {

bool capitalised(std::string_view form) {
  return !form.empty() && (is_upper_ascii(form[0]) || static_cast<unsigned char>(form[0]) >= 0xC3);
}

bool shouts(const Tree& tree) {
  int letters = 0, lower = 0;
  for (const Word& word : tree.sentence().words)
    for (char c : word.form) {
      letters += is_upper_ascii(c) || is_lower_ascii(c);
      lower += is_lower_ascii(c);
    }
  return letters > 8 && lower == 0;
}

// Words that begin a sentence with a capital but are no names there.
bool function_word(Upos upos) {
  switch (upos) {
    case Upos::kVerb:
    case Upos::kAux:
    case Upos::kAdp:
    case Upos::kDet:
    case Upos::kPron:
    case Upos::kSconj:
    case Upos::kAdv:
    case Upos::kCconj:
    case Upos::kPart:
    case Upos::kIntj:
      return true;
    default:
      return false;
  }
}

class Finder {
 public:
  Finder(const Document& doc, const Tree& tree, const Lexicon& lexicon) : tree_(tree), lexicon_(lexicon), shouts_(shouts(tree)) {
    Span span = tree.sentence().span;
    pieces_ = name_pieces(std::string_view(doc.text).substr(span.begin, span.size()));
    for (NamePiece& piece : pieces_) {
      piece.span.begin += span.begin;
      piece.span.end += span.begin;
    }
    locate();
  }

  std::vector<NameHit> find() {
    std::vector<NameHit> hits;
    for (size_t at = 0; at < pieces_.size();) {
      NameIndex::Match match = lexicon_.actors().names().longest(pieces_, at);
      if (match.count == 0 || !take(match, hits)) {
        ++at;
        continue;
      }
      at += match.count;
    }
    return hits;
  }

 private:
  // The word that holds each piece.
  void locate() {
    int word = 0;
    for (const NamePiece& piece : pieces_) {
      while (word + 1 < tree_.size() && tree_.word(word + 1).span.begin <= piece.span.begin) ++word;
      word_of_.push_back(word);
    }
  }

  bool take(const NameIndex::Match& match, std::vector<NameHit>& hits) {
    NameHit hit;
    hit.first = word_of_[match.first];
    hit.last = word_of_[match.first + match.count - 1];
    if (tree_.size() == 0) return false;
    for (uint32_t id : *match.ids) {
      const NameUse& use = lexicon_.actors().use(id);
      if (plausible(use, hit)) hit.uses.push_back(use);
    }
    // *Jordan, Mali, Scotland* are somebody's surname too; a country, a capital or a land comes first.
    if (!titled(hit.first) && std::any_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& use) { return place(use); }))
      std::erase_if(hit.uses, [](const NameUse& use) { return use.sense == NameSense::kSurname; });
    if (hit.uses.empty()) return false;
    hits.push_back(std::move(hit));
    return true;
  }

  // *on Friday, in May, 3 March*: days and months are somebody's surname too.
  bool calendar(int at) const {
    static constexpr std::array<std::string_view, 7> kDays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    static constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                              "July",    "August",   "September", "October", "November", "December"};
    const Word& word = tree_.word(at);
    if (std::find(kDays.begin(), kDays.end(), word.form) != kDays.end()) return true;
    if (std::find(kMonths.begin(), kMonths.end(), word.form) == kMonths.end()) return false;
    std::string_view before = tree_.case_lemma(at);
    bool number = (at > 0 && tree_.word(at - 1).upos == Upos::kNum) || (at + 1 < tree_.size() && tree_.word(at + 1).upos == Upos::kNum);
    return number || before == "in" || before == "since" || before == "until" || before == "of" || before == "on";
  }

  // *Truss refused to sign*: taggers take a rare name that begins a sentence for a noun or an adverb; but it does what people do.
  bool talks(int at) const {
    const Word& word = tree_.word(at);
    int verb = tree_.head(at);
    if (!capitalised(word.form) || verb < 0 || verb > at + 3 || word.xpos == "NNS" ||
        (word.upos != Upos::kNoun && word.upos != Upos::kAdv && word.upos != Upos::kAdj) || tree_.word(verb).upos != Upos::kVerb)
      return false;
    bool subject =
        base(word.rel) == Deprel::kNsubj || (word.rel == Deprel::kAdvmod && verb == at + 1 && !tree_.has_child(verb, Deprel::kNsubj));
    return subject && done_by_people(tree_.word(verb).lemma, lexicon_);
  }

  // *Franco*, *Sino* name a country only before a hyphen.
  bool prefix_alone(const NameUse& use, int at) const {
    const ActorEntry& entry = lexicon_.actors().entries()[use.entry];
    const Country* country = lexicon_.ontology().countries.find(entry.country());
    std::string_view form = tree_.word(at).form;
    auto has = [&](const std::vector<std::string_view>& list) { return std::find(list.begin(), list.end(), form) != list.end(); };
    if (!country || !has(country->prefixes) || has(country->adjectives)) return false;
    return at + 1 >= tree_.size() || (tree_.word(at + 1).form != "-" && tree_.word(at + 1).form != "–");
  }

  // *Secretary General Scotland*
  bool titled(int at) const {
    const Agent* agent =
        at > 0 && capitalised(tree_.word(at - 1).form) ? lexicon_.agents().find(lower_ascii(tree_.word(at - 1).form)) : nullptr;
    return agent != nullptr && agent->title;
  }

  bool place(const NameUse& use) const {
    ActorKind kind = lexicon_.actors().entries()[use.entry].kind;
    return use.sense == NameSense::kCapital ||
           (use.sense == NameSense::kName && (kind == ActorKind::kCountry || kind == ActorKind::kPlace));
  }

  // *Pearl Harbor, Lake Tana*: the first word of a name that goes on with a word which is neither a name nor an office by itself.
  bool opens_longer_name(int at) const {
    const Word& word = tree_.word(at);
    if (base(word.rel) != Deprel::kCompound || tree_.head(at) != at + 1 || !word.space_after) return false;
    const Word& next = tree_.word(at + 1);
    if (next.upos != Upos::kPropn || !capitalised(next.form) || lexicon_.agents().find(lower_ascii(next.form))) return false;
    auto piece = std::lower_bound(word_of_.begin(), word_of_.end(), at + 1);
    return piece != word_of_.end() && lexicon_.actors().names().longest(pieces_, static_cast<size_t>(piece - word_of_.begin())).count == 0;
  }

  // *English-speaking regions, Soviet-era tanks, Iranian-made drones*: of what kind they are, not whose.
  bool of_speech(int at) const {
    static constexpr std::array<std::string_view, 9> kKinds{"speaking", "speaker", "speakers", "language", "style",
                                                            "made",     "built",   "era",      "designed"};
    std::string_view form = tree_.word(at).form;
    if (size_t hyphen = form.find('-'); hyphen != std::string_view::npos)
      return std::find(kKinds.begin(), kKinds.end(), form.substr(hyphen + 1)) != kKinds.end();
    if (at + 2 >= tree_.size() || tree_.word(at).space_after || tree_.word(at + 1).form != "-") return false;
    return std::find(kKinds.begin(), kKinds.end(), tree_.word(at + 2).form) != kKinds.end();
  }

  // *the Sea of Japan, the Gulf of Guinea, the South China Sea*: waters are no states.
  bool in_water(const NameHit& hit) const {
    static constexpr std::array<std::string_view, 4> kBefore{"Sea", "Gulf", "Bay", "Strait"};
    static constexpr std::array<std::string_view, 2> kBehind{"Sea", "Ocean"};
    if (hit.last + 1 < tree_.size() && std::find(kBehind.begin(), kBehind.end(), tree_.word(hit.last + 1).form) != kBehind.end())
      return true;
    auto body = [&](int w) { return std::find(kBefore.begin(), kBefore.end(), tree_.word(w).form) != kBefore.end(); };
    if (hit.last + 1 < tree_.size() && tree_.word(hit.last + 1).form == "of" && body(hit.last)) return true;
    return hit.first > 1 && tree_.word(hit.first - 1).form == "of" && body(hit.first - 2);
  }

  bool plausible(const NameUse& use, const NameHit& hit) const {
    const Word& word = tree_.word(hit.last);
    bool single = hit.first == hit.last;
    if (use.sense != NameSense::kSurname && in_water(hit)) return false;
    if (!single) return true;
    if (shouts_ && word.form.size() <= 3 && word.form != "US" && word.form != "UN" && word.form != "EU" && word.form != "UK") return false;
    if (use.sense == NameSense::kAdjective && prefix_alone(use, hit.last)) return false;
    if (of_speech(hit.last)) return false;
    bool starts = hit.first == 0;
    if (use.sense == NameSense::kSurname && starts && talks(hit.last)) return true;
    if (starts && function_word(word.upos) && !shouts_) return false;
    if (use.sense != NameSense::kSurname) return true;
    if (!capitalised(word.form) || calendar(hit.last)) return false;
    // *the Sami, on the Golan*: nobody's surname has an article of its own.
    if (hit.first > 0 && tree_.head(hit.first - 1) == hit.last && lower_ascii(tree_.word(hit.first - 1).form) == "the") return false;
    if (opens_longer_name(hit.last)) return false;
    // *the Indus Waters Treaty*: a word inside a longer name is no surname.
    if (base(word.rel) == Deprel::kCompound && hit.first > 0 && hit.last + 1 < tree_.size() && word.space_after &&
        tree_.head(hit.last) > hit.last) {
      const Word &before = tree_.word(hit.first - 1), &after = tree_.word(hit.last + 1);
      if (before.upos == Upos::kPropn && after.upos == Upos::kPropn && capitalised(before.form) && capitalised(after.form) &&
          before.space_after && before.rel == Deprel::kCompound)
        return false;
    }
    // *near Gao, in Lula*: who is somewhere is at a place, though somebody bears its name.
    std::string_view before_it = tree_.case_lemma(hit.last);
    if (before_it == "near" || before_it == "in" || before_it == "outside" || before_it == "around" || before_it == "inside") return false;
    bool mistaken = word.xpos == "NNP" && base(word.rel) != Deprel::kAmod && base(word.rel) != Deprel::kCompound;
    if (word.upos != Upos::kPropn && !mistaken && (starts || word.upos != Upos::kNoun)) return false;
    // *Kim Jones* and *John Putin* are other people; *Xi-Putin* and titles do not count.
    if (hit.last + 1 < tree_.size() && tree_.word(hit.last).space_after && tree_.word(hit.last + 1).rel == Deprel::kFlat &&
        tree_.head(hit.last + 1) == hit.last)
      return false;
    if (hit.first > 0) {
      const Word& before = tree_.word(hit.first - 1);
      bool name_like = before.upos == Upos::kPropn && capitalised(before.form) && before.space_after;
      if (name_like && (word.rel == Deprel::kFlat && tree_.head(hit.first) <= hit.first - 1))
        return !lexicon_.agents().find(lower_ascii(before.form)) ? false : true;
    }
    return true;
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  bool shouts_;
  std::vector<NamePiece> pieces_;
  std::vector<int> word_of_;
};

}  // namespace

bool done_by_people(std::string_view verb, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 22> kPersonal{
      "refuse",    "visit",   "meet",    "vow",  "fly",   "arrive", "reject",  "resign",    "sign",      "telephone", "apologize",
      "apologise", "appoint", "dismiss", "sack", "thank", "praise", "condemn", "criticise", "criticize", "agree",     "welcome"};
  return lexicon.classes().has(verb, "say_verb") || std::find(kPersonal.begin(), kPersonal.end(), verb) != kPersonal.end();
}

std::vector<NameHit> find_names(const Document& doc, const Tree& tree, const Lexicon& lexicon) {
  return Finder(doc, tree, lexicon).find();
}

std::vector<AgentHit> find_agents(const Tree& tree, const Lexicon& lexicon, const std::vector<NameHit>& names) {
  std::vector<bool> taken(static_cast<size_t>(tree.size()), false);
  for (const NameHit& hit : names)
    for (int i = hit.first; i <= hit.last; ++i) taken[static_cast<size_t>(i)] = true;
  std::vector<AgentHit> hits;
  for (int last = tree.size() - 1; last >= 0; --last) {
    const Word& word = tree.word(last);
    if (taken[static_cast<size_t>(last)] || (word.upos != Upos::kNoun && word.upos != Upos::kPropn && word.upos != Upos::kAdj)) continue;
    std::string form = lower_ascii(word.form);
    for (std::string_view tail : {std::string_view(form), std::string_view(word.lemma)}) {
      int longest = lexicon.agents().longest_ending_in(tail);
      AgentHit best;
      std::string phrase(tail);
      for (int length = 1; length <= longest && last - length + 1 >= 0; ++length) {
        int first = last - length + 1;
        if (taken[static_cast<size_t>(first)]) break;
        if (length > 1) phrase = lower_ascii(tree.word(first).form) + " " + phrase;
        // A lone adjective is an agent only as part of a phrase.
        if (const Agent* agent = lexicon.agents().find(phrase); agent && (length > 1 || word.upos != Upos::kAdj))
          best = {first, last, agent};
      }
      if (best.agent) {
        hits.push_back(best);
        last = best.first;
        break;
      }
    }
  }
  std::reverse(hits.begin(), hits.end());
  return hits;
}

}  // namespace demarche
