// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The options of every command that reads reports, and the pool that they describe.
#pragma once

#include <boost/program_options.hpp>

#include "base/result.h"
#include "ingest/pool.h"

namespace lagesbild {

/// --rules, --jobs, --timeout, --memory, --max-size and --ocr to `listed`, --sandbox to `hidden`.
void add_reading_options(boost::program_options::options_description& listed,
                         boost::program_options::options_description& hidden);

/// A pool of this program's own workers. Problems: "no_rules", and "usage" for a value out of
/// range.
Result<PoolSettings> pool_settings(const boost::program_options::variables_map& given,
                                   TaskKind kind);

}  // namespace lagesbild
