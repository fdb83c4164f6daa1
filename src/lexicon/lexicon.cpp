#include "lexicon/lexicon.h"

#include <filesystem>

#include "base/hash.h"

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

}  // namespace

Result<std::shared_ptr<const Lexicon>> Lexicon::read(const std::string& data_directory, Faults& faults) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(data_directory)) return Error{ErrorCode::kIo, "no data directory here: set DEMARCHE_DATA or pass --data", data_directory};
  auto cameo = Cameo::load(fs::path(data_directory) / "ontology");
  if (!cameo) return cameo.error();

  std::shared_ptr<Lexicon> lexicon(new Lexicon(std::move(*cameo)));
  auto classes = read_dictionaries(data_directory + "/classes", ".classes");
  auto frames = read_dictionaries(data_directory + "/frames", ".frames");
  auto offices = read_dictionaries(data_directory + "/actors", ".offices");
  auto actors = read_dictionaries(data_directory + "/actors", ".actors");
  auto agents = read_dictionaries(data_directory + "/agents", ".agents");
  for (const auto* files : {&classes, &frames, &offices, &actors, &agents})
    if (!files->ok()) return files->error();

  lexicon->classes_ = WordClasses::build(*classes, faults);
  lexicon->frames_ = Frames::build(*frames, lexicon->classes_, lexicon->cameo_, faults);
  lexicon->agents_ = Agents::build(*agents, faults);
  lexicon->add_countries();
  lexicon->actors_.read_offices(*offices, +[](std::string_view) { return true; }, faults);
  lexicon->actors_.read_actors(*actors, faults);
  lexicon->actors_.finish();
  lexicon->codebook_hash_ = hash_of({&*classes, &*frames});
  lexicon->actors_hash_ = hash_of({&*offices, &*actors, &*agents});
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

void Lexicon::add_countries() {}

Result<std::shared_ptr<const Lexicon>> Lexicon::load(const std::string& data_directory) {
  Faults faults;
  auto lexicon = read(data_directory, faults);
  if (lexicon && !faults.empty()) return faults.error();
  return lexicon;
}

}  // namespace demarche
