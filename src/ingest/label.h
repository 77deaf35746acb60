// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files as the dataset tells them: always UTF-8, and never a path to somewhere else.
#pragma once

#include <string>
#include <string_view>

namespace lagesbild {

/// `path` with every byte that is no UTF-8, and every ASCII control character, as %XX; so is a '%'
/// that would read as such. Different paths have different labels.
std::string path_label(std::string_view path);

/// "reports.zip/2022/bromma.pdf": a member of an archive. Of `name`, which may be anything, a
/// leading '/' goes and ".." becomes "%2E%2E".
std::string member_label(std::string_view archive, std::string_view name);

}  // namespace lagesbild
