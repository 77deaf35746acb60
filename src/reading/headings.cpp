// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/headings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "reading/boxes.h"
#include "reading/columns.h"
#include "reading/mapping.h"
#include "reading/title_change.h"

namespace lagesbild {
namespace {

constexpr double larger = 0.8;        // points above the running text
constexpr double stand_out = 0.7;     // share of the known headings
constexpr std::size_t longest = 110;  // bytes of a heading's line that is not known
constexpr double same_heading = 1.6;  // line heights between the lines of one heading
constexpr int first_letter = 1000;    // above all numbers a form has
constexpr int widest_step = 3;        // numbers a form may leave out

double body_size(const std::vector<TextLine>& lines) {
  std::map<long, std::size_t> bytes;  // by tenths of a point
  for (const TextLine& line : lines) bytes[std::lround(line.size * 10)] += line.text.size();
  const auto most =
      std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  return most == bytes.end() ? 0 : static_cast<double>(most->first) / 10;
}

/// The value of a Roman number of the letters I, V and X; 0 where `number` is none.
int roman_value(std::string_view number) {
  int value = 0, before = 0;
  for (std::size_t i = number.size(); i-- > 0;) {
    const int digit = number[i] == 'I' ? 1 : number[i] == 'V' ? 5 : number[i] == 'X' ? 10 : 0;
    if (digit == 0) return 0;
    value += digit < before ? -digit : digit;
    before = digit;
  }
  return value;
}

/// The parts of "2.1", or of "L1": a letter counts from `first_letter`, Roman numbers from 1.
std::vector<int> parts_of(std::string_view number) {
  if (const int roman = roman_value(number)) return {roman};
  std::vector<int> parts{0};
  for (std::size_t i = 0; i < number.size(); ++i) {
    const char c = number[i];
    if (c >= '0' && c <= '9') {
      parts.back() = parts.back() * 10 + (c - '0');
      continue;
    }
    if (c != '.') parts.back() = first_letter + (c - 'A');
    if (i + 1 < number.size()) parts.push_back(0);
  }
  return parts;
}

bool follows(const std::vector<int>& before, const std::vector<int>& next) {
  const bool lettered = next.front() >= first_letter;
  if (lettered && (before.empty() || before.front() < first_letter)) return true;
  if (before.empty()) return next.front() <= widest_step;
  return next > before && next.front() - before.front() <= widest_step;
}

class Finder {
 public:
  Finder(const std::vector<TextLine>& lines, const Rules& rules, const KnownTitles& known)
      : lines_(lines), rules_(rules), known_(known), body_(body_size(lines)) {
    std::size_t titles = 0, strong = 0;
    for (const TextLine& line : lines) {
      if (!is_known(line)) continue;
      ++titles;
      const TextLine* next = &line == &lines.back() ? nullptr : &line + 1;
      bare_titles_ += !numbered(line.text) && next && !numbered(next->text) && !is_known(*next);
      strong += stands_out(line);
    }
    by_style_ =
        titles >= 2 && static_cast<double>(strong) >= stand_out * static_cast<double>(titles);
    changes_stand_with_titles_ = changes_stand_with_titles(lines, rules.change, known);
    find_outdent();
  }

  std::vector<Heading> find() {
    std::vector<Heading> found(lines_.size(), Heading::no);
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      if (const Rule* section = rules_.form.section.which(lines_[l].folded)) {
        local_ = section->is == "local";
        if (!last_.empty()) before_section_ = std::exchange(last_, {});
        title_.clear();
        continue;
      }
      if (goes_on(l)) {
        found[l] = Heading::continues;
        title_ = with(title_, lines_[l].text);
      } else if (begins(l) || heads_lettered(l) || heads_statement(l)) {
        found[l] = Heading::begins;
        open(lines_[l]);
      } else {
        title_.clear();
        lone_number_ = false;
      }
    }
    return found;
  }

 private:
  bool is_known(const TextLine& line) const {
    const auto number = numbered(line.text);
    const std::string_view title = number ? std::string_view(number->rest) : line.text;
    return known_.find(title) || known_.find(without_change(rules_.change, title));
  }
  bool has_change(const TextLine& line) const {
    const auto number = numbered(line.text);
    const std::string_view title = number ? std::string_view(number->rest) : line.text;
    return without_change(rules_.change, title).size() < title.size();
  }
  bool stands_out(const TextLine& line) const { return line.bold || line.size > body_ + larger; }

  /// Where all known titles begin at one x and almost everything else right of it, that x heads.
  void find_outdent() {
    constexpr std::size_t fewest = 3;
    constexpr double indent = 0.8;  // em
    const auto first =
        std::ranges::find_if(lines_, [&](const auto& line) { return is_known(line); });
    if (first == lines_.end()) return;
    const double x = first->line.box.x0;
    std::size_t titles = 0, indented = 0, others = 0;
    for (const TextLine& line : lines_) {
      const bool at = begins_at(line, x);
      if (is_known(line) && !at) return;
      titles += is_known(line);
      indented += line.line.box.x0 > x + indent * line.size;
      others += at && !is_known(line);
    }
    if (titles >= fewest && indented >= titles && others <= titles) outdent_ = x;
  }

  static bool begins_at(const TextLine& line, double x) {
    constexpr double same = 0.3;  // em
    return std::abs(line.line.box.x0 - x) < same * line.size;
  }

  bool is_outdented(const TextLine& line) const { return outdent_ && begins_at(line, *outdent_); }

  void open(const TextLine& line) {
    const auto number = numbered(line.text);
    title_ = number ? number->rest : line.text;
    lone_number_ = number && number->rest.empty();
    if (is_letter(line.text)) {
      title_.clear();
      lone_number_ = true;
    }
    if (number) last_ = parts_of(number->number);
  }

  bool goes_on(std::size_t l) const {
    const TextLine& line = lines_[l];
    if (lone_number_ && title_.empty()) return !numbered(line.text) && line.text.size() < longest;
    if (title_.empty() || l == 0 || numbered(line.text)) return false;
    if (line.guessed || closes_bracket(line)) return true;
    if (known_.find(title_)) return known_.find(with(title_, line.text)) != nullptr;
    if (known_.starts(with(title_, line.text))) return true;
    const bool before_label = l + 1 < lines_.size() && opens_with_label(rules_, lines_[l + 1]);
    if (before_label && starts_low(line) && !line.text.ends_with('.')) return true;
    const bool near = lines_[l - 1].line.page == line.line.page &&
                      line.line.box.y1 - lines_[l - 1].line.box.y1 < same_heading * line.size;
    return by_style_ && near && stands_out(line) &&
           std::abs(line.size - lines_[l - 1].size) < larger && !opens_with_label(rules_, line);
  }

  /// "förändring)" below "Torget (positiv".
  bool closes_bracket(const TextLine& line) const {
    constexpr std::size_t short_line = 30;  // bytes
    const std::size_t open = title_.find_last_of("([");
    return open != std::string::npos && title_.find_first_of(")]", open) == std::string::npos &&
           line.text.size() < short_line && line.text.find_first_of(")]") == line.text.size() - 1;
  }

  static bool is_letter(std::string_view text) {
    return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
  }

  /// The letter of a group in a line of its own: "B" above "Gamla stan" above "B1".
  bool heads_lettered(std::size_t l) const {
    constexpr std::size_t near = 3;  // lines
    if (!is_letter(lines_[l].text)) return false;
    for (std::size_t next = l + 1; next < std::min(l + 1 + near, lines_.size()); ++next) {
      const auto number = numbered(lines_[next].text);
      if (number) return parent_of(number->number) == lines_[l].text;
    }
    return false;
  }

  /// Where titles have neither numbers nor a style of their own: a few words between a whole
  /// sentence, or the section's heading, and a statement of the change.
  bool heads_statement(std::size_t l) const {
    constexpr std::size_t habit = 3, most_words = 8;
    const TextLine& line = lines_[l];
    if (bare_titles_ < habit || !local_ || l == 0 || l + 1 == lines_.size()) return false;
    const bool few = line.line.words.size() <= most_words && !line.text.ends_with('.') &&
                     begins_title(line.text) && !numbered(line.text);
    const bool behind =
        lines_[l - 1].text.ends_with('.') || rules_.form.section.which(lines_[l - 1].folded);
    return few && behind && opens_with_label(rules_, lines_[l + 1]) &&
           !opens_with_label(rules_, line) && !heads_columns(rules_.form, line.folded);
  }

  bool begins(std::size_t l) const {
    const TextLine& line = lines_[l];
    if (rules_.form.title.which(line.folded) || rules_.form.column.which(line.folded)) return false;
    if (rules_.form.instruction.which(line.folded)) return false;
    if (lines_of_boxes(rules_, {&line, 1}) > 0 || is_box_text(rules_.form, line.text)) return false;
    const auto number = numbered(line.text);
    if (number && !in_sequence(parts_of(number->number))) return false;
    if (is_known(line)) return true;
    if (number && number->rest.empty() && l + 1 < lines_.size() && !numbered(lines_[l + 1].text) &&
        (is_known(lines_[l + 1]) || (by_style_ && stands_out(lines_[l + 1]))))
      return true;
    if (!number && is_outdented(line))
      return line.text.size() < longest && begins_title(line.text) && !line.text.ends_with('.');
    if (changes_stand_with_titles_ && has_change(line)) return number || begins_title(line.text);
    if (line.text.size() >= longest || (by_style_ ? !stands_out(line) : !number)) return false;
    if (!by_style_ && number->rest.ends_with('.')) return false;
    return has_change(line) ||
           !opens_with_label(rules_, number && !by_style_ ? rest_of(line, *number) : line);
  }

  /// Numbers begin again in a section, or go on.
  bool in_sequence(const std::vector<int>& number) const {
    return follows(last_, number) ||
           (last_.empty() && !before_section_.empty() && follows(before_section_, number));
  }

  static TextLine rest_of(const TextLine& line, const Numbered& number) {
    TextLine rest = line;
    rest.text = number.rest;
    return rest;
  }

  const std::vector<TextLine>& lines_;
  const Rules& rules_;
  const KnownTitles& known_;
  double body_;
  bool by_style_ = false;
  bool local_ = false;           ///< below the heading of the local areas
  std::size_t bare_titles_ = 0;  ///< known titles without a number, above something else
  bool changes_stand_with_titles_ = false;
  std::vector<int> last_;            ///< number of the heading before, in this section
  std::vector<int> before_section_;  ///< of the last one in the section before
  std::string title_;                ///< of the heading that may still go on
  bool lone_number_ = false;
  std::optional<double> outdent_;  ///< x of headings that everything else is indented from
};

}  // namespace

std::vector<Heading> headings_of(const std::vector<TextLine>& lines, const Rules& rules,
                                 const KnownTitles& known) {
  return Finder(lines, rules, known).find();
}

bool listed_first(const std::vector<Heading>& headings, const std::vector<bool>& is_aside) {
  constexpr double mostly = 0.6;
  constexpr std::size_t fewest = 4;
  std::size_t begun = 0, bare = 0, after_last = 0;
  bool open = false;
  for (std::size_t l = 0; l < headings.size(); ++l) {
    if (headings[l] == Heading::continues || is_aside[l]) continue;
    if (headings[l] == Heading::begins) {
      bare += open;
      open = true;
      ++begun;
      after_last = 0;
    } else {
      open = false;
      ++after_last;
    }
  }
  return begun >= fewest && static_cast<double>(bare) >= mostly * static_cast<double>(begun - 1) &&
         after_last * 2 >= begun;
}

}  // namespace lagesbild
