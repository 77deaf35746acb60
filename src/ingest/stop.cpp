// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A signal handler can reach nothing but globals: these two are the only ones of the program.
#include "ingest/stop.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace lagesbild {
namespace {

volatile std::sig_atomic_t requested = 0;
std::array<int, 2> wake = {-1, -1};

void on_signal(int) {
  const int before = errno;
  requested = 1;
  [[maybe_unused]] const ssize_t written = ::write(wake[1], "", 1);
  errno = before;
}

}  // namespace

void catch_stop_signals() {
  if (wake[0] < 0 && ::pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

bool stop_requested() { return requested != 0; }

int stop_descriptor() { return wake[0]; }

}  // namespace lagesbild
