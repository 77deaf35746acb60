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

std::string grid_text(const Grid& grid, bool color) {
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
  return out + "✓ read   ✓? read, to review   ✗ rejected   – missing\n\n";
}

std::string plural(std::int64_t number, const char* one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string counts_text(const Summary& summary) {
  std::string out =
      fmt::format("{}: {} ok, {} to review, {} rejected, {} failed", plural(summary.files, "file"),
                  summary.ok, summary.review, summary.rejected + summary.unopened, summary.failed);
  const std::int64_t told =
      summary.ok + summary.review + summary.rejected + summary.unopened + summary.failed;
  if (told < summary.files) out += fmt::format(", {} the same as another", summary.files - told);
  if (summary.gone > 0) out += fmt::format("; {} gone", summary.gone);
  out += fmt::format("\n{}: {} positive, {} unchanged, {} negative, {} not stated; {} to review\n",
                     plural(summary.assessments, "area"), summary.positive, summary.unchanged,
                     summary.negative,
                     summary.assessments - summary.positive - summary.unchanged - summary.negative,
                     summary.to_review);
  if (!summary.missing.empty())
    out += plural(static_cast<std::int64_t>(summary.missing.size()), "report") + " missing\n";
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

std::string unread_text(const Summary& summary) {
  const auto all = static_cast<std::size_t>(summary.rejected + summary.unopened + summary.failed);
  if (all == 0) return "";
  std::string out = "\nNot read:\n";
  std::size_t named = 0;
  for (const auto& one : summary.attention) {
    if (one.state == "review" || named == most_unread) continue;
    ++named;
    out += fmt::format("  {} ({})\n", harmless(one.path), harmless(one.code));
    out += wrapped(harmless(one.message), 4);
  }
  if (all > named) out += fmt::format("  … and {} more; problems.csv has them all\n", all - named);
  return out;
}

std::string review_text(const Summary& summary) {
  std::vector<Summary::Attention> files;
  for (const auto& one : summary.attention)
    if (one.state == "review") files.push_back(one);
  if (files.empty()) return "";
  std::ranges::stable_sort(files, std::ranges::greater(), &Summary::Attention::to_review);
  std::string out = "\nTo review, most first:\n";
  for (std::size_t i = 0; i < std::min(files.size(), most_review); ++i)
    out += fmt::format("  {}: {}\n", harmless(files[i].path), plural(files[i].to_review, "area"));
  if (files.size() > most_review)
    out += fmt::format("  … and {} more\n", static_cast<std::size_t>(summary.review) - most_review);
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

std::string next_text(const Summary& summary, const std::string& dataset) {
  const std::string data = harmless(quoted(dataset));
  std::string out = "\nNext:\n";
  if (!summary.finished_at)
    out += "  lagesbild ingest FOLDER --dataset " + data + "   # it was broken off: goes on\n";
  if (summary.failed > 0)
    out += "  lagesbild ingest FOLDER --dataset " + data + " --retry-failed --timeout 120\n";
  if (summary.review > 0)
    out += fmt::format("  open {}, sheet \"{}\"\n", harmless(quoted(dataset + "/" + workbook_name)),
                       review_sheet_name);
  else
    out += "  open " + harmless(quoted(dataset + "/" + workbook_name)) + "\n";
  return out + "  lagesbild explain FILE   # why a report was read as it was\n";
}

}  // namespace

TableStyle style_for(const std::string& dataset) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool wanted = !(no_color && *no_color);
  const bool can = terminal && *terminal && std::string_view(terminal) != "dumb";
  return {wanted && can && ::isatty(STDOUT_FILENO) == 1, dataset};
}

std::string status_table(const Summary& summary, const TableStyle& style) {
  return grid_text(grid_of(summary), style.color) + counts_text(summary) + unread_text(summary) +
         review_text(summary) + next_text(summary, style.dataset);
}

}  // namespace lagesbild
