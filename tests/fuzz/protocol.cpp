// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what a worker says: in one piece, in two, and as the object in a frame.
#include "ingest/protocol.h"

#include "ingest/messages.h"
#include "model/json.h"
#include "target.h"

namespace lagesbild::fuzz {
namespace {

std::vector<Frame> frames_of(std::initializer_list<std::string_view> pieces) {
  FrameReader reader;
  std::vector<Frame> frames;
  for (const std::string_view piece : pieces) {
    reader.add(piece);
    while (true) {
      Result<std::optional<Frame>> frame = reader.next();
      if (!frame || !*frame) break;
      frames.push_back(**std::move(frame));
    }
  }
  return frames;
}

void demand_answers(const Frame& frame) {
  for (const TaskKind kind :
       {TaskKind::report, TaskKind::explanation, TaskKind::pictures, TaskKind::passages})
    if (const auto answer = answer_of(frame, kind)) {
      const Frame again = frame_of(*answer);
      demand(answer_of(again, kind).has_value(), "an answer can be told again");
    }
  if (const auto task = task_of(frame)) demand(task_of(frame_of(*task)) == task, "so can a task");
  if (const auto end = end_of(frame)) demand(end_of(end_frame(*end)) == end, "and an end");
  problem_of(frame);
}

void demand_object(std::string_view json) {
  const Result<Report> report = report_from_json(json);
  if (!report) return;
  const std::string told = json_of(*report, Keys::all);
  const Result<Report> back = report_from_json(told);
  demand(static_cast<bool>(back), "an object can be told again");
  demand(json_of(*back, Keys::all) == told, "and is the same then");
}

}  // namespace
}  // namespace lagesbild::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const std::string_view bytes = fuzz::text_of(data, size);
  const auto frames = fuzz::frames_of({bytes});
  const std::size_t half = size / 2;
  const auto halves = fuzz::frames_of({bytes.substr(0, half), bytes.substr(half)});
  fuzz::demand(frames.size() == halves.size(), "frames are the same in pieces");
  for (const Frame& frame : frames) fuzz::demand_answers(frame);
  fuzz::demand_object(bytes);
  return 0;
}
