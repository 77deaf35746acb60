// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/references.h"

#include <algorithm>

#include "lines_of_text.h"

namespace lagesbild {
namespace {

Assessment area(Scope scope, const char* number, const char* title, const char* comment,
                std::optional<Change> change) {
  Assessment made;
  made.scope = scope;
  made.number = number;
  made.title = title;
  made.comment = comment;
  made.change = change;
  made.basis = change ? Basis::stated : Basis::none;
  return made;
}

/// A form in which `comment` stands beside the city's area 2.
std::vector<Assessment> form_with(const char* comment) {
  return {
      area(Scope::city, "1", "Trygga torg och gator", "Bättre.", Change::positive),
      area(Scope::city, "2", "Unga i riskzon", comment, std::nullopt),
      area(Scope::city, "3", "Samverkan mot brott", "Sämre.", Change::negative),
      area(Scope::local, "1", "Centrum", "Sämre.", Change::negative),
      area(Scope::local, "2.1", "Lokalt forum för barn och unga", "Oförändrat.", Change::unchanged),
      area(Scope::local, "2.2", "Parkleken", "", std::nullopt),
      area(Scope::local, "2.3", "Badplatsen", "Bryggan är ny.", std::nullopt)};
}

struct Case {
  const char* says;
  const char* comment;
  const char* leads;  ///< key of the area it takes its change from; "?" where unresolved, "<" to an
                      ///< earlier report, "" for none
};

const Case cases[] = {
    {"to a number", "Se 2.1.", "local:2.1"},
    {"to a number, in words", "Se punkt 2.1 nedan", "local:2.1"},
    {"to a local number", "Se lokalt prioriterat område 1", "local:1"},
    {"to one of the city's numbers", "Se stadsövergripande område 3", "city:3"},
    {"to a number both lists have", "Se område 1", "city:1"},
    {"to a title", "Se lokalt forum för barn och unga", "local:2.1"},
    {"to the area above", "Se ovan", "city:1"},
    {"to the area below", "Se nedan.", "city:3"},
    {"to an area without a comment", "Se 2.2", "?"},
    {"to an area that plainly states nothing", "Se 2.3.", ""},
    {"to a title that plainly states nothing", "Se Badplatsen", "?"},
    {"to someone else's report", "Se polisens lägesbild.", ""},
    {"something that is somewhere", "Vakter finns vid torget, inte hos oss.", ""},
    {"to a number that is not there", "Se 7.3", "?"},
    {"to itself", "Se stadsövergripande område 2", "?"},
    {"to last year's report", "Se förra årets lägesbild.", "<"},
    {"no reference", "Ljuset i parken har bytts ut.", ""},
    {"seeing something else", "Vi ser en ökning av antalet besök.", ""},
    {"a reference at the end of much else",
     "Fältassistenterna har varit ute varje helg under hela sommaren och hösten, och samarbetet "
     "med skolorna går bra. Se 2.1.",
     ""},
    {"nothing", "", ""},
};

TEST(References, TakeTheChangeOfTheirTarget) {
  for (const Case& c : cases) {
    std::vector<Assessment> areas = form_with(c.comment);
    resolve_references(the_rules().form, areas);
    const Assessment& from = areas[1];
    const auto asks = [&](const char* code) { return std::ranges::count(from.review, code) == 1; };
    const std::string leads = c.leads;
    EXPECT_EQ(asks("reference_unresolved"), leads == "?") << c.says;
    EXPECT_EQ(asks("reference_past"), leads == "<") << c.says;
    if (leads.size() < 2) {
      EXPECT_FALSE(from.change.has_value()) << c.says;
      EXPECT_EQ(from.basis, Basis::none) << c.says;
      continue;
    }
    ASSERT_TRUE(from.reference.has_value()) << c.says;
    EXPECT_EQ(*from.reference, leads) << c.says;
    EXPECT_EQ(from.basis, Basis::reference) << c.says;
    const auto target =
        std::ranges::find(areas, leads, [](const Assessment& a) { return key_of(a); });
    ASSERT_NE(target, areas.end()) << c.says;
    EXPECT_EQ(from.change, target->change) << c.says;
  }
}

TEST(References, FollowChains) {
  std::vector<Assessment> areas = form_with("Se 2.2");
  areas[5].comment = "Se 2.1";
  resolve_references(the_rules().form, areas);
  EXPECT_EQ(areas[1].change, Change::unchanged);
  EXPECT_EQ(areas[5].change, Change::unchanged);
}

TEST(References, DoNotRunInCircles) {
  std::vector<Assessment> areas = form_with("Se 2.2");
  areas[5].comment = "Se stadsövergripande område 2";
  resolve_references(the_rules().form, areas);
  for (const std::size_t a : {1u, 5u}) {
    EXPECT_FALSE(areas[a].change.has_value());
    EXPECT_EQ(areas[a].review, std::vector<std::string>{"reference_unresolved"});
  }
}

TEST(References, HandOnTheirTargetsDoubts) {
  std::vector<Assessment> areas = form_with("Se 2.1");
  areas[1].confidence = 0.9;
  areas[4].confidence = 0.4;
  areas[4].review = {"uncertain_mapping"};
  resolve_references(the_rules().form, areas);
  EXPECT_EQ(areas[1].review, areas[4].review);
  EXPECT_DOUBLE_EQ(areas[1].confidence, 0.4);
}

TEST(References, LeaveStatedChangesAlone) {
  std::vector<Assessment> areas = form_with("Se 2.1");
  areas[1].change = Change::positive;
  areas[1].basis = Basis::stated;
  resolve_references(the_rules().form, areas);
  EXPECT_EQ(areas[1].change, Change::positive);
  EXPECT_EQ(areas[1].basis, Basis::stated);
}

}  // namespace
}  // namespace lagesbild
