// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/probe.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "ingest/child.h"
#include "ingest/messages.h"

namespace lagesbild {
namespace {

constexpr auto longest_probe = std::chrono::seconds(20);  // a worker starts in milliseconds
constexpr std::string_view done = "done";

bool opens(const char* path, int flags) {
  return Descriptor(::open(path, flags | O_CLOEXEC, 0600)).get() >= 0;
}

/// Asks for as much as it may have in all, and does not touch it.
bool takes_all_memory() {
  rlimit limits{};
  if (::getrlimit(RLIMIT_AS, &limits) != 0) return false;
  if (limits.rlim_cur == RLIM_INFINITY) return true;
  void* memory = ::mmap(nullptr, limits.rlim_cur, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory != MAP_FAILED;
}

bool raises_its_limit() {
  rlimit limits{};
  if (::getrlimit(RLIMIT_NOFILE, &limits) != 0) return false;
  limits.rlim_cur = limits.rlim_max = limits.rlim_max + 1;
  return ::setrlimit(RLIMIT_NOFILE, &limits) == 0;
}

constexpr Probe table[] = {
    {"open a file", [] { return opens("/etc/passwd", O_RDONLY); }},
    {"list a folder", [] { return opens("/", O_RDONLY | O_DIRECTORY); }},
    {"write to a file", [] { return opens("/dev/null", O_WRONLY); }},
    {"make a file", [] { return opens("/tmp", O_TMPFILE | O_RDWR); }},
    {"make a socket", [] { return Descriptor(::socket(AF_INET, SOCK_STREAM, 0)).get() >= 0; }},
    {"start a program", [] { return ::execl("/bin/true", "true", nullptr) == 0; }},
    {"start a process", [] { return ::syscall(SYS_fork) >= 0; }},
    {"signal its parent", [] { return ::kill(::getppid(), 0) == 0; }},
    {"take more memory", takes_all_memory},
    {"raise a limit", raises_its_limit},
};

/// The next frame of a worker that has nothing else to say.
class Talk {
 public:
  explicit Talk(const Child& child) : child_(child) {}

  /// Nothing where the worker has gone, is silent or talks nonsense.
  std::optional<Frame> heard() {
    while (true) {
      Result<std::optional<Frame>> frame = frames_.next();
      if (!frame) return std::nullopt;
      if (*frame) return **std::move(frame);
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until_ - Clock::now());
      pollfd ready{child_.socket(), POLLIN, 0};
      if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0)
        return std::nullopt;
      const Received got = received(child_.socket(), false);
      frames_.add(got.bytes);
      if (got.closed) return std::nullopt;
    }
  }

 private:
  const Child& child_;
  Clock::time_point until_ = Clock::now() + longest_probe;
  FrameReader frames_;
};

Problem does_not_start(const std::string& why) {
  return {"worker", Severity::error, {}, "no worker process starts: " + why};
}

struct Started {
  Child child;
  Walls walls;
};

Result<Started> started(const PoolSettings& settings) {
  Result<Child> child = Child::started(settings.work);
  if (!child) return child.problem();
  const auto hello = Talk(*child).heard();
  if (hello && hello->kind == FrameKind::refused)
    if (auto problem = problem_of(*hello)) return *problem;
  const auto walls = hello ? walls_of(*hello) : std::nullopt;
  if (!walls) return does_not_start(child->end());
  return Started{*std::move(child), *walls};
}

/// What the worker says became of it, or how it ended.
Probed probed(Child& child, const PoolSettings& settings, const Probe& probe) {
  const Task task{TaskKind::probe, std::string(probe.name), settings.timeout, {}};
  const Descriptor file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  send_with_file(child.socket(), frame_bytes(frame_of(task)), file.get());
  const auto frame = Talk(child).heard();
  const auto answer = frame ? answer_of(*frame, TaskKind::probe) : std::nullopt;
  if (!answer) {
    const std::string end = child.end();
    return {probe.name, child.signal() != 0, "ended by " + end};
  }
  if (!*answer) return {probe.name, true, "refused: " + answer->problem().what};
  const std::string& said = std::get<Explanation>(**answer).text;
  return {probe.name, said != done, said};
}

}  // namespace

std::span<const Probe> probes() { return table; }

std::string tried(std::string_view name) {
  const auto* probe = std::ranges::find(table, name, &Probe::name);
  if (probe == std::end(table)) return "refused: no such probe";
  errno = 0;
  return probe->works() ? std::string(done) : std::string("refused: ") + std::strerror(errno);
}

Result<Walls> walls_of(const PoolSettings& settings) {
  const Result<Started> worker = started(settings);
  if (!worker) return worker.problem();
  return worker->walls;
}

Result<std::vector<Probed>> probed(const PoolSettings& settings) {
  std::vector<Probed> all;
  for (const Probe& probe : table) {
    Result<Started> worker = started(settings);
    if (!worker) return worker.problem();
    all.push_back(probed(worker->child, settings, probe));
  }
  return all;
}

}  // namespace lagesbild
