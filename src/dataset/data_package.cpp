// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/data_package.h"

#include <nlohmann/json.hpp>

#include "dataset/export_tables.h"

namespace lagesbild {
namespace {

using json = nlohmann::ordered_json;

/// Of the tables: a new column is a new major number, a new category a minor one.
constexpr const char* version = "1.0.0";

constexpr const char* title = "Lägesbilder från Stockholms stadsdelsområden";
constexpr const char* description =
    "Vad stadsdelsområdenas lägesbilder säger om förändringen inom stadens prioriterade områden, "
    "med "
    "kommentarer och var de står. Att inget är angivet är inte detsamma som oförändrat, och en "
    "förändring gäller sedan förra året: summera dem aldrig till ett betyg.";

const char* name_of(Column::Type type) {
  switch (type) {
    case Column::Type::text:
      return "string";
    case Column::Type::integer:
      return "integer";
    case Column::Type::boolean:
      return "boolean";
    case Column::Type::date:
      return "date";
    case Column::Type::year:
      return "year";
  }
  return "any";
}

json field_of(const Column& column) {
  json field = {{"name", column.name},
                {"title", column.title},
                {"description", column.description},
                {"type", name_of(column.type)}};
  if (column.type == Column::Type::boolean) {
    field["trueValues"] = {"1"};
    field["falseValues"] = {"0"};
  }
  if (column.required) field["constraints"]["required"] = true;
  if (!column.pattern.empty()) field["constraints"]["pattern"] = column.pattern;
  for (const Category& category : column.categories)
    field["categories"].push_back({{"value", category.value}, {"label", category.label}});
  return field;
}

json schema_of(const ExportTable& table) {
  json schema = {{"fields", json::array()}, {"fieldsMatch", {"exact"}}};
  for (const Column& column : table.columns) schema["fields"].push_back(field_of(column));
  schema["missingValues"] = {{{"value", ""}, {"label", "uppgift saknas"}}};
  for (const std::string_view key : table.primary_key) schema["primaryKey"].push_back(key);
  for (const ForeignKey& key : table.foreign_keys)
    schema["foreignKeys"].push_back(
        {{"fields", {key.column}},
         {"reference", {{"resource", key.table}, {"fields", {key.column}}}}});
  return schema;
}

json resource_of(const ExportTable& table, const Written& file) {
  return {{"name", table.name},
          {"type", "table"},
          {"title", table.title},
          {"description", table.description},
          {"path", file.name},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"bytes", file.bytes},
          {"hash", "sha256:" + file.sha256},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"header", true}}},
          {"schema", schema_of(table)}};
}

/// Of a column, not an expression.
bool is_name(std::string_view sql) {
  return sql.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos;
}

json table_metadata(const ExportTable& table) {
  json metadata = {{"title", table.title}, {"description", table.description}};
  for (const Column& column : table.columns) {
    const std::string_view stored = column.from.empty() ? column.name : column.from;
    if (is_name(stored)) metadata["columns"][stored] = column.description;
  }
  return metadata;
}

std::string text_of(const json& object) { return object.dump(2) + '\n'; }

}  // namespace

std::string data_package(std::span<const Written> files) {
  json package = {{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                  {"name", "lagesbild"},
                  {"title", title},
                  {"description", description},
                  {"version", version},
                  {"keywords", {"Stockholm", "stadsdelsområden", "lägesbild", "trygghet"}},
                  {"resources", json::array()}};
  for (std::size_t i = 0; i < files.size(); ++i)
    package["resources"].push_back(resource_of(export_tables()[i], files[i]));
  return text_of(package);
}

std::string datasette_metadata() {
  json tables;
  for (const ExportTable& table : export_tables()) {
    json& metadata = tables[table.relation];
    metadata = table_metadata(table);
  }
  tables["assessments_flat"]["facets"] = {"period", "district", "scope", "change"};
  return text_of({{"title", title},
                  {"description", description},
                  {"databases", {{"lagesbild", {{"tables", std::move(tables)}}}}}});
}

}  // namespace lagesbild
