// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler joins the name of a font's encoding to its folder of CMaps unchecked, so that a PDF can
// have any file opened. A pipe shows whether one was: opening it waits for ever.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "../pdf/pdf_builder.h"
#include "ingest/limits.h"
#include "ingest/pool.h"
#include "real_work.h"
#include "temporary_folder.h"

namespace lagesbild {
namespace {

/// A PDF whose font asks for the CMap `path`, from wherever Poppler's own lie.
std::string pdf_that_opens(const std::string& path) {
  std::string name;
  for (int up = 0; up < 12; ++up) name += "/..";
  std::string encoding;
  for (const char c : name + path) encoding += c == '/' ? "#2F" : std::string(1, c);
  encoding.erase(0, 3);  // the name's own slash
  PdfBuilder pdf;
  const int inner = pdf.add(
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A /CIDSystemInfo "
      "<< /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> >>");
  const int outer = pdf.add("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /" + encoding +
                            " /DescendantFonts [" + std::to_string(inner) + " 0 R] >>");
  pdf.page("BT /F 10 Tf 20 50 Td (Hej) Tj /J 10 Tf 0 -20 Td <3021> Tj ET", "",
           "/Font << /F 3 0 R /J " + std::to_string(outer) + " 0 R >>");
  return pdf.bytes();
}

/// The code of what says why the file was not read, by a real worker.
std::string end_of(const std::string& pdf, Sandbox sandbox) {
  const TemporaryFolder folder;
  WorkerSettings worker;
  worker.memory = default_memory_limit;
  worker.input_limit = default_input_limit;
  worker.sandbox = sandbox;
  PoolSettings settings;
  settings.work = real_work(worker);
  settings.timeout = std::chrono::seconds(2);
  settings.memory = worker.memory;
  settings.input_limit = worker.input_limit;
  Names names({folder.file("traversal.pdf", pdf)});
  std::string code;
  const auto end = read_all(settings, names, [&](const Outcome& outcome) {
    const Report report = outcome.answer ? std::get<Report>(*outcome.answer) : rejected(outcome);
    for (const Problem& problem : report.problems)
      if (problem.severity == Severity::error) code += problem.code;
    return true;
  });
  EXPECT_TRUE(end) << end.problem().what;
  return code;
}

TEST(Traversal, OpensNothingOutsideOfPopplersFolder) {
  const TemporaryFolder folder;
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::string pdf = pdf_that_opens(pipe);
  EXPECT_EQ(end_of(pdf, Sandbox::off), "time_limit") << "the PDF no longer does what it is for";
  EXPECT_EQ(end_of(pdf, Sandbox::automatic), "unknown_form");
}

TEST(Traversal, HangsOnNoDevice) {
  const std::string pdf = pdf_that_opens("/dev/zero");
  EXPECT_EQ(end_of(pdf, Sandbox::off), "time_limit") << "the PDF no longer does what it is for";
  EXPECT_EQ(end_of(pdf, Sandbox::automatic), "unknown_form");
}

}  // namespace
}  // namespace lagesbild
