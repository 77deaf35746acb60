// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/status_table.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "command/terminal.h"
#include "dataset/workbook.h"
#include "text/collate.h"

namespace lagesbild {
namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t name_columns = 26;  // "Enskede-Årsta-Vantör" has 20
constexpr std::size_t year_columns = 6;
constexpr std::size_t years_a_block = (columns - name_columns) / year_columns;
constexpr std::size_t most_unread = 10;  // named
constexpr std::size_t most_review = 5;

/// What a district has for a year. A later one is the better news, and shown.
enum class Mark { missing, rejected, review, ok };

struct Shown {
  const char* sign;
  const char* color;  // of ANSI's eight
};

Shown shown(Mark mark) {
  switch (mark) {
    case Mark::missing:
      return {"–", "31"};
    case Mark::rejected:
      return {"✗", "31"};
    case Mark::review:
      return {"✓?", "33"};
    case Mark::ok:
      return {"✓", "32"};
  }
  return {"", "0"};
}

/// District, then year.
using Grid = std::map<std::string, std::map<std::string, Mark>>;

void put(Grid& grid, const std::string& district, const std::string& period, Mark mark) {
  if (district.empty() || period.size() < 4) return;
  Mark& there = grid[harmless(district)].try_emplace(period.substr(0, 4), mark).first->second;
  there = std::max(there, mark);
}

Grid grid_of(const Summary& summary) {
  Grid grid;
  for (const auto& one : summary.missing) put(grid, one.district, one.year, Mark::missing);
  for (const auto& one : summary.attention)
    if (one.state != "review") put(grid, one.district, one.period, Mark::rejected);
  for (const auto& one : summary.covered)
    put(grid, one.district, one.period, one.state == "ok" ? Mark::ok : Mark::review);
  return grid;
}

std::string painted(const Shown& sign, std::size_t width, bool color) {
  const std::string text = fitted(sign.sign, width);
  return color ? fmt::format("\x1b[{}m{}\x1b[0m", sign.color, text) : text;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string block_of(const Grid& grid, const std::vector<std::string>& districts,
                     const std::vector<std::string>& years, bool color) {
  std::string line(name_columns, ' ');
  for (const std::string& year : years) line += fitted(year, year_columns);
  std::string out = without_trailing_spaces(line);
  for (const std::string& district : districts) {
    line = fitted(district, name_columns - 1) + ' ';
    const auto& marks = grid.at(district);
    for (const std::string& year : years) {
      const auto found = marks.find(year);
      line += found == marks.end() ? std::string(year_columns, ' ')
                                   : painted(shown(found->second), year_columns, color);
    }
    out += without_trailing_spaces(line);
  }
  return out;
}

std::string grid_text(const Grid& grid, bool color, const Messages& say) {
  std::vector<std::string> districts;
  std::set<std::string> all_years;
  for (const auto& [district, marks] : grid) {
    districts.push_back(district);
    for (const auto& [year, mark] : marks) all_years.insert(year);
  }
  std::ranges::sort(districts,
                    [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  const std::vector<std::string> years(all_years.begin(), all_years.end());
  std::string out;
  for (std::size_t at = 0; at < years.size(); at += years_a_block) {
    const std::size_t end = std::min(at + years_a_block, years.size());
    const auto first = years.begin() + static_cast<std::ptrdiff_t>(at);
    out += block_of(grid, districts, {first, years.begin() + static_cast<std::ptrdiff_t>(end)},
                    color) +
           '\n';
  }
  if (out.empty()) return "";
  return out + say("status.legend") + "\n\n";
}

std::string counts_text(const Summary& summary, const Messages& say) {
  const std::int64_t told =
      summary.ok + summary.review + summary.rejected + summary.unopened + summary.failed;
  std::string out = say("status.files", {{"files", summary.files},
                                         {"ok", summary.ok},
                                         {"review", summary.review},
                                         {"rejected", summary.rejected + summary.unopened},
                                         {"failed", summary.failed}});
  if (told < summary.files) out += say("status.same", {{"files", summary.files - told}});
  if (summary.gone > 0) out += say("status.gone", {{"files", summary.gone}});
  const std::int64_t stated = summary.positive + summary.unchanged + summary.negative;
  out += '\n' + say("status.areas", {{"areas", summary.assessments},
                                     {"positive", summary.positive},
                                     {"unchanged", summary.unchanged},
                                     {"negative", summary.negative},
                                     {"unstated", summary.assessments - stated},
                                     {"review", summary.to_review}});
  out += '\n';
  if (!summary.missing.empty())
    out += say("status.missing", {{"reports", summary.missing.size()}}) + '\n';
  return out;
}

/// `text` under a heading, broken between words where it would pass the last column.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string out, line(indent, ' ');
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (width_of(line) > indent && width_of(line) + 1 + width_of(word) > columns) {
      out += line + '\n';
      line = std::string(indent, ' ');
    }
    line += (width_of(line) > indent ? " " : "") + word;
    at = end + 1;
  }
  return out + line + '\n';
}

std::string unread_text(const Summary& summary, const Messages& say) {
  const auto all = static_cast<std::size_t>(summary.rejected + summary.unopened + summary.failed);
  if (all == 0) return "";
  std::string out = '\n' + say("status.unread") + '\n';
  std::size_t named = 0;
  for (const auto& one : summary.attention) {
    if (one.state == "review" || named == most_unread) continue;
    ++named;
    out += fmt::format("  {} ({})\n", harmless(one.path), harmless(one.code));
    out += wrapped(harmless(one.message), 4);
  }
  if (all > named) out += "  " + say("status.unread.more", {{"files", all - named}}) + '\n';
  return out;
}

std::string review_text(const Summary& summary, const Messages& say) {
  std::vector<Summary::Attention> files;
  for (const auto& one : summary.attention)
    if (one.state == "review") files.push_back(one);
  if (files.empty()) return "";
  std::ranges::stable_sort(files, std::ranges::greater(), &Summary::Attention::to_review);
  std::string out = '\n' + say("status.review") + '\n';
  for (std::size_t i = 0; i < std::min(files.size(), most_review); ++i)
    out += "  " +
           say("status.review.file",
               {{"file", harmless(files[i].path)}, {"areas", files[i].to_review}}) +
           '\n';
  if (files.size() > most_review)
    out += "  " +
           say("status.more", {{"files", static_cast<std::size_t>(summary.review) - most_review}}) +
           '\n';
  return out;
}

/// `word` as a shell takes it.
std::string quoted(const std::string& word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./+:,@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string next_text(const Summary& summary, const std::string& dataset, const Messages& say) {
  const std::string data = harmless(quoted(dataset));
  const std::string workbook = harmless(quoted(dataset + "/" + workbook_name));
  std::string out = '\n' + say("status.next") + '\n';
  if (!summary.finished_at)
    out += fmt::format("  lagesbild ingest {} --dataset {}   # {}\n", say("status.folder"), data,
                       say("status.next.broken"));
  if (summary.failed > 0)
    out += fmt::format("  lagesbild ingest {} --dataset {} --retry-failed --timeout 120\n",
                       say("status.folder"), data);
  out += "  " + (summary.review > 0 ? say("status.next.sheet",
                                          {{"workbook", workbook}, {"sheet", review_sheet_name}})
                                    : say("status.next.workbook", {{"workbook", workbook}}));
  return out + fmt::format("\n  lagesbild explain {}   # {}\n", say("status.file"),
                           say("status.next.explain"));
}

}  // namespace

TableStyle style_for(const std::string& dataset) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool wanted = !(no_color && *no_color);
  const bool can = terminal && *terminal && std::string_view(terminal) != "dumb";
  return {wanted && can && ::isatty(STDOUT_FILENO) == 1, dataset};
}

std::string status_table(const Summary& summary, const TableStyle& style, const Messages& say) {
  return grid_text(grid_of(summary), style.color, say) + counts_text(summary, say) +
         unread_text(summary, say) + review_text(summary, say) +
         next_text(summary, style.dataset, say);
}

}  // namespace lagesbild
