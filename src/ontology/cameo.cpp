#include "ontology/cameo.h"

#include <array>
#include <charconv>

namespace demarche {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(GridAct::kCount)> kActNames = {"appeal", "demand", "rally", "intent",
                                                                                          "refuse", "threat", "done",  "stopped"};

bool well_formed(std::string_view code) {
  if (code.size() < 2 || code.size() > 4) return false;
  for (char c : code)
    if (!is_digit(c)) return false;
  return true;
}

ContextSet read_contexts(std::string_view text, const std::string& place, Faults& faults) {
  ContextSet contexts;
  for (std::string_view word : words_of(text)) {
    if (auto context = context_from(word))
      contexts.add(*context);
    else
      faults.add(place, "unknown context \"" + std::string(word) + "\"; take one of PLOVER's 37");
  }
  return contexts;
}

// Type and mode of a row; both may be empty, a mode needs a type that allows it.
void read_type_mode(std::string_view type_text, std::string_view mode_text, const std::string& place, GridCode& out, Faults& faults) {
  if (!type_text.empty()) {
    auto type = event_type_from(type_text);
    if (!type) return faults.add(place, "unknown type \"" + std::string(type_text) + "\"; take one of PLOVER's 16, in capitals");
    out.type = *type;
  }
  out.mode = Mode::kNone;
  if (mode_text.empty()) return;
  auto mode = mode_from(mode_text);
  if (!mode || !allows(out.type, *mode))
    return faults.add(place, std::string(name(out.type)) + " has no mode \"" + std::string(mode_text) + "\"");
  out.mode = *mode;
}

}  // namespace

std::string_view name(GridAct act) {
  return kActNames[static_cast<size_t>(act)];
}

std::optional<GridAct> grid_act_from(std::string_view text) {
  for (size_t i = 0; i < kActNames.size(); ++i)
    if (kActNames[i] == text) return static_cast<GridAct>(i);
  return std::nullopt;
}

Result<Cameo> Cameo::load(const std::filesystem::path& folder) {
  auto codes = Table::read(folder / "cameo.tsv", {"code", "title", "goldstein", "type", "mode", "contexts", "status"});
  if (!codes) return codes.error();
  auto defaults = Table::read(folder / "plover_cameo.tsv", {"type", "mode", "contexts", "cameo"});
  if (!defaults) return defaults.error();
  auto grid = Table::read(folder / "grid.tsv", {"inner", "appeal", "demand", "rally", "intent", "refuse", "threat", "stopped"});
  if (!grid) return grid.error();
  Cameo cameo;
  cameo.codes_ = std::move(*codes);
  cameo.defaults_ = std::move(*defaults);
  cameo.grid_ = std::move(*grid);
  Faults faults;
  cameo.read_codes(faults);
  cameo.read_defaults(faults);
  cameo.read_grid(faults);
  if (!faults.empty()) return faults.error();
  return cameo;
}

void Cameo::read_codes(Faults& faults) {
  for (size_t row = 0; row < codes_.size(); ++row) {
    std::string place = codes_.place(row);
    CameoEntry entry{.code = codes_.cell(row, 0), .title = codes_.cell(row, 1)};
    if (!well_formed(entry.code)) faults.add(place, "\"" + std::string(entry.code) + "\" is no code: write two to four digits");
    if (entry.title.empty()) faults.add(place, "the title is missing");
    std::string_view value = codes_.cell(row, 2);
    entry.on_scale = !value.empty();
    if (entry.on_scale) {
      auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), entry.goldstein);
      if (problem != std::errc() || end != value.data() + value.size() || entry.goldstein < -10 || entry.goldstein > 10)
        faults.add(place, "\"" + std::string(value) + "\" is no Goldstein value: write a number from -10 to 10");
    }
    GridCode reading;
    read_type_mode(codes_.cell(row, 3), codes_.cell(row, 4), place, reading, faults);
    entry.type = reading.type;
    entry.mode = reading.mode;
    entry.contexts = read_contexts(codes_.cell(row, 5), place, faults);
    entry.older = codes_.cell(row, 6) == "older";
    if (!entry.older && !codes_.cell(row, 6).empty()) faults.add(place, "the status is empty or \"older\"");
    if (!by_code_.emplace(entry.code, entries_.size()).second) faults.add(place, "code " + std::string(entry.code) + " stands twice");
    entries_.push_back(entry);
  }
  for (CameoEntry& entry : entries_)
    if (!entry.on_scale) entry.goldstein = goldstein(entry.code);
}

void Cameo::read_defaults(Faults& faults) {
  for (size_t row = 0; row < defaults_.size(); ++row) {
    std::string place = defaults_.place(row);
    GridCode reading;
    read_type_mode(defaults_.cell(row, 0), defaults_.cell(row, 1), place, reading, faults);
    std::string_view code = defaults_.cell(row, 3);
    if (!find(code)) faults.add(place, "unknown CAMEO code \"" + std::string(code) + "\"");
    default_rows_.push_back({reading.type, reading.mode, read_contexts(defaults_.cell(row, 2), place, faults), code});
  }
}

Cameo::Cell Cameo::read_cell(std::string_view text, const std::string& place, Faults& faults) const {
  Cell cell;
  if (text == "-") return cell;
  cell.empty = false;
  cell.same = text == "=";
  if (cell.same) return cell;
  std::string_view code = text.substr(0, text.find_first_of("=/"));
  const CameoEntry* entry = find(code);
  if (!entry) {
    faults.add(place, "unknown CAMEO code in \"" + std::string(text) + "\"; write CODE, CODE/mode, CODE=TYPE/mode, = or -");
    return cell;
  }
  cell.code = {entry->code, entry->type, entry->mode};
  std::string_view rest = text.substr(code.size());
  if (rest.empty()) return cell;
  std::string_view type = rest.front() == '=' ? rest.substr(1, rest.find('/') - 1) : name(entry->type);
  std::string_view mode = rest.find('/') == std::string_view::npos ? "" : rest.substr(rest.find('/') + 1);
  read_type_mode(type, mode, place, cell.code, faults);
  return cell;
}

void Cameo::read_grid(Faults& faults) {
  for (size_t row = 0; row < grid_.size(); ++row) {
    std::string place = grid_.place(row);
    std::string_view inner = grid_.cell(row, 0);
    if (inner != "-" && !find(inner)) faults.add(place, "unknown CAMEO code \"" + std::string(inner) + "\"");
    GridRow cells;
    size_t column = 1;
    for (size_t act = 0; act < cells.size(); ++act) {
      if (static_cast<GridAct>(act) != GridAct::kDone)
        cells[act] = read_cell(grid_.cell(row, column++), place, faults);
      else
        cells[act] = Cell{.empty = false, .same = true};
    }
    if (!grid_rows_.emplace(inner, cells).second) faults.add(place, "a second row for " + std::string(inner));
  }
  if (!grid_rows_.contains("-")) faults.add(grid_.size() ? grid_.place(0) : "grid.tsv", "the row \"-\" for acts without a code is missing");
  for (const CameoEntry& entry : entries_)
    if (entry.code.size() == 2 && !grid_rows_.contains(entry.code))
      faults.add(grid_.size() ? grid_.place(0) : "grid.tsv", "the row for root " + std::string(entry.code) + " is missing");
}

const CameoEntry* Cameo::find(std::string_view code) const {
  auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &entries_[found->second];
}

const CameoEntry* Cameo::closest(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1))
    if (const CameoEntry* entry = find(code)) return entry;
  return nullptr;
}

double Cameo::goldstein(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1))
    if (const CameoEntry* entry = find(code); entry && entry->on_scale) return entry->goldstein;
  return 0;
}

std::string_view Cameo::default_code(EventType type, Mode mode, ContextSet contexts) const {
  const Default* best = nullptr;
  for (Mode wanted : {mode, Mode::kNone}) {
    for (const Default& row : default_rows_) {
      bool fits = row.type == type && row.mode == wanted && contexts.has_all(row.contexts);
      if (fits && (!best || row.contexts.size() > best->contexts.size())) best = &row;
    }
    if (best) return best->code;
  }
  return "";
}

std::optional<GridCode> Cameo::grid(GridAct act, std::string_view inner_cameo, EventType inner_type, Mode inner_mode) const {
  std::string_view code = inner_cameo.empty() ? default_code(inner_type, inner_mode, {}) : inner_cameo;
  auto row = grid_rows_.end();
  for (std::string_view prefix = code; prefix.size() >= 2 && row == grid_rows_.end(); prefix.remove_suffix(1))
    row = grid_rows_.find(prefix);
  if (row == grid_rows_.end()) row = grid_rows_.find("-");
  const Cell& cell = row->second[static_cast<size_t>(act)];
  if (cell.empty) return std::nullopt;
  if (!cell.same) return cell.code;
  const CameoEntry* entry = closest(code);
  if (!entry) return std::nullopt;
  if (inner_type != EventType::kNone) return GridCode{entry->code, inner_type, inner_mode};
  return GridCode{entry->code, entry->type, entry->mode};
}

QuadClass quad_class(QuadProfile profile, std::string_view cameo, EventType type) {
  if (profile == QuadProfile::kPlover) return quad_class(type);
  int root = 0;
  if (cameo.size() < 2 || std::from_chars(cameo.data(), cameo.data() + 2, root).ec != std::errc() || root < 1 || root > 20)
    return QuadClass::kNeutral;
  using enum QuadClass;
  if (profile == QuadProfile::kGdelt)
    return root <= 5 ? kVerbalCooperation : root <= 9 ? kMaterialCooperation : root <= 14 ? kVerbalConflict : kMaterialConflict;
  if (root <= 2) return kNeutral;
  if (root <= 5) return kVerbalCooperation;
  if (root <= 8) return kMaterialCooperation;
  return root <= 13 || root == 16 ? kVerbalConflict : kMaterialConflict;
}

}  // namespace demarche
