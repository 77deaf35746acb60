// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives as people and attackers make them.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace lagesbild {

struct ZipMember {
  std::string name;  ///< UTF-8, or any bytes
  std::string bytes;
  unsigned type = AE_IFREG;
};

/// The bytes of an archive of `members`; encrypted with `password` if there is one. Names that are
/// UTF-8 are marked as such.
inline std::string zip_of(const std::vector<ZipMember>& members, const char* password = nullptr) {
  std::string out;
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  if (password && (archive_write_set_options(zip, "zip:encryption=traditional") != ARCHIVE_OK ||
                   archive_write_set_passphrase(zip, password) != ARCHIVE_OK))
    std::abort();
  archive_write_open(
      zip, &out, nullptr,
      [](archive*, void* to, const void* bytes, std::size_t size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr);
  for (const ZipMember& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_filetype(entry, member.type);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
    if (member.type == AE_IFLNK) archive_entry_set_symlink(entry, member.bytes.c_str());
    if (archive_write_header(zip, entry) < ARCHIVE_WARN) std::abort();
    if (member.type == AE_IFREG) archive_write_data(zip, member.bytes.data(), member.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(zip);
  return out;
}

}  // namespace lagesbild
