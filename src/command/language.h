// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The language that a command speaks to people.
#pragma once

#include "base/result.h"
#include "command/options.h"
#include "messages/messages.h"

namespace lagesbild {

/// --lang; with layered_options_of() also LAGESBILD_LANG and `lang:` in lagesbild.yaml.
void add_language_option(boost::program_options::options_description& listed);

/// As given; else English where the environment's locale (LC_ALL, LC_MESSAGES, LANG; the first that
/// is set) is an English one; else Swedish. The Problem (code "usage") names the languages.
Result<Language> language_of(const boost::program_options::variables_map& given);

}  // namespace lagesbild
