// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/review_texts.h"

#include <algorithm>

namespace lagesbild {
namespace {

constexpr CodeText reviews[] = {
    {"mixed", "Kommentaren anger två förändringar på en gång; ingen av dem räknas"},
    {"late_label", "Förändringen anges längre fram än i kommentarens inledning"},
    {"label_not_stated", "Ord för en förändring finns med, men inte som en uppgift om området"},
    {"label_body_conflict", "Kommentaren säger motsatsen till sin egen inledning eller kryssruta"},
    {"conflicting_hints", "Texten pekar åt båda hållen och anger ingen förändring"},
    {"negated_label",
     "En nekad förändring (som \"ingen positiv förändring\") lämnar två möjliga svar"},
    {"direction_missing", "Något har förändrats, men det står inte åt vilket håll"},
    {"weak_label", "Kan vara menat som en uppgift om förändringen, men behöver inte vara det"},
    {"repaired_label", "Ett felskrivet eller skadat ord lästes som det ord det måste vara"},
    {"ambiguous_mark", "En pil, ett plus eller ett minus utan förklaring"},
    {"quoted_label", "Förändringen står inom citattecken"},
    {"change_cell_unread", "Rutan för förändringen innehåller ord som ingen regel känner"},
    {"struck_text", "En del av orden är överstrukna och kan vara menade som borttagna"},
    {"unsure_letters", "Bokstäver på en inskannad sida kunde inte läsas säkert"},
    {"reference_past", "Kommentaren hänvisar till en tidigare rapport"},
    {"reference_unresolved", "Kommentaren hänvisar till ett område som saknas eller inget anger"},
    {"empty_comment", "Ingen kommentar hittades, men en kan ha missats"},
    {"uncertain_mapping", "Kommentaren kan höra till området bredvid"},
    {"overlapping_text", "Text från olika rader är tryckt på varandra"},
    {"order_only", "Bara textens ordning säger vilket område kommentaren hör till"},
    {"continued_row", "Raden tycks fortsätta efter ett sidbyte"},
    {"group_or_area", "Kan vara en grupprubrik, eller ett område utan kommentar"},
    {"title_near", "Områdets namn liknar ett känt namn, men är inte detsamma"},
    {"new_area", "Reglerna känner inget sådant stadsövergripande område"},
};

constexpr CodeText problems[] = {
    {"not_found", "Filen finns inte"},
    {"not_a_file", "Det är ingen fil, utan en mapp eller något annat"},
    {"unreadable", "Filen kan inte öppnas eller läsas"},
    {"too_large", "Filen är större än gränsen"},
    {"limit", "En gräns för filens innehåll är passerad"},
    {"empty", "Filen är tom"},
    {"not_pdf", "Filen är varken PDF eller text"},
    {"damaged", "Filen är för skadad för att läsas"},
    {"no_pages", "PDF-filen har inga sidor"},
    {"password", "Filen kräver lösenord"},
    {"time_limit", "Läsningen tog för lång tid och avbröts"},
    {"memory_limit", "Läsningen krävde för mycket minne och avbröts"},
    {"worker_died", "Läsningen av filen kraschade två gånger"},
    {"changed_while_read", "Filen ändrades medan den lästes; läs in mappen igen"},
    {"outside", "En länk som leder ut ur mappen följs inte"},
    {"folder_limit", "Mapparna ligger för djupt i varandra, eller filerna är för många"},
    {"archive_limit", "Arkivet är för djupt, för stort eller har för många filer"},
    {"no_text", "Sidorna har ingen text: inskannad utan textlager"},
    {"ocr_unavailable", "Inskannade sidor kan inte läsas; meddelandet säger vad som saknas"},
    {"unknown_form", "Ingen lägesbild av känt slag"},
    {"repaired", "PDF-filen var skadad men har lästs ändå"},
    {"poppler", "PDF-läsaren anmärker på filen"},
    {"unmapped_glyphs", "PDF-filen säger inte vilka bokstäver vissa tecken är"},
    {"hidden_text", "Text som ingen kan se på sidan har lämnats utanför"},
    {"unplaced_text", "Ord som inte hör till något område, någon kommentar eller rubrik"},
    {"district_missing", "Stadsdelsområdet framgår inte"},
    {"district_unclear", "Flera stadsdelsområden nämns"},
    {"district_spelling", "Stadsdelsområdets namn är en bokstav fel"},
    {"period_missing", "Rubriken har inget år"},
    {"period_from_date", "Perioden är hämtad från ett datum ovanför formuläret"},
    {"period_from_properties", "Året är hämtat från filens egenskaper"},
    {"answers", "Filen med svar kan inte användas"},
    {"answer", "Svaret går inte att föra in; rätta raden och läs in filen igen"},
    {"two_reports", "Två rapporter för samma stadsdelsområde och period; den senare räknas"},
};

const CodeText* found_in(std::span<const CodeText> texts, std::string_view code) {
  const auto found = std::ranges::find(texts, code, &CodeText::code);
  return found == texts.end() ? nullptr : &*found;
}

}  // namespace

std::span<const CodeText> review_texts() { return reviews; }
std::span<const CodeText> problem_texts() { return problems; }

std::string_view text_of(std::string_view code) {
  if (const CodeText* review = found_in(reviews, code)) return review->text;
  if (const CodeText* problem = found_in(problems, code)) return problem->text;
  return code;
}

std::string sentences_of(std::string_view codes) {
  std::string text;
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(' '), codes.size());
    if (!text.empty()) text += '\n';
    text.append(text_of(codes.substr(0, end))).append(".");
    codes.remove_prefix(std::min(codes.size(), end + 1));
  }
  return text;
}

}  // namespace lagesbild
