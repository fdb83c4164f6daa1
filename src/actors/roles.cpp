#include "actors/roles.h"

#include <set>

#include "actors/titles.h"

namespace demarche {

const DatedRole* chief_role(const ActorEntry& entry, Date day) {
  const DatedRole* found = nullptr;
  for (const DatedRole& role : entry.roles)
    if (role.term.contains(day) && (!found || prominence(role.title) >= prominence(found->title))) found = &role;
  return found;
}

bool is_organised(ActorKind kind) {
  return kind == ActorKind::kOrg || kind == ActorKind::kGroup || kind == ActorKind::kParty || kind == ActorKind::kInstitution ||
         kind == ActorKind::kFirm || kind == ActorKind::kMedia;
}

std::string country_of_code(std::string_view code) {
  return code.starts_with("IGOUNO") ? "UNO" : std::string(code.substr(0, 3));
}

bool generic(const std::string& code) {
  return code.size() > 3 && (code.starts_with("IGO") || code.starts_with("NGO") || code.starts_with("MNC") || code.starts_with("IMG"));
}

bool names_a_body(std::string_view lemma) {
  static const std::set<std::string_view> kBodies{"group", "movement",     "militia", "organization", "organisation", "party",    "company",
                                                  "firm",  "paramilitary", "faction", "rebel",        "militant",     "insurgent"};
  return kBodies.contains(lemma);
}

bool of_no_place(std::string_view lemma) {
  static const std::set<std::string_view> kNobodys{"peacekeeper", "monitor", "observer", "inspector", "mercenary", "blue helmet",
                                                   "sheikh",      "sheik",   "bomber",   "gunman",    "attacker",  "assailant"};
  return kNobodys.contains(lemma);
}

bool of_common_words(std::string_view name) {
  static const std::set<std::string_view> kFirst{"Northern", "Southern", "Eastern",   "Western",    "National",  "Popular",
                                                 "People's", "Islamic",  "Patriotic", "Democratic", "Liberation"};
  static const std::set<std::string_view> kLast{"Front", "Army", "Movement", "Forces", "Command"};
  size_t space = name.find(' ');
  return space != std::string_view::npos && kFirst.contains(name.substr(0, space)) && kLast.contains(name.substr(space + 1));
}

bool gives_orders(std::string_view verb) {
  static const std::set<std::string_view> kCommands{"order", "instruct", "direct",  "command", "dismiss",
                                                    "sack",  "task",     "appoint", "dissolve"};
  return kCommands.contains(verb);
}

std::string hyphenated(const Tree& tree, int word) {
  auto joint = [&](int w) {
    return w > 0 && w + 1 < tree.size() && tree.word(w).form == "-" && !tree.word(w - 1).space_after && !tree.word(w).space_after;
  };
  int first = word, last = word;
  while (joint(first - 1)) first -= 2;
  while (joint(last + 1)) last += 2;
  std::string text;
  for (int w = first; w <= last; ++w) text += tree.word(w).form;
  return text;
}

}  // namespace demarche
