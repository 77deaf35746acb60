// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/sqlite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

class Sqlite : public testing::Test {
 protected:
  Sqlite() { database.run("CREATE TABLE t (a, b UNIQUE)"); }
  std::int64_t rows() { return database.number("SELECT count(*) FROM t"); }

  TemporaryFolder folder;
  Database database{folder / "t.sqlite", Database::Mode::create};
};

TEST_F(Sqlite, GivesBackWhatWasBound) {
  const std::optional<std::string> nothing;
  database.statement("INSERT INTO t VALUES (?1, ?2)").run("'; DROP TABLE t; --", nothing);
  database.statement("INSERT INTO t VALUES (?1, ?2)").run(std::string(), -0.1);
  database.statement("INSERT INTO t VALUES (?1, ?2)")
      .run(std::numeric_limits<std::int64_t>::min(), std::optional<int>(7));
  Statement all = database.statement("SELECT a, b FROM t ORDER BY rowid");
  ASSERT_TRUE(all.next());
  EXPECT_EQ(all.text(0), "'; DROP TABLE t; --");
  EXPECT_TRUE(all.is_null(1));
  EXPECT_EQ(all.optional_text(1), std::nullopt);
  ASSERT_TRUE(all.next());
  EXPECT_TRUE(all.is_text(0));
  EXPECT_EQ(all.optional_text(0), "");
  EXPECT_EQ(all.real(1), -0.1);
  ASSERT_TRUE(all.next());
  EXPECT_EQ(all.whole(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(all.optional_number(1), 7);
  EXPECT_FALSE(all.next());
  EXPECT_FALSE(database.take_failure());
}

TEST_F(Sqlite, BindsNothingThatWasBoundBefore) {
  Statement insert = database.statement("INSERT INTO t VALUES (?1, ?2)");
  insert.run("first", 1);
  insert.run("second");
  EXPECT_EQ(database.number("SELECT count(*) FROM t WHERE a = 'second' AND b IS NULL"), 1);
}

TEST_F(Sqlite, FailuresStickUntilTheyAreTaken) {
  Statement insert = database.statement("INSERT INTO t VALUES (?1, ?2)");
  insert.run("one", 1);
  insert.run("again", 1);  // not unique
  insert.run("two", 2);    // not done
  EXPECT_TRUE(database.failed());
  EXPECT_EQ(rows(), 0);  // not even asked
  const std::optional<Problem> failure = database.take_failure();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code, "dataset_failed");
  EXPECT_THAT(failure->what, testing::HasSubstr("UNIQUE"));
  EXPECT_EQ(failure->place.file, folder / "t.sqlite");
  insert.run("two", 2);
  EXPECT_EQ(rows(), 2);
}

TEST_F(Sqlite, AStatementThatDoesNotCompileFailsEachTimeItIsUsed) {
  Statement bad = database.statement("INSERT INTO nothing VALUES (?1)");
  EXPECT_TRUE(database.take_failure());
  bad.run("x");
  EXPECT_TRUE(database.take_failure());
}

TEST_F(Sqlite, ATransactionIsAllOrNothing) {
  Statement insert = database.statement("INSERT INTO t VALUES (?1, ?2)");
  {
    Transaction transaction(database);
    insert.run("kept", 1);
    EXPECT_FALSE(transaction.commit());
  }
  {
    Transaction transaction(database);
    insert.run("left alone", 2);
  }
  {
    Transaction transaction(database);
    insert.run("before the failure", 3);
    insert.run("the failure", 1);
    EXPECT_TRUE(transaction.commit());
  }
  EXPECT_FALSE(database.failed());
  EXPECT_EQ(database.text("SELECT group_concat(a) FROM t"), "kept");
}

TEST_F(Sqlite, AFailureOutlivesTheTransactionItEnded) {
  {
    Transaction transaction(database);
    database.run("INSERT INTO nothing VALUES (1)");
  }
  const auto failure = database.take_failure();
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->what, testing::HasSubstr("nothing"));
}

TEST_F(Sqlite, ForReadingNothingCanBeChanged) {
  Database reader(folder / "t.sqlite", Database::Mode::read);
  reader.run("DELETE FROM t");
  const auto failure = reader.take_failure();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code, "dataset_read_only");
}

TEST_F(Sqlite, ForeignKeysAreEnforced) {
  database.run("CREATE TABLE u (a REFERENCES t (b))");
  database.run("INSERT INTO u VALUES (1)");
  const auto failure = database.take_failure();
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->what, testing::HasSubstr("FOREIGN KEY"));
}

}  // namespace
}  // namespace lagesbild
