#include "engine/evaluation_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "engine/evaluation_match.h"
#include "engine/wording.h"

namespace demarche {

namespace {

struct TooDense {
  std::string report;
};

std::string or_dash(std::string text) {
  return text.empty() ? "-" : text;
}

std::string sides(const CodedReport& report, const std::vector<uint32_t>& actors) {
  return or_dash(join(countries(report, actors), "+"));
}

std::string voices(const CodedReport& report, const CodedEvent& event) {
  std::vector<std::string> made;
  for (const auto& voice : event.attribution) {
    std::vector<std::string> names;
    for (uint32_t one : voice) names.push_back(report.actors[one].name);
    made.push_back(names.empty() ? "someone" : join(names, "+"));
  }
  return or_dash(join(made, " > "));
}

std::string dates(const CodedEvent& event) {
  return event.start == event.end ? or_dash(event.start) : event.start + ".." + event.end;
}

std::string type_of(const CodedEvent& event) {
  return event.type.empty() ? "null" : event.mode.empty() ? event.type : event.type + "/" + event.mode;
}

std::string quoted(const Quotes& quotes, const CodedEvent& event) {
  return event.trigger.empty() ? "" : fmt::format(" '{}'", quotes.words(event.trigger));
}

std::string described(const CodedReport& report, const CodedEvent& event, const Quotes& quotes) {
  std::string date = event.start.empty() ? "" : " " + dates(event);
  return fmt::format("{} {} {} {}{}{}", sides(report, event.source), type_of(event), sides(report, event.target), or_dash(event.status),
                     date, quoted(quotes, event));
}

// How an event stands to its partner in gold: how many of five things are right; -1 without a partner.
int rightness(const CodedReport& gold, const CodedEvent* want, const CodedReport& run, const CodedEvent& have) {
  if (!want) return -1;
  return (want->type == have.type) + (countries(gold, want->source) == countries(run, have.source)) +
         (countries(gold, want->target) == countries(run, have.target)) + (want->status == have.status) +
         (want->start == have.start && want->end == have.end);
}

// One run of one report: its events with their partners in gold.
class Run {
 public:
  Run(const CodedReport& gold, const CodedReport& coded, EventMatch how) : gold_(gold), coded_(coded), partner_(coded.events.size()) {
    auto matches = match_events(gold, coded, how);
    if (!matches) throw TooDense{gold.id};
    for (const auto& [i, j] : *matches) partner_[j] = &gold.events[i];
  }
  const CodedReport& coded() const { return coded_; }
  const CodedEvent& event(size_t i) const { return coded_.events[i]; }
  bool right(size_t i) const { return partner_[i] && partner_[i]->type == event(i).type; }
  bool counts(size_t i) const { return partner_[i] || event(i).related || !event(i).type.empty(); }
  int rightness(size_t i) const { return demarche::rightness(gold_, partner_[i], coded_, event(i)); }

 private:
  const CodedReport& gold_;
  const CodedReport& coded_;
  std::vector<const CodedEvent*> partner_;
};

class ReportDiff {
 public:
  ReportDiff(const CodedReport& gold, const CodedReport& now, const CodedReport& before, EventMatch how)
      : gold_(gold), now_(gold, now, how), before_(gold, before, how), how_(how), quotes_(gold) {}

  void into(RunDiff& diff) {
    diff_ = &diff;
    auto matches = match_events(before_.coded(), now_.coded(), how_);
    if (!matches) throw TooDense{gold_.id};
    std::vector<bool> kept_before(before_.coded().events.size()), kept_now(now_.coded().events.size());
    for (const auto& [i, j] : *matches) kept_before[i] = kept_now[j] = true;
    for (size_t j = 0; j < kept_now.size(); ++j)
      if (!kept_now[j]) one_sided(now_, j, ChangeKind::kGained);
    for (size_t i = 0; i < kept_before.size(); ++i)
      if (!kept_before[i]) one_sided(before_, i, ChangeKind::kLost);
    for (const auto& [i, j] : *matches) both(i, j);
    for (size_t type = 0; type < 5; ++type) relations(static_cast<RelationType>(type));
  }

 private:
  void add(ChangeKind kind, ChangeEffect effect, std::string what, Span at) {
    diff_->changes.push_back({kind, effect, gold_.id, std::move(what), quotes_.sentence(at.begin)});
  }

  void one_sided(const Run& run, size_t i, ChangeKind kind) {
    bool good = run.right(i) == (kind == ChangeKind::kGained);
    ChangeEffect effect = !run.counts(i) ? ChangeEffect::kNeither : good ? ChangeEffect::kBetter : ChangeEffect::kWorse;
    add(kind, effect, described(run.coded(), run.event(i), quotes_), run.event(i).trigger);
  }

  void both(size_t i, size_t j) {
    const CodedEvent &was = before_.event(i), &is = now_.event(j);
    const CodedReport &old = before_.coded(), &fresh = now_.coded();
    std::vector<std::string> parts;
    auto differ = [&](const char* what, const std::string& from, const std::string& to) {
      if (from != to) parts.push_back(fmt::format("{} {} -> {}", what, from, to));
    };
    differ("type", type_of(was), type_of(is));
    differ("cameo", or_dash(was.cameo), or_dash(is.cameo));
    differ("source", sides(old, was.source), sides(fresh, is.source));
    differ("target", sides(old, was.target), sides(fresh, is.target));
    differ("status", or_dash(was.status), or_dash(is.status));
    differ("date", dates(was), dates(is));
    differ("voices", voices(old, was), voices(fresh, is));
    if (parts.empty()) {
      ++diff_->same;
      return;
    }
    int gain = now_.rightness(j) - before_.rightness(i);
    ChangeEffect effect = gain > 0 ? ChangeEffect::kBetter : gain < 0 ? ChangeEffect::kWorse : ChangeEffect::kNeither;
    add(ChangeKind::kChanged, effect, fmt::format("{}{}: {}", type_of(is), quoted(quotes_, is), join(parts, "; ")), is.trigger);
  }

  struct Pair {
    Span a, b;
  };
  static std::vector<Pair> pairs(const CodedReport& report, RelationType type) {
    std::vector<Pair> made;
    for (const CodedRelation& one : report.relations)
      if (one.type == type)
        for (const auto& [a, b] : one.pairs) made.push_back({report.events[a].trigger, report.events[b].trigger});
    return made;
  }
  Matches match(const std::vector<Pair>& left, const std::vector<Pair>& right) const {
    auto found = match_best(left.size(), right.size(), [&](uint32_t i, uint32_t j) -> std::optional<double> {
      if (!left[i].a.overlaps(right[j].a) || !left[i].b.overlaps(right[j].b)) return std::nullopt;
      return jaccard(left[i].a, right[j].a) + jaccard(left[i].b, right[j].b);
    });
    if (!found) throw TooDense{gold_.id};
    return std::move(*found);
  }

  void relations(RelationType type) {
    auto want = pairs(gold_, type), fresh = pairs(now_.coded(), type), old = pairs(before_.coded(), type);
    std::vector<bool> kept_fresh(fresh.size()), kept_old(old.size()), right_fresh(fresh.size()), right_old(old.size());
    for (const auto& [i, j] : match(old, fresh)) kept_old[i] = kept_fresh[j] = true;
    for (const auto& [i, j] : match(want, fresh)) right_fresh[j] = true;
    for (const auto& [i, j] : match(want, old)) right_old[j] = true;
    auto tell = [&](const Pair& one, ChangeKind kind, bool right) {
      ChangeEffect effect = right == (kind == ChangeKind::kGained) ? ChangeEffect::kBetter : ChangeEffect::kWorse;
      add(kind, effect, fmt::format("{} '{}' / '{}'", name(type), quotes_.words(one.a), quotes_.words(one.b)), one.a);
    };
    for (size_t j = 0; j < fresh.size(); ++j)
      if (!kept_fresh[j]) tell(fresh[j], ChangeKind::kGained, right_fresh[j]);
    for (size_t i = 0; i < old.size(); ++i)
      if (!kept_old[i]) tell(old[i], ChangeKind::kLost, right_old[i]);
  }

  const CodedReport& gold_;
  Run now_, before_;
  EventMatch how_;
  Quotes quotes_;
  RunDiff* diff_ = nullptr;
};

void sort_by_kind(RunDiff& diff) {
  std::stable_sort(diff.changes.begin(), diff.changes.end(), [](const Change& a, const Change& b) { return a.kind < b.kind; });
}

std::string prediction(const std::map<std::string, std::string>& run, const std::string& uid) {
  auto found = run.find(uid);
  return found == run.end() ? "" : found->second;
}

}  // namespace

std::string_view name(ChangeKind kind) {
  return kind == ChangeKind::kGained ? "gained" : kind == ChangeKind::kLost ? "lost" : "changed";
}

std::string_view name(ChangeEffect effect) {
  return effect == ChangeEffect::kBetter ? "better" : effect == ChangeEffect::kWorse ? "worse" : "neither";
}

size_t RunDiff::count(ChangeKind kind) const {
  return static_cast<size_t>(std::count_if(changes.begin(), changes.end(), [&](const Change& one) { return one.kind == kind; }));
}

size_t RunDiff::count(ChangeKind kind, ChangeEffect effect) const {
  return static_cast<size_t>(
      std::count_if(changes.begin(), changes.end(), [&](const Change& one) { return one.kind == kind && one.effect == effect; }));
}

Result<RunDiff> diff_runs(const std::vector<CodedReport>& gold, const Alignment& now, const Alignment& before, EventMatch how) {
  RunDiff diff;
  static const CodedReport kNothing;
  try {
    for (size_t i = 0; i < gold.size(); ++i)
      ReportDiff(gold[i], now.coded[i] ? *now.coded[i] : kNothing, before.coded[i] ? *before.coded[i] : kNothing, how).into(diff);
  } catch (const TooDense& what) {
    return Error{ErrorCode::kBadInput, "has too many overlapping ranges to be matched", what.report};
  }
  sort_by_kind(diff);
  return diff;
}

RunDiff diff_pairs(const std::vector<GoldPair>& gold, const std::map<std::string, std::string>& now,
                   const std::map<std::string, std::string>& before) {
  RunDiff diff;
  for (const GoldPair& row : gold) {
    std::string is = prediction(now, row.uid), was = prediction(before, row.uid);
    if (is == was) {
      ++diff.same;
      continue;
    }
    ChangeKind kind = was.empty() ? ChangeKind::kGained : is.empty() ? ChangeKind::kLost : ChangeKind::kChanged;
    ChangeEffect effect = is == row.root ? ChangeEffect::kBetter : was == row.root ? ChangeEffect::kWorse : ChangeEffect::kNeither;
    diff.changes.push_back(
        {kind, effect, row.uid, fmt::format("{} -> {}, gold {}", or_dash(was), or_dash(is), row.root), flat(row.sentence)});
  }
  sort_by_kind(diff);
  return diff;
}

}  // namespace demarche
