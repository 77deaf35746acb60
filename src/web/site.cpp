// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/site.h"

#include <algorithm>
#include <tuple>

#include "dataset/corrections.h"
#include "reading/change.h"
#include "text/collate.h"

namespace lagesbild {
namespace {

bool is_plain(const std::string& id) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !id.empty() && id.size() <= 100 && id.find_first_not_of(plain) == std::string::npos;
}

/// The words of the comment that its change hangs on, as the rules find them today.
std::vector<Span> decided_by(const Assessment& said, const Rules& rules) {
  if (said.basis != Basis::stated || !said.change) return {};
  ChangeReading reading = change_of(rules.change, said.comment);
  const bool same = reading.change == said.change && reading.rule == said.rule;
  return same ? std::move(reading.decided_by) : std::vector<Span>();
}

class SiteReader {
 public:
  SiteReader(Store& store, const Rules& rules, const Disclosure& disclosure)
      : store_(store), rules_(rules), disclosure_(disclosure) {
    disclose(store.database(), disclosure);
  }

  Result<Site> site() {
    const Transaction one_state(store_.database(), Transaction::For::reading);
    read_missing();
    read_titles();
    if (auto problem = read_reports()) return *problem;
    if (auto problem = store_.database().take_failure()) return *problem;
    sort();
    return std::move(site_);
  }

 private:
  /// Its place among the districts, which it is added to where it is new.
  std::size_t district(const std::string& id, const std::string& name) {
    const auto [found, is_new] = districts_.emplace(id + '\n' + name, site_.districts.size());
    if (is_new) site_.districts.push_back({id, name, {}});
    return found->second;
  }

  void read_missing() {
    Statement rows =
        store_.database().statement("SELECT district_id, name, year FROM missing_reports");
    while (rows.next())
      site_.districts[district(rows.text(0), rows.text(1))].missing.insert(rows.text(2));
  }

  void read_titles() {
    Statement rows =
        store_.database().statement("SELECT area_id, shown_words(title) FROM current_areas");
    while (rows.next()) titles_[rows.text(0)] = rows.text(1);
  }

  std::optional<Problem> read_reports() {
    Statement rows = store_.database().statement(
        "SELECT report_id, path, district_id, district, period FROM latest_reports");
    while (rows.next()) {
      const Result<Report> report = store_.report(rows.whole(0), rows.text(1));
      if (!report) return report.problem();
      SiteReport made{.sha256 = report->source.sha256, .path = rows.text(1)};
      made.drawn = report->source.text_from != Document::From::text;
      made.district = district(rows.text(2), rows.text(3));
      made.period = rows.text(4);
      const Report as_shown = shown(*report, disclosure_);
      for (std::size_t i = 0; i < as_shown.assessments.size(); ++i)
        add(made, as_shown.assessments[i], report->assessments[i]);
      site_.reports.push_back(std::move(made));
    }
    return std::nullopt;
  }

  void add(SiteReport& report, const Assessment& said, const Assessment& written) {
    const int position = static_cast<int>(report.assessments.size()) + 1;
    const std::string number = std::to_string(position);
    std::string row = said.area_id.value_or(std::string(name_of(said.scope)) + ' ' + said.title);
    const auto title = said.area_id ? titles_.find(*said.area_id) : titles_.end();
    auto& area = site_.areas[row];
    if (area.title.empty())
      area = {title == titles_.end() ? said.title : title->second, said.scope, position};
    area.order = std::min(area.order, position);
    report.assessments.push_back({said,
                                  report.sha256.substr(0, 12) + '-' + number,
                                  review_key(report.sha256, name_of(written.scope),
                                             written.number.value_or(""), written.comment),
                                  std::move(row),
                                  decided_by(said, rules_),
                                  said.comment != written.comment || said.title != written.title,
                                  {},
                                  {}});
  }

  void sort() {
    std::vector<std::size_t> order(site_.districts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) {
      return std::pair(sort_key(site_.districts[i].name), site_.districts[i].id);
    });
    std::vector<SiteDistrict> districts;
    std::vector<std::size_t> place(order.size());
    for (const std::size_t i : order) {
      place[i] = districts.size();
      districts.push_back(std::move(site_.districts[i]));
      std::string& id = districts.back().id;
      if (!is_plain(id)) id = "nr-" + std::to_string(districts.size());
    }
    site_.districts = std::move(districts);
    std::set<std::string> years;
    for (SiteReport& report : site_.reports) {
      report.district = place[report.district];
      years.insert(report.year());
    }
    site_.years.assign(years.rbegin(), years.rend());
    std::ranges::sort(site_.reports, {}, [](const SiteReport& one) {
      return std::tie(one.district, one.period, one.sha256);
    });
  }

  Store& store_;
  const Rules& rules_;
  const Disclosure& disclosure_;
  Site site_;
  std::map<std::string, std::size_t> districts_;
  std::map<std::string, std::string> titles_;  // by area
};

}  // namespace

Result<Site> site_of(Store& store, const Rules& rules, const Disclosure& disclosure) {
  return SiteReader(store, rules, disclosure).site();
}

bool has_reports(const Site& site, std::size_t district) {
  return std::ranges::find(site.reports, district, &SiteReport::district) != site.reports.end();
}

std::vector<std::string> areas_in_order(const Site& site, Scope scope) {
  struct Listed {
    int order;
    std::string title;  // as a sort key, made once for each
    std::string key;
    auto operator<=>(const Listed&) const = default;
  };
  std::vector<Listed> listed;
  for (const auto& [key, area] : site.areas)
    if (area.scope == scope) listed.push_back({area.order, sort_key(area.title), key});
  std::ranges::sort(listed);
  std::vector<std::string> keys;
  for (Listed& one : listed) keys.push_back(std::move(one.key));
  return keys;
}

}  // namespace lagesbild
