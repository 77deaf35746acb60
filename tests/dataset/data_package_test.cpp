// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The package against the standard, and the CSV files against the package.
#include "dataset/data_package.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

#include "base/sha256.h"
#include "dataset/export.h"
#include "dataset/export_sample.h"
#include "dataset/programs.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

using nlohmann::json;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What is wrong with it by our wording of the standard; empty where nothing is.
std::string breach_of_standard(const json& package) {
  const json text = json::parse(bytes_of(PROJECT_ROOT "/tests/dataset/datapackage.schema.json"));
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter adapter(package);
  if (validator.validate(schema, adapter, &results)) return "";
  std::string what;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) what += step;
    what += ": " + error.description + "\n";
  }
  return what;
}

std::set<std::string> field_names(const json& schema) {
  std::set<std::string> names;
  for (const json& field : schema["fields"]) names.insert(field["name"]);
  return names;
}

/// Keys name fields that are there; references name another resource's primary key.
void expect_keys(const json& package) {
  std::map<std::string, json> schemas;
  for (const json& resource : package["resources"])
    EXPECT_TRUE(schemas.emplace(resource["name"], resource["schema"]).second) << "a name twice";
  for (const auto& [name, schema] : schemas) {
    const std::set<std::string> fields = field_names(schema);
    EXPECT_EQ(fields.size(), schema["fields"].size()) << name << ": a field twice";
    for (const json& key : schema["primaryKey"]) EXPECT_TRUE(fields.contains(key)) << key;
    for (const json& key : schema.value("foreignKeys", json::array())) {
      for (const json& field : key["fields"]) EXPECT_TRUE(fields.contains(field)) << field;
      const std::string to = key["reference"]["resource"];
      ASSERT_TRUE(schemas.contains(to)) << to;
      EXPECT_EQ(key["reference"]["fields"], schemas[to]["primaryKey"]);
    }
  }
}

/// Of one value that is not missing.
bool has_type(const std::string& value, const std::string& type) {
  static const std::map<std::string, std::regex> shapes = {
      {"integer", std::regex("-?[0-9]+")},
      {"boolean", std::regex("[01]")},
      {"date", std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")},
      {"year", std::regex("[0-9]{4}")}};
  return type == "string" || std::regex_match(value, shapes.at(type));
}

void expect_value(const std::string& value, const json& field) {
  const json constraints = field.value("constraints", json::object());
  if (value.empty()) {
    EXPECT_FALSE(constraints.value("required", false)) << field["name"] << " is missing";
    return;
  }
  const auto is_value = [&](const json& one) { return one["value"] == value; };
  const std::regex pattern(constraints.value("pattern", ""));
  const json categories = field.value("categories", json::array());
  EXPECT_TRUE(has_type(value, field["type"])) << field["name"] << ": " << value;
  EXPECT_TRUE(std::regex_search(value, pattern)) << field["name"] << ": " << value;
  EXPECT_TRUE(categories.empty() || std::ranges::any_of(categories, is_value))
      << field["name"] << ": " << value;
}

/// The values of `names` in each row.
std::vector<std::vector<std::string>> columns_of(const Cells& cells, const json& names) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    rows.emplace_back();
    for (const json& name : names) {
      const auto at = std::ranges::find(cells[0], name.get<std::string>()) - cells[0].begin();
      rows.back().push_back(cells[i][static_cast<std::size_t>(at)]);
    }
  }
  return rows;
}

class DataPackage : public testing::Test {
 protected:
  void SetUp() override {
    export_sample::make_dataset(folder_ / "", export_sample::files());
    Result<Store> store = Store::opened(folder_ / "", Store::For::reading);
    ASSERT_TRUE(store) << store.problem().what;
    const auto written = export_all(*store, folder_ / "", {ExportFormat::datapackage}, {});
    ASSERT_TRUE(written) << written.problem().what;
    package_ = json::parse(bytes_of(folder_ / "datapackage.json"));
    for (const json& resource : package_["resources"])
      tables_[resource["name"]] = cells_by_python(folder_ / resource["path"], ',', "utf-8");
  }

  TemporaryFolder folder_;
  json package_;
  std::map<std::string, Cells> tables_;
};

TEST_F(DataPackage, KeepsToTheStandard) {
  EXPECT_EQ(breach_of_standard(package_), "");
  EXPECT_EQ(package_["resources"].size(), 6u);
  expect_keys(package_);
}

TEST_F(DataPackage, StandardIsBrokenByAnyWrongValue) {
  for (const char* pointer :
       {"/name", "/resources/0/path", "/resources/0/hash", "/resources/0/schema/fields/0/type",
        "/resources/1/schema/primaryKey", "/resources/0/schema/missingValues/0"}) {
    json wrong = package_;
    wrong[json::json_pointer(pointer)] = "../Ö";
    EXPECT_NE(breach_of_standard(wrong), "") << pointer;
  }
}

TEST_F(DataPackage, KnowsTheFilesBytes) {
  for (const json& resource : package_["resources"]) {
    const std::string bytes = bytes_of(folder_ / resource["path"]);
    EXPECT_EQ(resource["bytes"], bytes.size()) << resource["name"];
    EXPECT_EQ(resource["hash"], "sha256:" + sha256_of(bytes)) << resource["name"];
  }
}

TEST_F(DataPackage, FieldsAreTheFilesColumnsAndHoldItsValues) {
  for (const json& resource : package_["resources"]) {
    const json& fields = resource["schema"]["fields"];
    const Cells& cells = tables_[resource["name"]];
    ASSERT_GT(cells.size(), 1u) << resource["name"];
    ASSERT_EQ(cells[0].size(), fields.size()) << resource["name"];
    for (std::size_t i = 0; i < fields.size(); ++i) EXPECT_EQ(fields[i]["name"], cells[0][i]);
    for (std::size_t row = 1; row < cells.size(); ++row)
      for (std::size_t i = 0; i < fields.size(); ++i) expect_value(cells[row][i], fields[i]);
  }
}

TEST_F(DataPackage, KeysHoldInTheFiles) {
  for (const json& resource : package_["resources"]) {
    const json& schema = resource["schema"];
    const Cells& cells = tables_[resource["name"]];
    const auto keys = columns_of(cells, schema["primaryKey"]);
    EXPECT_EQ(std::set(keys.begin(), keys.end()).size(), keys.size()) << resource["name"];
    for (const json& key : schema.value("foreignKeys", json::array())) {
      const auto there =
          columns_of(tables_[key["reference"]["resource"]], key["reference"]["fields"]);
      for (const auto& value : columns_of(cells, key["fields"])) {
        if (value.front().empty()) continue;
        EXPECT_TRUE(std::ranges::find(there, value) != there.end())
            << resource["name"] << ": " << value.front();
      }
    }
  }
}

TEST(Datasette, MetadataDescribesWhatIsInTheStore) {
  const TemporaryFolder folder;
  export_sample::make_dataset(folder / "", export_sample::files());
  Result<Store> store = Store::opened(folder / "", Store::For::reading);
  ASSERT_TRUE(store) << store.problem().what;
  const json metadata = json::parse(datasette_metadata());
  const json& tables = metadata["databases"]["lagesbild"]["tables"];
  ASSERT_EQ(tables.size(), 6u);
  for (const auto& [name, table] : tables.items()) {
    for (const auto& [column, description] : table["columns"].items()) {
      store->database().statement("SELECT " + column + " FROM " + name).run();
      const auto problem = store->database().take_failure();
      EXPECT_FALSE(problem) << name << "." << column << ": " << problem->what;
    }
    for (const json& facet : table.value("facets", json::array()))
      EXPECT_TRUE(table["columns"].contains(facet)) << facet;
  }
}

}  // namespace
}  // namespace lagesbild
