// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

/// Paths of tests have no quotes.
std::string quoted(const std::string& word) { return "'" + word + "'"; }

Cells cells_in(const std::string& json) {
  return nlohmann::json::parse(json, nullptr, false).get<Cells>();
}

constexpr const char* read_csv = R"py(
import csv, json, sys
csv.field_size_limit(1 << 30)
with open(sys.argv[1], encoding=sys.argv[3], newline='') as file:
    rows = list(csv.reader(file, delimiter=sys.argv[2], strict=True))
print(json.dumps(rows))
)py";

}  // namespace

std::string printed_by(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) {
    ADD_FAILURE() << "cannot run " << command;
    return out;
  }
  char bytes[1 << 16];
  while (const std::size_t size = std::fread(bytes, 1, sizeof bytes, pipe)) out.append(bytes, size);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return out;
}

std::string member_of(const std::string& archive, const std::string& name) {
  return printed_by(
      "python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1])"
      ".read(sys.argv[2]))' " +
      quoted(archive) + " " + name);
}

Cells cells_by_python(const std::string& path, char delimiter, const std::string& encoding) {
  const TemporaryFolder folder;
  return cells_in(printed_by("python3 " + quoted(folder.file("read.py", read_csv)) + " " +
                             quoted(path) + " " + quoted(std::string(1, delimiter)) + " " +
                             encoding));
}

Cells cells_by_sqlite(const std::string& path) {
  // The shell's .import takes the columns' names from the first row; .mode json gives them back.
  const std::string json =
      printed_by("sqlite3 :memory: '.import --csv " + path + " t' '.mode json' 'SELECT * FROM t'");
  const auto objects = nlohmann::ordered_json::parse(json, nullptr, false);
  Cells rows;
  for (const auto& object : objects) {
    if (rows.empty()) {
      rows.emplace_back();
      for (const auto& [name, value] : object.items()) rows.back().push_back(name);
    }
    rows.emplace_back();
    for (const auto& [name, value] : object.items()) rows.back().push_back(value);
  }
  return rows;
}

namespace {

/// What Calc makes of files: each sheet as a CSV file, named "FILE-SHEET" for workbooks.
std::vector<OpenedSheet> converted(const std::string& options,
                                   const std::vector<std::string>& paths) {
  // Tokens of Calc's filter: delimiter, quote, UTF-8, first line; texts quoted, all sheets.
  constexpr const char* to_csv =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1";
  const TemporaryFolder folder;
  std::string command = "soffice -env:UserInstallation=file://" + (folder / "profile") +
                        " --headless " + options + " --convert-to " + quoted(to_csv) +
                        " --outdir " + quoted(folder / "out");
  for (const std::string& path : paths) command += " " + quoted(path);
  printed_by(command + " 2>/dev/null");
  std::vector<OpenedSheet> sheets;
  for (const auto& entry : fs::directory_iterator(folder / "out")) {
    const std::string stem = entry.path().stem().string();
    const std::size_t dash = stem.find('-');
    sheets.push_back({dash == std::string::npos ? stem : stem.substr(dash + 1),
                      cells_by_python(entry.path().string(), ',', "utf-8")});
  }
  std::ranges::sort(sheets, {}, &OpenedSheet::name);
  return sheets;
}

}  // namespace

std::vector<OpenedSheet> sheets_by_calc(const std::string& workbook) {
  return converted("", {workbook});
}

std::vector<OpenedSheet> excel_csv_by_calc(const std::vector<std::string>& paths) {
  // ';', Swedish, formulas evaluated.
  return converted(
      "--infilter='Text - txt - csv "
      "(StarCalc):59,34,76,1,,1053,false,true,false,false,false,0,true'",
      paths);
}

TEST(Programs, ReadTheSameCells) {
  const TemporaryFolder folder;
  const Cells cells = {{"a", "b"}, {"1", "två; \"tre\"\nfyra"}};
  const std::string text = "\"två; \"\"tre\"\"\nfyra\"\r\n";
  const std::string comma = folder.file("comma.csv", "a,b\r\n1," + text);
  EXPECT_EQ(cells_by_python(comma, ',', "utf-8"), cells);
  EXPECT_EQ(cells_by_sqlite(comma), cells);
  const auto sheets = excel_csv_by_calc({folder.file("semicolon.csv",
                                                     "\xEF\xBB\xBF"
                                                     "a;b\r\n=0+1;" +
                                                         text)});
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].cells, cells) << "Calc computes formulas";
}

}  // namespace lagesbild
