// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>

namespace lagesbild {

bool print(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      if (errno != EPIPE)
        std::cerr << "lagesbild: standard output cannot be written: " << std::strerror(errno)
                  << '\n';
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace lagesbild
