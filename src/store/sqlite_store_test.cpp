#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "store/migrations.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kRecord =
    R"({"schema":"demarche/1","document":{"id":"r1","title":"Kenya protests","published":"2024-05-02","publisher":"P","url":"",
"language":"en","text":"Élysée: Kenya accused Uganda."},"sentences":[[0,29]],
"actors":[{"id":"a1","name":"Kenya","code":"KEN","country":"KEN","sectors":[],"mentions":[[8,13]]},
{"id":"a2","name":"Uganda","code":"UGAGOV","country":"UGA","sectors":["GOV"],"mentions":[[22,28]]}],
"events":[{"id":"e1","trigger":[14,21],"sentence":0,"event":"ACCUSE","mode":"allege","contexts":["legal"],"cameo":"112","quad":"verbal conflict",
"goldstein":-2.0,"score":-3.0,"source":["a1"],"target":["a2"],"about":[],"status":"occurred","negated":false,"certainty":1.0,
"date":{"start":"2024-05-01","end":"2024-05-02"},"attribution":[{"source":["a2"],"cue":[0,6]}],"why":{"rule":"accuse.frames:6"}},
{"id":"e2","trigger":[0,6],"sentence":0,"event":null,"contexts":[],"cameo":null,"quad":null,"source":[],"target":[],"about":[],"status":"possible","negated":false,
"certainty":0.0,"attribution":[],"why":{"rule":"x"}}],
"relations":[{"type":"condition","of":"e1","on":["e2"],"connective":"all","sense":"if","holder":["a1"],"rule":"if"}],
"notes":[{"kind":"role","text":"odd","span":[0,6]}],"engine":{"version":"1","model":"m","codebook":"c","actors":"a"}})";

const EngineIdentity kEngine{"1", "m", "c", "a"};

class SqliteStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("demarche_store_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = (folder_ / "sub" / "store.db").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::unique_ptr<Store> open(OpenMode mode = OpenMode::kWrite) const {
    auto store = open_sqlite_store(path_, {mode, 20});
    EXPECT_TRUE(store.ok()) << store.error().text();
    return store ? std::move(*store) : nullptr;
  }
  std::string open_error(OpenMode mode = OpenMode::kRead) const {
    auto store = open_sqlite_store(path_, {mode, 20});
    if (store) return "opened";
    EXPECT_EQ(store.error().code, ErrorCode::kDatabase);
    EXPECT_EQ(store.error().place, path_);
    return store.error().message;
  }
  int64_t count(const char* sql) const {
    Database database(path_, SQLITE_OPEN_READWRITE);
    Statement statement(database.handle(), sql);
    return statement.step() ? statement.number(0) : -1;
  }
  static Saved save(Store& store, const EngineIdentity& engine = kEngine, const std::string& key = "k1") {
    return store.save(store.begin_run(engine, "test").value(), key, kRecord, "").value();
  }

  fs::path folder_;
  std::string path_;
};

TEST_F(SqliteStoreTest, MakesTheStoreWithItsDirectoryAndGivesBackWhatWasSaved) {
  {
    auto store = open();
    EXPECT_EQ(save(*store), Saved::kNew);
  }
  auto store = open(OpenMode::kRead);
  auto rows = store->reports().value();
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].id, "r1");
  EXPECT_EQ(rows[0].published, "2024-05-02");
  EXPECT_EQ(rows[0].events, 1);
  EXPECT_EQ(store->report(rows[0].number).value().record, kRecord);
}

TEST_F(SqliteStoreTest, SpreadsTheRecordOverItsTables) {
  save(*open());
  EXPECT_EQ(
      count(
          "SELECT count(*) FROM events WHERE words = 'accused' AND goldstein = -2 AND date_to = '2024-05-02' AND rule = 'accuse.frames:6'"),
      1);
  EXPECT_EQ(count("SELECT count(*) FROM event_actors JOIN actors USING (report, actor) WHERE part = 'target' AND code = 'UGAGOV'"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM attributions JOIN attribution_actors USING (report, event, depth) WHERE first = 0 AND last = 6 AND "
                  "actor = 2"),
            1);
  EXPECT_EQ(count("SELECT count(*) FROM relation_events WHERE part = 'on' AND event = 2"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM relation_holders WHERE actor = 1"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM notes WHERE kind = 'role'"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM actor_sectors WHERE sector = 'GOV'"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM event_contexts WHERE context = 'legal'"), 1);
}

TEST_F(SqliteStoreTest, KnowsWhatItHasAndCodesAnewForAnotherEngine) {
  auto store = open();
  EXPECT_EQ(save(*store), Saved::kNew);
  EXPECT_EQ(save(*store), Saved::kKnown);
  EXPECT_TRUE(store->holds("k1", kEngine).value());
  EngineIdentity other = kEngine;
  other.codebook = "c2";
  EXPECT_FALSE(store->holds("k1", other).value());
  int64_t number = store->reports().value()[0].number;
  EXPECT_EQ(save(*store, other), Saved::kRecoded);
  ASSERT_THAT(store->reports().value(), SizeIs(1));
  EXPECT_EQ(store->reports().value()[0].number, number);
  EXPECT_EQ(count("SELECT count(*) FROM events"), 2);
}

TEST_F(SqliteStoreTest, FiltersEvents) {
  auto store = open();
  save(*store);
  auto found = [&](const EventFilter& filter) { return store->events(filter).value().size(); };
  EventFilter filter;
  EXPECT_EQ(found(filter), 1U);
  filter.actor = "UGA";
  EXPECT_EQ(found(filter), 1U);
  filter.actor = "";
  filter.source = "UGA";
  EXPECT_EQ(found(filter), 0U);
  filter.source = "K*";  // no pattern, just letters
  EXPECT_EQ(found(filter), 0U);
  filter.source = "";
  filter.since = "2024-05-02";
  filter.until = "2024-05-01";
  EXPECT_EQ(found(filter), 1U);
  filter.since = "2024-05-03";
  EXPECT_EQ(found(filter), 0U);
}

TEST_F(SqliteStoreTest, FindsReportsByIdAndByTheirBeginnings) {
  auto store = open();
  save(*store, kEngine, "abc1");
  save(*store, kEngine, "abd2");
  EXPECT_THAT(store->find("r1").value(), SizeIs(2));
  EXPECT_THAT(store->find("abc").value(), SizeIs(1));
  EXPECT_THAT(store->find("ab").value(), SizeIs(2));
  EXPECT_THAT(store->find("*").value(), IsEmpty());
}

TEST_F(SqliteStoreTest, KeepsNothingOfARecordThatIsNone) {
  auto store = open();
  int64_t run = store->begin_run(kEngine, "test").value();
  auto saved = store->save(run, "k", R"({"document":{"text":"x"},"actors":[],"events":[{"id":"e1"}]})", "");
  ASSERT_FALSE(saved.ok());
  EXPECT_EQ(saved.error().code, ErrorCode::kDatabase);
  EXPECT_THAT(store->reports().value(), IsEmpty());
  EXPECT_EQ(save(*store), Saved::kNew);
}

TEST_F(SqliteStoreTest, RefusesAMissingStoreToRead) {
  EXPECT_THAT(open_error(), HasSubstr("demarche read"));
  EXPECT_FALSE(fs::exists(path_));
}

TEST_F(SqliteStoreTest, RefusesWhatIsNoStore) {
  fs::create_directories(folder_ / "sub");
  std::ofstream(path_) << "This is a letter, not a database, and long enough to be looked at as one.";
  EXPECT_THAT(open_error(OpenMode::kWrite), HasSubstr("no Demarche store"));
}

TEST_F(SqliteStoreTest, RefusesTheDatabaseOfAnotherProgram) {
  fs::create_directories(folder_ / "sub");
  {
    Database other(path_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    other.run("CREATE TABLE recipes (name TEXT)");
  }
  EXPECT_THAT(open_error(OpenMode::kWrite), HasSubstr("no Demarche store"));
}

TEST_F(SqliteStoreTest, RefusesANewerStoreAndLeavesItAsItIs) {
  open();
  {
    Database store(path_, SQLITE_OPEN_READWRITE);
    store.run("PRAGMA user_version = 999");
  }
  EXPECT_THAT(open_error(OpenMode::kWrite), HasSubstr("newer Demarche"));
  EXPECT_EQ(count("PRAGMA user_version"), 999);
}

TEST_F(SqliteStoreTest, SaysThatAnotherProgramHoldsTheLock) {
  auto store = open();
  int64_t run = store->begin_run(kEngine, "test").value();
  Database other(path_, SQLITE_OPEN_READWRITE);
  Transaction lock(other);
  auto saved = store->save(run, "k1", kRecord, "");
  ASSERT_FALSE(saved.ok());
  EXPECT_THAT(saved.error().message, HasSubstr("locked by another program"));
}

TEST_F(SqliteStoreTest, RefusesADirectory) {
  path_ = folder_.string();
  EXPECT_THAT(open_error(OpenMode::kWrite), HasSubstr("directory"));
}

TEST_F(SqliteStoreTest, MarksItsFileAsItsOwn) {
  open();
  EXPECT_EQ(count("PRAGMA application_id"), kApplicationId);
  EXPECT_EQ(count("PRAGMA user_version"), static_cast<int64_t>(sqlite_migrations().size()));
}

TEST(ContentKey, CountsContentAndNotWhereItCameFrom) {
  Document doc;
  doc.id = "1";
  doc.text = "Kenya accused Uganda.";
  Document same = doc;
  same.id = "2";
  same.url = "https://example.org";
  EXPECT_EQ(content_key(doc), content_key(same));
  for (auto change : {+[](Document& d) { d.title = "T"; }, +[](Document& d) { d.published = Date::of(2024, 1, 1); },
                      +[](Document& d) { d.publisher = "P"; }, +[](Document& d) { d.text += " "; }}) {
    Document other = doc;
    change(other);
    EXPECT_NE(content_key(doc), content_key(other));
  }
}

TEST(ContentKey, TellsTheSameWordsInOtherFieldsApart) {
  Document a, b;
  a.title = "Peace";
  b.publisher = "Peace";
  EXPECT_NE(content_key(a), content_key(b));
}

}  // namespace
}  // namespace demarche
