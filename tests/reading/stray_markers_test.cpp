// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/stray_markers.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

std::string text_of(const std::vector<TextLine>& lines) {
  std::string text;
  for (const TextLine& line : lines) text += line.text + '/';
  return text;
}

TEST(StrayMarkers, AreTakenOut) {
  TextColumn column = column_of("0 20 Torget\n0 32 •\n0 44 Lugnt.\n0 56 1.\n0 68 2.\n0 80 3.");
  std::vector<Role> roles(column.words.size(), Role::unplaced);
  take_stray_markers(column.lines, roles);
  EXPECT_EQ(text_of(column.lines), "Torget/Lugnt./");
  EXPECT_EQ(roles[1], Role::furniture);
}

TEST(StrayMarkers, OneNumberMayBeAnArea) {
  TextColumn column = column_of("0 20 Torget\n0 32 2.");
  std::vector<Role> roles(column.words.size(), Role::unplaced);
  take_stray_markers(column.lines, roles);
  EXPECT_EQ(text_of(column.lines), "Torget/2./");
}

TEST(StrayMarkers, NumbersBetweenTwoLinesAreLifted) {
  TextColumn column = column_of("40 20 Torget\n0 26 2\n40 32 Lugnt.");
  lift_numbers(column.lines);
  EXPECT_EQ(text_of(column.lines), "2/Torget/Lugnt./");
}

}  // namespace
}  // namespace lagesbild
