// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/version.h"

#include <unicode/uversion.h>

#include <array>

namespace lagesbild {

std::string icu_version() {
  UVersionInfo version;
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_getVersion(version);
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace lagesbild
