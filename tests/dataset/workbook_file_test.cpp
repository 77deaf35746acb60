// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/workbook_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "dataset/nasty.h"
#include "dataset/programs.h"
#include "dataset/spreadsheet.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A workbook of all nasty texts.
void write_nasty(const TemporaryFolder& folder, const std::string& path) {
  WorkbookFile file(path, folder / "");
  Sheet sheet = file.sheet("Data");
  sheet.head(std::vector<SheetColumn>{{"Vad", 20}, {"Text", 40}, {"Efter", 10}});
  for (const NastyText& one : nasty_texts())
    sheet.add(
        std::vector<SheetCell>{{one.says}, {one.text, CellStyle::wrapped}, {std::int64_t{7}}});
  sheet.close_with_filter();
  ASSERT_EQ(file.close(), std::nullopt);
}

TEST(WorkbookFile, TextsComeThroughCalcUnharmedAndAreNeverFormulas) {
  const TemporaryFolder folder;
  write_nasty(folder, folder / "nasty.xlsx");
  const auto sheets = sheets_by_calc(folder / "nasty.xlsx");
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].name, "Data");
  ASSERT_EQ(sheets[0].cells.size(), nasty_texts().size() + 1);
  for (std::size_t i = 0; i < nasty_texts().size(); ++i) {
    const NastyText& one = nasty_texts()[i];
    const auto& cells = sheets[0].cells[i + 1];
    EXPECT_EQ(cells[0], one.says);
    EXPECT_EQ(cells[1], fitting_cell(one.text)) << one.says;
    EXPECT_EQ(cells[2], "7");
  }
  const std::string xml = member_of(folder / "nasty.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, testing::HasSubstr("HYPERLINK"));
  EXPECT_THAT(xml, testing::Not(testing::HasSubstr("<f>")));
  EXPECT_THAT(xml, testing::Not(testing::HasSubstr("<hyperlink")));
}

TEST(WorkbookFile, EqualCellsGiveEqualBytes) {
  const TemporaryFolder folder;
  write_nasty(folder, folder / "a.xlsx");
  write_nasty(folder, folder / "b.xlsx");
  EXPECT_EQ(bytes_of(folder / "a.xlsx"), bytes_of(folder / "b.xlsx"));
  EXPECT_GT(bytes_of(folder / "a.xlsx").size(), 5000u);
}

TEST(WorkbookFile, LeavesNoTemporaryFiles) {
  const TemporaryFolder folder;
  write_nasty(folder, folder / "a.xlsx");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / ""), {}), 1);
}

TEST(WorkbookFile, HeadStaysInSightAndHasAFilter) {
  const TemporaryFolder folder;
  write_nasty(folder, folder / "a.xlsx");
  const std::string xml = member_of(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, testing::HasSubstr("state=\"frozen\""));
  EXPECT_THAT(xml, testing::HasSubstr("<autoFilter ref=\"A1:C" +
                                      std::to_string(nasty_texts().size() + 1) + "\""));
}

TEST(WorkbookFile, OffersWordsForTheRowsAbove) {
  const TemporaryFolder folder;
  WorkbookFile file(folder / "a.xlsx", folder / "");
  Sheet sheet = file.sheet("Svar");
  sheet.head(std::vector<SheetColumn>{{"Fråga", 20}, {"Svar", 20}});
  sheet.add(std::vector<SheetCell>{{std::string("ett")}, {{}, CellStyle::answer}});
  sheet.add(std::vector<SheetCell>{{std::string("två")}, {{}, CellStyle::answer}});
  sheet.offer(1, std::vector<std::string>{"ja", "nej"});
  sheet.add(std::vector<SheetCell>{{std::string("tre")}});
  ASSERT_EQ(file.close(), std::nullopt);
  const std::string xml = member_of(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, testing::ContainsRegex("<dataValidation type=\"list\"[^>]*sqref=\"B2:B3\""));
  EXPECT_THAT(xml, testing::HasSubstr("<formula1>\"ja,nej\"</formula1>"));
}

TEST(WorkbookFile, SaysWhenASheetIsFull) {
  const TemporaryFolder folder;
  WorkbookFile file(folder / "a.xlsx", folder / "");
  Sheet sheet = file.sheet("Data");
  for (std::size_t i = 0; i < row_limit + 5; ++i) sheet.add({});
  sheet.close_with_filter();
  ASSERT_EQ(file.close(), std::nullopt);
  const std::string xml = member_of(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, testing::HasSubstr("<row r=\"1048576\""));
  EXPECT_THAT(xml, testing::HasSubstr("Fler rader"));
}

TEST(WorkbookFile, TellsWhatCannotBeWritten) {
  const TemporaryFolder folder;
  {
    WorkbookFile file(folder / "missing/a.xlsx", folder / "");
    file.sheet("Data").add({});
    EXPECT_NE(file.close(), std::nullopt) << "a folder that is not there";
  }
  WorkbookFile file("/dev/full", folder / "");
  file.sheet("Data").add({});
  EXPECT_NE(file.close(), std::nullopt) << "a full disk";
}

/// 100 rows of 400 letters, while no file can grow past `limit` bytes.
std::optional<std::string> write_limited(const TemporaryFolder& folder, const std::string& path,
                                         rlim_t limit) {
  rlimit before = {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small = {std::min(limit, before.rlim_max), before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  WorkbookFile file(path, folder / "");
  Sheet sheet = file.sheet("Data");
  sheet.head(std::vector<SheetColumn>{{"Text", 40}});
  for (int i = 0; i < 100; ++i) sheet.add(std::vector<SheetCell>{{std::string(400, 'x')}});
  sheet.close_with_filter();
  std::optional<std::string> error = file.close();
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  return error;
}

TEST(WorkbookFile, IsWholeOrToldToBeBroken) {
  const TemporaryFolder folder;
  ASSERT_EQ(write_limited(folder, folder / "whole.xlsx", RLIM_INFINITY), std::nullopt);
  const std::string whole = bytes_of(folder / "whole.xlsx");
  int told = 0, done = 0;
  for (rlim_t limit = 44'000; limit < 50'000; limit += 100) {
    const bool failed = write_limited(folder, folder / "a.xlsx", limit).has_value();
    EXPECT_TRUE(failed || bytes_of(folder / "a.xlsx") == whole) << limit;
    ++(failed ? told : done);
  }
  EXPECT_GT(told, 0) << "the limits are too wide to test anything";
  EXPECT_GT(done, 0) << "the limits are too narrow to test anything";
}

TEST(WorkbookFile, NeedNotBeClosed) {
  const TemporaryFolder folder;
  {
    WorkbookFile file(folder / "a.xlsx", folder / "");
    file.sheet("Data").add(std::vector<SheetCell>{{std::string("a")}});
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder / ""));
}

}  // namespace
}  // namespace lagesbild
