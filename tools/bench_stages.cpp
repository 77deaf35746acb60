// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each stage's time over some files, by Google Benchmark:
//   bench_stages [--benchmark_...] RULES FILE...
#include <benchmark/benchmark.h>

#include <iostream>
#include <stdexcept>

#include "rules/rules.h"
#include "stages.h"

int main(int count, char** arguments) {
  using namespace lagesbild;
  benchmark::Initialize(&count, arguments);
  if (count < 3) {
    std::cerr << "usage: bench_stages [--benchmark_...] RULES FILE...\n";
    return 2;
  }
  const Result<Rules> rules = load_rules(arguments[1]);
  if (!rules) {
    std::cerr << sentence(rules.problem()) << "\n";
    return 1;
  }
  try {
    const auto samples = samples_of({arguments + 2, arguments + count}, *rules);
    for (const Stage& stage : stages_of(*rules))
      benchmark::RegisterBenchmark(std::string(stage.name).c_str(), [&](benchmark::State& state) {
        for (const auto round : state) {
          (void)round;
          for (const Sample& sample : samples) stage.work(sample);
        }
      });
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::runtime_error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
