// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/protocol.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace lagesbild {
namespace {

constexpr std::string_view magic = "LGB1";
constexpr std::size_t header_size = 12;
constexpr std::size_t chunk = 64u << 10;  // bytes asked for at once

void append_u32(std::string& out, std::uint32_t number) {
  std::array<char, sizeof number> bytes{};
  std::memcpy(bytes.data(), &number, sizeof number);
  out.append(bytes.data(), bytes.size());
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

Problem nonsense(std::string what) { return {"protocol", Severity::error, {}, std::move(what)}; }

}  // namespace

std::string packed(const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) {
    append_u32(out, static_cast<std::uint32_t>(part.size()));
    out += part;
  }
  return out;
}

std::optional<std::vector<std::string>> unpacked(std::string_view payload, std::size_t most) {
  std::vector<std::string> parts;
  while (!payload.empty()) {
    if (parts.size() == most || payload.size() < sizeof(std::uint32_t)) return std::nullopt;
    const std::size_t size = u32_at(payload, 0);
    payload.remove_prefix(sizeof(std::uint32_t));
    if (size > payload.size()) return std::nullopt;
    parts.emplace_back(payload.substr(0, size));
    payload.remove_prefix(size);
  }
  return parts;
}

std::string frame_bytes(const Frame& frame) {
  std::string out(magic);
  append_u32(out, static_cast<std::uint32_t>(frame.kind));
  append_u32(out, static_cast<std::uint32_t>(frame.payload.size()));
  return out + frame.payload;
}

Result<std::optional<Frame>> FrameReader::next() {
  const std::size_t known = std::min(bytes_.size(), magic.size());
  if (bytes_.compare(0, known, magic, 0, known) != 0) return nonsense("no frame of this version");
  if (bytes_.size() < header_size) return std::optional<Frame>();
  const std::uint32_t kind = u32_at(bytes_, 4);
  const std::size_t size = u32_at(bytes_, 8);
  if (kind < static_cast<std::uint32_t>(FrameKind::hello) ||
      kind > static_cast<std::uint32_t>(FrameKind::page_read))
    return nonsense("no known kind of frame");
  if (size > most_) return nonsense("a frame larger than allowed");
  if (bytes_.size() - header_size < size) return std::optional<Frame>();
  Frame frame{static_cast<FrameKind>(kind), bytes_.substr(header_size, size)};
  bytes_.erase(0, header_size + size);
  return std::optional<Frame>(std::move(frame));
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool send_with_file(int socket, std::string_view bytes, int file) {
  iovec part{const_cast<char*>(bytes.data()), bytes.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> beside{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = beside.data();
  message.msg_controllen = beside.size();
  cmsghdr* head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(head), &file, sizeof file);
  ssize_t sent = -1;
  do {
    sent = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(bytes.size());
}

Received received(int socket, bool wait) {
  Received result;
  result.bytes.resize(chunk);
  iovec part{result.bytes.data(), result.bytes.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> beside{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = beside.data();
  message.msg_controllen = beside.size();
  ssize_t got = -1;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
  } while (got < 0 && errno == EINTR);
  result.closed = got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
  result.bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  const cmsghdr* head = got >= 0 ? CMSG_FIRSTHDR(&message) : nullptr;
  if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS) {
    int file = -1;
    std::memcpy(&file, CMSG_DATA(head), sizeof file);
    result.file = Descriptor(file);
  }
  return result;
}

}  // namespace lagesbild
