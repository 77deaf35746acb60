// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker says of a file whose first pages alone it is to read.
#include <fcntl.h>
#include <gtest/gtest.h>

#include "../pdf/pdf_builder.h"
#include "ingest/child.h"
#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/messages.h"
#include "real_work.h"
#include "temporary_folder.h"

namespace lagesbild {
namespace {

/// Of a PDF with two pages; and how often the worker said that it has read one.
std::pair<Report, int> report_of_pages(std::size_t pages) {
  PdfBuilder pdf;
  for (int page = 0; page < 2; ++page) pdf.page("BT /F 10 Tf 20 50 Td (Hej) Tj ET");
  const TemporaryFolder folder;
  const Descriptor file(::open(folder.file("two.pdf", pdf.bytes()).c_str(), O_RDONLY | O_CLOEXEC));
  WorkerSettings worker;
  worker.memory = default_memory_limit;
  worker.input_limit = default_input_limit;
  Result<Child> child = Child::started(real_work(worker));
  if (!child) throw std::runtime_error(child.problem().what);
  const Task task{TaskKind::report, "two.pdf", std::chrono::seconds(30), {}, pages > 0, pages};
  send_with_file(child->socket(), frame_bytes(frame_of(task)), file.get());
  FrameReader frames;
  int read = 0;
  while (true) {
    Result<std::optional<Frame>> frame = frames.next();
    if (!frame) throw std::runtime_error(frame.problem().what);
    if (*frame && (*frame)->kind == FrameKind::page_read) ++read;
    if (*frame && (*frame)->kind == FrameKind::report)
      return {std::get<Report>(**answer_of(**frame, TaskKind::report)), read};
    if (*frame) continue;
    const Received more = received(child->socket(), true);
    if (more.closed) throw std::runtime_error("the worker went");
    frames.add(more.bytes);
  }
}

std::size_t missing_from(const Report& report) {
  for (const Problem& problem : report.problems)
    if (problem.code == "time_limit") return static_cast<std::size_t>(problem.place.page);
  return 0;
}

TEST(FirstPages, AreReadAndTheFirstMissingOneIsNamed) {
  const auto [all, all_read] = report_of_pages(0);
  EXPECT_EQ(all_read, 2);
  EXPECT_EQ(missing_from(all), 0u);
  const auto [first, first_read] = report_of_pages(1);
  EXPECT_EQ(first_read, 1);
  EXPECT_EQ(missing_from(first), 2u);
  const auto [both, both_read] = report_of_pages(2);
  EXPECT_EQ(both_read, 2);
  EXPECT_EQ(missing_from(both), 0u) << "nothing is missing";
}

}  // namespace
}  // namespace lagesbild
