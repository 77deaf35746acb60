// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is written from the store for others.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/disclosure.h"
#include "dataset/output_file.h"
#include "dataset/store.h"

namespace lagesbild {

enum class ExportFormat { csv, excel_csv, jsonl, xlsx, datapackage, datasette };

struct ExportFormatName {
  std::string_view name;  ///< "excel-csv"
  ExportFormat format;
};

/// In the order that they are written.
std::span<const ExportFormatName> export_formats();
std::set<ExportFormat> all_export_formats();

/// Writes the files of `formats` into `folder`, made where it is missing, from one state of the
/// store. Equal contents give equal bytes, and a file whose bytes stand there already is left
/// alone. Texts are shown as `disclosure` says. Data Packages bring the CSV files that they
/// describe. Problems: "output", and the store's own; files that were in their place by then stay.
Result<std::vector<Written>> export_all(Store& store, const std::string& folder,
                                        const std::set<ExportFormat>& formats,
                                        const Disclosure& disclosure);

}  // namespace lagesbild
