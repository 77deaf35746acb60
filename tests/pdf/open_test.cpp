// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "pdf/read.h"
#include "pdf_builder.h"

namespace lagesbild {
namespace {

std::string file(const std::string& name) {
  std::ifstream stream(PROJECT_ROOT "/tests/pdf/data/" + name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::string three_pages() {
  return PdfBuilder()
      .page("BT /F 10 Tf 20 50 Td (Ett) Tj ET")
      .page("BT /F 10 Tf 20 50 Td (Tv) Tj ET")
      .page("BT /F 10 Tf 20 50 Td (Tre) Tj ET")
      .bytes();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

std::vector<std::string> codes(const Document& document) {
  std::vector<std::string> list;
  for (const Problem& problem : document.problems) list.push_back(problem.code);
  return list;
}

TEST(Open, SaysWhyItFails) {
  const std::string whole = three_pages();
  struct Case {
    const char* promise;
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"no bytes", "", "empty"},
      {"a text", "Hej!", "not_pdf"},
      {"a picture", "\x89PNG\r\n\x1a\n", "not_pdf"},
      {"a header that comes too late", std::string(2000, ' ') + whole, "not_pdf"},
      {"nothing but a header", "%PDF-1.7\n", "damaged"},
      {"cut before any page", whole.substr(0, 60), "damaged"},
      {"a password is asked for", file("password.pdf"), "password"},
      {"no pages", PdfBuilder().bytes(), "no_pages"},
  };
  for (const Case& c : cases) {
    const auto document = read_pdf(c.bytes, "rapport.pdf");
    ASSERT_FALSE(document) << c.promise;
    EXPECT_EQ(document.problem().code, c.code) << c.promise;
    EXPECT_EQ(document.problem().severity, Severity::error) << c.promise;
    EXPECT_EQ(document.problem().place.file, "rapport.pdf") << c.promise;
  }
}

TEST(Open, ReadsPagesThatExist) {
  const std::string whole = three_pages();
  struct Case {
    const char* promise;
    std::string bytes;
    std::size_t pages;
    bool repaired;
  };
  const Case cases[] = {
      {"three pages", whole, 3, false},
      {"a count too high", PdfBuilder().page("").page("").count(1'000'000).bytes(), 2, false},
      {"a count too low", PdfBuilder().page("").page("").count(1).bytes(), 2, false},
      {"a negative count", PdfBuilder().page("").count(-7).bytes(), 1, false},
      {"rubbish before the header", "\n\n// from a mail\n" + whole, 3, false},
      {"cut off at the end", whole.substr(0, whole.size() - 150), 3, true},
      {"a wrong startxref", replaced(whole, "startxref\n", "startxref\n9"), 3, true},
      {"no page tree", replaced(whole, "/Kids", "/Bids"), 3, true},
      {"a tree that holds itself", replaced(whole, "/Kids [", "/Kids [2 0 R "), 3, true},
      {"an empty password opens", file("empty_password.pdf"), 1, false},
      {"an owner's password does not matter", file("owner_password.pdf"), 1, false},
  };
  for (const Case& c : cases) {
    const auto document = read_pdf(c.bytes, "case.pdf");
    ASSERT_TRUE(document) << c.promise << ": " << document.problem().what;
    EXPECT_EQ(document->pages.size(), c.pages) << c.promise;
    const auto warnings = testing::Contains(std::string("repaired"));
    EXPECT_EQ(testing::Value(codes(*document), warnings), c.repaired) << c.promise;
  }
}

TEST(Open, ReadsEncryptedWords) {
  for (const char* name : {"empty_password.pdf", "owner_password.pdf"}) {
    const auto document = read_pdf(file(name), name);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->pages[0].text, "Hemligt") << name;
  }
}

TEST(Open, SurvivesEveryCut) {
  const std::string whole = PdfBuilder()
                                .page("BT /F 10 Tf 20 50 Td (Ett) Tj ET 10 10 50 50 re f")
                                .info("/Title (Namn)")
                                .bytes();
  std::size_t readable = 0;
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    const auto document = read_pdf(std::string_view(whole).substr(0, size), "cut.pdf");
    if (document) readable += document->pages.size();
  }
  EXPECT_GT(readable, 0U);
}

TEST(Open, SurvivesChangedBytes) {
  const std::string whole = three_pages();
  for (std::size_t at = 0; at < whole.size(); at += 3)
    for (const char byte : {'\0', '9', '<', ']'}) {
      std::string changed = whole;
      changed[at] = byte;
      const auto document = read_pdf(changed, "changed.pdf");
      EXPECT_TRUE(document || !document.problem().what.empty()) << at;
    }
}

TEST(Open, SaysWhenALimitIsHit) {
  const std::string many = PdfBuilder()
                               .page("BT /F 10 Tf 20 50 Td (Ettettett) Tj ET")
                               .page("10 10 m 90 10 l S 10 20 m 90 20 l S 10 30 m 90 30 l S")
                               .page("BT /F 10 Tf 20 50 Td (Ettettett) Tj ET")
                               .bytes();
  struct Case {
    const char* promise;
    ReadLimits limits;
    std::vector<int> places;
  };
  const Case cases[] = {
      {"none", {}, {}},
      {"pages", {.pages = 2}, {0}},
      {"glyphs of a page", {.page_glyphs = 5}, {1, 3}},
      {"glyphs of all pages", {.glyphs = 12}, {3}},
      {"rulings", {.page_rulings = 2}, {2}},
      {"text of a page", {.page_text = 5}, {1, 3}},
      {"fills of all pages", {.rulings = 2}, {2}},
      {"content of a page, unpacked", {.page_content = 50}, {2}},
      {"content that fits to the last byte", {.page_content = 53}, {}},
  };
  for (const Case& c : cases) {
    const auto document = read_pdf(many, "case.pdf", c.limits);
    ASSERT_TRUE(document) << c.promise;
    std::vector<int> places;
    for (const Problem& problem : document->problems) {
      EXPECT_EQ(problem.code, "limit") << c.promise;
      places.push_back(problem.place.page);
    }
    EXPECT_EQ(places, c.places) << c.promise;
  }
}

TEST(Open, EndsFormsThatCallEachOther) {
  PdfBuilder pdf;
  std::string inner = "BT /F 1 Tf (x) Tj ET";
  for (int level = 0; level < 12; ++level) {
    const int form = pdf.add_stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F 3 0 R >> "
        "/XObject << /X " +
            std::to_string(level + 4) + " 0 R >> >>",
        inner);
    EXPECT_EQ(form, level + 5);
    inner = "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";
  }
  pdf.page("/X Do", "", "/XObject << /X 16 0 R >>");
  const auto document = read_pdf(pdf.bytes(), "bomb.pdf", {.page_operators = 100'000});
  ASSERT_TRUE(document);
  EXPECT_THAT(codes(*document), testing::Contains("limit"));
}

TEST(Open, KeepsPopplersWordsFewAndQuiet) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  const auto document =
      read_pdf(pdf_of("foo bar baz qux quux BT /Nix 10 Tf (x) Tj ET"), "case.pdf");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  ASSERT_TRUE(document);
  EXPECT_THAT(codes(*document), testing::SizeIs(4));
  EXPECT_THAT(codes(*document), testing::Each("poppler"));
  EXPECT_THAT(document->problems[3].what, testing::HasSubstr("more"));
}

TEST(Open, TellsProducerTitleAndDate) {
  const auto document =
      read_pdf(PdfBuilder()
                   .page("")
                   .info("/Title <FEFF004C00E4006700650073> /Producer (Word \\251) "
                         "/CreationDate (D:20221231120005+01'00') /ModDate (D:202301)")
                   .bytes(),
               "case.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "Läges");
  EXPECT_EQ(document->producer, "Word ©");
  EXPECT_EQ(document->created, "2022-12-31T12:00:05");
  EXPECT_EQ(document->modified, "2023-01");
  EXPECT_EQ(document->from, Document::From::pdf);
}

}  // namespace
}  // namespace lagesbild
