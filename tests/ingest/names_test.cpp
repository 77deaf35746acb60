// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/names.h"

#include <gtest/gtest.h>

#include <array>

namespace lagesbild {
namespace {

std::vector<std::string> all_of(Names& names) {
  std::vector<std::string> all;
  while (auto name = names.next()) all.push_back(*name);
  return all;
}

struct Pipe {
  Descriptor out, in;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) std::abort();
    out = Descriptor(ends[0]);
    in = Descriptor(ends[1]);
  }
  void write(std::string_view text) const {
    ASSERT_EQ(::write(in.get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
};

TEST(Names, ComeFromAListInItsOrder) {
  Names names({"b", "a", "b"});
  EXPECT_EQ(all_of(names), (std::vector<std::string>{"b", "a", "b"}));
  EXPECT_TRUE(names.ended());
}

TEST(Names, ComeFromLinesAfterTheList) {
  Pipe pipe;
  pipe.write("one\n\ntwo with space\r\nthree");
  pipe.in = Descriptor();
  Names names({"zero"}, std::move(pipe.out));
  std::vector<std::string> all;
  while (!names.ended())
    for (const std::string& name : all_of(names)) all.push_back(name);
  EXPECT_EQ(all, (std::vector<std::string>{"zero", "one", "two with space\r", "three"}));
}

TEST(Names, AreNotWaitedFor) {
  Pipe pipe;
  Names names({}, std::move(pipe.out));
  EXPECT_FALSE(names.next());
  EXPECT_FALSE(names.ended());
  EXPECT_GE(names.waits_on(), 0);
  pipe.write("half a");
  EXPECT_FALSE(names.next());
  pipe.write(" name\n");
  EXPECT_EQ(names.next(), "half a name");
}

}  // namespace
}  // namespace lagesbild
