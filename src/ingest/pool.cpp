// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thread, one poll(): hand out files, listen, deliver in order, again.
#include "ingest/pool.h"

#include <poll.h>

#include <algorithm>
#include <deque>
#include <map>

#include "base/sha256.h"
#include "ingest/slot.h"
#include "ingest/stop.h"

namespace lagesbild {
namespace {

constexpr std::size_t look_ahead = 256;         // files begun beyond the oldest undelivered one
constexpr std::size_t held_limit = 64u << 20;   // bytes, about, of outcomes that wait their turn
constexpr std::size_t hash_chunk = 256u << 10;  // bytes read at once

std::string sha256_of_file(int file) {
  Sha256 sum;
  std::string bytes(hash_chunk, '\0');
  off_t at = 0;
  while (true) {
    const ssize_t got = ::pread(file, bytes.data(), bytes.size(), at);
    if (got < 0) return "";
    if (got == 0) return sum.hex();
    sum.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
}

std::size_t size_of(const Outcome& outcome) {
  std::size_t size = 1000;
  const auto* report = outcome.answer ? std::get_if<Report>(&*outcome.answer) : nullptr;
  if (report)
    for (const Assessment& one : report->assessments)
      size += one.comment.size() + one.title.size() + 100 * one.evidence.size() + 500;
  return size;
}

class Pool {
 public:
  Pool(const PoolSettings& settings, Names& names, const Sink& sink)
      : settings_(settings), names_(names), sink_(sink) {
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
    return begun_ - delivered_ < look_ahead && held_ < held_limit && !problem_;
  }

  bool nothing_left() {
    stopped_ = stop_requested() && !names_.ended();
    const bool idle = std::ranges::all_of(slots_, &Slot::free) && waiting_.empty();
    return idle && (names_.ended() || stopped_);
  }

  void hand_out() {
    for (auto slot = slots_.begin(); slot != slots_.end() && has_room() && !stop_requested();) {
      if (!slot->free()) {
        ++slot;
        continue;
      }
      std::optional<std::string> name = names_.next();
      if (!name) return;
      const std::size_t index = begun_++;
      Result<Input> input = opened(*name, settings_.input_limit);
      if (input)
        advance(slot->take({index, *std::move(name), *std::move(input), false}));
      else
        keep(index, {*std::move(name), 0, "", input.problem()});
    }
  }

  void advance(Step step) {
    if (const auto* problem = std::get_if<Problem>(&step)) problem_ = *problem;
    auto* finished = std::get_if<Finished>(&step);
    if (!finished) return;
    Job& job = finished->job;
    Outcome outcome{std::move(job.path), job.input.bytes, "", std::move(finished->answer)};
    if (outcome.answer)
      if (auto* report = std::get_if<Report>(&*outcome.answer)) report->source.path = outcome.path;
    if (!outcome.answer) outcome.sha256 = sha256_of_file(job.input.file.get());
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
    const bool wants_names = has_room() && std::ranges::any_of(slots_, &Slot::free);
    if (!stop_requested()) {
      ready.push_back({stop_descriptor(), POLLIN, 0});
      if (wants_names) ready.push_back({names_.waits_on(), POLLIN, 0});
    }
    int milliseconds = -1;
    if (wants_names && names_.waits_on() < 0 && !names_.ended() && !stop_requested())
      until = Clock::now();  // a name is there; there was no room for it before
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

  const PoolSettings& settings_;
  Names& names_;
  const Sink& sink_;
  std::deque<Slot> slots_;
  std::map<std::size_t, Outcome> waiting_;  // for those before them
  std::size_t begun_ = 0;
  std::size_t delivered_ = 0;
  std::size_t held_ = 0;  // bytes, about
  bool stopped_ = false;
  std::optional<Problem> problem_;
};

}  // namespace

Result<PoolEnd> read_all(const PoolSettings& settings, Names& names, const Sink& sink) {
  return Pool(settings, names, sink).run();
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
