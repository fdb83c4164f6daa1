#include "actors/drafts.h"

#include <algorithm>
#include <array>

#include "actors/named_entities.h"
#include "base/lists.h"
#include "base/strings.h"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 24> kTitleModifiers{
    "former", "ex",    "acting",   "deputy",   "vice",      "interim", "late",      "then",    "new", "newly", "top",     "senior",
    "chief",  "first", "outgoing", "incoming", "caretaker", "under",   "assistant", "elected", "-",   "–",     "current", "longtime"};
constexpr std::array<std::string_view, 10> kBackers{"back", "backed",    "led",     "lead",    "funded",
                                                    "fund", "supported", "support", "trained", "allied"};
constexpr std::array<std::string_view, 12> kPronouns{"he",   "she", "it",  "they",  "him",     "her",
                                                     "them", "his", "its", "their", "himself", "itself"};
constexpr std::array<std::string_view, 10> kFirstPersons{"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"};
constexpr std::array<std::string_view, 34> kGroupWords{
    "side",         "leader",   "country",  "nation",         "party",     "government", "president", "neighbor", "neighbour",
    "man",          "minister", "power",    "ally",           "state",     "capital",    "official",  "diplomat", "negotiator",
    "army",         "rival",    "foe",      "prime minister", "bloc",      "alliance",   "union",     "agency",   "organization",
    "organisation", "body",     "watchdog", "grouping",       "adversary", "enemy",      "republic"};

// States that share a name.
constexpr std::array<std::array<std::string_view, 3>, 6> kTwins{{{"Koreas", "KOR", "PRK"},
                                                                 {"Sudans", "SDN", "SSD"},
                                                                 {"Congos", "COD", "COG"},
                                                                 {"Germanys", "DEU", "DDR"},
                                                                 {"Germanies", "DEU", "DDR"},
                                                                 {"Yemens", "YEM", "YMD"}}};

bool is_country(const ActorEntry& entry) {
  return entry.kind == ActorKind::kCountry || entry.kind == ActorKind::kRegion;
}

class Drafter {
 public:
  Drafter(const Document& doc, uint32_t sentence, const Tree& tree, const Lexicon& lexicon, std::vector<NamedEntity> entities)
      : sentence_(sentence),
        tree_(tree),
        lexicon_(lexicon),
        names_(find_names(doc, tree, lexicon)),
        agents_(find_agents(tree, lexicon, names_)),
        entities_(std::move(entities)) {
    drop_parts_of_names();
    size_t n = static_cast<size_t>(tree.size());
    name_at_.assign(n, -1);
    agent_at_.assign(n, -1);
    used_.assign(n, false);
    for (size_t i = 0; i < names_.size(); ++i)
      for (int w = names_[i].first; w <= names_[i].last; ++w) name_at_[static_cast<size_t>(w)] = static_cast<int>(i);
    for (size_t i = 0; i < agents_.size(); ++i)
      for (int w = agents_[i].first; w <= agents_[i].last; ++w) agent_at_[static_cast<size_t>(w)] = static_cast<int>(i);
  }

  std::vector<Draft> run() {
    for (const NameHit& hit : names_)
      if (person_use(hit) && !country_instead(hit)) person(hit);
    for (int w = 0; w < tree_.size(); ++w)
      if (word(w).upos == Upos::kPropn && word(w).form.ends_with('s')) twin_states(w);
    unknown_persons();
    for (const AgentHit& hit : agents_)
      if (!used_[static_cast<size_t>(hit.last)] && !points_back(hit.last)) agent(hit);
    for (const NameHit& hit : names_)
      if (!used_[static_cast<size_t>(hit.last)]) entry(hit);
    for (int w = 0; w < tree_.size(); ++w)
      if (!used_[static_cast<size_t>(w)]) pronoun_or_group(w);
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return a.mention.first != b.mention.first ? a.mention.first < b.mention.first : a.mention.last > b.mention.last;
    });
    link_appositions();
    return std::move(drafts_);
  }

 private:
  const Word& word(int i) const { return tree_.word(i); }
  const ActorEntry& entry_of(const NameUse& use) const { return lexicon_.actors().entries()[use.entry]; }

  bool person_use(const NameHit& hit) const {
    return std::any_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& use) { return entry_of(use).kind == ActorKind::kPerson; });
  }

  // The entry of a country (or region) that a hit names, by name or adjective; -1 if none.
  int country_of(const NameHit& hit) const {
    for (const NameUse& use : hit.uses)
      if (is_country(entry_of(use))) return static_cast<int>(use.entry);
    return -1;
  }

  // The country (or body) that a hit names; of several, the first, with the next as a doubt.
  void add_country(const NameHit& hit, Draft& draft) const {
    int first = country_of(hit);
    uint32_t meant = first >= 0 ? static_cast<uint32_t>(first) : hit.uses.front().entry;
    for (const NameUse& use : hit.uses)
      if (first >= 0 && use.entry != meant && is_country(entry_of(use))) {
        draft.doubts.emplace_back(draft.countries.size(), use.entry);
        break;
      }
    draft.countries.push_back(meant);
  }

  void add_home(const NameHit& hit, Draft& draft) const {
    bool state =
        std::any_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& use) { return entry_of(use).kind == ActorKind::kCountry; });
    if (state) add_country(hit, draft);
  }

  // *Jordan*, *Chad* and *Georgia* are people only behind a title or a first name, and so are the names of bodies before a noun (*Wagner
  // troops*, *Houthi drones*) or behind an article.
  bool country_instead(const NameHit& hit) const {
    bool body = std::any_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& use) {
      return entry_of(use).kind != ActorKind::kPerson && use.sense != NameSense::kSurname;
    });
    Deprel rel = base(word(hit.last).rel);
    bool attribute = (rel == Deprel::kCompound || rel == Deprel::kAmod) && tree_.head(hit.last) > hit.last &&
                     word(tree_.head(hit.last)).upos == Upos::kNoun;
    bool definite = hit.first > 0 && word(hit.first - 1).lemma == "the";
    if (country_of(hit) < 0 && !(body && (attribute || definite))) return false;
    bool surname_only = std::all_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& use) {
      return entry_of(use).kind != ActorKind::kPerson || use.sense == NameSense::kSurname;
    });
    int before = hit.first > 0 ? agent_at_[static_cast<size_t>(hit.first) - 1] : -1;
    return surname_only && (before < 0 || !agents_[static_cast<size_t>(before)].agent->title);
  }

  // *Samir Haddad-Nouri*: the surnames of others inside the name of one who is none of them; *SDF* in brackets behind the name that it
  // abbreviates.
  void drop_parts_of_names() {
    std::vector<NameHit> all = names_;
    std::erase_if(names_, [&](const NameHit& hit) {
      return std::any_of(entities_.begin(), entities_.end(), [&](const NamedEntity& one) {
        bool exact = one.first == hit.first && one.last == hit.last;
        if (one.first > hit.first || hit.last > one.last) return false;
        if (exact) return abbreviated(one, all) != nullptr;
        // *Xi-Putin* begins with a known name: two persons.
        bool opens = std::any_of(all.begin(), all.end(), [&](const NameHit& other) { return other.first == one.first; });
        if (one.kind != EntityKind::kPerson || opens) return false;
        return std::all_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& use) {
          std::string_view known = entry_of(use).name;
          return use.sense == NameSense::kSurname && known.substr(0, 2) != word(one.first).form.substr(0, 2);
        });
      });
    });
  }

  // The unknown body that an acronym in brackets stands for, or null.
  const NamedEntity* abbreviated(const NamedEntity& acronym, const std::vector<NameHit>& hits) const {
    if (acronym.first != acronym.last || acronym.first < 2 || word(acronym.first - 1).form != "(") return nullptr;
    for (const NamedEntity& one : entities_) {
      if (one.last + 2 != acronym.first || one.first == one.last || one.kind != EntityKind::kOrganisation) continue;
      std::string initials;
      for (int w = one.first; w <= one.last; ++w)
        if (is_upper_ascii(word(w).form[0])) initials += word(w).form[0];
      bool known =
          std::any_of(hits.begin(), hits.end(), [&](const NameHit& hit) { return hit.first == one.first && hit.last == one.last; });
      if (!known && word(acronym.first).form == initials) return &one;
    }
    return nullptr;
  }

  // *The former*, *the latter*, standing alone.
  bool points_back(int w) const {
    const Lemma& lemma = word(w).lemma;
    return (lemma == "former" || lemma == "latter") && w > 0 && word(w - 1).lemma == "the" && word(w).rel != Deprel::kAmod &&
           (w + 1 == tree_.size() ||
            (word(w + 1).upos != Upos::kNoun && word(w + 1).upos != Upos::kPropn && word(w + 1).upos != Upos::kAdj));
  }

  // The word among first..last whose head lies outside.
  int head_of(int first, int last) const {
    for (int w = first; w <= last; ++w) {
      int h = tree_.head(w);
      if (h < first || h > last) return w;
    }
    return last;
  }

  Mention mention(int first, int last, int head, MentionKind kind) const {
    Mention made;
    made.sentence = sentence_;
    made.first = static_cast<uint16_t>(first);
    made.last = static_cast<uint16_t>(last);
    made.head = static_cast<uint16_t>(head);
    made.span = {word(first).span.begin, word(last).span.end};
    made.kind = kind;
    return made;
  }

  void use(int first, int last) {
    for (int w = first; w <= last; ++w) used_[static_cast<size_t>(w)] = true;
  }

  // Walks left from a name over titles, countries and their modifiers; fills the draft and gives the first word that belongs to it.
  int extend_left(int first, Draft& draft) {
    int start = first;
    for (int w = first - 1; w >= 0; --w) {
      size_t at = static_cast<size_t>(w);
      std::string lower = lower_ascii(word(w).form);
      if (used_[at]) break;
      if (int a = agent_at_[at]; a >= 0) {
        const AgentHit& hit = agents_[static_cast<size_t>(a)];
        if (!hit.agent->title && !hit.agent->elite && start == first && word(w).upos == Upos::kNoun && !is_upper_ascii(word(w).form[0]) &&
            lower.ends_with('s'))
          break;
        if (hit.agent->elite)
          draft.former = true;
        else if (draft.role.empty())
          draft.role = phrase(hit.first, hit.last);
        add_sectors(draft.sectors, hit.agent->code);
        w = start = hit.first;
      } else if (int n = name_at_[at]; n >= 0 && country_of(names_[static_cast<size_t>(n)]) >= 0) {
        add_country(names_[static_cast<size_t>(n)], draft);
        w = start = names_[static_cast<size_t>(n)].first;
      } else if (n >= 0 && start < first && !person_use(names_[static_cast<size_t>(n)])) {
        // *NATO Secretary General X*: the organisation stands where a country would.
        draft.countries.push_back(names_[static_cast<size_t>(n)].uses.front().entry);
        w = start = names_[static_cast<size_t>(n)].first;
      } else if (lower == "former" || lower == "ex" || lower == "late") {
        draft.former = draft.former || lower != "late";
        start = w;
      } else if (among(kTitleModifiers, lower)) {
        if (lower == "deputy" || lower == "vice") draft.role = draft.role.empty() ? "" : lower + " " + draft.role;
        if (lower != "-" && lower != "–") start = w;
      } else if (word(w).form == "'s" || word(w).form == "’s") {
        // *Russia's Putin*, *Germany's Chancellor Merz*: only directly before the title or name.
        bool possessor = w > 0 && name_at_[at - 1] >= 0 && country_of(names_[static_cast<size_t>(name_at_[at - 1])]) >= 0;
        if (!possessor) break;
      } else {
        break;
      }
    }
    return start;
  }

  std::string phrase(int first, int last) const {
    std::string text;
    for (int w = first; w <= last; ++w) {
      if (!text.empty() && word(w - 1).space_after) text += ' ';
      text += lower_ascii(word(w).form);
    }
    return text;
  }

  void person(const NameHit& hit) {
    if (used_[static_cast<size_t>(hit.last)]) return;
    Draft draft;
    draft.what = Draft::What::kPerson;
    for (const NameUse& one : hit.uses) (entry_of(one).kind == ActorKind::kPerson ? draft.uses : draft.others).push_back(one);
    int start = extend_left(hit.first, draft);
    draft.mention = mention(start, hit.last, head_of(start, hit.last), MentionKind::kName);
    if (perhaps_place(hit, draft)) {
      draft.what = Draft::What::kPlace;
      draft.mention.kind = MentionKind::kPlace;
      draft.uses.clear();
    }
    use(start, hit.last);
    drafts_.push_back(std::move(draft));
  }

  // Capitalised words that no dictionary holds, after a title or as a name of two words and more.
  void unknown_persons() {
    for (const NamedEntity& one : entities_) {
      bool free = one.kind == EntityKind::kPerson || one.kind == EntityKind::kOrganisation;
      for (int w = one.first; w <= one.last && free; ++w) {
        int n = name_at_[static_cast<size_t>(w)];
        bool home = one.kind == EntityKind::kOrganisation && n >= 0 && country_of(names_[static_cast<size_t>(n)]) >= 0;
        free = !used_[static_cast<size_t>(w)] && (n < 0 || home) && agent_at_[static_cast<size_t>(w)] < 0;
      }
      if (free && one.last > one.first) unknown_name(one.first, one.last, one.kind == EntityKind::kOrganisation);
    }
    for (int w = 0; w < tree_.size(); ++w) {
      if (!name_word(w)) continue;
      int last = w;
      while (last + 1 < tree_.size() && (name_word(last + 1) || name_joint(last + 1))) ++last;
      while (last > w && !name_word(last)) --last;
      unknown_name(w, last, false);
      w = last;
    }
  }

  bool name_word(int w) const {
    size_t at = static_cast<size_t>(w);
    const Word& one = word(w);
    return !used_[at] && name_at_[at] < 0 && agent_at_[at] < 0 && one.upos == Upos::kPropn && !one.form.empty() &&
           !is_calendar_name(one.form) && (is_upper_ascii(one.form[0]) || static_cast<unsigned char>(one.form[0]) >= 0xC3);
  }

  // Inside a name: al, -, bin, de ...
  bool name_joint(int w) const {
    static constexpr std::array<std::string_view, 14> kJoints{"-",   "al",  "el",  "bin", "ibn", "de", "da",
                                                              "dos", "van", "von", "der", "del", "la", "."};
    return name_at_[static_cast<size_t>(w)] < 0 && !used_[static_cast<size_t>(w)] && among(kJoints, lower_ascii(word(w).form)) &&
           w + 1 < tree_.size() && name_word(w + 1) && (word(w).form != "-" || !word(w - 1).space_after);
  }

  static bool locative(std::string_view preposition) {
    static constexpr std::array<std::string_view, 9> kLocative{"in",     "at",     "near",       "outside", "inside",
                                                               "around", "across", "throughout", "within"};
    return among(kLocative, preposition);
  }

  // *in Goma* is the city, though a former minister was called so; *Goma* elsewhere may be either, which the day decides.
  bool perhaps_place(const NameHit& hit, Draft& draft) const {
    bool surname_only = std::all_of(hit.uses.begin(), hit.uses.end(), [](const NameUse& use) { return use.sense == NameSense::kSurname; });
    if (!surname_only || hit.first != draft.mention.first) return false;
    std::string text = as_written(hit.first, hit.last);
    if (lexicon_.ontology().places.find(text).empty()) return false;
    draft.name = text;
    return locative(tree_.case_lemma(draft.mention.head));
  }

  std::string as_written(int first, int last) const {
    std::string text;
    for (int w = first; w <= last; ++w) {
      if (!text.empty() && word(w - 1).space_after) text += ' ';
      text += word(w).form;
    }
    return text;
  }

  // A city or region that the tables know leads to its country; a person with a title is no place.
  bool place(int first, int last) {
    for (int from = first; from <= last; ++from) {
      std::string text = as_written(from, last);
      if (lexicon_.ontology().places.find(text).empty()) continue;
      bool titled = from > 0 && agent_at_[static_cast<size_t>(from) - 1] >= 0 &&
                    agents_[static_cast<size_t>(agent_at_[static_cast<size_t>(from) - 1])].agent->title;
      if (titled || from > first) return false;
      Draft draft;
      draft.what = Draft::What::kPlace;
      draft.name = text;
      draft.mention = mention(from, last, head_of(from, last), MentionKind::kPlace);
      use(from, last);
      drafts_.push_back(std::move(draft));
      return true;
    }
    return false;
  }

  // *the Council, the Union*: a body that was named in full.
  bool names_body(int w) const {
    static constexpr std::array<std::string_view, 8> kBodyWords{"council", "union",    "commission", "assembly",
                                                                "court",   "alliance", "agency",     "authority"};
    return among(kBodyWords, lower_ascii(word(w).form)) && w > 0 && lower_ascii(word(w - 1).form) == "the" && tree_.head(w - 1) == w;
  }

  void unknown_name(int first, int last, bool body) {
    if (first == last && names_body(first)) return;
    if (place(first, last)) return;
    Draft draft;
    draft.what = Draft::What::kUnknownPerson;
    draft.body = body;
    int start = extend_left(first, draft);
    bool titled = !draft.role.empty();
    bool full = last > first;
    int head = head_of(start, last);
    // *The Kenyan Herders' Front*; *Deputy Minister X of Kenya*.
    for (int w = first; w <= last; ++w)
      if (int n = name_at_[static_cast<size_t>(w)]; n >= 0 && draft.countries.empty()) add_home(names_[static_cast<size_t>(n)], draft);
    if (titled && draft.countries.empty() && last + 2 < tree_.size() && word(last + 1).form == "of")
      if (int n = name_at_[static_cast<size_t>(last) + 2]; n >= 0) add_home(names_[static_cast<size_t>(n)], draft);
    for (const NamedEntity& one : entities_)
      if (const NamedEntity* whole = abbreviated(one, names_); whole && whole->first == first && whole->last == last)
        draft.alias = word(one.first).form;
    bool stands = titled || !draft.alias.empty();
    if (!stands && !full && !speaker(head)) return;
    // Places, papers and the like also come in two words: without a title, a name must do or be something that people do or are.
    if (!stands && full && !speaker(head) && !tree_.has_child(head, Deprel::kAppos) && word(head).rel != Deprel::kAppos) return;
    draft.name = as_written(first, last);
    draft.mention = mention(start, last, head, MentionKind::kName);
    use(start, last);
    drafts_.push_back(std::move(draft));
  }

  // Subject of a verb: somebody who does something.
  bool speaker(int head) const { return base(word(head).rel) == Deprel::kNsubj || word(head).rel == Deprel::kOblAgent; }

  void agent(const AgentHit& hit) {
    Draft draft;
    draft.what = Draft::What::kAgent;
    draft.role = phrase(hit.first, hit.last);
    int start = hit.first;
    std::vector<std::string> outer;
    for (int w = hit.first - 1; w >= 0; --w) {
      size_t at = static_cast<size_t>(w);
      if (used_[at]) break;
      if (joins_countries(w, draft)) {
        draft.joint = true;
        continue;
      }
      if (!modifier(w)) break;
      if (int n = name_at_[at]; n >= 0) {
        const NameHit& name = names_[static_cast<size_t>(n)];
        if (supports(name.last + 1))
          draft.supporter = std::string(entry_of(name.uses.front()).country());
        else
          add_country(name, draft);
        w = start = name.first;
      } else if (int a = agent_at_[at]; a >= 0) {
        const AgentHit& other = agents_[static_cast<size_t>(a)];
        if (other.agent->elite) draft.former = true;
        add_sectors(outer, other.agent->code);
        w = start = other.first;
      } else if (word(w).upos != Upos::kPunct && word(w).upos != Upos::kDet) {
        start = w;
      }
    }
    if (hit.agent->elite && hit.agent->code.empty() && start == hit.first) return;
    draft.sectors = outer;
    add_sectors(draft.sectors, hit.agent->code);
    // *secretary of state, chief of staff*: headed by the first noun.
    bool inner = hit.first < hit.last && tree_.head(hit.last) >= hit.first && tree_.head(hit.last) < hit.last;
    int head = inner ? head_of(hit.first, hit.last) : hit.last;
    right_countries(head, draft);
    determine(head, draft);
    int number = tree_.child(head, Deprel::kNummod);
    draft.plural = word(head).xpos == "NNS" || word(head).xpos == "NNPS" || (number >= 0 && word(number).lemma != "one");
    draft.mention = mention(start, hit.last, head, MentionKind::kNominal);
    use(start, hit.last);
    drafts_.push_back(std::move(draft));
  }

  bool modifier(int w) const {
    switch (word(w).upos) {
      case Upos::kAdj:
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kNum:
        // *On Friday gunmen*: who is nobody's name and stands as a subject or an oblique belongs to the verb.
        return name_at_[static_cast<size_t>(w)] >= 0 || agent_at_[static_cast<size_t>(w)] >= 0 ||
               (word(w).rel != Deprel::kNsubj && base(word(w).rel) != Deprel::kObl);
      case Upos::kVerb:
        return word(w).rel == Deprel::kAmod;
      case Upos::kPart:
        return word(w).form == "'s" || word(w).form == "’s" || word(w).form == "'";
      case Upos::kPunct:
        return word(w).form == "-" || word(w).form == "–";
      default:
        return false;
    }
  }

  // The *and* or comma of *Chinese, Russian and Ukrainian officials*: a country on its left, one already taken on its right.
  bool joins_countries(int w, const Draft& draft) const {
    std::string lower = lower_ascii(word(w).form);
    if (draft.countries.empty() || w == 0 || (lower != "and" && lower != "," && lower != "or")) return false;
    int before = lower == "," ? w - 1 : lower_ascii(word(w - 1).form) == "," ? w - 2 : w - 1;
    if (before < 0 || used_[static_cast<size_t>(before)]) return false;
    int n = name_at_[static_cast<size_t>(before)];
    return n >= 0 && country_of(names_[static_cast<size_t>(n)]) >= 0 &&
           (word(before).upos == Upos::kAdj || word(before).upos == Upos::kPropn) && name_at_[static_cast<size_t>(w) + 1] >= 0;
  }

  // *Iran-backed*, *Saudi-led*: the word after the name (and its hyphen) says who supports.
  bool supports(int w) const {
    if (w < tree_.size() && (word(w).form == "-" || word(w).form == "–")) ++w;
    return w < tree_.size() && among(kBackers, lower_ascii(word(w).form));
  }

  // *the army of Peru*, *rebels in Sudan*, *its ambassador to*: only the first three prepositions make a country's own.
  void right_countries(int head, Draft& draft) {
    for (uint16_t c : tree_.children(head)) {
      if (c < head || base(word(c).rel) != Deprel::kNmod) continue;
      std::string_view preposition = tree_.case_lemma(c);
      if (preposition != "of" && preposition != "in" && preposition != "from") continue;
      if (preposition == "in" && word(head).lemma == "embassy" && word(head).xpos == "NNS") continue;
      if (draft.countries.empty() && preposition == "of" && owner_in(c) < 0)
        if (int n = owner_of_people(c); n >= 0) draft.countries.push_back(names_[static_cast<size_t>(n)].uses.front().entry);
      if (!draft.countries.empty() || owner_in(c) < 0) continue;
      // *the delegations of Chad and Niger*: each of them has one. The last stands first, as it does left of the noun.
      auto owners = tree_.conjuncts(c);
      for (auto it = owners.rbegin(); it != owners.rend(); ++it)
        if (int n = owner_in(*it); n >= 0) draft.countries.push_back(names_[static_cast<size_t>(n)].uses.front().entry);
      bool states = std::all_of(draft.countries.begin(), draft.countries.end(),
                                [&](uint32_t id) { return is_country(lexicon_.actors().entries()[id]); });
      bool plural = word(head).xpos == "NNS" || word(head).xpos == "NNPS";
      draft.joint = draft.countries.size() > 1 && states && plural && preposition != "in";
      if (!draft.joint) std::reverse(draft.countries.begin(), draft.countries.end());
    }
  }

  // The name that a phrase's head is or has for a compound; -1 if none.
  int owner_in(int word_at) const {
    int n = name_at_[static_cast<size_t>(word_at)];
    if (n >= 0 && city_of_surname(names_[static_cast<size_t>(n)])) return -1;
    for (uint16_t d : tree_.children(word_at))
      if (n < 0 && tree_.word(d).rel == Deprel::kCompound) n = name_at_[d];
    return n;
  }

  // *residents of Goma*: the city, not the minister of that name.
  bool city_of_surname(const NameHit& hit) const {
    return std::all_of(hit.uses.begin(), hit.uses.end(), [](const NameUse& use) { return use.sense == NameSense::kSurname; }) &&
           !lexicon_.ontology().places.find(as_written(hit.first, hit.last)).empty();
  }

  // *a union of Chilean miners*: the name of the country beside a noun for people; -1 if there is none.
  int owner_of_people(int noun) const {
    if (agent_at_[static_cast<size_t>(noun)] < 0) return -1;
    for (uint16_t c : tree_.children(noun))
      if (int n = name_at_[c]; c < noun && n >= 0 && tree_.word(c).rel == Deprel::kAmod && country_of(names_[static_cast<size_t>(n)]) >= 0)
        return n;
    return -1;
  }

  // *the two Koreas, both Sudans*
  void twin_states(int w) {
    if (used_[static_cast<size_t>(w)] || name_at_[static_cast<size_t>(w)] >= 0) return;
    Draft draft;
    for (const auto& [form, one, other] : kTwins)
      if (word(w).form == form)
        for (std::string_view code : {one, other})
          if (auto id = lexicon_.actors().country(code)) draft.countries.push_back(*id);
    if (draft.countries.size() < 2) return;
    draft.what = Draft::What::kTwins;
    draft.plural = true;
    draft.mention = mention(w, w, w, MentionKind::kName);
    use(w, w);
    drafts_.push_back(std::move(draft));
  }

  void determine(int head, Draft& draft) {
    for (uint16_t c : tree_.children(head)) {
      if (c > head) break;
      if (word(c).upos == Upos::kDet || word(c).rel == Deprel::kDet)
        draft.definite =
            draft.definite || word(c).lemma == "the" || word(c).lemma == "this" || word(c).lemma == "that" || word(c).lemma == "both";
      if (word(c).rel == Deprel::kNmodPoss || (c < head && word(c).lemma == "both")) draft.definite = true;
    }
  }

  void entry(const NameHit& hit) {
    Draft draft;
    draft.uses = hit.uses;
    bool adjective = std::all_of(hit.uses.begin(), hit.uses.end(), [](const NameUse& one) { return one.sense == NameSense::kAdjective; });
    int head = head_of(hit.first, hit.last);
    // An adjective that heads its phrase is its people: *the British refused*.
    if (adjective && word(hit.last).upos == Upos::kAdj &&
        (word(head).rel == Deprel::kAmod || word(head).rel == Deprel::kNmod || word(head).rel == Deprel::kCompound)) {
      draft.what = Draft::What::kAdjective;
      draft.mention = mention(hit.first, hit.last, head, MentionKind::kAdjective);
    } else {
      draft.what = Draft::What::kEntry;
      // A country before an organisation is its home: *Turkish Airlines* is a name of its own, *Kenyan Red Cross* is not.
      bool modifies = word(head).rel == Deprel::kCompound || word(head).rel == Deprel::kAmod;
      int start = hit.first;
      if (hit.first > 0)
        if (int n = name_at_[static_cast<size_t>(hit.first) - 1]; n >= 0 && !used_[static_cast<size_t>(hit.first) - 1])
          if (int country = country_of(names_[static_cast<size_t>(n)]); country >= 0 && tree_.head(hit.first - 1) == head)
            draft.countries.push_back(static_cast<uint32_t>(country));
      bool somewhere = locative(tree_.case_lemma(head)) &&
                       std::any_of(hit.uses.begin(), hit.uses.end(), [&](const NameUse& one) { return is_country(entry_of(one)); });
      // *sent no negotiator to Brussels*: a capital is where one goes or comes from before it is a government.
      std::string_view way = tree_.case_lemma(head);
      somewhere =
          somewhere || ((way == "to" || way == "from" || way == "into" || way == "via" || way == "through") &&
                        std::any_of(hit.uses.begin(), hit.uses.end(), [](const NameUse& one) { return one.sense == NameSense::kCapital; }));
      draft.mention = mention(start, hit.last, head,
                              modifies    ? MentionKind::kAdjective
                              : somewhere ? MentionKind::kPlace
                                          : MentionKind::kName);
      draft.plural = word(hit.last).xpos == "NNS" || word(hit.last).xpos == "NNPS";
    }
    use(hit.first, hit.last);
    drafts_.push_back(std::move(draft));
  }

  void pronoun_or_group(int w) {
    const Word& one = word(w);
    Draft draft;
    if (one.upos == Upos::kPron && among(kPronouns, lower_ascii(one.form)) && one.rel != Deprel::kExpl) {
      draft.what = Draft::What::kPronoun;
      draft.role = lower_ascii(one.form);
    } else if (one.upos == Upos::kPron && among(kFirstPersons, lower_ascii(one.form))) {
      draft.what = Draft::What::kFirstPerson;
      draft.role = lower_ascii(one.form);
    } else if (one.xpos == "WP$") {
      draft.what = Draft::What::kWhose;
    } else if (stands_for_two(w)) {
      // *mediates between the two, urged both to stop*
      draft.what = Draft::What::kGroupWord;
      draft.role = "side";
      draft.plural = draft.definite = true;
    } else if (names_body(w) && (one.upos == Upos::kPropn || one.upos == Upos::kNoun)) {
      draft.what = Draft::What::kGroupWord;
      draft.role = lower_ascii(one.form);
      draft.definite = true;
    } else if (points_back(w)) {
      draft.what = Draft::What::kGroupWord;
      draft.role = one.lemma;
    } else if (one.upos == Upos::kNoun && among(kGroupWords, one.lemma) && one.rel != Deprel::kXcomp) {
      // *became the third state to recognise it*: what somebody is is nobody else.
      draft.what = Draft::What::kGroupWord;
      draft.role = one.lemma;
      draft.plural = one.xpos == "NNS";
      determine(w, draft);
      if (!draft.definite && !tree_.has_child(w, Deprel::kNummod)) return;
    } else {
      return;
    }
    draft.mention = mention(w, w, w,
                            draft.what == Draft::What::kGroupWord && draft.role == "capital" && !draft.plural ? MentionKind::kPlace
                            : draft.what == Draft::What::kGroupWord                                           ? MentionKind::kNominal
                            : draft.what == Draft::What::kWhose                                               ? MentionKind::kPlace
                                                                                                              : MentionKind::kPronoun);
    used_[static_cast<size_t>(w)] = true;
    drafts_.push_back(std::move(draft));
  }

  bool stands_for_two(int w) const {
    const Word& one = word(w);
    Deprel rel = base(one.rel);
    bool argument = rel == Deprel::kNsubj || rel == Deprel::kObj || rel == Deprel::kIobj || rel == Deprel::kObl || rel == Deprel::kNmod;
    if (!argument || tree_.last(w) != w) return false;
    if (one.upos == Upos::kNum && one.lemma == "two")
      return w > 1 && lower_ascii(word(w - 1).form) == "the" && tree_.head(w - 1) == w && tree_.case_lemma(w) == "between";
    return lower_ascii(one.form) == "both" && tree_.first(w) >= w - 1 && rel != Deprel::kNsubj;
  }

  void link_appositions() {
    for (size_t i = 0; i < drafts_.size(); ++i) {
      int head = drafts_[i].mention.head;
      if (word(head).rel != Deprel::kAppos) {
        // *The minister, Ann Hale, met*, parsed as two subjects.
        if (i > 0 && between_commas(drafts_[i - 1], drafts_[i])) drafts_[i].appos_of = static_cast<int>(i - 1);
        continue;
      }
      for (size_t j = 0; j < drafts_.size(); ++j)
        if (j != i && drafts_[j].mention.head == tree_.head(head) && drafts_[j].what != Draft::What::kAdjective)
          drafts_[i].appos_of = static_cast<int>(j);
    }
  }

  bool between_commas(const Draft& role, const Draft& name) const {
    bool person = name.what == Draft::What::kPerson || name.what == Draft::What::kUnknownPerson;
    int from = name.mention.first, to = name.mention.last;
    if (!person || role.what != Draft::What::kAgent || role.plural || role.mention.last + 2 != from || to + 1 >= tree_.size()) return false;
    return word(from - 1).form == "," && word(to + 1).form == "," && tree_.head(role.mention.head) == tree_.head(name.mention.head) &&
           base(word(role.mention.head).rel) == Deprel::kNsubj && base(word(name.mention.head).rel) == Deprel::kNsubj;
  }

  uint32_t sentence_;
  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<NameHit> names_;
  std::vector<AgentHit> agents_;
  std::vector<NamedEntity> entities_;
  std::vector<int> name_at_, agent_at_;
  std::vector<bool> used_;
  std::vector<Draft> drafts_;
};

}  // namespace

void add_sectors(std::vector<std::string>& sectors, std::string_view code) {
  for (size_t at = 0; at + 3 <= code.size(); at += 3) {
    std::string one(code.substr(at, 3));
    if (std::find(sectors.begin(), sectors.end(), one) == sectors.end()) sectors.push_back(std::move(one));
  }
}

bool bordering(const Tree& tree, int name) {
  int head = tree.head(name);
  return head >= 0 && (tree.word(head).lemma == "border" || tree.word(head).lemma == "frontier");
}

bool of_others(const Tree& tree, const Draft& draft) {
  for (uint16_t c : tree.children(draft.mention.head))
    if (c < draft.mention.head && (tree.word(c).lemma == "foreign" || tree.word(c).lemma == "other") && c + 1 == draft.mention.head)
      return true;
  return false;
}

bool sent_abroad(const Draft& draft) {
  static constexpr std::array<std::string_view, 8> kAbroad{"ambassador", "embassie", "envoy",     "diplomat",
                                                           "embassy",    "consul",   "consulate", "attache"};
  size_t space = draft.role.rfind(' ');
  std::string_view noun = std::string_view(draft.role).substr(space == std::string::npos ? 0 : space + 1);
  return draft.what == Draft::What::kAgent &&
         (among(kAbroad, noun) || (draft.plural && noun.ends_with('s') && among(kAbroad, noun.substr(0, noun.size() - 1))));
}

void widen(Mention& mention, const Mention& beside) {
  bool next = mention.last + 2 >= beside.first && beside.last + 2 >= mention.first;
  if (!next) return;
  mention.first = std::min(mention.first, beside.first);
  mention.last = std::max(mention.last, beside.last);
  mention.span = cover(mention.span, beside.span);
}

bool beside(const Tree& tree, const Draft& draft, const Draft& place) {
  int up = tree.head(place.mention.head);
  // *replaced the commander and met them in Paris*: that is where they met.
  if (up >= 0 && tree.word(up).upos == Upos::kVerb && tree.word(up).rel == Deprel::kConj && draft.mention.head < up) return false;
  return up == draft.mention.head || (up >= 0 && up == tree.head(draft.mention.head)) ||
         (up >= 0 && tree.head(up) == tree.head(draft.mention.head) && tree.head(up) >= 0);
}

bool locative_place(const Tree& tree, const Draft& draft) {
  return tree.case_lemma(draft.mention.head) == "in" || tree.case_lemma(draft.mention.head) == "near" ||
         tree.case_lemma(draft.mention.head) == "at";
}

int place_behind(const Tree& tree, int head) {
  constexpr std::array<std::string_view, 44> kBuilt{
      "airfield", "airport", "base",      "bridge",   "building", "bus",      "camp", "checkpoint", "church",  "clinic",    "convoy",
      "dam",      "depot",   "embassy",   "factory",  "farm",     "garrison", "home", "hospital",   "hotel",   "house",     "market",
      "mine",     "mosque",  "outpost",   "pipeline", "plant",    "police",   "port", "post",       "prison",  "refinery",  "restaurant",
      "school",   "shop",    "synagogue", "station",  "temple",   "theatre",  "town", "train",      "village", "warehouse", "wedding"};
  Deprel rel = tree.word(head).rel;
  int verb = tree.head(head), preposition = tree.last(head) + 1;
  if (verb < 0 || preposition + 1 >= tree.size() || (base(rel) != Deprel::kObj && rel != Deprel::kNsubjPass)) return -1;
  if (tree.word(preposition).lemma != "in" || tree.word(preposition).rel != Deprel::kCase) return -1;
  int place = tree.head(preposition);
  bool beside = place > preposition && tree.head(place) == verb && base(tree.word(place).rel) == Deprel::kObl;
  return beside && std::find(kBuilt.begin(), kBuilt.end(), tree.word(head).lemma) != kBuilt.end() ? place : -1;
}

std::vector<Draft> draft_mentions(const Document& doc, uint32_t sentence, const Tree& tree, const Lexicon& lexicon,
                                  std::vector<NamedEntity> entities) {
  return Drafter(doc, sentence, tree, lexicon, std::move(entities)).run();
}

}  // namespace demarche
