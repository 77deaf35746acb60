// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/workbook.h"

#include <filesystem>

#include "dataset/export_tables.h"
#include "dataset/workbook_sheets.h"

namespace lagesbild {

SheetCell change_cell(const Value& change) {
  const auto* word = std::get_if<std::string>(&change);
  if (!word) return {std::string("· ej angiven"), CellStyle::unstated};
  const std::string label(label_of(change_words, *word));
  if (*word == "positive") return {"▲ " + label, CellStyle::positive};
  if (*word == "negative") return {"▼ " + label, CellStyle::negative};
  return {"▬ " + label, CellStyle::unchanged};
}

SheetCell suggestion_cell(const Value& change) {
  if (std::holds_alternative<std::monostate>(change)) return {};
  return {change_cell(change).value, CellStyle::plain};
}

SheetCell missing_cell() { return {std::string("saknas"), CellStyle::missing}; }

namespace {

/// Where the library keeps a sheet's rows meanwhile. What a killed process left there goes.
class RowsFolder {
 public:
  explicit RowsFolder(const std::string& folder) : path_(part_of(folder, "rows")) {
    std::error_code none;  // without it the library finds no place for its files, and tells
    std::filesystem::remove_all(path_, none);
    std::filesystem::create_directory(path_, none);
  }
  RowsFolder(const RowsFolder&) = delete;
  RowsFolder& operator=(const RowsFolder&) = delete;
  ~RowsFolder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<Written> write_workbook(Database& store, const std::string& folder) {
  const std::string part = part_of(folder, workbook_name);
  std::error_code none;
  std::filesystem::remove(part, none);  // the library would follow a link
  const RowsFolder rows(folder);
  WorkbookFile file(part, rows.path());
  write_about(file.sheet("Läs mig"), store);
  write_overview(file.sheet("Översikt"), store);
  write_data(file.sheet("Data"), store);
  write_review(file.sheet(review_sheet_name), store);
  write_missing(file.sheet("Saknade rapporter"), store);
  const std::optional<std::string> error = file.close();
  if (auto problem = store.take_failure()) return discarded(folder, workbook_name, *problem);
  if (error)
    return discarded(folder, workbook_name,
                     {"output",
                      Severity::error,
                      {path_of(folder, workbook_name), 0, 0},
                      "it cannot be written: " + *error + "; what stood there is untouched"});
  return put_in_place(folder, workbook_name);
}

}  // namespace lagesbild
