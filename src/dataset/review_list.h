// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Assessments for a person to look at, as lists that come back with answers (dataset/answers.h).
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "dataset/disclosure.h"
#include "dataset/store.h"
#include "dataset/value.h"

namespace lagesbild {

/// Names of a list's columns, in English, as CSV and JSON have them.
std::span<const std::string_view> review_list_columns();

/// Places in a row of the list.
enum class ReviewField {
  key,
  district,
  period,
  scope,
  number,
  title,
  change,
  suggested_change,
  comment,
  confidence,  ///< per mille
  review,      ///< codes
  explanation,
  page,
  box,
  path,
  decision,  ///< empty, as is the next: the person's
  note
};

/// Hands over what asks for a person, most urgent first (see the store's view review_list), then
/// the newest.
std::optional<Problem> for_each_to_review(Store& store, const Disclosure& disclosure,
                                          const std::function<void(const Row&)>& take);

/// The same row for any assessment, in the order of `assessment_ids`.
std::optional<Problem> for_each_listed(Store& store, const Disclosure& disclosure,
                                       std::span<const std::int64_t> assessment_ids,
                                       const std::function<void(const Row&)>& take);

/// A field of a row as text: empty where it is missing.
std::string text_of(const Row& row, ReviewField field);

}  // namespace lagesbild
