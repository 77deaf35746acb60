// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/heat.h"

#include <algorithm>

#include "web/template.h"

namespace lagesbild {
namespace {

struct HeatColumn {
  HeatHead head;
  const SiteReport* report = nullptr;
  bool expected = false;
};

HeatCell cell_of(const Site& site, const HeatColumn& column, const std::string& area) {
  HeatCell cell;
  if (column.report == nullptr) {
    cell.empty = column.expected ? Empty::missing : Empty::none;
    return cell;
  }
  cell.page = site.districts[column.report->district].id;
  for (const SiteAssessment& one : column.report->assessments)
    if (one.row == area) cell.said.push_back(&one);
  cell.empty = cell.said.empty() ? Empty::unnamed : Empty::no;
  return cell;
}

HeatTable table_of(const Site& site, const std::vector<HeatColumn>& columns, Scope scope) {
  HeatTable table;
  for (const HeatColumn& column : columns) {
    table.heads.push_back(column.head);
    table.reports += column.report != nullptr;
    table.expected += column.expected || column.report != nullptr;
  }
  for (const std::string& area : areas_in_order(site, scope)) {
    HeatRow row{site.areas.at(area).title, {}};
    for (const HeatColumn& column : columns) row.cells.push_back(cell_of(site, column, area));
    if (std::ranges::any_of(row.cells, [](const HeatCell& one) { return !one.said.empty(); }))
      table.rows.push_back(std::move(row));
  }
  return table;
}

// ---- as HTML ----------------------------------------------------------------------------------

Fields said_fields(const SiteAssessment& one, const std::string& page, const Messages& say) {
  Fields fields;
  const std::string change = word_of(one.said.change);
  fields.set("change", change);
  fields.set("sign", sign_of(one.said.change));
  fields.set("word", say("page.cell." + change));
  fields.set("key", one.key);
  fields.set("page", page);
  fields.set("review", !one.said.review.empty());
  fields.set("corrected", one.said.basis == Basis::corrected);
  return fields;
}

Fields cell_fields(const HeatCell& cell, const Messages& say) {
  Fields fields;
  FieldList said;
  for (const SiteAssessment* one : cell.said) said.push_back(said_fields(*one, cell.page, say));
  fields.set("state", cell.said.empty()       ? std::string("empty")
                      : cell.said.size() == 1 ? word_of(cell.said.front()->said.change)
                                              : std::string("several"));
  fields.set("said", said);
  fields.set("missing", cell.empty == Empty::missing);
  fields.set("none", cell.empty == Empty::none);
  fields.set("unnamed", cell.empty == Empty::unnamed);
  return fields;
}

/// "+ 3   = 5   − 2": how often each change is stated; no sum of them.
std::string counts_of(const HeatRow& row) {
  std::string text;
  for (const Change change : {Change::positive, Change::unchanged, Change::negative}) {
    std::ptrdiff_t count = 0;
    for (const HeatCell& cell : row.cells)
      count +=
          std::ranges::count(cell.said, change, [](const auto* one) { return one->said.change; });
    text += (text.empty() ? "" : "\u2002") + sign_of(change) + "\u00a0" + std::to_string(count);
  }
  return text;
}

}  // namespace

HeatTable year_table(const Site& site, const std::string& year) {
  std::vector<HeatColumn> columns;
  for (std::size_t i = 0; i < site.districts.size(); ++i) {
    const SiteDistrict& district = site.districts[i];
    HeatColumn column{{district.name, ""}, nullptr, district.missing.contains(year)};
    for (const SiteReport& report : site.reports)
      if (report.district == i && report.year() == year) column.report = &report;
    if (has_reports(site, i)) column.head.district = district.id;
    if (column.report != nullptr || column.expected) columns.push_back(std::move(column));
  }
  return table_of(site, columns, Scope::city);
}

HeatTable district_table(const Site& site, std::size_t district, Scope scope) {
  std::vector<HeatColumn> columns;
  for (auto year = site.years.rbegin(); year != site.years.rend(); ++year) {
    const std::size_t before = columns.size();
    for (const SiteReport& report : site.reports)
      if (report.district == district && report.year() == *year)
        columns.push_back({{report.period, ""}, &report, true});
    if (columns.size() == before && site.districts[district].missing.contains(*year))
      columns.push_back({{*year, ""}, nullptr, true});
  }
  return table_of(site, columns, scope);
}

std::string heat_html(const HeatTable& table, const std::string& caption, const Messages& say) {
  Fields fields;
  FieldList heads, rows;
  for (const HeatHead& head : table.heads) {
    Fields one("title", head.title);
    one.set("district", present(head.district));
    heads.push_back(one);
  }
  for (const HeatRow& row : table.rows) {
    FieldList cells;
    for (const HeatCell& cell : row.cells) cells.push_back(cell_fields(cell, say));
    Fields one("title", row.title);
    one.set("cells", cells);
    one.set("counts", counts_of(row));
    rows.push_back(one);
  }
  fields.set("caption", caption);
  fields.set("coverage",
             say("page.coverage", {{"reports", table.reports}, {"expected", table.expected}}));
  fields.set("heads", heads);
  fields.set("rows", rows);
  return filled("heat", std::move(fields), say);
}

std::string word_of(const std::optional<Change>& change) {
  return change ? std::string(name_of(*change)) : "unstated";
}

std::string sign_of(const std::optional<Change>& change) {
  if (!change) return "?";
  return *change == Change::positive ? "+" : *change == Change::unchanged ? "=" : "\u2212";
}

}  // namespace lagesbild
