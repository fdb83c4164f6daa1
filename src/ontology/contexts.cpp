#include "ontology/contexts.h"

#include <array>

namespace demarche {

namespace {

constexpr size_t kContexts = static_cast<size_t>(Context::kCount);
constexpr size_t kLeastStrong = 15;

// Calls `use` with each comparable piece of a word: lower case, split at hyphens, without a possessive ending and a plural s.
template <class Use>
void pieces(std::string_view word, std::string& buffer, Use use) {
  buffer.clear();
  auto flush = [&] {
    for (std::string_view ending : {"'s", "’s", "'", "’"})
      if (buffer.ends_with(ending)) {
        buffer.resize(buffer.size() - ending.size());
        break;
      }
    if (buffer.size() >= 5 && buffer.ends_with('s') && !buffer.ends_with("ss")) buffer.pop_back();
    if (!buffer.empty()) use(std::string_view(buffer));
    buffer.clear();
  };
  for (char c : word) {
    if (c == '-')
      flush();
    else
      buffer += is_upper_ascii(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  flush();
}

ContextSet without_broader(ContextSet contexts) {
  ContextSet narrower = ContextSet(Context::kCorruption) | Context::kIllegalDrugs | Context::kTrafficking;
  if (!(contexts & narrower).empty()) contexts.remove(Context::kCrime);
  return contexts;
}

}  // namespace

Result<ContextCues> ContextCues::load(const std::filesystem::path& folder) {
  auto table = Table::read(folder / "contexts.tsv", {"context", "kind", "cues"});
  if (!table) return table.error();
  ContextCues cues;
  cues.by_first_.emplace_back();
  Faults faults;
  std::array<size_t, kContexts> strong{};
  for (size_t row = 0; row < table->size(); ++row) {
    std::string place = table->place(row);
    auto context = context_from(table->cell(row, 0));
    if (!context) {
      faults.add(place, "unknown context \"" + std::string(table->cell(row, 0)) + "\"; take one of PLOVER's 37");
      continue;
    }
    std::string_view word = table->cell(row, 1);
    Kind kind = word == "strong" ? Kind::kStrong : word == "weak" ? Kind::kWeak : Kind::kNot;
    if (kind == Kind::kNot && word != "not") faults.add(place, "unknown kind \"" + std::string(word) + "\"; take strong, weak or not");
    for (std::string_view cue : split(table->cell(row, 2), '|')) {
      cues.add(cue, *context, kind, place, faults);
      strong[static_cast<size_t>(*context)] += kind == Kind::kStrong;
    }
  }
  for (size_t i = 0; i < kContexts; ++i)
    if (strong[i] < kLeastStrong)
      faults.add((folder / "contexts.tsv").string(), std::string(name(static_cast<Context>(i))) + " has fewer than 15 strong cues");
  if (!faults.empty()) return faults.error();
  return cues;
}

void ContextCues::add(std::string_view cue, Context context, Kind kind, const std::string& place, Faults& faults) {
  std::vector<uint32_t> ids;
  std::string buffer;
  for (std::string_view word : words_of(cue)) {
    pieces(word, buffer, [&](std::string_view piece) {
      ids.push_back(ids_.try_emplace(std::string(piece), static_cast<uint32_t>(ids_.size() + 1)).first->second);
    });
  }
  if (ids.empty()) return faults.add(place, "an empty cue; write a|b");
  by_first_.resize(ids_.size() + 1);
  std::vector<uint32_t> rest(ids.begin() + 1, ids.end());
  for (const Entry& entry : by_first_[ids.front()])
    if (entry.context == context && entry.rest == rest)
      return faults.add(place, "\"" + std::string(cue) + "\" is a cue of " + std::string(name(context)) + " already");
  by_first_[ids.front()].push_back({std::move(rest), context, kind, static_cast<uint32_t>(size_++)});
}

std::vector<ContextCues::Unit> ContextCues::units(std::span<const std::string_view> lemmas) const {
  std::vector<Unit> found;
  found.reserve(lemmas.size() + 8);
  std::string buffer;
  for (size_t i = 0; i < lemmas.size(); ++i) {
    pieces(lemmas[i], buffer, [&](std::string_view piece) {
      auto id = ids_.find(piece);
      found.push_back({id == ids_.end() ? 0 : id->second, static_cast<uint32_t>(i)});
    });
  }
  return found;
}

template <class Visit>
void ContextCues::scan(std::span<const std::string_view> lemmas, Visit visit) const {
  std::vector<Unit> text = units(lemmas);
  std::array<size_t, kContexts> barred{};  // the context's cues count from this unit on
  auto fits = [&](const Entry& entry, size_t at) {
    if (at + entry.rest.size() >= text.size()) return false;
    for (size_t k = 0; k < entry.rest.size(); ++k)
      if (text[at + 1 + k].id != entry.rest[k]) return false;
    return true;
  };
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at].id == 0) continue;
    const std::vector<Entry>& entries = by_first_[text[at].id];
    for (const Entry& entry : entries) {
      if (entry.kind != Kind::kNot || !fits(entry, at)) continue;
      size_t& until = barred[static_cast<size_t>(entry.context)];
      until = std::max(until, at + 1 + entry.rest.size());
    }
    for (const Entry& entry : entries)
      if (entry.kind != Kind::kNot && at >= barred[static_cast<size_t>(entry.context)] && fits(entry, at))
        visit(entry, text[at].word, text[at + entry.rest.size()].word + 1);
  }
}

ContextSet ContextCues::match(std::span<const std::string_view> lemmas) const {
  constexpr uint32_t kNoCue = UINT32_MAX;
  std::array<uint32_t, kContexts> weak;
  weak.fill(kNoCue);
  ContextSet contexts;
  scan(lemmas, [&](const Entry& entry, uint32_t, uint32_t) {
    uint32_t& seen = weak[static_cast<size_t>(entry.context)];
    if (entry.kind == Kind::kStrong || (seen != kNoCue && seen != entry.number)) contexts.add(entry.context);
    seen = entry.number;
  });
  return without_broader(contexts);
}

std::vector<ContextHit> ContextCues::hits(std::span<const std::string_view> lemmas) const {
  std::vector<ContextHit> found;
  scan(lemmas, [&](const Entry& entry, uint32_t begin, uint32_t end) {
    found.push_back({entry.context, entry.kind == Kind::kStrong, begin, end});
  });
  return found;
}

}  // namespace demarche
