// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker may take of the machine, set by the worker on itself.
#pragma once

#include <chrono>
#include <cstdint>

namespace lagesbild {

inline constexpr std::uint64_t default_memory_limit = 512u << 20;  ///< bytes of address space

/// Once, at the worker's start: address space, no core dumps, no file written, few files open,
/// none but 0 to 2 inherited; ends with its parent; signals from the keyboard are the parent's
/// business.
void limit_process(std::uint64_t memory);

/// Before each file: SIGXCPU after so much processor time from now on. A second line of defence;
/// the parent kills earlier, by the clock on the wall.
void limit_cpu(std::chrono::seconds time);

}  // namespace lagesbild
