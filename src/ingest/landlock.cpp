// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// By raw system calls: the C library has no wrappers, and its headers know the first versions only.
#include "ingest/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cstdint>

#include "ingest/descriptor.h"

namespace lagesbild {
namespace {

/// landlock_ruleset_attr of ABI 6; older kernels take it if what they don't know is 0.
struct RulesetAttributes {
  std::uint64_t handled_access_fs = 0;
  std::uint64_t handled_access_net = 0;  // from ABI 4
  std::uint64_t scoped = 0;              // from ABI 6
};

constexpr std::uint64_t access_of_abi_1 = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t refer = 1u << 13;           // ABI 2
constexpr std::uint64_t truncate = 1u << 14;        // ABI 3
constexpr std::uint64_t bind_and_connect = 3;       // ABI 4
constexpr std::uint64_t device_control = 1u << 15;  // ABI 5
constexpr std::uint64_t sockets_and_signals = 3;    // ABI 6

RulesetAttributes everything_of(long abi) {
  RulesetAttributes all;
  all.handled_access_fs = access_of_abi_1 | (abi >= 2 ? refer : 0) | (abi >= 3 ? truncate : 0) |
                          (abi >= 5 ? device_control : 0);
  all.handled_access_net = abi >= 4 ? bind_and_connect : 0;
  all.scoped = abi >= 6 ? sockets_and_signals : 0;
  return all;
}

void allow_reading(int ruleset, const std::string& folder) {
  const Descriptor beneath(::open(folder.c_str(), O_PATH | O_CLOEXEC));
  if (!beneath) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = beneath.get();
  ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

}  // namespace

int landlock(const std::vector<std::string>& readable) {
  const long abi =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return 0;
  const RulesetAttributes all = everything_of(abi);
  const Descriptor ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0)));
  if (!ruleset) return 0;
  for (const std::string& folder : readable) allow_reading(ruleset.get(), folder);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  const bool restricted = ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
  return restricted ? static_cast<int>(abi) : 0;
}

}  // namespace lagesbild
