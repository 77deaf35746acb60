// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks as Excel and LibreOffice Calc save them (ECMA-376, part 1, chapter 18).
#include <minizip/unzip.h>

#include <cstring>
#include <memory>
#include <pugixml.hpp>
#include <type_traits>

#include "dataset/answers.h"
#include "dataset/workbook.h"

namespace lagesbild {
namespace {

using Archive = std::unique_ptr<std::remove_pointer_t<unzFile>, decltype(&unzClose)>;

constexpr std::size_t most_columns = 16'384;  // of a sheet

/// A member as XML; an empty document where it is missing, too large or no XML. Entities are not
/// expanded, so that it cannot grow.
pugi::xml_document member(unzFile archive, const std::string& name) {
  pugi::xml_document made;
  if (unzLocateFile(archive, name.c_str(), 0) != UNZ_OK || unzOpenCurrentFile(archive) != UNZ_OK)
    return made;
  std::string bytes;
  std::vector<char> piece(1 << 16);
  int size = 0;
  while ((size = unzReadCurrentFile(archive, piece.data(), static_cast<unsigned>(piece.size()))) >
             0 &&
         bytes.size() <= answers_limit)
    bytes.append(piece.data(), static_cast<std::size_t>(size));
  const bool whole = unzCloseCurrentFile(archive) == UNZ_OK && size == 0;
  if (whole)
    made.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  return made;
}

/// Text of a shared string or an inline one: its runs, without phonetic hints.
std::string text_of_runs(const pugi::xml_node& item) {
  std::string text = item.child("t").text().get();
  for (const pugi::xml_node& run : item.children("r")) text += run.child("t").text().get();
  return text;
}

std::vector<std::string> shared_strings(unzFile archive) {
  std::vector<std::string> all;
  const pugi::xml_document document = member(archive, "xl/sharedStrings.xml");
  for (const pugi::xml_node& item : document.child("sst").children("si"))
    all.push_back(text_of_runs(item));
  return all;
}

/// The member with the sheet called review_sheet_name, or with the first sheet.
std::string member_of_sheet(unzFile archive) {
  const pugi::xml_document book = member(archive, "xl/workbook.xml");
  const pugi::xml_node sheets = book.child("workbook").child("sheets");
  pugi::xml_node sheet = sheets.find_child_by_attribute("sheet", "name", review_sheet_name);
  if (!sheet) sheet = sheets.child("sheet");
  const char* id = sheet.attribute("r:id").value();
  const pugi::xml_document links = member(archive, "xl/_rels/workbook.xml.rels");
  const std::string target = links.child("Relationships")
                                 .find_child_by_attribute("Relationship", "Id", id)
                                 .attribute("Target")
                                 .value();
  if (target.empty()) return {};
  return target.front() == '/' ? target.substr(1) : "xl/" + target;
}

/// Column of a cell reference, from 0: 27 for "AB12".
std::size_t column_in(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > most_columns) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column == 0 ? most_columns : column - 1;
}

std::string text_of_cell(const pugi::xml_node& cell, const std::vector<std::string>& shared) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return text_of_runs(cell.child("is"));
  if (type != "s") return cell.child("v").text().get();
  const auto index = cell.child("v").text().as_ullong(shared.size());
  return index < shared.size() ? shared[index] : std::string();
}

}  // namespace

Result<CellRows> workbook_cells(const std::string& path) {
  const auto unusable = [&](const std::string& why) {
    return Problem{"answers", Severity::error, {path, 0, 0}, why};
  };
  const Archive archive(unzOpen64(path.c_str()), unzClose);
  if (!archive) return unusable("a damaged workbook");
  const std::vector<std::string> shared = shared_strings(archive.get());
  const std::string sheet = member_of_sheet(archive.get());
  const pugi::xml_document document = member(archive.get(), sheet);
  const pugi::xml_node data = document.child("worksheet").child("sheetData");
  if (!data) return unusable("not a workbook of Excel or LibreOffice Calc (.xlsx), or too large");
  CellRows rows;
  for (const pugi::xml_node& row : data.children("row")) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (const pugi::xml_node& cell : row.children("c")) {
      const std::size_t column = column_in(cell.attribute("r").value());
      if (column >= most_columns) continue;
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = text_of_cell(cell, shared);
    }
  }
  return rows;
}

}  // namespace lagesbild
