// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/csv.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "dataset/nasty.h"
#include "dataset/programs.h"
#include "dataset/spreadsheet.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

std::string csv_of(const Row& row, const CsvDialect& dialect) {
  std::string out;
  append_csv(out, row, dialect);
  return out;
}

struct Case {
  const char* says;
  Row row;
  const char* plain;
  const char* excel;
};

const Case cases[] = {
    {"a missing value is empty", {Value(), std::string("a"), Value()}, ",a,\r\n", ";a;\r\n"},
    {"numbers are bare", {std::int64_t{-7}, std::int64_t{0}}, "-7,0\r\n", "-7;0\r\n"},
    {"quotes only where they must be",
     {std::string("a b"), std::string("a,b")},
     "a b,\"a,b\"\r\n",
     "a b;a,b\r\n"},
    {"each variant quotes its own delimiter", {std::string("a;b")}, "a;b\r\n", "\"a;b\"\r\n"},
    {"quotes are doubled", {std::string("\"a\"")}, "\"\"\"a\"\"\"\r\n", "\"\"\"a\"\"\"\r\n"},
    {"line breaks stay", {std::string("a\nb")}, "\"a\nb\"\r\n", "\"a\nb\"\r\n"},
    {"a formula is one only in the canonical file", {std::string("=1")}, "=1\r\n", "'=1\r\n"},
    {"a formula inside quotes is safe, too",
     {std::string("=\"a\"")},
     "\"=\"\"a\"\"\"\r\n",
     "\"'=\"\"a\"\"\"\r\n"},
    {"at, plus and minus",
     {std::string("@a"), std::string("+1"), std::string("- b")},
     "@a,+1,- b\r\n",
     "'@a;'+1;'- b\r\n"},
    {"a tab", {std::string("\ta")}, "\ta\r\n", "'\ta\r\n"},
    {"a dash that is no minus", {std::string("– a")}, "– a\r\n", "– a\r\n"},
};

TEST(Csv, WritesRows) {
  for (const Case& c : cases) {
    EXPECT_EQ(csv_of(c.row, rfc_4180), c.plain) << c.says;
    EXPECT_EQ(csv_of(c.row, excel_csv), c.excel) << c.says;
  }
}

TEST(Csv, MakesAZeroByteHarmlessForSpreadsheets) {
  EXPECT_EQ(csv_of({std::string("\0=1", 3)}, excel_csv), std::string("'\0=1\r\n", 6));
}

// ---- by other programs --------------------------------------------------------------------------

/// One row for each nasty text: what it is, the text, and a cell after it.
std::string file_of_nasty_texts(const CsvDialect& dialect) {
  std::string out(dialect.head);
  append_csv(out, {std::string("says"), std::string("text"), std::string("after")}, dialect);
  for (const NastyText& one : nasty_texts())
    append_csv(out, {one.says, one.text, std::string("after")}, dialect);
  return out;
}

void expect_nasty_texts(const Cells& cells, const char* reader) {
  ASSERT_EQ(cells.size(), nasty_texts().size() + 1) << reader;
  for (std::size_t i = 0; i < nasty_texts().size(); ++i) {
    const NastyText& one = nasty_texts()[i];
    EXPECT_EQ(cells[i + 1], (std::vector<std::string>{one.says, one.text, "after"}))
        << reader << ": " << one.says;
  }
}

TEST(Csv, ComesThroughOtherProgramsUnharmed) {
  const TemporaryFolder folder;
  const std::string path = folder.file("nasty.csv", file_of_nasty_texts(rfc_4180));
  expect_nasty_texts(cells_by_python(path, ',', "utf-8"), "Python");
  expect_nasty_texts(cells_by_sqlite(path), "SQLite");
}

/// What a spreadsheet shows of a text from Excel's variant.
std::string shown(const NastyText& one) {
  return one.formula ? "'" + one.text : fitting_cell(one.text);
}

TEST(Csv, ExcelVariantIsCsvWithAByteOrderMark) {
  const TemporaryFolder folder;
  const std::string bytes = file_of_nasty_texts(excel_csv);
  EXPECT_EQ(bytes.substr(0, 8), "\xEF\xBB\xBFsays;");
  const Cells cells = cells_by_python(folder.file("nasty.csv", bytes), ';', "utf-8-sig");
  ASSERT_EQ(cells.size(), nasty_texts().size() + 1);
  for (std::size_t i = 0; i < nasty_texts().size(); ++i)
    EXPECT_EQ(cells[i + 1][1], shown(nasty_texts()[i])) << nasty_texts()[i].says;
}

TEST(Csv, ExcelVariantComputesNothingInCalc) {
  const TemporaryFolder folder;
  const auto sheets = excel_csv_by_calc({folder.file("nasty.csv", file_of_nasty_texts(excel_csv))});
  ASSERT_EQ(sheets.size(), 1u);
  ASSERT_EQ(sheets[0].cells.size(), nasty_texts().size() + 1);
  for (std::size_t i = 0; i < nasty_texts().size(); ++i) {
    const NastyText& one = nasty_texts()[i];
    const auto& cells = sheets[0].cells[i + 1];
    EXPECT_EQ(cells[0], one.says);
    std::string expected = shown(one);
    std::ranges::replace(expected, '\r', '\n');  // Calc knows one line break
    EXPECT_EQ(cells[1], expected) << one.says;
    EXPECT_EQ(cells[2], "after") << one.says;
  }
}

// ---- spreadsheets' limits -----------------------------------------------------------------------

TEST(Spreadsheet, CutsWhatACellDoesNotHold) {
  const std::string fits(cell_limit, 'x');
  EXPECT_EQ(fitting_cell(fits), fits);
  const std::string cut = fitting_cell(fits + "y");
  EXPECT_LE(cut.size(), cell_limit);
  EXPECT_TRUE(cut.starts_with(std::string(32'000, 'x')));
  EXPECT_NE(cut.find("assessments.csv"), std::string::npos) << "where the whole text is";
}

TEST(Spreadsheet, CountsAsExcelDoes) {
  std::string letters, faces;  // two bytes and one unit; four bytes and two units
  for (std::size_t i = 0; i < cell_limit; ++i) letters += "å";
  for (std::size_t i = 0; i < cell_limit / 2 + 1; ++i) faces += "😀";
  EXPECT_EQ(fitting_cell(letters), letters);
  const std::string cut = fitting_cell(faces);
  EXPECT_NE(cut, faces);
  EXPECT_EQ(cut.substr(0, 400), faces.substr(0, 400));
}

TEST(Spreadsheet, EscapesWhatXlsxCannotCarry) {
  EXPECT_EQ(xlsx_text("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(xlsx_text("\xEF\xBF\xBE"), "\xEF\xBF\xBD") << "XML forbids U+FFFE";
  EXPECT_EQ(xlsx_text(std::string("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(xlsx_text("_x0041_"), "_x005F_x0041_");
  EXPECT_EQ(xlsx_text("_xyz_ _x004_"), "_xyz_ _x004_");
}

TEST(Spreadsheet, CountsLines) {
  EXPECT_EQ(lines_in("", 10), 1u);
  EXPECT_EQ(lines_in("åäöåäöåäöå", 10), 1u);
  EXPECT_EQ(lines_in("åäöåäöåäöåä", 10), 2u);
  EXPECT_EQ(lines_in("a\n\nb", 10), 3u);
  EXPECT_EQ(lines_in(std::string(95, 'x') + "\ny", 10), 11u);
}

}  // namespace
}  // namespace lagesbild
