// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter does not look whether its temporary files could be written, so that on a full disk
// a workbook may lack its end. This reads it again. MiniZip's door.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lagesbild {

/// One XML file, handed over piece by piece.
class XmlEnds {
 public:
  void add(std::string_view piece);
  /// It ends where its root element does.
  bool closed() const;
  /// Bytes between <sheetData> and </sheetData>; 0 where these are not.
  std::uint64_t row_bytes() const { return end_ > begin_ ? end_ - begin_ : 0; }

 private:
  void mark(std::string_view text, std::uint64_t at);

  std::string head_;  ///< its first bytes
  std::string tail_;  ///< its last bytes
  std::uint64_t size_ = 0;
  std::uint64_t begin_ = 0, end_ = 0;  ///< of the rows
};

/// Whether all members of the workbook are closed, and its n-th sheet has rows of `row_bytes[n]`
/// bytes.
bool is_whole_workbook(const std::string& path, std::span<const std::uint64_t> row_bytes);

}  // namespace lagesbild
