// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/label.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "ingest/kinds.h"

namespace lagesbild {
namespace {

struct Case {
  const char* says;
  std::string path, label;
};

const Case paths[] = {
    {"Swedish stays", "2022/Hägersten-Älvsjö.pdf", "2022/Hägersten-Älvsjö.pdf"},
    {"a byte that is no UTF-8 is told", "H\xE4gersten.pdf", "H%E4gersten.pdf"},
    {"control characters are told", "a\nb\x1b[31m\x7f", "a%0Ab%1B[31m%7F"},
    {"a plain percent stays", "50 % 100%.pdf", "50 % 100%.pdf"},
    {"what reads as an escape is escaped", "a%FF.pdf", "a%25FF.pdf"},
    {"half of a surrogate is no UTF-8", "\xED\xA0\x80", "%ED%A0%80"},
};

TEST(PathLabel, IsUtf8AndUnambiguous) {
  for (const Case& c : paths) EXPECT_EQ(path_label(c.path), c.label) << c.says;
}

TEST(PathLabel, DiffersForDifferentPaths) {
  std::mt19937 random(3);  // the same paths every time
  constexpr std::string_view signs = "%%%AF09a\xFF\xC3\xA5\n";
  std::set<std::string> names, labels;
  for (int i = 0; i < 50'000; ++i) {
    std::string name;
    for (std::size_t n = random() % 6; n > 0; --n) name += signs[random() % signs.size()];
    if (names.insert(name).second) labels.insert(path_label(name));
  }
  EXPECT_EQ(labels.size(), names.size());
}

const Case members[] = {
    {"a member lies below its archive", "2022/bromma.pdf", "z.zip/2022/bromma.pdf"},
    {"the way up leads nowhere", "../../etc/a.pdf", "z.zip/%2E%2E/%2E%2E/etc/a.pdf"},
    {"an absolute path is below, too", "//etc/./a.pdf", "z.zip/etc/a.pdf"},
    {"an empty name is the archive's", "", "z.zip"},
    {"another system's path is a name", "C:\\x\\a.pdf", "z.zip/C:\\x\\a.pdf"},
};

TEST(MemberLabel, NeverLeavesItsArchive) {
  for (const Case& c : members) EXPECT_EQ(member_label("z.zip", c.path), c.label) << c.says;
}

struct Kind {
  const char* name;
  FileKind kind;
};

const Kind kinds[] = {
    {"a.pdf", FileKind::report},         {"A.PDF", FileKind::report},
    {"x/a.txt", FileKind::report},       {"a.zip", FileKind::archive},
    {"a.docx", FileKind::other},         {"a.pdf.bak", FileKind::other},
    {"report", FileKind::unknown},       {"Bromma 2021.12", FileKind::unknown},
    {"x.pdf/report", FileKind::unknown}, {"Dr. Larsson", FileKind::unknown},
    {"a.crdownload", FileKind::other},   {".pdf", FileKind::unknown},
};

TEST(FileKind, IsToldByTheName) {
  for (const Kind& k : kinds) EXPECT_EQ(kind_of(k.name), k.kind) << k.name;
}

TEST(FileKind, LeavesHiddenFilesAlone) {
  for (const char* path : {".a.pdf", "x/.git/a.pdf", "__MACOSX/._a.pdf"})
    EXPECT_TRUE(is_hidden(path)) << path;
  for (const char* path : {"a.pdf", "../a.pdf", "./a.pdf", "x.y/a.pdf", ""})
    EXPECT_FALSE(is_hidden(path)) << path;
}

}  // namespace
}  // namespace lagesbild
