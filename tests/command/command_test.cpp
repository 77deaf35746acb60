// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "command/terminal.h"
#include "run.h"

namespace lagesbild {
namespace {

using testing::HasSubstr;

TEST(Commands, ExplainThemselves) {
  for (const Command& command : commands()) {
    if (command.help.empty()) continue;
    const std::string name(command.name);
    const Ran ran = run({name, "--help"});
    EXPECT_EQ(ran.code, 0) << name;
    EXPECT_THAT(ran.out, HasSubstr("Usage: lagesbild " + name));
    EXPECT_THAT(ran.out, HasSubstr("  lagesbild " + name)) << "an example";
    EXPECT_THAT(run({"--help"}).out, HasSubstr(name)) << "the list of commands";
  }
}

TEST(Program, TellsItsVersion) {
  const Ran ran = run({"--version"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, testing::MatchesRegex("lagesbild [0-9.]+\n"));
}

struct Wrong {
  const char* says;
  std::vector<std::string> words;
  int code;
  const char* told;
};

const Wrong wrongs[] = {
    {"no command", {}, 2, "Commands:"},
    {"an unknown command", {"extrakt"}, 2, "did you mean 'extract'?"},
    {"a command like none", {"frobnicate"}, 2, "unknown command 'frobnicate'\n"},
    {"no file", {"extract"}, 2, "no files named"},
    {"an unknown option", {"extract", "--fromat", "text"}, 2, "did you mean 'format'?"},
    {"an option cut short", {"extract", "--form", "text", "a"}, 2, "--form"},
    {"an option without its value", {"extract", "--format"}, 2, "--format"},
    {"an unknown format", {"extract", "--format", "xml", "a"}, 2, "not 'xml'"},
    {"a number that is none", {"extract", "--jobs", "two", "a"}, 2, "jobs"},
    {"no jobs", {"extract", "--jobs", "0", "a"}, 2, "from 1 to"},
    {"no time", {"extract", "--timeout", "-1", "a"}, 2, "from 1 to"},
    {"rules that are not there", {"extract", "--rules", "/missing", "a"}, 1, "/missing"},
    {"a folder without rules", {"extract", "--rules", "/proc", "/etc/hostname"}, 1, ""},
    {"nothing to explain", {"explain"}, 2, "name one file"},
    {"two files to explain", {"explain", "a", "b"}, 2, "name one file"},
    {"a file to explain that is not there", {"explain", "/missing"}, 3, "/missing"},
};

TEST(Program, SaysWhatIsWrongWithACommandLine) {
  for (const Wrong& wrong : wrongs) {
    const Ran ran = run(wrong.words);
    EXPECT_EQ(ran.code, wrong.code) << wrong.says;
    EXPECT_THAT(ran.err, HasSubstr(wrong.told)) << wrong.says;
    EXPECT_EQ(ran.out, "") << wrong.says;
    EXPECT_NE(ran.err, "") << wrong.says;
  }
}

struct Shown {
  const char* says;
  std::string text, shown;
};

const Shown shown[] = {
    {"Swedish stays", "Älvsjö – ”torg”", "Älvsjö – ”torg”"},
    {"an escape sequence is told", "\x1b[2J", "\\x1b[2J"},
    {"a bell is told", "\a", "\\x07"},
    {"a line feed is told", "a\nb", "a\\nb"},
    {"a C1 control is told", "\u009b31m", "\\u{9b}31m"},
    {"a turned direction is told", "\u202Efdp.exe", "\\u{202e}fdp.exe"},
    {"an isolate is told", "\u2066x", "\\u{2066}x"},
    {"an invisible space is told", "a\u200Bb", "a\\u{200b}b"},
    {"a tag sign is told", "\U000E0041", "\\u{e0041}"},
    {"a byte that is no UTF-8 is told", "a\xFFz", "a\\xffz"},
};

TEST(Terminal, ShowsTextOfStrangersHarmlessly) {
  for (const Shown& s : shown) EXPECT_EQ(harmless(s.text), s.shown) << s.says;
  EXPECT_EQ(harmless_lines("a\n\x1b\n"), "a\n\\x1b\n");
}

TEST(Terminal, FitsTextsIntoColumns) {
  EXPECT_EQ(fitted("åäö", 5), "åäö  ");
  EXPECT_EQ(fitted("åäö", 3), "åäö");
  EXPECT_EQ(fitted("trygghet", 5), "tryg…");
  EXPECT_EQ(fitted("o\u0308l", 2), "o\u0308l") << "a combining mark takes no column";
}

}  // namespace
}  // namespace lagesbild
