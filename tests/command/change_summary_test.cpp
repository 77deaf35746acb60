// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ingest says has changed since the run before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string report(const std::string& square, const std::string& year = "2021") {
  return "Lägesbild december " + year +
         "\nBromma stadsdelsförvaltning\n\n"
         "Stadsövergripande prioriterade områden\nKommentarer\n\n"
         "1 Riktat arbete mot avgränsade platser och utsatta områden\nOförändrat. Lugnt.\n\n"
         "2 Unga i risk för kriminalitet\nOförändrat. Lika många.\n\n"
         "3 Skolan som brottsplats\nPositiv förändring. Vuxenvandringar.\n\n"
         "Lokalt prioriterade arbeten\n\n1. Platser\n\n1.1 Brommaplan 08-508 12 345\n" +
         square +
         "\n\n1.2 Blackebergs centrum\nNegativ förändring. Orolig höst.\n\n"
         "1.3 Alvik\nOförändrat. Som i fjol.\n";
}

TEST(ChangeSummary, TellsWhatARunHasChanged) {
  const Ingested folder;
  struct Case {
    const char* promise;
    std::function<void()> happens;
    int code;
    testing::Matcher<std::string> says;
  };
  const Case cases[] = {
      {"the first run has nothing before it",
       [&] { folder.put("a.txt", report("Positiv förändring. Ljust.")); }, 0,
       AllOf(Not(HasSubstr("Since the last run")), Not(HasSubstr("has changed")))},
      {"nothing has changed", [] {}, 0,
       StartsWith("No assessment has changed since the last run.\n\n")},
      {"a file was replaced", [&] { folder.put("a.txt", report("Oförändrat. Mörkt.")); }, 0,
       AllOf(StartsWith("Since the last run: 1 difference: 0 new, 1 changed, 0 gone\n"
                        "  1 another file\n  Bromma 2021-12, local 1.1 Brommaplan "),
             HasSubstr(": changed: change positive → unchanged, comment (another file)\n\n"),
             Not(HasSubstr("508 12 345")))},
      {"what states another change is named before what is worded otherwise",
       [&] {
         std::string text = report("Positiv förändring. Ljust.");
         text.replace(text.find("Lika många"), 4, "Ungefär lika");
         folder.put("a.txt", text);
       },
       0,
       AllOf(
           StartsWith("Since the last run: 2 differences: 0 new, 2 changed, 0 gone\n"
                      "  2 another file\n  Bromma 2021-12, local 1.1 "),
           HasSubstr("city-wide 2 Unga i risk för kriminalitet: changed: comment (another file)"))},
      {"a file is renamed", [&] { fs::rename(folder.in() + "/a.txt", folder.in() + "/b.txt"); }, 0,
       StartsWith("No assessment has changed")},
      {"more is new than is named", [&] { folder.put("c.txt", report("Oförändrat.", "2022")); }, 0,
       AllOf(StartsWith("Since the last run: 6 differences: 6 new, 0 changed, 0 gone\n"
                        "  6 new file\n  Bromma 2022-12, city-wide 1 "),
             HasSubstr("\n  … and 1 more; lagesbild diff tells all"))},
      {"a file that cannot be read has its exit code still",
       [&] { folder.put("d.pdf", "nothing"); }, 3, StartsWith("No assessment has changed")},
      {"what is gone is named before what is new",
       [&] {
         folder.remove("c.txt");
         folder.put("e.txt", report("Oförändrat.", "2023"));
       },
       3,
       AllOf(StartsWith("Since the last run: 12 differences: 6 new, 0 changed, 6 gone\n"),
             HasSubstr("Bromma 2022-12, local 1.2"), Not(HasSubstr("Bromma 2023-12, local")))},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.promise);
    c.happens();
    const Ran ran =
        run({"ingest", folder.in(), "--dataset", folder.data(), "--ocr", "never", "--lang", "en"});
    EXPECT_EQ(ran.code, c.code) << ran.err;
    EXPECT_THAT(ran.out, c.says);
  }
}

}  // namespace
}  // namespace lagesbild
