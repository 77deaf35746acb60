// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sites made by hand.
#pragma once

#include <string>
#include <vector>

#include "web/site.h"

namespace lagesbild {

inline SiteAssessment assessment(const std::string& area, std::optional<Change> change,
                                 const std::string& comment = "") {
  SiteAssessment one;
  one.said.title = area;
  one.said.change = change;
  one.said.basis = change ? Basis::stated : Basis::none;
  one.said.comment = comment;
  one.row = area;
  return one;
}

inline SiteReport report(std::size_t district, const std::string& period,
                         std::vector<SiteAssessment> said) {
  SiteReport made{.sha256 = std::string(60, 'a') + std::to_string(district) + period.substr(1, 3),
                  .path = "mapp/en <rapport>.pdf"};
  made.district = district;
  made.period = period;
  made.assessments = std::move(said);
  for (std::size_t i = 0; i < made.assessments.size(); ++i)
    made.assessments[i].key = std::to_string(district) + "-" + period + "-" + std::to_string(i);
  return made;
}

/// Two districts and two years; Farsta's report of 2021 is missing.
inline Site small_site() {
  Site site;
  site.districts = {{"bromma", "Bromma", {}}, {"farsta", "Farsta", {"2021"}}};
  site.areas = {{"skola", {"Skolan", Scope::city, 1}},
                {"unga", {"Unga <i risk>", Scope::city, 2}},
                {"torget", {"Torget", Scope::local, 3}}};
  SiteAssessment local = assessment("torget", Change::positive, "Positiv förändring. Bättre ljus.");
  local.said.scope = Scope::local;
  local.decided_by = {{0, 20}};
  SiteAssessment doubtful = assessment("unga", std::nullopt, "Både & <b>och</b>.");
  doubtful.said.review = {"mixed"};
  site.reports = {report(0, "2021", {assessment("skola", Change::negative)}),
                  report(0, "2022", {assessment("skola", Change::unchanged), doubtful, local}),
                  report(1, "2022", {assessment("skola", Change::positive)})};
  site.years = {"2022", "2021"};
  return site;
}

}  // namespace lagesbild
