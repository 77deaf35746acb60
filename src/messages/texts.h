// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lagesbild {

// The bytes of sv.yaml and en.yaml; texts.cpp.in becomes their definition.
extern const std::string_view swedish_texts;
extern const std::string_view english_texts;

}  // namespace lagesbild
