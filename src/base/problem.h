// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong or wants a look, and where. Problems are values: collected, compared, printed.
#pragma once

#include <string>

namespace lagesbild {

enum class Severity { error, warning, info };

/// Where something stands. Empty or 0 means "not known" or "does not apply".
struct Place {
  std::string file;  ///< as the user named it
  int page = 0;      ///< from 1
  int line = 0;      ///< from 1, for text and rule files

  bool operator==(const Place&) const = default;
};

struct Problem {
  std::string code;  ///< stable, lower case with underscores; README.md lists them
  Severity severity = Severity::error;
  Place place;
  std::string what;  ///< one sentence: what, and what to do about it

  bool operator==(const Problem&) const = default;
};

/// "error", "warning" or "info".
std::string name_of(Severity severity);

/// One line for a person: `rules/change.yaml:14: error: missing ')'`.
std::string sentence(const Problem& problem);

}  // namespace lagesbild
