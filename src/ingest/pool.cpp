// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thread, one poll(): hand out files, listen, deliver in order, again.
#include "ingest/pool.h"

#include <poll.h>

#include <algorithm>
#include <deque>
#include <map>

#include "ingest/slot.h"
#include "ingest/stop.h"

namespace lagesbild {
namespace {

constexpr std::size_t look_ahead = 256;        // files begun beyond the oldest undelivered one
constexpr std::size_t held_limit = 64u << 20;  // bytes, about, of outcomes that wait their turn

std::size_t size_of(const Outcome& outcome) {
  std::size_t size = 1000;
  const auto* report = outcome.answer ? std::get_if<Report>(&*outcome.answer) : nullptr;
  if (report)
    for (const Assessment& one : report->assessments)
      size += one.comment.size() + one.title.size() + 100 * one.evidence.size() + 500;
  return size;
}

class NamedFiles : public FileQueue {
 public:
  NamedFiles(Names& names, std::uint64_t limit) : names_(names), limit_(limit) {}
  std::optional<QueuedFile> next() override {
    std::optional<std::string> name = names_.next();
    if (!name) return std::nullopt;
    Result<Input> input = opened(*name, limit_);
    return QueuedFile{*std::move(name), std::move(input), {}};
  }
  bool ended() const override { return names_.ended(); }
  int waits_on() const override { return names_.waits_on(); }

 private:
  Names& names_;
  std::uint64_t limit_;
};

class Pool {
 public:
  Pool(const PoolSettings& settings, FileQueue& queue, const Sink& sink)
      : queue_(queue), sink_(sink) {
    for (unsigned i = 0; i < std::max(1u, settings.jobs); ++i) slots_.emplace_back(settings);
  }

  Result<PoolEnd> run() {
    while (true) {
      hand_out();
      if (!deliver()) return PoolEnd::refused;
      if (problem_) return *problem_;
      if (nothing_left()) return stopped_ ? PoolEnd::stopped : PoolEnd::done;
      wait();
      listen();
    }
  }

 private:
  bool has_room() const {
    return begun_ - delivered_ < look_ahead && held_ < held_limit && !problem_ && again_.empty() &&
           std::ranges::none_of(slots_, &Slot::busy_alone);
  }
  bool idle() const { return std::ranges::all_of(slots_, &Slot::free); }

  bool nothing_left() {
    stopped_ = stop_requested() && !queue_.ended();
    return idle() && again_.empty() && waiting_.empty() && (queue_.ended() || stopped_);
  }

  /// What was too much for a worker is read while nothing else is.
  void hand_out_again() {
    if (again_.empty() || !idle()) return;
    Job job = std::move(again_.front());
    again_.pop_front();
    advance(slots_.front().take(std::move(job)));
  }

  void hand_out() {
    hand_out_again();
    for (auto slot = slots_.begin(); slot != slots_.end() && has_room() && !stop_requested();) {
      if (!slot->free()) {
        ++slot;
        continue;
      }
      std::optional<QueuedFile> file = queue_.next();
      if (!file) return;
      const std::size_t index = begun_++;
      if (file->input)
        advance(slot->take(
            {index, std::move(file->path), *std::move(file->input), std::move(file->passages)}));
      else
        keep(index, {std::move(file->path), 0, "", file->input.problem()});
    }
  }

  void advance(Step step) {
    if (const auto* problem = std::get_if<Problem>(&step)) problem_ = *problem;
    if (auto* again = std::get_if<Again>(&step)) again_.push_back(std::move(again->job));
    auto* finished = std::get_if<Finished>(&step);
    if (!finished) return;
    Job& job = finished->job;
    Outcome outcome{std::move(job.path), job.input.bytes, "", std::move(finished->answer)};
    if (outcome.answer)
      if (auto* report = std::get_if<Report>(&*outcome.answer)) report->source.path = outcome.path;
    if (!outcome.answer) outcome.sha256 = sha256_of(job.input.file.get());
    keep(job.index, std::move(outcome));
  }

  void keep(std::size_t index, Outcome outcome) {
    held_ += size_of(outcome);
    waiting_.emplace(index, std::move(outcome));
  }

  bool deliver() {
    for (auto next = waiting_.begin(); next != waiting_.end() && next->first == delivered_;
         next = waiting_.begin()) {
      if (!sink_(next->second)) return false;
      held_ -= size_of(next->second);
      waiting_.erase(next);
      ++delivered_;
    }
    return true;
  }

  /// Until a worker speaks, a deadline passes, a name comes or somebody asks us to stop.
  void wait() {
    std::vector<pollfd> ready;
    Clock::time_point until = Clock::time_point::max();
    for (const Slot& slot : slots_) {
      if (slot.socket() >= 0) ready.push_back({slot.socket(), POLLIN, 0});
      until = std::min(until, slot.deadline());
    }
    const bool wants_files = has_room() && std::ranges::any_of(slots_, &Slot::free);
    if (!stop_requested()) {
      ready.push_back({stop_descriptor(), POLLIN, 0});
      if (wants_files) ready.push_back({queue_.waits_on(), POLLIN, 0});
    }
    int milliseconds = -1;
    if (wants_files && !queue_.ended() && !stop_requested())  // there was no room for it before
      until = queue_.waits_on() < 0 ? Clock::now() : std::min(until, queue_.deadline());
    if (until != Clock::time_point::max()) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
      milliseconds = static_cast<int>(std::clamp<long>(left, 0, 60'000));
    }
    ::poll(ready.data(), ready.size(), milliseconds);
  }

  void listen() {
    for (Slot& slot : slots_)
      if (slot.socket() >= 0) advance(slot.step());
  }

  FileQueue& queue_;
  const Sink& sink_;
  std::deque<Slot> slots_;
  std::deque<Job> again_;                   // that wait until they are alone
  std::map<std::size_t, Outcome> waiting_;  // for those before them
  std::size_t begun_ = 0;
  std::size_t delivered_ = 0;
  std::size_t held_ = 0;  // bytes, about
  bool stopped_ = false;
  std::optional<Problem> problem_;
};

}  // namespace

Result<PoolEnd> read_all(const PoolSettings& settings, FileQueue& queue, const Sink& sink) {
  return Pool(settings, queue, sink).run();
}

Result<PoolEnd> read_all(const PoolSettings& settings, Names& names, const Sink& sink) {
  NamedFiles files(names, settings.input_limit);
  return read_all(settings, files, sink);
}

Report rejected(const Outcome& outcome) {
  Report report;
  report.source.path = outcome.path;
  report.source.sha256 = outcome.sha256;
  report.source.bytes = outcome.bytes;
  report.status = Status::rejected;
  report.problems.push_back(outcome.answer.problem());
  return report;
}

}  // namespace lagesbild
