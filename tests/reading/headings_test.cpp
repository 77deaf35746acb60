// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/headings.h"

#include "lines_of_text.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  const char* rows;
  const char* found;  ///< a sign a line: 'H' begins a heading, 'h' goes on with one, '.' neither
};

const Case cases[] = {
    {"numbers in sequence",
     "0 20 1 Torg och gator\n0 32 Oförändrat.\n0 56 2 Parker\n0 68 Bättre ljus.\n0 92 3 Skolor\n0 "
     "104 Oförändrat.",
     "H.H.H."},
    {"numbers of two parts",
     "0 20 1.1 Torg\n0 32 Oförändrat.\n0 56 1.2 Parker\n0 68 Bättre.\n0 92 2.1 Skolor\n0 104 "
     "Sämre.",
     "H.H.H."},
    {"a figure that opens a sentence is no heading",
     "0 20 1 Torg\n0 32 12 nya lampor sattes upp.\n0 44 20 Ungdomar deltog under hösten\n0 56 2 "
     "Parker\n0 68 Bättre.",
     "H..H."},
    {"a number on a line of its own",
     "0 20 1.\n0 32 Torg och gator\n0 44 Oförändrat.\n0 68 2.\n0 80 Parker\n0 92 Bättre.",
     "Hh.Hh."},
    {"numbers begin again in the next section",
     "0 20 1 Torg\n0 32 Oförändrat.\n0 44 Lokalt prioriterade områden\n0 56 1 Parker\n0 68 Bättre.",
     "H..H."},
    {"or go on",
     "0 20 3 Torg\n0 32 Oförändrat.\n0 44 Lokalt prioriterade områden\n0 56 4 Parker\n0 68 "
     "Bättre.",
     "H..H."},
    {"numbers that go back are none",
     "0 20 3 Torg\n0 32 Oförändrat.\n0 44 1 Parken fick nytt ljus\n0 56 4 Skolor\n0 68 Bättre.",
     "H..H."},
    {"a lower-case line before a label ends the title",
     "0 20 1 Torg\n0 32 Oförändrat.\n0 44 2 Polisens och skolornas gemensamma\n0 56 hembesök\n"
     "0 68 Oförändrat.",
     "H.Hh."},
    {"text alone", "0 20 Oförändrat läge.\n0 32 Fler besök än förr.", ".."},
    {"nothing", "", ""},
};

std::string dump(const std::vector<Heading>& headings) {
  std::string text;
  for (const Heading heading : headings)
    text += heading == Heading::begins ? 'H' : heading == Heading::continues ? 'h' : '.';
  return text;
}

std::string found_in(const std::string& rows) {
  return dump(headings_of(column_of(rows).lines, the_rules(), KnownTitles(the_rules())));
}

TEST(Headings, AreToldByTheirNumbers) {
  for (const Case& c : cases) EXPECT_EQ(found_in(c.rows), c.found) << c.says;
}

/// A title of the city's list that fits on a line.
std::string known_title(std::size_t which) {
  for (const Area& area : the_rules().areas)
    if (area.titles.front().size() < 60 && which-- == 0) return area.titles.front();
  return {};
}

TEST(Headings, AreToldByTheirTitles) {
  EXPECT_EQ(found_in("0 20 " + known_title(0) + "\n0 32 Oförändrat.\n0 44 " + known_title(1) +
                     "\n0 56 Bättre."),
            "H.H.");
}

TEST(Headings, OfUnknownWordsAreToldByTheirPrint) {
  const std::string rows = "*0 20 " + known_title(0) + "\n0 32 Oförändrat.\n*0 44 " +
                           known_title(1) +
                           "\n0 56 Bättre.\n*0 68 Ett torg som ingen känner\n0 80 Sämre.";
  EXPECT_EQ(found_in(rows), "H.H.H.");
}

TEST(Headings, AreNoBoldLabels) {
  const std::string rows = "*0 20 " + known_title(0) +
                           "\n*0 32 Oförändrat.\n0 44 Läget är som förut.\n*0 56 " +
                           known_title(1) + "\n*0 68 Positiv förändring.\n0 80 Fler besök.";
  EXPECT_EQ(found_in(rows), "H..H..");
}

TEST(ListedFirst, IsAListWithItsCommentsAfterIt) {
  using enum Heading;
  const std::vector<Heading> listed = {begins, begins, continues, begins, begins, no, no, no, no};
  const std::vector<Heading> interleaved = {begins, no, begins, no, begins, no, begins, no};
  const std::vector<Heading> few = {begins, begins, no, no};
  const std::vector<Heading> no_comments = {begins, begins, begins, begins, begins};
  const auto asides = [](const std::vector<Heading>& headings) {
    return std::vector<bool>(headings.size(), false);
  };
  EXPECT_TRUE(listed_first(listed, asides(listed)));
  EXPECT_FALSE(listed_first(interleaved, asides(interleaved)));
  EXPECT_FALSE(listed_first(few, asides(few)));
  EXPECT_FALSE(listed_first(no_comments, asides(no_comments)));
  EXPECT_FALSE(listed_first({}, {}));
}

}  // namespace
}  // namespace lagesbild
