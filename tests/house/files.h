// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own files, as the house rules look at them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::house {

namespace fs = std::filesystem;

struct File {
  std::string path;  ///< from the project's root, with '/'
  std::string text;
};

inline std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string read_file(std::string_view path) { return read(fs::path(PROJECT_ROOT) / path); }

/// The files below `folder` (from the root), in order of their paths; what git ignores is left out.
inline std::vector<File> files_below(const std::string& folder) {
  static const std::set<std::string> ignored = {".git", ".cache", "build", "out"};
  const fs::path root = fs::path(PROJECT_ROOT);
  std::vector<File> files;
  for (auto at = fs::recursive_directory_iterator((root / folder).lexically_normal());
       at != fs::end(at); ++at) {
    const std::string name = at->path().filename().string();
    if ((at.depth() == 0 && ignored.contains(name)) || name == "node_modules") {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file()) continue;
    files.push_back({at->path().lexically_relative(root).generic_string(), read(at->path())});
  }
  std::ranges::sort(files, {}, &File::path);
  return files;
}

inline bool is_cpp(const File& file) {
  return file.path.ends_with(".cpp") || file.path.ends_with(".h");
}

inline std::vector<File> cpp_files_below(const std::string& folder) {
  std::vector<File> files = files_below(folder);
  std::erase_if(files, [](const File& file) { return !is_cpp(file); });
  return files;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

/// "text/fold.h" -> "text", "pipeline.h" -> "pipeline".
inline std::string room_of(std::string_view path_in_src) {
  return std::string(path_in_src.substr(0, path_in_src.find_first_of("/.")));
}

}  // namespace lagesbild::house
