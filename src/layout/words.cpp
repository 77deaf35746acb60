// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <span>

#include "layout/field_words.h"

namespace lagesbild {
namespace {

// Shares of the font size. A word space is rarely under 0.2 em even when squeezed; kerning stays
// under 0.1.
constexpr double word_gap = 0.12;
// Where spaces are drawn as glyphs, a gap alone parts words only when it is wider than
// letter-spacing.
constexpr double word_gap_beside_spaces = 0.2;
// A space glyph parts words only where it leaves white: typesetters kern with spaces of no width.
constexpr double least_space = 0.06;
constexpr double spaces_are_drawn =
    0.04;                               // share of glyphs that are spaces; Swedish prose has 0.14
constexpr double same_baseline = 0.35;  // of the smaller size: raised figures still belong
// Letters of one line that cover so much of each other belong to two texts; kerning and slanted
// letters stay under 0.3.
constexpr double least_cover = 0.4;  // of the narrower letter
constexpr double same_text = 0.6;    // em between baselines that two lines of a text keep at least
constexpr double pale = 0.93;        // relative luminance from which ink does not show on white

bool is_space(std::string_view text) {
  if (text.size() == 1) return text[0] == ' ' || text[0] == '\t';
  return text == "\u00a0" || text == "\u2007" || text == "\u202f" || text == "\u2009" ||
         text == "\u2002" || text == "\u2003";
}

bool holds_together(std::string_view text) {
  return text == "\u00a0" || text == "\u2007" || text == "\u202f";
}

double luminance(std::uint32_t rgb) {
  const double red = ((rgb >> 16) & 255) / 255.0, green = ((rgb >> 8) & 255) / 255.0,
               blue = (rgb & 255) / 255.0;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

bool is_pale(std::uint32_t rgb) {
  constexpr std::uint32_t least_green = 230;  // of 255; with less no other colours make it pale
  return ((rgb >> 8) & 255) >= least_green && luminance(rgb) >= pale;
}

/// Pale ink needs something dark beneath it to be seen.
bool hidden_by_colour(const Glyph& glyph, const Page& page) {
  if (!is_pale(glyph.color)) return false;
  const double x = glyph.box.middle_x(), y = glyph.box.middle_y();
  const auto under = [&](const auto& area) { return area.box.holds(x, y); };
  if (std::ranges::any_of(page.images, under)) return false;
  const auto shading = std::find_if(page.shadings.rbegin(), page.shadings.rend(), under);
  return shading == page.shadings.rend() || is_pale(shading->color);
}

/// A glyph on its way into a word: the upright box, and where it ends the word before it.
struct Sign {
  const Glyph* glyph;
  Box box;
  bool space;
};

/// Signs of one baseline, sorted left to right.
using Row = std::vector<const Sign*>;

double baseline(const Sign& sign) { return sign.box.y1; }

bool shares_row(const Sign& a, const Sign& b) {
  const double size = std::max(1.0, static_cast<double>(std::min(a.glyph->size, b.glyph->size)));
  return std::abs(baseline(a) - baseline(b)) < same_baseline * size;
}

/// Calls take(row) for each row, top to bottom. Signs drawn one after the other mostly share
/// baseline and size: such runs are sorted, not their signs.
template <class Take>
void each_row(const std::vector<Sign>& signs, const Take& take) {
  std::vector<std::span<const Sign>> runs;
  for (std::size_t begin = 0, end = 0; begin < signs.size(); begin = end) {
    const auto goes_on = [&](const Sign& sign) {
      return baseline(sign) == baseline(signs[begin]) &&
             sign.glyph->size == signs[begin].glyph->size;
    };
    while (end < signs.size() && goes_on(signs[end])) ++end;
    runs.push_back(std::span(signs).subspan(begin, end - begin));
  }
  std::ranges::stable_sort(runs, {}, [](const auto& run) { return baseline(run.front()); });
  Row row;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    for (const Sign& sign : runs[r]) row.push_back(&sign);
    if (r + 1 < runs.size() && shares_row(*row.front(), runs[r + 1].front())) continue;
    const auto left = [](const Sign* sign) { return sign->box.x0; };
    if (!std::ranges::is_sorted(row, {}, left)) std::ranges::stable_sort(row, {}, left);
    take(row);
    row.clear();
  }
}

bool starts_word(const Sign& before, const Sign& sign, bool after_space, double gap) {
  const double size = std::max(before.glyph->size, sign.glyph->size);
  return sign.box.x0 - before.box.x1 > (after_space ? least_space : gap) * size;
}

bool is_letter(std::string_view text) {
  if (text.size() > 1) return static_cast<unsigned char>(text.front()) == 0xC3;  // å, ä, ö, é
  return !text.empty() && std::isalnum(static_cast<unsigned char>(text.front())) != 0;
}

bool covers(const Sign& before, const Sign& sign, const Page& page) {
  const double narrower = std::min(before.box.width(), sign.box.width());
  return before.box.x1 - sign.box.x0 > least_cover * narrower && before.glyph->confidence == 100 &&
         is_letter(page.text_of(*before.glyph)) && is_letter(page.text_of(*sign.glyph));
}

void add_words(const Row& row, const Page& page, std::size_t page_index, double gap,
               std::vector<Word>& words) {
  const Sign* before = nullptr;
  const Sign* space = nullptr;  // the last sign, where it was one
  std::size_t letters = 0, bold = 0;
  for (const Sign* next : row) {
    const Sign& sign = *next;
    if (sign.space) {
      space = &sign;
      continue;
    }
    if (!before || starts_word(*before, sign, space != nullptr, gap)) {
      if (before && space && holds_together(page.text_of(*space->glyph))) words.back().glued = true;
      words.push_back({.text = {}, .box = sign.box, .size = sign.glyph->size, .page = page_index});
      letters = bold = 0;
    }
    Word& word = words.back();
    const std::string_view text = page.text_of(*sign.glyph);
    word.text += text.empty() ? std::string_view("\uFFFD") : text;
    word.box = united(word.box, sign.box);
    word.size = std::max(word.size, static_cast<double>(sign.glyph->size));
    word.confidence = std::min(word.confidence, sign.glyph->confidence);
    word.overprinted |= before && covers(*before, sign, page);
    bold += sign.glyph->bold;
    word.bold = bold * 2 > ++letters;
    before = &sign;
    space = nullptr;
  }
}

/// Joins the letters of a row that is set with space between them: "L ä g e s b i l d". Where the
/// space is twice the usual one, a word ends.
void join_spaced_letters(std::vector<Word>& words, std::size_t first) {
  constexpr std::size_t fewest = 6;
  constexpr double letters = 0.8, word_end = 1.6;  // share of the words; times the usual space
  const std::size_t count = words.size() - first;
  if (count < fewest) return;
  const auto is_single = [](const Word& word) { return is_letter(word.text); };
  const std::span<Word> row = std::span(words).subspan(first);
  if (static_cast<double>(std::ranges::count_if(row, is_single)) <
      letters * static_cast<double>(count))
    return;
  std::vector<double> gaps;
  for (std::size_t w = 1; w < count; ++w) gaps.push_back(row[w].box.x0 - row[w - 1].box.x1);
  std::vector<double> sorted = gaps;
  std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2));
  const double most = word_end * sorted[sorted.size() / 2];
  std::size_t last = first;
  for (std::size_t w = 1; w < count; ++w) {
    Word& word = words[first + w];
    if (gaps[w - 1] > most || word.size != words[last].size) {
      if (++last != first + w) words[last] = std::move(word);
      continue;
    }
    words[last].text += word.text;
    words[last].box = united(words[last].box, word.box);
    words[last].confidence = std::min(words[last].confidence, word.confidence);
  }
  words.resize(last + 1);
}

double gap_for(const std::vector<Sign>& signs) {
  const auto spaces = static_cast<double>(std::ranges::count_if(signs, &Sign::space));
  return spaces > spaces_are_drawn * static_cast<double>(signs.size()) ? word_gap_beside_spaces
                                                                       : word_gap;
}

PageFrame frame_along(const Page& page, int direction) {
  const int turn = (360 - direction) % 360;
  const bool swapped = turn % 180 != 0;
  return {page.number, swapped ? page.height : page.width, swapped ? page.width : page.height,
          turn};
}

/// Words of the signs that run in other directions than the page's text. Those that run askew are
/// left as single letters.
void add_turned_words(std::vector<Sign> signs, const Page& page, std::size_t page_index,
                      const PageFrame& frame, std::vector<Word>& words) {
  const auto is_askew = [](const Sign& sign) { return sign.glyph->rotation % 90 != 0; };
  for (const Sign& sign : signs)
    if (is_askew(sign) && !sign.space) add_words({&sign}, page, page_index, word_gap, words);
  std::erase_if(signs, is_askew);
  for (int direction = 0; direction < 360 && !signs.empty(); direction += 90) {
    const PageFrame own = frame_along(page, direction);
    std::vector<Sign> along;
    for (const Sign& sign : signs)
      if (sign.glyph->rotation == direction)
        along.push_back({sign.glyph, upright(sign.glyph->box, page, own.turn), sign.space});
    const std::size_t before = words.size();
    const double gap = gap_for(along);
    each_row(along, [&](const Row& row) { add_words(row, page, page_index, gap, words); });
    for (Word& word : std::span(words).subspan(before)) {
      word.box = upright(as_displayed(word.box, own), page, frame.turn);
      word.turn = static_cast<std::uint16_t>((direction + frame.turn) % 360);
    }
  }
}

/// Puts the raised figures of notes ("tjänstemän²") to the word they stand behind; they lie too
/// high to share its row. `words` come line by line, top to bottom.
void join_raised_figures(std::vector<Word>& words) {
  constexpr std::size_t most_figures = 4;                       // bytes
  constexpr double smaller = 0.95, touches = 0.1, hang = 0.25;  // of the word's size
  const auto is_raised = [&](const Word& figure, const Word& word) {
    return figure.size < smaller * word.size &&
           std::abs(figure.box.x0 - word.box.x1) < touches * word.size &&
           figure.box.y1 > word.box.y0 + hang * word.size;
  };
  std::vector<bool> joined(words.size(), false);
  for (std::size_t f = 0; f < words.size(); ++f) {
    const Word& figure = words[f];
    if (figure.text.size() > most_figures ||
        figure.text.find_first_not_of("0123456789*,)") != std::string::npos)
      continue;
    for (std::size_t w = f + 1; w < words.size(); ++w) {
      Word& word = words[w];
      if (word.box.y1 - figure.box.y1 > word.size) break;
      if (!is_raised(figure, word)) continue;
      word.text += figure.text;
      word.box = united(word.box, figure.box);
      joined[f] = true;
      break;
    }
  }
  std::size_t at = 0;
  std::erase_if(words, [&](const Word&) { return joined[at++]; });
}

/// Marks words that words of another line cross. `words` come line by line, top to bottom.
void set_overprinted(std::vector<Word>& words) {
  constexpr double shared_width = 0.25;  // em
  constexpr std::size_t reach = 200;     // words; more than two lines have
  for (std::size_t a = 0; a < words.size(); ++a) {
    for (std::size_t b = a + 1; b < std::min(words.size(), a + reach); ++b) {
      const double size = std::min(words[a].size, words[b].size);
      const double away = words[b].box.y1 - words[a].box.y1;
      if (away > same_text * words[a].size) break;
      const double shared =
          std::min(words[a].box.x1, words[b].box.x1) - std::max(words[a].box.x0, words[b].box.x0);
      const bool recognised = words[a].confidence < 100 || words[b].confidence < 100;
      if (shared <= shared_width * size || away > same_text * size || recognised) continue;
      words[a].overprinted = words[b].overprinted = true;
    }
  }
}

/// Print of this size, and so much larger than the page's usual, is a watermark or an ornament.
void set_watermarks_apart(std::vector<Word>& words) {
  constexpr double smallest = 32, times_usual = 3;  // points; a report's title stays below both
  if (words.empty()) return;
  std::vector<double> sizes;
  sizes.reserve(words.size());
  for (const Word& word : words) sizes.push_back(word.size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  for (Word& word : words) {
    if (word.size <= smallest || word.size <= times_usual * *middle) continue;
    word.apart = true;
    word.turn = 0;  // no cell's, however it runs
  }
}

}  // namespace

PageFrame frame_of(const Page& page) {
  std::array<std::size_t, 4> votes{};
  for (const Glyph& glyph : page.glyphs) ++votes[static_cast<std::size_t>(glyph.rotation / 90) % 4];
  const auto best = static_cast<int>(std::ranges::max_element(votes) - votes.begin());
  PageFrame frame = frame_along(page, best * 90);
  frame.skew = page.skew;
  return frame;
}

Box upright(const Box& box, const Page& page, int turn) {
  switch (turn) {
    case 90:
      return {page.height - box.y1, box.x0, page.height - box.y0, box.x1};
    case 180:
      return {page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0};
    case 270:
      return {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
    default:
      return box;
  }
}

std::vector<Word> words_of(const Page& page, std::size_t page_index, const PageFrame& frame,
                           std::size_t& hidden) {
  const int direction = (360 - frame.turn) % 360;
  const auto shows = [&](const Glyph& glyph) {
    return !glyph.invisible && !hidden_by_colour(glyph, page);
  };
  const bool any_shows = std::ranges::any_of(page.glyphs, [&](const Glyph& glyph) {
    return shows(glyph) && !is_space(page.text_of(glyph));
  });
  std::vector<Sign> signs, sideways;
  signs.reserve(page.glyphs.size());
  for (const Glyph& glyph : page.glyphs) {
    const bool space = is_space(page.text_of(glyph));
    if (any_shows && !space && !shows(glyph)) {
      ++hidden;
      continue;
    }
    const Sign sign{&glyph, upright(glyph.box, page, frame.turn), space};
    (glyph.rotation == direction ? signs : sideways).push_back(sign);
  }
  std::vector<Word> words;
  const double gap = gap_for(signs);
  words.reserve(signs.size() / 6);  // letters and a space
  each_row(signs, [&](const Row& row) {
    const std::size_t first = words.size();
    add_words(row, page, page_index, gap, words);
    join_spaced_letters(words, first);
  });
  join_raised_figures(words);
  set_overprinted(words);
  const std::size_t upright_words = words.size();
  add_turned_words(std::move(sideways), page, page_index, frame, words);
  for (std::size_t i = upright_words; i < words.size(); ++i) words[i].apart = true;
  set_watermarks_apart(words);
  for (const Field& field : page.fields)
    add_field_words(field, upright(field.box, page, frame.turn), page_index, words);
  return words;
}

}  // namespace lagesbild
