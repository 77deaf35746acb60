// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <numeric>

namespace lagesbild {
namespace {

// A set of a few hundred patterns keeps its states in some megabytes; RE2's own 8 MiB are tight.
// A pattern may use as much: what compiles in the set then compiles alone.
constexpr int most_memory = 64 << 20;  // bytes

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(RE2::Options::EncodingUTF8);
  options.set_max_mem(most_memory);
  return options;
}

Problem broken(const Place& place, const std::string& said, std::string_view source) {
  return {"rule_pattern", Severity::error, place,
          "the pattern does not compile: " + said + " in /" + std::string(source) + "/"};
}

std::vector<std::string> group_names(const RE2& re2) {
  std::vector<std::string> names(static_cast<std::size_t>(re2.NumberOfCapturingGroups()) + 1);
  for (const auto& [group, name] : re2.CapturingGroupNames())
    names[static_cast<std::size_t>(group)] = name;
  return names;
}

}  // namespace

struct Pattern::Engine {
  explicit Engine(std::string_view source) : re2(std::string(source), quiet()) {
    if (re2.ok()) names = group_names(re2);
  }
  RE2 re2;
  std::vector<std::string> names;
};

Result<Pattern> Pattern::compiled(std::string_view source, const Place& seen_at) {
  auto engine = std::make_shared<const Engine>(source);
  if (!engine->re2.ok()) return broken(seen_at, engine->re2.error(), source);
  return Pattern(std::move(engine));
}

const std::vector<std::string>& Pattern::names() const { return engine_->names; }

std::optional<Groups> Pattern::find(std::string_view text, std::size_t from) const {
  const std::size_t count = engine_->names.size();
  if (from > text.size()) return std::nullopt;
  std::vector<re2::StringPiece> groups(count);
  const re2::StringPiece all(text.data(), text.size());
  if (!engine_->re2.Match(all, from, text.size(), RE2::UNANCHORED, groups.data(),
                          static_cast<int>(count)))
    return std::nullopt;
  Groups spans(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (groups[i].data() == nullptr) continue;
    const auto begin = static_cast<std::size_t>(groups[i].data() - text.data());
    spans[i] = {begin, begin + groups[i].size()};
  }
  return spans;
}

struct PatternSet::Engine {
  Engine() : set(quiet(), RE2::UNANCHORED) {}
  RE2::Set set;
  int count = 0;
};

Result<PatternSet> PatternSet::compiled(const std::vector<std::string>& sources,
                                        const std::vector<Place>& seen_at) {
  auto engine = std::make_shared<Engine>();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::string said;
    if (engine->set.Add(sources[i], &said) < 0) return broken(seen_at[i], said, sources[i]);
    ++engine->count;
  }
  if (!engine->set.Compile())
    return Problem{"rule_pattern", Severity::error, seen_at.empty() ? Place{} : seen_at.front(),
                   "the patterns together are too large to compile; split the longest one"};
  return PatternSet(std::move(engine));
}

std::optional<std::vector<int>> PatternSet::exactly_matching(std::string_view text) const {
  std::vector<int> found;
  if (engine_->count == 0) return found;
  RE2::Set::ErrorInfo error{};
  const re2::StringPiece all(text.data(), text.size());
  if (!engine_->set.Match(all, &found, &error) && error.kind != RE2::Set::kNoError)
    return std::nullopt;
  std::ranges::sort(found);
  return found;
}

std::vector<int> PatternSet::matching(std::string_view text) const {
  if (auto found = exactly_matching(text)) return *std::move(found);
  std::vector<int> all(static_cast<std::size_t>(engine_->count));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

}  // namespace lagesbild
