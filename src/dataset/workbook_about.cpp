// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Läs mig": what the workbook holds and how to read it.
#include "dataset/export_tables.h"
#include "dataset/review_texts.h"
#include "dataset/rows.h"
#include "dataset/workbook_sheets.h"

namespace lagesbild {
namespace {

struct Line {
  const char* name;
  const char* text;
};

constexpr Line sheets[] = {
    {"Översikt",
     "En rad för varje stadsdelsområde och period: hur många områden som förändrats åt vilket "
     "håll, och en kolumn för varje stadsövergripande område."},
    {"Data", "En rad för varje område i varje rapport, med kommentaren och var den står."},
    {"Att granska",
     "Det som programmet är osäkert på. Välj svaret i kolumnen beslut; behåll betyder att "
     "det som står är rätt."},
    {"Saknade rapporter",
     "Stadsdelsområden utan rapport för en period som andra har rapporterat för."},
};

constexpr Line cautions[] = {
    {"Förändring",
     "Vad rapporten själv säger har hänt sedan förra året. Två positiva år i rad är därför inget "
     "betyg, och förändringar får inte summeras till ett."},
    {"Förslag", "Vad texten tyder på där rapporten inget anger. Räknas aldrig."},
    {"Räknas",
     "Har ett stadsdelsområde två rapporter för samma period räknas den senare. Båda finns i "
     "Data."},
};

constexpr const char* counts_sql = R"(
  SELECT 'Rapporter', count(*) FROM current_reports WHERE state IN ('ok', 'review')
  UNION ALL SELECT 'Filer som inte kunde läsas', count(*)
            FROM files f LEFT JOIN reports r ON r.report_id = f.report_id
            WHERE NOT f.gone AND coalesce(r.state, '') NOT IN ('ok', 'review')
  UNION ALL SELECT 'Bedömda områden', count(*) FROM assessments_flat
  UNION ALL SELECT 'Områden att granska', count(*) FROM assessments_flat WHERE review IS NOT NULL
  UNION ALL SELECT 'Saknade rapporter', count(*) FROM missing_reports)";

constexpr const char* versions_sql =
    "SELECT DISTINCT program || ', regler ' || rules FROM current_reports ORDER BY 1";

class Page {
 public:
  explicit Page(Sheet sheet) : sheet_(sheet) { sheet_.widths(std::vector<double>{28, 100}); }

  void title(const char* text) { add({{std::string(text), CellStyle::title}}); }
  void heading(const char* text) {
    add({});
    add({{std::string(text), CellStyle::header}});
  }
  void line(SheetCell first, const Value& second) {
    add({std::move(first), {second, CellStyle::wrapped}});
  }
  void line(std::string_view name, const Value& second) { line({{std::string(name)}}, second); }
  void lines(std::span<const Line> all) {
    for (const Line& one : all) line(one.name, std::string(one.text));
  }

 private:
  void add(const std::vector<SheetCell>& cells) { sheet_.add(cells); }
  Sheet sheet_;
};

void add_legend(Page& page) {
  page.heading("Tecken");
  page.line(change_cell(std::string("positive")), std::string("Det har blivit bättre."));
  page.line(change_cell(std::string("unchanged")), std::string("Det är som förra året."));
  page.line(change_cell(std::string("negative")), std::string("Det har blivit sämre."));
  page.line(
      change_cell({}),
      std::string("Rapporten säger inget om förändringen. Det är inte detsamma som oförändrat."));
  page.line({std::string("saknas"), CellStyle::missing},
            std::string("Ingen rapport har kommit in."));
}

void add_columns(Page& page) {
  page.heading("Kolumner i Data");
  for (const Column& column : export_tables()[0].columns)
    page.line(column.title, std::string(column.description) + ".");
}

}  // namespace

void write_about(Sheet sheet, Database& store) {
  Page page(sheet);
  page.title("Lägesbilder");
  page.heading("Innehåll");
  for_each_row(store, counts_sql,
               [&](const Row& row) { page.line(std::get<std::string>(row[0]), row[1]); });
  for_each_row(store, versions_sql,
               [&](const Row& row) { page.line("Läst med lagesbild", row[0]); });
  page.heading("Blad");
  page.lines(sheets);
  add_legend(page);
  page.heading("Att tänka på");
  page.lines(cautions);
  add_columns(page);
  page.heading("Koder i Granska");
  for (const CodeText& code : review_texts()) page.line(code.code, std::string(code.text) + ".");
}

}  // namespace lagesbild
