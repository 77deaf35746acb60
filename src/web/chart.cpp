// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/chart.h"

#include <algorithm>
#include <cmath>

#include "web/template.h"

namespace lagesbild {
namespace {

// Units of the picture, about a pixel each.
constexpr int column_width = 30;
constexpr int column_step = 40;
constexpr int height = 100;       // of a whole column
constexpr int least_signed = 14;  // a part lower than this has no room for its sign

struct Part {
  std::string change, sign;
  int count = 0;
};

std::vector<Part> parts_of(const Share& share) {
  return {{"positive", "+", share.positive},
          {"unchanged", "=", share.unchanged},
          {"negative", "\u2212", share.negative}};
}

int percent(int part, int whole) {
  return whole == 0 ? 0 : static_cast<int>(std::lround(100.0 * part / whole));
}

/// The parts of a column from the top; their edges are rounded, so that they meet.
FieldList part_fields(const Share& share, int x) {
  FieldList fields;
  int before = 0;
  for (const Part& part : parts_of(share)) {
    const int top = percent(before, share.stated()) * height / 100;
    before += part.count;
    const int bottom = percent(before, share.stated()) * height / 100;
    if (bottom == top) continue;
    Fields one("change", part.change);
    one.set("x", std::to_string(x));
    one.set("y", std::to_string(top));
    one.set("height", std::to_string(bottom - top));
    one.set("has_sign", bottom - top >= least_signed);
    one.set("sign", part.sign);
    one.set("sign_x", std::to_string(x + column_width / 2));
    one.set("sign_y", std::to_string((top + bottom) / 2 + 5));
    fields.push_back(one);
  }
  return fields;
}

Fields row_fields(const Share& share) {
  Fields row("year", share.year);
  FieldList cells;
  for (const Part& part : parts_of(share)) {
    const std::string share_text =
        share.stated() == 0 ? ""
                            : " (" + std::to_string(percent(part.count, share.stated())) + " %)";
    cells.push_back(Fields("text", std::to_string(part.count) + share_text));
  }
  cells.push_back(Fields("text", std::to_string(share.unstated)));
  row.set("cells", cells);
  return row;
}

std::string spoken(const Share& share, const Messages& say) {
  return say("page.chart.year", {{"year", share.year},
                                 {"positive", share.positive},
                                 {"unchanged", share.unchanged},
                                 {"negative", share.negative}});
}

}  // namespace

std::vector<Share> shares_of(
    const Site& site, const std::function<bool(const SiteReport&, const SiteAssessment&)>& wanted) {
  std::vector<Share> shares;
  shares.reserve(site.years.size());
  for (auto year = site.years.rbegin(); year != site.years.rend(); ++year)
    shares.push_back({*year});
  for (const SiteReport& report : site.reports) {
    const auto share = std::ranges::find(shares, report.year(), &Share::year);
    for (const SiteAssessment& one : report.assessments) {
      if (!wanted(report, one)) continue;
      const std::optional<Change>& change = one.said.change;
      ++(!change                        ? share->unstated
         : *change == Change::positive  ? share->positive
         : *change == Change::unchanged ? share->unchanged
                                        : share->negative);
    }
  }
  return shares;
}

std::string chart_html(const std::string& title, const std::vector<Share>& shares,
                       const Messages& say) {
  if (std::ranges::all_of(shares, [](const Share& one) { return one.stated() == 0; })) return "";
  Fields fields("title", title);
  FieldList columns, rows;
  std::string text = title + ".";
  int x = 0;
  for (const Share& share : shares) {
    Fields column("year", share.year);
    column.set("middle", std::to_string(x + column_width / 2));
    column.set("parts", part_fields(share, x));
    columns.push_back(column);
    rows.push_back(row_fields(share));
    text += " " + spoken(share, say);
    x += column_step;
  }
  fields.set("columns", columns);
  fields.set("rows", rows);
  fields.set("text", text);
  fields.set("width", std::to_string(x));
  return filled("chart", std::move(fields), say);
}

}  // namespace lagesbild
