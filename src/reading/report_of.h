// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.h"
#include "model/layout.h"
#include "model/reading.h"
#include "model/report.h"
#include "rules/rules.h"

namespace lagesbild {

/// The report: each area's change by the rules, references resolved, canonical ids, confidence, and
/// the codes of what a person should look at. Source::path, sha256 and bytes are left to the
/// caller.
Report report_of(const Document& document, const Layout& layout, const Reading& reading,
                 const Rules& rules);

/// Which area each assessment is about, by its title; asks for review where that is in doubt.
void set_areas(std::vector<Assessment>& assessments, const Rules& rules,
               const std::optional<District>& district, const std::optional<std::string>& period);

}  // namespace lagesbild
