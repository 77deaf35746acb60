// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_worker.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/messages.h"

namespace lagesbild {
namespace {

using namespace std::chrono_literals;

void say(const Frame& frame) { send_all(0, frame_bytes(frame)); }

void say_report(const Task& task, const std::string& words) {
  Report report;
  report.source.path = task.path;
  report.source.producer = words;
  report.status = Status::ok;
  say(frame_of(Result<Answer>(Answer(report))));
}

[[noreturn]] void hang() {
  while (true) std::this_thread::sleep_for(1h);
}

[[noreturn]] void end_by(int signal) {
  std::signal(signal, SIG_DFL);
  std::raise(signal);
  std::abort();
}

void spin() {
  for (volatile int turns = 0;;) turns = turns ^ 1;
}

void obey(const Task& task, const std::string& order, const std::string& rest) {
  if (order == "say") say_report(task, rest);
  if (order == "slow") {
    std::this_thread::sleep_for(150ms);
    say_report(task, rest);
  }
  if (order == "many")  // members without end
    while (send_all(0, frame_bytes({FrameKind::member, "a.pdf"}) + frame_bytes(end_frame({})))) {
    }
  if (order == "fat") {  // a member without end
    say({FrameKind::member, "a.pdf"});
    while (send_all(0, frame_bytes({FrameKind::bytes, std::string(1u << 16, 'x')}))) {
    }
  }
  if (order == "member") {  // one, and no more
    say({FrameKind::member, "a.pdf"});
    say({FrameKind::bytes, rest});
    say(end_frame({}));
    hang();
  }
  if (order == "unbegun") say({FrameKind::bytes, "x"});
  if (order == "nested") {
    say({FrameKind::member, "a.pdf"});
    say({FrameKind::member, "b.pdf"});
  }
  if (order == "large") say_report(task, std::string(1u << 20, 'x'));
  if (order == "abort") end_by(SIGABRT);
  if (order == "segv") end_by(SIGSEGV);
  if (order == "xcpu") end_by(SIGXCPU);
  if (order == "exit") _exit(7);
  if (order == "hang") hang();
  if (order == "spin") spin();
  if (order == "memory") {
    std::cerr << "Out of memory\n";
    end_by(SIGABRT);
  }
  if (order == "chatter") {
    for (int i = 0; i < 100'000; ++i) std::cerr << "a line nobody reads\n";
    say_report(task, rest);
  }
  if (order == "scan") say({FrameKind::scans, ""});
  if (order == "pages") {  // each after most of the time there is for one
    for (int page = 0; page < 3; ++page) {
      say({FrameKind::page, ""});
      std::this_thread::sleep_for(900ms);
    }
    say_report(task, rest);
  }
  if (order == "endless") {
    while (send_all(0, frame_bytes({FrameKind::page, ""}))) {
    }
  }
  if (order == "nonsense") send_all(0, "LGB0 this is no frame");
  if (order == "huge") send_all(0, std::string("LGB1\4\0\0\0\xff\xff\xff\xff", 12));
  if (order == "too-large")  // for a report, not for a frame
    send_all(0, frame_bytes({FrameKind::report, std::string((16u << 20) + 1, 'x')}));
  if (order == "kindless") send_all(0, std::string("LGB1\x63\0\0\0\0\0\0\0", 12));
  if (order == "greets") say(hello_frame({}));
  if (order == "tasks") say(frame_of(task));
  if (order == "slowly") {  // an answer that never ends, a byte at a time
    const std::string answer = frame_bytes({FrameKind::report, std::string(1000, 'x')});
    for (std::size_t i = 0; send_all(0, answer.substr(i % 500, 1)); ++i)
      std::this_thread::sleep_for(20ms);
  }
  if (order == "closes") {  // and lives on
    ::close(0);
    hang();
  }
  if (order == "floods") {  // with what is no answer, as fast as it can
    const std::string empty = frame_bytes({FrameKind::bytes, ""});
    while (send_all(0, empty + empty + empty)) {
    }
  }
  if (order == "takes") {  // memory it may not have
    const std::vector<std::string> much(1u << 10, std::string(1u << 20, 'x'));
    say_report(task, much.back());
  }
  if (order == "broken") say({FrameKind::report, "{\"schema\":"});
  if (order == "other") say(frame_of(Result<Answer>(Answer(Explanation{"why", {}}))));
  if (order == "half") {
    send_all(0, frame_bytes({FrameKind::report, std::string(1000, 'x')}).substr(0, 500));
    _exit(0);
  }
  if (order == "failed") say(frame_of(Result<Answer>(Problem{"unreadable", {}, {}, rest})));
  if (order == "throws") say(frame_of(Result<Answer>(Problem{"worker_died", {}, {}, rest})));
  if (order == "holds") {  // a mark for a while
    std::ofstream(rest) << "here";
    std::this_thread::sleep_for(300ms);
    ::unlink(rest.c_str());
    say_report(task, "held");
  }
  if (order == "alone") {  // crashes the first time, then tells whether the mark is there
    if (!task.again) end_by(SIGKILL);
    std::this_thread::sleep_for(100ms);
    say_report(task, std::ifstream(rest) ? "in company" : "alone");
  }
  if (order == "partly") {  // crashes, then reads a part
    if (!task.again) end_by(SIGKILL);
    Report report;
    report.problems = {{"limit", Severity::warning, {}, "more than it may"}};
    say(frame_of(Result<Answer>(Answer(report))));
  }
  if (order == "stuck") {  // behind three pages; then tells how many it is to read
    if (task.pages > 0) return say_report(task, std::to_string(task.pages) + " pages");
    for (int page = 0; page < 3; ++page) say({FrameKind::page_read, ""});
    if (rest == "late") {
      std::this_thread::sleep_for(1200ms);
      say({FrameKind::page_read, ""});
    }
    end_by(SIGXCPU);
  }
  if (order == "stuck-again") {
    say({FrameKind::page_read, ""});
    if (task.pages > 0 && rest == "rejected")
      return say(frame_of(Result<Answer>(Answer(Report()))));
    end_by(SIGXCPU);
  }
  if (order == "reads") {  // pages without end
    while (send_all(0, frame_bytes({FrameKind::page_read, ""}))) {
    }
  }
  if (order == "once") {  // crashes until the file `rest` is there
    if (!std::ifstream(rest)) {
      std::ofstream(rest) << "here";
      end_by(SIGKILL);
    }
    say_report(task, "at last");
  }
}

void serve_orders(bool recognises) {
  FrameReader frames;
  Descriptor file;
  while (true) {
    Result<std::optional<Frame>> frame = frames.next();
    if (!frame) return;
    if (!*frame) {
      Received more = received(0, true);
      if (more.closed) return;
      if (more.file) file = std::move(more.file);
      frames.add(more.bytes);
      continue;
    }
    const std::optional<Task> task = task_of(**frame);
    const Result<std::string> text = bytes_of(file.get(), 1u << 20);
    if (!task || !text) return;
    std::istringstream words(*text);
    std::string order, rest;
    words >> order >> rest;
    if (order == "scan" && recognises) words >> order >> rest;
    obey(*task, order, rest);
  }
}

}  // namespace

std::vector<std::string> fake_worker_command(const std::string& start) {
  return {"/proc/self/exe", "fake-worker", start};
}

int fake_worker(const std::string& start) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (start == "die") return 1;
  if (start == "silent") hang();
  if (start == "limited") limit_process(256u << 20);
  if (start == "refuse") say(refusal({"rules", Severity::error, {"form.yaml", 0, 7}, "no months"}));
  if (start == "well" || start == "limited" || start == "ocr") say({FrameKind::hello, ""});
  serve_orders(start == "ocr");
  return 0;
}

}  // namespace lagesbild

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 2 && words[0] == "fake-worker") return lagesbild::fake_worker(words[1]);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
