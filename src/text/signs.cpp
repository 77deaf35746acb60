// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/signs.h"

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/single_signs.h"

namespace lagesbild {
namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr std::size_t shortest_run = 3;  // private-use letters; fewer may be symbols side by side

bool is_control(char32_t c) { return (c < 0x20 || (c >= 0x7F && c < 0xA0)) && !is_space(c); }

/// Format characters and variation selectors: they shape text and are none.
bool is_unseen(char32_t c) {
  if (c < 0x300) return c == soft_hyphen;
  if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x34F) return true;
  return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR;
}

bool is_plain(char32_t c) {
  return c < 0x80 ? c >= 0x20 && c != 0x7F : c >= 0xA0 && c < 0x300 && c != soft_hyphen;
}

/// A letter of text that was set in a symbol font: its code stands 0xF000 too high.
bool is_moved_letter(char32_t c) { return c > 0xF020 && c <= 0xF0FF && is_letter(c - 0xF000); }

/// One walk over the marks; looks around in the source, writes to `plain_`.
class PlainSigns {
 public:
  explicit PlainSigns(const Marks& marks) : marks_(marks) { plain_.reserve(marks.size()); }

  Marks read() && {
    while (at_ < marks_.size()) {
      const char32_t c = source(at_);
      if (is_plain(c))
        put(c);
      else if (c == soft_hyphen || is_pdfium_hyphen(c))
        at_ = read_soft_hyphen();
      else if (!read_run())
        read_sign(c);
      ++at_;
    }
    return std::move(plain_);
  }

 private:
  char32_t before() const { return plain_.empty() ? U'\0' : plain_.back().c; }
  char32_t source(std::size_t at) const { return at < marks_.size() ? marks_[at].c : U'\0'; }
  void put(char32_t c) { plain_.push_back({c, marks_[at_].origin}); }

  void read_sign(char32_t c) {
    if (const auto letters = spelt_out(c); !letters.empty()) {
      for (const char32_t letter : letters) put(letter);
    } else if (is_control(c)) {
      if (is_letter(before()) && is_letter(source(at_ + 1))) put(replacement_character);
    } else if (const char32_t shown = shown_by_symbol_font(c); shown && !is_letter(before())) {
      put(shown);
    } else if (!is_unseen(c)) {
      put(c);
    }
  }

  /// Takes text in a symbol font, or a ligature with swapped bytes; false where there is none here.
  bool read_run() {
    std::size_t end = at_;
    while (is_moved_letter(source(end))) ++end;
    const bool moved = end >= at_ + shortest_run;
    if (!moved) {
      for (end = at_; swapped_letter(source(end));) ++end;
      const bool in_word = is_ascii_letter(before()) || is_ascii_letter(source(end));
      if (end == at_ || (end == at_ + 1 && !in_word)) return false;
    }
    for (; at_ < end; ++at_) put(moved ? source(at_) - 0xF000 : swapped_letter(source(at_)));
    --at_;
    return true;
  }

  // ---- soft hyphens ----

  /// PDFium shows a hyphen at the end of a line as one of these.
  bool is_pdfium_hyphen(char32_t c) const {
    return (c == 0x02 || c == 0xFFFE) && (at_ + 1 == marks_.size() || is_line_end(source(at_ + 1)));
  }

  /// A place where a word may be broken: gone where it is not, the printed hyphen where it is, and
  /// a hyphen like others where no word would be broken, as some fonts have no other. Gives the
  /// place of the last mark that was read.
  std::size_t read_soft_hyphen() {
    std::size_t run = at_ + 1;
    while (run < marks_.size() && (is_unseen(source(run)) || is_control(source(run)))) ++run;
    std::size_t next = run;
    while (is_space(source(next))) ++next;
    const bool gap = next > run, ends = next >= marks_.size();
    const char32_t left = before(), right = source(next);
    if (gap && is_letter(left) && is_lower(right) && !is_conjunction(next))
      return next - 1;  // the two halves of a word, on two lines
    const bool real = ends ? is_letter(left) || is_digit(left) : gap || is_real(left, right);
    if (real && left != U'-') put(U'-');
    return run - 1;
  }

  /// "barn- och ungdomsarbete"
  bool is_conjunction(std::size_t at) const {
    constexpr std::size_t longest = 6;
    std::u32string word;
    while (is_letter(source(at)) && word.size() < longest) word += source(at++);
    return word == U"och" || word == U"eller" || word == U"samt";
  }

  /// Between a digit and a letter, "Enskede" and "Årsta", "SIG" and "lots".
  bool is_real(char32_t left, char32_t right) const {
    if (is_digit(left) || is_digit(right))
      return (is_digit(left) || is_letter(left)) && (is_digit(right) || is_letter(right));
    if (is_upper(right)) return is_lower(left);
    const bool capitals =
        plain_.size() > 1 && is_upper(left) && is_upper(plain_[plain_.size() - 2].c);
    return capitals && is_lower(right);
  }

  const Marks& marks_;
  Marks plain_;
  std::size_t at_ = 0;
};

}  // namespace

Marks with_plain_signs(const Marks& marks) { return PlainSigns(marks).read(); }

}  // namespace lagesbild
