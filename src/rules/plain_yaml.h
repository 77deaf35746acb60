// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/yaml.h"

namespace lagesbild {

/// The same nodes as yaml_of() for the plain YAML that rule files are written in, some twenty times
/// faster; nothing where the text holds anything else, broken or not. Then yaml_of() has the say.
std::optional<YamlNode> plain_yaml_of(std::string_view text, const std::string& file);

}  // namespace lagesbild
