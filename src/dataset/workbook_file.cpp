// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/workbook_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <deque>

#include "dataset/spreadsheet.h"
#include "dataset/workbook_check.h"
#include "dataset/workbook_styles.h"

namespace lagesbild {
namespace {

constexpr time_t created = 946'684'800;  // 2000-01-01: the same rows give the same bytes
constexpr const char* full_note = "Fler rader ryms inte här; alla finns i CSV-filen";

/// Landscape, all columns on one page's width.
void print_on_a4(lxw_worksheet* sheet) {
  constexpr std::uint8_t a4 = 9;  // the format's number for it
  worksheet_set_paper(sheet, a4);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

/// What the sheet's rows come to in its temporary file; past any size where that could not be
/// written.
std::uint64_t bytes_of_rows(lxw_worksheet* sheet) {
  constexpr std::uint64_t unwritten = UINT64_MAX;
  if (!sheet) return unwritten;
  lxw_worksheet_write_single_row(sheet);  // the last one, which waits for more cells
  std::FILE* rows = sheet->optimize_tmpfile;
  if (std::fflush(rows) != 0 || std::ferror(rows) != 0) return unwritten;
  const long size = std::ftell(rows);
  return size < 0 ? unwritten : static_cast<std::uint64_t>(size);
}

/// Standard error goes nowhere for a while: the library tells failures there, and gives them back.
class Quiet {
 public:
  Quiet() : kept_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)) {
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept_ >= 0 && nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0) ::close(nowhere);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  ~Quiet() {
    if (kept_ < 0) return;
    ::dup2(kept_, STDERR_FILENO);
    ::close(kept_);
  }

 private:
  int kept_;
};

}  // namespace

struct Sheet::State {
  lxw_worksheet* sheet = nullptr;
  WorkbookFile::State* book = nullptr;
  lxw_row_t next = 0;          ///< row
  lxw_col_t columns = 0;       ///< of the head
  std::vector<double> widths;  ///< characters

  double height_of(std::span<const SheetCell> cells) const;
  lxw_error write(std::size_t column, const SheetCell& cell, lxw_format* format) const;
};

struct WorkbookFile::State {
  std::string path;
  std::string folder;  ///< the library keeps a pointer to it
  lxw_workbook* book = nullptr;
  std::vector<lxw_format*> formats;  // by style
  std::deque<Sheet::State> sheets;   // their addresses stay
  std::string error;                 ///< the first one

  lxw_format* format(CellStyle style) const { return formats[static_cast<std::size_t>(style)]; }
  void check(lxw_error code) {
    if (code != LXW_NO_ERROR && error.empty()) error = lxw_strerror(code);
  }
};

// ---- sheets -----------------------------------------------------------------------------------

/// Points. Programs that open the file do not all measure wrapped texts by themselves.
double Sheet::State::height_of(std::span<const SheetCell> cells) const {
  constexpr double line_height = 15, most = 409;  // points, at 11; what Excel bears
  std::size_t lines = 1;
  for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i)
    if (const auto* text = std::get_if<std::string>(&cells[i].value); text && wraps(cells[i].style))
      lines = std::max(lines, lines_in(*text, widths[i]));
  return std::min(most, line_height * static_cast<double>(lines));
}

lxw_error Sheet::State::write(std::size_t column, const SheetCell& cell, lxw_format* format) const {
  const auto at = static_cast<lxw_col_t>(column);
  if (const auto* text = std::get_if<std::string>(&cell.value))
    return worksheet_write_string(sheet, next, at, fitting_cell(xlsx_text(*text)).c_str(), format);
  if (const auto* number = std::get_if<std::int64_t>(&cell.value))
    return worksheet_write_number(sheet, next, at, static_cast<double>(*number), format);
  return worksheet_write_blank(sheet, next, at, format);
}

void Sheet::widths(std::span<const double> characters) {
  if (!state_->sheet) return;
  state_->widths.assign(characters.begin(), characters.end());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    state_->book->check(
        worksheet_set_column(state_->sheet, column, column, characters[i], nullptr));
  }
}

void Sheet::head(std::span<const SheetColumn> columns) {
  if (!state_->sheet) return;
  std::vector<double> characters;
  std::vector<SheetCell> cells;
  for (const SheetColumn& column : columns) {
    characters.push_back(column.width);
    cells.push_back({column.title, CellStyle::header});
  }
  widths(characters);
  add(cells);
  worksheet_freeze_panes(state_->sheet, 1, 0);
  worksheet_repeat_rows(state_->sheet, 0, 0);
  state_->columns = static_cast<lxw_col_t>(columns.size());
}

void Sheet::add(std::span<const SheetCell> cells) {
  if (!state_->sheet || state_->next >= row_limit) return;
  const SheetCell note[] = {{std::string(full_note), CellStyle::missing}};
  if (state_->next == row_limit - 1) cells = note;
  WorkbookFile::State& book = *state_->book;
  const double height = state_->height_of(cells);
  if (height > LXW_DEF_ROW_HEIGHT)
    book.check(worksheet_set_row(state_->sheet, state_->next, height, nullptr));
  for (std::size_t i = 0; i < cells.size(); ++i)
    book.check(state_->write(i, cells[i], book.format(cells[i].style)));
  ++state_->next;
}

void Sheet::offer(std::size_t column, std::span<const std::string> words) {
  if (!state_->sheet || state_->next < 2) return;
  std::vector<std::string> kept(words.begin(), words.end());  // the library wants them mutable
  std::vector<char*> list;
  list.reserve(kept.size() + 1);
  for (std::string& word : kept) list.push_back(word.data());
  list.push_back(nullptr);
  lxw_data_validation rule = {};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = list.data();
  const auto at = static_cast<lxw_col_t>(column);
  state_->book->check(
      worksheet_data_validation_range(state_->sheet, 1, at, state_->next - 1, at, &rule));
}

void Sheet::close_with_filter() {
  if (!state_->sheet || state_->next == 0 || state_->columns == 0) return;
  state_->book->check(worksheet_autofilter(state_->sheet, 0, 0, state_->next - 1,
                                           static_cast<lxw_col_t>(state_->columns - 1)));
}

// ---- the workbook -----------------------------------------------------------------------------

WorkbookFile::WorkbookFile(const std::string& path, const std::string& folder)
    : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->folder = folder;
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = state_->folder.data();
  state_->book = workbook_new_opt(path.c_str(), &options);
  if (!state_->book) {
    state_->error = "it cannot be begun";
    return;
  }
  lxw_doc_properties properties = {};
  properties.created = created;
  state_->check(workbook_set_properties(state_->book, &properties));
  state_->formats = formats_of(state_->book);
}

WorkbookFile::~WorkbookFile() {
  if (state_->book) lxw_workbook_free(state_->book);
}

Sheet WorkbookFile::sheet(const std::string& name) {
  Sheet::State& made = state_->sheets.emplace_back();
  made.book = state_.get();
  const Quiet quiet;
  if (state_->book) made.sheet = workbook_add_worksheet(state_->book, name.c_str());
  if (made.sheet) print_on_a4(made.sheet);
  if (!made.sheet && state_->error.empty()) state_->error = "no temporary file can be made";
  return Sheet(made);
}

std::optional<std::string> WorkbookFile::close() {
  if (state_->book) {
    std::vector<std::uint64_t> row_bytes;
    for (const Sheet::State& one : state_->sheets) row_bytes.push_back(bytes_of_rows(one.sheet));
    const Quiet quiet;
    const lxw_error code = workbook_close(state_->book);  // frees it, whatever comes back
    state_->book = nullptr;
    state_->check(code);
    if (state_->error.empty() && !is_whole_workbook(state_->path, row_bytes))
      state_->error = "parts of it are missing";
  }
  if (state_->error.empty()) return std::nullopt;
  return state_->error + " (is the disk full?)";
}

}  // namespace lagesbild
