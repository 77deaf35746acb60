// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Under `valgrind --tool=callgrind --collect-atstart=no`: one dump for each stage, with the stage's
// name as its trigger, of its work over all files; what is made once in a process is made before.
//   count_stages RULES FILE...     prints how many pages the files have
#include <valgrind/callgrind.h>

#include <cstdlib>
#include <iostream>
#include <stdexcept>

#include "rules/rules.h"
#include "stages.h"

int main(int count, char** arguments) {
  using namespace lagesbild;
  if (count < 3) {
    std::cerr << "usage: count_stages RULES FILE...\n";
    return 2;
  }
  const Result<Rules> rules = load_rules(arguments[1]);
  if (!rules) {
    std::cerr << sentence(rules.problem()) << "\n";
    return 1;
  }
  try {
    const auto samples = samples_of({arguments + 2, arguments + count}, *rules);
    for (const Stage& stage : stages_of(*rules)) {
      for (const Sample& sample : samples) stage.work(sample);
      CALLGRIND_TOGGLE_COLLECT;
      for (const Sample& sample : samples) stage.work(sample);
      CALLGRIND_TOGGLE_COLLECT;
      CALLGRIND_DUMP_STATS_AT(std::string(stage.name).c_str());
    }
    std::size_t pages = 0;
    for (const Sample& sample : samples) pages += sample.chain.document.pages.size();
    std::cout << pages << "\n";
  } catch (const std::runtime_error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
