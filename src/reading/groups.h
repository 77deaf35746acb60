// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the form each area belongs to, and which drafts head others.
#pragma once

#include <vector>

#include "base/problem.h"
#include "model/layout.h"
#include "reading/draft.h"
#include "reading/entries.h"

namespace lagesbild {

/// Gives each draft without a section its scope: by its number, by its title, else the city's.
void set_scopes(std::vector<Draft>& drafts, const KnownTitles& known);

/// Areas A, B, C and so on are numbered by their letters.
void number_lettered_areas(std::vector<Draft>& drafts);

/// Tells headings over areas from areas, by numbers, weight and what stands beside them.
void set_groups(std::vector<Draft>& drafts, const KnownTitles& known);

/// Local areas without numbers may stand under headings that look like them. Where the list opens
/// with a bare one, and each bare one is followed by areas with comments, the bare ones become
/// headings; each is told as `group_or_area`.
std::vector<Problem> set_unmarked_groups(std::vector<Draft>& drafts, const Layout& layout);

/// Gives each area the title of the heading it stands under.
void name_groups(std::vector<Draft>& drafts);

}  // namespace lagesbild
