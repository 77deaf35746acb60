// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of answers, in each of its formats. The first byte chooses.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "dataset/answers.h"
#include "ingest/descriptor.h"
#include "target.h"

namespace lagesbild::fuzz {
namespace {

/// A workbook is read by its path.
Result<CellRows> cells_of_workbook(std::string_view bytes) {
  const Descriptor file(::memfd_create("answers", MFD_CLOEXEC));
  if (::write(file.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    return CellRows();
  return workbook_cells("/proc/self/fd/" + std::to_string(file.get()));
}

Result<Answers> answers_of(std::string_view bytes) {
  const char format = bytes.empty() ? '0' : bytes.front();
  bytes.remove_prefix(bytes.empty() ? 0 : 1);
  if (format == '{') return answers_in_json("{" + std::string(bytes), "any.json");
  const Result<CellRows> rows =
      format == 'P' ? cells_of_workbook("P" + std::string(bytes)) : csv_cells(bytes, "any.csv");
  if (!rows) return rows.problem();
  return answers_in_cells(*rows, "any");
}

}  // namespace
}  // namespace lagesbild::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const Result<Answers> answers = fuzz::answers_of(fuzz::text_of(data, size));
  if (!answers) {
    fuzz::demand(answers.problem().code == "answers", "it says that it cannot be used");
    return 0;
  }
  fuzz::demand(answers->answers.size() <= most_answers, "answers are bounded");
  for (const Problem& one : answers->problems)
    fuzz::demand(one.code == "answer", "a problem is one of an answer");
  for (const Answer& one : answers->answers) {
    fuzz::demand(!one.key.empty(), "an answer is to something");
    fuzz::demand(is_utf8(one.note), "a note is UTF-8");
  }
  return 0;
}
