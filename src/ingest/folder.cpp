// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folder.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "ingest/kinds.h"
#include "ingest/label.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

Problem trouble(const char* code, Severity severity, std::string_view path, std::string what) {
  return {code, severity, Place{path_label(path), 0, 0}, std::move(what)};
}

std::string joined(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

class Walk {
 public:
  Walk(const std::string& folder, const std::string& leave_out)
      : root_(folder), leave_out_(leave_out), door_(folder) {}

  Result<Listing> run() {
    std::error_code error;
    const fs::directory_iterator first(root_, error);
    if (error)
      return Problem{"unreadable", Severity::error, Place{root_.string(), 0, 0},
                     "this folder cannot be read: " + error.message()};
    walk("", 0);
    return std::move(listing_);
  }

 private:
  bool full() const { return listing_.files.size() >= most_files_listed; }

  /// Sub-folders end in '/', so that the order of names is the order of whole paths.
  void walk(const std::string& folder, int depth) {
    const std::vector<std::string> names = names_in(folder);
    for (const std::string& name : names) {
      if (full()) return say_full(folder);
      if (!name.ends_with('/')) {
        listing_.files.push_back(joined(folder, name));
        continue;
      }
      const std::string inner = joined(folder, std::string_view(name).substr(0, name.size() - 1));
      if (depth < deepest_folder)
        walk(inner, depth + 1);
      else
        say(trouble("folder_limit", Severity::error, inner,
                    "more than " + std::to_string(deepest_folder) +
                        " folders in one another; what is further in was not read"));
    }
  }

  void say_full(const std::string& folder) {
    if (std::exchange(told_full_, true)) return;
    say(trouble("folder_limit", Severity::error, folder,
                "there are more than " + std::to_string(most_files_listed) +
                    " files; those after this place were not read"));
  }

  std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator at(root_ / folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (is_hidden(name) || names.size() > most_files_listed) continue;
      if (is_walked(*at, joined(folder, name)))
        names.push_back(name + "/");
      else if (is_read(*at, joined(folder, name)))
        names.push_back(name);
    }
    if (error)
      say(trouble("unreadable", Severity::error, folder,
                  "this folder cannot be read: " + error.message()));
    std::ranges::sort(names);
    return names;
  }

  bool is_walked(const fs::directory_entry& entry, const std::string& path) {
    std::error_code none;
    if (entry.is_symlink(none) || !entry.is_directory(none)) return false;
    if (!leave_out_.empty() && fs::equivalent(entry.path(), leave_out_, none)) return false;
    if (const FileKind kind = kind_of(path); kind == FileKind::report || kind == FileKind::archive)
      say(trouble("not_a_file", Severity::error, path,
                  "this is a folder, not a report; the files in it were read"));
    return true;
  }

  bool is_read(const fs::directory_entry& entry, const std::string& path) {
    std::error_code none;
    if (entry.is_directory(none)) {  // a link to one, or the dataset
      if (entry.is_symlink(none) && leads_out(entry))
        say(trouble("outside", Severity::warning, path,
                    "this link leads to a folder elsewhere and was not followed"));
      return false;
    }
    const FileKind kind = kind_of(path);
    const bool read = kind == FileKind::report || kind == FileKind::archive ||
                      (kind == FileKind::unknown && holds_pdf(path));
    listing_.others += !read;
    return read;
  }

  bool leads_out(const fs::directory_entry& entry) const {
    std::error_code none;
    const fs::path inside = fs::canonical(root_, none);
    const fs::path target = fs::canonical(entry.path(), none);
    return std::ranges::mismatch(inside, target).in1 != inside.end();
  }

  bool holds_pdf(const std::string& path) const {
    const Result<Input> input = door_.opened(path, std::numeric_limits<std::uint64_t>::max());
    if (!input) return false;
    std::array<char, pdf_header_within> head{};
    const ssize_t got = ::pread(input->file.get(), head.data(), head.size(), 0);
    return got > 0 && begins_as_pdf({head.data(), static_cast<std::size_t>(got)});
  }

  void say(Problem problem) { listing_.problems.push_back(std::move(problem)); }

  fs::path root_;
  std::string leave_out_;
  FolderDoor door_;
  Listing listing_;
  bool told_full_ = false;
};

}  // namespace

Result<Listing> listing_of(const std::string& folder, const std::string& leave_out) {
  return Walk(folder, leave_out).run();
}

FolderDoor::FolderDoor(const std::string& folder) : folder_(folder) {
  std::error_code none;
  real_ = (fs::canonical(folder, none) / "").string();
}

Stamp FolderDoor::stamp(std::string_view path) const {
  return stamp_of(folder_ + "/" + std::string(path));
}

Result<Input> FolderDoor::opened(std::string_view path, std::uint64_t limit) const {
  Result<Input> input = lagesbild::opened(folder_ + "/" + std::string(path), limit);
  if (!input) {
    Problem problem = input.problem();
    problem.place.file = path_label(path);
    return problem;
  }
  // Asked of what is open by now, so that nobody can put a link in its place meanwhile.
  std::error_code error;
  const fs::path real =
      fs::read_symlink("/proc/self/fd/" + std::to_string(input->file.get()), error);
  if (!error && !real.string().starts_with(real_))
    return trouble("outside", Severity::error, path,
                   "this link leads out of the folder and was not read; put a copy in its place");
  return input;
}

}  // namespace lagesbild
