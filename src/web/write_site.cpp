// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/write_site.h"

#include <filesystem>
#include <set>

#include "web/files.h"
#include "web/pages.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

/// What was written, until the first problem.
class SiteFolder {
 public:
  explicit SiteFolder(std::string folder) : folder_(std::move(folder)) {}

  void put(const std::string& sub, const std::string& name, std::string_view text) {
    if (problem_) return;
    const std::string folder = sub.empty() ? folder_ : path_of(folder_, sub);
    Result<Written> written = put_text(folder, name, text);
    if (!written) {
      problem_ = written.problem();
      return;
    }
    written->name = sub.empty() ? name : path_of(sub, name);
    names_.insert(written->name);
    written_.push_back(*std::move(written));
  }

  /// Removes files of ours that an earlier dataset had and this one has not.
  void remove_others() {
    for (const char* sub : {"", "data"}) {
      std::error_code none;
      for (const auto& entry : fs::directory_iterator(fs::path(folder_) / sub, none)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("district-") && !names_.contains((fs::path(sub) / name).string()))
          fs::remove(entry.path(), none);
      }
    }
  }

  Result<std::vector<Written>> done() && {
    if (problem_) return *problem_;
    return std::move(written_);
  }

 private:
  static Result<Written> put_text(const std::string& folder, const std::string& name,
                                  std::string_view text) {
    Result<OutputFile> file = OutputFile::begun(folder, name);
    if (!file) return file.problem();
    file->add(text);
    return file->finished();
  }

  std::string folder_;
  std::set<std::string> names_;
  std::vector<Written> written_;
  std::optional<Problem> problem_;
};

}  // namespace

Result<std::vector<Written>> write_site(const Site& site, const std::string& folder,
                                        const Messages& say) {
  const Result<FolderLock> lock = FolderLock::taken(folder);
  if (!lock) return lock.problem();
  const Result<FolderLock> data = FolderLock::taken(path_of(folder, "data"));
  if (!data) return data.problem();
  SiteFolder out(folder);
  for (const char* name : {"page.css", "page.js", "search.js", "review.js"})
    out.put("", name, web_file(name));
  for (std::size_t i = 0; i < site.districts.size(); ++i) {
    if (!has_reports(site, i)) continue;
    const std::string& id = site.districts[i].id;
    out.put("", "district-" + id + ".html", district_page(site, i, say));
    out.put("data", "district-" + id + ".js", district_script(site, i, say));
  }
  out.put("", "search.html", search_page(site, say));
  out.put("", "review.html", review_page(site, say));
  out.put("", "index.html", index_page(site, say));
  out.remove_others();
  return std::move(out).done();
}

}  // namespace lagesbild
