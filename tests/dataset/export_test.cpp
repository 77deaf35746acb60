// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// All exports of a dataset with everything in it, opened by other programs.
#include "dataset/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "dataset/export_sample.h"
#include "dataset/export_tables.h"
#include "dataset/json_lines.h"
#include "dataset/nasty.h"
#include "dataset/programs.h"
#include "dataset/spreadsheet.h"
#include "dataset/workbook.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::map<std::string, std::string> files_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

std::vector<Written> exported(const std::string& dataset, const std::string& to,
                              const std::set<ExportFormat>& formats = all_export_formats()) {
  Result<Store> store = Store::opened(dataset, Store::For::reading);
  EXPECT_TRUE(store) << store.problem().what;
  const auto written = export_all(*store, to, formats, {});
  EXPECT_TRUE(written) << written.problem().what;
  return *written;
}

/// The exports of the sample, made once.
class Exports : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    export_sample::make_dataset(*folder_ / "dataset", export_sample::files());
    exported(*folder_ / "dataset", *folder_ / "out");
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::string out(const std::string& name) { return *folder_ / ("out/" + name); }
  static Cells table(const std::string& name) {
    return cells_by_python(out(name + ".csv"), ',', "utf-8");
  }
  static TemporaryFolder* folder_;
};
TemporaryFolder* Exports::folder_ = nullptr;

std::vector<std::string> column(const Cells& cells, const std::string& name) {
  const auto at = std::ranges::find(cells.at(0), name) - cells.at(0).begin();
  std::vector<std::string> values;
  for (std::size_t i = 1; i < cells.size(); ++i)
    values.push_back(cells[i].at(static_cast<std::size_t>(at)));
  return values;
}

// ---- which files --------------------------------------------------------------------------------

TEST_F(Exports, AreTheseFiles) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files_in(out(""))) names.push_back(name);
  EXPECT_THAT(
      names,
      ElementsAre("areas.csv", "areas.excel.csv", "assessments.csv", "assessments.excel.csv",
                  "corrections.csv", "corrections.excel.csv", "datapackage.json", "districts.csv",
                  "districts.excel.csv", "lagesbild.xlsx", "metadata.json", "problems.csv",
                  "problems.excel.csv", "reports.csv", "reports.excel.csv", "reports.jsonl"));
}

TEST_F(Exports, ChangeNothingTheSecondTime) {
  struct stat before = {}, after = {};
  ::stat(out(workbook_name).c_str(), &before);
  for (const Written& one : exported(*folder_ / "dataset", out("")))
    EXPECT_FALSE(one.changed) << one.name;
  ::stat(out(workbook_name).c_str(), &after);
  EXPECT_EQ(before.st_ino, after.st_ino);
}

TEST_F(Exports, RemoveWhatAKilledRunLeft) {
  const TemporaryFolder other;
  fs::create_directory(other / ".rows.part");
  other.file(".rows.part/tmp.abcdefghij", "rows of a sheet");
  other.file(".areas.csv.part", "id");
  exported(*folder_ / "dataset", other / "");
  EXPECT_EQ(files_in(other / ""), files_in(*folder_ / "out"));
}

TEST_F(Exports, AreTheSameWhateverTheOrder) {
  std::vector<export_sample::File> files = export_sample::files();
  std::ranges::reverse(files);
  export_sample::make_dataset(*folder_ / "reversed", files);
  exported(*folder_ / "reversed", *folder_ / "reversed-out");
  const auto expected = files_in(out("")), found = files_in(*folder_ / "reversed-out");
  ASSERT_EQ(found.size(), expected.size());
  for (const auto& [name, bytes] : expected) EXPECT_TRUE(found.at(name) == bytes) << name;
}

TEST_F(Exports, DoNotTellThePlaceOrTheClock) {
  for (const auto& [name, bytes] : files_in(out(""))) {
    EXPECT_THAT(bytes, testing::Not(HasSubstr("2024-01-01T00"))) << name;
    EXPECT_THAT(bytes, testing::Not(HasSubstr(*folder_ / ""))) << name;
  }
}

TEST(Export, WritesOnlyWhatIsAskedFor) {
  const TemporaryFolder folder;
  export_sample::make_dataset(folder / "dataset", export_sample::files());
  exported(folder / "dataset", folder / "a", {ExportFormat::jsonl, ExportFormat::datasette});
  EXPECT_EQ(files_in(folder / "a").size(), 2u);
  exported(folder / "dataset", folder / "b", {ExportFormat::datapackage});
  EXPECT_EQ(files_in(folder / "b").size(), 7u) << "with the CSV files that it describes";
}

TEST(Export, OfAnEmptyDatasetHasHeadsAlone) {
  const TemporaryFolder folder;
  export_sample::make_dataset(folder / "dataset", {});
  exported(folder / "dataset", folder / "out");
  EXPECT_EQ(cells_by_python(folder / "out/assessments.csv", ',', "utf-8").size(), 1u);
  EXPECT_EQ(files_in(folder / "out").at("reports.jsonl"), "");
  EXPECT_EQ(sheets_by_calc(folder / "out/lagesbild.xlsx").size(), 5u);
}

TEST(Export, TellsWhereItCannotWrite) {
  const TemporaryFolder folder;
  export_sample::make_dataset(folder / "dataset", export_sample::files());
  folder.file("file", "");
  Result<Store> store = Store::opened(folder / "dataset", Store::For::reading);
  ASSERT_TRUE(store);
  const auto written = export_all(*store, folder / "file", all_export_formats(), {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, "output");
}

// ---- CSV ----------------------------------------------------------------------------------------

TEST_F(Exports, CsvHoldsEveryTextUnharmed) {
  const Cells cells = table("assessments");
  const auto comments = column(cells, "comment");
  for (const NastyText& one : nasty_texts()) EXPECT_THAT(comments, Contains(one.text)) << one.says;
}

TEST_F(Exports, CsvIsTheSameForEveryReader) {
  for (const ExportTable& one : export_tables()) {
    const std::string name(one.name);
    EXPECT_EQ(table(name), cells_by_sqlite(out(name + ".csv"))) << name;
  }
}

TEST_F(Exports, CsvRowsStandInOrderAndSayWhichCount) {
  const Cells reports = table("reports");
  EXPECT_THAT(column(reports, "path"),
              ElementsAre("endless.pdf", "letter.pdf", "odd/=1+1 %FF 'x\".pdf", "2022/farsta.pdf",
                          testing::StartsWith("2023/farsta"), testing::StartsWith("2023/farsta")));
  EXPECT_THAT(
      column(reports, "state"),
      testing::UnorderedElementsAre("failed", "rejected", "review", "ok", "review", "review"));
  const auto counts = column(reports, "counts");
  EXPECT_EQ(std::ranges::count(counts, "1"), 3) << "one of the two of 2023 does not";
  EXPECT_THAT(column(table("problems"), "code"), Contains("two_reports"));
  EXPECT_THAT(column(table("problems"), "path"), Contains("locked.pdf")) << "never opened";
}

TEST_F(Exports, CsvSaysWhatAndWhere) {
  const Cells cells = table("assessments");
  const std::size_t row = 1;  // the first of Bromma
  const auto value = [&](const char* name) { return column(cells, name).at(row - 1); };
  EXPECT_EQ(value("district"), "Bromma");
  EXPECT_EQ(value("position"), "1");
  EXPECT_EQ(value("change"), "positive");
  EXPECT_EQ(value("basis"), "reference");
  EXPECT_EQ(value("reference"), "local:9.1");
  EXPECT_EQ(value("page"), "1");
  EXPECT_EQ(value("box"), "72.00 100.25 523.50 120.00");
  EXPECT_EQ(value("confidence"), "975");
  EXPECT_EQ(value("area_title"), "Unga i risk");
}

/// As Calc shows what Python read: it knows one line break.
Cells as_shown(Cells cells) {
  for (auto& row : cells)
    for (std::string& cell : row) std::ranges::replace(cell, '\r', '\n');
  return cells;
}

TEST_F(Exports, ExcelVariantOpensInCalcCellByCell) {
  std::vector<std::string> paths;
  for (const ExportTable& one : export_tables())
    paths.push_back(out(std::string(one.name) + ".excel.csv"));
  const auto sheets = excel_csv_by_calc(paths);
  ASSERT_EQ(sheets.size(), paths.size());
  for (const OpenedSheet& one : sheets)
    EXPECT_EQ(one.cells, as_shown(cells_by_python(out(one.name + ".csv"), ';', "utf-8-sig")))
        << one.name;
}

// ---- workbook -----------------------------------------------------------------------------------

Cells sheet(const std::vector<OpenedSheet>& sheets, const std::string& name) {
  const auto found = std::ranges::find(sheets, name, &OpenedSheet::name);
  EXPECT_NE(found, sheets.end()) << name;
  return found == sheets.end() ? Cells{{}} : found->cells;
}

/// What the sheet Data shows for a value of the CSV file.
std::string shown(const Column& column, const std::string& value) {
  const std::string label(label_of(column.categories, value));
  const bool change = column.name == "change";
  if (change || column.name == "suggested_change") {
    if (value.empty()) return change ? "· ej angiven" : "";
    return (value == "positive" ? "▲ " : value == "negative" ? "▼ " : "▬ ") + label;
  }
  return fitting_cell(label);
}

/// The sheet Data against assessments.csv, cell by cell.
void expect_data(const Cells& data, const Cells& csv) {
  ASSERT_EQ(data.size(), csv.size());
  const ExportTable& columns = export_tables()[0];
  for (std::size_t i = 0; i < columns.columns.size(); ++i)
    EXPECT_EQ(data[0][i], columns.columns[i].title);
  for (std::size_t row = 1; row < csv.size(); ++row)
    for (std::size_t i = 0; i < columns.columns.size(); ++i)
      EXPECT_EQ(data[row][i], shown(columns.columns[i], csv[row][i])) << columns.columns[i].name;
}

void expect_overview(const Cells& cells) {
  EXPECT_THAT(cells[0], ElementsAre("Stadsdelsområde", "Period", "▲ positiv", "▬ oförändrad",
                                    "▼ negativ", "· ej angiven", "Att granska", "Unga i risk",
                                    "Ordningsvakter", "Kameraövervakning"));
  EXPECT_THAT(cells, Contains(ElementsAre("Farsta", "2022-12", "1", "1", "1", "1", "0", "▲ positiv",
                                          "▬ oförändrad", "· ej angiven")));
  EXPECT_THAT(cells, Contains(ElementsAre("Bromma", "2023", "saknas", "saknas", "saknas", "saknas",
                                          "saknas", "saknas", "saknas", "saknas")));
  EXPECT_EQ(cells.size(), 7u) << "3 reports, and 3 that are missing";
}

void expect_missing(const Cells& cells) {
  EXPECT_THAT(cells,
              ElementsAre(testing::_, ElementsAre("2022", "Kista", "kista", "saknas", "2", "3"),
                          ElementsAre("2023", "Bromma", "bromma", "saknas", "1", "3"),
                          ElementsAre("2023", "Järva", "jarva", "saknas", "1", "3")));
}

void expect_review(const Cells& cells) {
  const auto columns = review_columns();
  ASSERT_EQ(cells[0].size(), columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) EXPECT_EQ(cells[0][i], columns[i].title);
  const std::size_t marked = nasty_texts().size();
  ASSERT_GT(cells.size(), marked);
  for (std::size_t i = 0; i < marked; ++i) {
    const auto& row = cells[i + 1];
    EXPECT_EQ(row[1].size(), 64u);
    EXPECT_EQ(row[2], std::to_string(5 + i));
    EXPECT_EQ(row[10], fitting_cell(nasty_texts()[i].text));
    EXPECT_EQ(row[11], "mixed late_label");
    EXPECT_THAT(row[12], HasSubstr("två förändringar"));
    EXPECT_THAT(row[12], HasSubstr("\n"));
    EXPECT_EQ(row[13], "") << "the answer is the person's";
  }
  const auto codes = column(cells, "Granska");
  for (const char* code :
       {"unplaced_text", "two_reports", "unknown_form", "unreadable", "time_limit"})
    EXPECT_THAT(codes, Contains(code));
  EXPECT_THAT(codes, testing::Not(Contains("hidden_text"))) << "for information only";
}

void expect_explanation(const Cells& cells) {
  EXPECT_THAT(cells, Contains(ElementsAre("Rapporter", "4")));
  EXPECT_THAT(cells, Contains(ElementsAre("Filer som inte kunde läsas", "3")));
  EXPECT_THAT(cells, Contains(ElementsAre("Saknade rapporter", "3")));
  EXPECT_THAT(column(cells, cells[0][0]), Contains("mixed"));
}

TEST_F(Exports, WorkbookOpensInCalc) {
  const auto sheets = sheets_by_calc(out(workbook_name));
  ASSERT_EQ(sheets.size(), 5u);
  expect_explanation(sheet(sheets, "Läs mig"));
  expect_overview(sheet(sheets, "Översikt"));
  expect_data(sheet(sheets, "Data"), table("assessments"));
  expect_review(sheet(sheets, review_sheet_name));
  expect_missing(sheet(sheets, "Saknade rapporter"));
}

TEST_F(Exports, WorkbookOffersTheAnswers) {
  const std::string xml = member_of(out(workbook_name), "xl/worksheets/sheet4.xml");
  EXPECT_THAT(xml, HasSubstr("sqref=\"N2:N" + std::to_string(nasty_texts().size() + 1) + "\""));
  for (const std::string& word : review_decisions()) EXPECT_THAT(xml, HasSubstr(word));
}

// ---- JSON Lines ---------------------------------------------------------------------------------

TEST_F(Exports, JsonLinesHaveEveryFile) {
  std::ifstream in(out(json_lines_name));
  std::vector<std::string> paths;
  for (std::string line; std::getline(in, line);) {
    const auto object = nlohmann::json::parse(line);
    paths.push_back(object["source"]["path"]);
    if (!paths.back().starts_with("odd/")) continue;
    for (std::size_t i = 0; i < nasty_texts().size(); ++i)
      EXPECT_EQ(object["assessments"][i + 4]["comment"], nasty_texts()[i].text);
  }
  EXPECT_THAT(paths, ElementsAre("2022/farsta.pdf", "2023/farsta-2.pdf", "2023/farsta.pdf",
                                 "copies/farsta.pdf", "endless.pdf", "letter.pdf", "locked.pdf",
                                 "odd/=1+1 %FF 'x\".pdf"));
}

}  // namespace
}  // namespace lagesbild
