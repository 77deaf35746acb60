// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a folder and its sub-folders that may be reports. Names only: nothing is read, and
// nothing waited on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/input.h"

namespace lagesbild {

inline constexpr int deepest_folder = 32;                    ///< sub-folders in one another
inline constexpr std::size_t most_files_listed = 1'000'000;  ///< some 100 MB of names

struct Listing {
  std::vector<std::string> files;  ///< reports and archives, from the folder, in order of bytes
  std::vector<Problem> problems;   ///< what was not walked; their places are labels
  std::size_t others = 0;          ///< files of other kinds, left out
};

/// Walks `folder`. Hidden files and the folder `leave_out` are left out, links to folders not
/// followed. Problems in the listing: "unreadable", "not_a_file" (a folder with a report's name),
/// "outside" (a link to a folder elsewhere), "folder_limit". Problem: `folder` itself is none, or
/// not readable.
Result<Listing> listing_of(const std::string& folder, const std::string& leave_out);

/// Opens the file `path` of `folder` as opened() does; place.file is its label. Problem "outside"
/// where a link leads out of the folder.
class FolderDoor {
 public:
  explicit FolderDoor(const std::string& folder);
  Stamp stamp(std::string_view path) const;
  Result<Input> opened(std::string_view path, std::uint64_t limit) const;

 private:
  std::string folder_;
  std::string real_;  // without links, ends in '/'
};

}  // namespace lagesbild
