// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/problem.h"

namespace lagesbild {

std::string name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "error";
}

std::string sentence(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.page > 0)
    text += (text.empty() ? "page " : ", page ") + std::to_string(problem.place.page);
  if (problem.place.line > 0) text += ":" + std::to_string(problem.place.line);
  if (!text.empty()) text += ": ";
  return text + name_of(problem.severity) + ": " + problem.what;
}

}  // namespace lagesbild
