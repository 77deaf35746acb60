// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not for people: what other commands start to read files with.
#include "ingest/worker.h"

#include "command/command.h"
#include "command/options.h"

namespace lagesbild {

int run_worker(const Arguments& arguments) {
  const auto settings = settings_of(arguments.words);
  if (!settings)
    return wrong_usage({"lagesbild", {}}, "'worker' is started by other commands only");
  return serve(*settings);
}

}  // namespace lagesbild
