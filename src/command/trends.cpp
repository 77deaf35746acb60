// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trends/trends.h"

#include <algorithm>

#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/language.h"
#include "command/output.h"
#include "command/settings.h"
#include "command/trends_text.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR",
    "Compares districts and areas over the years: what each report states of the change since\n"
    "the year before, what turned, what went on, and how many reports there are.",
    "  lagesbild trends --dataset data\n"
    "  lagesbild trends --dataset data --district Farsta --period 2020..2023\n"
    "  lagesbild trends --dataset data --scope local --format csv > trends.csv\n"};

bool is_year(const std::string& text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "2020..2023", "2020..", "..2023" or "2021".
std::optional<Problem> put_period(const std::string& text, TrendChoice& choice) {
  const std::size_t dots = text.find("..");
  choice.from = text.substr(0, dots);
  choice.to = dots == std::string::npos ? text : text.substr(dots + 2);
  const bool open = dots != std::string::npos;
  for (const std::string& year : {choice.from, choice.to})
    if (!is_year(year) && !(open && year.empty()))
      return Problem{"usage",
                     Severity::error,
                     {},
                     "'" + text + "' is no period; write 2020..2023, 2020.., ..2023 or 2021"};
  return std::nullopt;
}

Result<TrendChoice> choice_of(const po::variables_map& given) {
  TrendChoice choice;
  if (given.count("district") > 0)
    choice.districts = given["district"].as<std::vector<std::string>>();
  if (given.count("area") > 0) choice.areas = given["area"].as<std::vector<std::string>>();
  if (given.count("scope") > 0) {
    const std::string scope = given["scope"].as<std::string>();
    if (scope != name_of(Scope::city) && scope != name_of(Scope::local))
      return Problem{
          "usage", Severity::error, {}, "'" + scope + "' is no scope; use city or local"};
    choice.scope = scope == name_of(Scope::city) ? Scope::city : Scope::local;
  }
  if (given.count("period") > 0)
    if (auto problem = put_period(given["period"].as<std::string>(), choice)) return *problem;
  return choice;
}

Options trends_options() {
  Options options;
  auto add = options.listed.add_options();
  add("dataset", po::value<std::string>()->value_name("DIR"), "folder of the dataset");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text, csv or json");
  add("district", po::value<std::vector<std::string>>()->value_name("NAME"),
      "only this district, with those it took over from (again for more)");
  add("area", po::value<std::vector<std::string>>()->value_name("TITLE"),
      "only this area, by title or id (again for more)");
  add("scope", po::value<std::string>()->value_name("city|local"),
      "only the city's or local areas");
  add("period", po::value<std::string>()->value_name("A..B"), "only these years");
  add_disclosure_options(options.listed);
  add_language_option(options.listed);
  return options;
}

/// Titles as they may be shown; all free text that trends hold.
void show_titles(Trends& trends, const Disclosure& disclosure) {
  if (!disclosure.masked) return;
  for (TrendArea& area : trends.areas) {
    area.title = disclosure.masked(area.title);
    for (std::string& title : area.titles) title = disclosure.masked(title);
  }
  for (TrendRow& row : trends.rows)
    for (TrendCell& cell : row.cells) cell.title = disclosure.masked(cell.title);
}

}  // namespace

int run_trends(const Arguments& arguments) {
  Options options = trends_options();
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0) return wrong_usage(arguments, "name a dataset with --dataset");
  const std::string format = given["format"].as<std::string>();
  if (format != "text" && format != "csv" && format != "json")
    return wrong_usage(arguments, "unknown format '" + format + "'; use text, csv or json");
  const Result<Language> language = language_of(given);
  if (!language) return unusable(arguments, language.problem());
  const Result<TrendChoice> choice = choice_of(given);
  if (!choice) return unusable(arguments, choice.problem());
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());

  Result<Store> store = Store::opened(given["dataset"].as<std::string>(), Store::For::reading);
  if (!store) return unusable(arguments, store.problem());
  Result<Trends> all = trends_of(*store);
  if (!all) return unusable(arguments, all.problem());
  Result<Trends> trends = chosen(*std::move(all), *choice);
  if (!trends) return unusable(arguments, trends.problem());
  show_titles(*trends, disclosure->disclosure);
  const std::string out = format == "csv"    ? trends_csv(*trends)
                          : format == "json" ? trends_json(*trends)
                                             : trends_text(*trends, Messages(*language));
  return print(out) ? exit_done : exit_failed;
}

}  // namespace lagesbild
