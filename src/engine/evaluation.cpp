#include "engine/evaluation.h"

#include <fmt/format.h>

#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "engine/evaluation_match.h"
#include "language/characters.h"

namespace demarche {

namespace {

// A report that cannot be matched; caught in evaluate.
struct TooDense {
  std::string report;
};

std::string upper_ascii(std::string text) {
  for (char& c : text)
    if (is_lower_ascii(c)) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string folded(std::string_view text) {
  std::string made;
  for (size_t at = 0; at < text.size();) append_utf8(made, to_lower(next_code_point(text, at)));
  return made;
}

std::optional<double> mean(std::initializer_list<std::optional<double>> values) {
  double sum = 0;
  size_t count = 0;
  for (const auto& value : values)
    if (value) sum += *value, ++count;
  if (count == 0) return std::nullopt;
  return sum / static_cast<double>(count);
}

template <class Keys>
std::optional<double> macro(const std::map<std::string, Tally>& tallies, const Keys& counts) {
  double sum = 0;
  size_t count = 0;
  for (const auto& [label, tally] : tallies) {
    if (!counts(tally)) continue;
    sum += tally.f1().value_or(0);
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / static_cast<double>(count);
}

struct SpanPair {
  Span a, b;
  const CodedRelation* relation;
};

std::vector<SpanPair> relation_pairs(const CodedReport& report, RelationType type) {
  std::vector<SpanPair> made;
  for (const CodedRelation& one : report.relations)
    if (one.type == type)
      for (const auto& [a, b] : one.pairs) made.push_back({report.events[a].trigger, report.events[b].trigger, &one});
  return made;
}

// A mention with its actor's country, "" for none.
using PlacedCountry = std::tuple<uint32_t, uint32_t, std::string>;

std::vector<PlacedCountry> mentions_of(const CodedReport& report) {
  std::set<PlacedCountry> made;
  for (const CodedActor& actor : report.actors)
    for (Span one : actor.mentions) made.emplace(one.begin, one.end, upper_ascii(actor.country));
  return {made.begin(), made.end()};
}

Span span_of(const PlacedCountry& mention) {
  return {std::get<0>(mention), std::get<1>(mention)};
}

// Unmatched mentions that neither lie inside nor around a matched one of the same country.
size_t left_over(const std::vector<PlacedCountry>& all, const std::vector<bool>& matched) {
  size_t count = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    if (matched[i]) continue;
    bool near = false;
    for (size_t k = 0; k < all.size() && !near; ++k)
      near = matched[k] && std::get<2>(all[k]) == std::get<2>(all[i]) && span_of(all[k]).overlaps(span_of(all[i]));
    count += !near;
  }
  return count;
}

// Both in order.
bool meet(const std::vector<Span>& a, const std::vector<Span>& b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].overlaps(b[j])) return true;
    ++(a[i].end <= b[j].begin ? i : j);
  }
  return false;
}

std::string label(const std::string& type) {
  return type.empty() ? "null" : type;
}

// Scores one report into the whole.
class ReportScorer {
 public:
  ReportScorer(const CodedReport& gold, const CodedReport& coded, Evaluation& total)
      : gold_(gold), coded_(coded), total_(total), quotes_(gold.text.empty() ? coded : gold) {}

  void run() {
    auto matches = match_events(gold_, coded_, total_.how);
    if (!matches) throw TooDense{gold_.id};
    matches_ = std::move(*matches);
    detect();
    for (const auto& [i, j] : matches_) compare(gold_.events[i], coded_.events[j]);
    count_types();
    for (size_t type = 0; type < total_.relations.size(); ++type) relate(static_cast<RelationType>(type));
    people();
  }

 private:
  void miss(std::string what, Span at) { total_.misses.push_back({gold_.id, std::move(what), quotes_.sentence(at.begin)}); }
  std::string words(Span at) const { return at.empty() ? "" : fmt::format(" '{}'", quotes_.words(at)); }

  void detect() {
    std::vector<int> partner(gold_.events.size(), -1);
    std::vector<bool> taken(coded_.events.size());
    for (const auto& [i, j] : matches_) partner[i] = static_cast<int>(j), taken[j] = true;
    for (size_t i = 0; i < partner.size(); ++i) {
      const CodedEvent& one = gold_.events[i];
      const CodedEvent* other = partner[i] < 0 ? nullptr : &coded_.events[static_cast<size_t>(partner[i])];
      ++(other ? total_.detection.right : total_.detection.missed);
      ++total_.confusion[{label(one.type), other ? label(other->type) : "-"}];
      if (!other)
        miss(fmt::format("missed {}{}", label(one.type), words(one.trigger)), one.trigger);
      else if (one.type != other->type)
        miss(fmt::format("{}{} taken for {}", label(one.type), words(one.trigger), label(other->type)), one.trigger);
    }
    for (size_t j = 0; j < taken.size(); ++j) {
      const CodedEvent& one = coded_.events[j];
      if (taken[j] || (one.type.empty() && !one.related)) continue;
      ++total_.detection.made_up;
      ++total_.confusion[{"-", label(one.type)}];
      miss(fmt::format("made up {}{}", label(one.type), words(one.trigger)), one.trigger);
    }
  }

  void compare(const CodedEvent& want, const CodedEvent& have) {
    if (!want.type.empty() && want.type == have.type) {
      ++right_types_[want.type];
      right_whom_ += countries(gold_, want.source) == countries(coded_, have.source) &&
                     countries(gold_, want.target) == countries(coded_, have.target);
      if (!want.mode.empty()) total_.mode.add(want.mode == have.mode);
      std::set<std::string> left(want.contexts.begin(), want.contexts.end()), right(have.contexts.begin(), have.contexts.end());
      for (const std::string& one : left) ++(right.count(one) ? total_.contexts.right : total_.contexts.missed);
      for (const std::string& one : right) total_.contexts.made_up += !left.count(one);
    }
    status(want.status, have.status);
    if (!want.start.empty()) {
      bool there = !have.start.empty();
      total_.date_exact.add(there && have.start == want.start && have.end == want.end);
      total_.date_overlap.add(there && have.start <= want.end && want.start <= have.end);
    }
    bool left = !want.attribution.empty(), right = !have.attribution.empty();
    for (bool outermost : {true, false}) {
      bool same = left && right &&
                  same_voice(outermost ? want.attribution.front() : want.attribution.back(),
                             outermost ? have.attribution.front() : have.attribution.back());
      total_.attribution.right += same;
      total_.attribution.missed += left && !same;
      total_.attribution.made_up += right && !same;
    }
  }

  void status(const std::string& want, const std::string& have) {
    total_.status.add(want == have);
    if (want.empty()) return;
    if (want == have)
      ++total_.per_status[want].right;
    else
      ++total_.per_status[want].missed, ++total_.per_status[have].made_up;
  }

  // A voice on each side with the same country, the same name, or mentions that meet.
  bool same_voice(const std::vector<uint32_t>& want, const std::vector<uint32_t>& have) const {
    for (uint32_t i : want)
      for (uint32_t j : have) {
        const CodedActor &a = gold_.actors[i], &b = coded_.actors[j];
        if (!a.country.empty() && upper_ascii(a.country) == upper_ascii(b.country)) return true;
        if (!a.name.empty() && folded(a.name) == folded(b.name)) return true;
        if (meet(a.mentions, b.mentions)) return true;
      }
    return false;
  }

  void count_types() {
    size_t right = 0, in_gold = 0, in_coded = 0;
    std::map<std::string, std::pair<size_t, size_t>> counts;
    for (const CodedEvent& one : gold_.events)
      if (!one.type.empty()) ++counts[one.type].first, ++in_gold;
    for (const CodedEvent& one : coded_.events)
      if (!one.type.empty()) ++counts[one.type].second, ++in_coded;
    for (const auto& [type, both] : counts) {
      size_t good = right_types_[type];
      right += good;
      Tally& tally = total_.types[type];
      tally.right += good;
      tally.missed += both.first - good;
      tally.made_up += both.second - good;
    }
    add(total_.typed, right, in_gold, in_coded);
    add(total_.whom, right_whom_, in_gold, in_coded);
    total_.gold_events += gold_.events.size();
  }

  static void add(Tally& tally, size_t right, size_t in_gold, size_t in_coded) {
    tally.right += right;
    tally.missed += in_gold - right;
    tally.made_up += in_coded - right;
  }

  void relate(RelationType type) {
    auto left = relation_pairs(gold_, type), right = relation_pairs(coded_, type);
    auto found = match_best(left.size(), right.size(), [&](uint32_t i, uint32_t j) -> std::optional<double> {
      if (!left[i].a.overlaps(right[j].a) || !left[i].b.overlaps(right[j].b)) return std::nullopt;
      return jaccard(left[i].a, right[j].a) + jaccard(left[i].b, right[j].b);
    });
    if (!found) throw TooDense{gold_.id};
    add(total_.relations[static_cast<size_t>(type)], found->size(), left.size(), right.size());
    std::vector<bool> hit_left(left.size()), hit_right(right.size());
    std::unordered_set<const CodedRelation*> seen;
    for (const auto& [i, j] : *found) {
      hit_left[i] = hit_right[j] = true;
      const CodedRelation &want = *left[i].relation, &have = *right[j].relation;
      if (type == RelationType::kCondition) {
        total_.sense.add(want.sense == have.sense);
        if (want.pairs.size() > 1 && seen.insert(&want).second) total_.connective.add(want.connective == have.connective);
      } else if (type == RelationType::kOrder || type == RelationType::kConsequence) {
        total_.force.add(want.force == have.force);
      }
    }
    tell("missed", type, left, hit_left);
    tell("made up", type, right, hit_right);
  }

  void tell(const char* how, RelationType type, const std::vector<SpanPair>& pairs, const std::vector<bool>& hit) {
    for (size_t i = 0; i < pairs.size(); ++i)
      if (!hit[i]) miss(fmt::format("{} {}{} /{}", how, name(type), words(pairs[i].a), words(pairs[i].b)), pairs[i].a);
  }

  void people() {
    auto left = mentions_of(gold_), right = mentions_of(coded_);
    auto found = match_best(left.size(), right.size(), [&](uint32_t i, uint32_t j) -> std::optional<double> {
      Span a = span_of(left[i]), b = span_of(right[j]);
      if (!a.overlaps(b) || std::get<2>(left[i]) != std::get<2>(right[j])) return std::nullopt;
      return jaccard(a, b);
    });
    if (!found) throw TooDense{gold_.id};
    std::vector<bool> hit_left(left.size()), hit_right(right.size());
    for (const auto& [i, j] : *found) hit_left[i] = hit_right[j] = true;
    total_.actors.right += found->size();
    total_.actors.missed += left_over(left, hit_left);
    total_.actors.made_up += left_over(right, hit_right);
  }

  const CodedReport& gold_;
  const CodedReport& coded_;
  Evaluation& total_;
  Quotes quotes_;
  Matches matches_;
  std::map<std::string, size_t> right_types_;
  size_t right_whom_ = 0;
};

}  // namespace

std::optional<double> Tally::f1() const {
  size_t total = 2 * right + made_up + missed;
  if (total == 0) return std::nullopt;
  return 2.0 * static_cast<double>(right) / static_cast<double>(total);
}

std::optional<double> Tally::precision() const {
  return Share{right, right + made_up}.value();
}

std::optional<double> Tally::recall() const {
  return Share{right, right + missed}.value();
}

std::optional<double> Share::value() const {
  if (of == 0) return std::nullopt;
  return static_cast<double>(right) / static_cast<double>(of);
}

std::optional<double> Evaluation::status_macro_f1() const {
  return macro(per_status, [](const Tally& tally) { return tally.right + tally.missed > 0; });
}

std::optional<double> Evaluation::type_macro_f1() const {
  return macro(types, [](const Tally& tally) { return tally.right + tally.missed > 0; });
}

std::optional<double> Evaluation::relation_mean() const {
  auto of = [&](RelationType type) { return relations[static_cast<size_t>(type)].f1(); };
  return mean({of(RelationType::kCondition), of(RelationType::kOrder), of(RelationType::kConsequence)});
}

std::optional<double> Evaluation::overall() const {
  if (how == EventMatch::kByCode) return mean({typed.f1(), whom.f1()});
  return mean({typed.f1(), whom.f1(), status_macro_f1(), attribution.f1(), relation_mean()});
}

std::vector<std::string> countries(const CodedReport& report, const std::vector<uint32_t>& actors) {
  std::set<std::string> made;
  for (uint32_t one : actors) {
    const CodedActor& actor = report.actors[one];
    const std::string& value = actor.country.empty() ? actor.code : actor.country;
    if (!value.empty()) made.insert(upper_ascii(value));
  }
  return {made.begin(), made.end()};
}

std::optional<Matches> match_events(const CodedReport& gold, const CodedReport& coded, EventMatch how) {
  using Sides = std::pair<std::vector<std::string>, std::vector<std::string>>;
  auto sides_of = [&](const CodedReport& report) {
    std::vector<Sides> made;
    if (how == EventMatch::kByCode)
      for (const CodedEvent& one : report.events) made.emplace_back(countries(report, one.source), countries(report, one.target));
    return made;
  };
  std::vector<Sides> left = sides_of(gold), right = sides_of(coded);
  return match_best(gold.events.size(), coded.events.size(), [&](uint32_t i, uint32_t j) -> std::optional<double> {
    const CodedEvent &a = gold.events[i], &b = coded.events[j];
    bool meet = a.trigger.overlaps(b.trigger), same = a.type == b.type;
    if (how == EventMatch::kByCode) {
      if (!same && !(meet && !a.trigger.empty() && !b.trigger.empty())) return std::nullopt;
      return (same ? 1 : 0) + 0.5 * (left[i].first == right[j].first) + 0.5 * (left[i].second == right[j].second) +
             jaccard(a.trigger, b.trigger);
    }
    if (!meet) return std::nullopt;
    return jaccard(a.trigger, b.trigger) + (same ? 0.25 : 0.0);
  });
}

Alignment align(const std::vector<CodedReport>& gold, const std::vector<CodedReport>& coded) {
  std::unordered_map<std::string_view, const CodedReport*> by_id, by_text;
  for (const CodedReport& one : coded) {
    if (!one.id.empty()) by_id.emplace(one.id, &one);
    by_text.emplace(one.text, &one);
  }
  Alignment made;
  std::unordered_set<const CodedReport*> used;
  for (const CodedReport& one : gold) {
    auto id = by_id.find(one.id);
    auto text = by_text.find(one.text);
    const CodedReport* other = id != by_id.end() ? id->second : text != by_text.end() ? text->second : nullptr;
    if (!other)
      made.warnings.push_back(fmt::format("no prediction for {}; all of it counts as missed", one.id));
    else if (!other->text.empty() && other->text != one.text)
      made.warnings.push_back(fmt::format("the text of {} differs from gold's, its ranges may not fit", one.id));
    used.insert(other);
    made.coded.push_back(other);
  }
  for (const CodedReport& one : coded)
    if (!used.count(&one)) made.warnings.push_back(fmt::format("{} is not in gold and left out", one.id));
  return made;
}

Result<Evaluation> evaluate(const std::vector<CodedReport>& gold, const Alignment& alignment, EventMatch how) {
  Evaluation total;
  total.how = how;
  total.reports = gold.size();
  static const CodedReport kNothing;
  try {
    for (size_t i = 0; i < gold.size(); ++i) ReportScorer(gold[i], alignment.coded[i] ? *alignment.coded[i] : kNothing, total).run();
  } catch (const TooDense& what) {
    return Error{ErrorCode::kBadInput, "has too many overlapping ranges to be matched", what.report};
  }
  return total;
}

}  // namespace demarche
