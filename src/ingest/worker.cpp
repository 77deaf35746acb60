// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/worker.h"

#include <charconv>
#include <exception>
#include <new>

#include "ingest/archive.h"
#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/messages.h"
#include "ingest/probe.h"
#include "pdf/read.h"
#include "pipeline.h"

namespace lagesbild {
namespace {

constexpr int parent_socket = 0;

bool say(const Frame& frame) { return send_all(parent_socket, frame_bytes(frame)); }

std::optional<std::uint64_t> number_in(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Result<Answer> read(const Task& task, int file, const Rules& rules, std::uint64_t input_limit) {
  const Result<std::string> bytes = bytes_of(file, input_limit);
  if (!bytes) return bytes.problem();
  if (task.kind == TaskKind::report) return Answer(report_of(*bytes, task.path, rules));
  return Answer(explanation_of(*bytes, task.path, rules, task.kind == TaskKind::pictures));
}

bool say_members(int file, std::uint64_t input_limit) {
  const MemberSink sink = {[](const std::string& name) {
                             return say({FrameKind::member, name});
                           },
                           [](std::string_view bytes) {
                             return say({FrameKind::bytes, std::string(bytes)});
                           },
                           [](const std::optional<Problem>& why) { return say(end_frame(why)); }};
  return say(end_frame(unpack(file, input_limit, sink)));
}

/// False where the worker is not to be used again: memory ran out in the middle of something.
bool answer(const Task& task, int file, const Rules& rules, std::uint64_t input_limit) {
  limit_cpu(task.time);
  try {
    if (task.kind == TaskKind::archive) return say_members(file, input_limit);
    if (task.kind == TaskKind::probe)
      return say(frame_of(Result<Answer>(Answer(Explanation{tried(task.path), {}}))));
    return say(frame_of(read(task, file, rules, input_limit)));
  } catch (const std::bad_alloc&) {
    say(frame_of(Result<Answer>(Problem{"memory_limit", Severity::error, {}, ""})));
  } catch (const std::exception& error) {
    say(frame_of(Result<Answer>(Problem{"worker_died", Severity::error, {}, error.what()})));
  }
  return false;
}

/// The next task with its file; nothing when the parent has no more, or says what we don't know.
std::optional<std::pair<Task, Descriptor>> next_task(FrameReader& frames) {
  Descriptor file;
  while (true) {
    Result<std::optional<Frame>> frame = frames.next();
    if (!frame) return std::nullopt;
    if (*frame) {
      std::optional<Task> task = task_of(**frame);
      if (!task || !file) return std::nullopt;
      return std::pair(std::move(*task), std::move(file));
    }
    Received more = received(parent_socket, true);
    if (more.closed) return std::nullopt;
    if (more.file) file = std::move(more.file);
    frames.add(more.bytes);
  }
}

}  // namespace

std::vector<std::string> words_of(const WorkerSettings& settings) {
  return {settings.rules, std::to_string(settings.memory), std::to_string(settings.input_limit),
          std::to_string(static_cast<int>(settings.sandbox)), settings.fonts ? "1" : "0"};
}

std::optional<WorkerSettings> settings_of(const std::vector<std::string>& words) {
  if (words.size() != 5) return std::nullopt;
  const auto memory = number_in(words[1]);
  const auto input_limit = number_in(words[2]);
  const auto sandbox = number_in(words[3]);
  if (!memory || !input_limit || !sandbox) return std::nullopt;
  if (*sandbox > static_cast<std::uint64_t>(Sandbox::required)) return std::nullopt;
  return WorkerSettings{words[0], *memory, *input_limit, static_cast<Sandbox>(*sandbox),
                        words[4] == "1"};
}

int serve(const WorkerSettings& settings) {
  limit_process(settings.memory);
  const Result<Rules> rules = load_rules(settings.rules);
  if (!rules) return say(refusal(rules.problem())) ? 0 : 1;
  prepare_poppler();
  const Result<Walls> walls = enter_sandbox(settings.sandbox, readable_folders(settings.fonts));
  if (!walls) return say(refusal(walls.problem())) ? 0 : 1;
  if (!say(hello_frame(*walls))) return 1;

  FrameReader frames;
  while (auto task = next_task(frames))
    if (!answer(task->first, task->second.get(), *rules, settings.input_limit)) return 1;
  return 0;
}

}  // namespace lagesbild
