// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people say of assessments, kept in the store beside what was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/store.h"

namespace lagesbild {

/// Names an assessment in lists that go out and come back: the first 16 digits of the report's
/// SHA-256, scope, number (empty where it has none) and text_fingerprint() of the comment, with
/// colons between. Also when rows have moved, it tells whether the words are still the same.
std::string review_key(std::string_view sha256, std::string_view scope, std::string_view number,
                       std::string_view comment);

/// The same for queries with columns of these names. They want disclose().
inline constexpr std::string_view review_key_sql =
    "substr(sha256, 1, 16) || ':' || scope || ':' || coalesce(number, '') || ':' || "
    "text_fingerprint(comment)";

/// One answer.
struct Answer {
  std::string key;  ///< a review_key()
  bool accept = false;
  std::optional<Change> change;  ///< what is right, where not accepted; nothing: it states none
  std::string note;
  Place place;  ///< file, and line or row, for problems
};

/// What became of answers.
struct Answered {
  std::int64_t taken = 0;         ///< written down
  std::int64_t known = 0;         ///< of these nothing new was said
  std::int64_t stale = 0;         ///< of `taken`: the comment has other words by now
  std::vector<Problem> problems;  ///< of answers that were left out; code "answer"
};

/// Writes answers down and applies them. `role` and `made_at` (any clear text of date and time)
/// are kept with each. `dry_run` tells the same and writes nothing. Problems: the store's.
Result<Answered> take_answers(Store& store, const std::vector<Answer>& answers,
                              const std::string& role, const std::string& made_at, bool dry_run);

/// Takes a correction back; it stays in the list. False where there is none with this number, or
/// it was taken back before.
Result<bool> undo_correction(Store& store, std::int64_t id, const std::string& undone_at);

}  // namespace lagesbild
