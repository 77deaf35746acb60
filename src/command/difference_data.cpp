// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/difference_data.h"

#include <nlohmann/json.hpp>

#include "dataset/csv.h"

namespace lagesbild {
namespace {

using json = nlohmann::ordered_json;

struct Column {
  const char* name;
  Value (*of)(const AreaState&);
};

Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }

constexpr Column columns[] = {
    {"report_id", [](const AreaState& one) { return text_or_nothing(one.sha256); }},
    {"path", [](const AreaState& one) { return text_or_nothing(one.path); }},
    {"district_id", [](const AreaState& one) { return text_or_nothing(one.district_id); }},
    {"district", [](const AreaState& one) { return text_or_nothing(one.district); }},
    {"period", [](const AreaState& one) { return text_or_nothing(one.period); }},
    {"position", [](const AreaState& one) { return Value(one.position); }},
    {"scope", [](const AreaState& one) { return text_or_nothing(one.scope); }},
    {"number", [](const AreaState& one) { return text_or_nothing(one.number); }},
    {"area_id", [](const AreaState& one) { return text_or_nothing(one.area_id); }},
    {"title", [](const AreaState& one) { return text_or_nothing(one.title); }},
    {"change", [](const AreaState& one) { return text_or_nothing(one.held.change); }},
    {"basis", [](const AreaState& one) { return text_or_nothing(one.held.basis); }},
    {"suggested_change",
     [](const AreaState& one) { return text_or_nothing(one.held.suggested_change); }},
    {"review", [](const AreaState& one) { return text_or_nothing(one.held.review); }},
    {"rule", [](const AreaState& one) { return text_or_nothing(one.held.rule); }},
    {"comment", [](const AreaState& one) { return text_or_nothing(one.comment); }},
};

template <class Named>
std::string names_of(const std::vector<Named>& all) {
  std::string names;
  for (const Named one : all) names += (names.empty() ? "" : " ") + std::string(name_of(one));
  return names;
}

template <class Named>
json list_of(const std::vector<Named>& all) {
  json list = json::array();
  for (const Named one : all) list.push_back(name_of(one));
  return list;
}

json value_json(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  return nullptr;
}

json state_json(const std::optional<AreaState>& state) {
  if (!state) return nullptr;
  json object;
  for (const Column& column : columns) object[column.name] = value_json(column.of(*state));
  return object;
}

std::string dumped(const json& object) {
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string difference_csv_head() {
  Row head = {std::string("kind"), std::string("causes"), std::string("aspects")};
  for (const Column& column : columns)
    for (const char* side : {"_before", "_after"})
      head.emplace_back(std::string(column.name) + side);
  std::string out;
  append_csv(out, head, rfc_4180);
  return out;
}

std::string difference_csv(const Difference& difference) {
  Row row = {std::string(name_of(difference.kind)), names_of(difference.causes),
             text_or_nothing(names_of(difference.aspects))};
  for (const Column& column : columns)
    for (const auto* state : {&difference.before, &difference.after})
      row.push_back(*state ? column.of(**state) : Value());
  std::string out;
  append_csv(out, row, rfc_4180);
  return out;
}

std::string difference_json(const Difference& difference) {
  json object;
  object["kind"] = name_of(difference.kind);
  object["causes"] = list_of(difference.causes);
  object["aspects"] = list_of(difference.aspects);
  object["before"] = state_json(difference.before);
  object["after"] = state_json(difference.after);
  return dumped(object);
}

std::string counts_json(const DifferenceCounts& counts) {
  json object;
  object["added"] = counts.added;
  object["changed"] = counts.changed;
  object["gone"] = counts.gone;
  object["by_causes"] = json::array();
  for (const auto& [causes, number] : counts.by_causes)
    object["by_causes"].push_back({{"causes", list_of(causes)}, {"number", number}});
  return dumped(object);
}

std::string coverage_json(const ImpactCoverage& coverage) {
  json object;
  object["reports"] = coverage.reports;
  object["assessments"] = coverage.assessments;
  object["not_by_comment"] = coverage.not_by_comment;
  object["reports_by_other_rules"] = coverage.other_rules;
  return dumped(object);
}

}  // namespace lagesbild
