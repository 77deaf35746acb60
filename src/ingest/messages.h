// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the protocol's frames mean.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "ingest/protocol.h"
#include "ingest/sandbox.h"
#include "model/geometry.h"
#include "model/report.h"
#include "pipeline.h"

namespace lagesbild {

enum class TaskKind { report, explanation, pictures, archive, probe, passages };

/// A part of a page to be drawn, in whole points of the page as displayed.
struct Passage {
  int page = 1;  ///< from 1
  Box shown;     ///< as far as it lies on the page
  Box framed;
  bool operator==(const Passage&) const = default;
};

inline constexpr std::size_t most_passages = 2000;  ///< of one file

struct Task {
  TaskKind kind = TaskKind::report;
  std::string path;  ///< as the user named it; the worker never opens it. A probe's name
  std::chrono::seconds time{0};   ///< processor time, at most
  std::vector<Passage> passages;  ///< where they are asked for, by page
  bool again = false;             ///< a worker has failed on it: tighter bounds hold
  std::size_t pages = 0;          ///< only the first ones, as the next took too long; 0: all

  bool operator==(const Task&) const = default;
};

/// What a worker makes of a file.
using Answer = std::variant<Report, Explanation>;

Frame frame_of(const Task& task);
std::optional<Task> task_of(const Frame& frame);

/// An answer too large for a frame becomes the Problem "limit".
Frame frame_of(const Result<Answer>& answer);

/// Bytes of the longest frame that says something about a task of this kind; what is larger need
/// not be taken in.
std::size_t largest_frame(TaskKind kind);

/// Checks every byte. Nothing where the frame is no answer to a task of this kind.
std::optional<Result<Answer>> answer_of(const Frame& frame, TaskKind kind);

/// The end of an archive or of a member of it, and why it is not whole.
Frame end_frame(const std::optional<Problem>& why);
/// Nothing where the frame is no such end.
std::optional<std::optional<Problem>> end_of(const Frame& frame);

/// A worker's first word: it is ready, behind these walls.
Frame hello_frame(const Walls& walls);
/// Nothing where the frame is no such word.
std::optional<Walls> walls_of(const Frame& frame);

Frame refusal(const Problem& problem);
std::optional<Problem> problem_of(const Frame& frame);

}  // namespace lagesbild
