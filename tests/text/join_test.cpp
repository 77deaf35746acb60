// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/join.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lagesbild {
namespace {

/// The lines of `given`, one per '|'.
std::string joined_lines(std::string_view given, const WordsSeen& seen) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t bar = given.find('|');
    lines.push_back(given.substr(0, bar));
    if (bar == std::string_view::npos) break;
    given.remove_prefix(bar + 1);
  }
  return joined(lines, seen);
}

struct Case {
  const char* says;
  std::string_view given, wanted;
};

TEST(Join, ReadsLineEnds) {
  const Case cases[] = {
      {"nothing", "", ""},
      {"one line", "Oförändrat.", "Oförändrat."},
      {"a space between lines", "Arbetet|fortgår.", "Arbetet fortgår."},
      {"empty lines count for nothing", "Arbetet||fortgår.|", "Arbetet fortgår."},
      {"a broken word", "Positiv föränd-|ring.", "Positiv förändring."},
      {"a word broken twice", "trygg-|hetsskap-|ande", "trygghetsskapande"},
      {"a broken word in brackets", "(före-|byggande)", "(förebyggande)"},
      {"after a single vowel", "O-|förändrat", "Oförändrat"},
      {"after a single vowel in a sentence", "Läget är o-|förändrat.", "Läget är oförändrat."},
      {"a broken word in capitals", "POSITIV FÖRÄND-|RING", "POSITIV FÖRÄNDRING"},
      {"a broken compound with a hyphen", "risk-skydds-|faktorer", "risk-skyddsfaktorer"},
  };
  for (const Case& c : cases) EXPECT_EQ(joined_lines(c.given, WordsSeen()), c.wanted) << c.says;
}

TEST(Join, KeepsHyphensThatBelong) {
  const Case cases[] = {
      {"before a capital", "Enskede-|Årsta-|Vantör", "Enskede-Årsta-Vantör"},
      {"after a digit", "3-|månadersbeslut", "3-månadersbeslut"},
      {"between digits", "0-|20 år", "0-20 år"},
      {"before a digit", "covid-|19", "covid-19"},
      {"after a word with a digit", "LOV3-|områden", "LOV3-områden"},
      {"after capitals", "SIG-|lots", "SIG-lots"},
      {"after one letter", "e-|post till A-|laget", "e-post till A-laget"},
      {"in web addresses", "https://start.stockholm/om-|staden",
       "https://start.stockholm/om-staden"},
      {"in web addresses without a scheme", "start.stockholm/om-|staden",
       "start.stockholm/om-staden"},
      {"in mail addresses", "a.b@stads-|delen.se", "a.b@stads-delen.se"},
      {"before a slash", "barn-|/ungdomsarbete", "barn-/ungdomsarbete"},
  };
  for (const Case& c : cases) EXPECT_EQ(joined_lines(c.given, WordsSeen()), c.wanted) << c.says;
}

TEST(Join, KeepsTheSpaceAfterSuspendedHyphens) {
  const Case cases[] = {
      {"och", "barn-|och ungdomsarbete", "barn- och ungdomsarbete"},
      {"och/eller", "risk-|och/eller skyddsfaktorer", "risk- och/eller skyddsfaktorer"},
      {"samt", "fält-|samt nattvandring", "fält- samt nattvandring"},
      {"eller, respektive", "dag-|eller natt-|respektive helgtid",
       "dag- eller natt- respektive helgtid"},
      {"till", "låg-|till mellanstadiet", "låg- till mellanstadiet"},
      {"with a comma", "barn-|eller, ungdom", "barn- eller, ungdom"},
      {"an ampersand", "barn-|& ungdomsarbete", "barn- & ungdomsarbete"},
      {"but adjectives end like it", "gemen-|samt arbete är lång-|samt",
       "gemensamt arbete är långsamt"},
      {"and so does därtill", "där-|till", "därtill"},
      {"men ends words, too", "program-|men", "programmen"},
  };
  for (const Case& c : cases) EXPECT_EQ(joined_lines(c.given, WordsSeen()), c.wanted) << c.says;
}

TEST(Join, KeepsDashes) {
  const Case cases[] = {
      {"with a space before", "Oförändrat -|inget nytt", "Oförändrat - inget nytt"},
      {"a dash alone", "-|inget nytt", "- inget nytt"},
      {"a long dash", "Oförändrat –|inget nytt", "Oförändrat – inget nytt"},
      {"a range", "åren 2021–|2022", "åren 2021–2022"},
      {"two of them", "så --|här", "så -- här"},
  };
  for (const Case& c : cases) EXPECT_EQ(joined_lines(c.given, WordsSeen()), c.wanted) << c.says;
}

TEST(Join, HoldsBrokenWordsAgainstTheDocument) {
  WordsSeen seen;
  seen.add("Socio-ekonomiskt stöd, it-stöd, Samverkansmöte (ENSKEDE-ÅRSTA)");
  seen.add("sextill");
  const Case cases[] = {
      {"a hyphened word seen whole", "socio-|ekonomiskt", "socio-ekonomiskt"},
      {"the same elsewhere in other case", "Socio-|Ekonomiskt", "Socio-Ekonomiskt"},
      {"a short one", "it-|stöd", "it-stöd"},
      {"a whole word seen", "samverkans-|möte", "samverkansmöte"},
      {"a name in capitals", "ENSKEDE-|ÅRSTA", "ENSKEDE-ÅRSTA"},
      {"a word that ends like a conjunction", "sex-|till", "sextill"},
      {"one that was not seen", "miljö-|arbete", "miljöarbete"},
  };
  for (const Case& c : cases) EXPECT_EQ(joined_lines(c.given, seen), c.wanted) << c.says;
}

TEST(Join, SeesWholeWordsOnly) {
  WordsSeen seen;
  seen.add("Barn och ”unga”, risk-");
  seen.add("faktorer.\nföränd-\nring");
  EXPECT_TRUE(seen.has("barn"));
  EXPECT_TRUE(seen.has("unga"));
  EXPECT_TRUE(seen.has("faktorer"));
  EXPECT_FALSE(seen.has("risk-"));
  EXPECT_FALSE(seen.has("risk"));
  EXPECT_FALSE(seen.has("forand-"));
}

}  // namespace
}  // namespace lagesbild
