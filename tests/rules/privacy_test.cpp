// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/privacy.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

const PrivacyRules& rules() {
  static const PrivacyRules loaded = *load_privacy(PROJECT_ROOT "/rules");
  return loaded;
}

std::string shown(std::string_view text) {
  MaskCounts counts;
  return masked(rules(), text, counts);
}

TEST(Privacy, ShippedRulesAreInOrder) {
  for (const Problem& problem : check_privacy(PROJECT_ROOT "/rules"))
    ADD_FAILURE() << sentence(problem);
}

TEST(Privacy, PersonalNumbersHaveADateAndACheckDigit) {
  struct Case {
    const char* text;
    bool is;
  };
  const Case cases[] = {{"811218-9876", true},  {"19811218-9876", true}, {"8112189876", true},
                        {"811278-9873", true},  {"811218+9876", true},   {"811218-9875", false},
                        {"811318-9875", false}, {"811232-9878", false},  {"811200-9876", false},
                        {"81121-89876x", true}, {"123", false},          {"", false},
                        {"000000-0000", false}, {"1981121898761", false}};
  for (const Case& c : cases) EXPECT_EQ(is_personal_number(c.text), c.is) << c.text;
}

TEST(Privacy, MasksValuesAndNothingElse) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"Oförändrat sedan 2021.", "Oförändrat sedan 2021."},
      {"Skriv till Åsa.Öberg@exempel.se, tack", "Skriv till [e-postadress], tack"},
      {"Ring 08-508 12 345 eller 070–123 45 67!", "Ring [telefonnummer] eller [telefonnummer]!"},
      {"Pojken (811218-9876) är 0–20 år", "Pojken ([personnummer]) är 0–20 år"},
      {"Ärendet (dnr 1.1-345/2022) pågår", "Ärendet (dnr [diarienummer]) pågår"},
      {"”811218−9876”\ncafé", "”[personnummer]”\ncafé"},
      {"a@b.se a@b.se", "[e-postadress] [e-postadress]"},
      {"Brott 2021: 1 234, 2022: 1 345", "Brott 2021: 1 234, 2022: 1 345"},
      {"Lokalt 2.1–2.3, se 3.1", "Lokalt 2.1–2.3, se 3.1"}};
  for (const auto& [text, wanted] : cases) EXPECT_EQ(shown(text), wanted);
}

TEST(Privacy, CountsWhatItMasked) {
  MaskCounts counts;
  masked(rules(), "a@b.se, c@d.se, 0701234567", counts);
  EXPECT_EQ(counts, (MaskCounts{{"email", 2}, {"telephone", 1}}));
}

TEST(Privacy, RulesThatAreMissingAreNamed) {
  EXPECT_FALSE(load_privacy(PROJECT_ROOT "/corpus"));
  EXPECT_NE(load_privacy(PROJECT_ROOT "/corpus").problem().what, "");
}

}  // namespace
}  // namespace lagesbild
