// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/entries.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/fold.h"
#include "text/join.h"

namespace lagesbild {
namespace {

constexpr double between_entries = 1.3;  // of the column's usual leading
constexpr double beside_within = 0.35;  // em between baselines; half a line further lies the middle

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_lone_number(const TextLine& line) {
  const auto number = numbered(line.text);
  return number && number->rest.empty();
}

/// Between lines of titles; numbers alone may stand halfway between two.
double usual_leading(const std::vector<TextLine>& lines) {
  double least = 0;
  const TextLine* before = nullptr;
  for (const TextLine& line : lines) {
    if (is_lone_number(line)) continue;
    if (before && before->line.page == line.line.page) {
      const double leading = line.line.box.y1 - before->line.box.y1;
      if (leading > 0.7 * line.size && (least == 0 || leading < least)) least = leading;
    }
    before = &line;
  }
  return least;
}

/// Puts the number column's lines before the area lines that stand beside them.
std::vector<TextLine> with_numbers(std::vector<TextLine> lines,
                                   const std::vector<TextLine>& numbers) {
  for (const TextLine& number : numbers) {
    const auto beside = std::ranges::find_if(lines, [&](const TextLine& line) {
      return line.line.page == number.line.page &&
             std::abs(line.line.box.y1 - number.line.box.y1) <
                 beside_within * std::max(line.size, number.size);
    });
    if (beside == lines.end()) {
      lines.push_back(number);
      continue;
    }
    beside->text = number.text + ' ' + beside->text;
    beside->folded = number.folded + ' ' + beside->folded;
    beside->line.words.insert(beside->line.words.begin(), number.line.words.begin(),
                              number.line.words.end());
    beside->line.box = united(beside->line.box, number.line.box);
  }
  std::ranges::stable_sort(lines, [](const TextLine& a, const TextLine& b) {
    return a.line.page != b.line.page ? a.line.page < b.line.page : a.line.box.y1 < b.line.box.y1;
  });
  return lines;
}

/// A number beside the middle of a title of several lines belongs before the first of them.
void lift_lone_numbers(std::vector<TextLine>& lines, double leading) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto number = numbered(lines[i].text);
    if (!number || !number->rest.empty() || numbered(lines[i - 1].text)) continue;
    const double above = lines[i].line.box.y1 - lines[i - 1].line.box.y1;
    const bool starts_title =
        i == 1 || lines[i - 1].line.box.y1 - lines[i - 2].line.box.y1 > between_entries * leading;
    if (leading > 0 && above < 0.8 * leading && starts_title) std::swap(lines[i - 1], lines[i]);
  }
}

}  // namespace

void set_title(Entry& entry) {
  std::string text = joined_text(entry.lines);
  if (auto number = numbered(text)) {
    entry.number = number->number;
    entry.closed = number->closed;
    text = number->rest;
  }
  entry.title = text;
  entry.bold = entry.lines.back().bold;
}

namespace {

/// How many lines from `at` on make up a heading of the form; 0 where none begins there.
std::size_t heading_lines(const std::vector<TextLine>& lines, std::size_t at,
                          const KnownTitles& known) {
  constexpr std::size_t longest = 3;
  std::string text;
  std::size_t heading = 0;
  for (std::size_t count = 1; count <= longest && at + count <= lines.size(); ++count) {
    const std::string& line = lines[at + count - 1].text;
    if (numbered(line)) break;  // the first area's
    text = with(text, line);
    if (known.heads(text) && !known.find(text)) heading = count;
  }
  return heading;
}

/// Lines that begin with a letter of their own, one after the other from A on: "A Torget",
/// "B Stationen". One letter alone may be a word.
std::vector<bool> lettered_lines(const std::vector<TextLine>& lines) {
  constexpr std::size_t fewest = 3;
  std::vector<std::size_t> found;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const std::string_view text = lines[l].text;
    const char next = static_cast<char>('A' + found.size());
    if (text.size() > 2 && text[0] == next && text[1] == ' ' && begins_title(text.substr(2)))
      found.push_back(l);
  }
  std::vector<bool> lettered(lines.size(), false);
  if (found.size() >= fewest)
    for (const std::size_t l : found) lettered[l] = true;
  return lettered;
}

class Starts {
 public:
  Starts(const KnownTitles& known, CellHolds holds, double leading)
      : known_(known), holds_(holds), leading_(leading) {}

  bool operator()(const Entry& open, const TextLine& line) const {
    const auto number = numbered(line.text);
    const std::string so_far = title_of(open);
    const bool has_title = !so_far.empty();
    if (number) return has_title || numbered(open.lines.front().text);
    if (!has_title) return false;
    if (known_.find(with(so_far, line.text))) return false;
    if (known_.find(so_far) && known_.find(line.text)) return true;
    if (holds_ == CellHolds::one_entry || leading_ == 0) return false;
    const TextLine& last = open.lines.back();
    if (last.line.page != line.line.page) return begins_title(line.text);
    return line.line.box.y1 - last.line.box.y1 > between_entries * leading_ &&
           begins_title(line.text);
  }

 private:
  static std::string title_of(const Entry& open) {
    const std::string text = joined_text(open.lines);
    const auto number = numbered(text);
    return number ? number->rest : text;
  }

  const KnownTitles& known_;
  CellHolds holds_;
  double leading_;
};

}  // namespace

bool begins_title(std::string_view text) {
  if (text.empty()) return true;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return (first >= 'A' && first <= 'Z') || first == '"' || first == '(';
  return !text.starts_with("å") && !text.starts_with("ä") && !text.starts_with("ö") &&
         !text.starts_with("–") && !text.starts_with("—");
}

std::string with(std::string_view text, std::string_view next) {
  if (text.empty()) return std::string(next);
  const std::array<std::string_view, 2> both = {text, next};
  return joined(both, WordsSeen());
}

namespace {

/// "II" of "II. Unga": of two letters or more, for one alone is a letter's place in the alphabet.
std::size_t roman_letters(std::string_view text) {
  constexpr std::size_t longest = 4;  // "VIII"
  const std::size_t letters = std::min(text.find_first_not_of("IVX"), text.size());
  if (letters < 2 || letters > longest || letters == text.size()) return 0;
  return text[letters] == '.' || text[letters] == ')' ? letters : 0;
}

/// The bytes of the number `text` begins with: digits, their parts, and a letter before them.
std::size_t number_length(std::string_view text) {
  if (const std::size_t roman = roman_letters(text)) return roman;
  std::size_t at = 0, digits = 0, parts = 1;
  const bool lettered = text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z';
  if (lettered && text[1] == '.' && text.size() > 2 && is_digit(text[2]))
    at = 2;  // "A.1"
  else if (lettered && is_digit(text[1]))
    at = 1;  // "L1"
  else if (lettered && (text[1] == '.' || text[1] == ')'))
    at = digits = 1;  // "A."
  while (at < text.size()) {
    if (is_digit(text[at])) {
      if (++digits > 2) return 0;
      ++at;
    } else if (text[at] == '.' && digits > 0 && at + 1 < text.size() && is_digit(text[at + 1]) &&
               parts < 3) {
      digits = 0;
      ++parts;
      ++at;
    } else {
      break;
    }
  }
  return digits == 0 ? 0 : at;
}

/// The bytes of what closes a number: "." ":" ")" or ".)".
std::size_t closing_length(std::string_view text) {
  if (text.starts_with(".)")) return 2;
  return text.starts_with('.') || text.starts_with(')') || text.starts_with(':') ? 1 : 0;
}

/// The bytes of the blanks `text` begins with, and of a dash or bar behind them.
std::size_t gap_length(std::string_view text) {
  const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
  if (blanks == 0) return 0;
  const std::string_view behind = text.substr(blanks);
  for (const std::string_view dash : {"–", "-", "—", "|"}) {
    if (behind == dash) return text.size();
    if (behind.starts_with(dash) && behind.substr(dash.size()).starts_with(' '))
      return blanks + dash.size() + 1;
  }
  return blanks;
}

}  // namespace

std::optional<Numbered> numbered(std::string_view text) {
  const bool bracketed = text.starts_with('(');  // "(1) "
  if (bracketed || text.starts_with('#')) text.remove_prefix(1);
  const std::size_t length = number_length(text);
  if (length == 0 || (bracketed && !text.substr(length).starts_with(')'))) return std::nullopt;
  const std::size_t closing = closing_length(text.substr(length));
  const std::string_view behind = text.substr(length + closing);
  const std::size_t gap = gap_length(behind);
  Numbered found{std::string(text.substr(0, length)), closing > 0, std::string(behind.substr(gap))};
  if (!found.rest.empty() && gap == 0 && !(found.closed && begins_title(found.rest)))
    return std::nullopt;
  if (!begins_title(found.rest)) return std::nullopt;
  return found;
}

std::string parent_of(std::string_view number) {
  const std::size_t point = number.rfind('.');
  if (point != std::string_view::npos) return std::string(number.substr(0, point));
  const bool lettered = number.size() > 1 && !is_digit(number.front()) && is_digit(number[1]);
  return std::string(number.substr(0, lettered));
}

bool is_next(std::string_view number, std::string_view before) {
  const auto last_part = [](std::string_view n) {
    int value = 0;
    for (const char c : n.substr(n.rfind('.') == std::string_view::npos ? 0 : n.rfind('.') + 1))
      value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : value;
    return value;
  };
  return parent_of(number) == parent_of(before) && last_part(number) == last_part(before) + 1;
}

namespace {

/// The first `bytes` of the text, or a few less: no code point is cut.
std::string_view until(std::string_view text, std::size_t bytes) {
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

const Area* KnownTitles::find(std::string_view title) const {
  constexpr std::size_t telling = 40;  // bytes; by then most longer texts begin as no title does
  if (title.size() > 2 * telling && !starts(until(title, telling))) return nullptr;
  const std::string wanted = key(title);
  const auto found = std::ranges::lower_bound(rules_.titles, wanted, {}, &AreaTitle::key);
  const bool known = found != rules_.titles.end() && found->key == wanted;
  return known ? &rules_.areas[found->area] : nullptr;
}

bool KnownTitles::heads(std::string_view text) const {
  const std::string folded_text = folded(text);
  return rules_.form.title.which(folded_text) || rules_.form.section.which(folded_text);
}

bool KnownTitles::starts(std::string_view title) const {
  const std::string wanted = key(title);
  const auto found = std::ranges::lower_bound(rules_.titles, wanted, {}, &AreaTitle::key);
  return found != rules_.titles.end() && found->key.starts_with(wanted);
}

bool KnownTitles::opens(std::string_view text) const {
  for (std::size_t end = text.find(' '); end < text.size();) {
    end = std::min(text.find(' ', end + 1), text.size());
    const std::string_view title = text.substr(0, end);
    if (find(title)) return true;
    if (!starts(title)) return false;
  }
  return false;
}

Box Entry::box() const {
  Box around = lines.front().line.box;
  for (const TextLine& line : lines)
    if (line.line.page == page()) around = united(around, line.line.box);
  return around;
}

std::vector<Entry> entries_of(std::vector<TextLine> lines, const std::vector<TextLine>& numbers,
                              const KnownTitles& known, CellHolds holds) {
  if (holds == CellHolds::one_entry && numbers.size() == 1 && is_lone_number(numbers.front()))
    lines.insert(lines.begin(), numbers.front());  // wherever it stands beside its title
  else
    lines = with_numbers(std::move(lines), numbers);
  const double leading = usual_leading(lines);
  lift_lone_numbers(lines, leading);
  const Starts starts(known, holds, leading);
  const std::vector<bool> lettered = lettered_lines(lines);
  std::vector<Entry> entries;
  for (std::size_t l = 0; l < lines.size();) {
    const std::size_t heading = heading_lines(lines, l, known);
    const bool after_heading = !entries.empty() && entries.back().heading;
    if (entries.empty() || after_heading || heading > 0 || lettered[l] ||
        starts(entries.back(), lines[l]))
      entries.emplace_back();
    entries.back().heading = heading > 0;
    for (std::size_t taken = std::max<std::size_t>(heading, 1); taken > 0; --taken)
      entries.back().lines.push_back(std::move(lines[l++]));
  }
  for (Entry& entry : entries) set_title(entry);
  return entries;
}

std::string_view without_continuation(const FormRules& form, std::string_view title) {
  const std::string text = folded(title);
  for (const std::string& end : form.continued) {
    if (!text.ends_with(end)) continue;
    const std::size_t at = title.rfind(end.front());
    if (at == std::string_view::npos) continue;
    title = title.substr(0, at);
    while (title.ends_with(' ')) title.remove_suffix(1);
    break;
  }
  return title;
}

bool is_dotted(const std::optional<std::string>& number) {
  return number && number->find('.') != std::string::npos;
}

}  // namespace lagesbild
