// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

namespace lagesbild {
namespace {

constexpr rlim_t open_files = 16;  // the socket, three standard ones, the report, a few CMaps

#ifdef __SANITIZE_ADDRESS__
constexpr bool can_limit_memory = false;  // its shadow takes terabytes of address space
#else
constexpr bool can_limit_memory = true;
#endif

void limit(__rlimit_resource what, rlim_t most) {
  const rlimit limits{most, most};
  ::setrlimit(what, &limits);
}

}  // namespace

void limit_process(std::uint64_t memory) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::close_range(3, ~0u, 0);  // what our parent had from its own
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, open_files);
  if (can_limit_memory) limit(RLIMIT_AS, memory);
}

void limit_cpu(std::chrono::seconds time) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto so_far = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  rlimit limits{};
  ::getrlimit(RLIMIT_CPU, &limits);
  limits.rlim_cur = so_far + static_cast<rlim_t>(time.count()) + 2;  // seconds are rounded down
  if (limits.rlim_cur <= limits.rlim_max) ::setrlimit(RLIMIT_CPU, &limits);
}

}  // namespace lagesbild
