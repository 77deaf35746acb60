// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/workbook_check.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace lagesbild {
namespace {

constexpr std::size_t kept = 512;  // bytes of head and tail; a root element's tags are shorter
constexpr std::string_view rows_begin = "<sheetData>", rows_end = "</sheetData>";

using Archive = std::unique_ptr<std::remove_pointer_t<unzFile>, decltype(&unzClose)>;

/// The member that is current in `archive`; nothing where it cannot be read to its end.
std::optional<XmlEnds> ends_of_member(unzFile archive) {
  if (unzOpenCurrentFile(archive) != UNZ_OK) return std::nullopt;
  XmlEnds ends;
  std::vector<char> piece(1 << 16);
  int size = 0;
  while ((size = unzReadCurrentFile(archive, piece.data(), static_cast<unsigned>(piece.size()))) >
         0)
    ends.add({piece.data(), static_cast<std::size_t>(size)});
  const int end = unzCloseCurrentFile(archive);  // compares the checksum
  if (size < 0 || end != UNZ_OK) return std::nullopt;
  return ends;
}

std::string name_of_member(unzFile archive) {
  char name[100] = "";
  unzGetCurrentFileInfo64(archive, nullptr, name, sizeof name - 1, nullptr, 0, nullptr, 0);
  return name;
}

}  // namespace

void XmlEnds::mark(std::string_view text, std::uint64_t at) {
  if (const std::size_t found = text.find(rows_begin); found != std::string_view::npos)
    begin_ = at + found + rows_begin.size();
  if (const std::size_t found = text.find(rows_end); found != std::string_view::npos)
    end_ = at + found;
}

void XmlEnds::add(std::string_view piece) {
  if (head_.size() < kept) head_ += piece.substr(0, kept - head_.size());
  const std::string seam = tail_ + std::string(piece.substr(0, kept));
  mark(seam, size_ - tail_.size());
  mark(piece, size_);
  size_ += piece.size();
  tail_ = piece.size() < kept ? seam : std::string(piece.substr(piece.size() - kept));
  if (tail_.size() > kept) tail_.erase(0, tail_.size() - kept);
}

bool XmlEnds::closed() const {
  std::string_view root = head_;
  root.remove_prefix(std::min(root.size(), root.find("?>") + 2));  // after the declaration
  root.remove_prefix(std::min(root.size(), root.find('<') + 1));
  const std::string_view name = root.substr(0, root.find_first_of(" >/\n"));
  const std::string_view tail = std::string_view(tail_).substr(0, tail_.find_last_not_of('\n') + 1);
  return !name.empty() && tail.ends_with("</" + std::string(name) + ">");
}

bool is_whole_workbook(const std::string& path, std::span<const std::uint64_t> row_bytes) {
  const Archive archive(unzOpen64(path.c_str()), unzClose);
  if (!archive) return false;
  std::map<std::string, std::uint64_t> found;  // bytes of rows by member
  for (int at = unzGoToFirstFile(archive.get()); at == UNZ_OK;
       at = unzGoToNextFile(archive.get())) {
    const std::optional<XmlEnds> ends = ends_of_member(archive.get());
    if (!ends || !ends->closed()) return false;
    found[name_of_member(archive.get())] = ends->row_bytes();
  }
  for (std::size_t i = 0; i < row_bytes.size(); ++i)
    if (found["xl/worksheets/sheet" + std::to_string(i + 1) + ".xml"] != row_bytes[i]) return false;
  return true;
}

}  // namespace lagesbild
