// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "web/article.h"
#include "web/heat.h"
#include "web/pages.h"

namespace lagesbild {

std::string district_script(const Site& site, std::size_t district, const Messages& say) {
  const std::string& id = site.districts[district].id;
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const SiteReport& report : site.reports) {
    if (report.district != district) continue;
    for (const SiteAssessment& one : report.assessments) {
      nlohmann::ordered_json entry;
      entry["key"] = one.key;
      entry["year"] = report.year();
      entry["area"] = one.row;
      entry["change"] = word_of(one.said.change);
      entry["review"] = !one.said.review.empty();
      entry["text"] = one.said.title + "\n" + one.said.comment;
      entry["article"] = article_html(site, report, one, say);
      list.push_back(std::move(entry));
    }
  }
  constexpr auto invalid_bytes = nlohmann::ordered_json::error_handler_t::replace;
  return "lagesbild.take(\"" + id + "\", " + list.dump(-1, ' ', false, invalid_bytes) + ");\n";
}

}  // namespace lagesbild
