// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dataset/store_sample.h"

namespace lagesbild {
namespace {

constexpr std::string_view first = "CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('kept')";
constexpr std::string_view second = "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'";
constexpr std::string_view broken = "CREATE TABLE b (x TEXT); INSERT INTO nothing VALUES (1)";

class Migrations : public testing::Test {
 protected:
  std::string code_of(std::vector<std::string_view> steps) {
    Database database(path, Database::Mode::create);
    const auto problem = migrate(database, steps);
    return problem ? problem->code : "";
  }
  std::string found(const std::string& sql) {
    Database database(path, Database::Mode::read);
    return sample::rows(database, sql);
  }
  TemporaryFolder folder;
  std::string path = folder / "a.sqlite";
};

TEST_F(Migrations, TakeTheStepsThatAreNewAndKeepWhatIsThere) {
  EXPECT_EQ(code_of({first}), "");
  EXPECT_EQ(code_of({first, second}), "");
  EXPECT_EQ(code_of({first, second}), "");
  EXPECT_EQ(found("SELECT * FROM a"), "kept|new\n");
  EXPECT_EQ(found("PRAGMA user_version"), "2\n");
  EXPECT_EQ(found("PRAGMA application_id"), std::to_string(dataset_application) + "\n");
}

TEST_F(Migrations, LeaveTheOldOneAsItWasWhereAStepFails) {
  EXPECT_EQ(code_of({first}), "");
  EXPECT_EQ(code_of({first, second, broken}), "dataset_failed");
  EXPECT_EQ(found("SELECT * FROM a"), "kept\n");
  EXPECT_EQ(found("PRAGMA user_version"), "1\n");
}

TEST_F(Migrations, RefuseANewerVersion) {
  EXPECT_EQ(code_of({first, second}), "");
  EXPECT_EQ(code_of({first}), "dataset_newer");
  EXPECT_EQ(found("SELECT * FROM a"), "kept|new\n");
}

TEST_F(Migrations, RefuseAnotherProgramsDatabase) {
  {
    Database database(path, Database::Mode::create);
    database.run("CREATE TABLE theirs (x TEXT)");
  }
  EXPECT_EQ(code_of({first}), "dataset_damaged");
  EXPECT_EQ(found("SELECT name FROM sqlite_schema"), "theirs\n");
}

TEST_F(Migrations, AreNotTakenForReading) {
  EXPECT_EQ(code_of({first}), "");
  Database database(path, Database::Mode::read);
  const std::string_view both[] = {first, second};
  const auto problem = check_version(database, both);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "dataset_older");
  EXPECT_EQ(sample::rows(database, "SELECT * FROM a"), "kept\n");
  EXPECT_THAT(sample::rows(database, "DELETE FROM a"), testing::HasSubstr("readonly"));
}

// A file of an older version as it could lie in a folder: empty (0), or of the first version.
TEST(Schema, OfAnOlderDatasetIsBroughtUpToDate) {
  TemporaryFolder empty, first_version;
  empty.file("lagesbild.sqlite", "");
  {
    Database database(first_version / "lagesbild.sqlite", Database::Mode::create);
    EXPECT_DONE(migrate(database, migrations().first(1)));
    database.run("INSERT INTO districts VALUES ('bromma', 'Bromma', NULL, NULL, 0)");
  }
  for (const std::string& folder : {empty / "", first_version / ""}) {
    Store store = sample::opened(folder, Store::For::writing);
    EXPECT_EQ(store.database().number("PRAGMA user_version"),
              static_cast<std::int64_t>(migrations().size()));
    EXPECT_EQ(sample::soundness(store), "ok");
    EXPECT_EQ(store.database().text("SELECT name FROM districts"),
              folder == empty / "" ? "" : "Bromma");
  }
}

TEST(Schema, OfANewerDatasetIsRefusedWithBothVersionsNamed) {
  TemporaryFolder folder;
  const std::int64_t newer = static_cast<std::int64_t>(migrations().size()) + 1;
  {
    Store store = sample::opened(folder / "");
    store.database().run("PRAGMA user_version = " + std::to_string(newer));
  }
  for (const Store::For what : {Store::For::creating, Store::For::writing, Store::For::reading}) {
    const Result<Store> store = Store::opened(folder / "", what);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.problem().code, "dataset_newer");
    EXPECT_THAT(store.problem().what, testing::HasSubstr("version " + std::to_string(newer)));
  }
}

}  // namespace
}  // namespace lagesbild
