// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that exist twice: README.md against the commands and codes in src/ and rules/.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "house/files.h"
#include "house/literals.h"

namespace lagesbild::house {
namespace {

/// README.md from the heading on, to the next one of any level.
std::string section(const std::string& heading) {
  const std::string readme = read_file("README.md");
  const std::size_t begin = readme.find("\n" + heading + "\n");
  if (begin == std::string::npos) return {};
  const std::size_t body = begin + heading.size() + 2;
  return readme.substr(body, readme.find("\n#", body) - body);
}

/// Every `code` in the first column of the section's table.
std::set<std::string> codes_in(const std::string& heading) {
  static const std::regex code("`([a-z_]+)`");
  std::set<std::string> codes;
  for (const std::string& line : lines_of(section(heading))) {
    if (!line.starts_with("| `")) continue;
    const std::string column = line.substr(0, line.find('|', 1));
    for (std::sregex_iterator i(column.begin(), column.end(), code), end; i != end; ++i)
      codes.insert((*i)[1]);
  }
  return codes;
}

/// All first groups of `pattern` in `text`.
std::set<std::string> all_of(const std::string& text, const std::string& pattern) {
  const std::regex compiled(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator i(text.begin(), text.end(), compiled), end; i != end; ++i)
    found.insert((*i)[1]);
  return found;
}

/// All code below src/, without comments.
std::string code_of_src() {
  std::string code;
  for (const File& file : cpp_files_below("src")) code += parted(file.text).code;
  return code;
}

// ---- commands ---------------------------------------------------------------------------------

/// Name and help of each command that help lists, from the table in src/command/command.cpp.
std::map<std::string, std::string> commands() {
  static const std::regex row(R"rx(\{"([a-z]+)",\s*"([^"]+)",\s*run_\w+\})rx");
  const std::string source = read_file("src/command/command.cpp");
  std::map<std::string, std::string> found;
  for (std::sregex_iterator i(source.begin(), source.end(), row), end; i != end; ++i)
    found[(*i)[1]] = (*i)[2];
  return found;
}

TEST(Readme, ListsEveryCommandInTheWordsOfItsHelp) {
  const std::map<std::string, std::string> known = commands();
  ASSERT_GE(known.size(), 3u);
  const std::string table = section("## Commands");
  for (const auto& [name, help] : known) {
    EXPECT_NE(table.find("`lagesbild " + name), std::string::npos) << name;
    EXPECT_NE(table.find("| " + help + " |"), std::string::npos) << name << ": " << help;
  }
}

TEST(Readme, ListsNoCommandThatIsNotThere) {
  const std::map<std::string, std::string> known = commands();
  const std::set<std::string> named = all_of(section("## Commands"), "`lagesbild ([a-z]+)");
  ASSERT_FALSE(named.empty());
  for (const std::string& name : named) EXPECT_TRUE(known.contains(name)) << name;
}

// ---- codes ------------------------------------------------------------------------------------

constexpr const char* snake = "[a-z]+(?:_[a-z]+)*";

/// Codes a statement puts into a list of reviews: ask(x.review, "code"), review.push_back(...), and
/// both arms of a choice among them; and what the rules give.
std::set<std::string> review_codes_used() {
  const std::string code = code_of_src();
  std::set<std::string> used;
  for (const std::string& call :
       all_of(code, R"(((?:ask|add|note|mark)\(\s*[\w.>\[\]-]*review,[^;]*;))"))
    used.merge(all_of(call, std::string("\"(") + snake + ")\""));
  for (const std::string& call :
       all_of(code, R"((review(?:_codes)?\.(?:push|emplace)_back\([^;()]*\);))"))
    used.merge(all_of(call, std::string("\"(") + snake + ")\""));
  for (const File& file : files_below("rules"))
    used.merge(all_of(file.text, std::string("\\breview: *\"?(") + snake + ")\"?"));
  return used;
}

TEST(Readme, ListsEveryReviewCode) {
  const std::set<std::string> listed = codes_in("### Review codes");
  const std::set<std::string> used = review_codes_used();
  ASSERT_GE(used.size(), 5u) << "the codes are spelt in a way this test does not see";
  for (const std::string& code : used) EXPECT_TRUE(listed.contains(code)) << code;
}

/// Told on standard error, or from worker to parent, but never in an object.
const std::set<std::string>& spoken() {
  static const std::set<std::string> codes = {
      "usage",           "output",          "no_rules",       "files_from",
      "bad_object",      "protocol",        "sandbox",        "worker",
      "dataset_busy",    "dataset_damaged", "dataset_failed", "dataset_full",
      "dataset_missing", "dataset_newer",   "dataset_older",  "dataset_read_only"};
  return codes;
}

std::set<std::string> problem_codes_used() {
  const std::string code = code_of_src();
  std::set<std::string> used;
  for (const char* before : {R"(Problem\s*\{\s*")", R"(\btell\(\s*")", R"(\.code\s*=\s*")"})
    used.merge(all_of(code, before + std::string("(") + snake + ")\""));
  used.merge(all_of(code, std::string("\\{\\s*\"(") + snake + ")\",\\s*Severity::"));
  return used;
}

TEST(Readme, ListsEveryProblemCode) {
  const std::set<std::string> listed = codes_in("### Problem codes");
  const std::set<std::string> used = problem_codes_used();
  ASSERT_GE(used.size(), 8u) << "the codes are spelt in a way this test does not see";
  for (const std::string& code : used)
    EXPECT_TRUE(listed.contains(code) || spoken().contains(code) || code.starts_with("rule_"))
        << code;
}

TEST(Readme, ListsNoCodeThatNothingGives) {
  std::string given = code_of_src();
  for (const File& file : files_below("rules")) given += file.text;
  for (const char* heading : {"### Review codes", "### Problem codes"}) {
    const std::set<std::string> listed = codes_in(heading);
    EXPECT_GE(listed.size(), 10u) << heading;
    for (const std::string& code : listed)
      EXPECT_TRUE(given.find("\"" + code + "\"") != std::string::npos ||
                  given.find("review: " + code) != std::string::npos)
          << heading << ": " << code;
  }
}

}  // namespace
}  // namespace lagesbild::house
