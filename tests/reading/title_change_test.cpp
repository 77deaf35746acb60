// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/title_change.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

struct Case {
  const char* rows;
  const char* title;
  const char* change;
};

const Case cases[] = {
    {"0 20 1. Ordningsvakter (positiv förändring)", "Ordningsvakter", "(positiv förändring)"},
    {"0 20 1. Ordningsvakter (positiv\n0 32 förändring)", "Ordningsvakter", "(positiv förändring)"},
    {"0 20 Torget – oförändrat", "Torget", "– oförändrat"},
    {"0 20 Torget: Oförändrat", "Torget:", "Oförändrat"},
    {"0 20 3 Torget\n0 32 Oförändrat", "Torget", "Oförändrat"},
    {"0 20 Torget (vid bron)", "Torget (vid bron)", ""},
    {"0 20 Torget – vid bron", "Torget – vid bron", ""},
    {"0 20 Oförändrat", "Oförändrat", ""},
};

TEST(TitleChange, IsTakenOffTheTitle) {
  for (const Case& c : cases) {
    const TextColumn column = column_of(c.rows);
    Entry entry{.lines = column.lines};
    set_title(entry);
    const auto change = take_change_of_title(column.words, the_rules().change, entry);
    EXPECT_EQ(entry.title, c.title) << c.rows;
    EXPECT_EQ(joined_text(change), c.change) << c.rows;
  }
}

TEST(TitleChange, LeavesTheTitleAlone) {
  EXPECT_EQ(without_change(the_rules().change, "Torget [Negativ förändring]"), "Torget");
  EXPECT_EQ(without_change(the_rules().change, "Torget | oförändrat"), "Torget");
  EXPECT_EQ(without_change(the_rules().change, "Torget (norra)"), "Torget (norra)");
  EXPECT_EQ(without_change(the_rules().change, ""), "");
}

TEST(TitleChange, IsTheFormsWhereMostTitlesHaveOne) {
  const KnownTitles known(the_rules());
  const char one[] = "0 20 1. Ordningsvakter – oförändrat\n0 40 Lugnt.\n";
  const char others[] =
      "0 60 2. Kameraövervakning – negativ förändring\n0 80 3. Otillåten påverkan – oförändrat\n";
  const auto stand = [&](const std::string& rows) {
    return changes_stand_with_titles(column_of(rows).lines, the_rules().change, known);
  };
  EXPECT_FALSE(stand(one));
  EXPECT_TRUE(stand(std::string(one) + others));
}

}  // namespace
}  // namespace lagesbild
