// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/archive_members.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "ingest/archive.h"
#include "ingest/kinds.h"
#include "ingest/label.h"

namespace lagesbild {
namespace {

constexpr std::size_t longest_name = 1u << 16;  // bytes; the format has no longer ones

Problem trouble(const char* code, std::string what) {
  return {code, Severity::error, {}, std::move(what)};
}

Problem nonsense() {
  return trouble("worker_died", "the process that unpacked this archive answered nonsense");
}

std::string mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void seal(int file) {
  ::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
}

}  // namespace

ArchiveMembers::ArchiveMembers(const PoolSettings& settings, std::string label,
                               const Input& archive)
    : settings_(settings),
      byte_limit_(std::min(
          unpacked_limit,
          std::max(unpacked_always,
                   std::min(archive.bytes, unpacked_limit / unpacked_ratio) * unpacked_ratio))) {
  problem_ = open(std::move(label), archive.file.get());
}

std::optional<QueuedFile> ArchiveMembers::open(std::string label, int file) {
  Result<Child> child = Child::started(settings_.work);
  if (!child) return QueuedFile{std::move(label), child.problem()};
  const Task task{TaskKind::archive, label, settings_.timeout, {}};
  levels_.push_back(
      {std::move(label), *std::move(child), FrameReader(largest_frame(TaskKind::archive)), {}, {}});
  deadline_ = Clock::now() + settings_.timeout;
  if (send_with_file(levels_.back().child.socket(), frame_bytes(frame_of(task)), file)) return {};
  return lost_by_itself();
}

std::optional<QueuedFile> ArchiveMembers::next() {
  if (problem_) return std::exchange(problem_, std::nullopt);
  while (!levels_.empty()) {
    Level& level = levels_.back();
    Result<std::optional<Frame>> frame = level.frames.next();
    if (!frame) return broken_off(nonsense());
    if (*frame) {
      if (auto file = heard(**frame)) return file;
      continue;
    }
    const Received got = received(level.child.socket(), false);
    level.frames.add(got.bytes);
    if (!got.bytes.empty())
      deadline_ = Clock::now() + settings_.timeout;
    else if (got.closed)
      return lost_by_itself();
    else if (Clock::now() >= deadline_)
      return broken_off(trouble("time_limit", "nothing came out of this archive for " +
                                                  std::to_string(settings_.timeout.count()) +
                                                  " s; raise --timeout to allow more"));
    else
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<QueuedFile> ArchiveMembers::heard(const Frame& frame) {
  switch (frame.kind) {
    case FrameKind::hello:
      return std::nullopt;
    case FrameKind::member:
      return begun(frame);
    case FrameKind::bytes:
      return grown(frame);
    case FrameKind::end:
      if (const auto end = end_of(frame)) return ended_with(*end);
      return broken_off(nonsense());
    case FrameKind::failed:
    case FrameKind::refused: {
      Problem why = problem_of(frame).value_or(nonsense());
      if (why.code == "memory_limit")
        why.what = "unpacking took more than " + mebibytes(settings_.memory) +
                   " of memory and was broken off; raise --memory to allow more";
      return broken_off(std::move(why));
    }
    default:
      return broken_off(nonsense());
  }
}

std::optional<QueuedFile> ArchiveMembers::begun(const Frame& frame) {
  Level& level = levels_.back();
  if (level.member || frame.payload.size() > longest_name) return broken_off(nonsense());
  if (members_++ == most_members)
    return given_up("more than " + std::to_string(most_members) + " members in it");
  level.member = frame.payload;
  level.bytes.bytes = 0;
  level.bytes.file = Descriptor(::memfd_create("member", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  return std::nullopt;
}

std::optional<QueuedFile> ArchiveMembers::grown(const Frame& frame) {
  Level& level = levels_.back();
  level.bytes.bytes += frame.payload.size();
  bytes_ += frame.payload.size();
  if (!level.member || level.bytes.bytes > settings_.input_limit) return broken_off(nonsense());
  if (bytes_ > byte_limit_)
    return given_up(byte_limit_ == unpacked_limit
                        ? "it unpacks to more than " + mebibytes(unpacked_limit)
                        : "it unpacks to more than " + mebibytes(byte_limit_) + ", over " +
                              std::to_string(unpacked_ratio) + " times its own size");
  if (write_all(level.bytes.file.get(), frame.payload)) return std::nullopt;
  return broken_off(trouble(
      "unreadable", std::string("no memory to unpack this archive in: ") + std::strerror(errno)));
}

std::optional<QueuedFile> ArchiveMembers::ended_with(const std::optional<Problem>& why) {
  Level& level = levels_.back();
  if (!level.member) {
    if (why) return broken_off(*why);
    levels_.pop_back();
    deadline_ = Clock::now() + settings_.timeout;
    return std::nullopt;
  }
  const std::string name = *std::exchange(level.member, std::nullopt);
  std::string label = unused_label(name);
  Input bytes = std::exchange(level.bytes, Input());
  if (why) return QueuedFile{std::move(label), *why};
  seal(bytes.file.get());
  if (kind_of(name) != FileKind::archive) return QueuedFile{std::move(label), std::move(bytes)};
  if (levels_.size() < deepest_archive) return open(std::move(label), bytes.file.get());
  return QueuedFile{
      std::move(label),
      trouble("archive_limit", "archives more than " + std::to_string(deepest_archive) +
                                   " deep in one another are not read; unpack it")};
}

/// The innermost archive ends here; those around it go on.
QueuedFile ArchiveMembers::broken_off(Problem why) {
  QueuedFile file{std::move(levels_.back().label), std::move(why)};
  levels_.pop_back();
  deadline_ = Clock::now() + settings_.timeout;
  return file;
}

/// All of them end.
QueuedFile ArchiveMembers::given_up(const std::string& why) {
  levels_.erase(levels_.begin() + 1, levels_.end());
  return broken_off(trouble("archive_limit",
                            why + "; what is further in was not read. Unpack it to have it read"));
}

QueuedFile ArchiveMembers::lost_by_itself() {
  Child& child = levels_.back().child;
  const std::string how = child.end();
  if (child.signal() == SIGXCPU)
    return broken_off(trouble("time_limit", "unpacking took longer than " +
                                                std::to_string(settings_.timeout.count()) +
                                                " s; raise --timeout to allow more"));
  return broken_off(trouble("worker_died", "the process that unpacked this archive ended: " + how));
}

std::string ArchiveMembers::unused_label(const std::string& name) {
  const std::string wanted = member_label(levels_.back().label, name);
  int& count = labels_[wanted];
  std::string label = wanted;
  while (++count > 1) {
    label = wanted + " (" + std::to_string(count) + ")";
    if (labels_.emplace(label, 1).second) break;
  }
  return label;
}

}  // namespace lagesbild
