#include "actors/resolver.h"

#include <algorithm>
#include <array>
#include <climits>
#include <map>
#include <set>
#include <unordered_map>

#include "actors/coreference.h"
#include "actors/drafts.h"
#include "actors/person_choice.h"
#include "actors/quoted_words.h"
#include "actors/roles.h"
#include "actors/titles.h"
#include "actors/victims.h"
#include "base/lists.h"
#include "base/strings.h"

namespace demarche {

namespace {

class Resolver {
 public:
  Resolver(const Document& doc, const std::vector<Tree>& trees, const Lexicon& lexicon, std::optional<Date> day)
      : doc_(doc), trees_(trees), lexicon_(lexicon), day_(day), coreference_(trees, table_) {}

  ActorTable run(std::vector<NamedEntity>& names) {
    for (size_t s = 0; s < trees_.size(); ++s) {
      auto found = names_in(doc_, static_cast<uint32_t>(s), trees_[s], lexicon_);
      names.insert(names.end(), found.begin(), found.end());
      drafts_.push_back(draft_mentions(doc_, static_cast<uint32_t>(s), trees_[s], lexicon_, std::move(found)));
    }
    for (const auto& drafts : drafts_)
      for (const Draft& draft : drafts)
        for (const NameUse& use : draft.uses)
          if (use.sense == NameSense::kName && entry(use.entry).kind == ActorKind::kPerson) named_in_full_.insert(use.entry);
    for (size_t s = 0; s < trees_.size(); ++s)
      for (Draft& draft : drafts_[s]) part_from_namesake(trees_[s], lexicon_, named_in_full_, day_, draft);
    survey();
    for (size_t s = 0; s < trees_.size(); ++s) resolve_sentence(s);
    index();
    return std::move(table_);
  }

 private:
  const ActorEntry& entry(uint32_t id) const { return lexicon_.actors().entries()[id]; }

  // Counts countries, by which words for several of them are read.
  void survey() {
    std::map<std::string, int> counts, others;  // named as such, and by their people and bodies
    for (const auto& drafts : drafts_) {
      for (const Draft& draft : drafts) {
        if (draft.doubts.empty())
          for (uint32_t country : draft.countries) ++counts[std::string(entry(country).country())];
        if (ambiguous(draft)) continue;
        if (!draft.uses.empty() && entry(draft.uses.front().entry).kind == ActorKind::kCountry)
          ++counts[entry(draft.uses.front().entry).code.substr(0, 3)];
        else if (!draft.uses.empty() && lexicon_.actors().country(entry(draft.uses.front().entry).country()))
          ++others[std::string(entry(draft.uses.front().entry).country())];
      }
    }
    // A report is about the country whose people and bodies it names most, whatever else it calls by name.
    std::map<std::string, int> all = counts;
    for (const auto& [country, count] : others) all[country] += count;
    int best = 0, second = 0;
    for (const auto& [country, count] : all) {
      second = std::max(second, std::min(best, count));
      if (count > best) {
        best = count;
        focus_ = country;
      }
    }
    focused_ = best > 2 && best > 2 * second;
    counts_ = std::move(counts);
    survey_union();
    for (auto& drafts : drafts_)
      for (Draft& draft : drafts)
        for (auto [at, other] : draft.doubts)
          if (named_more(entry(other), entry(draft.countries[at]))) draft.countries[at] = other;
  }

  // *The Korean leader* of a report on the North is the North's.
  bool named_more(const ActorEntry& one, const ActorEntry& other) const {
    auto count = [&](const ActorEntry& country) {
      auto it = counts_.find(std::string(country.country()));
      return it == counts_.end() ? 0 : it->second;
    };
    return count(one) > count(other);
  }

  // One word for two countries, or for a country and a body that sits there, is no evidence for either.
  bool ambiguous(const Draft& draft) const {
    return nobodys_name(draft) || std::any_of(draft.uses.begin(), draft.uses.end(), [&](const NameUse& use) {
             return use.sense != NameSense::kSurname && entry(use.entry).kind != ActorKind::kPerson &&
                    entry(use.entry).country() != entry(draft.uses.front().entry).country();
           });
  }

  void resolve_sentence(size_t s) {
    auto& drafts = drafts_[s];
    std::vector<std::vector<uint32_t>> resolved(drafts.size());
    // A name next to a role noun gives that noun its actor, whichever stands first.
    for (size_t i = 0; i < drafts.size(); ++i) {
      Draft& draft = drafts[i];
      int other = draft.appos_of;
      bool named = draft.what == Draft::What::kPerson || draft.what == Draft::What::kUnknownPerson;
      if (other < 0 || drafts[static_cast<size_t>(other)].what == Draft::What::kPronoun) continue;
      Draft& partner = drafts[static_cast<size_t>(other)];
      bool partner_named = partner.what == Draft::What::kPerson || partner.what == Draft::What::kUnknownPerson;
      // *the guerrilla army, the ELN*
      if (draft.what == Draft::What::kEntry && partner.what == Draft::What::kAgent && organised(draft)) named = true;
      if (partner.what == Draft::What::kEntry && draft.what == Draft::What::kAgent && organised(partner)) partner_named = true;
      if (named == partner_named) continue;
      (named ? draft : partner)
          .sectors.insert((named ? draft : partner).sectors.end(), (named ? partner : draft).sectors.begin(),
                          (named ? partner : draft).sectors.end());
      auto& to = named ? draft : partner;
      const auto& from = named ? partner : draft;
      if (from.what != Draft::What::kAgent) continue;
      to.countries.insert(to.countries.end(), from.countries.begin(), from.countries.end());
      if (to.role.empty()) to.role = from.role;
      to.former = to.former || from.former;
      merged_with_[{s, named ? static_cast<size_t>(other) : i}] = named ? i : static_cast<size_t>(other);
      widen(to.mention, from.mention);
    }
    for (size_t i = 0; i < drafts.size(); ++i)
      if (!merged_with_.contains({s, i}) && drafts[i].what != Draft::What::kFirstPerson) place(s, drafts[i], resolved[i]);
    // Who says *we* may be named behind the words.
    for (size_t i = 0; i < drafts.size(); ++i)
      if (drafts[i].what == Draft::What::kFirstPerson) place(s, drafts[i], resolved[i]);
    if (auto said = last_speaker(s); !said.empty()) speaking_ = {s, std::move(said)};
    for (size_t i = 0; i < drafts.size(); ++i)
      if (auto it = merged_with_.find({s, i}); it != merged_with_.end() && !covers(drafts[it->second].mention, drafts[i].mention)) {
        drafts[i].mention.actors = resolved[it->second];
        commit(drafts[i]);
      }
  }

  static bool covers(const Mention& outer, const Mention& inner) { return outer.first <= inner.first && inner.last <= outer.last; }
  bool organised(const Draft& draft) const { return is_organised(entry(draft.uses.front().entry).kind); }

  void place(size_t s, Draft& draft, std::vector<uint32_t>& resolved) {
    auto known = spoken_of(s, draft);
    if (known) draft.mention.kind = MentionKind::kName;
    resolved = known ? std::vector<uint32_t>{*known} : actors_for(s, draft);
    draft.mention.actors = resolved;
    commit(draft);
  }

  void commit(const Draft& draft) {
    if (draft.mention.actors.empty()) return;
    table_.mentions.push_back(draft.mention);
    coreference_.saw(draft.mention, draft.role);
  }

  // A bare name that the report has given to somebody whom no dictionary holds: no place, and no namesake.
  std::optional<uint32_t> spoken_of(size_t s, const Draft& draft) const {
    std::string_view form = trees_[s].word(draft.mention.last).form;
    bool bare = draft.mention.first == draft.mention.last;
    switch (draft.what) {
      case Draft::What::kPlace:
      case Draft::What::kPerson:
        if (!std::all_of(draft.uses.begin(), draft.uses.end(),
                         [&](const NameUse& use) { return use.sense == NameSense::kSurname && !named_in_full_.contains(use.entry); }))
          return std::nullopt;
        break;
      case Draft::What::kEntry:
        if (!bare || form.size() < 2 || !is_upper_ascii(form[1])) return std::nullopt;
        break;
      default:
        return std::nullopt;
    }
    auto it = by_unknown_name_.find(draft.what == Draft::What::kPlace ? draft.name : hyphenated(trees_[s], draft.mention.last));
    return it == by_unknown_name_.end() ? std::nullopt : std::optional<uint32_t>(it->second);
  }

  std::vector<uint32_t> actors_for(size_t s, const Draft& draft) {
    switch (draft.what) {
      case Draft::What::kPerson:
        return {known_person(draft)};
      case Draft::What::kUnknownPerson:
        return {unknown_person(draft)};
      case Draft::What::kEntry:
        if (auto body = common_body(s, draft)) return {*body};
        return {known_entry(draft)};
      case Draft::What::kAdjective:
        return {known_entry(draft)};
      case Draft::What::kPlace:
      case Draft::What::kNobody:
        return place_owner(draft);
      case Draft::What::kAgent:
        return agent(s, draft);
      case Draft::What::kPronoun:
        return coreference_.pronoun(draft.mention, draft.role,
                                    quoted(trees_, s, draft.mention.head) ? speakers(s, draft.mention.head) : std::vector<uint32_t>{});
      case Draft::What::kFirstPerson:
        return first_person(s, draft);
      case Draft::What::kTwins:
        return {actor_of_entry(draft.countries[0]), actor_of_entry(draft.countries[1])};
      case Draft::What::kWhose:
        return antecedent(s, draft);
      case Draft::What::kGroupWord: {
        if (auto own = own_country(s, draft)) return {*own};
        if (auto own = own_party(s, draft)) return {*own};
        if (auto named = named_side(s, draft); !named.empty()) return named;
        if (!draft.plural)
          if (auto body = coreference_.body_named(draft.role)) return {*body};
        auto meant = coreference_.group_word(draft.mention, draft.role, draft.plural);
        if (meant.empty() && draft.role == "union" && union_entry_ != UINT32_MAX && !draft.plural) return {actor_of_entry(union_entry_)};
        return meant.empty() ? speakers_country(s, draft) : meant;
      }
    }
    return {};
  }

  // Whose words a word stands in: the subject of the verb of saying above it or beside what is above it.
  std::vector<uint32_t> speakers(size_t s, int word) const {
    const Tree& tree = trees_[s];
    auto sayers = lexicon_.classes().find("say_verb");
    if (!sayers) return {};
    int below = word;
    for (int at = tree.head(word), steps = 0; at >= 0 && steps < 40; below = at, at = tree.head(at), ++steps) {
      Deprel rel = base(tree.word(below).rel);
      if (lexicon_.classes().has(tree.word(at).lemma, *sayers) &&
          (rel == Deprel::kCcomp || rel == Deprel::kParataxis || rel == Deprel::kObj))
        if (auto found = subject_of(s, at); !found.empty()) return found;
      for (uint16_t c : tree.children(at))
        if (tree.word(c).rel == Deprel::kParataxis && c != below && lexicon_.classes().has(tree.word(c).lemma, *sayers))
          if (auto found = subject_of(s, c); !found.empty()) return found;
    }
    return {};
  }

  std::vector<uint32_t> subject_of(size_t s, int verb) const {
    int subject = trees_[s].child(verb, Deprel::kNsubj);
    if (subject >= 0)
      for (auto it = table_.mentions.rbegin(); it != table_.mentions.rend() && it->sentence == s; ++it)
        if (it->kind != MentionKind::kAdjective && it->first <= subject && subject <= it->last) return it->actors;
    return {};
  }

  // The subject of the sentence's own verb, if it is one of saying.
  std::vector<uint32_t> last_speaker(size_t s) const {
    auto sayers = lexicon_.classes().find("say_verb");
    const Tree& tree = trees_[s];
    for (int w = 0; sayers && w < tree.size(); ++w)
      if ((tree.head(w) < 0 || tree.word(w).rel == Deprel::kParataxis) && lexicon_.classes().has(tree.word(w).lemma, *sayers))
        if (auto found = subject_of(s, w); !found.empty()) return found;
    return {};
  }

  // *I* is who speaks; *we* from one who holds office is the country.
  std::vector<uint32_t> first_person(size_t s, const Draft& draft) {
    std::vector<uint32_t> found = speakers(s, draft.mention.head);
    if (found.empty() && quoted(trees_, s, draft.mention.head) && !speaking_.second.empty() && speaking_.first + 3 >= s)
      found = speaking_.second;
    bool singular = draft.role == "i" || draft.role.starts_with("m");
    if (singular) return found.size() > 1 ? std::vector<uint32_t>{} : found;
    for (uint32_t& one : found) {
      const Actor& speaker = table_.actors[one];
      bool official = std::find(speaker.sectors.begin(), speaker.sectors.end(), "GOV") != speaker.sectors.end();
      if (!official) continue;
      if (auto id = lexicon_.actors().country(speaker.country)) one = actor_of_entry(*id);
    }
    return found;
  }

  // *Castro, whose government*: who stands right before the relative.
  std::vector<uint32_t> antecedent(size_t s, const Draft& draft) const {
    const Tree& tree = trees_[s];
    int at = draft.mention.head - 1;
    while (at >= 0 && tree.word(at).upos == Upos::kPunct) --at;
    for (auto it = table_.mentions.rbegin(); at >= 0 && it != table_.mentions.rend() && it->sentence == s; ++it)
      if (it->kind != MentionKind::kAdjective && it->first <= at && at <= it->last) return it->actors;
    return {};
  }

  uint32_t choose_person(const Draft& draft) const { return demarche::choose_person(draft, lexicon_, named_in_full_, counts_, day_); }

  uint32_t known_person(const Draft& draft) {
    uint32_t id = choose_person(draft);
    uint32_t index = actor_of_entry(id);
    Actor& actor = table_.actors[index];
    const ActorEntry& one = entry(id);
    const DatedRole* now = day_ ? chief_role(one, *day_) : nullptr;
    if (!day_ && !draft.role.empty()) {
      for (const DatedRole& role : one.roles)
        if (plain_title(role.title) == plain_title(draft.role)) set_code(actor, role.code, role.title);
    }
    if (draft.former && now && actor.note.empty()) {
      actor.note = "the text calls " + actor.name + " former; the actor list has " + (now->title.empty() ? now->code : now->title);
      if (now->term.start.days != INT32_MIN) actor.note += " since " + now->term.start.iso();
    }
    if (!now && day_ && !draft.role.empty() && !draft.former && actor.role != draft.role && actor.note.empty() && one.former_role(*day_)) {
      actor.note = "the text calls " + actor.name + " " + draft.role + "; the actor list has no such role on " + day_->iso();
      set_code(actor, std::string(one.country()) + join(draft.sectors, ""), draft.role);
    }
    return index;
  }

  void set_code(Actor& actor, std::string code, std::string_view role) {
    actor.code = std::move(code);
    actor.country = country_of_code(actor.code);
    actor.sectors.clear();
    add_sectors(actor.sectors, std::string_view(actor.code).substr(std::min<size_t>(3, actor.code.size())));
    if (!role.empty()) actor.role = role;
  }

  uint32_t actor_of_entry(uint32_t id) {
    if (auto it = by_entry_.find(id); it != by_entry_.end()) return it->second;
    const ActorEntry& one = entry(id);
    Actor actor;
    actor.name = one.name;
    actor.named = true;
    actor.entry = static_cast<int>(id);
    actor.person = one.kind == ActorKind::kPerson;
    actor.gender = one.gender;
    actor.plural = one.kind == ActorKind::kPeople;
    const DatedRole* now = day_ ? chief_role(one, *day_) : one.code.empty() && !one.roles.empty() ? &one.roles.back() : nullptr;
    if (now) {
      set_code(actor, now->code, now->title);
    } else if (!one.code.empty()) {
      set_code(actor, one.code, "");
      // PLOVER gives a region no code.
      if (one.kind == ActorKind::kRegion) {
        actor.country.clear();
        actor.code.clear();
      }
    } else if (const DatedRole* past = day_ ? one.former_role(*day_) : nullptr) {
      // Out of office: CAMEO's elite, with what they were.
      set_code(actor, std::string(one.country()) + "ELI", past->title.empty() ? "" : "former " + past->title);
    } else {
      set_code(actor, std::string(one.country()), "");
    }
    table_.actors.push_back(std::move(actor));
    return by_entry_[id] = static_cast<uint32_t>(table_.actors.size() - 1);
  }

  uint32_t unknown_person(const Draft& draft) {
    std::string last(words_of(draft.name).empty() ? draft.name : std::string(words_of(draft.name).back()));
    if (draft.body) last = draft.name;
    for (const std::string& key : {draft.name, last})
      if (auto it = by_unknown_name_.find(key); it != by_unknown_name_.end()) {
        Actor& known = table_.actors[it->second];
        if (known.country.empty() && (!draft.countries.empty() || !draft.sectors.empty())) describe(known, draft);
        return it->second;
      }
    Actor actor;
    actor.name = draft.name;
    actor.named = true;
    actor.person = !draft.body;
    describe(actor, draft);
    uint32_t index = static_cast<uint32_t>(table_.actors.size());
    table_.actors.push_back(std::move(actor));
    by_unknown_name_[draft.name] = index;
    by_unknown_name_.try_emplace(last, index);
    if (!draft.alias.empty()) by_unknown_name_[draft.alias] = index;
    return index;
  }

  void describe(Actor& actor, const Draft& draft) const {
    std::string country = draft.countries.empty() ? std::string() : std::string(entry(draft.countries.front()).country());
    // A country-less title in a report that is about one country (*Prime Minister Adeyemi*) belongs to it.
    bool owned = possessed(trees_[draft.mention.sentence], draft);
    if (country.empty() && !draft.role.empty() && !draft.sectors.empty() && !owned) country = focus_;
    actor.sectors.clear();
    std::vector<std::string> sectors = draft.former ? std::vector<std::string>{"ELI"} : draft.sectors;
    actor.country = country;
    actor.code = country.empty() ? std::string() : country + join(sectors, "");
    actor.sectors = sectors;
    actor.role = draft.role;
    if (draft.role.starts_with("mrs") || draft.role.starts_with("ms") || draft.role == "queen" || draft.role == "princess")
      actor.gender = 'f';
    if (draft.role == "mr" || draft.role == "mr." || draft.role == "king" || draft.role == "prince") actor.gender = 'm';
  }

  // Entries that share a name (*Congress, Labour Party*) are told apart by the country beside it, then by the countries of the report.
  uint32_t known_entry(const Draft& draft) {
    uint32_t best = draft.uses.front().entry;
    double best_score = -1;
    for (const NameUse& use : draft.uses) {
      const ActorEntry& one = entry(use.entry);
      double score = 0;
      for (uint32_t country : draft.countries)
        if (entry(country).country() == one.country()) score += 10;
      if (auto it = counts_.find(std::string(one.country())); it != counts_.end()) score += 1 + 0.1 * it->second;
      if (one.kind == ActorKind::kCountry) score += 0.5;
      // Russia and the Soviet Union share names: the day tells which is meant.
      if (one.kind == ActorKind::kCountry && !one.roles.empty() && !one.role_on(day_.value_or(kToday))) score -= 8;
      if (score > best_score) {
        best_score = score;
        best = use.entry;
      }
    }
    return actor_of_entry(of_union(draft) ? union_entry_ : best);
  }

  // *The Communist Party, the Southern Front* that no country beside it makes one of those of that name: of the country that the report is
  // about, or of none.
  std::optional<uint32_t> common_body(size_t s, const Draft& draft) {
    if (!nobodys_name(draft)) return std::nullopt;
    for (const NameUse& use : draft.uses) {
      const std::string country(entry(use.entry).country());
      bool beside =
          std::any_of(draft.countries.begin(), draft.countries.end(), [&](uint32_t id) { return entry(id).country() == country; });
      if (beside || counts_.contains(country) || country == focus_ || named_in_full_.contains(use.entry)) return std::nullopt;
    }
    Draft body = draft;
    body.role = lower_ascii(surface(trees_[s], draft));
    if (entry(draft.uses.front().entry).kind == ActorKind::kParty) body.sectors = {"PTY"};
    return composed(s, body, of_victims(s, draft, focus_) ? std::string() : focus_);
  }

  bool nobodys_name(const Draft& draft) const {
    bool named = draft.what == Draft::What::kEntry && draft.mention.first != draft.mention.last;
    return named && common_to_many(draft.uses, surface(trees_[draft.mention.sentence], draft), lexicon_);
  }

  // *Brussels* is the European Union, but in a report that speaks of Belgium.
  bool of_union(const Draft& draft) const {
    const NameUse& use = draft.uses.front();
    return union_entry_ != UINT32_MAX && !belgian_ && use.sense == NameSense::kCapital && entry(use.entry).country() == "BEL";
  }

  void survey_union() {
    if (auto found = lexicon_.actors().find("European Union"); found && entry(*found).code == "EUR") union_entry_ = *found;
    for (const auto& drafts : drafts_)
      for (const Draft& draft : drafts) {
        for (const NameUse& use : draft.uses)
          belgian_ = belgian_ || (entry(use.entry).country() == "BEL" && use.sense != NameSense::kCapital);
        for (uint32_t country : draft.countries) belgian_ = belgian_ || entry(country).country() == "BEL";
      }
  }

  const Mention* possessor(size_t s, const Draft& draft) const {
    int owner = trees_[s].child(draft.mention.head, Deprel::kNmodPoss);
    if (owner >= 0)
      for (auto it = table_.mentions.rbegin(); it != table_.mentions.rend() && it->sentence == s; ++it)
        if (it->head == owner && !it->actors.empty()) return &*it;
    return nullptr;
  }

  // *his country*: the owner's.
  std::optional<uint32_t> own_country(size_t s, const Draft& draft) {
    if (draft.plural || (draft.role != "country" && draft.role != "nation" && draft.role != "state")) return std::nullopt;
    const Mention* owner = possessor(s, draft);
    if (!owner) return std::nullopt;
    auto id = lexicon_.actors().country(table_.actors[owner->actors.front()].country);
    return id ? std::optional<uint32_t>(actor_of_entry(*id)) : std::nullopt;
  }

  // *his party*: of the owner's country, and in opposition as he is.
  std::optional<uint32_t> own_party(size_t s, const Draft& draft) {
    const Mention* owner = draft.role == "party" && !draft.plural ? possessor(s, draft) : nullptr;
    if (!owner || !table_.actors[owner->actors.front()].person) return std::nullopt;
    const Actor& head = table_.actors[owner->actors.front()];
    Draft party = draft;
    if (among(head.sectors, std::string("OPP"))) party.sectors.push_back("OPP");
    party.sectors.push_back("PTY");
    return composed(s, party, head.country);
  }

  // *The prime minister said the country would*: his own, where none was named.
  std::vector<uint32_t> speakers_country(size_t s, const Draft& draft) {
    if (draft.plural || !draft.definite || (draft.role != "country" && draft.role != "nation")) return {};
    std::vector<uint32_t> who = speakers(s, draft.mention.head);
    auto id = who.empty() ? std::nullopt : lexicon_.actors().country(table_.actors[who.front()].country);
    return id ? std::vector<uint32_t>{actor_of_entry(*id)} : std::vector<uint32_t>{};
  }

  // *the Afghan capital, the Turkish side*: the country that the adjective names.
  std::vector<uint32_t> named_side(size_t s, const Draft& draft) const {
    static const std::set<std::string_view> kOfStates{"capital", "side", "party", "government", "republic", "state", "army"};
    if (!kOfStates.contains(draft.role)) return {};
    for (uint16_t c : trees_[s].children(draft.mention.head)) {
      Deprel rel = trees_[s].word(c).rel;
      if (c > draft.mention.head || (rel != Deprel::kAmod && rel != Deprel::kCompound)) continue;
      for (auto it = table_.mentions.rbegin(); it != table_.mentions.rend() && it->sentence == s; ++it)
        if (it->head == c && it->kind == MentionKind::kAdjective && !draft.plural) return it->actors;
    }
    return {};
  }

  // The country of a place; of several places of that name, one in a country that the report speaks of, else the best known.
  std::vector<uint32_t> place_owner(const Draft& draft) {
    auto candidates = lexicon_.ontology().places.find(draft.name);
    const Place* best = nullptr;
    for (const Place* one : candidates) {
      if (one->country.empty()) continue;
      if (!best || (counts_.contains(std::string(one->country)) && !counts_.contains(std::string(best->country)))) best = one;
    }
    if (!best) return {};
    auto entry_id = lexicon_.actors().country(best->country);
    return entry_id ? std::vector<uint32_t>{actor_of_entry(*entry_id)} : std::vector<uint32_t>{};
  }

  // Those of the report that a role noun without a country means; empty where it means somebody new.
  std::vector<uint32_t> agent_spoken_of(size_t s, const Draft& draft) {
    const Tree& tree = trees_[s];
    std::string head_lemma = tree.word(draft.mention.head).lemma;
    // A plural that the tagger does not know is its own lemma.
    if (draft.plural && head_lemma.ends_with('s') && head_lemma == lower_ascii(tree.word(draft.mention.head).form)) head_lemma.pop_back();
    if (draft.plural && draft.definite && coreference_.says_how_many(draft.mention) > 1) {
      auto pair = coreference_.group_word(draft.mention, head_lemma, true);
      if (!pair.empty()) return pair;
    }
    // *their top leaders*: one of each owner.
    if (const Mention* owners = possessor(s, draft); owners && draft.plural && owners->actors.size() > 1) {
      std::vector<uint32_t> countries = owners->actors, all;
      for (uint32_t owner : countries) all.push_back(composed(s, draft, table_.actors[owner].country));
      return all;
    }
    // *The leaders* who just met.
    if (draft.definite && draft.plural && draft.role == "leaders" && !possessed(tree, draft))
      if (auto persons = coreference_.group_word(draft.mention, "leader", true);
          persons.size() > 1 && std::all_of(persons.begin(), persons.end(), [&](uint32_t one) { return table_.actors[one].person; }))
        return persons;
    if (draft.definite && draft.plural) {
      auto holders = coreference_.holders_of(head_lemma);
      if (holders.size() > 1) return holders;
    }
    if (draft.definite && !possessed(tree, draft) && names_a_body(head_lemma)) {
      std::vector<std::string> sectors = draft.sectors;
      bool fighters = head_lemma == "rebel" || head_lemma == "militant" || head_lemma == "insurgent";
      add_sectors(sectors, head_lemma == "party"                             ? "PTY"
                           : head_lemma == "company" || head_lemma == "firm" ? "BUS"
                           : fighters                                        ? "REB"
                                                                             : "REBPRMUAF");
      if (auto body = coreference_.body(draft.mention, sectors)) return {*body};
    }
    static const std::set<std::string_view> kNamedBodies{"court", "tribunal", "commission", "council", "congress", "assembly", "ministry"};
    if (draft.definite && !possessed(tree, draft) && draft.role == head_lemma && kNamedBodies.contains(head_lemma))
      if (auto body = coreference_.body_named(head_lemma)) return {*body};
    // *Turkish police arrested X. Police said*: whose they are has been told.
    bool known = draft.definite || draft.role == "police" || draft.role == "parliament";
    return known || possessed(tree, draft) ? agent_again(s, draft) : std::vector<uint32_t>{};
  }

  // *the minister* after *Minister X*: the latest of that role.
  std::vector<uint32_t> agent_again(size_t s, const Draft& draft) {
    const Tree& tree = trees_[s];
    // *The government* of a report on one country is that country's, though another's was mentioned since.
    if (auto it = by_agent_.find(focus_ + ":" + draft.role); focused_ && !possessed(tree, draft) && it != by_agent_.end())
      return {it->second};
    // *Castro, whose government*: not the government spoken of before.
    const Mention* owner = possessor(s, draft);
    std::string own = owner ? table_.actors[owner->actors.front()].country : std::string();
    if (auto back = coreference_.same_role(draft.role, draft.plural);
        !back.empty() && (own.empty() || table_.actors[back.front()].country == own))
      return back;
    // *the official, the politician*, who is no other than the one spoken of.
    bool anybody = draft.role == "official" || draft.role == "politician" || draft.role == "diplomat" || draft.role == "statesman";
    if (anybody && !draft.plural && !owner && !tree.has_child(draft.mention.head, Deprel::kAmod))
      if (auto person = coreference_.latest_person(draft.mention); !person.empty()) return person;
    return {};
  }

  std::vector<uint32_t> agent(size_t s, const Draft& draft) {
    if (const Mention* owner = possessor(s, draft); owner && trees_[s].word(draft.mention.head).lemma == "counterpart" && !draft.plural) {
      std::string wanted = draft.countries.empty() ? std::string() : std::string(entry(draft.countries.front()).country());
      if (auto other = coreference_.counterpart(draft.mention, table_.actors[owner->actors.front()].country, wanted)) return {*other};
    }
    if (draft.countries.empty())
      if (auto meant = agent_spoken_of(s, draft); !meant.empty())
        if (meant.size() > 1 || !of_victims(s, draft, table_.actors[meant.front()].country)) return meant;
    if (draft.joint && draft.countries.size() > 1) {
      std::vector<uint32_t> all;
      for (auto it = draft.countries.rbegin(); it != draft.countries.rend(); ++it)
        all.push_back(composed(s, draft, std::string(entry(*it).country())));
      return all;
    }
    if (!draft.countries.empty() && generic(entry(draft.countries.front()).code))
      return {composed(s, draft, entry(draft.countries.front()).code)};
    return {composed(s, draft, country_for(s, draft))};
  }

  // The actor of a role noun and a country (or a body's code): the same noun of the same country is the same actor.
  uint32_t composed(size_t s, const Draft& draft, const std::string& country) {
    const Tree& tree = trees_[s];
    std::string key = country + ":" + draft.role + (draft.former ? ":former" : "");
    if (auto it = by_agent_.find(key); it != by_agent_.end()) return it->second;
    Actor actor;
    actor.name = std::string(surface(tree, draft));
    actor.country = country_of_code(country);
    actor.sectors = draft.former ? std::vector<std::string>{"ELI"} : draft.sectors;
    // *The commander of the rebels' army* is the rebels', not the state's.
    if (std::string body = draft.countries.empty() || draft.former ? std::string() : armed_code(entry(draft.countries.front()));
        !body.empty()) {
      actor.sectors.clear();
      add_sectors(actor.sectors, std::string_view(body).substr(3));
      for (const std::string& one : draft.sectors) add_sectors(actor.sectors, one);
    }
    actor.code = country.empty() ? std::string() : country + join(actor.sectors, "");
    actor.role = draft.role;
    actor.plural = draft.plural;
    actor.supporter = draft.supporter;
    actor.person = !draft.plural && coreference_.personal(tree.word(draft.mention.head).lemma);
    table_.actors.push_back(std::move(actor));
    uint32_t index = static_cast<uint32_t>(table_.actors.size() - 1);
    by_agent_[key] = index;
    return index;
  }

  // The code of an armed group on the day; empty for all others.
  std::string armed_code(const ActorEntry& one) const {
    const DatedRole* role = one.roles.empty() ? nullptr : day_ ? chief_role(one, *day_) : &one.roles.back();
    const std::string& code = role ? role->code : one.code;
    bool armed = one.kind == ActorKind::kGroup || code.find("REB") == 3 || code.find("UAF") == 3 || code.find("PRM") == 3;
    return armed && code.size() > 3 ? code : std::string();
  }

  std::string_view surface(const Tree& tree, const Draft& draft) const {
    uint32_t begin = tree.word(draft.mention.first).span.begin;
    return std::string_view(doc_.text).substr(begin, tree.word(draft.mention.last).span.end - begin);
  }

  bool possessed(const Tree& tree, const Draft& draft) const { return tree.has_child(draft.mention.head, Deprel::kNmodPoss); }

  // Own country, the possessor's, the place of the sentence, the report's.
  std::string country_for(size_t s, const Draft& draft) {
    if (!draft.countries.empty()) return std::string(entry(draft.countries.front()).country());
    const Tree& tree = trees_[s];
    if (const Mention* owner = possessor(s, draft)) return table_.actors[owner->actors.front()].country;
    // Traders, analysts and critics are nobody's unless the words say whose; soldiers, police and governments are somebody's.
    static const std::set<std::string> kOfState{"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "OPP"};
    bool of_state = std::any_of(draft.sectors.begin(), draft.sectors.end(), [](const std::string& one) { return kOfState.contains(one); });
    // Settlers of that land, where the report speaks of its state.
    if (tree.word(draft.mention.head).lemma == "settler" && counts_.contains("ISR")) return "ISR";
    if (!of_state && !draft.plural && !of_others(tree, draft))
      if (int where = place_behind(tree, draft.mention.head); where >= 0)
        for (const Draft& other : drafts_[s])
          if (other.mention.head == where || tree.head(other.mention.head) == where)
            if (std::string there = country_named(other); !there.empty()) return there;
    if (!of_state || of_others(tree, draft)) return {};
    if (of_no_place(tree.word(draft.mention.head).lemma)) return {};
    bool abroad = draft.plural && sent_abroad(draft);
    if (std::string there = right_behind(s, draft); !there.empty()) return abroad ? std::string() : there;
    if (of_many_states(tree, draft)) return {};
    for (const Draft& other : drafts_[s])
      if (abroad || !beside(tree, draft, other))
        continue;
      else if (other.what == Draft::What::kPlace && locative_place(tree, other)) {
        if (auto owner = place_owner(other); !owner.empty()) return table_.actors[owner.front()].country;
      } else if (other.what == Draft::What::kEntry && !other.uses.empty() && entry(other.uses.front().entry).kind == ActorKind::kCountry &&
                 tree.case_lemma(other.mention.head) == "in")
        return std::string(entry(other.uses.front().entry).country());
    if (std::string owner = owner_before(s, draft); !owner.empty()) return owner;
    if (std::string master = commanded_by(s, draft); !master.empty()) return master;
    if (focused_) return focus_;
    // *urged the armed forces to abandon the Malian president*: of the one country spoken of here, else just before, else most.
    if (draft.definite) {
      // *The Prime Minister met the President of Peru*, in a report that names no other country: whose he is nobody says.
      bool host = coreference_.personal(tree.word(draft.mention.head).lemma) && base(tree.word(draft.mention.head).rel) == Deprel::kNsubj;
      if (host && counts_.size() < 2) return {};
      // *Lima offered to host talks between the government and the rebels*: not of who offers.
      bool between = tree.case_lemma(tree.first_conjunct(draft.mention.head)) == "between";
      std::string only = between ? std::string() : only_country(s, false, &draft);
      if (only.empty() && !between) only = only_country(s, true, &draft);
      if (only.empty() && s > 0) only = only_country(s - 1, false);
      return only.empty() && !of_victims(s, draft, focus_) ? focus_ : only;
    }
    bool police = draft.sectors.front() == "COP";
    bool bare = (draft.plural || police) && !tree.has_child(draft.mention.head, Deprel::kNummod);
    if (!bare) return {};
    std::string only = only_country(s, true, &draft);
    if (only.empty() && police && s > 0) only = only_country(s - 1, true);
    if (only.empty() && draft.sectors.front() == "MIL")
      if (auto country = comrades_country(trees_[s], drafts_[s], draft)) only = entry(*country).country();
    return only.empty() && police && !of_victims(s, draft, focus_) ? focus_ : only;
  }

  // True if a sentence tells of that country's people only as those whom the draft does something to.
  bool of_victims(size_t s, const Draft& draft, const std::string& country) {
    bool found = false;
    for (const Draft& other : drafts_[s]) {
      if (country_named(other) != country || country.empty()) continue;
      if (!suffers(trees_[s], lexicon_, draft, other)) return false;
      found = true;
    }
    return found;
  }

  // The country of a name, an adjective or a place; empty if it has none.
  std::string country_named(const Draft& other) {
    std::string country;
    if (other.what == Draft::What::kPlace) {
      if (auto owner = place_owner(other); !owner.empty()) country = table_.actors[owner.front()].country;
    } else if (!other.uses.empty()) {
      uint32_t id = other.what == Draft::What::kPerson ? choose_person(other) : other.uses.front().entry;
      country = entry(id).country();
      if (const DatedRole* role = day_ ? chief_role(entry(id), *day_) : nullptr; role && country.empty())
        country = country_of_code(role->code);
    } else if (!other.countries.empty()) {
      country = entry(other.countries.front()).country();
    }
    return country;
  }

  // *Militants in Gaza fired*, whatever the parser makes of it.
  std::string right_behind(size_t s, const Draft& draft) {
    for (const Draft& other : drafts_[s]) {
      bool next = other.mention.first == draft.mention.last + 2 && trees_[s].word(draft.mention.last + 1).lemma == "in";
      if (next && other.what == Draft::What::kPlace)
        if (auto owner = place_owner(other); !owner.empty()) return table_.actors[owner.front()].country;
      if (next && other.what == Draft::What::kEntry && !other.uses.empty()) return std::string(entry(other.uses.front().entry).country());
    }
    return {};
  }

  // *the Maduro government*: of the one whose name stands before the noun.
  std::string owner_before(size_t s, const Draft& draft) const {
    for (uint16_t c : trees_[s].children(draft.mention.head))
      if (c < draft.mention.head && trees_[s].word(c).rel == Deprel::kCompound)
        for (auto it = table_.mentions.rbegin(); it != table_.mentions.rend() && it->sentence == s; ++it)
          if (it->first <= c && c <= it->last && !it->actors.empty()) return table_.actors[it->actors.front()].country;
    return {};
  }

  // *The premier ordered the treasury to pay*: who takes orders is of who gives them.
  std::string commanded_by(size_t s, const Draft& draft) const {
    const Tree& tree = trees_[s];
    int verb = tree.head(draft.mention.head);
    Deprel rel = base(tree.word(draft.mention.head).rel);
    bool object = rel == Deprel::kObj || rel == Deprel::kIobj;
    if (verb < 0 || !object || !draft.definite || !gives_orders(tree.word(verb).lemma)) return {};
    auto who = subject_of(s, tree.has_child(verb, Deprel::kNsubj) ? verb : tree.first_conjunct(verb));
    const std::string country = who.empty() ? std::string() : table_.actors[who.front()].country;
    return lexicon_.actors().country(country) ? country : std::string();
  }

  // The country of all names and adjectives (and places) of a sentence that have one, but for those who suffer what `doer` does; empty
  // where they differ or there are none.
  std::string only_country(size_t s, bool places, const Draft* doer = nullptr) {
    std::string found;
    for (const Draft& other : drafts_[s]) {
      std::string_view where = trees_[s].case_lemma(other.mention.head);
      bool place = other.what == Draft::What::kPlace || other.mention.kind == MentionKind::kPlace;
      if (place && (!places || where == "near" || where == "to")) continue;
      if (where == "with" && bordering(trees_[s], other.mention.head)) continue;
      std::string country = country_named(other);
      if (country.empty() || !lexicon_.actors().country(country) || sent_abroad(other)) continue;
      if (doer && suffers(trees_[s], lexicon_, *doer, other)) continue;
      if (other.joint && other.countries.size() > 1) return {};
      if (!found.empty() && found != country) return {};
      found = country;
    }
    return found;
  }

  void index() {
    std::stable_sort(table_.mentions.begin(), table_.mentions.end(), [](const Mention& a, const Mention& b) {
      return std::tuple(a.sentence, a.first, -static_cast<int>(a.last)) < std::tuple(b.sentence, b.first, -static_cast<int>(b.last));
    });
    for (const Tree& tree : trees_) {
      table_.headed_by.emplace_back(static_cast<size_t>(tree.size()), -1);
      table_.covering.emplace_back(static_cast<size_t>(tree.size()), -1);
    }
    for (size_t m = 0; m < table_.mentions.size(); ++m) {
      const Mention& mention = table_.mentions[m];
      table_.headed_by[mention.sentence][mention.head] = static_cast<int32_t>(m);
      for (size_t w = mention.first; w <= mention.last; ++w) table_.covering[mention.sentence][w] = static_cast<int32_t>(m);
    }
    // The parser may hang an argument on a title or a first name: every word of a mention leads to it.
    for (size_t s = 0; s < trees_.size(); ++s)
      for (size_t w = 0; w < table_.headed_by[s].size(); ++w)
        if (table_.headed_by[s][w] < 0) table_.headed_by[s][w] = table_.covering[s][w];
  }

  const Document& doc_;
  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  std::optional<Date> day_;
  ActorTable table_;
  Coreference coreference_;
  std::vector<std::vector<Draft>> drafts_;
  std::set<uint32_t> named_in_full_;
  std::map<std::string, int> counts_;
  std::string focus_;
  uint32_t union_entry_ = UINT32_MAX;
  bool belgian_ = false;                                     // Belgium is named otherwise than by its capital
  bool focused_ = false;                                     // the report is about that country above all
  std::pair<size_t, std::vector<uint32_t>> speaking_;        // the latest sentence that says who speaks, and who
  std::map<std::pair<size_t, size_t>, size_t> merged_with_;  // draft -> the named draft it stands beside
  std::unordered_map<uint32_t, uint32_t> by_entry_;
  std::unordered_map<std::string, uint32_t> by_unknown_name_, by_agent_;
};

}  // namespace

ActorTable ActorResolver::resolve(const Document& doc, const std::vector<Tree>& trees, std::optional<Date> day,
                                  std::vector<NamedEntity>& names) const {
  names.clear();
  return Resolver(doc, trees, *lexicon_, day).run(names);
}

}  // namespace demarche
