// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <fstream>

namespace lagesbild {
namespace {

constexpr std::size_t log_limit = 64u << 10;  // bytes; a pipe holds no more

Problem cannot_start(const char* step) {
  return {
      "worker",
      Severity::error,
      {},
      std::string("a worker process cannot be started (") + step + "): " + std::strerror(errno)};
}

/// posix_spawn with descriptors 0, 1 and 2; every other one of ours is closed on exec.
int spawned(pid_t& id, const std::vector<std::string>& command, int socket, int log) {
  std::vector<char*> words;
  words.reserve(command.size() + 1);
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, socket, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, log, 2);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  const int error = posix_spawn(&id, words.front(), &actions, &attributes, words.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

/// Takes the places of 0, 1 and 2, whichever of them `socket` and `log` may have.
bool stands_at_standard_descriptors(int socket, int log) {
  const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const std::array<int, 3> wanted = {::fcntl(socket, F_DUPFD, 3), ::fcntl(nothing, F_DUPFD, 3),
                                     ::fcntl(log, F_DUPFD, 3)};
  bool stands = true;
  for (int place = 0; place < 3; ++place)
    stands &= ::dup2(wanted[static_cast<std::size_t>(place)], place) == place;
  return stands;
}

/// In the copy: nothing that our process has begun is finished there, so that it is not done twice.
[[noreturn]] void run(const std::function<int()>& work, int socket, int log) {
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  int code = 1;
  try {
    if (stands_at_standard_descriptors(socket, log)) code = work();
  } catch (const std::exception& error) {
    ::dprintf(STDERR_FILENO, "%s\n", error.what());
  }
  ::_exit(code);
}

/// The copy's process in `id`; what went wrong, or 0.
int begun(pid_t& id, const Work& work, int socket, int log) {
  if (const auto* command = std::get_if<std::vector<std::string>>(&work))
    return spawned(id, *command, socket, log);
  id = ::fork();
  if (id == 0) run(std::get<std::function<int()>>(work), socket, log);
  return id < 0 ? errno : 0;
}

}  // namespace

Result<Child> Child::started(const Work& work) {
  std::array<int, 2> sockets{};
  std::array<int, 2> pipe{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
    return cannot_start("socket");
  Child child;
  child.socket_ = Descriptor(sockets[0]);
  const Descriptor its_socket(sockets[1]);
  // A full pipe drops what the worker writes instead of blocking it: nobody reads until it ends.
  if (::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return cannot_start("pipe");
  child.log_ = Descriptor(pipe[0]);
  const Descriptor its_log(pipe[1]);
  errno = begun(child.id_, work, its_socket.get(), its_log.get());
  if (errno != 0) {
    child.id_ = -1;
    return cannot_start("program");
  }
  return child;
}

Child::Child(Child&& other) noexcept
    : id_(std::exchange(other.id_, -1)),
      signal_(other.signal_),
      socket_(std::move(other.socket_)),
      log_(std::move(other.log_)) {}

Child& Child::operator=(Child&& other) noexcept {
  std::swap(id_, other.id_);
  std::swap(signal_, other.signal_);
  std::swap(socket_, other.socket_);
  std::swap(log_, other.log_);
  return *this;
}

Child::~Child() {
  if (id_ > 0) end();
}

std::string Child::log() {
  std::string text(log_limit, '\0');
  const ssize_t got = ::read(log_.get(), text.data(), text.size());
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text;
}

std::chrono::nanoseconds Child::cpu_time() const {
  clockid_t clock{};
  timespec used{};
  if (id_ <= 0 || ::clock_getcpuclockid(id_, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
    return {};
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

std::uint64_t Child::memory() const {
  std::ifstream facts("/proc/" + std::to_string(id_) + "/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  if (!(facts >> total >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::string Child::end() {
  if (id_ <= 0) return "ended before";
  ::kill(id_, SIGKILL);  // nothing happens to one that has ended by itself
  int status = 0;
  while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
  }
  id_ = -1;
  if (!WIFSIGNALED(status)) return "exit " + std::to_string(WEXITSTATUS(status));
  signal_ = WTERMSIG(status);
  return "signal " + std::to_string(signal_) + " (" + ::strsignal(signal_) + ")";
}

}  // namespace lagesbild
