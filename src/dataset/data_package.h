// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV files described for programs.
#pragma once

#include <span>
#include <string>

#include "dataset/output_file.h"

namespace lagesbild {

/// datapackage.json (Data Package v2) for the CSV files written, one for each of export_tables() in
/// its order: types, keys, categories, hash and size.
std::string data_package(std::span<const Written> files);

/// Datasette's metadata.json for the store.
std::string datasette_metadata();

}  // namespace lagesbild
