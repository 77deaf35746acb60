// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that does what the file it gets tells it to: answer, crash, hang, talk nonsense.
#pragma once

#include <string>
#include <vector>

namespace lagesbild {

/// The command that starts this very test program as a worker; `start` is "well", "ocr" (to which a
/// scan is what its next words order), "refuse", "die" or "silent".
std::vector<std::string> fake_worker_command(const std::string& start = "well");

/// What main() runs when it was started so.
int fake_worker(const std::string& start);

}  // namespace lagesbild
