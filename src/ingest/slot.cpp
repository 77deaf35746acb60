// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/slot.h"

#include <algorithm>
#include <csignal>

namespace lagesbild {
namespace {

constexpr int files_per_process = 500;                    // no leak is known; one may come
constexpr std::uint64_t memory_per_process = 256u << 20;  // bytes it may keep between files
constexpr auto time_to_start = std::chrono::seconds(60);  // rules take some milliseconds
constexpr int start_limit = 3;  // failed starts in a row, before we believe that it can't

Problem time_limit(std::chrono::seconds limit) {
  return {"time_limit",
          Severity::error,
          {},
          "reading took longer than " + std::to_string(limit.count()) +
              " s and was broken off; raise --timeout to allow more"};
}

Problem memory_limit(std::uint64_t limit) {
  return {"memory_limit",
          Severity::error,
          {},
          "reading took more than " + std::to_string(limit >> 20) +
              " MiB of memory and was broken off; raise --memory to allow more"};
}

Problem worker_died(const std::string& how) {
  return {
      "worker_died", Severity::error, {}, "the process that read this file failed twice: " + how};
}

/// A report that bounds have cut short, or one whose first pages alone do not make a report.
bool is_less_than_a_failure(const Result<Answer>& answer, std::size_t pages) {
  const auto* report = answer ? std::get_if<Report>(&*answer) : nullptr;
  if (!report) return pages > 0;
  return std::ranges::count(report->problems, "limit", &Problem::code) > 0 ||
         (pages > 0 && report->status == Status::rejected);
}

/// Poppler ends the process where it gets no memory, but says so first.
bool tells_of_memory(std::string_view log) {
  for (const char* words : {"Out of memory", "Bogus memory allocation", "bad_alloc"})
    if (log.find(words) != std::string_view::npos) return true;
  return false;
}

}  // namespace

Step Slot::start() {
  frames_ = FrameReader(largest_frame(settings_.kind));
  ready_ = false;
  files_ = 0;
  ++starts_;
  child_.reset();
  Result<Child> child = Child::started(recognises_ ? Work(settings_.ocr_command) : settings_.work);
  if (!child) return child.problem();
  child_ = *std::move(child);
  deadline_ = Clock::now() + time_to_start;
  return {};
}

Step Slot::take(Job job) {
  job_ = std::move(job);
  if (job_->failed_by) child_.reset();
  if (!child_)
    if (Step step = start(); !std::holds_alternative<std::monostate>(step)) return step;
  cpu_before_ = child_->cpu_time();
  pages_ = early_pages_ = 0;
  if (ready_) deadline_ = Clock::now() + settings_.timeout;
  const Task task{
      settings_.kind, job_->path, settings_.timeout, job_->passages, job_->failed_by.has_value(),
      job_->pages};
  if (!send_with_file(child_->socket(), frame_bytes(frame_of(task)), job_->input.file.get()))
    return lost_by_itself();
  return {};
}

Step Slot::step() {
  const int process = starts_;
  Received got = received(child_->socket(), false);
  frames_.add(got.bytes);
  while (true) {
    Result<std::optional<Frame>> frame = frames_.next();
    if (!frame) return lost(worker_died("it answered nonsense"), true);
    if (!*frame) break;
    Step step = heard(**frame);
    const bool same = child_ && process == starts_;
    if (!same || !std::holds_alternative<std::monostate>(step)) return step;
  }
  if (got.closed) return lost_by_itself();
  if (Clock::now() >= deadline_) return overdue();
  return {};
}

Step Slot::heard(const Frame& frame) {
  if (frame.kind == FrameKind::refused && !ready_)
    return problem_of(frame).value_or(Problem{"worker", Severity::error, {}, "no worker starts"});
  if (frame.kind == FrameKind::hello && !ready_) {
    ready_ = true;
    failed_starts_ = 0;
    deadline_ = Clock::now() + settings_.timeout;
    cpu_before_ = child_->cpu_time();
    return {};
  }
  if (frame.kind == FrameKind::page_read && ready_ && job_ && settings_.kind == TaskKind::report) {
    heard_of_page();
    return {};
  }
  if (ready_ && job_)
    if (std::optional<Step> step = heard_of_scans(frame.kind)) return *std::move(step);
  std::optional<Result<Answer>> answer;
  if (ready_ && job_) answer = answer_of(frame, settings_.kind);
  if (!answer) return lost(worker_died("it answered nonsense"), true);
  return answered(*std::move(answer));
}

/// Pages read later could not be read again with time left to make a report of them.
void Slot::heard_of_page() {
  if (Clock::now() < deadline_ - settings_.timeout / 2) ++early_pages_;
}

/// Nothing where the frame says something else, or what cannot be.
std::optional<Step> Slot::heard_of_scans(FrameKind kind) {
  if (kind == FrameKind::page && recognises_ && pages_ < most_recognised_pages) {
    ++pages_;
    early_pages_ = 0;  // it is not their content that takes long
    deadline_ = Clock::now() + settings_.timeout;
    cpu_before_ = child_->cpu_time();
    return Step();
  }
  if (kind != FrameKind::scans || recognises_ || settings_.ocr_command.empty()) return std::nullopt;
  recognises_ = true;
  child_.reset();
  Job job = *std::move(job_);
  job_.reset();
  return take(std::move(job));
}

Step Slot::answered(Result<Answer> answer) {
  if (!answer && answer.problem().code == "memory_limit")
    return lost(memory_limit(settings_.memory), true);
  if (!answer && answer.problem().code == "worker_died")
    return lost(worker_died(answer.problem().what), true);
  child_->log();
  deadline_ = Clock::time_point::max();
  if (++files_ >= files_per_process || child_->memory() > memory_per_process) child_.reset();
  // What is known only in part now may have been read whole before: that it failed is true each
  // time.
  if (job_->failed_by && is_less_than_a_failure(answer, job_->pages)) answer = *job_->failed_by;
  Finished finished{*std::move(job_), std::move(answer)};
  job_.reset();
  return finished;
}

/// The worker is gone or goes. Its file is to be tried `again` unless it was already.
Step Slot::lost(Problem why, bool again) {
  child_.reset();
  deadline_ = Clock::time_point::max();
  if (!job_) return {};  // it ended between two files: nothing is lost
  Job job = *std::move(job_);
  job_.reset();
  if (job.failed_by && job.pages > 0) why = *job.failed_by;  // that is what ails the whole
  if (!again || job.failed_by) return Finished{std::move(job), std::move(why)};
  job.failed_by = std::move(why);
  return Again{std::move(job)};
}

Step Slot::lost_by_itself() {
  const std::string log = child_->log();
  const std::string how = child_->end();
  if (!ready_) return not_started(how);
  if (child_->signal() == SIGXCPU) return out_of_time(false);
  if (tells_of_memory(log)) return lost(memory_limit(settings_.memory), true);
  return lost(worker_died(how), true);
}

Step Slot::overdue() {
  if (!ready_) return not_started("it took too long");
  // A worker that computed all the time will do so again; one that did not get the processor
  // deserves another try.
  const auto computed = child_->cpu_time() - cpu_before_;
  return out_of_time(computed < settings_.timeout * 4 / 5);
}

/// Where all is not worth another try, the pages that were read are, without what took so long.
Step Slot::out_of_time(bool again) {
  if (!again && job_ && !job_->failed_by) job_->pages = early_pages_;
  return lost(time_limit(settings_.timeout), again || early_pages_ > 0);
}

Step Slot::not_started(const std::string& why) {
  // One that was killed from outside may start next time: only patience ends that.
  const bool killed = child_ && child_->signal() == SIGKILL;
  child_.reset();
  if (++failed_starts_ == 1) first_failed_start_ = Clock::now();
  const bool patient = Clock::now() - first_failed_start_ < time_to_start;
  if (!(killed && patient) && failed_starts_ >= start_limit)
    return Problem{"worker", Severity::error, {}, "no worker process starts: " + why};
  Job job = *std::move(job_);
  job_.reset();
  return take(std::move(job));
}

}  // namespace lagesbild
