// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/identity.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

const Rules& rules() {
  static const Rules loaded = *load_rules(PROJECT_ROOT "/rules");
  return loaded;
}

TEST(District, IsKnownInEveryAcceptedSpelling) {
  struct Case {
    const char* text;
    const char* id;  ///< "" for none; "~" before it where it is not exact
  };
  const Case cases[] = {
      {"Farsta", "farsta"},
      {"FARSTA", "farsta"},
      {"Farsta stadsdelsförvaltning", "farsta"},
      {"Bromma SDF", "bromma"},
      {"sdn Skarpnäck", "skarpnack"},
      {"Skarpnäcks stadsdelsnämnd", "skarpnack"},
      {"Skärholmens stadsdelsförvaltning", "skarholmen"},
      {"Skarholmen", "skarholmen"},
      {"Södermalms stadsdelsområde", "sodermalm"},
      {"Norra innerstadens stadsdelsförvaltning", "norra-innerstaden"},
      {"Norra Innerstaden", "norra-innerstaden"},
      {"Järva stadsdelsnämnd", "jarva"},
      {"jarva", "jarva"},
      {"Enskede-Årsta-Vantör", "enskede-arsta-vantor"},
      {"Enskede-ÅrstaVantör", "enskede-arsta-vantor"},
      {"Enskede Årsta Vantör", "enskede-arsta-vantor"},
      {"Enskede - Årsta - Vantör", "enskede-arsta-vantor"},
      {"ENSKEDE–ÅRSTA–VANTÖRS STADSDELSFÖRVALTNING", "enskede-arsta-vantor"},
      {"Enskede/Årsta/Vantör", "enskede-arsta-vantor"},
      {"Enskede, Årsta och Vantör", "enskede-arsta-vantor"},
      {"enskede_arsta_vantor", "enskede-arsta-vantor"},
      {"Enskede-\nÅrsta-Vantör", "enskede-arsta-vantor"},
      {"Hägersten & Liljeholmen", "hagersten-liljeholmen"},
      {"Hägersten-Älvsjö", "hagersten-alvsjo"},
      {"HagerstenAlvsjo", "hagersten-alvsjo"},
      {"Älvsjö", "alvsjo"},
      {"Hässelby Vällingby sdf", "hasselby-vallingby"},
      {"Rinkeby-Kista", "rinkeby-kista"},
      {"Spånga–Tensta", "spanga-tensta"},
      {"Stadsdelsförvaltning: Östermalm", "ostermalm"},
      {"Stadsdel Norrmalm", "norrmalm"},
      {"Lägesbild Kungsholmen december 2021", "kungsholmen"},
      {"Lägesbild för Farsta stadsdelsområde, juni 2023", "farsta"},
      {"Stockholms stad | Bromma stadsdelsförvaltning | Trygghetsavdelningen", "bromma"},
      {"Ifylld av Kim Ek, Farsta stadsdelsförvaltning", "farsta"},
      {"Bromma Kommentarer", "bromma"},
      {"farstastadsdelsförvaltning", "farsta"},
      // one letter off, for names of two parts alone
      {"Hässelby-Välingby", "~hasselby-vallingby"},
      {"Enskede-Årsta-Vantr", "~enskede-arsta-vantor"},
      {"Rinkeby-Kiska", "~rinkeby-kista"},
      {"Farsts", ""},
      {"Kistb", ""},
      {"Jarvo", ""},
      {"Skarpnac", ""},
      // abbreviations as they stand
      {"EÅV", "~enskede-arsta-vantor"},
      {"SDF HV", "~hasselby-vallingby"},
      {"hv", ""},
      {"ST", "~spanga-tensta"},
      {"st", ""},
      // parts of districts, police areas, places and prose name none
      {"Årsta", ""},
      {"Kista", ""},
      {"Vantör", ""},
      {"Enskede-Årsta", ""},
      {"Norra", ""},
      {"Lokalpolisområde Farsta", ""},
      {"LPO Järva", ""},
      {"Farstapolisen", ""},
      {"Farsta centrum", ""},
      {"Farsta strand", ""},
      {"Nattvandring Farsta (Sköndal)", ""},
      {"Polisen i Södermalm", ""},
      {"Samverkan med Farsta stadsdelsförvaltning", ""},
      {"Vakterna i Farsta har blivit fler", ""},
      // two districts
      {"Rinkeby-Kista och Spånga-Tensta", ""},
      {"Norrmalm, Östermalm", ""},
      {"Oförändrat", ""},
      {"", ""},
      {"---", ""},
  };
  for (const Case& c : cases) {
    const auto match = district_in(rules().districts, c.text);
    const std::string found = match ? (match->exact ? "" : "~") + match->district->id : "";
    EXPECT_EQ(found, c.id) << c.text;
  }
}

TEST(District, SaysWhereItStands) {
  const std::pair<const char*, const char*> cases[] = {
      {"Lägesbild Bromma december 2022", "Bromma"},
      {"SDF Enskede – Årsta – Vantör, 2022", "Enskede – Årsta – Vantör"},
      {"Stockholms stad, Skarpnäcks stadsdelsförvaltning", "Skarpnäcks stadsdelsförvaltning"},
      {"Järva", "Järva"},
  };
  for (const auto& [text, name] : cases) {
    const auto match = district_in(rules().districts, text);
    ASSERT_TRUE(match) << text;
    EXPECT_EQ(within(text, match->where), name);
  }
}

TEST(District, AnyBytesAreRead) {
  EXPECT_FALSE(district_in(rules().districts, "\xFF\xFE\xC3"));
  EXPECT_FALSE(district_in(rules().districts, std::string(100000, 'a')));
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "Farsta ";
  EXPECT_FALSE(district_in(rules().districts, many)) << "no line of a report";
}

TEST(Period, IsTheOneThatTheTitleNames) {
  const std::pair<const char*, const char*> cases[] = {
      {"Lägesbild december 2022", "2022-12"},
      {"LÄGESBILD DECEMBER 2022", "2022-12"},
      {"La\u0308gesbild\u00A0december 2022", "2022-12"},
      {"Lägesbild, dec 2022", "2022-12"},
      {"Lägesbild dec. 2022", "2022-12"},
      {"Lägesbild (mars 2020)", "2020-03"},
      {"Lägesbild Bromma, maj 2021", "2021-05"},
      {"Lokal lägesbild 2023-12", "2023-12"},
      {"Lägesbild 2022-12-16", "2022-12"},
      {"Lägesbild per den 1 november 2021", "2021-11"},
      {"Lägesbild 20221216", "2022-12"},
      {"Lägesbild 12/2022", "2022-12"},
      {"Lägesbild dec -22", "2022-12"},
      {"Lägesbild 2022 oktober", "2022-10"},
      {"December 2022: Lägesbild Farsta", "2022-12"},
      {"Period: december 2022", "2022-12"},
      {"Lägesbild hösten 2021", "2021"},
      {"LÄGESBILD VT 2021", "2021"},
      {"Lägesbild HT2021", "2021"},
      {"Lägesbild kvartal 4, 2022", "2022"},
      {"Lägesbild juni-december 2022", "2022"},
      {"Lägesbild 2021", "2021"},
      {"Statusrapport 2020", "2020"},
      {"2021 års lägesbild", "2021"},
      {"Avser år 2021", "2021"},
      // a title without one period
      {"Lägesbild", ""},
      {"Lägesbild 2021-2022", ""},
      {"Lägesbild 2021/22", ""},
      {"Lägesbild 2022, uppföljning av lägesbild 2021", ""},
      {"Lägesbild december 2022, version 2023-01-10", ""},
      // no title
      {"December 2022", ""},
      {"Lägesbilden delades varje vecka under 2022", ""},
      {"Gör en statusrapport utifrån lägesbilden från 2021", ""},
      {"Polisens lägesbild från december 2022 visar ökad oro", ""},
      {"2022", ""},
      {"", ""},
      {"\xC3\xC3", ""},
  };
  for (const auto& [text, period] : cases)
    EXPECT_EQ(period_in_title(rules().form, text).value_or(""), period) << text;
}

struct Title {
  const char* text;
  std::optional<Scope> scope;
  std::optional<int> year;
  const char* id;
  bool known;
};

std::string id_of(const AreaMatch& match) { return match.area ? match.area->id : ""; }

TEST(AreaNamed, KnowsTitlesAndNearOnesButConfusesNone) {
  const auto city = Scope::city, local = Scope::local;
  const std::optional<Scope> any;
  const std::optional<int> none;
  const Title cases[] = {
      {"Riktat arbete mot avgränsade platser och utsatta områden", city, 2022,
       "platser-och-omraden", true},
      {"Riktat arbete mot avgränsande platser och utsatta områden", any, none,
       "platser-och-omraden", true},
      {"RIKTAT ARBETE MOT AVGRÄNSADE PLATSER OCH UTSATTA OMRÅDEN", city, none,
       "platser-och-omraden", true},
      {"Unga i risk för kriminalitet", city, 2021, "unga-i-risk-for-kriminalitet", true},
      {"Unga i risk för kriminalitett", city, 2021, "unga-i-risk-for-kriminalitet", false},
      {"Unga i risk för destruktivt beteende", city, 2024, "unga-i-risk-for-destruktivt-beteende",
       true},
      {"Skolan som brottsplats", city, none, "skolan-som-brottsplats", true},
      {"Arbete mot våldsbejakande extremism", city, none, "valdsbejakande-extremism", true},
      {"Arbetet mot våldsbejakade extremism", city, none, "valdsbejakande-extremism", false},
      {"Avhopparverksamhet för kriminella", city, none, "avhopparverksamhet", true},
      {"Avhopparverksamhet för kriminela", city, none, "avhopparverksamhet", false},
      {"Otillåten påverkan", city, none, "otillaten-paverkan", true},
      {"Otillåtna bosättningar", city, none, "otillatna-bosattningar", true},
      {"Otillåtna bosättningar i parkmark", city, none, "otillatna-bosattningar", true},
      {"Otillåtna bosättningarna i parkmark", city, none, "otillatna-bosattningar", false},
      {"Ordningsvakter", city, none, "ordningsvakter", true},
      {"Kameraövervakning (LPO-nivå)", city, none, "kameraovervakning", false},
      {"Särskilt utsatta och sårbara brottsoffer", city, 2022, "sarskilt-utsatta-brottsoffer",
       true},
      {"Särskilt utsatta och sårbara brottsoffer", city, 2024, "sarskilt-utsatta-brottsoffer",
       true},
      {"Ordningsvakter och kameraövervakning", city, none, "", false},
      {"Otillåten", city, none, "", false},
      {"Cykelstölder", city, none, "", false},
      {"", city, none, "", false},
      {"– 3 –", city, none, "", false},
      {"Sociala insatsgrupper: ungdom", local, none, "sociala-insatsgrupper-ungdom", true},
      {"Sociala insatsgrupper – Unga vuxna", local, none, "sociala-insatsgrupper-unga-vuxna", true},
      {"Sociala insatsgrupper – ungdomm", local, none, "sociala-insatsgrupper-ungdom", false},
      {"Sociala insatsgrupper – unga vuxan", local, none, "sociala-insatsgrupper-unga-vuxna",
       false},
      {"Sociala insatsgrupper – unga", local, none, "", false},
      {"Sociala insatsgrupper över 18 år", local, none, "sociala-insatsgrupper-unga-vuxna", true},
      {"Sociala insatsgruper under 18 år", local, none, "sociala-insatsgrupper-ungdom", false},
      {"Sociala insatsgrupper under 13 år", local, none, "", false},
      {"Lokala samverkansforum barn och äldre", local, none, "", false},
      {"Lokala samverkanforum barn och unga", local, none, "lokala-samverkansforum-barn-och-unga",
       false},
      {"Bedrägerier mot äldre", local, none, "bedragerier-mot-aldre", true},
      {"Ungdomsutsättningar", local, none, "ungdomsutsattningar", true},
      {"Helgsamverkan vid Gullmarsplan", local, none, "", false},
      {"Platssamverkan i Sätra", local, none, "", false},
      // the city's area is none of a district's own, and the other way round
      {"Unga i risk för kriminalitet", local, none, "", false},
      {"Trygghetsinventering", city, none, "", false},
  };
  for (const Title& c : cases) {
    const AreaMatch match = area_named(rules().areas, c.text, c.scope, c.year);
    EXPECT_EQ(id_of(match), c.id) << c.text;
    EXPECT_EQ(match.area && match.likeness == 1, c.known) << c.text << ' ' << match.likeness;
  }
}

TEST(AreaNamed, TheYearChoosesTheList) {
  const char* title = "Särskilt utsatta och sårbara brottsoffer";
  for (const auto& [year, list] : {std::pair(2021, "2019"), {2023, "2019"}, {2024, "2024"}})
    EXPECT_EQ(area_named(rules().areas, title, Scope::city, year).area->list, list) << year;
}

TEST(AreaNamed, EveryKnownTitleNamesItsOwnArea) {
  for (const Area& area : rules().areas)
    for (const std::string& title : area.titles) {
      const AreaMatch match = area_named(rules().areas, title, area.scope, area.from);
      EXPECT_EQ(id_of(match), area.id) << title;
      EXPECT_EQ(match.likeness, 1) << title;
    }
}

// No slip of one letter leads from one of the city's areas to another.
TEST(AreaNamed, ALetterTooFewNamesNoOtherArea) {
  for (const Area& area : rules().areas)
    for (const std::string& title : area.titles)
      for (std::size_t i = 0; i < title.size(); ++i) {
        if (static_cast<unsigned char>(title[i]) >= 0x80) continue;
        std::string slip = title;
        slip.erase(i, 1);
        const AreaMatch match = area_named(rules().areas, slip, area.scope, std::nullopt);
        if (match.area) {
          EXPECT_EQ(match.area->id, area.id) << slip;
        }
      }
}

TEST(AreaNamed, AnyBytesAreRead) {
  EXPECT_FALSE(area_named(rules().areas, std::string(1 << 20, 'x'), {}, {}).area);
  EXPECT_FALSE(area_named(rules().areas, "\xFF\xC3\x28", {}, {}).area);
}

TEST(OwnAreaId, ComesFromTheDistrictAndTheWords) {
  EXPECT_EQ(own_area_id("farsta", "Hökarängens  centrum"), "farsta-hokarangens-centrum");
  EXPECT_EQ(own_area_id("farsta", "HÖKARÄNGENS CENTRUM:"), "farsta-hokarangens-centrum");
  EXPECT_NE(own_area_id("bromma", "Centrum"), own_area_id("farsta", "Centrum"));
  EXPECT_EQ(own_area_id("farsta", "…"), "farsta-omrade");
}

TEST(OwnAreaId, HoldsNothingThatPointsAtAPerson) {
  struct Case {
    const char *title, *id;
  };
  const Case cases[] = {
      {"Brommaplan 08-508 12 345", "bromma-brommaplan"},
      {"Alvik (anna.exempel@exempel.se), vid torget", "bromma-alvik-vid-torget"},
      {"Ärendet 811218-9876", "bromma-arendet"},
      {"Anmälan 5000-K123456-22 i Alvik", "bromma-anmalan-i-alvik"},
      {"070-123 45 67", "bromma-omrade"},
      {"Unga 0-20 år", "bromma-unga-0-20-ar"},
      {"Uppföljning 2022-2023", "bromma-uppfoljning-2022-2023"},
      {"Avstämning 2022-12-24", "bromma-avstamning-2022-12-24"},
      {"50 @ torget", "bromma-50-torget"},
  };
  for (const Case& c : cases) EXPECT_EQ(own_area_id("bromma", c.title), c.id) << c.title;
}

TEST(OwnAreaId, LongTitlesStayApartAndShort) {
  const std::string beginning(120, 'a');
  const std::string one = own_area_id("farsta", beginning + " i norr");
  const std::string other = own_area_id("farsta", beginning + " i söder");
  EXPECT_NE(one, other);
  EXPECT_LT(one.size(), 110u);
  EXPECT_EQ(one, own_area_id("farsta", beginning + " i norr"));
}

}  // namespace
}  // namespace lagesbild
