// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What parent and worker say to each other over a stream socket, one frame a message:
//
//     magic, version   kind      size of payload   payload
//     4 bytes "LGB1"   4 bytes   4 bytes           size bytes
//
//     worker           parent
//     hello     ─────▶            rules are loaded, the sandbox stands (refused: it can't be)
//               ◀─────  task      one file: its descriptor comes beside the frame
//     page_read ─────▶            one more page's content is known
//     page      ─────▶            one more page was reached whose letters must be recognised
//     report, explanation or failed ─────▶     then the next task, until the socket is closed
//     scans     ─────▶            instead of those: it takes a worker that recognises letters
//
// or, for an archive: for each member `member`, `bytes` as often as it takes and `end`; at last an
// `end` of the whole.
//
// Numbers are the machine's own; both ends are the same program. The parent believes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/descriptor.h"

namespace lagesbild {

enum class FrameKind : std::uint32_t {
  hello = 1,
  refused,
  task,
  report,
  explanation,
  failed,
  member,
  bytes,
  end,
  page,
  scans,
  page_read,
};

struct Frame {
  FrameKind kind = FrameKind::hello;
  std::string payload;
};

inline constexpr std::size_t frame_limit = 64u << 20;  ///< bytes of one payload

/// Strings one behind the other, each after its size.
std::string packed(const std::vector<std::string_view>& parts);
/// The way back; nothing where `payload` is not made so, or has more than `most` parts.
std::optional<std::vector<std::string>> unpacked(std::string_view payload, std::size_t most);

/// Frame bytes as they go over the socket.
std::string frame_bytes(const Frame& frame);

/// Puts frames together from bytes as they come.
class FrameReader {
 public:
  /// A payload of more than `most` bytes is none of ours.
  explicit FrameReader(std::size_t most = frame_limit) : most_(most) {}
  void add(std::string_view bytes) { bytes_ += bytes; }
  /// The next whole frame, nothing if it is not there yet; a Problem (code "protocol") for good
  /// where the bytes are none of ours or the frame is too large.
  Result<std::optional<Frame>> next();
  bool empty() const { return bytes_.empty(); }

 private:
  std::size_t most_;
  std::string bytes_;
};

/// Sends all of `bytes`, waiting where it must; false where the other end is gone.
bool send_all(int socket, std::string_view bytes);
/// Sends `bytes` (small) with the descriptor `file` beside them, without waiting.
bool send_with_file(int socket, std::string_view bytes, int file);

struct Received {
  std::string bytes;  ///< empty: the other end is gone, or nothing is there yet
  Descriptor file;    ///< the descriptor that came beside them, if one did
  bool closed = false;
};
/// What is there by now; waits for the first byte where `wait` is set.
Received received(int socket, bool wait);

}  // namespace lagesbild
