// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace lagesbild {

/// What is wrong with `object` by tests/contract/report.schema.json, and by what the schema says in
/// words: a rejected report has no assessments but a problem, a reference stands with its basis.
/// Empty where nothing is.
std::string breach_of_contract(const nlohmann::json& object);

}  // namespace lagesbild
