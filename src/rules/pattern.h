// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// RE2 behind a door. Patterns match folded text (text/fold.h), so they need no marks or capitals.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace lagesbild {

/// Byte spans: the whole match, then one per group (empty when it took no part).
using Groups = std::vector<Span>;

class Pattern {
 public:
  /// RE2 syntax, UTF-8. A Problem names `seen_at` and what RE2 says of the source.
  static Result<Pattern> compiled(std::string_view source, const Place& seen_at);

  /// The leftmost match in `text` from byte `from` on; nothing where there is none.
  std::optional<Groups> find(std::string_view text, std::size_t from = 0) const;

  /// Whether it matches anywhere in `text`: quicker than asking where.
  bool matches(std::string_view text) const;

  /// The name of each group, beside Groups: "" for the whole match and for groups without one.
  const std::vector<std::string>& names() const;

 private:
  struct Engine;
  explicit Pattern(std::shared_ptr<const Engine> engine) : engine_(std::move(engine)) {}
  std::shared_ptr<const Engine> engine_;
};

}  // namespace lagesbild
