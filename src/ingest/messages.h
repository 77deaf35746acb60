// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the protocol's frames mean.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "base/result.h"
#include "ingest/protocol.h"
#include "model/report.h"
#include "pipeline.h"

namespace lagesbild {

enum class TaskKind { report, explanation, pictures };

struct Task {
  TaskKind kind = TaskKind::report;
  std::string path;              ///< as the user named it; the worker never opens it
  std::chrono::seconds time{0};  ///< processor time, at most

  bool operator==(const Task&) const = default;
};

/// What a worker makes of a file.
using Answer = std::variant<Report, Explanation>;

Frame frame_of(const Task& task);
std::optional<Task> task_of(const Frame& frame);

/// An answer too large for a frame becomes the Problem "limit".
Frame frame_of(const Result<Answer>& answer);

/// Checks every byte. Nothing where the frame is no answer to a task of this kind.
std::optional<Result<Answer>> answer_of(const Frame& frame, TaskKind kind);

Frame refusal(const Problem& problem);
std::optional<Problem> problem_of(const Frame& frame);

}  // namespace lagesbild
