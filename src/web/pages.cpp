// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages.h"

#include <algorithm>

#include "web/article.h"
#include "web/chart.h"
#include "web/heat.h"
#include "web/review.h"
#include "web/template.h"

namespace lagesbild {
namespace {

struct Link {
  std::string href, label;
};

/// `main` with what all pages have around it. `here` is the page's own address.
std::string whole_page(const std::string& title, const std::string& here, const std::string& script,
                       const std::string& main, const Messages& say) {
  FieldList links;
  for (const Link& link :
       {Link{"index.html", say("page.overview")}, Link{"search.html", say("page.search")},
        Link{"review.html", say("page.review")}, Link{"lagesbild.xlsx", say("page.workbook")}}) {
    Fields one("href", link.href);
    one.set("label", link.label);
    one.set("current", link.href == here);
    links.push_back(one);
  }
  Fields fields("title", title);
  fields.set("links", links);
  fields.set("script", present(script));
  fields.set("main", main);
  return filled("layout", std::move(fields), say);
}

FieldList district_fields(const Site& site, std::size_t chosen) {
  FieldList list;
  for (std::size_t i = 0; i < site.districts.size(); ++i) {
    if (!has_reports(site, i)) continue;
    Fields one("id", site.districts[i].id);
    one.set("name", site.districts[i].name);
    one.set("chosen", i == chosen);
    list.push_back(one);
  }
  return list;
}

std::string summary_of(const Site& site, const Messages& say) {
  std::size_t assessments = 0;
  for (const SiteReport& report : site.reports) assessments += report.assessments.size();
  if (site.years.empty()) return say("page.nothing");
  return say("page.summary", {{"reports", site.reports.size()},
                              {"assessments", assessments},
                              {"first", site.years.back()},
                              {"last", site.years.front()}});
}

/// One chart of all city-wide areas, then one of each.
std::string city_charts(const Site& site, const Messages& say) {
  std::string html = chart_html(
      say("page.all_city"),
      shares_of(site, [](const SiteReport&,
                         const SiteAssessment& one) { return one.said.scope == Scope::city; }),
      say);
  for (const std::string& area : areas_in_order(site, Scope::city))
    html += chart_html(site.areas.at(area).title,
                       shares_of(site, [&](const SiteReport&,
                                           const SiteAssessment& one) { return one.row == area; }),
                       say);
  return html;
}

std::string district_charts(const Site& site, std::size_t district, const Messages& say) {
  std::string html;
  for (const Scope scope : {Scope::city, Scope::local})
    html += chart_html(say("page.areas." + std::string(name_of(scope))),
                       shares_of(site,
                                 [&](const SiteReport& report, const SiteAssessment& one) {
                                   return report.district == district && one.said.scope == scope;
                                 }),
                       say);
  return html;
}

FieldList report_fields(const Site& site, std::size_t district, const Messages& say) {
  FieldList reports;
  for (auto report = site.reports.rbegin(); report != site.reports.rend(); ++report) {
    if (report->district != district) continue;
    std::string articles;
    for (const SiteAssessment& one : report->assessments)
      articles += article_html(site, *report, one, say);
    Fields one("period", report->period);
    one.set("id", report->sha256.substr(0, 12));
    one.set("path", report->path);
    one.set("link", present(report->link));
    one.set("articles", articles);
    reports.push_back(one);
  }
  return reports;
}

FieldList table_fields(const Site& site, std::size_t district, const Messages& say) {
  FieldList tables;
  for (const Scope scope : {Scope::city, Scope::local}) {
    const HeatTable table = district_table(site, district, scope);
    if (table.rows.empty()) continue;
    const std::string heading = say("page.areas." + std::string(name_of(scope)));
    Fields one("heading", heading);
    one.set("table", heat_html(table, site.districts[district].name + ": " + heading, say));
    tables.push_back(one);
  }
  return tables;
}

}  // namespace

std::string index_page(const Site& site, const Messages& say) {
  FieldList years;
  for (const std::string& year : site.years) {
    Fields one("year", year);
    one.set("table",
            heat_html(year_table(site, year), say("page.year_table", {{"year", year}}), say));
    years.push_back(one);
  }
  Fields fields("summary", summary_of(site, say));
  fields.set("legend", filled("legend", {}, say));
  fields.set("highlight", filled("highlight", {}, say));
  fields.set("years", years);
  fields.set("charts", city_charts(site, say));
  fields.set("districts", district_fields(site, site.districts.size()));
  return whole_page(say("page.title"), "index.html", "", filled("index", std::move(fields), say),
                    say);
}

std::string district_page(const Site& site, std::size_t district, const Messages& say) {
  const std::string& name = site.districts[district].name;
  Fields fields("name", name);
  fields.set("legend", filled("legend", {}, say));
  fields.set("highlight", filled("highlight", {}, say));
  fields.set("districts", district_fields(site, district));
  fields.set("tables", table_fields(site, district, say));
  fields.set("charts", district_charts(site, district, say));
  fields.set("reports", report_fields(site, district, say));
  return whole_page(name + " – " + say("page.title"), "", "",
                    filled("district", std::move(fields), say), say);
}

std::string search_page(const Site& site, const Messages& say) {
  FieldList years, areas;
  for (const std::string& year : site.years) years.push_back(Fields("year", year));
  for (const Scope scope : {Scope::city, Scope::local})
    for (const std::string& key : areas_in_order(site, scope)) {
      Fields one("key", key);
      one.set("title", site.areas.at(key).title);
      areas.push_back(one);
    }
  Fields fields("years", years);
  fields.set("areas", areas);
  fields.set("districts", district_fields(site, site.districts.size()));
  return whole_page(say("page.search") + " – " + say("page.title"), "search.html", "search.js",
                    filled("search", std::move(fields), say), say);
}

std::string review_page(const Site& site, const Messages& say) {
  return whole_page(say("page.review") + " – " + say("page.title"), "review.html", "review.js",
                    review_html(site, say), say);
}

}  // namespace lagesbild
