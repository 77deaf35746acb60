// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/read_limits.h"

#include <algorithm>
#include <charconv>

namespace lagesbild {
namespace {

constexpr std::size_t highest = 1'000'000'000;

const ReadLimit* named(std::string_view name) {
  const auto* found = std::ranges::find(read_limits, name, &ReadLimit::name);
  return found == read_limits.end() ? nullptr : found;
}

Problem wrong(std::string_view word) {
  std::string names;
  for (const ReadLimit& one : read_limits)
    names += (names.empty() ? "" : ", ") + std::string(one.name);
  return {"usage",
          Severity::error,
          {},
          "--limit takes NAME=N, not '" + std::string(word) + "', with N from 1 to " +
              std::to_string(highest) + "; the names are " + names};
}

}  // namespace

Result<ReadLimits> read_limits_of(std::string_view words) {
  ReadLimits limits;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(','));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    const std::size_t equals = std::min(word.find('='), word.size());
    const ReadLimit* limit = named(word.substr(0, equals));
    const char* const end = word.data() + word.size();
    const char* const begin = word.data() + std::min(equals + 1, word.size());
    std::size_t most = 0;
    const auto [stopped, error] = std::from_chars(begin, end, most);
    if (!limit || error != std::errc() || stopped != end || most < 1 || most > highest)
      return wrong(word);
    limits.*limit->most = most;
  }
  return limits;
}

std::string words_of(const ReadLimits& limits) {
  const ReadLimits defaults;
  std::string words;
  for (const ReadLimit& one : read_limits) {
    if (limits.*one.most == defaults.*one.most) continue;
    words +=
        (words.empty() ? "" : ",") + std::string(one.name) + '=' + std::to_string(limits.*one.most);
  }
  return words;
}

ReadLimits tighter(const ReadLimits& limits) {
  constexpr std::size_t share =
      4;  // real reports stay below even so, and a page at 300 dots an inch
  ReadLimits less = limits;
  for (const ReadLimit& one : read_limits)
    less.*one.most = std::max<std::size_t>(1, limits.*one.most / share);
  return less;
}

Problem limit_reached(LimitMember which, const ReadLimits& limits, Place place) {
  const auto* limit = std::ranges::find(read_limits, which, &ReadLimit::most);
  return {"limit", Severity::warning, std::move(place),
          "more than " + std::to_string(limits.*which) + " " + std::string(limit->what) +
              "; the rest was not read: raise --limit " + std::string(limit->name) +
              "=N to read it"};
}

}  // namespace lagesbild
