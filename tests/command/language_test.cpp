// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The language of what people read: --lang, LAGESBILD_LANG, then the locale.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dataset_folder.h"
#include "run.h"

namespace lagesbild {
namespace {

using testing::HasSubstr;

class Languages : public testing::Test {
 protected:
  Languages() { EXPECT_EQ(run(folder_.command()).code, 0); }
  ~Languages() override {
    for (const char* name : variables_) ::unsetenv(name);
  }

  std::string status(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"status", "--dataset", folder_.data()};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = run(words);
    return ran.out + ran.err;
  }

  const Ingested folder_;
  const std::vector<const char*> variables_ = {"LAGESBILD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"};
};

TEST_F(Languages, AreChosenByTheCommandLineThenTheEnvironmentThenTheLocale) {
  for (const char* name : variables_) ::unsetenv(name);
  const std::string swedish = "0 filer:", english = "0 files:";
  EXPECT_THAT(status(), HasSubstr(swedish));
  EXPECT_THAT(status({"--lang", "en"}), HasSubstr(english));
  const struct {
    const char *variable, *value;
    const std::string& expected;
  } steps[] = {
      {"LANG", "C.UTF-8", swedish},       {"LANG", "en_GB.UTF-8", english},
      {"LC_ALL", "sv_SE.UTF-8", swedish}, {"LC_ALL", "en_US.UTF-8", english},
      {"LAGESBILD_LANG", "sv", swedish},
  };
  for (const auto& step : steps) {
    ::setenv(step.variable, step.value, 1);
    EXPECT_THAT(status(), HasSubstr(step.expected)) << step.variable << "=" << step.value;
  }
  EXPECT_THAT(status({"--lang", "en"}), HasSubstr(english));
}

TEST_F(Languages, ThatAreNotKnownAreWrongUsage) {
  const Ran ran = run({"status", "--dataset", folder_.data(), "--lang", "de"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("'de' is no language; use sv or en"));
}

}  // namespace
}  // namespace lagesbild
