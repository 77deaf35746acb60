// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Wordings that other years and offices may print, held against the shipped rules. The rule files
// have examples of their own; these are further ones.
#include <gmock/gmock.h>

#include "rules/rules.h"
#include "text/fold.h"
#include "text/normal.h"

namespace lagesbild {
namespace {

const Rules& rules() {
  static const Rules loaded = *load_rules(PROJECT_ROOT "/rules");
  return loaded;
}

struct Case {
  const char* text;
  const char* is;  ///< "" where no rule may match
};

void expect(const RuleList& list, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const Rule* rule = list.which(folded(normal(c.text)));
    EXPECT_EQ(rule ? rule->is : "", c.is) << c.text << (rule ? " by " + rule->id : "");
  }
}

TEST(FormRules, Titles) {
  expect(rules().form.title,
         {
             {"Lägesbild december 2022", "title"},
             {"Lokal lägesbild – Skärholmens stadsdelsområde – 2021", "title"},
             {"Bilaga 2: Lägesbild Norra innerstaden 2023-12-01", "title"},
             {"Lägesbild brott och trygghet, Kungsholmen, november 2019", "title"},
             {"Redovisning av lägesbild 2020", "title"},
             {"Lägesbild december 2022 (reviderad)", "title"},
             {"Mall för lägesbild 2021", "title"},
             {"Trygghetslägesbild 2022", "title"},
             {"Lägesbild varje vecka", ""},
             {"Lägesbilden från 2021 visar att oron har ökat", ""},
             {"Polisen delar sin lägesbild", ""},
             {"2022", ""},
             {"December 2022", ""},
             {"Handlingsplan 2022", ""},
             {"Ungdomsutsättningar 2022", ""},
             {"", ""},
         });
}

TEST(FormRules, Sections) {
  expect(rules().form.section, {
                                   {"Stadsövergripande prioriterade områden", "city"},
                                   {"STADSGEMENSAMMA PRIORITERADE OMRÅDEN", "city"},
                                   {"Stadsövergripande prioriterade områden Kommentarer", "city"},
                                   {"Stadens övergripande områden", "city"},
                                   {"Kommunövergripande områden", "city"},
                                   {"A) Stadsövergripande", "city"},
                                   {"Lokalt prioriterade arbeten", "local"},
                                   {"Lokala prioriteringar 2023", "local"},
                                   {"Stadsdelens prioriteringar", "local"},
                                   {"Stadsdelsnämndens prioriterade områden", "local"},
                                   {"Lokala områden:", "local"},
                                   {"Lokalt prioriterade områden (12)", "local"},
                                   {"Instruktioner", "instruction"},
                                   {"ANVISNING", "instruction"},
                                   {"Så här fyller du i blanketten", "instruction"},
                                   {"Sammanfattning", "other"},
                                   {"Bakgrund", "other"},
                                   {"Riktade insatser på torg och stationer", ""},
                                   {"Lokala nätverk för barn och unga", ""},
                                   {"Lokal handlingsplan", ""},
                                   {"Stadens förvaltningar", ""},
                                   {"Lokalt arbete mot bedrägerier har startat", ""},
                                   {"Stadsövergripande arbete har påbörjats under året.", ""},
                                   {"Vägledning ges vid behov", ""},
                               });
}

TEST(FormRules, ColumnHeads) {
  expect(rules().form.column, {
                                  {"Nr", "number"},
                                  {"Lokalt prioriterat område", "area"},
                                  {"Område:", "area"},
                                  {"KOMMENTARER", "comment"},
                                  {"Kort beskrivning av eventuell avvikelse", "comment"},
                                  {"Redogörelse för hur läget har förändrats", ""},
                                  {"Kommentar (max 1000 tecken)", "comment"},
                                  {"Förändring", "change"},
                                  {"Förändring sedan förra lägesbilden", "change"},
                                  {"Positiv / negativ / oförändrad", "change"},
                                  {"Utveckling jämfört med 2020", "change"},
                                  {"Positiv", "positive"},
                                  {"Inte förändrat", "unchanged"},
                                  {"Negativ förändring", "negative"},
                                  {"Stadsdelsområde", "district"},
                                  {"Positiv förändring. Fler vuxna är ute.", ""},
                                  {"Utvecklingen har stannat av.", ""},
                                  {"Status quo", "unchanged"},
                                  {"–", ""},
                                  {"+", ""},
                                  {"Uppföljning sker i januari", ""},
                                  {"Redovisning i nämnd sker två gånger", ""},
                                  {"Beskrivning av området ges av polisen.", ""},
                                  {"Trygghetsinventering", ""},
                                  {"Avvikelse i form av två bränder.", ""},
                              });
}

TEST(FormRules, Instructions) {
  expect(rules().form.instruction,
         {
             {"Har läget inte ändrats anger ni ”Oförändrat”.", "instruction"},
             {"Fyll i tabellen och bifoga den i ärendet.", "instruction"},
             {"Svaret ska lämnas in senast den 9 december 2022.", "instruction"},
             {"Bedömningen bör göras gemensamt med polisen.", "instruction"},
             {"Beskriv vad som skiljer sig från förra lägesbilden.", "instruction"},
             {"För vart och ett av områdena beskriver ni eventuell förändring; ange källa.",
              "instruction"},
             {"Positiv förändring. Vi har beskrivit arbetet i tabellen ovan.", ""},
             {"Ej förändrat.", ""},
             {"Polisens bedömning är att läget är stabilt.", ""},
             {"Ungdomarna skriver en egen rapport.", ""},
             {"Beslut väntas senast i vår.", ""},
             {"Samverkan sker utifrån en gemensam lägesbild.", ""},
             {"Trygghetsvandringar har utgått.", ""},
         });
}

TEST(FormRules, Furniture) {
  expect(rules().form.furniture, {
                                     {"Sida 2 (4)", "page"},
                                     {"SID 2 AV 4", "page"},
                                     {"3(7)", "page"},
                                     {"Forts.", "page"},
                                     {"Stockholms stad", "letterhead"},
                                     {"Diarienummer: SÖD 2022/88", "registry"},
                                     {"Datum 2022-12-01", "date"},
                                     {"Växel: 08-508 00 000", "contact"},
                                     {"kim.ek@example.se", "contact"},
                                     {"Handläggare: Kim Ek", "signature"},
                                     {"Ifylld av: Kim Ek", "signature"},
                                     {"1", ""},
                                     {"1.2 Brommaplan", ""},
                                     {"Telefonbedrägerier mot äldre", ""},
                                     {"Kontakten med polisen är god.", ""},
                                     {"Datum för trygghetsvandringen är bestämt", ""},
                                     {"Oförändrat", ""},
                                     {"Farsta stadsdelsförvaltning", ""},
                                     {"Mobila ordningsvakter", ""},
                                     {"Namn på platser saknas", ""},
                                     {"Sida", ""},
                                 });
}

struct Reference {
  const char* text;
  const char* number;
  const char* title;
  const char* direction;
  bool past = false;
};

TEST(FormRules, References) {
  const Reference cases[] = {
      {"se 3.1", "3.1", "", ""},
      {"Se under 2.2.", "2.2", "", ""},
      {"SE PUNKT 6!", "6", "", ""},
      {"Vi hänvisar till punkt 1.3", "1.3", "", ""},
      {"Var god se 3.4.", "3.4", "", ""},
      {"Jämför område 7.", "7", "", ""},
      {"Se lokala prioriteringar, 2.1", "2.1", "", ""},
      {"Samma svar som på 4.", "4", "", ""},
      {"Kommenteras under punkt 2.4", "2.4", "", ""},
      {"Se 1.1-1.3", "1.1-1.3", "", ""},
      {"Se Trygghetsvandringar (1.2).", "1.2", "trygghetsvandringar", ""},
      {"se lokalt forum för unga", "", "lokalt forum for unga", ""},
      {"Se under rubriken Helgsamverkan", "", "helgsamverkan", ""},
      {"Se Sociala insatsgrupper – unga vuxna", "", "sociala insatsgrupper - unga vuxna", ""},
      {"Se ovan!", "", "", "ovan"},
      {"Se kommentar nedan", "", "", "nedan"},
      {"Som ovan.", "", "", "ovan"},
      {"Se förra årets rapport.", "", "", "", true},
      {"Hänvisar till 2021 års lägesbild", "", "", "", true},
  };
  for (const Reference& c : cases) {
    const std::string text = folded(normal(c.text));
    const auto match = rules().form.reference.first(text);
    ASSERT_TRUE(match) << c.text;
    const auto group = [&](const char* name) {
      const auto span = match->named(name);
      return span ? std::string(within(text, *span)) : std::string();
    };
    EXPECT_EQ(group("number"), c.number) << c.text;
    EXPECT_EQ(group("title"), c.title) << c.text;
    EXPECT_EQ(group("direction"), c.direction) << c.text;
    EXPECT_EQ(!group("past").empty(), c.past) << c.text;
  }
}

TEST(FormRules, CommentsThatOnlyMentionAnotherAreaAreNoReferences) {
  expect(rules().form.reference, {
                                     {"Se även 2.1", ""},
                                     {"Oförändrat, se 3.1", ""},
                                     {"Se till att belysningen lagas.", ""},
                                     {"Se över rutinerna", ""},
                                     {"Ser positivt på samarbetet", ""},
                                     {"Finns 3 kameror på platsen", ""},
                                     {"Finns på plats sedan i maj", ""},
                                     {"Redovisas i nämnden varje år", ""},
                                     {"Ingår 4 ungdomar i gruppen", ""},
                                     {"Rapporteras till polisen", ""},
                                     {"Sedan 2021 har vi en rutin", ""},
                                     {"Samma läge som förra året", ""},
                                     {"Oförändrat.", ""},
                                     {"", ""},
                                 });
}

}  // namespace
}  // namespace lagesbild
