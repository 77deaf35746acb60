// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

int main(int argc, char** argv) {
  return lagesbild::run_command_line({argv + (argc > 0 ? 1 : 0), argv + argc});
}
