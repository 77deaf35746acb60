// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Trends for programs: CSV and JSON. Keys and words are English, as in the other exports.
#include <nlohmann/json.hpp>

#include "command/trends_text.h"
#include "dataset/csv.h"

namespace lagesbild {
namespace {

using json = nlohmann::ordered_json;

Value text_or_nothing(std::string_view text) {
  if (text.empty()) return {};
  return std::string(text);
}

std::string_view name_or_nothing(const std::optional<Change>& change) {
  return change ? name_of(*change) : "";
}

json json_or_null(std::string_view text) { return text.empty() ? json(nullptr) : json(text); }

std::string ids_of(const Trends& trends, const std::vector<std::size_t>& districts) {
  std::string ids;
  for (const std::size_t one : districts)
    ids += (ids.empty() ? "" : " ") + trends.districts[one].id;
  return ids;
}

std::string_view grouped_by(const TrendArea& area) { return area.by_likeness ? "likeness" : "id"; }

Row csv_row(const Trends& trends, const TrendRow& row, std::size_t period) {
  const TrendCell& cell = row.cells[period];
  const TrendDistrict& district = trends.districts[row.district];
  const TrendArea& area = trends.areas[row.area];
  return {trends.periods[period],
          text_or_nothing(district.id),
          district.name,
          std::string(name_of(area.scope)),
          text_or_nothing(area.id),
          area.title,
          std::string(grouped_by(area)),
          text_or_nothing(cell.title),
          std::string(name_of(cell.state)),
          text_or_nothing(name_or_nothing(cell.change)),
          text_or_nothing(cell.basis ? name_of(*cell.basis) : ""),
          std::int64_t{cell.review},
          text_or_nothing(name_or_nothing(cell.before)),
          text_or_nothing(ids_of(trends, cell.took_over_from)),
          std::int64_t{cell.streak},
          text_or_nothing(cell.sha256),
          cell.position > 0 ? Value(cell.position) : Value()};
}

json district_json(const Trends& trends, const TrendDistrict& one) {
  json object;
  object["id"] = json_or_null(one.id);
  object["name"] = one.name;
  object["from"] = json_or_null(one.from);
  object["to"] = json_or_null(one.to);
  object["predecessors"] = json::array();
  for (const std::size_t other : one.predecessors)
    object["predecessors"].push_back(trends.districts[other].id);
  object["successors"] = json::array();
  for (const std::size_t other : one.successors)
    object["successors"].push_back(trends.districts[other].id);
  return object;
}

json area_json(const TrendArea& one) {
  json object;
  object["id"] = json_or_null(one.id);
  object["scope"] = name_of(one.scope);
  object["title"] = one.title;
  object["list"] = json_or_null(one.list);
  object["grouped_by"] = grouped_by(one);
  object["titles"] = one.titles;
  return object;
}

json cell_json(const Trends& trends, const TrendRow& row, std::size_t period) {
  const TrendCell& cell = row.cells[period];
  json object;
  object["district"] = row.district;
  object["area"] = row.area;
  object["period"] = trends.periods[period];
  object["state"] = name_of(cell.state);
  object["change"] = json_or_null(name_or_nothing(cell.change));
  object["basis"] = json_or_null(cell.basis ? name_of(*cell.basis) : "");
  object["review"] = cell.review;
  object["before"] = json_or_null(name_or_nothing(cell.before));
  object["took_over_from"] = cell.took_over_from;
  object["streak"] = cell.streak;
  object["report_id"] = json_or_null(cell.sha256);
  object["position"] = cell.position > 0 ? json(cell.position) : json(nullptr);
  object["title"] = json_or_null(cell.title);
  return object;
}

json transition_json(const Trends& trends, const Transition& one) {
  json object;
  object["period"] = trends.periods[one.period];
  object["area"] = one.area;
  object["from_district"] = one.from_district;
  object["to_district"] = one.to_district;
  object["from"] = name_of(one.from);
  object["to"] = name_of(one.to);
  return object;
}

json count_json(const Trends& trends, const TrendCount& one) {
  json object;
  object["area"] = one.area;
  object["period"] = trends.periods[one.period];
  object["positive"] = one.positive;
  object["unchanged"] = one.unchanged;
  object["negative"] = one.negative;
  object["not_stated"] = one.unstated;
  object["several"] = one.several;
  object["no_area"] = one.no_area;
  return object;
}

json period_json(const Trends& trends, std::size_t period) {
  const Coverage& coverage = trends.coverage[period];
  json object;
  object["period"] = trends.periods[period];
  object["expected"] = coverage.expected;
  object["reported"] = coverage.reported;
  object["besides"] = coverage.besides;
  return object;
}

}  // namespace

std::string_view name_of(TrendState state) {
  switch (state) {
    case TrendState::stated:
      return "stated";
    case TrendState::unstated:
      return "not_stated";
    case TrendState::several:
      return "several";
    case TrendState::no_area:
      return "no_area";
    case TrendState::no_report:
      return "no_report";
    case TrendState::none:
      return "none";
  }
  return "";
}

std::string trends_csv(const Trends& trends) {
  std::string out;
  Row head;
  for (const char* name : {"period", "district_id", "district", "scope", "area_id", "area",
                           "grouped_by", "title", "state", "change", "basis", "review", "before",
                           "took_over_from", "streak", "report_id", "position"})
    head.emplace_back(std::string(name));
  append_csv(out, head, rfc_4180);
  for (const TrendRow& row : trends.rows)
    for (std::size_t period = 0; period < row.cells.size(); ++period)
      if (row.cells[period].state != TrendState::none)
        append_csv(out, csv_row(trends, row, period), rfc_4180);
  return out;
}

std::string trends_json(const Trends& trends) {
  json object;
  for (const char* list :
       {"periods", "districts", "areas", "cells", "transitions", "counts", "set_aside"})
    object[list] = json::array();
  for (std::size_t period = 0; period < trends.periods.size(); ++period)
    object["periods"].push_back(period_json(trends, period));
  for (const TrendDistrict& one : trends.districts)
    object["districts"].push_back(district_json(trends, one));
  for (const TrendArea& one : trends.areas) object["areas"].push_back(area_json(one));
  for (const TrendRow& row : trends.rows)
    for (std::size_t period = 0; period < row.cells.size(); ++period)
      if (row.cells[period].state != TrendState::none)
        object["cells"].push_back(cell_json(trends, row, period));
  for (const Transition& one : trends.transitions)
    object["transitions"].push_back(transition_json(trends, one));
  for (const TrendCount& one : trends.counts) object["counts"].push_back(count_json(trends, one));
  for (const SetAside& one : trends.set_aside)
    object["set_aside"].push_back(
        {{"district", one.district}, {"period", one.period}, {"instead", one.instead}});
  constexpr auto invalid_bytes = json::error_handler_t::replace;
  return object.dump(-1, ' ', false, invalid_bytes) + '\n';
}

}  // namespace lagesbild
