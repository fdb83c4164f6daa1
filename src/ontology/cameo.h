#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/strings.h"
#include "ontology/plover.h"
#include "ontology/table.h"

namespace demarche {

/// A CAMEO code with its reading. Views live as long as the Cameo they come from.
struct CameoEntry {
  std::string_view code;              ///< "0256"; always text, leading zeros count
  std::string_view title;             ///< our wording
  double goldstein = 0;               ///< the scale's value, or that of the code with its last digits dropped
  bool on_scale = false;              ///< the scale itself has the code
  bool older = false;                 ///< not in the CAMEO manual, still met in data
  EventType type = EventType::kNone;  ///< kNone: statements (01x), which PLOVER does not code
  Mode mode = Mode::kNone;
  ContextSet contexts;  ///< what the code says by itself; an event's words may say more or less
};

/// What is done with an act that someone speaks of.
enum class GridAct : uint8_t {
  kAppeal,   ///< asked of the one who would do it (ask, urge, call on X to)
  kDemand,   ///< the same with force (demand, insist, order)
  kRally,    ///< called for among others, for the target (aid to X) or against it (sanctions on X)
  kIntent,   ///< promised, offered, agreed or planned by oneself
  kRefuse,   ///< refused by the one who would do it
  kThreat,   ///< threatened; of a good act: threatened with its end
  kDone,     ///< done: the act itself
  kStopped,  ///< ended, broken off, cancelled, lifted
  kCount
};

/// The outer act: its code and its PLOVER reading.
struct GridCode {
  std::string_view code;
  EventType type = EventType::kNone;
  Mode mode = Mode::kNone;
  bool operator==(const GridCode&) const = default;
};

/// Whose division of the codes into classes.
enum class QuadProfile : uint8_t { kPlover, kGdelt, kPhoenix };

/// The CAMEO codes, their reading in PLOVER and back, and the grid of acts over acts. Immutable once loaded; threads may share it.
class Cameo {
 public:
  /// Reads `cameo.tsv`, `grid.tsv` and `plover_cameo.tsv` from the folder (data/ontology). kBadLexicon lists every fault with its line.
  static Result<Cameo> load(const std::filesystem::path& folder);

  /// Every code in the order of the file (ascending).
  std::span<const CameoEntry> entries() const { return entries_; }
  /// Nothing for a code that neither the manual nor older data know.
  const CameoEntry* find(std::string_view code) const;
  /// The entry, or that of the longest code which begins this one; nothing if not even the root is known.
  const CameoEntry* closest(std::string_view code) const;
  /// Goldstein's value by the scale, dropping last digits until one is found; 0 for a code whose root is unknown.
  double goldstein(std::string_view code) const;
  /// The code for a type, mode and contexts where the words decide nothing closer; "" for EventType::kNone.
  std::string_view default_code(EventType type, Mode mode, ContextSet contexts) const;

  /// The outer act of `act` over an inner act. The inner act is given by its code or, where that is empty, by its type and mode.
  /// kDone gives the inner act itself. For an act that is spoken of in the negative (*urged X not to attack*, *to stop attacking*),
  /// take kStopped first and the outer act over its result. Nothing where the grid has no event (the end of an unknown act).
  std::optional<GridCode> grid(GridAct act, std::string_view inner_cameo, EventType inner_type, Mode inner_mode) const;

 private:
  struct Default {
    EventType type;
    Mode mode;
    ContextSet contexts;
    std::string_view code;
  };
  struct Cell {
    bool empty = true;
    bool same = false;
    GridCode code;
  };
  using GridRow = std::array<Cell, static_cast<size_t>(GridAct::kCount)>;

  void read_codes(Faults& faults);
  void read_defaults(Faults& faults);
  void read_grid(Faults& faults);
  Cell read_cell(std::string_view text, const std::string& place, Faults& faults) const;

  Table codes_, defaults_, grid_;
  std::vector<CameoEntry> entries_;
  std::unordered_map<std::string_view, size_t> by_code_;
  std::vector<Default> default_rows_;
  std::unordered_map<std::string_view, GridRow> grid_rows_;
};

/// "appeal"; and back, nothing for another word (the names that `grid:ACT` takes in frame files).
std::string_view name(GridAct act);
std::optional<GridAct> grid_act_from(std::string_view text);

/// The class of a code under GDELT's or Phoenix's division (by the code's root); under kPlover the type decides and this asks for it.
/// kNeutral is Phoenix's class 0; a code without a known root is kNeutral. The enumerators' values are the numbers that exports write.
QuadClass quad_class(QuadProfile profile, std::string_view cameo, EventType type);

}  // namespace demarche
