// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the reports' own words leaves a dataset: --unmasked, --no-comments.
#pragma once

#include "base/result.h"
#include "command/options.h"
#include "dataset/disclosure.h"
#include "dataset/store.h"
#include "rules/privacy.h"

namespace lagesbild {

/// --unmasked and --no-comments to `listed`, and --rules where `rules`.
void add_disclosure_options(boost::program_options::options_description& listed, bool rules = true);

struct GivenDisclosure {
  Disclosure disclosure;
  std::optional<PrivacyRules> rules;  ///< nothing: unmasked
};

/// What the options say; rules/privacy.yaml is read unless --unmasked. Problems of rule files.
Result<GivenDisclosure> disclosure_given(const boost::program_options::variables_map& given);

/// Tells on standard error how much is masked in what leaves the store, if anything, and never the
/// values.
void tell_masked(const Arguments& arguments, Store& store, const GivenDisclosure& given);

}  // namespace lagesbild
