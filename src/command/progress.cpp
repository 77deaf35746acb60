// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "command/terminal.h"

namespace lagesbild {
namespace {

using std::chrono::steady_clock;

constexpr auto between_bars = std::chrono::milliseconds(100);
constexpr auto between_lines = std::chrono::seconds(10);
constexpr std::size_t usual_columns = 80;
constexpr std::size_t widest_bar = 30;  // columns
constexpr std::size_t narrowest_bar = 5;

std::size_t columns_here() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return usual_columns;
}

/// "50 s", "3 min", "2 h": people want to know how long, not how exactly.
std::string duration(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", std::ceil(seconds));
  if (seconds < 90 * 60) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.0f} h", seconds / 3600);
}

std::string rate_and_rest(const Tally& tally, std::size_t before, double seconds) {
  if (tally.done <= before || seconds < 1) return "";
  const double rate = static_cast<double>(tally.done - before) / seconds;
  const std::string rest = duration(static_cast<double>(tally.total - tally.done) / rate);
  return fmt::format(", {:.{}f}/s, {} left", rate, rate < 10 ? 1 : 0, rest);
}

std::string bar(const Tally& tally, std::size_t columns) {
  const std::size_t full = tally.total == 0 ? 0 : columns * tally.done / tally.total;
  std::string out = "[";
  for (std::size_t i = 0; i < columns; ++i) out += i < full ? '#' : '.';
  return out + "] ";
}

}  // namespace

std::string line_of(const Tally& tally) {
  return fmt::format("{} of {} files, {} failed, {} to review", tally.done, tally.total,
                     tally.failed, tally.review);
}

std::string bar_of(const Tally& tally, std::size_t before, double seconds, std::size_t columns) {
  const std::string counts = line_of(tally);
  std::string text = counts + rate_and_rest(tally, before, seconds);
  const std::size_t room = columns - std::min(columns, text.size() + 3);
  if (room >= narrowest_bar) return bar(tally, std::min(room, widest_bar)) + text;
  if (text.size() <= columns) return text;
  return counts.size() <= columns ? counts : fitted(counts, columns);
}

Progress::Style Progress::style_here(bool quiet) {
  if (quiet) return Style::none;
  const char* terminal = std::getenv("TERM");
  const bool moves = terminal && *terminal && std::string_view(terminal) != "dumb";
  return moves && ::isatty(STDERR_FILENO) == 1 ? Style::bar : Style::lines;
}

Progress::Progress(Style style, std::string program)
    : style_(style), program_(std::move(program)), begun_(steady_clock::now()), shown_(begun_) {}

Progress::~Progress() { clear(); }

void Progress::show(const Tally& tally) {
  tally_ = tally;
  if (!std::exchange(begun_showing_, true)) before_ = tally.done;
  const auto now = steady_clock::now();
  if (style_ == Style::bar && (now - shown_ >= between_bars || !drawn_)) {
    shown_ = now;
    draw();
  }
  if (style_ == Style::lines && now - shown_ >= between_lines) {
    shown_ = now;
    std::cerr << program_ << ": " << line_of(tally) << '\n';
  }
}

void Progress::say(std::string_view line) {
  if (style_ == Style::none) return;
  clear();
  std::cerr << program_ << ": " << harmless(line) << '\n';
}

void Progress::draw() {
  const double seconds = std::chrono::duration<double>(steady_clock::now() - begun_).count();
  // One column stays free: some terminals begin a new line after the last one.
  std::cerr << '\r' << bar_of(tally_, before_, seconds, columns_here() - 1) << "\x1b[K"
            << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (std::exchange(drawn_, false)) std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace lagesbild
