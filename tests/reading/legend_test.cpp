// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/legend.h"

#include "lines_of_text.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

std::string dump(const Legend& legend) {
  std::string text;
  for (const auto& [sign, change] : legend) text += sign + " " + std::string(name_of(change)) + ";";
  return text;
}

struct Case {
  const char* says;
  const char* line;
  const char* legend;
};

const Case cases[] = {
    {"signs before what they mean", "+ positiv förändring, = oförändrat, − negativ förändring",
     "+ positive;- negative;= unchanged;"},
    {"words that introduce it", "Teckenförklaring: ↑ positiv förändring → oförändrat ↓ försämrat",
     "↑ positive;→ unchanged;↓ negative;"},
    {"colours", "Grön = positiv förändring. Gul = ingen förändring. Röd = negativ förändring.",
     "gron positive;gul unchanged;rod negative;"},
    {"signs behind what they mean", "Bättre (+), oförändrat (0), sämre (-)",
     "+ positive;- negative;0 unchanged;"},
    {"letters that are explained", "P = positiv, O = oförändrat, N = negativ",
     "n negative;o unchanged;p positive;"},
    {"a sign for itself may be a part of one", "Röd: negativ förändring", "rod negative;"},
    {"one meaning for two signs is none", "+ positiv, ++ positiv", ""},
    {"one sign for two meanings is none", "+ positiv, + negativ", ""},
    {"boxes are ticked, not explained", "☒ Positiv ☐ Oförändrat", ""},
    {"letters that nothing explains", "I positiv i oförändrat", ""},
    {"a comment with a dash", "Positiv förändring – fler vuxna är ute på kvällarna.", ""},
    {"a comment with a colour", "Röda dagar var lugna. Oförändrat.", ""},
};

TEST(Legend, IsReadOffALine) {
  for (const Case& c : cases)
    EXPECT_EQ(dump(legend_in(the_rules(), folded(c.line))), c.legend) << c.says;
}

TEST(Legend, OfAHeadNeedsBothSigns) {
  EXPECT_EQ(meaning(legend_of_head("+/−"), "–"), Change::negative);
  EXPECT_EQ(meaning(legend_of_head("(+, =, -)"), "="), Change::unchanged);
  EXPECT_TRUE(legend_of_head("+").empty());
  EXPECT_TRUE(legend_of_head("+ eller −").empty());
}

TEST(Legend, KeepsWhatItKnows) {
  Legend legend = {{"+", Change::positive}};
  EXPECT_FALSE(extend(legend, {{"+", Change::negative}, {"-", Change::positive}}));
  EXPECT_EQ(dump(legend), "+ positive;");
  EXPECT_TRUE(extend(legend, {{"-", Change::negative}}));
  EXPECT_EQ(meaning(legend, "(-)"), Change::negative);
  EXPECT_EQ(meaning(legend, "- tre fall"), std::nullopt);
}

TEST(Legend, SignsHoldNoLetters) {
  for (const char* sign : {"+", "↑", "++", "=", "🙂"}) EXPECT_TRUE(is_sign(sign)) << sign;
  for (const char* other : {"", "x", "1", "å", "+ +", "....", "+1"})
    EXPECT_FALSE(is_sign(other)) << other;
}

}  // namespace
}  // namespace lagesbild
