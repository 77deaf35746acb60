// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a zip archive: bounded, every member begun and ended, none larger than allowed.
#include "ingest/archive.h"

#include <sys/mman.h>
#include <unistd.h>

#include "ingest/descriptor.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  constexpr std::uint64_t limit = 1u << 20;
  const Descriptor file(::memfd_create("archive", MFD_CLOEXEC));
  if (::write(file.get(), data, size) != static_cast<ssize_t>(size)) return 0;
  ::lseek(file.get(), 0, SEEK_SET);
  bool open = false;
  std::uint64_t bytes = 0, total = 0;
  const MemberSink sink = {[&](const std::string&) {
                             fuzz::demand(!open, "one member at a time");
                             open = true;
                             bytes = 0;
                             return total < 64 * limit;
                           },
                           [&](std::string_view part) {
                             fuzz::demand(open, "bytes belong to a member");
                             bytes += part.size();
                             total += part.size();
                             fuzz::demand(bytes <= limit, "no member is too large");
                             return true;
                           },
                           [&](const std::optional<Problem>&) {
                             fuzz::demand(open, "an end has a beginning");
                             open = false;
                             return true;
                           }};
  unpack(file.get(), limit, sink);
  return 0;
}
