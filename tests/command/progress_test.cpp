// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/progress.h"

#include <gtest/gtest.h>

#include "command/terminal.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  Tally tally;
  std::size_t before;
  double seconds;
  std::size_t columns;
  const char* bar;
};

const Case cases[] = {
    {"nothing is done yet",
     {100, 0, 0, 0},
     0,
     0.0,
     79,
     "[..............................] 0 of 100 files, 0 failed, 0 to review"},
    {"a rate and the rest once there is one",
     {100, 50, 1, 20},
     0,
     10,
     79,
     "[#########..........] 50 of 100 files, 1 failed, 20 to review, 5.0/s, 10 s left"},
    {"files that took no time count for nothing",
     {1000, 600, 0, 0},
     500,
     10,
     79,
     "[###########........] 600 of 1000 files, 0 failed, 0 to review, 10/s, 40 s left"},
    {"minutes",
     {10000, 100, 0, 0},
     0,
     10,
     66,
     "100 of 10000 files, 0 failed, 0 to review, 10/s, 16 min left"},
    {"no room for more than the counts",
     {100, 50, 0, 0},
     0,
     10,
     40,
     "50 of 100 files, 0 failed, 0 to review"},
    {"no room for these", {100, 50, 0, 0}, 0, 10, 20, "50 of 100 files, 0 …"},
    {"a folder without files", {0, 0, 0, 0}, 0, 2, 40, "0 of 0 files, 0 failed, 0 to review"},
};

TEST(Progress, IsOneLineThatFits) {
  for (const Case& c : cases) {
    const std::string bar = bar_of(c.tally, c.before, c.seconds, c.columns);
    EXPECT_EQ(bar, c.bar) << c.says;
    EXPECT_LE(width_of(bar), c.columns) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
