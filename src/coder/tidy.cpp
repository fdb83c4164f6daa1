#include "coder/tidy.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "base/lists.h"
#include "coder/word_kinds.h"

namespace demarche {

namespace {

// new_index[old] of a permutation given as the old indices in their new order.
std::vector<uint32_t> inverse(const std::vector<uint32_t>& order, size_t size) {
  std::vector<uint32_t> made(size, UINT32_MAX);
  for (uint32_t i = 0; i < order.size(); ++i) made[order[i]] = i;
  return made;
}

void sort_events(Report& report) {
  std::vector<uint32_t> order(report.events.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return report.events[a].trigger < report.events[b].trigger; });
  std::vector<uint32_t> moved = inverse(order, order.size());
  std::vector<Event> events;
  for (uint32_t old : order) events.push_back(std::move(report.events[old]));
  report.events = std::move(events);

  std::set<std::tuple<RelationType, uint32_t, uint32_t, std::vector<uint32_t>>> seen;
  std::vector<Relation> kept;
  for (Relation& relation : report.relations) {
    relation.a = moved[relation.a];
    relation.b = moved[relation.b];
    for (uint32_t& other : relation.others) other = moved[other];
    bool pair =
        relation.type == RelationType::kOrder || relation.type == RelationType::kContent || relation.type == RelationType::kContrast;
    if (pair && relation.a == relation.b) continue;
    if (seen.emplace(relation.type, relation.a, relation.b, relation.others).second) kept.push_back(std::move(relation));
  }
  report.relations = std::move(kept);
}

// A place is a mention of its country only where it stands for it: an event of the sentence has the country as a side and nothing else
// there names it.
void drop_places(Report& report) {
  auto stands_for = [&](const Mention& place) {
    uint32_t actor = place.actors.front();
    bool named = std::any_of(report.actors.mentions.begin(), report.actors.mentions.end(), [&](const Mention& other) {
      return other.sentence == place.sentence && other.kind != MentionKind::kPlace &&
             std::find(other.actors.begin(), other.actors.end(), actor) != other.actors.end();
    });
    if (named) return false;
    return std::any_of(report.events.begin(), report.events.end(), [&](const Event& event) {
      auto has = [&](const std::vector<uint32_t>& list) { return std::find(list.begin(), list.end(), actor) != list.end(); };
      return event.sentence == place.sentence && (has(event.source) || has(event.target) || has(event.about));
    });
  };
  std::vector<Mention> kept;
  for (const Mention& mention : report.actors.mentions)
    if (!mention.actors.empty() && (mention.kind != MentionKind::kPlace || stands_for(mention))) kept.push_back(mention);
  report.actors.mentions = std::move(kept);
}

// *his counterpart, its neighbour*: the owner is named inside the mention of the other, and is no mention of its own.
bool owns_mention(const Report& report, const Mention& mention) {
  const Tree& tree = report.trees[mention.sentence];
  if (mention.kind != MentionKind::kPronoun || tree.word(mention.head).rel != Deprel::kNmodPoss) return false;
  int owned = tree.head(mention.head);
  return std::any_of(report.actors.mentions.begin(), report.actors.mentions.end(), [&](const Mention& other) {
    return other.sentence == mention.sentence && other.head == owned && other.kind != MentionKind::kPlace;
  });
}

// *denied it, to keep building on it*: what an *it* or *them* stands for is an actor only where something is done to it.
bool idle_object(const Report& report, const Mention& mention) {
  const Tree& tree = report.trees[mention.sentence];
  const Lemma& lemma = tree.word(mention.head).lemma;
  Deprel rel = base(tree.word(mention.head).rel);
  bool object = rel == Deprel::kObj || rel == Deprel::kObl || rel == Deprel::kNmod;
  if (mention.kind != MentionKind::kPronoun || !object || (lemma != "it" && lemma != "they")) return false;
  return std::none_of(report.events.begin(), report.events.end(), [&](const Event& event) {
    if (event.sentence != mention.sentence) return false;
    for (const auto* side : {&event.source, &event.target, &event.about})
      for (uint32_t one : *side)
        if (std::find(mention.actors.begin(), mention.actors.end(), one) != mention.actors.end() && tree.under(mention.head, event.head))
          return true;
    return false;
  });
}

void drop_pronouns(Report& report) {
  std::vector<Mention> kept;
  auto& mentions = report.actors.mentions;
  for (const Mention& mention : mentions)
    if (!owns_mention(report, mention) && !idle_object(report, mention)) kept.push_back(mention);
  mentions = std::move(kept);
}

void rename_actor(Report& report, uint32_t from, uint32_t to) {
  auto rename = [&](std::vector<uint32_t>& list) {
    bool both = std::find(list.begin(), list.end(), to) != list.end();
    if (both)
      std::erase(list, from);
    else
      std::replace(list.begin(), list.end(), from, to);
  };
  for (Mention& mention : report.actors.mentions) rename(mention.actors);
  for (Relation& relation : report.relations) rename(relation.holder);
  for (Event& event : report.events) {
    for (auto* side : {&event.source, &event.target, &event.about}) rename(*side);
    for (Voice& voice : event.attribution) rename(voice.source);
  }
}

// *his Serbian counterpart, Ana Brnabic*: a role and the name beside it are one mention.
void join_appositions(Report& report) {
  auto& mentions = report.actors.mentions;
  std::vector<bool> gone(mentions.size(), false);
  for (size_t a = 0; a < mentions.size(); ++a)
    for (size_t b = 0; b < mentions.size(); ++b) {
      Mention &role = mentions[a], &name = mentions[b];
      if (a == b || gone[a] || gone[b] || role.sentence != name.sentence || role.last + 2 != name.first) continue;
      const Tree& tree = report.trees[role.sentence];
      bool fits =
          role.kind == MentionKind::kNominal && name.kind == MentionKind::kName && role.actors.size() == 1 && name.actors.size() == 1;
      if (!fits || tree.word(role.last + 1).form != ",") continue;
      const Actor &first = report.actors.actors[role.actors.front()], &second = report.actors.actors[name.actors.front()];
      bool closed = name.last + 1 >= tree.size() || tree.word(name.last + 1).upos == Upos::kPunct;
      if (!closed || first.plural || !second.person || first.country.empty() || first.country != second.country) continue;
      role.last = name.last;
      role.span = cover(role.span, name.span);
      role.kind = MentionKind::kName;
      uint32_t from = role.actors.front(), to = name.actors.front();
      rename_actor(report, from, to);
      gone[b] = true;
    }
  size_t at = 0;
  std::erase_if(mentions, [&](const Mention&) { return gone[at++]; });
}

bool same_country(const Report& report, const Mention& a, const Mention& b) {
  const auto& actors = report.actors.actors;
  return std::all_of(a.actors.begin(), a.actors.end(), [&](uint32_t one) {
    return std::any_of(b.actors.begin(), b.actors.end(), [&](uint32_t other) { return actors[one].country == actors[other].country; });
  });
}

// *Peru* in *President X of Peru*: part of a longer mention. The only mention of an actor stays.
void drop_parts(Report& report) {
  std::vector<int> counts(report.actors.actors.size(), 0);
  for (const Mention& mention : report.actors.mentions)
    for (uint32_t one : mention.actors) ++counts[one];
  auto whole = [&](const Mention& part) -> const Mention* {
    const Tree& tree = report.trees[part.sentence];
    Deprel rel = tree.word(part.head).rel;
    int up = tree.head(part.head);
    bool detail =
        base(rel) == Deprel::kAppos || rel == Deprel::kCompound || (base(rel) == Deprel::kNmod && tree.case_lemma(part.head) == "of");
    if (up < 0 || !detail) return nullptr;
    for (const Mention& other : report.actors.mentions)
      if (&other != &part && other.sentence == part.sentence && other.head == up && other.kind != MentionKind::kAdjective &&
          other.kind != MentionKind::kPlace && !other.actors.empty() && same_country(report, part, other))
        return &other;
    return nullptr;
  };
  std::vector<bool> part(report.actors.mentions.size(), false);
  for (size_t i = 0; i < part.size(); ++i) {
    const Mention& mention = report.actors.mentions[i];
    bool spare = std::all_of(mention.actors.begin(), mention.actors.end(), [&](uint32_t one) { return counts[one] > 1; });
    part[i] = spare && whole(mention) != nullptr;
    if (part[i])
      for (uint32_t one : mention.actors) --counts[one];
  }
  size_t at = 0;
  std::erase_if(report.actors.mentions, [&](const Mention&) { return part[at++]; });
}

// Who has no code and does nothing is scenery.
void drop_scenery(Report& report) {
  std::vector<bool> used(report.actors.actors.size(), false);
  auto use = [&](const std::vector<uint32_t>& list) {
    for (uint32_t one : list) used[one] = true;
  };
  for (const Event& event : report.events) {
    use(event.source);
    use(event.target);
    use(event.about);
    for (const Voice& voice : event.attribution) use(voice.source);
  }
  for (const Relation& relation : report.relations) use(relation.holder);
  std::erase_if(report.actors.mentions, [&](const Mention& mention) {
    return std::all_of(mention.actors.begin(), mention.actors.end(), [&](uint32_t one) {
      return report.actors.actors[one].code.empty() && report.actors.actors[one].entry < 0 && !used[one];
    });
  });
}

// Actors in the order of their first mentions; those without any go.
void sort_actors(Report& report) {
  ActorTable& table = report.actors;
  std::stable_sort(table.mentions.begin(), table.mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tuple(a.sentence, a.first, -static_cast<int>(a.last)) < std::tuple(b.sentence, b.first, -static_cast<int>(b.last));
  });
  std::vector<uint32_t> order;
  std::vector<bool> listed(table.actors.size(), false);
  for (const Mention& mention : table.mentions)
    for (uint32_t one : mention.actors)
      if (!listed[one]) {
        listed[one] = true;
        order.push_back(one);
      }
  std::vector<uint32_t> moved = inverse(order, table.actors.size());
  std::vector<Actor> actors;
  for (uint32_t old : order) actors.push_back(std::move(table.actors[old]));
  table.actors = std::move(actors);
  auto renumber = [&](std::vector<uint32_t>& list) {
    std::vector<uint32_t> kept;
    for (uint32_t one : list)
      if (moved[one] != UINT32_MAX) kept.push_back(moved[one]);
    list = std::move(kept);
  };
  for (Mention& mention : table.mentions) renumber(mention.actors);
  for (NamedEntity& one : report.names)
    one.actor = one.actor >= 0 && listed[static_cast<size_t>(one.actor)] ? static_cast<int>(moved[static_cast<size_t>(one.actor)]) : -1;
  for (Event& event : report.events) {
    renumber(event.source);
    renumber(event.target);
    renumber(event.about);
    for (Voice& voice : event.attribution) renumber(voice.source);
  }
  for (Relation& relation : report.relations) renumber(relation.holder);
  for (auto& row : table.headed_by) std::fill(row.begin(), row.end(), -1);
  for (auto& row : table.covering) std::fill(row.begin(), row.end(), -1);
  for (size_t m = 0; m < table.mentions.size(); ++m) {
    const Mention& mention = table.mentions[m];
    table.headed_by[mention.sentence][mention.head] = static_cast<int32_t>(m);
    for (size_t w = mention.first; w <= mention.last; ++w) table.covering[mention.sentence][w] = static_cast<int32_t>(m);
  }
}

// Who has no code may still fight, flee, march or go to jail; what such people say or wish is scenery.
bool uncoded_deed(const Event& event) {
  bool deed = event.type == EventType::kAssault || event.type == EventType::kCoerce || event.type == EventType::kProtest ||
              event.type == EventType::kRetreat || event.type == EventType::kSanction || event.type == EventType::kConsult ||
              event.type == EventType::kMobilize;
  return deed && event.source.size() + event.target.size() > 0;
}

bool nominal_head(const Report& report, const Event& event) {
  return nominal(report.sentences[event.sentence].words[event.head]);
}

// *Germany backed the deal*: what is judged there is a text, made at another time.
bool judged_text(const Report& report, const Event& act, const Event& of) {
  static constexpr std::array<std::string_view, 10> kTexts{"understanding", "settlement", "accord",  "agreement",  "deal",
                                                           "pact",          "treaty",     "bargain", "compromise", "truce"};
  bool judges = act.type == EventType::kSupport || act.type == EventType::kAccuse || act.type == EventType::kReject;
  return judges && of.type == EventType::kAgree && nominal_head(report, of) &&
         among(kTexts, report.sentences[of.sentence].words[of.head].lemma);
}

// Which events the record needs: those that conditions, orders and consequences speak of, those with somebody in them, and what stands in a
// content relation to one of them.
std::vector<bool> worth_keeping(const Report& report) {
  std::vector<bool> needed(report.events.size(), false), kept(report.events.size(), false);
  for (const Relation& relation : report.relations) {
    if (relation.type == RelationType::kContent) continue;
    if (relation.type != RelationType::kConsequence) needed[relation.a] = true;
    if (relation.type != RelationType::kCondition) needed[relation.b] = true;
    for (uint32_t other : relation.others) needed[other] = true;
  }
  auto coded = [&](const std::vector<uint32_t>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](uint32_t one) { return !report.actors.actors[one].code.empty() || report.actors.actors[one].entry >= 0; });
  };
  for (uint32_t i = 0; i < report.events.size(); ++i) {
    const Event& event = report.events[i];
    bool noun = nominal_head(report, event);
    bool light = event.trigger.size() > report.sentences[event.sentence].words[event.head].span.size();
    bool text_of_deal = noun && !light && (event.type == EventType::kAgree || event.type == EventType::kSupport);
    bool somebody = ((coded(event.source) || coded(event.target)) && !text_of_deal) || (!noun && uncoded_deed(event));
    kept[i] = needed[i] || (event.type != EventType::kNone && somebody);
  }
  for (int pass = 0; pass < 3; ++pass)
    for (const Relation& relation : report.relations) {
      if (relation.type != RelationType::kContent || kept[relation.a] == kept[relation.b]) continue;
      if (!judged_text(report, report.events[relation.a], report.events[relation.b])) kept[relation.a] = kept[relation.b] = true;
    }
  return kept;
}

}  // namespace

void prune(Report& report) {
  std::vector<bool> kept = worth_keeping(report);
  std::vector<uint32_t> left;
  for (uint32_t i = 0; i < report.events.size(); ++i)
    if (kept[i]) left.push_back(i);
  std::vector<uint32_t> moved = inverse(left, report.events.size());
  std::vector<Event> events;
  for (uint32_t old : left) events.push_back(std::move(report.events[old]));
  report.events = std::move(events);
  std::erase_if(report.relations, [&](const Relation& relation) {
    return relation.type == RelationType::kContent && (moved[relation.a] == UINT32_MAX || moved[relation.b] == UINT32_MAX);
  });
  auto renumber = [&](uint32_t& one) { one = moved[one] == UINT32_MAX ? 0 : moved[one]; };
  for (Relation& relation : report.relations) {
    renumber(relation.a);
    renumber(relation.b);
    for (uint32_t& other : relation.others) renumber(other);
  }
}

void tidy(Report& report) {
  drop_places(report);
  drop_pronouns(report);
  join_appositions(report);
  drop_scenery(report);
  drop_parts(report);
  sort_events(report);
  sort_actors(report);
}

}  // namespace demarche
