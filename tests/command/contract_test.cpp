// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract.h"

#include <gtest/gtest.h>

#include <fstream>

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

#include "model/json.h"

namespace lagesbild {
namespace {

using nlohmann::json;

const valijson::Schema& schema() {
  static const json text =
      json::parse(std::ifstream(PROJECT_ROOT "/tests/contract/report.schema.json"));
  static const auto parsed = [] {
    auto schema = std::make_unique<valijson::Schema>();
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text), *schema);
    return schema;
  }();
  return *parsed;
}

std::string breach_in_words(const json& object) {
  const bool rejected = object["status"] == "rejected";
  if (rejected && !object["assessments"].empty()) return "rejected, but with assessments";
  if (rejected && object["problems"].empty()) return "rejected without saying why";
  for (const json& one : object["assessments"]) {
    const std::string where = " in " + one["title"].dump();
    const bool stated = !one["change"].is_null();
    if (stated == (one["basis"] == "none")) return "change and basis disagree" + where;
    if (one["basis"] == "reference" && one.value("reference", json()).is_null())
      return "a reference to nothing" + where;
    if (stated && !one["suggested_change"].is_null()) return "a suggestion beside a change" + where;
    if (object["status"] == "ok" && !one["review"].empty()) return "ok, but marked" + where;
  }
  return "";
}

json object_of(const Report& report) { return json::parse(json_of(report)); }

Report stated_report() {
  Report report;
  report.status = Status::ok;
  report.source.sha256 = std::string(64, '0');
  report.district = District{std::nullopt, "Bromma", "bromma"};
  report.period = "2022";
  report.assessments.resize(1);
  report.assessments[0].change = Change::unchanged;
  report.assessments[0].basis = Basis::stated;
  report.assessments[0].evidence = {{1, {0, 0, 10.25, 20}}};
  return report;
}

TEST(Contract, HoldsForAReport) { EXPECT_EQ(breach_of_contract(object_of(stated_report())), ""); }

TEST(Contract, IsBrokenByAnyWrongValue) {
  const struct {
    const char* says;
    const char* pointer;
    json value;
  } breaches[] = {
      {"another schema", "/schema", "lagesbild.report/2"},
      {"a checksum in capitals", "/source/sha256", std::string(64, 'A')},
      {"a negative size", "/source/bytes", -1},
      {"an unknown source of text", "/source/text_from", "scan"},
      {"an unknown status", "/status", "good"},
      {"a period that is a date", "/period", "2022-12-01"},
      {"an unknown change", "/assessments/0/change", "better"},
      {"a change without a basis", "/assessments/0/basis", "none"},
      {"a confidence past 1", "/assessments/0/confidence", 1.5},
      {"a page before the first", "/assessments/0/evidence/0/page", 0},
      {"a box of three numbers", "/assessments/0/evidence/0/bbox", {1, 2, 3}},
      {"a mark in a report that is ok", "/assessments/0/review", {"mixed"}},
      {"a rejected report with areas", "/status", "rejected"},
  };
  for (const auto& breach : breaches) {
    json object = object_of(stated_report());
    object[json::json_pointer(breach.pointer)] = breach.value;
    EXPECT_NE(breach_of_contract(object), "") << breach.says;
  }
}

}  // namespace

std::string breach_of_contract(const json& object) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter adapter(object);
  if (validator.validate(schema(), adapter, &results)) return breach_in_words(object);
  std::string what;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) what += step;
    what += ": " + error.description + "\n";
  }
  return what;
}

}  // namespace lagesbild
