// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/accents.h"

#include <algorithm>
#include <string_view>

#include "text/signs.h"

namespace lagesbild {
namespace {

bool among(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

char32_t combining(char32_t c) {
  switch (c) {
    case 0xA8:
      return 0x308;  // ¨
    case 0x2DA:      // ˚
    case 0xB0:
      return 0x30A;  // °
    case 0xB4:
      return 0x301;  // ´
    case '`':
      return 0x300;
    default:
      return 0;
  }
}

bool is_combining(char32_t c) { return c == 0x308 || c == 0x30A || c == 0x301 || c == 0x300; }

/// Letters an accent belongs over when it stands in doubt: Swedish ones.
bool likely(char32_t letter, char32_t accent) {
  if (accent == 0x308) return among(letter, U"aoAO");
  return accent == 0x30A && among(letter, U"aA");
}

/// Letters an accent may have been printed right after.
bool possible(char32_t letter, char32_t accent) {
  return likely(letter, accent) || (accent == 0x308 && among(letter, U"ueiUEI"));
}

/// Reads the marks from left to right; `made` holds what is settled.
class Joiner {
 public:
  explicit Joiner(const Marks& marks) : marks_(marks) { made_.reserve(marks.size()); }

  Marks joined() && {
    for (at_ = 0; at_ < marks_.size(); ++at_)
      if (!take_accent()) made_.push_back(marks_[at_]);
    return std::move(made_);
  }

 private:
  char32_t mark(std::size_t i) const { return i < marks_.size() ? marks_[i].c : 0; }
  char32_t made_back(std::size_t i) const {
    return made_.size() > i ? made_[made_.size() - 1 - i].c : 0;
  }

  /// The accent goes over the last letter made, a space between them away.
  void over_last(char32_t accent) {
    if (made_back(0) == ' ') made_.pop_back();
    made_.push_back({accent, marks_[at_].origin});
  }

  /// The accent goes over the letter `steps` marks on.
  void over_next(char32_t accent, std::size_t steps) {
    const std::uint32_t origin = marks_[at_].origin;
    at_ += steps;
    made_.push_back({marks_[at_].c, origin});
    made_.push_back({accent, origin});
  }

  /// A lone consonant or two is no word: "f ¨or" is one.
  bool fragment_before_space() const {
    std::size_t letters = 0;
    for (std::size_t i = 1; i < made_.size() && is_letter(made_back(i)); ++i) {
      if (among(made_back(i), U"aeiouyAEIOUY\u0308\u030A")) return false;
      ++letters;
    }
    return letters == 1 || letters == 2;
  }

  bool take_accent() {
    const char32_t c = mark(at_);
    const bool space_before = made_back(0) == ' ';
    if (is_combining(c)) {  // belongs over what stands before it, whatever came between
      if (!space_before || !possible(made_back(1), c)) return false;
      over_last(c);
      return true;
    }
    const char32_t accent = combining(c);
    if (accent == 0x300 || accent == 0x301) return take_acute_or_grave(accent);
    if (accent == 0) return false;
    if (is_digit(made_back(0)) || (space_before && is_digit(made_back(1)))) return false;
    return space_before ? take_after_space(c, accent) : take_adjacent(accent);
  }

  bool take_adjacent(char32_t accent) {
    const char32_t before = made_back(0), next = mark(at_ + 1);
    if (likely(before, accent))
      over_last(accent);
    else if (likely(next, accent))
      over_next(accent, 1);
    else if (possible(before, accent))
      over_last(accent);
    else if (is_letter(before) && next == ' ' && likely(mark(at_ + 2), accent))
      over_next(accent, 2);  // "f¨ or"
    else
      return false;
    return true;
  }

  bool take_after_space(char32_t c, char32_t accent) {
    const char32_t before = made_back(1), next = mark(at_ + 1);
    const bool alone = next == ' ' && c != 0xB0;
    if (likely(next, accent)) {
      if (fragment_before_space()) made_.pop_back();
      over_next(accent, 1);
    } else if (likely(before, accent) && is_letter(next)) {
      over_last(accent);
    } else if (alone && likely(before, accent) && is_letter(mark(at_ + 2))) {
      over_last(accent);
      ++at_;  // "A ˚ rsta"
    } else if (alone && likely(mark(at_ + 2), accent)) {
      if (fragment_before_space()) made_.pop_back();
      over_next(accent, 2);
    } else {
      return false;
    }
    return true;
  }

  /// As apostrophes these are common, so only "ide´", "arme´er" and a lone "a`" count.
  bool take_acute_or_grave(char32_t accent) {
    const char32_t before = made_back(0), next = mark(at_ + 1);
    const bool acute = accent == 0x301;
    if (acute && among(before, U"eE") && is_letter(made_back(1)) &&
        (!is_letter(next) || next == 'e')) {
      over_last(accent);
      return true;
    }
    if (acute && is_letter(before) && among(next, U"eE") && !is_letter(mark(at_ + 2))) {
      over_next(accent, 1);
      return true;
    }
    if (!acute && among(before, U"aA") && !is_letter(made_back(1)) && next == ' ') {
      over_last(accent);
      return true;
    }
    return false;
  }

  const Marks& marks_;
  Marks made_;
  std::size_t at_ = 0;
};

}  // namespace

Marks with_accents_joined(const Marks& marks) {
  const auto accent = [](const Mark& m) { return combining(m.c) != 0 || is_combining(m.c); };
  if (std::ranges::none_of(marks, accent)) return marks;
  return Joiner(marks).joined();
}

}  // namespace lagesbild
