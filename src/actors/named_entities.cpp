#include "actors/named_entities.h"

#include <algorithm>
#include <array>
#include <map>

#include "actors/name_finder.h"
#include "base/lists.h"
#include "base/strings.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 5> kKinds{"other", "person", "organisation", "place", "nationality"};

// A capital letter: ASCII, or Latin-1 and Latin Extended-A, where capitals are even (odd from U+0139 to U+0148 and from U+0179).
bool capital(std::string_view form) {
  if (form.empty()) return false;
  auto first = static_cast<unsigned char>(form[0]);
  if (first < 0x80) return is_upper_ascii(form[0]);
  if (form.size() < 2) return false;
  auto second = static_cast<unsigned char>(form[1]);
  if (first == 0xC3) return second < 0x9F;
  if (first == 0xC4) return second < 0xB9 ? second % 2 == 0 : second % 2 == 1;
  if (first == 0xC5) return second < 0x89 || second > 0xB8 ? second % 2 == 1 : second % 2 == 0;
  return first == 0xC8 || first == 0xCE || first == 0xD0;
}

bool all_capitals(std::string_view form) {
  int letters = 0;
  for (char c : form) {
    if (is_lower_ascii(c)) return false;
    letters += is_upper_ascii(c);
  }
  return letters >= 2;
}

// An acronym may carry a lower-case letter or a sign: *SDF, KwaZ, EU27, M23*.
bool acronym(std::string_view form) {
  auto capitals = std::count_if(form.begin(), form.end(), is_upper_ascii);
  return form.size() >= 2 && form.size() <= 10 && (capitals >= 2 || (capitals == 1 && is_digit(form.back())));
}

// Names in one sentence: runs of capitalised words with what may stand inside them, cut into single names.
class SentenceNames {
 public:
  SentenceNames(const Document& doc, uint32_t sentence, const Tree& tree, const Lexicon& lexicon)
      : sentence_(sentence), tree_(tree), lexicon_(lexicon), signs_(lexicon.name_words()), hits_(find_names(doc, tree, lexicon)) {
    hit_at_.assign(static_cast<size_t>(tree.size()), -1);
    for (size_t i = 0; i < hits_.size(); ++i)
      for (int w = hits_[i].first; w <= hits_[i].last; ++w) hit_at_[static_cast<size_t>(w)] = static_cast<int>(i);
    int capitals = 0, words = 0;
    for (int w = 0; w < tree.size(); ++w) {
      if (tree.word(w).upos == Upos::kPunct || tree.word(w).form.size() < 4) continue;
      ++words;
      capitals += capital(tree.word(w).form);
    }
    bool stops = tree.size() > 0 && tree.word(tree.size() - 1).form == ".";
    headline_ = !stops && words > 3 && capitals * 10 > words * 7;
  }

  std::vector<NamedEntity> run() {
    for (int w = 0; w < tree_.size();) {
      if (!starts(w)) {
        ++w;
        continue;
      }
      int last = run_end(w);
      cut(w, last);
      w = last + 1;
    }
    return std::move(found_);
  }

 private:
  const Word& word(int w) const { return tree_.word(w); }
  int hit(int w) const { return hit_at_[static_cast<size_t>(w)]; }
  bool has(int w, NameSign sign) const { return signs_.has(word(w).form, sign); }

  static bool function_word(Upos upos) {
    return upos == Upos::kDet || upos == Upos::kPron || upos == Upos::kAdp || upos == Upos::kAux || upos == Upos::kSconj ||
           upos == Upos::kCconj || upos == Upos::kPart || upos == Upos::kAdv || upos == Upos::kIntj || upos == Upos::kNum ||
           upos == Upos::kPunct || upos == Upos::kSym;
  }

  // True after a full stop, a colon or an opening quotation mark, where any word has a capital.
  bool opens(int w) const {
    if (w == 0) return true;
    std::string_view before = word(w - 1).form;
    return before == "\"" || before == "“" || before == "``" || before == ":" || before == "‘" || (w == 1 && word(0).upos == Upos::kPunct);
  }

  // A word that can stand in a name.
  bool names(int w) const {
    const Word& one = word(w);
    if (hit(w) >= 0) return true;
    if (!capital(one.form) || is_calendar_name(one.form) || one.form == "I") return false;
    bool proper = one.upos == Upos::kPropn || one.xpos == "NNP" || one.xpos == "NNPS";
    if (headline_ || tree_.sentence().headline) return proper;
    bool followed = w + 1 < tree_.size() && capital(word(w + 1).form);
    if (followed && (has(w, NameSign::kParticle) || quoted_operation(w))) return true;
    if (opens(w) && !followed && lexicon_.agents().find(lower_ascii(one.form)) != nullptr) return false;
    if (opens(w)) return proper || (!function_word(one.upos) && w + 1 < tree_.size() && (signs_.given(one.form) != 0));
    return proper || !function_word(one.upos) || (w > 0 && capital(word(w - 1).form) && one.form.size() > 2 && one.upos != Upos::kPron);
  }

  bool starts(int w) const { return names(w) && word(w).upos != Upos::kPunct; }

  bool glued(int hyphen) const {
    return hyphen > 0 && hyphen + 1 < tree_.size() && word(hyphen).form == "-" && !word(hyphen - 1).space_after &&
           !word(hyphen).space_after;
  }

  // Lower-case particles: *al-*, *bin*, *van der*. Those that are English words as well need their hyphen.
  bool particle(int w) const {
    static constexpr std::array<std::string_view, 9> kEnglish{"as", "at", "do", "an", "ad", "ash", "y", "e", "la"};
    if (capital(word(w).form) || !has(w, NameSign::kParticle)) return false;
    bool hyphen = w + 1 < tree_.size() && glued(w + 1);
    return hyphen || !among(kEnglish, word(w).form) || word(w).upos == Upos::kPropn;
  }

  bool organised(int first, int last) const {
    for (int w = first; w <= last && w < tree_.size(); ++w)
      if (capital(word(w).form) && has(w, NameSign::kOrganisation)) return true;
    return false;
  }

  // *Front for the Liberation of the Delta, Ministry of Trade and Industry*: the word after the joint, or -1.
  int after_joint(int first, int last) const {
    static constexpr std::array<std::string_view, 7> kJoints{"of", "for", "on", "against", "and", "&", "to"};
    int next = last + 1;
    if (next + 1 >= tree_.size() || !among(kJoints, word(next).form)) return -1;
    int after = next + 1;
    bool both = word(next).form == "and" || word(next).form == "&";
    if (word(after).form == "the" && !both) ++after;
    if (after >= tree_.size() || !capital(word(after).form) || is_calendar_name(word(after).form)) return -1;
    if (word(next).form == "&") return after;
    const Agent* agent = lexicon_.agents().find(lower_ascii(word(after).form));
    bool titled = agent != nullptr && agent->title && !has(after, NameSign::kOrganisation);
    if (both) {
      if (hit(after) >= 0 || titled || has(after, NameSign::kOrganisation)) return -1;
      int end = after;
      while (end + 1 < tree_.size() && names(end + 1) && hit(end + 1) < 0) ++end;
      // *Ministry of Trade and Industry*; *Food and Agriculture Organization*.
      bool field = headed_before(first, last);
      bool front =
          hit(last) < 0 && first == last && signs_.given(word(first).form) == 0 && end > after && has(end, NameSign::kOrganisation);
      return field || front ? after : -1;
    }
    if (titled) return -1;
    bool head = has(last, NameSign::kOrganisation) || (word(next).form == "of" && agreement(last)) ||
                (word(next).form == "of" && has(last, NameSign::kPlace) && hit(last) < 0) ||
                ((word(next).form == "of" || word(next).form == "for") && headed_before(first, last));
    return head ? after : -1;
  }

  // The name has an organisation's word with a joint behind it: *Ministry of Trade*.
  bool headed_before(int first, int last) const {
    for (int w = first; w < last; ++w)
      if (capital(word(w).form) && has(w, NameSign::kOrganisation) && joins(w + 1)) return true;
    return false;
  }

  int run_end(int first) const {
    int last = first;
    if (hit(first) >= 0) last = hits_[static_cast<size_t>(hit(first))].last;
    while (last + 1 < tree_.size()) {
      int next = last + 1;
      if (last > first && numbered(next)) {
        last = next;
      } else if (peoples(next) && organised(next + 1, next + 3)) {
        last = next + 1;
      } else if (glued(next) && hit(last) >= 0 && hit(last) == hit(first) && hit(next + 1) >= 0 && hit(next + 1) != hit(first)) {
        break;  // *Xi-Putin, US-China*
      } else if (glued(next) && (names(next + 1) || syllable(first, next + 1) || particle(next + 1))) {
        last = next + 1;
      } else if (names(next) && word(next).upos != Upos::kPunct) {
        last = hit(next) >= 0 ? hits_[static_cast<size_t>(hit(next))].last : next;
      } else if (particle(next) && next + 1 < tree_.size() &&
                 (capital(word(next + 1).form) || particle(next + 1) || (glued(next + 1) && next + 2 < tree_.size()))) {
        last = next + 1 < tree_.size() && glued(next + 1) ? next + 2 : next;
      } else if (int after = after_joint(first, last); after >= 0) {
        last = hit(after) >= 0 ? hits_[static_cast<size_t>(hit(after))].last : after;
      } else {
        break;
      }
    }
    return last;
  }

  // *John Whitmore III, Sam Okello Jr.*
  bool numbered(int w) const {
    static constexpr std::array<std::string_view, 8> kNumbers{"II", "III", "IV", "V", "Jr", "Jr.", "Sr", "Sr."};
    return among(kNumbers, word(w).form) && hit(w - 1) < 0;
  }

  // *Farmers' Union, People's Council*: the possessive stands inside the name.
  bool peoples(int w) const {
    std::string_view form = word(w).form;
    if (w < 1 || w + 1 >= tree_.size() || !capital(word(w + 1).form) || hit(w - 1) >= 0) return false;
    bool people =
        word(w - 1).form == "People" || word(w - 1).form == "Women" || word(w - 1).form == "Children" || word(w - 1).form == "Lord";
    return ((form == "'" || form == "’") && word(w - 1).form.ends_with('s')) || ((form == "'s" || form == "’s") && people);
  }

  // *Song-il, Yong-hwan*; behind a name of the dictionaries only where it begins as a person's.
  bool syllable(int first, int w) const {
    bool person = hit(first) < 0 || signs_.given(word(first).form) != 0;
    return person && word(w).form.size() <= 8 && !closes_adjective(w);
  }

  // *Iran-backed, US-led*: no part of the name.
  bool closes_adjective(int w) const {
    return word(w).upos == Upos::kVerb || word(w).upos == Upos::kAdj || word(w).xpos == "VBN" || word(w).xpos == "VBD" ||
           word(w).form.ends_with("ed");
  }

  void add(int first, int last, EntityKind kind) {
    while (first <= last && (word(first).form == "-" || word(first).upos == Upos::kPunct)) ++first;
    while (last >= first &&
           (word(last).form == "'s" || word(last).form == "’s" || (word(last).upos == Upos::kPunct && word(last).form != ".")))
      --last;
    if (first > last) return;
    if (first > 1 && glued(first - 1) && particle(first - 2)) first -= 2;
    NamedEntity one;
    one.kind = kind;
    one.sentence = sentence_;
    one.first = static_cast<uint16_t>(first);
    one.last = static_cast<uint16_t>(last);
    one.span = {word(first).span.begin, word(last).span.end};
    found_.push_back(one);
  }

  EntityKind kind_of(const NameHit& hit) const {
    for (const NameUse& use : hit.uses) {
      if (use.sense == NameSense::kAdjective || use.sense == NameSense::kNational) return EntityKind::kNationality;
      switch (lexicon_.actors().entries()[use.entry].kind) {
        case ActorKind::kCountry:
        case ActorKind::kRegion:
        case ActorKind::kPlace:
          return EntityKind::kPlace;
        case ActorKind::kPeople:
          return EntityKind::kNationality;
        case ActorKind::kPerson:
          return EntityKind::kPerson;
        default:
          return EntityKind::kOrganisation;
      }
    }
    return EntityKind::kOther;
  }

  std::string text(int first, int last) const {
    std::string all;
    for (int w = first; w <= last; ++w) {
      if (!all.empty() && word(w - 1).space_after) all += ' ';
      all += word(w).form;
    }
    return all;
  }

  bool titled(int w) const {
    const Agent* agent = w >= 0 ? lexicon_.agents().find(lower_ascii(word(w).form)) : nullptr;
    if (w < 0 || hit(w) >= 0 || has(w, NameSign::kOrganisation)) return false;
    bool human = capital(word(w).form) && (has(w, NameSign::kMale) || has(w, NameSign::kFemale) || has(w, NameSign::kHuman));
    return agent != nullptr || human;
  }

  // One run of words holds one name or several: *US President Barack Obama*.
  void cut(int first, int last) {
    while (last > first && (word(last).form == "'s" || word(last).form == "’s" || word(last).upos == Upos::kPunct)) --last;
    while (first < last && hit(first) < 0 && (word(first).upos == Upos::kDet || word(first).upos == Upos::kAdp)) ++first;
    if (first == last && hit(first) < 0 && function_word(word(first).upos)) return;
    if (hit(first) >= 0 && hits_[static_cast<size_t>(hit(first))].last >= last) return known(first, last);
    if (whole_organisation(first, last)) return add(first, last, EntityKind::kOrganisation);
    // The last title inside parts what stands before it from the person behind it.
    for (int w = last; w >= first; --w) {
      if (!titled(w)) continue;
      if (w > first) pieces(first, w - 1, true);
      if (w < last) person_behind_title(w + 1, last);
      return;
    }
    pieces(first, last, false);
  }

  void known(int first, int last) {
    const NameHit& one = hits_[static_cast<size_t>(hit(first))];
    add(first, last, surname_of_place(one) ? EntityKind::kPlace : kind_of(one));
  }

  void person_behind_title(int first, int last) {
    if (hit(first) >= 0 && first < last && kind_of(hits_[static_cast<size_t>(hit(first))]) != EntityKind::kPerson &&
        hits_[static_cast<size_t>(hit(first))].last < last && signs_.given(word(first).form) == 0)
      return pieces(first, last, false);
    add(first, last, EntityKind::kPerson);
  }

  bool whole_organisation(int first, int last) const {
    bool proper_end = has(last, NameSign::kOrganisation) && (last > first);
    if (!proper_end && !headed_before(first, last) && !(has(first, NameSign::kOrganisation) && last > first && joined_inside(first, last)))
      return false;
    // *Kenya Police*: yes; *Colonel Ali Force*: no, a title and a given name are a person's.
    return !(titled(first) && first + 1 < last && signs_.given(word(first + 1).form) != 0);
  }

  bool joined_inside(int first, int last) const {
    for (int w = first; w <= last; ++w)
      if (joins(w)) return true;
    return false;
  }

  // Cuts at dictionary names; before a title only these count, and words of state (*Deputy Foreign*) do not.
  void pieces(int first, int last, bool before_title) {
    for (int w = first; w <= last;) {
      if (hit(w) >= 0) {
        const NameHit& known = hits_[static_cast<size_t>(hit(w))];
        EntityKind kind = kind_of(known);
        // *Pak Song-il, Abu Musab al-Tamimi*: a given name, whatever else it is called by.
        bool given =
            known.first == known.last && known.last < last && signs_.given(word(w).form) != 0 && capital(word(known.last + 1).form);
        bool longer = known.last > known.first && known.last < last && capital(word(known.last + 1).form) && hit(known.last + 1) < 0;
        bool goes_on = kind == EntityKind::kPerson && known.last < last && (longer || particle(known.last + 1));
        if (given || goes_on) return before_title ? void() : add(first, last, EntityKind::kPerson);
        if (surname_of_place(known)) kind = EntityKind::kPlace;
        bool apart =
            kind == EntityKind::kNationality || kind == EntityKind::kPlace || kind == EntityKind::kOrganisation || known.last > known.first;
        // *John Putin, Mali Khan*: one name of one person; *Gaza City*, *Lake Chad*: one place.
        int end = known.last;
        bool inside = w > first || (end < last && word(end + 1).form != "," && kind != EntityKind::kNationality &&
                                    kind != EntityKind::kPlace && kind != EntityKind::kOrganisation && known.first == known.last);
        if (w == first && end < last && agreement(last)) return add(first, last, EntityKind::kOther);
        if (w == first && end < last && has(last, NameSign::kPlace)) return add(first, last, EntityKind::kPlace);
        if (apart || !inside || end == last) {
          add(w, end, kind);
          w = end + 1;
          continue;
        }
      }
      int end = w;
      while (end + 1 <= last && !breaks(w, end + 1)) ++end;
      if (!before_title) unknown(w, end);
      w = end + 1;
    }
  }

  // *Goma-based, in Goma*: a town, though somebody bears its name.
  bool surname_of_place(const NameHit& known) const {
    bool surname = std::all_of(known.uses.begin(), known.uses.end(), [](const NameUse& use) { return use.sense == NameSense::kSurname; });
    if (!surname || known.first != known.last || titled(known.first - 1)) return false;
    bool based = known.last + 2 < tree_.size() && glued(known.last + 1) && word(known.last + 2).form == "based";
    return (based || !tree_.case_lemma(known.first).empty()) && base(word(known.first).rel) != Deprel::kNsubj &&
           !lexicon_.ontology().places.find(text(known.first, known.last)).empty();
  }

  // A dictionary name in the middle ends an unknown one, unless it is one word of a longer personal name or place.
  bool breaks(int first, int w) const {
    if (hit(w) < 0) return false;
    const NameHit& known = hits_[static_cast<size_t>(hit(w))];
    if (signs_.given(word(first).form) != 0) return false;
    if (has(first, NameSign::kPlace) && w == first + 1) return false;
    if (word(w - 1).form == "-" || particle(w) || particle(w - 1) || joins(w - 1)) return false;
    return known.last > known.first || kind_of(known) != EntityKind::kPerson;
  }

  bool joins(int w) const {
    static constexpr std::array<std::string_view, 7> kInside{"of", "for", "to", "on", "against", "the", "and"};
    return among(kInside, word(w).form);
  }

  void unknown(int first, int last) {
    EntityKind kind = guess(first, last);
    if (first == last && kind == EntityKind::kOther && !all_capitals(word(first).form) && word(first).upos != Upos::kPropn) return;
    add(first, last, kind);
  }

  bool quoted_operation(int first) const {
    std::string_view form = word(first).form;
    return form == "Operation" || form == "Exercise" || form == "Project" || form == "Hurricane" || form == "Cyclone" || form == "Typhoon";
  }

  bool agreement(int last) const {
    static constexpr std::array<std::string_view, 22> kPapers{
        "Treaty", "Agreement", "Accord", "Accords",    "Pact",  "Convention", "Protocol", "Declaration", "Act",      "Plan",  "War",
        "Day",    "Law",       "Bill",   "Resolution", "Prize", "Summit",     "Charter",  "Doctrine",    "Festival", "Award", "Games"};
    return among(kPapers, word(last).form);
  }

  // What a name unknown to all tables stands for, by its words, then by its neighbours.
  EntityKind guess(int first, int last) const {
    if (quoted_operation(first) || agreement(last)) return EntityKind::kOther;
    if (last > first && (has(last, NameSign::kOrganisation) || headed_before(first, last))) return EntityKind::kOrganisation;
    if (!lexicon_.ontology().places.find(text(first, last)).empty()) return EntityKind::kPlace;
    if (last > first && (has(last, NameSign::kPlace) || has(first, NameSign::kPlace))) return EntityKind::kPlace;
    if (last > first && has(first, NameSign::kOrganisation)) return EntityKind::kOrganisation;
    // *The village of X*, whatever the parse makes of it.
    if (first > 1 && word(first - 1).form == "of" && signs_.has(word(first - 2).lemma, NameSign::kTerritory)) return EntityKind::kPlace;
    if (personal(first, last)) return EntityKind::kPerson;
    for (int w = first; w <= last; ++w)
      if (has(w, NameSign::kOrganisation) && last > first) return EntityKind::kOrganisation;
    if (first == last && acronym(word(first).form)) return EntityKind::kOrganisation;
    return by_neighbours(first, last);
  }

  bool personal(int first, int last) const {
    if (first > 0 && titled(first - 1)) return true;
    if (last == first)
      return signs_.given(word(first).form) != 0 && signs_.given(word(first).form) != '?' && !has(first, NameSign::kParticle);
    if (signs_.given(word(first).form) != 0) return true;
    for (int w = first; w <= last; ++w) {
      if (w > first && particle(w)) return true;
      if (w < last && word(w).form.size() == 2 && word(w).form[1] == '.' && capital(word(w).form)) return true;
      if (w > first && w <= first + 1 && signs_.given(word(w).form) == 'm') return true;
    }
    return false;
  }

  int head(int first, int last) const {
    for (int w = first; w <= last; ++w)
      if (int up = tree_.head(w); up < first || up > last) return w;
    return last;
  }

  EntityKind by_neighbours(int first, int last) const {
    int top = head(first, last);
    std::string_view preposition = tree_.case_lemma(top);
    // *the town of X*, *X, a village*; *the militant X*.
    int up = tree_.head(top);
    if (up >= 0 && (preposition == "of" || base(word(top).rel) == Deprel::kAppos || word(top).rel == Deprel::kCompound)) {
      if (signs_.has(word(up).lemma, NameSign::kTerritory)) return EntityKind::kPlace;
      if (preposition != "of" && human(up)) return EntityKind::kPerson;
      if (preposition != "of" && base(word(top).rel) == Deprel::kAppos && signs_.has(word(up).lemma, NameSign::kBody))
        return EntityKind::kOrganisation;
    }
    if (int beside = tree_.child(top, Deprel::kAppos); beside >= 0) {
      if (signs_.has(word(beside).lemma, NameSign::kTerritory)) return EntityKind::kPlace;
      if (human(beside) || word(beside).upos == Upos::kNum) return EntityKind::kPerson;
      if (signs_.has(word(beside).lemma, NameSign::kBody)) return EntityKind::kOrganisation;
    }
    if (int relative = tree_.child(top, Deprel::kAclRelcl); relative >= 0)
      for (int w = last + 1; w <= relative; ++w)
        if (word(w).lemma == "who") return EntityKind::kPerson;
    static constexpr std::array<std::string_view, 9> kPlaces{"in",     "at",     "near",       "into",  "outside",
                                                             "across", "around", "throughout", "inside"};
    if (among(kPlaces, preposition)) return EntityKind::kPlace;
    bool subject = base(word(top).rel) == Deprel::kNsubj || word(top).rel == Deprel::kOblAgent;
    if (subject && last > first && last - first <= 2) return EntityKind::kPerson;
    if (subject && up >= 0 && says(up)) return EntityKind::kPerson;
    // Of names in two or three words without an article, most are people's.
    bool plain = last > first && last - first <= 2 && !tree_.has_child(top, Deprel::kDet) && !headline_ && !tree_.sentence().headline;
    for (int w = first; w <= last && plain; ++w) plain = capital(word(w).form) && !acronym(word(w).form) && word(w).upos == Upos::kPropn;
    return plain ? EntityKind::kPerson : EntityKind::kOther;
  }

  bool says(int verb) const {
    auto sayers = lexicon_.classes().find("say_verb");
    return sayers && lexicon_.classes().has(word(verb).lemma, *sayers);
  }

  bool human(int w) const {
    const Lemma& lemma = word(w).lemma;
    return signs_.has(lemma, NameSign::kHuman) || signs_.has(lemma, NameSign::kMale) || signs_.has(lemma, NameSign::kFemale);
  }

  uint32_t sentence_;
  const Tree& tree_;
  const Lexicon& lexicon_;
  const NameWords& signs_;
  std::vector<NameHit> hits_;
  std::vector<int> hit_at_;
  bool headline_ = false;
  std::vector<NamedEntity> found_;
};

// The whole report tells what one sentence leaves open.
class ReportNames {
 public:
  ReportNames(const std::vector<Tree>& trees, const ActorTable& actors, std::vector<NamedEntity>& names)
      : trees_(trees), actors_(actors), names_(names) {}

  void run() {
    for (size_t i = 0; i < names_.size(); ++i) bracket(i);
    for (int round = 0; round < 2; ++round) {
      std::map<std::string, int> known;
      for (size_t i = 0; i < names_.size(); ++i) remember(i, known);
      for (size_t i = 0; i < names_.size(); ++i) look_up(i, known);
    }
    for (NamedEntity& one : names_) tie(one);
  }

 private:
  const Word& word(const NamedEntity& one, int w) const { return trees_[one.sentence].word(w); }

  std::string text(const NamedEntity& one) const {
    std::string all;
    for (int w = one.first; w <= one.last; ++w) {
      if (!all.empty() && word(one, w - 1).space_after) all += ' ';
      all += word(one, w).form;
    }
    return all;
  }

  std::string initials(const NamedEntity& one) const {
    std::string all;
    for (int w = one.first; w <= one.last; ++w)
      if (capital(word(one, w).form)) all += word(one, w).form[0];
    return all;
  }

  // *the Sahel Defence Front (SDF)*: the same body, and no person or place.
  void bracket(size_t i) {
    if (i == 0) return;
    NamedEntity &one = names_[i], &before = names_[i - 1];
    bool inside = one.sentence == before.sentence && one.first == before.last + 2 && one.first == one.last &&
                  word(one, one.first - 1).form == "(" && one.last + 1 < trees_[one.sentence].size() && word(one, one.last + 1).form == ")";
    if (!inside || !acronym(word(one, one.first).form) || before.last == before.first) return;
    std::string form(word(one, one.first).form);
    bool spelt = initials(before) == form || initials(before).find(form.substr(0, 2)) == 0;
    if (one.kind == EntityKind::kPlace && !spelt) return;
    one.short_for = static_cast<int>(i) - 1;
    if (before.kind == EntityKind::kPerson || before.kind == EntityKind::kOther)
      before.kind = spelt ? EntityKind::kOrganisation : before.kind;
    one.kind = before.kind == EntityKind::kOther ? EntityKind::kOrganisation : before.kind;
  }

  void remember(size_t i, std::map<std::string, int>& known) const {
    const NamedEntity& one = names_[i];
    if (one.kind == EntityKind::kOther) return;
    known.try_emplace(text(one), static_cast<int>(i));
    if (one.kind == EntityKind::kPerson && one.last > one.first) {
      std::string last(word(one, one.last).form);
      int from = one.last;
      while (from - 1 > one.first && (word(one, from - 1).form == "-" || !word(one, from - 2).space_after)) --from;
      known.try_emplace(last, static_cast<int>(i));
      known.try_emplace(std::string(word(one, one.first).form), static_cast<int>(i));
    }
  }

  void look_up(size_t i, const std::map<std::string, int>& known) {
    NamedEntity& one = names_[i];
    auto it = known.find(text(one));
    if (it == known.end() || it->second == static_cast<int>(i)) return;
    const NamedEntity& other = names_[static_cast<size_t>(it->second)];
    bool part = other.last - other.first > one.last - one.first;
    if (one.kind == EntityKind::kOther) one.kind = other.kind;
    if (one.kind == other.kind && part && it->second < static_cast<int>(i) && one.short_for < 0) one.short_for = it->second;
  }

  void tie(NamedEntity& one) const {
    const auto& covering = actors_.covering;
    if (one.sentence >= covering.size()) return;
    int found = covering[one.sentence][one.last];
    if (found < 0) return;
    const Mention& mention = actors_.mentions[static_cast<size_t>(found)];
    if (mention.actors.size() != 1 || mention.kind == MentionKind::kPronoun) return;
    // *Peru's minister* covers the name Peru without being Peru: the name must be what the mention is about.
    const Actor& actor = actors_.actors[mention.actors.front()];
    bool whole = mention.first >= one.first && mention.last <= one.last && (actor.named || one.first == one.last) &&
                 (one.kind != EntityKind::kOther || mention.first == one.first);
    bool is_head = actor.named && one.first <= mention.head && mention.head <= one.last;
    bool behind_title = actor.person && actor.named && one.kind == EntityKind::kPerson && mention.last == one.last;
    if (whole || is_head || behind_title) one.actor = static_cast<int>(mention.actors.front());
  }

  const std::vector<Tree>& trees_;
  const ActorTable& actors_;
  std::vector<NamedEntity>& names_;
};

}  // namespace

std::string_view name(EntityKind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

std::vector<NamedEntity> names_in(const Document& doc, uint32_t sentence, const Tree& tree, const Lexicon& lexicon) {
  return SentenceNames(doc, sentence, tree, lexicon).run();
}

void relate_names(const std::vector<Tree>& trees, const ActorTable& actors, std::vector<NamedEntity>& names) {
  ReportNames(trees, actors, names).run();
}

}  // namespace demarche
