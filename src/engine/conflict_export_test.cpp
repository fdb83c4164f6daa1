#include <gtest/gtest.h>

#include "engine/exports.h"

namespace demarche {
namespace {

std::string answer(const std::string& speaker, const std::string& text) {
  static std::shared_ptr<const Engine> engine = Engine::load({std::string(DEMARCHE_SOURCE_DIR) + "/data"}).value();
  Question question;
  question.document.id = "d";
  question.document.text = text;
  question.speaker = speaker;
  return export_conflict(question, *engine);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ConflictExport, CensureNamesTheStateThatIsBlamed) {
  EXPECT_TRUE(has(answer("New_Zealand", "Iraq has invaded Kuwait in flagrant defiance of the Charter."), "\"target\":\"Iraq\""));
}

TEST(ConflictExport, WhatHappensOnHeldLandIsLaidToItsHolder) {
  EXPECT_TRUE(has(answer("New_Zealand", "The unlawful settlements on the Golan Heights are unacceptable."), "\"target\":\"Israel\""));
}

TEST(ConflictExport, ProxiesAreLaidToTheirPatron) {
  EXPECT_TRUE(has(answer("New_Zealand", "Illegal attacks by pro-Rwandan gunmen continue."), "\"target\":\"Rwanda\""));
}

TEST(ConflictExport, CourtesyIsNoConflict) {
  EXPECT_EQ(answer("New_Zealand", "We thank the Secretary-General for his briefing."), "{\"doc_id\":\"d\",\"conflict\":[]}");
}

TEST(ConflictExport, NobodyBlamesHimself) {
  std::string text = answer("Iraq", "The illegal measures against Iraq are unacceptable.");
  EXPECT_TRUE(has(text, "\"target\":null"));
}

TEST(ConflictExport, ASpeakerMayBeWrittenWithItsLongForm) {
  EXPECT_FALSE(has(answer("Venezuela_(Bolivarian_Republic_Of)", "Venezuela rejects these cynical lies."), "\"target\":\"Venezuela"));
}

TEST(ConflictExport, AnUnknownSpeakerBlamesAsAnyOther) {
  EXPECT_TRUE(has(answer("Nowhere", "Iraq has blatantly lied."), "\"target\":\"Iraq\""));
}

TEST(CorefExport, PronounAndNameAreOneCluster) {
  static std::shared_ptr<const Engine> engine = Engine::load({std::string(DEMARCHE_SOURCE_DIR) + "/data"}).value();
  Question question;
  question.document.id = "d";
  question.document.text = "Angela Merkel resigned. She left Berlin.";
  EXPECT_EQ(export_coref(question, *engine),
            "{\"doc_id\":\"d\",\"clusters\":[[[0,13],[24,27]]],\"entities\":[{\"start\":0,\"end\":13,\"type\":\"person\"},"
            "{\"start\":24,\"end\":27,\"type\":\"person\"},{\"start\":33,\"end\":39,\"type\":\"place\"}]}");
}

std::string chains(const std::string& text) {
  static std::shared_ptr<const Engine> engine = Engine::load({std::string(DEMARCHE_SOURCE_DIR) + "/data"}).value();
  Question question;
  question.document.id = "d";
  question.document.text = text;
  std::string all = export_coref(question, *engine);
  return all.substr(0, all.find(",\"entities\"")) + "}";
}

TEST(CorefExport, ADefiniteNounTakesUpAnEarlierOne) {
  EXPECT_EQ(chains("A farmer bought an old tractor. The tractor broke down."), "{\"doc_id\":\"d\",\"clusters\":[[[16,30],[32,43]]]}");
}

TEST(CorefExport, OtherModifiersMeanAnotherThing) {
  EXPECT_EQ(chains("The red tractor broke down. The green tractor works."), "{\"doc_id\":\"d\",\"clusters\":[]}");
}

TEST(CorefExport, ALastNameIsThePersonOfTheFullName) {
  EXPECT_EQ(chains("Henrik Dalgaard wrote the report. Dalgaard resigned."), "{\"doc_id\":\"d\",\"clusters\":[[[0,15],[34,42]]]}");
}

TEST(CorefExport, SheIsNoMan) {
  EXPECT_EQ(chains("Boris Kolarov met Olga Brandt. She smiled."), "{\"doc_id\":\"d\",\"clusters\":[[[18,29],[31,34]]]}");
}

}  // namespace
}  // namespace demarche
