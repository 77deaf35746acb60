// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/trends_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "command/terminal.h"

namespace lagesbild {
namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t least_title_columns = 30, most_title_columns = 52;
constexpr int telling_streak = 2;  // years; one is in the table

using RowAt = std::map<std::pair<std::size_t, std::size_t>, const TrendRow*>;  // area, district

std::string sign_of(Change change) {
  return change == Change::positive ? "+" : change == Change::unchanged ? "=" : "−";
}

/// Empty where there was nothing to report on.
std::string sign_of(const TrendCell& cell) {
  std::string sign;
  switch (cell.state) {
    case TrendState::stated:
      sign = sign_of(*cell.change);
      break;
    case TrendState::unstated:
      sign = "?";
      break;
    case TrendState::several:
      sign = "≠";
      break;
    case TrendState::no_area:
      return "·";
    case TrendState::no_report:
      return "□";
    case TrendState::none:
      return "";
  }
  return cell.review ? sign + "*" : sign;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

// ---- tables -----------------------------------------------------------------------------------

/// One table: a district with those that it took over from, beside each other in a cell.
struct Section {
  const Trends& trends;
  const RowAt& rows;
  std::vector<std::size_t> districts;
  std::size_t title_columns, year_columns;
};

/// "+/−": what the section's districts say of an area in a year.
std::string signs_of(const Section& section, std::size_t area, std::size_t period) {
  std::string signs;
  for (const std::size_t district : section.districts) {
    const auto row = section.rows.find({area, district});
    std::string sign;
    if (row != section.rows.end())
      sign = sign_of(row->second->cells[period]);
    else if (const TrendDistrict& one = section.trends.districts[district];
             !one.reports[period].empty())
      sign = "·";
    else if (was_there(one, section.trends.periods[period]))
      sign = "□";
    if (!sign.empty()) signs += (signs.empty() ? "" : "/") + sign;
  }
  return signs;
}

std::string line_of(const Section& section, std::size_t area) {
  const TrendArea& one = section.trends.areas[area];
  const std::string title = (one.by_likeness ? "≈ " : "") + harmless(one.title);
  std::string line = "  " + fitted(title, section.title_columns) + " ";
  for (std::size_t period = 0; period < section.trends.periods.size(); ++period)
    line += fitted(signs_of(section, area, period), section.year_columns - 1) + " ";
  return trimmed(line);
}

std::vector<std::size_t> areas_of(const Section& section) {
  std::vector<std::size_t> areas;
  for (const auto& [key, row] : section.rows)
    if (std::ranges::find(section.districts, key.second) != section.districts.end() &&
        (areas.empty() || areas.back() != key.first))
      areas.push_back(key.first);
  return areas;
}

std::string heading_of(const Section& section, std::size_t district, const Messages& say) {
  const TrendDistrict& one = section.trends.districts[district];
  std::string heading = harmless(one.name);
  std::string before;
  for (const std::size_t other : section.districts)
    if (other != district)
      before += (before.empty() ? "" : "/") + harmless(section.trends.districts[other].name);
  if (!before.empty())
    heading += " " + say("trends.took_over", {{"day", one.from}, {"districts", before}});
  else if (!one.known)
    heading += " " + say("trends.unknown_district");
  return heading + '\n';
}

std::string section_text(const Section& section, std::size_t district, const Messages& say) {
  const std::vector<std::size_t> areas = areas_of(section);
  if (areas.empty()) return "";
  std::string line(section.title_columns + 3, ' ');
  for (const std::string& year : section.trends.periods)
    line += fitted(year, section.year_columns - 1) + " ";
  std::string out = heading_of(section, district, say) + trimmed(line);
  bool local = false;
  for (const std::size_t area : areas) {
    if (!local && section.trends.areas[area].scope == Scope::local) {
      local = true;
      out += "  " + say("trends.local") + '\n';
    }
    out += line_of(section, area);
  }
  return out + '\n';
}

/// Districts that go on: those that others took over from stand in their tables, where there is
/// one.
bool has_own_table(const Trends& trends, std::size_t district) {
  const TrendDistrict& one = trends.districts[district];
  return one.chosen && std::ranges::none_of(one.successors, [&](std::size_t next) {
           return trends.districts[next].chosen;
         });
}

std::string tables_text(const Trends& trends, const Messages& say) {
  RowAt rows;
  for (const TrendRow& row : trends.rows) rows[{row.area, row.district}] = &row;
  std::string out;
  for (std::size_t district = 0; district < trends.districts.size(); ++district) {
    if (!has_own_table(trends, district)) continue;
    Section section{trends, rows, lineage_of(trends, district), 0, 5};
    std::erase_if(section.districts, [&](std::size_t one) {
      return one != district &&
             std::ranges::all_of(trends.districts[one].reports, &std::string::empty);
    });
    std::size_t widest = 0;
    for (const std::size_t area : areas_of(section))
      for (std::size_t period = 0; period < trends.periods.size(); ++period)
        widest = std::max(widest, width_of(signs_of(section, area, period)));
    section.year_columns = std::max(section.year_columns, widest + 1);
    const std::size_t years = trends.periods.size() * section.year_columns + 3;
    section.title_columns =
        std::clamp(columns - std::min(columns, years), least_title_columns, most_title_columns);
    out += section_text(section, district, say);
  }
  return out.empty() ? out : say("trends.legend") + "\n\n" + out;
}

// ---- what turned, what went on ------------------------------------------------------------------

std::string turned_text(const Trends& trends, Change to, const Messages& say) {
  std::string out;
  for (const Transition& one : trends.transitions) {
    if (one.to != to) continue;
    const std::string from = harmless(trends.districts[one.from_district].name);
    const std::string now = harmless(trends.districts[one.to_district].name);
    out +=
        fmt::format("  {}  {}, {}: {} → {}\n", trends.periods[one.period],
                    one.from_district == one.to_district ? now : fmt::format("{} → {}", from, now),
                    harmless(trends.areas[one.area].title), sign_of(one.from), sign_of(one.to));
  }
  if (out.empty()) return out;
  return say("trends.turned." + std::string(name_of(to))) + '\n' + out + '\n';
}

/// Runs of positive or negative statements; where they end, or are still going on.
std::string streaks_text(const Trends& trends, const Messages& say) {
  std::string out;
  for (const TrendRow& row : trends.rows)
    for (std::size_t period = 0; period < row.cells.size(); ++period) {
      const TrendCell& cell = row.cells[period];
      const bool goes_on =
          period + 1 < row.cells.size() && row.cells[period + 1].streak == cell.streak + 1;
      if (cell.streak < telling_streak || goes_on || cell.change == Change::unchanged) continue;
      out += fmt::format(
          "  {}  {}, {}: {}\n", trends.periods[period],
          harmless(trends.districts[row.district].name), harmless(trends.areas[row.area].title),
          say("trends.streak", {{"sign", sign_of(*cell.change)}, {"years", cell.streak}}));
    }
  return out.empty() ? out : say("trends.streaks") + '\n' + out + '\n';
}

// ---- counts -------------------------------------------------------------------------------------

std::string coverage_words(const Coverage& coverage, const Messages& say) {
  std::string words =
      say("trends.coverage", {{"reported", coverage.reported}, {"expected", coverage.expected}});
  if (coverage.besides > 0) words += say("trends.besides", {{"reports", coverage.besides}});
  return words;
}

/// Local areas that a single district has stand in its table; there is nothing to count.
bool worth_counting(const Trends& trends, std::size_t area) {
  if (trends.areas[area].scope == Scope::city) return true;
  return std::ranges::count(trends.rows, area, &TrendRow::area) > 1;
}

std::string counts_text(const Trends& trends, const Messages& say) {
  std::string out;
  std::optional<std::size_t> area;
  for (const TrendCount& one : trends.counts) {
    if (!worth_counting(trends, one.area)) continue;
    if (area != one.area) {
      const TrendArea& shown = trends.areas[one.area];
      out += fmt::format("  {}{}\n", shown.by_likeness ? "≈ " : "", harmless(shown.title));
    }
    area = one.area;
    std::string line =
        fmt::format("    {}  {:>2} +  {:>2} =  {:>2} −  {:>2} ?", trends.periods[one.period],
                    one.positive, one.unchanged, one.negative, one.unstated);
    if (one.several > 0) line += fmt::format("  {:>2} ≠", one.several);
    if (one.no_area > 0) line += fmt::format("  {:>2} ·", one.no_area);
    out += line + "   " + coverage_words(trends.coverage[one.period], say) + '\n';
  }
  return out.empty() ? out : say("trends.counts") + '\n' + out;
}

std::string notes_text(const Trends& trends, const Messages& say) {
  std::string out;
  for (const SetAside& one : trends.set_aside)
    out += say("trends.set_aside", {{"district", harmless(trends.districts[one.district].name)},
                                    {"period", one.period},
                                    {"instead", one.instead}}) +
           '\n';
  return out.empty() ? out : out + '\n';
}

}  // namespace

std::string trends_text(const Trends& trends, const Messages& say) {
  if (trends.rows.empty()) return say("trends.nothing") + '\n';
  std::string out =
      say("trends.title", {{"from", trends.periods.front()}, {"to", trends.periods.back()}}) +
      "\n\n";
  out += notes_text(trends, say) + tables_text(trends, say);
  out += turned_text(trends, Change::negative, say) + turned_text(trends, Change::positive, say);
  return out + streaks_text(trends, say) + counts_text(trends, say);
}

}  // namespace lagesbild
