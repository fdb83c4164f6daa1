#include "ontology/ontology.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

const std::filesystem::path kFolder = DEMARCHE_SOURCE_DIR "/data/ontology";

TEST(Ontology, LoadsEveryTableAndNamesTheirBytes) {
  auto ontology = Ontology::load(kFolder);
  ASSERT_TRUE(ontology) << ontology.error().text();
  EXPECT_NE((*ontology)->cameo.find("041"), nullptr);
  EXPECT_NE((*ontology)->countries.find("UKR"), nullptr);
  EXPECT_GT((*ontology)->contexts.size(), 1000u);
  EXPECT_FALSE((*ontology)->places.find("Kyiv").empty());
  EXPECT_EQ((*ontology)->hash.size(), 64u);
  EXPECT_EQ((*ontology)->hash, (*Ontology::load(kFolder))->hash);
}

TEST(Ontology, PlacesStayValidWhileTheOntologyLives) {
  auto ontology = std::move(Ontology::load(kFolder)).value();
  const Place* place = ontology->places.find("Palikir").at(0);
  std::shared_ptr<const Ontology> other = ontology;
  ontology.reset();
  EXPECT_EQ(place->country, "FSM");
}

TEST(Ontology, AMissingFolderIsAnError) {
  auto ontology = Ontology::load(kFolder / "nowhere");
  ASSERT_FALSE(ontology);
  EXPECT_EQ(ontology.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace demarche
