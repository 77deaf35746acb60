// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/schema.h"
#include "dataset/schema_3_sql.h"
#include "dataset/schema_4_sql.h"
#include "dataset/schema_sql.h"

namespace lagesbild {
namespace {

struct Version {
  std::int64_t application = 0;
  std::int64_t number = 0;
  bool empty = true;  ///< no tables at all
};

Version version_of(Database& database) {
  return {database.number("PRAGMA application_id"), database.number("PRAGMA user_version"),
          database.number("SELECT count(*) FROM sqlite_schema") == 0};
}

Problem because(const char* code, const std::string& what) {
  return {code, Severity::error, {}, what};
}

/// What keeps us from using it, whatever we want to do with it.
std::optional<Problem> refused(const Version& version, std::size_t newest) {
  const bool ours = version.application == dataset_application;
  if (!ours && !(version.empty && version.application == 0))
    return because("dataset_damaged",
                   "this is another program's database, not a dataset; name another folder");
  if (version.number > static_cast<std::int64_t>(newest))
    return because("dataset_newer", "the dataset has version " + std::to_string(version.number) +
                                        ", this program knows " + std::to_string(newest) +
                                        "; use a newer lagesbild");
  return std::nullopt;
}

}  // namespace

std::span<const std::string_view> migrations() {
  static constexpr std::string_view all[] = {schema_1, schema_2, schema_3, schema_4};
  return all;
}

std::optional<Problem> migrate(Database& database, std::span<const std::string_view> steps) {
  Transaction transaction(database);
  const Version version = version_of(database);
  if (!database.failed())
    if (const auto problem = refused(version, steps.size())) database.fail(*problem);
  if (database.failed()) return transaction.commit();
  const auto taken = static_cast<std::size_t>(version.number);
  if (taken == steps.size()) return transaction.commit();
  for (const std::string_view step : steps.subspan(taken)) database.run(std::string(step));
  database.run("PRAGMA application_id = " + std::to_string(dataset_application));
  database.run("PRAGMA user_version = " + std::to_string(steps.size()));
  return transaction.commit();
}

std::optional<Problem> check_version(Database& database, std::span<const std::string_view> steps) {
  const Version version = version_of(database);
  if (database.failed()) return database.take_failure();
  if (auto problem = refused(version, steps.size())) return problem;
  if (version.number < static_cast<std::int64_t>(steps.size()))
    return because("dataset_older",
                   "the dataset was made by an older lagesbild; run ingest once to bring it up to "
                   "date");
  return std::nullopt;
}

}  // namespace lagesbild
