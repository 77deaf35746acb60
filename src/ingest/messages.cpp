// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/messages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "model/json.h"

namespace lagesbild {
namespace {

constexpr std::size_t report_limit = 16u << 20;  // bytes; a hundred pages give some 200 KiB
constexpr std::size_t picture_limit = 2000;      // pictures of one explanation
static_assert(most_passages <= picture_limit);
constexpr long longest_task = 7L * 24 * 3600;  // seconds

Problem answer_too_large() {
  return {"limit", Severity::error, {}, "what was read is too large to keep; the limit is 16 MiB"};
}

Frame frame_of(const Problem& problem, FrameKind kind) {
  return {kind, packed({problem.code, problem.place.file, std::to_string(problem.place.line),
                        problem.what})};
}

Frame frame_of(const Explanation& explanation) {
  std::vector<std::string_view> parts = {explanation.text};
  std::size_t size = explanation.text.size();
  for (const auto& [name, png] : explanation.pictures) {
    parts.emplace_back(name);
    parts.emplace_back(png);
    size += name.size() + png.size() + 2 * sizeof(std::uint32_t);
  }
  if (size >= frame_limit || explanation.pictures.size() > picture_limit)
    return frame_of(answer_too_large(), FrameKind::failed);
  return {FrameKind::explanation, packed(parts)};
}

std::optional<long> number_in(const std::string& text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Numbers with spaces between: the page, then left, top, right and bottom of both boxes.
std::string words_of(const Passage& passage) {
  std::string words = std::to_string(passage.page);
  for (const Box& box : {passage.shown, passage.framed})
    for (const double side : {box.x0, box.y0, box.x1, box.y1})
      words += ' ' + std::to_string(std::lround(side));
  return words;
}

std::optional<Passage> passage_in(const std::string& words) {
  constexpr long farthest = 1'000'000;  // points; a page has 14,400 at most
  std::array<long, 9> numbers{};
  std::size_t at = 0;
  for (long& number : numbers) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const auto found = number_in(words.substr(std::min(at, end), end - std::min(at, end)));
    if (!found || std::abs(*found) > farthest) return std::nullopt;
    number = *found;
    at = end + 1;
  }
  if (at != words.size() + 1) return std::nullopt;
  const auto box = [&](std::size_t i) {
    const auto side = [&](std::size_t n) { return static_cast<double>(numbers[i + n]); };
    return Box{side(0), side(1), side(2), side(3)};
  };
  return Passage{static_cast<int>(numbers[0]), box(1), box(5)};
}

/// Names go into a folder of the user's: letters, digits, '-', '_' and '.', no hidden files.
bool is_plain_name(const std::string& name) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return !name.empty() && name.size() <= 200 && name.front() != '.' &&
         name.find_first_not_of(plain) == std::string::npos;
}

std::optional<Result<Answer>> explanation_of(const Frame& frame) {
  auto parts = unpacked(frame.payload, 1 + 2 * picture_limit);
  if (!parts || parts->size() % 2 != 1) return std::nullopt;
  Explanation explanation;
  explanation.text = std::move(parts->front());
  for (std::size_t i = 1; i < parts->size(); i += 2) {
    if (!is_plain_name((*parts)[i])) return std::nullopt;
    explanation.pictures.emplace_back(std::move((*parts)[i]), std::move((*parts)[i + 1]));
  }
  return Result<Answer>(Answer(std::move(explanation)));
}

}  // namespace

Frame frame_of(const Task& task) {
  std::vector<std::string> words = {std::to_string(static_cast<int>(task.kind)),
                                    std::to_string(task.time.count()), task.path,
                                    task.again ? "again" : "", std::to_string(task.pages)};
  for (const Passage& one : task.passages) words.push_back(words_of(one));
  return {FrameKind::task, packed({words.begin(), words.end()})};
}

std::optional<Task> task_of(const Frame& frame) {
  const auto parts = unpacked(frame.payload, 5 + most_passages);
  if (frame.kind != FrameKind::task || !parts || parts->size() < 5) return std::nullopt;
  const auto kind = number_in((*parts)[0]);
  const auto time = number_in((*parts)[1]);
  if (!kind || *kind < 0 || *kind > static_cast<long>(TaskKind::passages)) return std::nullopt;
  if (!time || *time < 0 || *time > longest_task) return std::nullopt;
  const auto pages = number_in((*parts)[4]);
  if (!pages || *pages < 0) return std::nullopt;
  Task task{static_cast<TaskKind>(*kind), (*parts)[2],
            std::chrono::seconds(*time),  {},
            (*parts)[3] == "again",       static_cast<std::size_t>(*pages)};
  for (std::size_t i = 5; i < parts->size(); ++i) {
    const std::optional<Passage> passage = passage_in((*parts)[i]);
    if (!passage) return std::nullopt;
    task.passages.push_back(*passage);
  }
  return task;
}

Frame frame_of(const Result<Answer>& answer) {
  if (!answer) return frame_of(answer.problem(), FrameKind::failed);
  if (const auto* explanation = std::get_if<Explanation>(&*answer)) return frame_of(*explanation);
  Frame frame{FrameKind::report, json_of(std::get<Report>(*answer), Keys::all)};
  if (frame.payload.size() > report_limit) return frame_of(answer_too_large(), FrameKind::failed);
  return frame;
}

std::size_t largest_frame(TaskKind kind) {
  constexpr std::size_t of_a_member = 1u << 20;  // bytes come in pieces of some kilobytes
  if (kind == TaskKind::report) return report_limit;
  return kind == TaskKind::archive ? of_a_member : frame_limit;
}

std::optional<Result<Answer>> answer_of(const Frame& frame, TaskKind kind) {
  if (frame.kind == FrameKind::failed) {
    if (auto problem = problem_of(frame)) return Result<Answer>(std::move(*problem));
    return std::nullopt;
  }
  if (frame.kind == FrameKind::explanation && kind != TaskKind::report)
    return explanation_of(frame);
  if (frame.kind != FrameKind::report || kind != TaskKind::report) return std::nullopt;
  if (frame.payload.size() > report_limit) return std::nullopt;
  Result<Report> report = report_from_json(frame.payload);
  if (!report) return std::nullopt;
  return Result<Answer>(Answer(*std::move(report)));
}

Frame end_frame(const std::optional<Problem>& why) {
  return why ? frame_of(*why, FrameKind::end) : Frame{FrameKind::end, ""};
}

std::optional<std::optional<Problem>> end_of(const Frame& frame) {
  if (frame.kind != FrameKind::end) return std::nullopt;
  if (frame.payload.empty()) return std::optional<Problem>();
  std::optional<Problem> why = problem_of(frame);
  if (!why) return std::nullopt;
  return why;
}

Frame hello_frame(const Walls& walls) {
  const auto digit = [](bool stands) { return stands ? "1" : "0"; };
  return {FrameKind::hello, packed({digit(walls.no_new_privileges), digit(walls.no_capabilities),
                                    digit(walls.seccomp), std::to_string(walls.landlock)})};
}

std::optional<Walls> walls_of(const Frame& frame) {
  constexpr long latest_landlock = 1000;
  const auto parts = unpacked(frame.payload, 4);
  if (frame.kind != FrameKind::hello || !parts || parts->size() != 4) return std::nullopt;
  const auto landlock = number_in((*parts)[3]);
  if (!landlock || *landlock < 0 || *landlock > latest_landlock) return std::nullopt;
  return Walls{(*parts)[0] == "1", (*parts)[1] == "1", (*parts)[2] == "1",
               static_cast<int>(*landlock)};
}

Frame refusal(const Problem& problem) { return frame_of(problem, FrameKind::refused); }

std::optional<Problem> problem_of(const Frame& frame) {
  auto parts = unpacked(frame.payload, 4);
  if (!parts || parts->size() != 4) return std::nullopt;
  const auto line = number_in((*parts)[2]);
  if (!line || *line < 0 || *line > 1'000'000'000) return std::nullopt;
  return Problem{std::move((*parts)[0]), Severity::error,
                 Place{std::move((*parts)[1]), 0, static_cast<int>(*line)}, std::move((*parts)[3])};
}

}  // namespace lagesbild
