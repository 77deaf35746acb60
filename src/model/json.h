// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's object, tests/contract/report.schema.json, as text.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/report.h"

namespace lagesbild {

enum class Keys {
  contract,  ///< what the contract names
  all,       ///< also what only we need: Source::dated, Assessment::rule, Problem::place
};

/// One line, without a line feed at its end, keys in the contract's order. Coordinates have at most
/// 2 decimals, confidence 3; bytes that are not UTF-8 become U+FFFD. Equal reports give equal
/// bytes.
std::string json_of(const Report& report, Keys keys = Keys::contract);

/// `utf8` with its quotes, as JSON writes it.
std::string json_string(std::string_view utf8);

inline constexpr std::size_t json_size_limit = 64u << 20;  ///< bytes; a report has some thousands

/// The way back, for texts that nobody need trust: takes what json_of writes, with all keys or the
/// contract's, and nothing else, not even white space. Numbers, words, lengths and UTF-8 are
/// checked. The Problem (code "bad_object") says at which byte what was expected.
Result<Report> report_from_json(std::string_view json);

}  // namespace lagesbild
