// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every file keeps to: size, licence lines, and words that belong elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "house/files.h"
#include "house/literals.h"

namespace lagesbild::house {
namespace {

using ::testing::HasSubstr;

TEST(House, SourcesAreFound) {
  EXPECT_GT(cpp_files_below("src").size(), 50u);
  EXPECT_GT(cpp_files_below("tests").size(), 5u);
}

TEST(House, NoFileIsLongerThan500Lines) {
  constexpr std::size_t longest = 500;
  for (const std::string folder : {"src", "tests"})
    for (const File& file : cpp_files_below(folder))
      EXPECT_LE(lines_of(file.text).size(), longest) << file.path;
}

/// Two types of one name in two headers are one type to the linker, whatever they hold.
TEST(House, NoTwoHeadersDefineTypesOfOneName) {
  static const std::regex definition("^(?:struct|class|enum class) (\\w+)(?!\\w|::)[^;]*\\{");
  static const std::regex opening("^namespace ([\\w:]+) \\{");
  std::map<std::string, std::string> defined_in;
  for (const std::string folder : {"src", "tests"}) {
    for (const File& file : cpp_files_below(folder)) {
      if (!file.path.ends_with(".h")) continue;
      std::string inside;
      for (const std::string& line : lines_of(file.text)) {
        std::smatch found;
        if (std::regex_search(line, found, opening)) inside = found[1];
        if (!std::regex_search(line, found, definition)) continue;
        const std::string name = inside + "::" + found[1].str();
        const auto [first, is_new] = defined_in.emplace(name, file.path);
        EXPECT_TRUE(is_new) << name << " in " << file.path << " and in " << first->second;
      }
    }
  }
  EXPECT_GT(defined_in.size(), 100u);
}

// ---- licence ----------------------------------------------------------------------------------

/// Files whose format has comments.
bool takes_comments(const File& file) {
  static const std::set<std::string> endings = {".cpp", ".h",  ".yaml", ".cmake",
                                                ".py",  ".sh", ".js",   ".css"};
  const fs::path path(file.path);
  return endings.contains(path.extension().string()) || path.filename() == "CMakeLists.txt" ||
         file.text.starts_with("#!");
}

TEST(House, EverySourceFileHasItsLicenceLines) {
  std::vector<File> files = {{"CMakeLists.txt", read_file("CMakeLists.txt")}};
  for (const std::string folder : {"src", "tests", "tools", "rules", ".ci"})
    for (File& file : files_below(folder))
      if (takes_comments(file)) files.push_back(std::move(file));
  for (const File& file : files) {
    const std::string head = file.text.substr(0, 300);
    EXPECT_THAT(head, HasSubstr("SPDX-File"
                                "CopyrightText: The lagesbild authors"))
        << file.path;
    EXPECT_THAT(head, HasSubstr("SPDX-License-"
                                "Identifier: GPL-3.0-or-later"))
        << file.path;
  }
}

// ---- words ------------------------------------------------------------------------------------

TEST(House, LiteralsAreToldFromCommentsAndCode) {
  const Parted made = parted(
      "int a = 1'000; // \"no\"\nf(\"yes\\\"\", '\"'); /* \"no\n\" */ g(R\"x(raw \"one\")x\");");
  ASSERT_EQ(made.literals.size(), 2u);
  EXPECT_EQ(made.literals[0].text, "yes\\\"");
  EXPECT_EQ(made.literals[0].line, 2);
  EXPECT_EQ(made.literals[1].text, "raw \"one\"");
  EXPECT_EQ(made.literals[1].line, 3);
}

TEST(House, SwedishWordsStandInTheRules) {
  // Single letters are no words. text/ knows letters and conjunctions; a usage example may quote a
  // comment; the headings in exports are Swedish.
  static const std::regex word("[a-zA-Z](å|ä|ö|Å|Ä|Ö)|(å|ä|ö|Å|Ä|Ö)[a-zA-Z]");
  const auto allowed = [](const File& file) {
    return file.path.starts_with("src/text/") || file.path.starts_with("src/dataset/") ||
           file.path == "src/command/rules.cpp";
  };
  for (const File& file : cpp_files_below("src")) {
    if (allowed(file)) continue;
    for (const Literal& literal : parted(file.text).literals)
      EXPECT_FALSE(std::regex_search(literal.text, word))
          << file.path << ":" << literal.line << ": \"" << literal.text << "\" belongs into rules/";
  }
}

TEST(House, NoFileNamesAMachineOrARegistry) {
  // In two parts each, so that this file does not name them either.
  const std::vector<std::string> names = {
      "/wo"
      "rk/",
      "/ro"
      "ot/",
      "/ho"
      "me/",
      "/Us"
      "ers/",
      "file:"
      "///",
      "pypi"
      ".org",
      "npmjs"
      ".org",
      "crates"
      ".io",
      "proxy.golang"
      ".org",
      "deb.debian"
      ".org",
      "docker"
      ".io",
      "repo1.maven"
      ".org",
      "rubygems"
      ".org",
      "conda"
      ".anaconda"};
  for (const File& file : files_below("."))
    for (const std::string& name : names)
      EXPECT_FALSE(file.text.find(name) != std::string::npos) << file.path << " names " << name;
}

}  // namespace
}  // namespace lagesbild::house
