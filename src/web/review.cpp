// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/review.h"

#include <algorithm>
#include <functional>

#include "web/article.h"
#include "web/heat.h"
#include "web/template.h"

namespace lagesbild {
namespace {

struct Asking {
  const SiteReport* report;
  const SiteAssessment* one;
};

/// As the store's view review_list has it.
double urgency_of(const Assessment& said) {
  return (1.001 - said.confidence) * (said.change || said.suggested_change ? 2 : 1);
}

std::vector<Asking> asking_in(const Site& site) {
  std::vector<Asking> all;
  for (const SiteReport& report : site.reports)
    for (const SiteAssessment& one : report.assessments)
      if (!one.said.review.empty()) all.push_back({&report, &one});
  std::ranges::stable_sort(all, std::greater<>(), [](const Asking& asking) {
    return std::pair(urgency_of(asking.one->said), asking.report->period);
  });
  return all;
}

}  // namespace

std::string review_html(const Site& site, const Messages& say) {
  FieldList items;
  const std::vector<Asking> asking = asking_in(site);
  for (const auto& [report, one] : asking) {
    Fields item("key", one->key);
    item.set("review_key", one->review_key);
    item.set("label", site.areas.at(one->row).title + ", " + site.districts[report->district].name +
                          " " + report->period);
    item.set("change", word_of(one->said.change));
    item.set("article", article_html(site, *report, *one, say));
    items.push_back(item);
  }
  Fields fields("items", items);
  fields.set("any", !items.empty());
  fields.set("number", std::to_string(asking.size()));
  fields.set("summary", say("page.review.summary", {{"items", asking.size()}}));
  return filled("review", std::move(fields), say);
}

}  // namespace lagesbild
