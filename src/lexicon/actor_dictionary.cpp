#include "lexicon/actor_dictionary.h"

#include <algorithm>
#include <array>
#include <climits>
#include <unordered_map>

#include "ontology/plover.h"

namespace demarche {

namespace {

// Codes of actors that belong to no state (CAMEO, PLOVER).
constexpr std::array<std::string_view, 10> kGeneric{"IGO", "NGO", "NGM", "MNC", "IMG", "EUR", "UNO", "ISM", "INT", "UIS"};

constexpr Date kAlwaysBefore{INT32_MIN};
constexpr Date kAlwaysAfter{INT32_MAX};

constexpr std::array<std::pair<std::string_view, ActorKind>, 12> kKinds{{{"country", ActorKind::kCountry},
                                                                         {"region", ActorKind::kRegion},
                                                                         {"org", ActorKind::kOrg},
                                                                         {"group", ActorKind::kGroup},
                                                                         {"party", ActorKind::kParty},
                                                                         {"firm", ActorKind::kFirm},
                                                                         {"media", ActorKind::kMedia},
                                                                         {"institution", ActorKind::kInstitution},
                                                                         {"people", ActorKind::kPeople},
                                                                         {"person", ActorKind::kPerson},
                                                                         {"metonym", ActorKind::kMetonym},
                                                                         {"place", ActorKind::kPlace}}};

// `FROM..TO`, each side a date or nothing. Gives the fault's text on failure.
std::optional<DateRange> parse_term(std::string_view text, std::string& fault) {
  size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    if (auto whole = parse_date(text)) return whole;
    fault = "`" + std::string(text) + "` is no term: write FROM..TO with YYYY, YYYY-MM or YYYY-MM-DD";
    return std::nullopt;
  }
  std::string_view from = text.substr(0, dots), to = text.substr(dots + 2);
  DateRange term{kAlwaysBefore, kAlwaysAfter};
  auto start = parse_date(from), end = parse_date(to);
  if ((!from.empty() && !start) || (!to.empty() && !end)) {
    fault = "`" + std::string(text) + "` is no term: no such date as `" + std::string(from.empty() || start ? to : from) + "`";
    return std::nullopt;
  }
  if (start) term.start = start->start;
  if (end) term.end = end->end;
  if (term.end < term.start) {
    fault = "the term ends before it begins: swap or mend the dates";
    return std::nullopt;
  }
  return term;
}

// The term with every partial date read so that it is as short as can be: a hand-over known only by its year is no overlap.
// An open side stays open, and may be shorter than nothing.
DateRange shortest_reading(std::string_view text) {
  size_t dots = text.find("..");
  auto start = parse_date(text.substr(0, dots)), end = parse_date(dots == std::string_view::npos ? text : text.substr(dots + 2));
  return {start ? start->end : kAlwaysBefore, end ? end->start : kAlwaysAfter};
}

// One word of a longer name says no more than a surname does, whoever lists it (*Kim* of *Kim Jong Un*).
NameSense person_sense(std::string_view full, std::string_view alias) {
  bool part =
      alias.find(' ') == std::string_view::npos && full.find(' ') != std::string_view::npos && full.find(alias) != std::string_view::npos;
  return part ? NameSense::kSurname : NameSense::kName;
}

// `Name {2} (f) = alias, alias`
struct Naming {
  std::string name;
  char gender = 0;
  std::string mark;  // what stood in braces: tells namesakes apart
  std::vector<std::string> names;
};

std::string take_group(std::string& text, char open, char close) {
  size_t begin = text.find(open), end = text.find(close, begin == std::string::npos ? 0 : begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  std::string inside(trim(std::string_view(text).substr(begin + 1, end - begin - 1)));
  text.erase(begin, end - begin + 1);
  return inside;
}

Naming parse_naming(std::string_view text) {
  Naming naming;
  size_t equals = text.find('=');
  std::string head(trim(text.substr(0, equals)));
  std::string gender = take_group(head, '(', ')');
  if (gender == "f" || gender == "m") naming.gender = gender[0];
  naming.mark = take_group(head, '{', '}');
  naming.name = std::string(trim(head));
  naming.names.push_back(naming.name);
  if (equals != std::string_view::npos)
    for (std::string_view alias : split(text.substr(equals + 1), ','))
      if (std::string one(trim(alias)); !one.empty()) {
        take_group(one, '(', ')');
        naming.names.emplace_back(trim(one));
      }
  return naming;
}

// A line of a dictionary of actors, while it is read.
struct ActorLine {
  const DictionaryFile& file;
  int number;
  Faults& faults;
  Naming naming;
  ActorEntry entry;

  void fault(std::string message) { faults.add(file.name, number, std::move(message)); }
};

// `CODE | CODE FROM..TO | ...`; false where one is no code.
bool read_codes(std::string_view text, ActorLine& line) {
  std::vector<DateRange> terms;
  for (std::string_view code_and_term : split(text, '|')) {
    auto words = words_of(code_and_term);
    if (words.empty() || !is_code(words[0])) {
      line.fault("`" + std::string(trim(code_and_term)) +
                 "` is no actor code: three-letter elements in capitals, then an optional FROM..TO");
      return false;
    }
    std::string code(words[0]);
    if (words.size() == 1) {
      if (line.entry.code.empty())
        line.entry.code = code;
      else
        line.fault("two codes without a term, `" + line.entry.code + "` and `" + code + "`: give one of them its FROM..TO");
      continue;
    }
    std::string fault;
    auto term = parse_term(words[1], fault);
    if (!term) {
      line.fault(fault);
      continue;
    }
    DateRange sure = shortest_reading(words[1]);
    for (const DateRange& other : terms)
      if (!line.file.added && sure.start.days + 1 < other.end.days && other.start.days + 1 < sure.end.days)
        line.fault("the term `" + std::string(words[1]) + "` overlaps an earlier one of this actor: mend the dates");
    terms.push_back(sure);
    line.entry.roles.push_back({*term, code, {}});
  }
  return true;
}

// `kind group`, `gender f` and the like.
void read_key(std::string_view text, ActorLine& line) {
  auto words = words_of(text);
  if (words.size() < 2) {
    if (!words.empty()) line.fault("`" + std::string(words[0]) + "` lacks its value");
  } else if (words[0] == "kind") {
    auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& one) { return one.first == words[1]; });
    if (kind == kKinds.end())
      line.fault("`" + std::string(words[1]) + "` is no kind: one of org group party firm media institution people person metonym place");
    else
      line.entry.kind = kind->second;
  } else if (words[0] == "gender") {
    if (words[1] != "m" && words[1] != "f")
      line.fault("`" + std::string(words[1]) + "` is no gender: m or f");
    else
      line.entry.gender = words[1][0];
  } else if (words[0] != "member" && words[0] != "note") {
    line.fault("unknown key `" + std::string(words[0]) + "`: kind, gender, member or note");
  }
}

// False where the line says nothing that can be kept.
bool read_actor(std::string_view text, ActorLine& line) {
  // Names may hold a colon ("Sinn Fein: ..."), never ' : '.
  size_t colon = text.find(" : ");
  if (colon == std::string_view::npos) {
    line.fault("an actor reads `NAME = ALIAS, ALIAS : CODE ; kind KIND`");
    return false;
  }
  line.naming = parse_naming(text.substr(0, colon));
  auto parts = split(text.substr(colon + 3), ';');
  line.entry.name = line.naming.name;
  line.entry.gender = line.naming.gender;
  if (!read_codes(parts[0], line)) return false;
  for (size_t i = 1; i < parts.size(); ++i) read_key(parts[i], line);
  return true;
}

// The code of the entry whose first element stands for nothing known, or "". Peoples and faiths have codes of their own.
std::string unknown_code(const ActorEntry& entry, const Countries& countries) {
  if (entry.kind == ActorKind::kPeople) return {};
  auto known = [&](std::string_view code) {
    std::string_view first = code.substr(0, 3);
    return countries.find(first) || std::find(kGeneric.begin(), kGeneric.end(), first) != kGeneric.end() || sector_from(first);
  };
  if (!entry.code.empty() && !known(entry.code)) return entry.code;
  for (const DatedRole& role : entry.roles)
    if (!known(role.code)) return role.code;
  return {};
}

}  // namespace

std::string_view name(ActorKind kind) {
  return kKinds[static_cast<size_t>(kind)].first;
}

const DatedRole* ActorEntry::role_on(Date day) const {
  const DatedRole* found = nullptr;
  for (const DatedRole& role : roles)
    if (role.term.contains(day)) found = &role;
  return found;
}

const DatedRole* ActorEntry::former_role(Date day) const {
  const DatedRole* found = nullptr;
  for (const DatedRole& role : roles)
    if (role.term.end < day && (!found || role.term.end >= found->term.end)) found = &role;
  return found;
}

std::string_view ActorEntry::country() const {
  if (!code.empty()) return std::string_view(code).substr(0, 3);
  return roles.empty() ? std::string_view() : std::string_view(roles.front().code).substr(0, 3);
}

std::string surname_of(std::string_view full_name) {
  static constexpr std::array<std::string_view, 24> kParticles{"de",  "da",  "do",  "dos", "del", "della", "di",  "la",
                                                               "le",  "van", "von", "der", "den", "ten",   "bin", "ibn",
                                                               "ben", "abu", "al",  "el",  "ul",  "ould",  "zu",  "St"};
  auto words = words_of(full_name);
  // *Farouk of Egypt* is no Mr Egypt.
  if (std::find(words.begin(), words.end(), "of") != words.end()) return {};
  auto numeral = [](std::string_view word) { return word.find_first_not_of("IVX") == std::string_view::npos; };
  while (words.size() > 1 && (words.back() == "Jr." || words.back() == "Jr" || words.back() == "Sr." || numeral(words.back())))
    words.pop_back();
  if (words.size() < 2) return {};
  size_t first = words.size() - 1;
  auto particle = [&](std::string_view word) {
    std::string lower = lower_ascii(word);
    return std::find(kParticles.begin(), kParticles.end(), lower) != kParticles.end();
  };
  while (first > 1 && particle(words[first - 1])) --first;
  std::string surname(words[first]);
  for (size_t i = first + 1; i < words.size(); ++i) surname += " " + std::string(words[i]);
  return surname;
}

struct ActorDictionary::OfficeBlock {
  std::string country;
  std::string title;
  std::string sectors;
  bool shared = false;
  bool faulty = false;
  std::vector<std::pair<DateRange, int>> terms;  // with their lines
};

void ActorDictionary::read_offices(const std::vector<DictionaryFile>& files, const Countries& countries, Faults& faults) {
  for (const DictionaryFile& file : files) {
    OfficeBlock block;
    for (const Line& line : file.lines) {
      std::string_view text = line.text;
      if (text.starts_with("country ")) {
        block = {};
        block.country = trim(text.substr(8));
        if (!countries.find(block.country) && std::find(kGeneric.begin(), kGeneric.end(), block.country) == kGeneric.end())
          faults.add(file.name, line.number, "`" + block.country + "` is no country or generic code of data/ontology");
      } else if (text.starts_with("office ")) {
        open_office(block, file.name, line, faults);
      } else {
        read_office_line(block, file.name, line, faults);
      }
    }
  }
}

void ActorDictionary::open_office(OfficeBlock& block, const std::string& file, const Line& line, Faults& faults) {
  std::string_view text = line.text;
  size_t colon = text.find(':');
  block.title.clear();
  block.terms.clear();
  block.faulty = block.country.empty() || colon == std::string_view::npos;
  if (block.faulty) {
    faults.add(file, line.number, "an office reads `office TITLE : SECTORS` and stands under a `country`");
    return;
  }
  auto rest = words_of(text.substr(colon + 1));
  block.title = lower_ascii(trim(text.substr(7, colon - 7)));
  block.sectors = rest.empty() ? "" : std::string(rest[0]);
  block.shared = rest.size() > 1 && rest[1] == "shared";
  if (!block.sectors.empty() && !is_code(block.sectors))
    faults.add(file, line.number, "`" + block.sectors + "` is no string of three-letter sectors");
  if (rest.size() > (block.shared ? 2 : 1))
    faults.add(file, line.number, "`" + std::string(rest[block.shared ? 2 : 1]) + "` after the sectors: only `shared` may stand there");
}

void ActorDictionary::read_office_line(OfficeBlock& block, const std::string& file, const Line& line, Faults& faults) {
  if (block.faulty) return;  // said at the office
  std::string_view text = line.text;
  size_t blank = text.find_first_of(" \t");
  if (block.title.empty() || blank == std::string_view::npos) {
    faults.add(file, line.number, "a holder reads `FROM..TO  Name` and stands under an `office`");
    return;
  }
  std::string fault;
  auto term = parse_term(text.substr(0, blank), fault);
  if (!term) {
    faults.add(file, line.number, fault);
    return;
  }
  DateRange shortest = shortest_reading(text.substr(0, blank));
  for (const auto& [other, at] : block.terms)
    if (!block.shared && shortest.start.days + 1 < other.end.days && other.start.days + 1 < shortest.end.days)
      faults.add(file, line.number, "overlaps the holder of line " + std::to_string(at) + ": mend the dates or mark the office `shared`");
  block.terms.emplace_back(shortest, line.number);

  Naming naming = parse_naming(trim(text.substr(blank)));
  if (naming.name.empty()) {
    faults.add(file, line.number, "no name after the term");
    return;
  }
  std::string key = block.country + "/" + naming.name + naming.mark;
  auto known = by_name_.find(key);
  uint32_t id;
  if (known == by_name_.end()) {
    ActorEntry entry;
    entry.name = naming.name;
    entry.kind = ActorKind::kPerson;
    id = add(std::move(entry), naming.names);
    by_name_.try_emplace(key, id);
  } else {
    id = known->second;
    for (const std::string& one : naming.names) add_name(one, id, person_sense(naming.name, one));
  }
  ActorEntry& entry = entries_[id];
  if (naming.gender) entry.gender = naming.gender;
  entry.roles.push_back({*term, block.country + block.sectors, block.title});
  by_office_[block.country + "/" + block.title].push_back(id);
}

void ActorDictionary::read_actors(const std::vector<DictionaryFile>& files, const Countries& countries, Faults& faults) {
  std::unordered_map<std::string, std::string> given;  // name and codes to their place
  for (const DictionaryFile& file : files)
    for (const Line& one : file.lines) {
      ActorLine line{file, one.number, faults, {}, {}};
      if (!read_actor(one.text, line)) continue;
      if (!file.added) {
        if (std::string code = unknown_code(line.entry, countries); !code.empty())
          line.fault("`" + code.substr(0, 3) + "` of `" + code + "` is no country, generic code or sector: mend it, or say `kind people`");
        auto [first, fresh] =
            given.try_emplace(line.entry.name + line.naming.mark + "/" + line.entry.code, file.name + ":" + std::to_string(one.number));
        if (!fresh) line.fault("`" + line.entry.name + "` stands at " + first->second + " with the same code: join the two lines");
      }
      enter(std::move(line.entry), line.naming.names);
    }
}

void ActorDictionary::enter(ActorEntry entry, const std::vector<std::string>& names) {
  if (entry.kind == ActorKind::kCountry) {
    std::string_view code = entry.code.empty() ? std::string_view(entry.roles.back().code) : std::string_view(entry.code);
    if (auto known = country(code)) return add_places(*known, names);
  }
  if (entry.kind == ActorKind::kPerson)
    if (auto known = person_named(names, entry.country())) return join(*known, std::move(entry), names);
  add(std::move(entry), names);
}

// What a dictionary calls a country besides the names, people and capital that we know: its towns and regions.
void ActorDictionary::add_places(uint32_t country, const std::vector<std::string>& names) {
  for (const std::string& one : names) {
    auto pieces = name_pieces(one);
    NameIndex::Match match = index_.longest(pieces, 0);
    bool known = !pieces.empty() && match.count == pieces.size() &&
                 std::any_of(match.ids->begin(), match.ids->end(), [&](uint32_t id) { return uses_[id].entry == country; });
    if (!known) add_name(one, country, NameSense::kCapital);
  }
}

// The person of that country whom one of the names, of two words or more, names in full.
std::optional<uint32_t> ActorDictionary::person_named(const std::vector<std::string>& names, std::string_view country) const {
  for (const std::string& one : names) {
    auto pieces = name_pieces(one);
    if (pieces.size() < 2) continue;
    NameIndex::Match match = index_.longest(pieces, 0);
    if (match.count != pieces.size()) continue;
    for (uint32_t id : *match.ids) {
      const ActorEntry& known = entries_[uses_[id].entry];
      if (uses_[id].sense == NameSense::kName && known.kind == ActorKind::kPerson && known.country() == country) return uses_[id].entry;
    }
  }
  return std::nullopt;
}

void ActorDictionary::join(uint32_t known, ActorEntry line, const std::vector<std::string>& names) {
  ActorEntry& entry = entries_[known];
  if (entry.code.empty()) entry.code = std::move(line.code);
  if (!entry.gender) entry.gender = line.gender;
  size_t offices = entry.roles.size();
  for (DatedRole& role : line.roles) {
    bool taken = std::any_of(entry.roles.begin(), entry.roles.begin() + static_cast<std::ptrdiff_t>(offices), [&](const DatedRole& office) {
      return office.term.start <= role.term.end && role.term.start <= office.term.end;
    });
    if (!taken) entry.roles.push_back(std::move(role));
  }
  for (const std::string& one : names) add_name(one, known, person_sense(entry.name, one));
}

uint32_t ActorDictionary::add(ActorEntry entry, const std::vector<std::string>& names) {
  uint32_t id = static_cast<uint32_t>(entries_.size());
  by_name_.try_emplace(entry.name, id);
  if (entry.kind == ActorKind::kCountry) by_country_.try_emplace(entry.code, id);
  entries_.push_back(std::move(entry));
  bool person = entries_[id].kind == ActorKind::kPerson;
  for (const std::string& one : names) add_name(one, id, person ? person_sense(entries_[id].name, one) : NameSense::kName);
  return id;
}

void ActorDictionary::add_name(std::string_view name, uint32_t entry, NameSense sense) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  uses_.push_back({entry, sense});
  index_.add(name, static_cast<uint32_t>(uses_.size() - 1));
}

void ActorDictionary::finish() {
  for (uint32_t id = 0; id < entries_.size(); ++id) {
    ActorEntry& entry = entries_[id];
    std::stable_sort(entry.roles.begin(), entry.roles.end(),
                     [](const DatedRole& a, const DatedRole& b) { return a.term.start < b.term.start; });
    if (entry.kind != ActorKind::kPerson) continue;
    std::string surname = surname_of(entry.name);
    if (surname.empty() || is_calendar_name(surname)) continue;
    add_name(surname, id, NameSense::kSurname);
    // The press drops the article of Arabic names as often as not.
    if (surname.size() > 4 &&
        (surname.starts_with("al-") || surname.starts_with("el-") || surname.starts_with("Al-") || surname.starts_with("El-")))
      add_name(surname.substr(3), id, NameSense::kSurname);
  }
}

std::optional<uint32_t> ActorDictionary::find(std::string_view name) const {
  auto it = by_name_.find(name);
  if (it == by_name_.end()) return std::nullopt;
  return it->second;
}

std::optional<uint32_t> ActorDictionary::country(std::string_view code) const {
  auto it = by_country_.find(code);
  if (it == by_country_.end()) return std::nullopt;
  return it->second;
}

std::vector<uint32_t> ActorDictionary::holders(std::string_view country, std::string_view title, Date day) const {
  std::vector<uint32_t> found;
  auto it = by_office_.find(std::string(country) + "/" + std::string(title));
  if (it == by_office_.end()) return found;
  for (uint32_t id : it->second)
    for (const DatedRole& role : entries_[id].roles)
      if (role.title == title && role.code.starts_with(country) && role.term.contains(day) &&
          std::find(found.begin(), found.end(), id) == found.end())
        found.push_back(id);
  return found;
}

}  // namespace demarche
