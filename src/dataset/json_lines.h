// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"
#include "dataset/disclosure.h"
#include "dataset/output_file.h"
#include "dataset/store.h"

namespace lagesbild {

inline constexpr const char* json_lines_name = "reports.jsonl";

/// Writes the contract's object (README.md, "The object") for each file, those that could not be
/// opened among them, into `folder`: one a line, in order of their paths.
Result<Written> write_json_lines(Store& store, const std::string& folder,
                                 const Disclosure& disclosure);

}  // namespace lagesbild
