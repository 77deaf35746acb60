// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the words mean: each in exactly one role, the areas with their comments, and how sure that
// is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/layout.h"
#include "model/report.h"

namespace lagesbild {

/// Where a word ended up. Every word has one; `unplaced` asks for review.
enum class Role {
  unplaced,
  title,
  district,
  section,
  column_head,
  group,
  area,
  comment,
  change,
  instruction,
  furniture,
  repeated,
  aside,     ///< in a column whose head says it is no comment: who is responsible, last year's
  general,   ///< of the whole report, below a heading that says so: its introduction, its contacts
  appendix,  ///< behind the form's areas, in tables and texts of its own
};

std::string_view name_of(Role role);

/// How a comment came to its area.
enum class MappedBy { cell, position, heading, order };

std::string_view name_of(MappedBy way);

/// One area of the form and what stands beside it.
struct AreaReading {
  Scope scope = Scope::city;
  std::optional<std::string> number;
  std::string title;
  std::optional<std::string> group;
  std::vector<Line> title_lines;
  std::vector<Line> comment_lines;
  std::string comment;  ///< paragraphs separated by '\n'
  std::optional<std::string>
      change_cell;                  ///< text of the change's own cell, where the form has one
  std::optional<Change> by_legend;  ///< what the report's own legend says of the sign there
  std::vector<Change> ticked;       ///< boxes ticked, where the form has boxes
  bool has_boxes = false;
  MappedBy mapped_by = MappedBy::cell;
  double confidence = 1;  ///< that these lines are this area's comment, all of it, and no more
  std::vector<std::string> review;  ///< codes of doubts about the mapping
  bool operator==(const AreaReading&) const = default;
};

struct Reading {
  std::vector<Role> roles;           ///< one for each of Layout::words
  std::optional<std::string> title;  ///< the title line as printed
  std::optional<std::string> period;
  std::optional<std::string> dated;  ///< "YYYY-MM" of the date above the form
  std::optional<District> district;
  std::vector<AreaReading> areas;
  std::vector<Problem> problems;
  std::optional<Problem> rejected;  ///< why this is no report that can be read
  bool operator==(const Reading&) const = default;
};

}  // namespace lagesbild
