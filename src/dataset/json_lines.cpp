// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/json_lines.h"

#include "model/json.h"

namespace lagesbild {

Result<Written> write_json_lines(Store& store, const std::string& folder,
                                 const Disclosure& disclosure) {
  Result<OutputFile> file = OutputFile::begun(folder, json_lines_name);
  if (!file) return file.problem();
  const auto problem = store.for_each_file([&](const Report& report) -> std::optional<Problem> {
    file->add(json_of(shown(report, disclosure)) + '\n');
    return std::nullopt;
  });
  if (problem) return *problem;
  return file->finished();
}

}  // namespace lagesbild
