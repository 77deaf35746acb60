// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>

#include "ingest/worker.h"

namespace lagesbild {

/// What a real worker does, by the project's own rules.
inline std::function<int()> real_work(const WorkerSettings& settings) {
  Result<Rules> rules = load_rules(PROJECT_ROOT "/rules");
  if (!rules) throw std::runtime_error(sentence(rules.problem()));
  return reading_work(settings, std::make_shared<const Rules>(*std::move(rules)));
}

}  // namespace lagesbild
