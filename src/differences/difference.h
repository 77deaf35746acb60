// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One difference between what two datasets state, or between what one states and would state.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

/// What an assessment says; each in the contract's words, empty where it has none.
struct Statements {
  std::string change, basis, suggested_change;
  std::string review;  ///< open codes by the alphabet, spaces between
  std::string reference, rule;
  bool operator==(const Statements&) const = default;
};

/// An assessment as a dataset states it, with the report it stands in.
struct AreaState {
  std::string sha256, path;
  std::string district_id, district, period;  ///< empty where not known
  std::int64_t position = 0;                  ///< in the report, from 1
  std::string scope, number, title, area_id;
  std::string comment;        ///< may be left out
  std::string fingerprint;    ///< of the comment
  Statements held;            ///< as it holds
  Statements read;            ///< as it was read, before corrections
  std::string decision;       ///< "accept" or "change": of the correction that holds; empty: none
  bool by_reference = false;  ///< the correction is of the area that it refers to
};

enum class DifferenceKind { added, gone, changed };

/// Why. Where a file is another one and the rules are as well, both are told: either may be it.
enum class Cause {
  new_file,
  file_gone,
  other_file,  ///< another content stands for the same district and period
  rules,
  program,  ///< or Poppler
  ocr,
  correction,
  read_again,  ///< none of these: it was broken off before, or another limit held
};

enum class Aspect { report, area, change, basis, suggested_change, comment, review };

struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  std::vector<Cause> causes;        ///< in their order, at least one
  std::vector<Aspect> aspects;      ///< of DifferenceKind::changed, in their order
  std::optional<AreaState> before;  ///< nothing: added
  std::optional<AreaState> after;   ///< nothing: gone
  const AreaState& state() const { return after ? *after : *before; }
};

std::string_view name_of(DifferenceKind kind);
std::string_view name_of(Cause cause);
std::string_view name_of(Aspect aspect);

/// What differs of two states of one assessment.
std::vector<Aspect> differing_aspects(const AreaState& before, const AreaState& after);

/// How many differences there are.
struct DifferenceCounts {
  std::int64_t added = 0, gone = 0, changed = 0;
  std::map<std::vector<Cause>, std::int64_t> by_causes;

  void count(const Difference& difference);
  std::int64_t all() const { return added + gone + changed; }
};

}  // namespace lagesbild
