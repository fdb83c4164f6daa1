#pragma once
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace demarche {

/// PLOVER's 16 event types, in the order of their quad classes; `kNone` is a proposition that no type covers.
enum class EventType : uint8_t {
  kNone,
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kSanction,
  kProtest,
  kMobilize,
  kCoerce,
  kAssault,
  kCount
};

/// PLOVER's modes. Some names serve two types: REQUEST and REJECT share theirs, THREATEN and COERCE `restrict` and `arrest`,
/// THREATEN and SANCTION `expel`, RETREAT and SANCTION `withdraw`.
enum class Mode : uint8_t {
  kNone,
  kVisit,
  kThirdParty,
  kMultilateral,
  kPhone,
  kWithdraw,
  kRelease,
  kDisarm,
  kCeasefire,
  kAccess,
  kResign,
  kAssist,
  kChange,
  kYield,
  kMeet,
  kDisapprove,
  kInvestigate,
  kAllege,
  kRestrict,
  kArrest,
  kRelations,
  kExpel,
  kTerritory,
  kViolence,
  kDemo,
  kRiot,
  kStrike,
  kHunger,
  kBoycott,
  kObstruct,
  kVandalize,
  kConvict,
  kDiscontinue,
  kTroops,
  kWeapons,
  kPolice,
  kMilitia,
  kSeize,
  kCensor,
  kCurfew,
  kMartialLaw,
  kDeport,
  kWithhold,
  kMisinformation,
  kCyber,
  kAbduct,
  kBeat,
  kTorture,
  kSexual,
  kTargeted,
  kDestroy,
  kPrimitive,
  kFirearms,
  kExplosives,
  kSuicideAttack,
  kAerial,
  kDrone,
  kHeavyWeapons,
  kCrowdControl,
  kUnconventional,
  kCount
};

/// PLOVER's 37 contexts: what an event is about, several at a time.
enum class Context : uint8_t {
  kMilitary,
  kIntelligence,
  kExecutive,
  kLegislative,
  kElection,
  kPoliticalInstitutions,
  kProDemocracy,
  kProAutocracy,
  kEconomic,
  kLegal,
  kReparations,
  kHumanRights,
  kRightsFreedoms,
  kRepression,
  kHumanSecurity,
  kGender,
  kLgbt,
  kReligionEthnicity,
  kInequality,
  kDiplomatic,
  kTerritory,
  kPeacekeeping,
  kHealth,
  kAsylum,
  kMigration,
  kDisasters,
  kNaturalResource,
  kEnvironment,
  kTechnology,
  kTerrorism,
  kCbrn,
  kCyber,
  kMisinformation,
  kCrime,
  kCorruption,
  kIllegalDrugs,
  kTrafficking,
  kCount
};

/// PLOVER's sectors of actors. `kMed` is medicine and `kJrn` the media (CAMEO: HLH and MED).
enum class Sector : uint8_t {
  kNone,
  kCop,
  kGov,
  kJud,
  kLeg,
  kMil,
  kPrm,
  kPty,
  kReb,
  kSpy,
  kUaf,
  kUnk,
  kAgr,
  kBus,
  kCrm,
  kCvl,
  kEdu,
  kEli,
  kJrn,
  kLab,
  kMed,
  kRef,
  kOpp,
  kPre,
  kRel,
  kSoc,
  kCount
};

/// The four classes of PLOVER, with PLOVER's and GDELT's numbers; `kNeutral` is what Phoenix gives to statements and appeals.
enum class QuadClass : uint8_t { kNeutral, kVerbalCooperation, kMaterialCooperation, kVerbalConflict, kMaterialConflict };

/// A set of contexts: a value of eight bytes.
class ContextSet {
 public:
  constexpr ContextSet() = default;
  constexpr ContextSet(Context context) : bits_(uint64_t{1} << static_cast<unsigned>(context)) {}  // NOLINT: a context is a set of one
  constexpr bool has(Context context) const { return (bits_ & ContextSet(context).bits_) != 0; }
  constexpr bool has_all(ContextSet other) const { return (bits_ & other.bits_) == other.bits_; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int size() const { return std::popcount(bits_); }
  constexpr void add(ContextSet other) { bits_ |= other.bits_; }
  constexpr void remove(ContextSet other) { bits_ &= ~other.bits_; }
  constexpr ContextSet operator|(ContextSet other) const { return from_bits(bits_ | other.bits_); }
  constexpr ContextSet operator&(ContextSet other) const { return from_bits(bits_ & other.bits_); }
  constexpr bool operator==(const ContextSet&) const = default;
  /// Bit n is the n-th enumerator of Context. For storage within one run; write names to files.
  constexpr uint64_t bits() const { return bits_; }
  static constexpr ContextSet from_bits(uint64_t bits) {
    ContextSet set;
    set.bits_ = bits;
    return set;
  }
  /// The members in the order of the enumeration.
  std::vector<Context> list() const;

 private:
  uint64_t bits_ = 0;
};

/// What holds of a type whatever its mode.
struct EventTypeInfo {
  std::string_view name;
  QuadClass quad = QuadClass::kNeutral;
  double score = 0;
  bool target_required = false;
};

/// A mode that a type allows, with its score.
struct ModeInfo {
  EventType type;
  Mode mode;
  double score;
};

/// "CONSULT"; "" for kNone.
std::string_view name(EventType type);
/// "third-party"; "" for kNone.
std::string_view name(Mode mode);
/// "political_institutions".
std::string_view name(Context context);
/// "GOV"; "" for kNone.
std::string_view name(Sector sector);
/// What the sector's letters stand for, in a few words: "executive government".
std::string_view label(Sector sector);
/// "verbal cooperation"; "neutral" for kNeutral.
std::string_view name(QuadClass quad);

/// The reverse of `name`, by exact spelling; nothing for a name that PLOVER does not have (the empty name included).
std::optional<EventType> event_type_from(std::string_view text);
std::optional<Mode> mode_from(std::string_view text);
std::optional<Context> context_from(std::string_view text);
std::optional<Sector> sector_from(std::string_view text);
std::optional<QuadClass> quad_class_from(std::string_view text);

/// Name, quad class, score and need of a target. SANCTION is material conflict and ACCUSE scores -3 (docs/codebook/decisions.md).
const EventTypeInfo& info(EventType type);
/// Every mode with its type, ordered by type.
std::span<const ModeInfo> all_modes();
/// The modes that the type allows, in PLOVER's order; empty for types without modes.
std::vector<Mode> modes_of(EventType type);
/// True if the type allows the mode; kNone is allowed everywhere.
bool allows(EventType type, Mode mode);
/// PLOVER's score of a type and mode; the type's own score where the mode is kNone or not one of its modes; 0 for EventType::kNone.
double plover_score(EventType type, Mode mode = Mode::kNone);
/// PLOVER's own quad class of a type.
inline QuadClass quad_class(EventType type) {
  return info(type).quad;
}

}  // namespace demarche
