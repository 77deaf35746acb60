// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/names.h"

#include <poll.h>

#include <array>
#include <cerrno>

namespace lagesbild {
namespace {

constexpr std::size_t longest_name = 1u << 20;  // bytes; the system takes 4096

}  // namespace

std::optional<std::string> Names::next() {
  if (ready_.empty() && lines_) read_lines();
  if (ready_.empty()) return std::nullopt;
  std::string name = std::move(ready_.front());
  ready_.pop_front();
  return name;
}

void Names::read_lines() {
  pollfd ready{lines_.get(), POLLIN, 0};
  if (::poll(&ready, 1, 0) <= 0) return;
  std::array<char, std::size_t{64} * 1024> bytes{};
  const ssize_t got = ::read(lines_.get(), bytes.data(), bytes.size());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (got > 0) begun_.append(bytes.data(), static_cast<std::size_t>(got));
  if (got <= 0 || begun_.size() > longest_name) begun_ += '\n';
  std::size_t begin = 0;
  for (std::size_t end = 0; (end = begun_.find('\n', begin)) != std::string::npos; begin = end + 1)
    if (end > begin) ready_.push_back(begun_.substr(begin, end - begin));
  begun_.erase(0, begin);
  if (got <= 0) lines_ = Descriptor();
}

}  // namespace lagesbild
