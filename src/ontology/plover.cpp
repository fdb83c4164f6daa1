#include "ontology/plover.h"

#include <array>

namespace demarche {

namespace {

template <class Enum>
constexpr size_t kSize = static_cast<size_t>(Enum::kCount);

using enum QuadClass;

constexpr std::array<EventTypeInfo, kSize<EventType>> kTypes = {{
    {"", kNeutral, 0, false},
    {"AGREE", kVerbalCooperation, 2.5, false},
    {"CONSULT", kVerbalCooperation, 2.5, false},
    {"SUPPORT", kVerbalCooperation, 5, false},
    {"CONCEDE", kVerbalCooperation, 4.5, false},
    {"COOPERATE", kMaterialCooperation, 9.5, true},
    {"AID", kMaterialCooperation, 10, true},
    {"RETREAT", kMaterialCooperation, 6.5, false},
    {"REQUEST", kVerbalConflict, 0, false},
    {"ACCUSE", kVerbalConflict, -3, false},
    {"REJECT", kVerbalConflict, -2, false},
    {"THREATEN", kVerbalConflict, -3.5, false},
    {"SANCTION", kMaterialConflict, -6, true},
    {"PROTEST", kMaterialConflict, -5, false},
    {"MOBILIZE", kMaterialConflict, -5.5, false},
    {"COERCE", kMaterialConflict, -7, false},
    {"ASSAULT", kMaterialConflict, -9, false},
}};

constexpr std::array<std::string_view, kSize<Mode>> kModeNames = {
    "",         "visit",          "third-party",   "multilateral",  "phone",       "withdraw",       "release",
    "disarm",   "ceasefire",      "access",        "resign",        "assist",      "change",         "yield",
    "meet",     "disapprove",     "investigate",   "allege",        "restrict",    "arrest",         "relations",
    "expel",    "territory",      "violence",      "demo",          "riot",        "strike",         "hunger",
    "boycott",  "obstruct",       "vandalize",     "convict",       "discontinue", "troops",         "weapons",
    "police",   "militia",        "seize",         "censor",        "curfew",      "martial-law",    "deport",
    "withhold", "misinformation", "cyber",         "abduct",        "beat",        "torture",        "sexual",
    "targeted", "destroy",        "primitive",     "firearms",      "explosives",  "suicide-attack", "aerial",
    "drone",    "heavy-weapons",  "crowd-control", "unconventional"};

constexpr std::array<std::string_view, kSize<Context>> kContextNames = {"military",
                                                                        "intelligence",
                                                                        "executive",
                                                                        "legislative",
                                                                        "election",
                                                                        "political_institutions",
                                                                        "pro_democracy",
                                                                        "pro_autocracy",
                                                                        "economic",
                                                                        "legal",
                                                                        "reparations",
                                                                        "human_rights",
                                                                        "rights_freedoms",
                                                                        "repression",
                                                                        "human_security",
                                                                        "gender",
                                                                        "lgbt",
                                                                        "religion_ethnicity",
                                                                        "inequality",
                                                                        "diplomatic",
                                                                        "territory",
                                                                        "peacekeeping",
                                                                        "health",
                                                                        "asylum",
                                                                        "migration",
                                                                        "disasters",
                                                                        "natural_resource",
                                                                        "environment",
                                                                        "technology",
                                                                        "terrorism",
                                                                        "cbrn",
                                                                        "cyber",
                                                                        "misinformation",
                                                                        "crime",
                                                                        "corruption",
                                                                        "illegal_drugs",
                                                                        "trafficking"};

struct SectorText {
  std::string_view name;
  std::string_view label;
};

constexpr std::array<SectorText, kSize<Sector>> kSectors = {{
    {"", ""},
    {"COP", "police"},
    {"GOV", "executive government"},
    {"JUD", "courts and judges"},
    {"LEG", "legislature"},
    {"MIL", "state armed forces"},
    {"PRM", "pro-government armed group"},
    {"PTY", "political party"},
    {"REB", "armed opposition"},
    {"SPY", "state intelligence"},
    {"UAF", "armed force of unknown allegiance"},
    {"UNK", "unknown"},
    {"AGR", "agriculture"},
    {"BUS", "business"},
    {"CRM", "organised crime"},
    {"CVL", "civilians"},
    {"EDU", "education"},
    {"ELI", "former officials and other elites"},
    {"JRN", "media"},
    {"LAB", "organised labour"},
    {"MED", "health"},
    {"REF", "refugees and displaced people"},
    {"OPP", "political opposition"},
    {"PRE", "breakaway or unrecognised state"},
    {"REL", "religious body"},
    {"SOC", "civil society group"},
}};

constexpr std::array<std::string_view, 5> kQuadNames = {"neutral", "verbal cooperation", "material cooperation", "verbal conflict",
                                                        "material conflict"};

using T = EventType;
using M = Mode;

constexpr ModeInfo kModes[] = {{T::kConsult, M::kVisit, 4},
                               {T::kConsult, M::kThirdParty, 1},
                               {T::kConsult, M::kMultilateral, 4},
                               {T::kConsult, M::kPhone, 1.5},
                               {T::kRetreat, M::kWithdraw, 8},
                               {T::kRetreat, M::kRelease, 6.5},
                               {T::kRetreat, M::kDisarm, 10},
                               {T::kRetreat, M::kCeasefire, 7.5},
                               {T::kRetreat, M::kAccess, 6.5},
                               {T::kRetreat, M::kResign, 4.5},
                               {T::kRequest, M::kAssist, 0.5},
                               {T::kRequest, M::kChange, -1},
                               {T::kRequest, M::kYield, -1},
                               {T::kRequest, M::kMeet, 0},
                               {T::kAccuse, M::kDisapprove, -2},
                               {T::kAccuse, M::kInvestigate, -3.5},
                               {T::kAccuse, M::kAllege, -3.5},
                               {T::kReject, M::kAssist, -1.5},
                               {T::kReject, M::kChange, -2},
                               {T::kReject, M::kYield, -2},
                               {T::kReject, M::kMeet, -2},
                               {T::kThreaten, M::kRestrict, -3},
                               {T::kThreaten, M::kArrest, -3.5},
                               {T::kThreaten, M::kRelations, -3.5},
                               {T::kThreaten, M::kExpel, -3.5},
                               {T::kThreaten, M::kTerritory, -4},
                               {T::kThreaten, M::kViolence, -3.5},
                               {T::kSanction, M::kConvict, -6},
                               {T::kSanction, M::kExpel, -5.5},
                               {T::kSanction, M::kWithdraw, -6},
                               {T::kSanction, M::kDiscontinue, -6},
                               {T::kProtest, M::kDemo, -5},
                               {T::kProtest, M::kRiot, -7},
                               {T::kProtest, M::kStrike, -5},
                               {T::kProtest, M::kHunger, -4.5},
                               {T::kProtest, M::kBoycott, -4.5},
                               {T::kProtest, M::kObstruct, -4.5},
                               {T::kProtest, M::kVandalize, -5},
                               {T::kMobilize, M::kTroops, -6.5},
                               {T::kMobilize, M::kWeapons, -6.5},
                               {T::kMobilize, M::kPolice, -5.5},
                               {T::kMobilize, M::kMilitia, -6},
                               {T::kCoerce, M::kSeize, -7},
                               {T::kCoerce, M::kRestrict, -7},
                               {T::kCoerce, M::kCensor, -6.5},
                               {T::kCoerce, M::kCurfew, -6.5},
                               {T::kCoerce, M::kMartialLaw, -7.5},
                               {T::kCoerce, M::kArrest, -7},
                               {T::kCoerce, M::kDeport, -7},
                               {T::kCoerce, M::kWithhold, -7},
                               {T::kCoerce, M::kMisinformation, -6.5},
                               {T::kCoerce, M::kCyber, -7},
                               {T::kAssault, M::kAbduct, -8.5},
                               {T::kAssault, M::kBeat, -7.5},
                               {T::kAssault, M::kTorture, -8.5},
                               {T::kAssault, M::kSexual, -8.5},
                               {T::kAssault, M::kTargeted, -9.5},
                               {T::kAssault, M::kDestroy, -8.5},
                               {T::kAssault, M::kPrimitive, -8},
                               {T::kAssault, M::kFirearms, -9},
                               {T::kAssault, M::kExplosives, -9},
                               {T::kAssault, M::kSuicideAttack, -9.5},
                               {T::kAssault, M::kAerial, -9.5},
                               {T::kAssault, M::kDrone, -9.5},
                               {T::kAssault, M::kHeavyWeapons, -9.5},
                               {T::kAssault, M::kCrowdControl, -7.5},
                               {T::kAssault, M::kUnconventional, -10}};

// Position of `text` among `names`, from `first` on; the enumerators follow the same order.
template <class Enum, class Names>
std::optional<Enum> find_name(const Names& names, std::string_view text, size_t first) {
  for (size_t i = first; i < names.size(); ++i)
    if (names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

const ModeInfo* find_mode(EventType type, Mode mode) {
  for (const ModeInfo& entry : kModes)
    if (entry.type == type && entry.mode == mode) return &entry;
  return nullptr;
}

}  // namespace

std::vector<Context> ContextSet::list() const {
  std::vector<Context> members;
  for (size_t i = 0; i < kSize<Context>; ++i)
    if (has(static_cast<Context>(i))) members.push_back(static_cast<Context>(i));
  return members;
}

std::string_view name(EventType type) {
  return kTypes[static_cast<size_t>(type)].name;
}
std::string_view name(Mode mode) {
  return kModeNames[static_cast<size_t>(mode)];
}
std::string_view name(Context context) {
  return kContextNames[static_cast<size_t>(context)];
}
std::string_view name(Sector sector) {
  return kSectors[static_cast<size_t>(sector)].name;
}
std::string_view label(Sector sector) {
  return kSectors[static_cast<size_t>(sector)].label;
}
std::string_view name(QuadClass quad) {
  return kQuadNames[static_cast<size_t>(quad)];
}

std::optional<EventType> event_type_from(std::string_view text) {
  for (size_t i = 1; i < kTypes.size(); ++i)
    if (kTypes[i].name == text) return static_cast<EventType>(i);
  return std::nullopt;
}
std::optional<Mode> mode_from(std::string_view text) {
  return find_name<Mode>(kModeNames, text, 1);
}
std::optional<Context> context_from(std::string_view text) {
  return find_name<Context>(kContextNames, text, 0);
}
std::optional<Sector> sector_from(std::string_view text) {
  for (size_t i = 1; i < kSectors.size(); ++i)
    if (kSectors[i].name == text) return static_cast<Sector>(i);
  return std::nullopt;
}
std::optional<QuadClass> quad_class_from(std::string_view text) {
  return find_name<QuadClass>(kQuadNames, text, 0);
}

const EventTypeInfo& info(EventType type) {
  return kTypes[static_cast<size_t>(type)];
}
std::span<const ModeInfo> all_modes() {
  return kModes;
}

std::vector<Mode> modes_of(EventType type) {
  std::vector<Mode> modes;
  for (const ModeInfo& entry : kModes)
    if (entry.type == type) modes.push_back(entry.mode);
  return modes;
}

bool allows(EventType type, Mode mode) {
  return mode == Mode::kNone || find_mode(type, mode) != nullptr;
}

double plover_score(EventType type, Mode mode) {
  const ModeInfo* found = find_mode(type, mode);
  return found ? found->score : info(type).score;
}

}  // namespace demarche
