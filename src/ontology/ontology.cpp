#include "ontology/ontology.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/hash.h"

namespace demarche {

namespace {

std::string hash_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string bytes;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    bytes.append(file.filename().string()).push_back('\0');
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  return sha256(bytes);
}

}  // namespace

Ontology::Ontology(Cameo cameo_tables, Countries country_tables, ContextCues cues)
    : cameo(std::move(cameo_tables)), countries(std::move(country_tables)), contexts(std::move(cues)) {}

Result<std::shared_ptr<const Ontology>> Ontology::load(const std::filesystem::path& folder) {
  if (std::error_code ignored; !std::filesystem::is_directory(folder, ignored))
    return Error{ErrorCode::kIo, "no such directory, so what it lies in holds no dictionaries: set DEMARCHE_DATA or pass --data",
                 folder.string()};
  auto cameo = Cameo::load(folder);
  if (!cameo) return cameo.error();
  auto countries = Countries::load(folder);
  if (!countries) return countries.error();
  auto contexts = ContextCues::load(folder);
  if (!contexts) return contexts.error();
  auto ontology = std::make_shared<Ontology>(std::move(*cameo), std::move(*countries), std::move(*contexts));
  auto places = Places::load(folder, ontology->countries);
  if (!places) return places.error();
  ontology->places = std::move(*places);
  ontology->hash = hash_of(folder);
  return std::shared_ptr<const Ontology>(std::move(ontology));
}

}  // namespace demarche
