// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  std::string_view given, wanted;
};

TEST(Fold, MakesTextsComparable) {
  const Case cases[] = {
      {"nothing", "", ""},
      {"lower case", "POSITIV Förändring", "positiv forandring"},
      {"Swedish letters", "åäöÅÄÖ", "aaoaao"},
      {"other letters with marks", "éÉèüÜçñßøØæÆłđı", "eeeuucnssooaeaeldi"},
      {"decomposed letters", "a\u0308o\u0308a\u030A", "aoa"},
      {"quotes", "”a“ „b‟ «c» ’d‘ ´e´", "\"a\" \"b\" \"c\" 'd' 'e'"},
      {"dashes", "a–b—c−d‐e‑f", "a-b-c-d-e-f"},
      {"ellipses", "ja…", "ja..."},
      {"white space", " a \t b\u00A0c ", "a b c"},
      {"line feeds are kept", "a \n b\n\nc", "a\nb\n\nc"},
      {"other signs stay", "1.1 (a) & b: 5 % • ↑ ☒", "1.1 (a) & b: 5 % • ↑ ☒"},
      {"Greek", "ΣΊΣΥΦΟΣ", "σισυφοσ"},
      {"marks alone are nothing", "\u0308", ""},
      {"lost letters stay", "f\uFFFDr", "f\uFFFDr"},
      {"invalid bytes", "f\xF6r", "f\uFFFDr"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(folded(c.given), c.wanted) << c.says;
    EXPECT_EQ(folded_mapped(c.given).text, c.wanted) << c.says << " (mapped)";
  }
}

TEST(Fold, FoldsWhatIsFoldedNoFurther) {
  for (char32_t c = 1; c <= 0x2FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const std::string once = folded(text);
    ASSERT_EQ(folded(once), once) << "U+" << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Fold, MapsPartsBack) {
  const struct {
    const char* says;
    std::string_view given, part, wanted;
  } cases[] = {
      {"a word before spaces", "Positiv   förändring", "positiv", "Positiv"},
      {"a word after spaces", "Positiv   förändring", "forandring", "förändring"},
      {"letters that became two", "Groß!", "ss", "ß"},
      {"half of such a letter", "Groß!", "gros", "Groß"},
      {"signs that became three", "ja… nej", "...", "…"},
      {"decomposed letters", "fo\u0308r att", "for", "fo\u0308r"},
  };
  for (const auto& c : cases) {
    const MappedText made = folded_mapped(c.given);
    const std::size_t at = made.text.find(c.part);
    ASSERT_NE(at, std::string::npos) << c.says;
    EXPECT_EQ(within(c.given, made.source({at, at + c.part.size()})), c.wanted) << c.says;
  }
}

TEST(Fold, KeysHoldLettersAndDigitsAlone) {
  const Case cases[] = {
      {"hyphens and spaces do not count", "Enskede-Årsta Vantör", "enskedearstavantor"},
      {"nor lost ones", "EnskedeÅrsta-Vantör", "enskedearstavantor"},
      {"nor any dash", "Hägersten – Älvsjö", "hagerstenalvsjo"},
      {"digits count", "3.1 Unga (0–20 år)", "31unga020ar"},
      {"bullets and boxes do not", "• ☒ Positiv ½", "positiv"},
      {"nothing but signs", "–…", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(key(c.given), c.wanted) << c.says;
}

TEST(Fold, SlugsHaveOneHyphenBetweenWords) {
  const Case cases[] = {
      {"words", "Otillåten påverkan", "otillaten-paverkan"},
      {"signs between words", "Sociala insatsgrupper – Ungdom (under 18 år)",
       "sociala-insatsgrupper-ungdom-under-18-ar"},
      {"none at the ends", " – Unga – ", "unga"},
      {"line feeds", "Unga\nvuxna", "unga-vuxna"},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(slug(c.given), c.wanted) << c.says;
}

}  // namespace
}  // namespace lagesbild
