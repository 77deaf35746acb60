// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages show: the reports that count, with what a reader may want to know of each
// assessment. Taken from the store as a whole, since all tables and charts look at it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "dataset/disclosure.h"
#include "dataset/store.h"
#include "model/report.h"
#include "rules/rules.h"

namespace lagesbild {

/// A picture of a passage, in the pages' folder pictures/.
struct SitePicture {
  std::string file;
  int page = 0;
  int width = 0, height = 0;  ///< pixels
};

struct SiteAssessment {
  Assessment said;
  std::string key;                    ///< names it on every page: letters, digits and '-'
  std::string review_key;             ///< names it in answers; see dataset/corrections.h
  std::string row;                    ///< names its area, in Site::areas
  std::vector<Span> decided_by;       ///< bytes of the comment; empty where not known
  bool masked = false;                ///< words of it are not shown
  std::vector<SitePicture> pictures;  ///< in the order of the evidence
  std::string no_picture;  ///< why there is none, the end of a key of the messages; empty: no word
};

struct SiteReport {
  std::string sha256;
  std::string path;          ///< as the store names it
  std::string link;          ///< from the pages to the file, for an href; empty: none
  bool drawn = false;        ///< has pages to be shown as pictures
  bool in_archive = false;   ///< `link` leads to the archive that it lies in
  std::size_t district = 0;  ///< in Site::districts
  std::string period;
  std::vector<SiteAssessment> assessments;

  std::string year() const { return period.substr(0, 4); }
};

struct SiteDistrict {
  std::string id;  ///< for file names: letters, digits and '-'
  std::string name;
  std::set<std::string> missing;  ///< years for which a report was to be expected
};

struct SiteArea {
  std::string title;
  Scope scope = Scope::city;
  int order = 0;  ///< by where the forms name it
};

struct Site {
  std::vector<SiteDistrict> districts;  ///< in Swedish order
  std::map<std::string, SiteArea> areas;
  std::vector<SiteReport> reports;  ///< by district, then period
  std::vector<std::string> years;   ///< that have a report, the last one first
};

/// Everything that counts in `store`. The words that decided a change are found by `rules`, where
/// these come to what the store says. Links and pictures are left open. Problems: the store's.
Result<Site> site_of(Store& store, const Rules& rules, const Disclosure& disclosure);

/// Districts without a report that counts have no page.
bool has_reports(const Site& site, std::size_t district);

/// The areas of one scope in the order of the forms.
std::vector<std::string> areas_in_order(const Site& site, Scope scope);

}  // namespace lagesbild
