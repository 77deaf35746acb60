// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "model/dump.h"
#include "pdf/read.h"
#include "pdf_builder.h"

namespace lagesbild {
namespace {

struct Case {
  const char* promise;
  std::string annotation;
  const char* dumped;
};

/// An empty page with one annotation. In it, "APPEARANCE" stands for a dictionary entry whose
/// appearance says "Ap", "STATES" for one with the states Ja and Off, "BLANK" and "FILLED" for
/// forms that show nothing and a grey box.
Result<Document> with_annotation(std::string annotation, const std::string& page_entries = "") {
  PdfBuilder pdf;
  const auto form_of = [&pdf](const char* content) {
    return std::to_string(pdf.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 80 20] "
                                         "/Resources << /Font << /F 3 0 R >> >>",
                                         content)) +
           " 0 R";
  };
  const std::string form = form_of("BT /F 10 Tf 2 5 Td (Ap) Tj ET");
  const auto replace = [&annotation](const std::string& mark, const std::string& by) {
    const std::size_t at = annotation.find(mark);
    if (at != std::string::npos) annotation.replace(at, mark.size(), by);
  };
  replace("STATES", "/AP << /N << /Ja " + form + " /Off " + form + " >> >>");
  replace("BLANK", form_of(""));
  replace("FILLED", form_of("0.5 g 0 0 80 20 re f"));
  replace("APPEARANCE", "/AP << /N " + form + " >>");
  const int number = pdf.add("<< /Type /Annot /Rect [20 30 100 50] " + annotation + " >>");
  pdf.page("", "/Annots [" + std::to_string(number) + " 0 R] " + page_entries);
  return read_pdf(pdf.bytes(), "case.pdf");
}

void expect_dumps(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const auto document = with_annotation(c.annotation);
    ASSERT_TRUE(document) << c.promise << ": " << document.problem().what;
    EXPECT_EQ(dump(*document).substr(19), c.dumped) << c.promise;
  }
}

TEST(Fields, HoldTextAndChoices) {
  const std::string text = "/Subtype /Widget /FT /Tx /T (namn) ";
  const std::string choice = "/Subtype /Widget /FT /Ch /T (val) ";
  expect_dumps({
      {"a value", text + "/V (ord)", "field text 20.0,50.0-100.0,70.0 \"namn\" = \"ord\"\n"},
      {"the value comes once, not from its appearance too", text + "/V (ord) APPEARANCE",
       "field text 20.0,50.0-100.0,70.0 \"namn\" = \"ord\"\n"},
      {"without a value, the appearance is read", text + "APPEARANCE",
       "text 22.0,57.8-34.2,67.1 size 10.0 \"Ap\"\n"},
      {"nothing at all is no field", text, ""},
      {"UTF-16 and lines", text + "/V <FEFF00E5000D00E4000A00F6>",
       "field text 20.0,50.0-100.0,70.0 \"namn\" = \"å\\nä\\nö\"\n"},
      {"CR LF is one line end", text + "/V (a\\r\\nb)",
       "field text 20.0,50.0-100.0,70.0 \"namn\" = \"a\\nb\"\n"},
      {"PDFDocEncoding", text + "/V (\\345\\225)",
       "field text 20.0,50.0-100.0,70.0 \"namn\" = \"åŁ\"\n"},
      {"rich text without a plain value", text + "/RV (<body><p>ett</p><p>tv\\345</p></body>)",
       "field text 20.0,50.0-100.0,70.0 \"namn\" = \"ett\\ntvå\"\n"},
      {"passwords are not told", text + "/Ff 8192 /V (hemligt) APPEARANCE", ""},
      {"hidden widgets are left out", text + "/F 2 /V (ord)", ""},
      {"not to be viewed either", text + "/F 32 /V (ord)", ""},
      {"printed or not does not matter", text + "/F 4 /V (ord)",
       "field text 20.0,50.0-100.0,70.0 \"namn\" = \"ord\"\n"},
      {"off the page it is not seen", text + "/V (ord) /Rect [300 300 400 320]", ""},
      {"a choice", choice + "/V (b)", "field choice 20.0,50.0-100.0,70.0 \"val\" = \"b\"\n"},
      {"a choice is told as displayed", choice + "/V (b) /Opt [[(a) (Ett)] [(b) (Tv\\345)]]",
       "field choice 20.0,50.0-100.0,70.0 \"val\" = \"Två\"\n"},
      {"more than one choice", choice + "/V [(a) (b)]",
       "field choice 20.0,50.0-100.0,70.0 \"val\" = \"a\\nb\"\n"},
      {"a push button is none", "/Subtype /Widget /FT /Btn /Ff 65536 /T (ok) APPEARANCE", ""},
  });
}

TEST(Fields, KnowWhetherBoxesAreOn) {
  const std::string box = "/Subtype /Widget /FT /Btn /T (ruta) ";
  expect_dumps({
      {"on by the appearance state", box + "STATES /AS /Ja /V /Ja",
       "field check_box 20.0,50.0-100.0,70.0 on \"ruta\" = \"Ja\"\n"},
      {"off by the appearance state", box + "STATES /AS /Off /V /Off",
       "field check_box 20.0,50.0-100.0,70.0 off \"ruta\" = \"Ja\"\n"},
      {"what is displayed counts", box + "STATES /AS /Off /V /Ja",
       "field check_box 20.0,50.0-100.0,70.0 off \"ruta\" = \"Ja\"\n"},
      {"on by the value", box + "STATES /V /Ja",
       "field check_box 20.0,50.0-100.0,70.0 on \"ruta\" = \"Ja\"\n"},
      {"off by another's value", box + "STATES /V /Nej",
       "field check_box 20.0,50.0-100.0,70.0 off \"ruta\" = \"Ja\"\n"},
      {"without any state it is off", box + "STATES",
       "field check_box 20.0,50.0-100.0,70.0 off \"ruta\" = \"Ja\"\n"},
      {"without appearances the value counts", box + "/V /Yes",
       "field check_box 20.0,50.0-100.0,70.0 on \"ruta\" = \"Yes\"\n"},
      {"a radio button", "/Subtype /Widget /FT /Btn /Ff 32768 /T (r) STATES /AS /Ja",
       "field radio 20.0,50.0-100.0,70.0 on \"r\" = \"Ja\"\n"},
      {"words for a numbered state",
       "/Subtype /Widget /FT /Btn /T (r) /AP << /N << /0 << >> >> >> /AS /0 /Opt [(Samma)]",
       "field check_box 20.0,50.0-100.0,70.0 on \"r\" = \"Samma\"\n"},
  });
}

TEST(Fields, OfFreeTextAndOtherAnnotations) {
  expect_dumps({
      {"free text without appearance", "/Subtype /FreeText /Contents (ord)",
       "field free_text 20.0,50.0-100.0,70.0 \"\" = \"ord\"\n"},
      {"free text with appearance", "/Subtype /FreeText /Contents (ord) APPEARANCE",
       "text 22.0,57.8-34.2,67.1 size 10.0 \"Ap\"\n"},
      {"free text whose appearance shows nothing",
       "/Subtype /FreeText /Contents (ord) /AP << /N BLANK >>",
       "field free_text 20.0,50.0-100.0,70.0 \"\" = \"ord\"\n"},
      {"a marker over words", "/Subtype /Highlight /Contents (ord) /AP << /N FILLED >>", ""},
      {"a stamp is drawn", "/Subtype /Stamp /Contents (ord) APPEARANCE",
       "text 22.0,57.8-34.2,67.1 size 10.0 \"Ap\"\n"},
      {"a hidden stamp is not", "/Subtype /Stamp /F 2 APPEARANCE", ""},
      {"a note's icon and words are not the page's", "/Subtype /Text /Contents (x) APPEARANCE", ""},
      {"popups are not drawn", "/Subtype /Popup APPEARANCE", ""},
      {"links draw no frame", "/Subtype /Link /Border [0 0 1] APPEARANCE", ""},
  });
}

TEST(Fields, TurnWithThePage) {
  const auto document = with_annotation("/Subtype /Widget /FT /Tx /T (n) /V (ord)", "/Rotate 90");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->pages[0].fields[0].box, (Box{30, 20, 50, 100}));
  EXPECT_EQ(document->from, Document::From::form_fields);
}

TEST(Fields, AppearancesTurnWithThePageUnlessTheyShallNot) {
  const std::string note = "/Subtype /FreeText /Contents (ord) APPEARANCE ";
  const auto turned = with_annotation(note, "/Rotate 90");
  ASSERT_TRUE(turned);
  ASSERT_EQ(turned->pages[0].glyphs.size(), 2U);
  EXPECT_EQ(turned->pages[0].glyphs[0].rotation, 90);
  const auto upright = with_annotation(note + "/F 16", "/Rotate 90");
  ASSERT_TRUE(upright);
  ASSERT_EQ(upright->pages[0].glyphs.size(), 2U);
  EXPECT_EQ(upright->pages[0].glyphs[0].rotation, 0);
}

TEST(Fields, InheritFromTheFieldsAbove) {
  PdfBuilder pdf;
  const std::string above =
      std::to_string(pdf.add("<< /FT /Tx /T (del) /V (\\344rvt) >>")) + " 0 R";
  const std::string widget = std::to_string(
      pdf.add("<< /Subtype /Widget /Rect [20 30 100 50] /T (rad) /Parent " + above + " >>"));
  const auto document = read_pdf(pdf.page("", "/Annots [" + widget + " 0 R]").bytes(), "case.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->pages[0].fields.size(), 1U);
  EXPECT_EQ(document->pages[0].fields[0].name, "del.rad");
  EXPECT_EQ(document->pages[0].fields[0].value, "ärvt");
}

TEST(Fields, MayBeTheirOwnParents) {
  PdfBuilder pdf;
  const int number = 5;  // the first object added
  pdf.add("<< /Subtype /Widget /FT /Tx /Rect [20 30 100 50] /T (a) /V (b) /Parent " +
          std::to_string(number) + " 0 R >>");
  const auto document = read_pdf(pdf.page("", "/Annots [5 0 R]").bytes(), "case.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->pages[0].fields.size(), 1U);
}

}  // namespace
}  // namespace lagesbild
