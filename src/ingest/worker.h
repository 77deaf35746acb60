// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The other end of the pool's socket: reads one file at a time, behind limits and the sandbox.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/sandbox.h"
#include "model/read_limits.h"
#include "rules/rules.h"
#include "scans.h"

namespace lagesbild {

/// What the parent tells its worker on the command line.
struct WorkerSettings {
  std::string rules;              ///< folder
  std::uint64_t memory = 0;       ///< bytes of address space
  std::uint64_t input_limit = 0;  ///< bytes
  Sandbox sandbox = Sandbox::automatic;
  bool fonts = false;  ///< pictures will be drawn
  OcrMode ocr = OcrMode::automatic;
  std::string ocr_data;     ///< file of the recogniser's data for Swedish
  std::string ocr_missing;  ///< why no scan can be recognised here; empty where one can
  ReadLimits limits;

  bool operator==(const WorkerSettings&) const = default;
};

/// As words on a command line, and the way back; nothing where they are not made so.
std::vector<std::string> words_of(const WorkerSettings& settings);
std::optional<WorkerSettings> settings_of(const std::vector<std::string>& words);

/// Opens what reads pages from their pictures by the data in a file.
using OcrOpener = Result<std::function<Page(const GreyImage&)>> (*)(const std::string& data);

/// The work of a process that serves tasks on descriptor 0 until the parent closes it. A file that
/// asks for OCR is left to a worker that has it.
std::function<int()> reading_work(const WorkerSettings& settings,
                                  std::shared_ptr<const Rules> rules);

/// The same of one that has OCR, and loads the rules itself; returns the exit code.
int serve(const WorkerSettings& settings, OcrOpener open_ocr);

}  // namespace lagesbild
