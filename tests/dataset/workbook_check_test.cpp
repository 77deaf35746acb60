// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/workbook_check.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "dataset/programs.h"
#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

const std::string sheet =
    "<?xml version=\"1.0\"?>\n<worksheet a=\"b\"><sheetData><row>ett</row></sheetData></worksheet>";

XmlEnds ends_of(const std::string& text, std::size_t piece) {
  XmlEnds ends;
  for (std::size_t at = 0; at < text.size(); at += piece) ends.add(text.substr(at, piece));
  return ends;
}

TEST(XmlEnds, FindsTheRowsInPiecesOfAnySize) {
  for (std::size_t piece = 1; piece <= sheet.size(); ++piece) {
    EXPECT_TRUE(ends_of(sheet, piece).closed()) << piece;
    EXPECT_TRUE(ends_of(sheet + "\n", piece).closed()) << piece;
    EXPECT_EQ(ends_of(sheet, piece).row_bytes(), 14u) << piece;
  }
}

TEST(XmlEnds, KnowsWhatIsCutOff) {
  for (std::size_t size = 0; size < sheet.size(); ++size)
    EXPECT_FALSE(ends_of(sheet.substr(0, size), 7).closed()) << size;
  EXPECT_EQ(ends_of(sheet.substr(0, 60), 7).row_bytes(), 0u);
}

TEST(XmlEnds, FindsTheRowsOfLongFiles) {
  const std::string rows(200'000, 'x');
  const std::string text = "<?xml?><worksheet>" + std::string(3000, ' ') + "<sheetData>" + rows +
                           "</sheetData>" + std::string(3000, ' ') + "</worksheet>";
  for (const std::size_t piece : {100u, 511u, 512u, 513u, 65536u}) {
    EXPECT_EQ(ends_of(text, piece).row_bytes(), rows.size()) << piece;
    EXPECT_TRUE(ends_of(text, piece).closed()) << piece;
  }
}

/// An archive with one sheet, made by Python.
std::string archive_of(const TemporaryFolder& folder, const std::string& text) {
  const std::string path = folder / "a.xlsx";
  printed_by(
      "python3 -c 'import sys, zipfile; "
      "zipfile.ZipFile(sys.argv[1], \"w\", 8).write(sys.argv[2], "
      "\"xl/worksheets/sheet1.xml\")' '" +
      path + "' '" + folder.file("sheet.xml", text) + "'");
  return path;
}

TEST(WholeWorkbook, HasAllItsRows) {
  const TemporaryFolder folder;
  const std::string path = archive_of(folder, sheet);
  const std::uint64_t right[] = {14}, wrong[] = {15}, more[] = {14, 14};
  EXPECT_TRUE(is_whole_workbook(path, right));
  EXPECT_FALSE(is_whole_workbook(path, wrong));
  EXPECT_FALSE(is_whole_workbook(path, more)) << "a sheet that is not there";
}

TEST(WholeWorkbook, IsNotCutOff) {
  const TemporaryFolder folder;
  EXPECT_FALSE(is_whole_workbook(archive_of(folder, sheet.substr(0, sheet.size() - 5)), {}));
  const std::string path = archive_of(folder, sheet);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_FALSE(is_whole_workbook(path, {}));
  EXPECT_FALSE(is_whole_workbook(folder / "missing", {}));
}

}  // namespace
}  // namespace lagesbild
