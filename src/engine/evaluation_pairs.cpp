#include "engine/evaluation_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/strings.h"
#include "base/table_cells.h"
#include "engine/wording.h"

namespace demarche {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 15> kQuads{{{"AGREE", 1},
                                                                   {"CONSULT", 1},
                                                                   {"SUPPORT", 1},
                                                                   {"COOPERATE", 2},
                                                                   {"AID", 2},
                                                                   {"YIELD", 2},
                                                                   {"ACCUSE", 3},
                                                                   {"REQUEST", 3},
                                                                   {"REJECT", 3},
                                                                   {"THREATEN", 3},
                                                                   {"PROTEST", 4},
                                                                   {"MOBILIZE", 4},
                                                                   {"SANCTION", 4},
                                                                   {"COERCE", 4},
                                                                   {"ASSAULT", 4}}};
constexpr std::array<std::string_view, 5> kQuadNames{"", "V-Coop", "M-Coop", "V-Confl", "M-Confl"};

// 0 for what is none of the classes.
int quad_of(std::string_view root) {
  for (const auto& [name, quad] : kQuads)
    if (name == root) return quad;
  return 0;
}

// The lines of a table with their numbers, without their line breaks.
template <class Take>
std::optional<Error> each_line(std::string_view content, const Take& take) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  for (size_t number = 1; !content.empty(); ++number) {
    size_t end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (auto error = take(line, number)) return error;
  }
  return std::nullopt;
}

class GoldTable {
 public:
  explicit GoldTable(const std::string& name) : name_(name) {}

  std::optional<Error> line(std::string_view text, size_t number) {
    if (number == 1) return header(text);
    if (trim(text).empty()) return std::nullopt;
    auto cells = table_cells(text);
    auto cell = [&](int column) {
      return column < 0 || static_cast<size_t>(column) >= cells.size() ? "" : cells[static_cast<size_t>(column)];
    };
    if (cells.size() <= static_cast<size_t>(std::max({uid_, root_, quad_, sentence_}))) return fault("too few columns", number);
    GoldPair row;
    row.uid = cell(uid_).empty() ? std::to_string(rows_.size()) : cell(uid_);
    row.root = pair_class(cell(root_));
    row.quad = quad_of(row.root);
    row.sentence = cell(sentence_);
    if (row.quad == 0)
      return fault(fmt::format("`{}` is no class: {}", cell(root_),
                               "AGREE CONSULT SUPPORT COOPERATE AID YIELD ACCUSE REQUEST REJECT THREATEN "
                               "PROTEST MOBILIZE SANCTION COERCE ASSAULT"),
                   number);
    if (std::string quad = cell(quad_); quad_ >= 0) {
      if (quad.size() != 1 || quad[0] < '1' || quad[0] > '4') return fault("gold_penta is none of 1, 2, 3, 4", number);
      row.quad = quad[0] - '0';
    }
    if (!seen_.insert(row.uid).second) return fault("the uid " + row.uid + " is given twice", number);
    rows_.push_back(std::move(row));
    return std::nullopt;
  }

  std::vector<GoldPair> take() { return std::move(rows_); }

 private:
  Error fault(std::string message, size_t number) const {
    return {ErrorCode::kBadInput, std::move(message), fmt::format("{}:{}", name_, number)};
  }

  std::optional<Error> header(std::string_view text) {
    auto cells = table_cells(text);
    auto column = [&](std::string_view wanted) {
      auto found = std::find(cells.begin(), cells.end(), wanted);
      return found == cells.end() ? -1 : static_cast<int>(found - cells.begin());
    };
    uid_ = column("uid");
    root_ = column("gold_root");
    quad_ = column("gold_penta");
    sentence_ = column("marked_sentence");
    if (root_ < 0) return fault("the header names no column `gold_root`", 1);
    return std::nullopt;
  }

  std::string name_;
  std::vector<GoldPair> rows_;
  std::set<std::string> seen_;
  int uid_ = -1, root_ = -1, quad_ = -1, sentence_ = -1;
};

double ratio(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void count(PairLevel& level, const std::string& gold, const std::string* predicted) {
  ++level.rows;
  ++level.classes[gold].in_gold;
  if (!predicted) return;
  ++level.predicted;
  level.right += *predicted == gold;
  level.classes[gold].right += *predicted == gold;
  ++level.classes[*predicted].guessed;
}

// Classes that only predictions have are no part of a mean.
void keep_gold_classes(PairLevel& level) {
  std::erase_if(level.classes, [](const auto& one) { return one.second.in_gold == 0; });
}

std::string side_of(int quad) {
  return quad == 0 ? "none" : quad < 3 ? "cooperation" : "conflict";
}

}  // namespace

std::string pair_class(std::string_view label) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOther{
      {{"CONCEDE", "YIELD"}, {"RETREAT", "YIELD"}, {"DEMAND", "REQUEST"}, {"INVESTIGATE", "ACCUSE"}, {"FIGHT", "ASSAULT"}}};
  std::string made(trim(label));
  for (char& c : made)
    if (is_lower_ascii(c)) c = static_cast<char>(c - 'a' + 'A');
  for (const auto& [other, ours] : kOther)
    if (made == other) return std::string(ours);
  return made == "-" ? "" : made;
}

Result<std::vector<GoldPair>> read_gold_pairs(std::string_view content, const std::string& name) {
  GoldTable table(name);
  auto error = each_line(content, [&](std::string_view line, size_t number) { return table.line(line, number); });
  if (error) return *error;
  auto rows = table.take();
  if (rows.empty()) return Error{ErrorCode::kBadInput, "holds no row", name};
  return rows;
}

Result<std::map<std::string, std::string>> read_pair_predictions(std::string_view content, const std::string& name) {
  std::map<std::string, std::string> made;
  auto error = each_line(content, [&](std::string_view line, size_t number) -> std::optional<Error> {
    if (trim(line).empty() || line.starts_with('#')) return std::nullopt;
    auto cells = table_cells(line);
    std::string uid(trim(cells[0]));
    if (number == 1 && lower_ascii(uid) == "uid") return std::nullopt;
    if (cells.size() < 2)
      return Error{ErrorCode::kBadInput, "no tab in it; write uid, tab, class, as `demarche code --pairs` does",
                   fmt::format("{}:{}", name, number)};
    made.emplace(uid, pair_class(cells[1]));
    return std::nullopt;
  });
  if (error) return *error;
  return made;
}

double ClassCounts::precision() const {
  return ratio(right, guessed);
}

double ClassCounts::recall() const {
  return ratio(right, in_gold);
}

double ClassCounts::f1() const {
  return ratio(2 * right, in_gold + guessed);
}

double PairLevel::macro_f1() const {
  double sum = 0;
  for (const auto& [name, counts] : classes) sum += counts.f1();
  return classes.empty() ? 0 : sum / static_cast<double>(classes.size());
}

double PairLevel::weighted_f1() const {
  double sum = 0;
  for (const auto& [name, counts] : classes) sum += counts.f1() * static_cast<double>(counts.in_gold);
  return rows == 0 ? 0 : sum / static_cast<double>(rows);
}

double PairLevel::accuracy() const {
  return ratio(right, rows);
}

double PairLevel::covered_accuracy() const {
  return ratio(right, predicted);
}

double PairEvaluation::coverage() const {
  return ratio(root.predicted, root.rows);
}

PairEvaluation evaluate_pairs(const std::vector<GoldPair>& gold, const std::map<std::string, std::string>& predictions) {
  PairEvaluation made;
  size_t matched = 0;
  for (const GoldPair& row : gold) {
    auto found = predictions.find(row.uid);
    matched += found != predictions.end();
    const std::string* root = found == predictions.end() || found->second.empty() ? nullptr : &found->second;
    int quad = root ? quad_of(*root) : 0;
    std::string quad_name(quad == 0 ? "none" : kQuadNames[static_cast<size_t>(quad)]), side = side_of(quad);
    if (!root || *root != row.root)
      made.misses.push_back({row.uid, root ? row.root + " taken for " + *root : "missed " + row.root, flat(row.sentence)});
    ++made.confusion[{row.root, root ? *root : "-"}];
    count(made.root, row.root, root);
    count(made.quad, std::string(kQuadNames[static_cast<size_t>(row.quad)]), root ? &quad_name : nullptr);
    count(made.binary, side_of(row.quad), root ? &side : nullptr);
  }
  for (PairLevel* level : {&made.root, &made.quad, &made.binary}) keep_gold_classes(*level);
  made.unmatched = predictions.size() - matched;
  return made;
}

}  // namespace demarche
