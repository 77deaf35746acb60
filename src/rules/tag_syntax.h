// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The source of a tag pattern as a tree.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/tag_pattern.h"

namespace lagesbild {

struct TagNode {
  enum class Kind {
    word,    ///< one word of `set`
    all,     ///< `parts` one after the other
    either,  ///< one of `parts`
    repeat,  ///< parts[0], `least` to `most` times
    about,   ///< parts[0], which is what the pattern is about
    begin,   ///< the sentence's begin
    end,
  };
  static constexpr std::size_t no_end = static_cast<std::size_t>(-1);

  Kind kind = Kind::all;
  TagSet set;
  std::vector<TagNode> parts;
  std::size_t least = 0, most = 0;
};

/// The tree of `source`; puts what is wrong into `problem` and gives an empty tree where something
/// is.
TagNode tag_tree_of(std::string_view source, const Lexicon& lexicon, const PatternNames& names,
                    std::string& problem);

/// What every sentence that fits has.
struct TagShape {
  bool may_be_empty = true;
  TagSet first;               ///< tags that a match may begin with
  std::vector<TagSet> needs;  ///< it holds a tag of each
};

TagShape shape_of(const TagNode& node);

}  // namespace lagesbild
