// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lagesbild {

/// From now on the first SIGINT or SIGTERM only asks to stop; a second one ends the program as
/// usual. SIGPIPE and SIGXFSZ are ignored: writing tells. Call it once, before the first worker
/// starts.
void catch_stop_signals();

/// True once one has come.
bool stop_requested();

/// Becomes readable when one comes, and stays so; for poll(). -1 before catch_stop_signals().
int stop_descriptor();

}  // namespace lagesbild
