// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of reports to ingest, and what an ingest leaves behind.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/temporary_folder.h"

namespace lagesbild {

inline std::string bytes_in(const std::filesystem::path& file) {
  std::ostringstream all;
  all << std::ifstream(file, std::ios::binary).rdbuf();
  return all.str();
}

/// The corpus' reports in order, as "bromma-2021-writer-ruled.pdf" and its bytes; at most `most`.
inline std::vector<std::pair<std::string, std::string>> corpus_reports(std::size_t most = 1000) {
  std::vector<std::pair<std::string, std::string>> reports;
  for (const auto& entry : std::filesystem::directory_iterator(PROJECT_ROOT "/corpus"))
    for (const char* ending : {".pdf", ".txt"})
      if (const auto file = entry.path() / (std::string("report") + ending);
          std::filesystem::exists(file))
        reports.emplace_back(entry.path().filename().string() + ending, bytes_in(file));
  std::ranges::sort(reports);
  reports.resize(std::min(reports.size(), most));
  return reports;
}

/// Reports in `folder`/in, to be ingested into `folder`/data.
class Ingested {
 public:
  explicit Ingested(const std::vector<std::pair<std::string, std::string>>& reports = {}) {
    std::filesystem::create_directory(in());
    for (const auto& [name, bytes] : reports) put(name, bytes);
  }

  std::string in() const { return folder_ / "in"; }
  std::string data() const { return folder_ / "data"; }
  void put(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path file = std::filesystem::path(in()) / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    // Which of two reports counts may hang on it. The clock begins in 2174.
    const std::filesystem::file_time_type day(-std::chrono::hours(24 * 365 * 150));
    std::filesystem::last_write_time(file, day);
  }
  void remove(const std::string& name) const {
    std::filesystem::remove_all(std::filesystem::path(in()) / name);
  }
  /// Without OCR, which takes seconds a page.
  std::vector<std::string> command(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"ingest",  in(),    "--dataset", data(),
                                      "--quiet", "--ocr", "never"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  /// Every export by name; the store and hidden files are left out.
  std::map<std::string, std::string> exports() const {
    std::map<std::string, std::string> all;
    if (!std::filesystem::exists(data())) return all;
    for (const auto& entry : std::filesystem::directory_iterator(data())) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with("lagesbild.sqlite") && name != "lock" && !name.starts_with("."))
        all[name] = bytes_in(entry.path());
    }
    return all;
  }

 private:
  TemporaryFolder folder_;
};

/// Names of the exports that differ, or stand on one side only.
inline std::vector<std::string> differing(const std::map<std::string, std::string>& one,
                                          const std::map<std::string, std::string>& other) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : one)
    if (const auto found = other.find(name); found == other.end() || found->second != bytes)
      names.push_back(name);
  for (const auto& [name, bytes] : other)
    if (!one.contains(name)) names.push_back(name);
  return names;
}

}  // namespace lagesbild
