// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One function a sheet, each writing all of it. A failure of reading sticks to the store.
#pragma once

#include "dataset/sqlite.h"
#include "dataset/workbook_file.h"

namespace lagesbild {

void write_about(Sheet sheet, Database& store);
void write_overview(Sheet sheet, Database& store);
void write_data(Sheet sheet, Database& store);
void write_review(Sheet sheet, Database& store);
void write_missing(Sheet sheet, Database& store);

/// "▲ positiv", "▬ oförändrad", "▼ negativ", "· ej angiven" in its colour: never colour alone.
SheetCell change_cell(const Value& change);

/// The same, but nothing where nothing is suggested.
SheetCell suggestion_cell(const Value& change);

/// "saknas": no report came.
SheetCell missing_cell();

}  // namespace lagesbild
