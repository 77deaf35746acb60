// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a report's own words leaves the dataset.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dataset/sqlite.h"
#include "model/report.h"

namespace lagesbild {

struct Disclosure {
  /// A text with what points at a person masked; nothing: texts are shown as they are.
  std::function<std::string(std::string_view)> masked;
  bool comments = true;  ///< false: no free text at all
};

/// Gives queries on `database` functions of one text: shown_words() for titles, names and the like,
/// shown_comment() for free text, which is NULL where none is to be shown, and text_fingerprint().
/// Every export and page asks for texts through the first two.
void disclose(Database& database, const Disclosure& disclosure);

/// The same for a report of Store::for_each_file().
Report shown(Report report, const Disclosure& disclosure);

}  // namespace lagesbild
