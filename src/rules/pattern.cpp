// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pattern.h"

#include <re2/re2.h>

namespace lagesbild {
namespace {

constexpr int most_memory = 64 << 20;  // bytes a pattern may take

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

bool Pattern::matches(std::string_view text) const {
  const re2::StringPiece all(text.data(), text.size());
  return engine_->re2.Match(all, 0, all.size(), RE2::UNANCHORED, nullptr, 0);
}

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

}  // namespace lagesbild
