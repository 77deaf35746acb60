// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a dataset would state by other rules, as far as its own words tell: comments are judged
// again, references followed, titles looked up. What the rules decide earlier needs the page: where
// areas and comments stand, what boxes and cells of their own say, which district and period it is.
#pragma once

#include <functional>

#include "base/result.h"
#include "dataset/store.h"
#include "differences/difference.h"
#include "rules/rules.h"

namespace lagesbild {

struct ImpactCoverage {
  std::int64_t reports = 0;         ///< looked at: those that stand and were read by the old rules
  std::int64_t assessments = 0;     ///< of them
  std::int64_t not_by_comment = 0;  ///< of them: a box or a cell of its own says the change
  std::int64_t other_rules = 0;     ///< reports that stand, but were read by other rules; left out
};

/// Gives the differences that `rules` would make to what was read by `old_rules`, in the order of
/// for_each_difference(). Problems: the store's, and "usage" where no report was read by
/// `old_rules`.
Result<ImpactCoverage> for_each_impact(Store& store, const Rules& old_rules, const Rules& rules,
                                       const std::function<void(const Difference&)>& take);

/// What becomes of one report's assessments (as read, of the same district and period) when
/// `rules` judge them in place of `old_rules`. Where they differ in nothing, they stay.
struct Rejudged {
  std::vector<Assessment> assessments;
  std::int64_t not_by_comment = 0;
};
Rejudged rejudged(const Report& report, const Rules& old_rules, const Rules& rules);

}  // namespace lagesbild
