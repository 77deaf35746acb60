// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/worker.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <new>

#include "ingest/archive.h"
#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/messages.h"
#include "ingest/passages.h"
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

/// What a worker reads with.
struct Means {
  const Rules& rules;
  Ocr ocr;
  bool leaves_scans = false;  ///< to another worker
  std::uint64_t input_limit = 0;
  ReadLimits limits;
};

/// Recognising a page may take as long as reading a file: each has its own time, and the parent is
/// told.
Ocr timed(const Ocr& ocr, const Task& task) {
  if (!ocr.read) return ocr;
  Ocr told = ocr;
  told.read = [&ocr, time = task.time](const GreyImage& image) {
    say({FrameKind::page, ""});
    limit_cpu(time);
    return ocr.read(image);
  };
  return told;
}

ReadLimits limits_of(const Task& task, const ReadLimits& limits) {
  ReadLimits held = task.again ? tighter(limits) : limits;
  if (task.pages > 0) held.pages = std::min(held.pages, task.pages);
  return held;
}

/// Where only the first pages were to be read, the others are missing for want of time.
void name_missing_pages(Report& report, const Task& task, const ReadLimits& limits) {
  if (task.pages == 0 || limits.pages != task.pages) return;
  const Problem bound = limit_reached(&ReadLimits::pages, limits, {});
  const auto found = std::ranges::find(report.problems, bound.what, &Problem::what);
  if (found == report.problems.end()) return;
  found->code = "time_limit";
  found->place.page = static_cast<int>(task.pages) + 1;
  found->what =
      "reading this page took too long; it and all after it are missing: raise --timeout "
      "to allow more than " +
      std::to_string(task.time.count()) + " s";
}

/// What is to be said of a file.
Frame read(const Task& task, int file, const Means& means) {
  const Result<std::string> bytes = bytes_of(file, means.input_limit);
  if (!bytes) return frame_of(Result<Answer>(bytes.problem()));
  if (task.kind == TaskKind::passages) return frame_of(Result<Answer>(Answer(drawn(*bytes, task))));
  const Ocr ocr = timed(means.ocr, task);
  const ReadLimits limits = limits_of(task, means.limits);
  if (task.kind == TaskKind::report) {
    Chain chain = chain_of(*bytes, task.path, means.rules, ocr, limits, [] {
      say({FrameKind::page_read, ""});
    });
    name_missing_pages(chain.report, task, limits);
    if (means.leaves_scans && chain.unread_scans > 0) return {FrameKind::scans, ""};
    return frame_of(Result<Answer>(Answer(std::move(chain.report))));
  }
  Explanation explanation =
      explanation_of(*bytes, task.path, means.rules, task.kind == TaskKind::pictures, ocr, limits);
  if (means.leaves_scans && explanation.unread_scans > 0) return {FrameKind::scans, ""};
  return frame_of(Result<Answer>(Answer(std::move(explanation))));
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
bool answer(const Task& task, int file, const Means& means) {
  limit_cpu(task.time);
  try {
    if (task.kind == TaskKind::archive) return say_members(file, means.input_limit);
    if (task.kind == TaskKind::probe)
      return say(frame_of(Result<Answer>(Answer(Explanation{tried(task.path), {}}))));
    return say(read(task, file, means));
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

/// In force before the walls stand, as it opens files.
Ocr ocr_of(const WorkerSettings& settings, OcrOpener open_ocr) {
  const auto unavailable = [](std::string why) {
    return Problem{"ocr_unavailable", Severity::warning, {}, std::move(why)};
  };
  Ocr ocr{settings.ocr, nullptr, std::nullopt};
  if (settings.ocr == OcrMode::never) return ocr;
  if (!settings.ocr_missing.empty()) ocr.unavailable = unavailable(settings.ocr_missing);
  if (ocr.unavailable || !open_ocr) return ocr;
  auto read = open_ocr(settings.ocr_data);
  if (read)
    ocr.read = *std::move(read);
  else
    ocr.unavailable = read.problem();
  return ocr;
}

int serve(const WorkerSettings& settings, const Rules& rules, OcrOpener open_ocr) {
  prepare_poppler();
  const Means means{rules, ocr_of(settings, open_ocr), !open_ocr && settings.ocr_missing.empty(),
                    settings.input_limit, settings.limits};
  const Result<Walls> walls = enter_sandbox(settings.sandbox, readable_folders(settings.fonts));
  if (!walls) return say(refusal(walls.problem())) ? 0 : 1;
  if (!say(hello_frame(*walls))) return 1;

  FrameReader frames;
  while (auto task = next_task(frames))
    if (!answer(task->first, task->second.get(), means)) return 1;
  return 0;
}

}  // namespace

std::vector<std::string> words_of(const WorkerSettings& settings) {
  return {settings.rules,
          std::to_string(settings.memory),
          std::to_string(settings.input_limit),
          std::to_string(static_cast<int>(settings.sandbox)),
          settings.fonts ? "1" : "0",
          std::to_string(static_cast<int>(settings.ocr)),
          settings.ocr_data,
          settings.ocr_missing,
          words_of(settings.limits)};
}

std::optional<WorkerSettings> settings_of(const std::vector<std::string>& words) {
  if (words.size() != 9) return std::nullopt;
  const auto memory = number_in(words[1]);
  const auto input_limit = number_in(words[2]);
  const auto sandbox = number_in(words[3]);
  const auto ocr = number_in(words[5]);
  const auto limits = read_limits_of(words[8]);
  if (!memory || !input_limit || !sandbox || !ocr || !limits) return std::nullopt;
  if (*sandbox > static_cast<std::uint64_t>(Sandbox::required)) return std::nullopt;
  if (*ocr > static_cast<std::uint64_t>(OcrMode::always)) return std::nullopt;
  return WorkerSettings{words[0],        *memory,
                        *input_limit,    static_cast<Sandbox>(*sandbox),
                        words[4] == "1", static_cast<OcrMode>(*ocr),
                        words[6],        words[7],
                        *limits};
}

std::function<int()> reading_work(const WorkerSettings& settings,
                                  std::shared_ptr<const Rules> rules) {
  return [settings, rules = std::move(rules)] {
    limit_process(settings.memory);
    return serve(settings, *rules, nullptr);
  };
}

int serve(const WorkerSettings& settings, OcrOpener open_ocr) {
  limit_process(settings.memory);
  const Result<Rules> rules = load_rules(settings.rules);
  if (!rules) return say(refusal(rules.problem())) ? 0 : 1;
  return serve(settings, *rules, open_ocr);
}

}  // namespace lagesbild
