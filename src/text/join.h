// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of one paragraph become running text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace lagesbild {

/// The words of a document that stand whole inside a line, folded; what a broken word is held
/// against.
class WordsSeen {
 public:
  /// Takes in every word of `line` but the last, which may be broken, if it ends in a hyphen.
  void add(std::string_view line);
  /// Not to be asked by two threads at once.
  bool has(std::string_view folded_word) const;

 private:
  void read() const;

  mutable std::string unread_;  ///< lines; most documents break no word, and nobody ever asks
  mutable std::unordered_set<std::string> words_;
};

/// The lines as one text with a space between them, words broken at a line end joined:
/// "föränd-" "ring" -> "förändring"; a real hyphen stays: "Enskede-" "Årsta" -> "Enskede-Årsta",
/// "3-" "månadersbeslut", "SIG-" "lots"; a suspended one keeps its space: "barn-" "och".
/// Lines are normal()ised UTF-8; the result too.
std::string joined(std::span<const std::string_view> lines, const WordsSeen& seen);

}  // namespace lagesbild
