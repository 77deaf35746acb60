// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/export.h"

#include <algorithm>
#include <iostream>

#include "command/command.h"
#include "command/disclosure_options.h"
#include "command/settings.h"
#include "command/terminal.h"

namespace lagesbild {
namespace {

namespace po = boost::program_options;

constexpr Usage usage = {
    "[options] --dataset DIR",
    "Writes the files that others open from a dataset: CSV files, the same for a double click\n"
    "in Excel, JSON Lines, a workbook, and their descriptions. They lie beside the dataset, or\n"
    "in another folder. What has not changed is left alone.",
    "  lagesbild export --dataset lagesbilder\n"
    "  lagesbild export --dataset lagesbilder --format csv,datapackage --output to-publish\n"};

constexpr std::string_view every_format = "all";

std::string list_of_formats() {
  std::string list;
  for (const ExportFormatName& one : export_formats()) list += std::string(one.name) + ", ";
  return list + std::string(every_format);
}

/// The formats that `list` ("csv,xlsx") names.
Result<std::set<ExportFormat>> formats_in(std::string_view list) {
  std::set<ExportFormat> formats;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view name = list.substr(0, end);
    list.remove_prefix(std::min(list.size(), end + 1));
    const auto known = export_formats();
    const auto found = std::ranges::find(known, name, &ExportFormatName::name);
    if (name == every_format)
      formats.merge(all_export_formats());
    else if (found != known.end())
      formats.insert(found->format);
    else
      return Problem{
          "usage",
          Severity::error,
          {},
          "--format is one or more of " + list_of_formats() + ", not '" + std::string(name) + "'"};
  }
  if (formats.empty()) return Problem{"usage", Severity::error, {}, "--format names no format"};
  return formats;
}

Options export_options() {
  Options options;
  options.listed.add_options()("dataset", po::value<std::string>()->value_name("DIR"),
                               "folder of the dataset")(
      "format",
      po::value<std::string>()->value_name("LIST")->default_value(std::string(every_format)),
      ("what to write, separated by commas: " + list_of_formats()).c_str())(
      "output", po::value<std::string>()->value_name("DIR"),
      "folder to write to, made where it is missing; the dataset's own without it");
  add_disclosure_options(options.listed);
  return options;
}

void tell_written(const Arguments& arguments, const std::string& folder,
                  const std::vector<Written>& files) {
  const auto changed = std::ranges::count(files, true, &Written::changed);
  std::cerr << arguments.program << ": " << files.size() << (files.size() == 1 ? " file" : " files")
            << " in " << harmless(folder) << ", " << changed << " new or changed\n";
}

}  // namespace

int run_export(const Arguments& arguments) {
  Options options = export_options();
  const auto parsed = layered_options_of(arguments, usage, options, "");
  if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
  const auto& given = std::get<po::variables_map>(parsed);
  if (given.count("dataset") == 0)
    return wrong_usage(arguments, "name a dataset with --dataset DIR");
  const auto formats = formats_in(given["format"].as<std::string>());
  if (!formats) return unusable(arguments, formats.problem());

  const std::string& dataset = given["dataset"].as<std::string>();
  const std::string folder =
      given.count("output") > 0 ? given["output"].as<std::string>() : dataset;
  const Result<GivenDisclosure> disclosure = disclosure_given(given);
  if (!disclosure) return unusable(arguments, disclosure.problem());
  Result<Store> store = Store::opened(dataset, Store::For::reading);
  if (!store) return unusable(arguments, store.problem());
  const auto written = export_all(*store, folder, *formats, disclosure->disclosure);
  if (!written) return unusable(arguments, written.problem());
  tell_written(arguments, folder, *written);
  tell_masked(arguments, *store, *disclosure);
  return exit_done;
}

}  // namespace lagesbild
