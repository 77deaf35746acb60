// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/export_tables.h"

#include <algorithm>

namespace lagesbild {
namespace {

using enum Column::Type;
using Key = std::string_view;

constexpr std::string_view sha256 = "^[0-9a-f]{64}$";
constexpr std::string_view period = "^[0-9]{4}(-[0-9]{2})?$";
constexpr std::string_view four_numbers = "^-?[0-9.]+( -?[0-9.]+){3}$";

// SQL for what is not a column of the store.
constexpr std::string_view box =
    "CASE WHEN page IS NOT NULL THEN format('%.2f %.2f %.2f %.2f', x0, y0, x1, y1) END";
constexpr std::string_view per_mille = "CAST(round(1000 * confidence) AS INTEGER)";
constexpr std::string_view all_areas =
    "(SELECT count(*) FROM assessments a WHERE a.report_id = current_reports.report_id)";
constexpr std::string_view marked_areas =
    "(SELECT count(DISTINCT position) FROM open_marks m"
    " WHERE m.report_id = current_reports.report_id)";

constexpr Category basis_words[] = {
    {"stated", "står i kommentaren"},
    {"reference", "hämtad från ett område som kommentaren hänvisar till"},
    {"corrected", "rättad av en person"},
    {"none", "ej angiven"}};
constexpr Category state_words[] = {{"ok", "läst, inget att granska"},
                                    {"review", "läst, något att granska"},
                                    {"rejected", "ingen lägesbild, eller inte läsbar"},
                                    {"failed", "läsningen fick avbrytas"}};
constexpr Category text_from_words[] = {{"pdf", "PDF-filens text"},
                                        {"form-fields", "formulärfält"},
                                        {"ocr", "textigenkänning i bilder"},
                                        {"text", "textfil"}};
constexpr Category decision_words[] = {{"accept", "behållen"}, {"change", "ändrad"}};
constexpr Category severity_words[] = {
    {"error", "fel"}, {"warning", "varning"}, {"info", "upplysning"}};

// ---- columns of several tables ----------------------------------------------------------------

constexpr Column report_id = {.name = "report_id",
                              .title = "Rapport-id",
                              .description = "Filens SHA-256: pekar ut rapporten",
                              .width = 10,
                              .required = true,
                              .pattern = sha256,
                              .from = "sha256"};
constexpr Column path = {"path", "Fil", "Filens plats i den inlästa mappen", text, 40, true};
constexpr Column district_id = {"district_id", "Distrikts-id",
                                "Stadsdelsområdets id, som består när namnet ändras", text, 16};
constexpr Column district = {"district", "Stadsdelsområde", "Stadsdelsområdets namn", text, 24};
constexpr Column report_period = {.name = "period",
                                  .title = "Period",
                                  .description = "År, eller år och månad, som rapporten gäller",
                                  .width = 9,
                                  .pattern = period};
constexpr Column counts = {
    .name = "counts",
    .title = "Räknas",
    .description = "1 om rapporten är den som räknas för sitt stadsdelsområde och sin period",
    .type = boolean,
    .width = 8,
    .required = true};
constexpr Column scope = {.name = "scope",
                          .title = "Nivå",
                          .description = "Om området är hela stadens eller stadsdelens eget",
                          .width = 18,
                          .required = true,
                          .categories = scope_words};
constexpr Column number = {"number", "Nummer", "Områdets nummer i formuläret", text, 8};
constexpr Column area_id = {"area_id", "Områdes-id",
                            "Områdets id, som består när nummer och ordalydelse ändras", text, 24};
constexpr Column title_as_written = {.name = "title",
                                     .title = "Område i rapporten",
                                     .description = "Områdets namn som det står i rapporten",
                                     .width = 40,
                                     .required = true,
                                     .from = "shown_words(title)"};

/// Free text, masked on its way out by the SQL function that `from` calls.
constexpr Column words(Key name, std::string_view title, std::string_view description, int width,
                       std::string_view from) {
  return {.name = name, .title = title, .description = description, .width = width, .from = from};
}

/// A word out of a list.
constexpr Column one_of(Key name, std::string_view title, std::string_view description, int width,
                        std::span<const Category> categories) {
  return {.name = name,
          .title = title,
          .description = description,
          .width = width,
          .categories = categories};
}

/// A number that the store does not hold as it is, never missing.
constexpr Column computed(Key name, std::string_view title, std::string_view description, int width,
                          std::string_view from) {
  return {.name = name,
          .title = title,
          .description = description,
          .type = integer,
          .width = width,
          .required = true,
          .from = from};
}

constexpr Column never_missing(Column column) {
  column.required = true;
  return column;
}

// ---- assessments ------------------------------------------------------------------------------

constexpr Column assessment_columns[] = {
    report_id,
    {"position", "Rad", "Områdets plats i formuläret, från 1", integer, 6, true},
    district_id,
    district,
    report_period,
    scope,
    number,
    area_id,
    words("area_title", "Område", "Områdets namn, lika över åren", 40, "shown_words(area_title)"),
    title_as_written,
    words("group", "Grupp", "Rubriken ovanför ett lokalt område", 24, "shown_words(group_title)"),
    one_of("change", "Förändring",
           "Vad rapporten säger om förändringen sedan förra året; tomt där den inget säger", 14,
           change_words),
    never_missing(one_of("basis", "Grund", "Var förändringen kommer från", 20, basis_words)),
    {"reference", "Hänvisning", "Området som förändringen är hämtad från", text, 12},
    one_of("suggested_change", "Förslag",
           "Vad mjukare regler läser ut där inget är angivet; räknas aldrig", 14, change_words),
    words("comment", "Kommentar", "Hela kommentaren; stycken skilda av radbyten", 80,
          "shown_comment(comment)"),
    {"page", "Sida", "Sidan där kommentaren eller området börjar", integer, 6},
    {.name = "box",
     .title = "Ruta",
     .description = "Var på sidan det står: x0 y0 x1 y1 i punkter från sidans övre vänstra hörn",
     .width = 24,
     .pattern = four_numbers,
     .from = box},
    computed(
        "confidence", "Säkerhet",
        "Hur säkert det är, i promille, att kommentaren hör till området och att förändringen är "
        "rätt",
        9, per_mille),
    {"review", "Granska", "Koder för vad en människa bör se på, skilda av blanksteg; tomt: inget",
     text, 24},
    {"rule", "Regel", "Regeln som avgjorde förändringen", text, 20},
    counts,
    path,
};
constexpr Key assessment_key[] = {"report_id", "position"};
constexpr ForeignKey assessment_foreign[] = {
    {"report_id", "reports"}, {"district_id", "districts"}, {"area_id", "areas"}};

// ---- reports ----------------------------------------------------------------------------------

constexpr Column report_columns[] = {
    report_id,
    {"path", "Fil", "Filens plats i den inlästa mappen; den första, om flera har samma innehåll",
     text, 40, true},
    district_id,
    district,
    words("district_as_written", "Skrivet som", "Stadsdelsområdets namn som det står i rapporten",
          24, "shown_words(district_as_written)"),
    report_period,
    never_missing(one_of("state", "Läge", "Hur läsningen gick", 24, state_words)),
    counts,
    computed("assessments", "Områden", "Antal områden i rapporten", 9, all_areas),
    computed("to_review", "Att granska", "Antal områden som en människa bör se på", 11,
             marked_areas),
    {"pages", "Sidor", "Antal sidor", integer, 7},
    one_of("text_from", "Text från", "Var orden kommer från", 14, text_from_words),
    {"producer", "Program", "Programmet som gjorde PDF-filen, enligt filen själv", text, 24},
    {"dated", "Daterad", "Filens egen senaste tidsuppgift", text, 20},
    {"program", "Läst av", "Version av lagesbild som läste filen", text, 12, true},
    {"rules", "Regler", "Version av reglerna som läste filen", text, 14, true},
};
constexpr Key report_key[] = {"report_id"};
constexpr ForeignKey report_foreign[] = {{"district_id", "districts"}};

// ---- areas, districts -------------------------------------------------------------------------

constexpr Column area_columns[] = {
    never_missing(area_id),
    scope,
    never_missing(words("title", "Område", "Områdets namn", 40, "shown_words(title)")),
    {"list", "Lista", "Stadens lista som området hör till", text, 9},
    {"valid_from", "Från", "Första året som området gäller", year, 8},
    {"valid_to", "Till", "Sista året som området gäller", year, 8},
    {"known", "Känt", "1 om området finns i reglerna, 0 om det bara finns i rapporterna", boolean,
     8, true},
    {"district_id", "Distrikts-id", "Stadsdelsområdet som området hör till, om det är dess eget",
     text, 16},
};
constexpr Key area_key[] = {"area_id"};
constexpr ForeignKey area_foreign[] = {{"district_id", "districts"}};

constexpr Column district_columns[] = {
    never_missing(district_id),
    {"name", "Stadsdelsområde", "Stadsdelsområdets namn", text, 24, true},
    {"valid_from", "Från", "Första dagen; tomt: sedan länge", date, 12},
    {"valid_to", "Till", "Sista dagen; tomt: tills vidare", date, 12},
    {"known", "Känt", "1 om det finns i reglerna, 0 om det bara finns i rapporterna", boolean, 8,
     true},
    {"successors", "Efterträdare", "Id för de stadsdelsområden som tog över, skilda av blanksteg",
     text, 24},
};
constexpr Key district_key[] = {"district_id"};

// ---- problems ---------------------------------------------------------------------------------

constexpr Column problem_columns[] = {
    path,
    {.name = "report_id",
     .title = "Rapport-id",
     .description = "Filens SHA-256; tomt där den inte kunde öppnas",
     .width = 10,
     .pattern = sha256,
     .from = "sha256"},
    {"ordinal", "Nummer", "Problemets plats bland filens problem, från 1", integer, 8, true},
    {"code", "Kod", "Problemets slag", text, 20, true},
    never_missing(one_of("severity", "Allvar", "Hur allvarligt det är", 12, severity_words)),
    {"page", "Sida", "Sidan där det står", integer, 6},
    words("message", "Meddelande", "Vad som hände, och vad man kan göra (på engelska)", 80,
          "shown_comment(message)"),
};
constexpr Key problem_key[] = {"path", "ordinal"};
constexpr ForeignKey problem_foreign[] = {{"report_id", "reports"}};

// ---- corrections ------------------------------------------------------------------------------

constexpr Column correction_columns[] = {
    {"correction_id", "Rättelse", "Rättelsens nummer", integer, 9, true},
    report_id,
    district_id,
    report_period,
    scope,
    number,
    area_id,
    title_as_written,
    never_missing(
        one_of("decision", "Beslut", "Om det lästa behålls eller ändras", 12, decision_words)),
    one_of("change", "Förändring", "Den rätta förändringen, om den ändras; tomt: ingen är angiven",
           14, change_words),
    one_of("change_as_read", "Läst som", "Förändringen som den lästes när beslutet togs", 14,
           change_words),
    words("note", "Anteckning", "Vad den som beslutade har skrivit", 30, "shown_comment(note)"),
    {"role", "Roll", "I vilken roll beslutet togs", text, 16, true},
    {"made_at", "Tid", "När beslutet lästes in", text, 20, true},
    {"undone_at", "Ångrad", "När beslutet togs tillbaka", text, 20},
    {"stale", "Inaktuell", "1 om kommentaren har en annan lydelse nu", boolean, 9, true},
};
constexpr Key correction_key[] = {"correction_id"};

// ---- all ----------------------------------------------------------------------------------------

constexpr ExportTable tables[] = {
    {"assessments", "Bedömningar",
     "En rad för varje område i varje rapport: vad den säger om förändringen, kommentaren, och var "
     "det står.",
     "assessments_flat", "district, district_id, period, sha256, position", assessment_columns,
     assessment_key, assessment_foreign},
    {"reports", "Rapporter",
     "En rad för varje fil med eget innehåll, också de som inte kunde läsas.", "current_reports",
     "district, district_id, period, sha256", report_columns, report_key, report_foreign},
    {"areas", "Områden", "Områdena med id som består över åren.", "current_areas", "area_id",
     area_columns, area_key, area_foreign},
    {"districts", "Stadsdelsområden",
     "Stadens områden, med dagarna de gäller och vad som kom efter.", "current_districts",
     "name, district_id", district_columns, district_key},
    {"problems", "Problem", "Vad som var fel eller bör ses över i filerna.", "problems_flat",
     "path, ordinal", problem_columns, problem_key, problem_foreign},
    {"corrections", "Rättelser",
     "Vad människor har beslutat om enskilda områden, det senaste sist.", "corrections_flat",
     "correction_id", correction_columns, correction_key},
};

}  // namespace

std::span<const ExportTable> export_tables() { return tables; }

std::string query_of(const ExportTable& table) {
  std::string query = "SELECT ";
  for (const Column& column : table.columns) {
    if (&column != table.columns.data()) query += ", ";
    query += column.from.empty() ? column.name : column.from;
  }
  return query + " FROM " + std::string(table.relation) + " ORDER BY " + std::string(table.order);
}

std::string_view label_of(std::span<const Category> categories, std::string_view value) {
  const auto found = std::ranges::find(categories, value, &Category::value);
  return found == categories.end() ? value : found->label;
}

}  // namespace lagesbild
