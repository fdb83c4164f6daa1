#include "lexicon/lexicon.h"

#include <algorithm>
#include <climits>
#include <filesystem>
#include <unordered_map>

#include "base/hash.h"
#include "base/strings.h"

namespace demarche {

namespace {

using Files = std::vector<DictionaryFile>;

std::string hash_of(std::initializer_list<const Files*> groups) {
  std::string all;
  for (const Files* files : groups)
    for (const DictionaryFile& file : *files) {
      all += file.name + "\n";
      for (const Line& line : file.lines) all += (line.indented ? "\t" : "") + line.text + "\n";
    }
  return "sha256:" + sha256(all);
}

// Ours under `folder` of the data directory, then those anywhere in the added directories.
Result<Files> gather(const LexiconOptions& options, const std::string& folder, std::string_view extension) {
  auto all = read_dictionaries(options.data_directory + "/" + folder, extension);
  for (const std::string& directory : options.added) {
    if (!all) break;
    auto more = read_dictionaries(directory, extension);
    if (!more) return more;
    for (DictionaryFile& file : *more) {
      file.added = true;
      all->push_back(std::move(file));
    }
  }
  return all;
}

// Lines without a file, told apart by their form: `verb ...` and what is indented below, `Name : CODE`, `role noun : CODE`.
void sort_extra_lines(const std::string& text, Files& frames, Files& actors, Files& agents) {
  DictionaryFile parts[3] = {{"(added)", {}, false}, {"(added)", {}, false}, {"(added)", {}, false}};
  for (Line& line : dictionary_lines(text)) {
    size_t colon = line.text.find(" : ");
    bool predicate = line.indented || line.text.starts_with("verb ") || line.text.starts_with("noun ") || line.text.starts_with("adj ");
    bool named =
        std::any_of(line.text.begin(), line.text.begin() + static_cast<std::ptrdiff_t>(std::min(colon, line.text.size())), is_upper_ascii);
    parts[predicate || colon == std::string::npos ? 0 : named ? 1 : 2].lines.push_back(std::move(line));
  }
  Files* files[3] = {&frames, &actors, &agents};
  for (size_t i = 0; i < 3; ++i)
    if (!parts[i].lines.empty()) files[i]->push_back(std::move(parts[i]));
}

// Drops ours where there is an added one; true if there is.
bool leave_added(std::initializer_list<Files*> groups) {
  auto added = [](const DictionaryFile& file) { return file.added; };
  if (std::none_of(groups.begin(), groups.end(), [&](const Files* files) { return std::any_of(files->begin(), files->end(), added); }))
    return false;
  for (Files* files : groups) std::erase_if(*files, [&](const DictionaryFile& file) { return !file.added; });
  return true;
}

}  // namespace

Result<std::shared_ptr<const Lexicon>> Lexicon::read(const LexiconOptions& options, Faults& faults) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(options.data_directory))
    return Error{ErrorCode::kIo, "no data directory here: set DEMARCHE_DATA or pass --data", options.data_directory};
  for (const std::string& directory : options.added)
    if (!fs::is_directory(directory))
      return Error{ErrorCode::kIo, "no directory of dictionaries here (`demarche lexicon import` makes one of the field's files)",
                   directory};
  auto ontology = Ontology::load(fs::path(options.data_directory) / "ontology");
  if (!ontology) return ontology.error();
  std::shared_ptr<Lexicon> lexicon(new Lexicon(std::move(*ontology)));
  auto classes = gather(options, "classes", ".classes");
  auto frames = gather(options, "frames", ".frames");
  auto offices = gather(options, "actors", ".offices");
  auto actors = gather(options, "actors", ".actors");
  auto agents = gather(options, "agents", ".agents");
  auto issues = gather(options, "issues", ".issues");
  auto discards = gather(options, "discards", ".discards");
  auto names = read_dictionaries(options.data_directory + "/names", ".names");
  for (const auto* files : {&classes, &frames, &offices, &actors, &agents, &issues, &discards, &names})
    if (!files->ok()) return files->error();
  if (options.only_added) {
    // Frames speak of classes, and so do the coder's own rules: those stay.
    bool persons = leave_added({&*offices, &*actors});
    bool others = leave_added({&*frames}) | leave_added({&*agents}) | leave_added({&*issues}) | leave_added({&*discards});
    if (!persons && !others)
      return Error{ErrorCode::kBadLexicon, "no dictionary in the added directories to take instead of ours", join(options.added, ", ")};
  }
  sort_extra_lines(options.extra_lines, *frames, *actors, *agents);

  lexicon->classes_ = WordClasses::build(*classes, faults);
  lexicon->frames_ = Frames::build(*frames, lexicon->classes_, lexicon->cameo(), faults);
  lexicon->agents_ = Agents::build(*agents, faults);
  lexicon->phrases_ = PhraseLists::build(*issues, *discards, faults);
  lexicon->name_words_ = NameWords::build(*names, faults);
  lexicon->add_countries();
  lexicon->actors_.read_offices(*offices, lexicon->ontology_->countries, faults);
  lexicon->actors_.read_actors(*actors, lexicon->ontology_->countries, faults);
  lexicon->actors_.finish();
  lexicon->codebook_hash_ = "sha256:" + sha256(hash_of({&*classes, &*frames, &*issues, &*discards}) + lexicon->ontology_->hash);
  lexicon->actors_hash_ = hash_of({&*offices, &*actors, &*agents, &*names});
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

// Countries with their people and capitals, the metonyms of their governments, and regions that have none.
void Lexicon::add_countries() {
  std::unordered_map<std::string_view, uint32_t> entry_of;
  for (const Country& country : ontology_->countries.all()) {
    ActorEntry entry;
    entry.name = std::string(country.name);
    entry.kind = ActorKind::kCountry;
    entry.code = std::string(country.code);
    if (country.begin || country.end)
      entry.roles.push_back({{country.begin.value_or(Date{INT32_MIN}), country.end.value_or(Date{INT32_MAX})}, entry.code, {}});
    uint32_t id = actors_.add(std::move(entry), {std::string(country.name), std::string(country.official)});
    entry_of[country.code] = id;
    for (std::string_view one : country.aliases) actors_.add_name(one, id, NameSense::kName);
    for (std::string_view one : country.adjectives) actors_.add_name(one, id, NameSense::kAdjective);
    for (std::string_view one : country.prefixes) actors_.add_name(one, id, NameSense::kAdjective);
    for (const PeopleNoun& noun : country.nouns)
      for (std::string_view one : {noun.singular, noun.plural})
        if (!one.empty()) actors_.add_name(one, id, NameSense::kNational);
  }
  for (const Capital& capital : ontology_->countries.capitals()) {
    uint32_t id = entry_of[capital.country];
    actors_.add_name(capital.name, id, NameSense::kCapital);
    for (std::string_view one : capital.aliases) actors_.add_name(one, id, NameSense::kCapital);
  }
  for (const Metonym& metonym : ontology_->countries.metonyms()) {
    ActorEntry entry;
    entry.name = std::string(metonym.name);
    entry.kind = ActorKind::kMetonym;
    entry.code = std::string(metonym.country) + std::string(sectors(metonym.kind));
    uint32_t id = actors_.add(std::move(entry), {std::string(metonym.name)});
    for (std::string_view one : metonym.aliases) actors_.add_name(one, id, NameSense::kName);
  }
  for (const Region& region : ontology_->countries.regions()) {
    ActorEntry entry;
    entry.name = std::string(region.name);
    entry.kind = ActorKind::kRegion;
    entry.code = std::string(region.code);
    uint32_t id = actors_.add(std::move(entry), {std::string(region.name)});
    for (std::string_view one : region.aliases) actors_.add_name(one, id, NameSense::kName);
    for (std::string_view one : region.adjectives) actors_.add_name(one, id, NameSense::kAdjective);
  }
}

Result<std::shared_ptr<const Lexicon>> Lexicon::load(const LexiconOptions& options) {
  Faults faults;
  auto lexicon = read(options, faults);
  if (lexicon && !faults.empty()) return faults.error();
  return lexicon;
}

}  // namespace demarche
