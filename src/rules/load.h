// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the nodes of a rule file to its plain values. What is broken is noted and left out.
#pragma once

#include "rules/rules.h"
#include "rules/yaml.h"

namespace lagesbild {

FormRules form_rules_from(const YamlNode& root, Compile when, Problems& problems);
void check_form_rules(const YamlNode& root, const FormRules& form, Problems& problems);

std::vector<Area> areas_from(const YamlNode& root, Problems& problems);
/// For Rules::titles.
std::vector<AreaTitle> titles_of(const std::vector<Area>& areas);

Districts districts_from(const YamlNode& root, Problems& problems);

}  // namespace lagesbild
