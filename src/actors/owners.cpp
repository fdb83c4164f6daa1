#include <algorithm>

#include "actors/drafts.h"
#include "actors/resolver.h"

namespace demarche {

const std::vector<uint32_t>* actors_of(const ActorTable& table, size_t sentence, int head) {
  if (head < 0) return nullptr;
  int m = table.headed_by[sentence][static_cast<size_t>(head)];
  return m < 0 ? nullptr : &table.mentions[static_cast<size_t>(m)].actors;
}

namespace {

// *a Greek-owned tanker, a ship operated by a Danish firm*: whose it is stands under the participle. -1 if this is no such participle.
int owner_under(const Tree& tree, int participle) {
  constexpr std::array<std::string_view, 9> kHeld{"owned",      "flagged", "registered", "operated", "run",
                                                  "controlled", "held",    "occupied",   "managed"};
  const Word& word = tree.word(participle);
  bool before = word.rel == Deprel::kAmod, behind = base(word.rel) == Deprel::kAcl && word.xpos == "VBN";
  std::string form = lower_ascii(word.form);
  form.erase(0, form.find('-') + 1);
  if ((!before && !behind) || std::find(kHeld.begin(), kHeld.end(), form) == kHeld.end()) return -1;
  for (uint16_t c : tree.children(participle)) {
    Deprel rel = tree.word(c).rel;
    if (before ? c < participle && base(rel) != Deprel::kPunct && base(rel) != Deprel::kDet : rel == Deprel::kOblAgent) return c;
  }
  return -1;
}

void collect_owners(const ActorTable& table, size_t sentence, const Tree& tree, int head, int depth, std::vector<uint32_t>& owners) {
  auto take = [&](int c) {
    if (const auto* own = actors_of(table, sentence, c)) {
      for (uint32_t one : *own)
        if (std::find(owners.begin(), owners.end(), one) == owners.end()) owners.push_back(one);
      return true;
    }
    return false;
  };
  // Possessors first, then adjectives and compounds, then what follows.
  for (int pass = 0; pass < 3 && owners.empty(); ++pass) {
    for (uint16_t child : tree.children(head)) {
      int c = child;
      Deprel rel = tree.word(c).rel;
      if (int owner = owner_under(tree, c); owner >= 0 && pass == (c < head ? 1 : 2)) {
        if (!take(owner) && depth > 0) collect_owners(table, sentence, tree, owner, depth - 1, owners);
        continue;
      }
      bool fits = pass == 0   ? rel == Deprel::kNmodPoss
                  : pass == 1 ? rel == Deprel::kAmod || rel == Deprel::kCompound || rel == Deprel::kNmodDesc
                              : base(rel) == Deprel::kNmod && rel != Deprel::kNmodPoss && c > head;
      if (!fits) continue;
      for (int conjunct : tree.conjuncts(c))
        if (!take(conjunct) && depth > 0 && pass != 1) collect_owners(table, sentence, tree, conjunct, depth - 1, owners);
    }
  }
}

}  // namespace

std::vector<uint32_t> owners_of(const ActorTable& table, size_t sentence, const Tree& tree, int head) {
  std::vector<uint32_t> owners;
  collect_owners(table, sentence, tree, head, 2, owners);
  if (int place = owners.empty() ? place_behind(tree, head) : -1; place >= 0) {
    if (const auto* there = actors_of(table, sentence, place); there && !there->empty())
      owners = *there;
    else
      collect_owners(table, sentence, tree, place, 2, owners);
  }
  return owners;
}

uint32_t add_unknown_actor(ActorTable& table, size_t sentence, const Tree& tree, int head) {
  Mention mention;
  mention.sentence = static_cast<uint32_t>(sentence);
  mention.head = mention.last = static_cast<uint16_t>(head);
  int first = head;
  for (uint16_t c : tree.children(head)) {
    Deprel rel = tree.word(c).rel;
    if (c < head && (rel == Deprel::kAmod || rel == Deprel::kCompound || rel == Deprel::kNummod || rel == Deprel::kNmodDesc))
      first = std::min(first, tree.first(c));
    if (c > head && base(rel) == Deprel::kFlat) mention.last = static_cast<uint16_t>(std::max<int>(mention.last, c));
  }
  mention.first = static_cast<uint16_t>(first);
  mention.span = {tree.word(first).span.begin, tree.word(mention.last).span.end};
  mention.kind = tree.word(head).upos == Upos::kPropn ? MentionKind::kName : MentionKind::kNominal;
  Actor actor;
  for (int w = first; w <= mention.last; ++w) {
    if (!actor.name.empty() && tree.word(w - 1).space_after) actor.name += ' ';
    actor.name += tree.word(w).form;
  }
  actor.plural = tree.word(head).xpos == "NNS" || tree.word(head).xpos == "NNPS";
  actor.named = mention.kind == MentionKind::kName;
  uint32_t index = static_cast<uint32_t>(table.actors.size());
  mention.actors = {index};
  table.actors.push_back(std::move(actor));
  auto at = static_cast<int32_t>(table.mentions.size());
  table.headed_by[sentence][static_cast<size_t>(head)] = at;
  for (size_t w = mention.first; w <= mention.last; ++w) {
    table.covering[sentence][w] = at;
    if (table.headed_by[sentence][w] < 0) table.headed_by[sentence][w] = at;
  }
  table.mentions.push_back(std::move(mention));
  return index;
}

}  // namespace demarche
