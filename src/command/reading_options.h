// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The options of every command that reads reports, and the pool that they describe.
#pragma once

#include <boost/program_options.hpp>
#include <memory>
#include <string>

#include "base/result.h"
#include "ingest/pool.h"
#include "model/read_limits.h"
#include "rules/rules.h"

namespace lagesbild {

/// --rules, --jobs, --timeout, --memory, --max-size, --ocr, --limit and --sandbox.
void add_reading_options(boost::program_options::options_description& listed);

/// What --limit says. Problem "usage".
Result<ReadLimits> limits_given(const boost::program_options::variables_map& given);

struct GivenRules {
  std::string folder;
  std::shared_ptr<const Rules> rules;
};

/// What --rules names, or what is used without it. Problems: those of rules_folder() and
/// load_rules().
Result<GivenRules> rules_given(const boost::program_options::variables_map& given);

/// A pool of workers of this process that read by `rules`. Problem: "usage" for a value out of
/// range.
Result<PoolSettings> pool_settings(const boost::program_options::variables_map& given,
                                   TaskKind kind, const GivenRules& rules);

}  // namespace lagesbild
