// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <gtest/gtest.h>

namespace lagesbild {
namespace {

TEST(Sha256, GivesTheStandardsOwnExamples) {
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, DoesNotMindHowTheBytesCome) {
  const std::string bytes(100'000, 'x');
  Sha256 sum;
  for (std::size_t at = 0; at < bytes.size(); at += 777)
    sum.add(std::string_view(bytes).substr(at, 777));
  EXPECT_EQ(sum.hex(), sha256_of(bytes));
}

}  // namespace
}  // namespace lagesbild
