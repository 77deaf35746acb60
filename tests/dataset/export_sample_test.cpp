// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/export_sample.h"

#include "ingest/temporary_folder.h"

namespace lagesbild {
namespace {

TEST(ExportSample, BecomesADataset) {
  const TemporaryFolder folder;
  export_sample::make_dataset(folder / "", export_sample::files());
  Result<Store> store = Store::opened(folder / "", Store::For::reading);
  ASSERT_TRUE(store) << store.problem().what;
  EXPECT_EQ(store->database().number("SELECT count(*) FROM files"), 8);
  EXPECT_EQ(store->database().number("SELECT count(*) FROM reports"), 6);
}

}  // namespace
}  // namespace lagesbild
