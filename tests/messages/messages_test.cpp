// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/messages.h"

#include <gtest/gtest.h>

#include <regex>

#include "house/files.h"

namespace lagesbild {
namespace {

const Messages& swedish() {
  static const Messages say(Language::swedish);
  return say;
}

const Messages& english() {
  static const Messages say(Language::english);
  return say;
}

TEST(Messages, AreInOrderInBothLanguages) {
  for (const Messages* say : {&swedish(), &english()}) {
    for (const Problem& problem : say->problems()) ADD_FAILURE() << sentence(problem);
    EXPECT_GT(say->all().size(), 10u) << name_of(say->language());
  }
}

TEST(Messages, HaveTheSameKeysAndPlacesInBothLanguages) {
  for (const auto& [key, pattern] : swedish().all()) {
    const auto other = english().all().find(key);
    ASSERT_NE(other, english().all().end()) << key << " is not in en.yaml";
    EXPECT_EQ(pattern.places(), other->second.places()) << key;
  }
  for (const auto& [key, pattern] : english().all())
    EXPECT_TRUE(swedish().all().contains(key)) << key << " is not in sv.yaml";
}

TEST(Messages, ThatTheProgramSaysAreThere) {
  static const std::regex said(R"rx(\bsay\("([a-z][a-z_.]*)")rx");
  std::size_t number = 0;
  for (const house::File& file : house::cpp_files_below("src"))
    for (std::sregex_iterator i(file.text.begin(), file.text.end(), said), end; i != end; ++i) {
      ++number;
      const std::string key = (*i)[1];
      if (key.ends_with('.')) continue;  // its end is put to it
      EXPECT_TRUE(swedish().all().contains(key)) << key << ", said in " << file.path;
    }
  EXPECT_GT(number, 10u);
}

TEST(Messages, AreAllSaid) {
  std::string code;
  for (const house::File& file : house::cpp_files_below("src")) code += file.text;
  for (const house::File& file : house::files_below("src/web/files")) code += file.text;
  for (const auto& [key, pattern] : swedish().all()) {
    const std::string beginning = key.substr(0, key.rfind('.') + 1);
    const bool said = code.find('"' + key + '"') != std::string::npos ||
                      code.find('"' + beginning + '"') != std::string::npos ||
                      code.find("{{#t}}" + key + "{{/t}}") != std::string::npos;
    EXPECT_TRUE(said) << key;
  }
}

TEST(Messages, SpeakTheirLanguage) {
  EXPECT_EQ(swedish()("status.missing", {{"reports", 1}}), "1 rapport saknas");
  EXPECT_EQ(swedish()("status.missing", {{"reports", 2}}), "2 rapporter saknas");
  EXPECT_EQ(english()("status.missing", {{"reports", 1}}), "1 report missing");
  EXPECT_EQ(swedish()("no.such.key"), "[no.such.key]");
}

TEST(Messages, LanguagesHaveNames) {
  for (const Language language : languages) EXPECT_EQ(language_named(name_of(language)), language);
  for (const char* none : {"", "SV", "de", "svenska"}) EXPECT_FALSE(language_named(none)) << none;
}

}  // namespace
}  // namespace lagesbild
