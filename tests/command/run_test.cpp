// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>

#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

std::string contents(const std::string& path) {
  std::ostringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

int exit_code(pid_t id) {
  int status = 0;
  ::waitpid(id, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

pid_t started(const std::vector<std::string>& words, posix_spawn_file_actions_t* actions) {
  std::vector<std::string> all = {PROGRAM};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> raw;
  raw.reserve(all.size() + 1);
  for (std::string& word : all) raw.push_back(word.data());
  raw.push_back(nullptr);
  pid_t id = -1;
  if (posix_spawn(&id, PROGRAM, actions, nullptr, raw.data(), environ) != 0) std::abort();
  posix_spawn_file_actions_destroy(actions);
  return id;
}

}  // namespace

std::vector<std::string> Ran::lines() const {
  std::vector<std::string> all;
  std::istringstream text(out);
  for (std::string line; std::getline(text, line);) all.push_back(line);
  return all;
}

Ran run(const std::vector<std::string>& words, const std::string& in) {
  const TemporaryFolder folder;
  const std::string input = folder.file("in", in);
  const std::string out = folder / "out";
  const std::string err = folder / "err";
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
  Ran ran;
  ran.code = exit_code(started(words, &actions));
  ran.out = contents(out);
  ran.err = contents(err);
  return ran;
}

Running::Running(const std::vector<std::string>& words) {
  std::array<int, 2> in{}, out{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) std::abort();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  id_ = started(words, &actions);
  ::close(in[0]);
  ::close(out[1]);
  in_ = in[1];
  out_ = out[0];
}

Running::~Running() {
  hang_up();
  if (id_ > 0) end();
}

void Running::say(const std::string& text) const {
  if (::write(in_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::abort();
}

std::string Running::line() {
  std::string line;
  for (char c = 0; ::read(out_, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

void Running::hang_up() {
  if (out_ >= 0) ::close(out_);
  out_ = -1;
}

int Running::end() {
  if (in_ >= 0) ::close(in_);
  in_ = -1;
  const int code = exit_code(id_);
  id_ = -1;
  return code;
}

std::vector<pid_t> children_of(pid_t parent) {
  const std::string id = std::to_string(parent);
  std::ifstream list("/proc/" + id + "/task/" + id + "/children");
  std::vector<pid_t> children;
  for (pid_t child = 0; list >> child;) children.push_back(child);
  return children;
}

}  // namespace lagesbild
