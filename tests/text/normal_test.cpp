// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/normal.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  std::string_view given, wanted;
};

template <std::size_t N>
void expect_normal(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    EXPECT_EQ(normal(c.given), c.wanted) << c.says;
    EXPECT_EQ(normal_mapped(c.given).text, c.wanted) << c.says << " (mapped)";
  }
}

using namespace std::string_view_literals;

TEST(Normal, LeavesWhatIsNormal) {
  const Case cases[] = {
      {"nothing", "", ""},
      {"ASCII", "3.1 Helgsamverkan (City)", "3.1 Helgsamverkan (City)"},
      {"Swedish letters", "Åtgärder på Östermalm, idé och café",
       "Åtgärder på Östermalm, idé och café"},
      {"quotes, dashes and ellipses of word processors", "”Oförändrat” – ’läget’ … “så”",
       "”Oförändrat” – ’läget’ … “så”"},
      {"bullets", "• Fler vuxna", "• Fler vuxna"},
      {"fractions and powers", "½ av 10 m²", "½ av 10 m²"},
      {"line feeds between paragraphs", "Oförändrat.\nInget nytt.", "Oförändrat.\nInget nytt."},
      {"private-use letters, which rules repair", "F\uE5E4rb\uE5E4ttring", "F\uE5E4rb\uE5E4ttring"},
      {"lost letters", "Of\uFFFDr\uFFFDndrat", "Of\uFFFDr\uFFFDndrat"},
      {"other scripts", "Ἀθῆναι 東京", "Ἀθῆναι 東京"},
  };
  expect_normal(cases);
}

TEST(Normal, ComposesLetters) {
  const Case cases[] = {
      {"a and o with two dots", "Ofo\u0308ra\u0308ndrat", "Oförändrat"},
      {"a with a ring", "A\u030Arsta pa\u030A", "Årsta på"},
      {"the unit of length", "\u212Brsta", "Årsta"},
      {"composed and not in one text", "förba\u0308ttring", "förbättring"},
      {"marks on other letters stay", "m\u0308", "m\u0308"},
  };
  expect_normal(cases);
}

TEST(Normal, SpellsOutLigatures) {
  const Case cases[] = {
      {"two letters", "e\uFB00ekt, speci\uFB01k, kon\uFB02ikt", "effekt, specifik, konflikt"},
      {"three letters", "e\uFB03cient, mu\uFB04a", "efficient, muffla"},
      {"long s with t", "be\uFB05 \uFB06", "best st"},
      {"bytes the wrong way round", "tra\u6600\u6900k, kon\u6600\u6C00ikt", "trafik, konflikt"},
      {"one letter of them", "ly\u6600ta, u\u7400\u7400er", "lyfta, utter"},
      {"such a sign alone is Chinese", "\u6600", "\u6600"},
  };
  expect_normal(cases);
}

TEST(Normal, ReadsSoftHyphens) {
  const Case cases[] = {
      {"inside a word it goes", "Försäm\u00ADring", "Försämring"},
      {"several of them", "för\u00ADänd\u00ADring", "förändring"},
      {"at the end of a line it is the hyphen", "Oföränd\u00AD", "Oföränd-"},
      {"also before space", "Oföränd\u00AD ", "Oföränd-"},
      {"after a hyphen it is none", "Enskede-\u00AD", "Enskede-"},
      {"over a line end it joins", "Oföränd\u00AD\nrat", "Oförändrat"},
      {"over a lost line end, too", "Oföränd\u00AD rat", "Oförändrat"},
      {"a suspended one stays", "barn\u00AD och ungdom", "barn- och ungdom"},
      {"between small and capital letter it is real", "Enskede\u00ADÅrsta", "Enskede-Årsta"},
      {"between digit and letter it is real", "3\u00ADmånadersbeslut", "3-månadersbeslut"},
      {"between digits it is real", "0\u00AD20 år", "0-20 år"},
      {"after capitals it is real", "SIG\u00ADlots", "SIG-lots"},
      {"within capitals it goes", "FÖR\u00ADÄNDRING", "FÖRÄNDRING"},
      {"after one capital it goes", "O\u00ADförändrat", "Oförändrat"},
      {"alone it is nothing", "\u00AD", ""},
      {"as a bullet it is a dash", "\u00AD Fler vuxna", "- Fler vuxna"},
      {"PDFium's mark at a line's end", "Oföränd\x02\r\nrat", "Oförändrat"},
  };
  expect_normal(cases);
}

TEST(Normal, TakesPlainSigns) {
  const Case cases[] = {
      {"hyphens", "risk\u2010 och e\u2011post", "risk- och e-post"},
      {"dashes stay", "0–20, −5 — nej", "0–20, −5 — nej"},
      {"bullets of symbol fonts", "\uF0B7 Ett\n\uF0A7 Två", "• Ett\n• Två"},
      {"boxes of symbol fonts", "\uF0FE Positiv \uF0A8 Negativ", "☑ Positiv ☐ Negativ"},
      {"arrows of symbol fonts", "\uF0E1", "↑"},
      {"such a code inside a word is a lost letter", "f\uF0B7rändring", "f\uF0B7rändring"},
      {"text in a symbol font", "\uF050\uF06F\uF073\uF069\uF074\uF069\uF076", "Positiv"},
      {"control characters go", "\x01Oförändrat\x7F.\x1F"sv, "Oförändrat."},
      {"but one between letters was a letter", "f\0r\x01ndring"sv, "f\uFFFDr\uFFFDndring"},
      {"variation selectors", "✔\uFE0F", "✔"},
  };
  expect_normal(cases);
}

TEST(Normal, MakesSpacesPlainAndSingle) {
  const Case cases[] = {
      {"no-break spaces", "1.1\u00A0\u00A0Samverkan\u202FÅrsta\u20070", "1.1 Samverkan Årsta 0"},
      {"tabs", "1\tUnga\t\tvuxna", "1 Unga vuxna"},
      {"thin and wide ones", "a\u2009b\u2003c\u3000d", "a b c d"},
      {"zero widths go", "Oför\u200Bändrat\uFEFF\u2060", "Oförändrat"},
      {"a byte order mark goes", "\uFEFFLägesbild", "Lägesbild"},
      {"directions go", "\u202AOförändrat\u202C\u200E", "Oförändrat"},
      {"none at the ends", " \n Oförändrat \t ", "Oförändrat"},
      {"CR LF is one line feed", "Ett\r\nTvå\r\n\r\nTre", "Ett\nTvå\nTre"},
      {"line and paragraph separators", "Ett\u2028Två\u2029Tre", "Ett\nTvå\nTre"},
      {"page breaks", "Ett\fTvå", "Ett\nTvå"},
      {"only spaces", " \u00A0\t", ""},
  };
  expect_normal(cases);
}

TEST(Normal, JoinsAccentsThatStandBesideTheirLetter) {
  const Case cases[] = {
      {"after the letter", "Tja¨nst i Ro¨da kvarteret, A˚rsta", "Tjänst i Röda kvarteret, Årsta"},
      {"before the letter", "f¨or¨andring p˚a plats", "förändring på plats"},
      {"before capitals", "¨Ostermalm och ˚Arsta", "Östermalm och Årsta"},
      {"a space before", "Tja ̈nst pa ̊ plats", "Tjänst på plats"},
      {"a space before a spacing one", "Tja ¨nst", "Tjänst"},
      {"a space after", "f¨ orening p˚ a", "förening på"},
      {"spaces on both sides", "A ˚ rsta", "Årsta"},
      {"a word that begins with one", "alla ¨andra p˚a ¨Oland", "alla ändra på Öland"},
      {"a word torn before its accent", "i f ¨orskolan", "i förskolan"},
      {"combining before its letter", "f\u0308or", "för"},
      {"two vowels: as the others stand, before", "f¨or po¨ang", "för poäng"},
      {"two vowels: as the others stand, after", "fo¨r miljo¨arbete", "för miljöarbete"},
      {"degree signs as rings", "p°a A°rsta", "på Årsta"},
      {"acute", "ide´er, arm´en, cafe´", "idéer, armén, café"},
      {"grave", "2 a` 3, cre`me", "2 à 3, crème"},
      {"names", "Mu¨ller", "Müller"},
  };
  expect_normal(cases);
}

TEST(Normal, LeavesAccentsThatAreSigns) {
  const Case cases[] = {
      {"degrees", "20 °C och 5° att 30 ° av", "20 °C och 5° att 30 ° av"},
      {"apostrophes", "30´s, ha´t", "30´s, ha´t"},
      {"quotation marks", "`skolan` ´skolan´", "`skolan` ´skolan´"},
      {"no letter beside", "¨ ˚ ´ `", "¨ ˚ ´ `"},
      {"letters that carry none", "b¨c", "b¨c"},
      {"over a line end", "Tja\n¨nst", "Tja\n¨nst"},
  };
  expect_normal(cases);
}

TEST(Normal, ReadsMojibakeAgain) {
  const Case cases[] = {
      {"UTF-8 as Windows-1252", "OfÃ¶rÃ¤ndrat pÃ¥", "Oförändrat på"},
      {"capitals", "Ã…rsta, Ã„lvsjÃ¶, Ã–rby", "Årsta, Älvsjö, Örby"},
      {"capitals by way of Latin-1", "Ã\u0085rsta, Ã\u0084lvsjÃ¶", "Årsta, Älvsjö"},
      {"signs", "â€“ Â§ 5 â€¢ â€ť", "– § 5 • â€ť"},
      {"beside what was read right", "– Oförändrat, fÃ¶rr", "– Oförändrat, förr"},
      {"twice", "OfÃƒÂ¶rÃƒÂ¤ndrat", "Oförändrat"},
      {"a ligature", "speciï¬\u0081k", "specifik"},
      {"Mac OS Roman", "OfšrŠndrat pŒ plats", "Oförändrat på plats"},
      {"Mac OS Roman with capitals", "fšr …stermalm och \u0081rsta", "för Östermalm och Årsta"},
      {"code page 850", "f”r„ndring p† plats", "förändring på plats"},
      {"Windows-1252 as Latin-1", "\u0093Ja\u0094 \u0096 nej", "“Ja” – nej"},
  };
  expect_normal(cases);
}

TEST(Normal, LeavesWhatOnlyLooksLikeMojibake) {
  const Case cases[] = {
      {"names with a caron", "Miloš Šarac från Niš", "Miloš Šarac från Niš"},
      {"the same in English", "Miloš met Škoda", "Miloš met Škoda"},
      {"a quote without its space", "temat”skola i city", "temat”skola i city"},
      {"a dagger", "text† och mer", "text† och mer"},
      {"capitals before quotes", "NIVÅ” MILJÖ– Å…", "NIVÅ” MILJÖ– Å…"},
      {"euros", "5 € och ™", "5 € och ™"},
      {"letters of other languages", "Âge, château, São", "Âge, château, São"},
  };
  expect_normal(cases);
}

TEST(Normal, ReplacesWhatIsNoUtf8) {
  const Case cases[] = {
      {"a Latin-1 byte", "f\xF6r", "f\uFFFDr"},
      {"a cut sequence", "p\xC3", "p\uFFFD"},
      {"an overlong form", "\xC0\xAF", "\uFFFD\uFFFD"},
      {"a surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"past the last code point", "\xF5\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
  };
  expect_normal(cases);
}

// ---- the way back -----------------------------------------------------------------------------

struct Back {
  const char* says;
  std::string_view given, part, wanted;
};

TEST(Normal, MapsPartsBackToWholeCharacters) {
  const Back cases[] = {
      {"where nothing changed", "Det är oförändrat.", "oförändrat", "oförändrat"},
      {"over composed letters", "Ofo\u0308ra\u0308ndrat!", "Oförändrat", "Ofo\u0308ra\u0308ndrat"},
      {"one composed letter", "Ofo\u0308r", "ö", "o\u0308"},
      {"an accent before its letter", "f¨or", "ö", "¨o"},
      {"an accent after a space", "Tja ¨nst", "ä", "a ¨"},
      {"all of a ligature", "e\uFB00ekt", "ff", "\uFB00"},
      {"half of a ligature", "e\uFB00ekt", "ef", "e\uFB00"},
      {"a soft hyphen inside", "Försäm\u00ADring.", "Försämring", "Försäm\u00ADring"},
      {"mojibake", "pÃ¥ plats", "på", "pÃ¥"},
      {"a word before many spaces", "Oförändrat \u00A0 nu", "Oförändrat", "Oförändrat"},
      {"a word after them", "Oförändrat \u00A0 nu", "nu", "nu"},
      {"the end", "  nu", "nu", "nu"},
  };
  for (const Back& c : cases) {
    const MappedText made = normal_mapped(c.given);
    const std::size_t at = made.text.find(c.part);
    ASSERT_NE(at, std::string::npos) << c.says << ": " << made.text;
    EXPECT_EQ(within(c.given, made.source({at, at + c.part.size()})), c.wanted) << c.says;
  }
}

}  // namespace
}  // namespace lagesbild
