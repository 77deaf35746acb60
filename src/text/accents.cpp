// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An accent and its neighbours, each of them perhaps one space away:
//
//     left [ ] accent [ ] right
//
// The accent belongs to the left letter (split glyphs: "fo¨r") or to the right one (TeX: "f¨or").
// Most letters carry no such accent, which decides; where both could, the rest of the text does.
#include "text/accents.h"

#include <algorithm>
#include <string_view>

#include "text/letters.h"

namespace lagesbild {
namespace {

constexpr char32_t diaeresis = 0x308, ring = 0x30A, acute = 0x301, grave = 0x300;
constexpr char32_t degree_sign = 0xB0, acute_sign = 0xB4, grave_sign = U'`';

/// The combining form of an accent; 0 for all other characters.
char32_t combining(char32_t c) {
  switch (c) {
    case 0xA8:
      return diaeresis;
    case 0x2DA:
    case degree_sign:
      return ring;
    case acute_sign:
      return acute;
    case grave_sign:
      return grave;
    case diaeresis:
    case ring:
    case acute:
    case grave:
      return c;
    default:
      return 0;
  }
}

bool among(std::u32string_view letters, char32_t c) {
  return letters.find(c) != std::u32string_view::npos;
}

/// 2 for Swedish letters, 1 for ones in names, 0 where the two make no letter.
int strength(char32_t letter, char32_t accent) {
  switch (accent) {
    case diaeresis:
      return among(U"aoAO", letter) ? 2 : among(U"uUeEiI", letter) ? 1 : 0;
    case ring:
      return among(U"aA", letter) ? 2 : 0;
    case acute:
      return among(U"eE", letter) ? 2 : 0;
    case grave:
      return among(U"aAeE", letter) ? 1 : 0;
    default:
      return 0;
  }
}

/// The letter with the accent; its strength() must not be 0.
char32_t composed(char32_t letter, char32_t accent) {
  const auto found = [letter](std::u32string_view plain, std::u32string_view made) {
    return made[plain.find(letter)];
  };
  switch (accent) {
    case diaeresis:
      return found(U"aoAOuUeEiI", U"äöÄÖüÜëËïÏ");
    case ring:
      return found(U"aA", U"åÅ");
    case acute:
      return found(U"eE", U"éÉ");
    default:
      return found(U"aAeE", U"àÀèÈ");
  }
}

// ---- which side -------------------------------------------------------------------------------

enum class Side { none, left, right, either };

struct Neighbours {
  char32_t sign = 0, accent = 0;  ///< as it stands, and in its combining form
  char32_t left = 0, right = 0;   ///< 0 at an end
  char32_t before_left = 0, after_right = 0;
  bool left_gap = false, right_gap = false;
};

/// Of the accent at marks[at]; `before` holds what stands before it.
Neighbours neighbours_of(const Marks& before, const Marks& marks, std::size_t at) {
  const auto back = [&](std::size_t n) {
    return before.size() >= n ? before[before.size() - n].c : U'\0';
  };
  const auto ahead = [&](std::size_t n) { return at + n < marks.size() ? marks[at + n].c : U'\0'; };
  Neighbours n{.sign = marks[at].c, .accent = combining(marks[at].c)};
  n.left_gap = back(1) == U' ';
  n.right_gap = ahead(1) == U' ';
  const std::size_t left = n.left_gap ? 2 : 1, right = n.right_gap ? 2 : 1;
  n.left = back(left);
  n.before_left = back(left + 1);
  n.right = ahead(right);
  n.after_right = ahead(right + 1);
  return n;
}

/// Quotation marks as well: only "a`" and "`a" as words of their own, and "cre`me".
Side side_of_grave(const Neighbours& n) {
  const bool word_ends = n.right_gap || n.right == 0, word_begins = n.left_gap || n.left == 0;
  if (among(U"aA", n.left) && !n.left_gap && !is_letter(n.before_left) && word_ends)
    return Side::left;
  if (among(U"aA", n.right) && !n.right_gap && n.after_right == U' ' && word_begins)
    return Side::right;
  const bool inside = !n.left_gap && !n.right_gap && is_letter(n.right);
  return inside && among(U"eE", n.left) ? Side::left : Side::none;
}

/// Typed for apostrophes as well: only beside an e, and not before the s of a genitive.
Side side_of_acute(const Neighbours& n) {
  if (n.left_gap || n.right_gap || !is_letter(n.left)) return Side::none;
  if (strength(n.left, acute)) return Side::left;
  return strength(n.right, acute) ? Side::right : Side::none;
}

Side side_of(const Neighbours& n) {
  if (n.sign == grave_sign) return n.left_gap && n.right_gap ? Side::none : side_of_grave(n);
  if (n.sign == acute_sign) return side_of_acute(n);
  int left = strength(n.left, n.accent), right = strength(n.right, n.accent);
  if (n.sign == degree_sign) {
    if (is_digit(n.left) && (!n.left_gap || n.right_gap)) return Side::none;  // "20 °C", "20° att"
    if (n.left_gap && n.right_gap) return Side::none;
    if (n.left_gap && !is_letter(n.right)) left = 0;
  }
  if (n.right_gap && !n.left_gap && !is_letter(n.left)) right = 0;
  if (left == right) return left > 0 ? Side::either : Side::none;
  return left > right ? Side::left : Side::right;
}

bool mostly_right(const Marks& marks) {
  int balance = 0;
  Marks before;
  before.reserve(marks.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (combining(marks[i].c)) {
      const Side side = side_of(neighbours_of(before, marks, i));
      balance += (side == Side::right) - (side == Side::left);
    }
    before.push_back(marks[i]);
  }
  return balance > 0;
}

/// The nearer one, the one that the others in the text stand on, else the left one.
Side of_either(const Neighbours& n, bool others_right) {
  if (n.left_gap != n.right_gap) return n.left_gap ? Side::right : Side::left;
  const bool spacing = n.sign != n.accent;
  return spacing && others_right ? Side::right : Side::left;
}

/// One or two letters without a vowel are no word: the "f" of "f ¨or" is the beginning of one.
bool is_fragment_before_space(const Marks& marks) {
  std::size_t letters = 0;
  for (std::size_t i = marks.size() - 1; i > 0 && is_letter(marks[i - 1].c); --i, ++letters)
    if (!among(U"bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ", marks[i - 1].c)) return false;
  return letters == 1 || letters == 2;
}

}  // namespace

Marks with_accents_joined(Marks marks) {
  if (std::ranges::none_of(marks, [](const Mark& m) { return combining(m.c) != 0; })) return marks;
  const bool others_right = mostly_right(marks);
  Marks joined;
  joined.reserve(marks.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark mark = marks[i];
    const Neighbours n = combining(mark.c) ? neighbours_of(joined, marks, i) : Neighbours{};
    Side side = n.accent ? side_of(n) : Side::none;
    if (side == Side::either) side = of_either(n, others_right);
    if (side == Side::none) {
      joined.push_back(mark);
    } else if (side == Side::left) {
      if (n.left_gap) joined.pop_back();
      joined.back().c = composed(n.left, n.accent);
      if (n.left_gap && n.right_gap && n.sign != n.accent && is_lower(n.right)) ++i;  // "A ˚ rsta"
    } else {
      if (n.left_gap && is_fragment_before_space(joined)) joined.pop_back();
      joined.push_back({composed(n.right, n.accent), mark.origin});
      i += n.right_gap ? 2 : 1;
    }
  }
  return joined;
}

}  // namespace lagesbild
