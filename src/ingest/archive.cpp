// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <memory>

#include "ingest/kinds.h"

namespace lagesbild {
namespace {

constexpr std::size_t block_size = 64u << 10;  // bytes read at once

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

Problem trouble(const char* code, std::string what) {
  return {code, Severity::error, {}, std::move(what)};
}

std::string reason(archive* from) {
  const char* said = archive_error_string(from);
  return said ? std::string(": ") + said : "";
}

class Unpacking {
 public:
  Unpacking(std::uint64_t limit, const MemberSink& sink) : limit_(limit), sink_(sink) {}

  std::optional<Problem> run(int file) {
    archive_read_support_format_zip(zip_.get());
    if (archive_read_open_fd(zip_.get(), file, block_size) != ARCHIVE_OK)
      return trouble("damaged", "this is no zip archive that can be read" + reason(zip_.get()));
    for (std::size_t count = 0;; ++count) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(zip_.get(), &entry);
      if (result == ARCHIVE_EOF) return std::nullopt;
      if (result < ARCHIVE_WARN)
        return trouble("damaged",
                       (count == 0 ? "this is no zip archive that can be read"
                                   : "the archive is damaged after what was read of it") +
                           reason(zip_.get()));
      if (count == most_members)
        return trouble("archive_limit", "the archive has more than " +
                                            std::to_string(most_members) +
                                            " members; the others were not read");
      if (!give(entry)) return std::nullopt;
    }
  }

 private:
  /// False when the sink wants no more.
  bool give(archive_entry* entry) {
    const char* said = archive_entry_pathname(entry);
    const std::string name = said ? said : "";
    const FileKind kind = kind_of(name);
    if (archive_entry_filetype(entry) == AE_IFDIR || is_hidden(name) || kind == FileKind::other)
      return true;
    if (kind == FileKind::unknown) return give_if_pdf(entry, name);
    return sink_.begin(name) && sink_.end(contents(entry, ""));
  }

  bool give_if_pdf(archive_entry* entry, const std::string& name) {
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_is_encrypted(entry)) return true;
    std::string head;
    while (head.size() < pdf_header_within) {
      const ssize_t got = read();
      if (got <= 0) break;
      head.append(block_, 0, static_cast<std::size_t>(got));
    }
    return !begins_as_pdf(head) || (sink_.begin(name) && sink_.end(contents(entry, head)));
  }

  /// Gives `head`, which has been read, and what follows it.
  std::optional<Problem> contents(archive_entry* entry, std::string_view head) {
    if (archive_entry_filetype(entry) != AE_IFREG)
      return trouble("not_a_file", "this member of the archive is a link, not a file");
    if (archive_entry_is_encrypted(entry))
      return trouble("password", "this member of the archive asks for a password; unpack it");
    std::uint64_t size = head.size();
    if (!head.empty() && !sink_.bytes(head)) return std::nullopt;
    while (true) {
      const ssize_t got = read();
      if (got == 0) return std::nullopt;
      if (got < 0)
        return trouble("damaged", "this member of the archive is damaged" + reason(zip_.get()));
      size += static_cast<std::uint64_t>(got);
      if (size > limit_)
        return trouble("too_large", "this member of the archive is larger than " +
                                        std::to_string(limit_ >> 20) +
                                        " MiB; raise --max-size to read it anyway");
      if (!sink_.bytes({block_.data(), static_cast<std::size_t>(got)})) return std::nullopt;
    }
  }

  ssize_t read() { return archive_read_data(zip_.get(), block_.data(), block_.size()); }

  std::uint64_t limit_;
  const MemberSink& sink_;
  Archive zip_{archive_read_new(), archive_read_free};
  std::string block_ = std::string(block_size, '\0');
};

}  // namespace

std::optional<Problem> unpack(int file, std::uint64_t limit, const MemberSink& sink) {
  std::setlocale(LC_CTYPE, "C.UTF-8");  // or libarchive turns names told as UTF-8 into '?'
  return Unpacking(limit, sink).run(file);
}

}  // namespace lagesbild
