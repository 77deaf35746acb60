// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/passage_pictures.h"

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include "command/passage_queue.h"
#include "dataset/output_file.h"
#include "web/article.h"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

constexpr double beside = 4;            // points around the passage; less than between two lines
constexpr double beyond_page = 20'000;  // points; a page has 14,400 at most

Passage passage_of(const Evidence& evidence, bool whole_width) {
  const Box& box = evidence.box;
  Passage passage{evidence.page,
                  {},
                  {std::floor(box.x0 - 2), std::floor(box.y0 - 2), std::ceil(box.x1 + 2),
                   std::ceil(box.y1 + 2)}};
  passage.shown = {std::max(0.0, std::floor(box.x0 - beside)),
                   std::max(0.0, std::floor(box.y0 - beside)), std::ceil(box.x1 + beside),
                   std::ceil(box.y1 + beside)};
  if (whole_width) passage.shown.x0 = 0, passage.shown.x1 = beyond_page;
  return passage;
}

/// What the names of its pictures begin with.
std::string content_of(const std::string& sha256) {
  constexpr std::size_t digits = 32;  // more than enough for different contents
  return sha256.substr(0, digits);
}

std::string name_of(const Passage& passage, const std::string& sha256) {
  std::string name = content_of(sha256) + '-' + std::to_string(passage.page);
  for (const double side : {passage.shown.x0, passage.shown.y0, passage.shown.x1, passage.shown.y1})
    name += '-' + std::to_string(std::lround(side));
  return name + ".png";
}

bool meet(const Box& a, const Box& b) {
  return shared(a.x0, a.x1, b.x0, b.x1) > 0 && shared(a.y0, a.y1, b.y0, b.y1) > 0;
}

/// Something in the picture is masked where it stands as text.
bool shows_masked(const SiteReport& report, const Passage& passage) {
  for (const SiteAssessment& one : report.assessments) {
    if (!one.masked) continue;
    for (const Evidence& evidence : one.said.evidence)
      if (evidence.page == passage.page && meet(evidence.box, passage.shown)) return true;
  }
  return false;
}

/// Width and height of the PNG file, as its head tells them; zeros where it is none.
std::pair<int, int> size_of(const fs::path& file) {
  constexpr int longest_side = 40'000;  // pixels
  std::array<char, 24> head{};
  std::ifstream in(file, std::ios::binary);
  if (!in.read(head.data(), head.size())) return {};
  const std::string_view text(head.data(), head.size());
  if (!text.starts_with("\x89PNG\r\n\x1a\n") || text.substr(12, 4) != "IHDR") return {};
  const auto number = [&](std::size_t at) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < 4; ++i) sum = sum << 8 | static_cast<unsigned char>(text[at + i]);
    return sum;
  };
  const std::uint32_t width = number(16), height = number(20);
  if (width > longest_side || height > longest_side) return {};
  return {static_cast<int>(width), static_cast<int>(height)};
}

/// Whole or not at all; what a power cut spoils is drawn again.
std::optional<Problem> put(const fs::path& file, std::string_view bytes) {
  const fs::path part = file.string() + ".part";
  std::ofstream out(part, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) fs::rename(part, file, error);
  if (out && !error) return std::nullopt;
  fs::remove(part, error);
  return Problem{
      "output", Severity::error, {file.string(), 0, 0}, "this picture cannot be written"};
}

class PictureMaker {
 public:
  PictureMaker(Site& site, const PicturePlan& plan, std::map<std::string, Stamp> stamps)
      : site_(site),
        plan_(plan),
        stamps_(std::move(stamps)),
        kept_(fs::path(plan.dataset) / "pictures") {
    if (plan.reports) door_.emplace(*plan.reports);
  }

  Result<PoolEnd> made() {
    for (const fs::path& folder : {kept_, shown_folder()}) {
      Result<FolderLock> lock = FolderLock::taken(folder.string());
      if (!lock) return lock.problem();
      locks_.push_back(*std::move(lock));
    }
    for (SiteReport& report : site_.reports) {
      if (door_) link(report);
      if (plan_.drawn) want(report);
    }
    const Result<PoolEnd> end = draw();
    if (!end || *end == PoolEnd::stopped) return end;
    for (SiteReport& report : site_.reports)
      if (plan_.drawn) show(report);
    tidy();
    if (problem_) return *problem_;
    return PoolEnd::done;
  }

 private:
  fs::path shown_folder() const { return fs::path(plan_.pages) / "pictures"; }

  /// To a file that is what was read; of an archive only that it is as it was.
  void link(SiteReport& report) const {
    std::string name = report.path;
    if (!stands(name, report.sha256)) {
      name = archive_of(report.path);
      if (name.empty() || !stands(name, "")) return;
      report.in_archive = true;
    }
    std::error_code none;
    const fs::path file = fs::weakly_canonical(fs::path(*plan_.reports) / name, none);
    const fs::path from = fs::weakly_canonical(plan_.pages, none);
    report.link = address_of(fs::proximate(file, from, none).string());
  }

  bool stands(const std::string& name, const std::string& sha256) const {
    const Stamp stamp = door_->stamp(name);
    if (stamp == Stamp()) return false;
    if (const auto known = stamps_.find(name); known != stamps_.end() && known->second == stamp)
      return true;
    const Result<Input> input = door_->opened(name, unpacked_limit);
    return input && !sha256.empty() && sha256_of(input->file.get()) == sha256;
  }

  Result<PoolEnd> draw() {
    if (!door_ || wanted_.empty()) return PoolEnd::done;
    PassageQueue queue(plan_.pool, *plan_.reports, wanted_);
    Result<PoolEnd> end =
        read_all(plan_.pool, queue, [&](const Outcome& outcome) { return take(outcome); });
    if (problem_) return *problem_;
    return end;
  }

  void want(const SiteReport& report) {
    if (!report.drawn) return;
    WantedFile file{report.sha256, {}};
    for (const SiteAssessment& one : report.assessments)
      for (const Evidence& evidence : one.said.evidence) {
        const Passage passage = passage_of(evidence, plan_.whole_width);
        const std::string name = name_of(passage, report.sha256);
        if (size_of(kept_ / name).first > 0 || shows_masked(report, passage)) continue;
        if (file.passages.size() < most_passages) file.passages.push_back(passage);
      }
    std::ranges::stable_sort(file.passages, {}, &Passage::page);
    if (!file.passages.empty()) wanted_.emplace(report.path, std::move(file));
  }

  bool take(const Outcome& outcome) {
    const auto found = wanted_.find(outcome.path);
    const auto* drawn = outcome.answer ? std::get_if<Explanation>(&*outcome.answer) : nullptr;
    if (found == wanted_.end() || drawn == nullptr) return true;
    const WantedFile& file = found->second;
    drawn_.insert(outcome.path);
    for (std::size_t i = 0, at = 0; i < file.passages.size() && at < drawn->pictures.size(); ++i) {
      if (drawn->pictures[at].first != std::to_string(i) + ".png") continue;
      problem_ = put(kept_ / name_of(file.passages[i], file.sha256), drawn->pictures[at++].second);
      if (problem_) return false;
    }
    return true;
  }

  void show(SiteReport& report) {
    for (SiteAssessment& one : report.assessments) {
      bool masked = false;
      for (const Evidence& evidence : one.said.evidence) {
        const Passage passage = passage_of(evidence, plan_.whole_width);
        if (shows_masked(report, passage)) {
          masked = true;
          continue;
        }
        add(one, name_of(passage, report.sha256), evidence.page);
      }
      if (one.pictures.empty())
        one.no_picture = !report.drawn                  ? "text"
                         : masked                       ? "masked"
                         : one.said.evidence.empty()    ? "unplaced"
                         : drawn_.contains(report.path) ? "undrawn"
                                                        : "gone";
    }
  }

  /// The picture, where it was drawn, into the pages' folder.
  void add(SiteAssessment& one, const std::string& name, int page) {
    const auto [width, height] = size_of(kept_ / name);
    if (width == 0 || problem_) return;
    one.pictures.push_back({name, page, width, height});
    if (!shown_.insert(name).second) return;
    const fs::path to = shown_folder() / name;
    if (size_of(to) == std::pair(width, height)) return;
    std::error_code error;
    fs::remove(to, error);
    fs::create_hard_link(kept_ / name, to, error);
    if (error) fs::copy_file(kept_ / name, to, error);  // another disk
    if (error)
      problem_ = {"output", Severity::error, {to.string(), 0, 0}, "this picture cannot be written"};
  }

  /// Removes what the pages do not show, and what is kept of contents that are gone.
  void tidy() const {
    std::set<std::string> contents;
    for (const SiteReport& report : site_.reports) contents.insert(content_of(report.sha256));
    remove_from(shown_folder(), [&](const std::string& name) { return !shown_.contains(name); });
    remove_from(kept_,
                [&](const std::string& name) { return !contents.contains(content_of(name)); });
  }

  static void remove_from(const fs::path& folder,
                          const std::function<bool(const std::string&)>& unwanted) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".png") && unwanted(name)) fs::remove(entry.path(), none);
    }
  }

  Site& site_;
  const PicturePlan& plan_;
  const std::map<std::string, Stamp> stamps_;  // of files when they were read, by name
  const fs::path kept_;
  std::optional<FolderDoor> door_;
  std::vector<FolderLock> locks_;
  WantedFiles wanted_;
  std::set<std::string> drawn_;  // files, by name
  std::set<std::string> shown_;  // pictures
  std::optional<Problem> problem_;
};

}  // namespace

Result<PoolEnd> add_pictures(Site& site, Store& store, const PicturePlan& plan) {
  std::map<std::string, Stamp> stamps;
  Statement rows = store.database().statement(
      "SELECT path, bytes, modified_ns, changed_ns, inode FROM files WHERE NOT gone");
  while (rows.next())
    stamps[rows.text(0)] = {static_cast<std::uint64_t>(rows.whole(1)), rows.whole(2), rows.whole(3),
                            static_cast<std::uint64_t>(rows.whole(4))};
  if (auto problem = store.database().take_failure()) return *problem;
  return PictureMaker(site, plan, std::move(stamps)).made();
}

}  // namespace lagesbild
