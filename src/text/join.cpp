// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line that ends in '-' ends in a dash, in a hyphen that belongs there, or in one that the line's
// end made. What follows tells, then what else stands in the document, then how the word looks.
#include "text/join.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/letters.h"

namespace lagesbild {
namespace {

/// Words after which a hyphen was suspended: "barn- och ungdomsarbete". Not "men": more often it is
/// the end of a word such as "programmen".
constexpr std::array<std::string_view, 11> conjunctions = {
    "och",  "o",           "eller", "el",        "samt",  "respektive",
    "resp", "alternativt", "till",  "och/eller", "liksom"};

/// Words that end as a conjunction does; a line may break before their last part.
constexpr std::array<std::string_view, 20> no_conjunctions = {
    "gemensamt", "langsamt", "verksamt", "halsosamt", "sparsamt", "ensamt",    "valdsamt",
    "aktsamt",   "varsamt",  "vaksamt",  "sallsamt",  "tveksamt", "stravsamt", "uppmarksamt",
    "intill",    "dartill",  "hartill",  "hittill",   "upptill",  "vartill"};

bool holds(auto words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.find_last_of(" \n");
  return space == std::string_view::npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, std::min(line.find_first_of(" \n"), line.size()));
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// The word folded, without the punctuation around it; a hyphen at its end stays.
std::string bare(std::string_view word) {
  std::string text = folded(word);
  while (!text.empty() && !is_word_byte(text.back()) && text.back() != '-') text.pop_back();
  const auto begin = std::ranges::find_if(text, is_word_byte);
  return {begin, text.end()};
}

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at == 0 ? U'\0' : code_point_at(text, at - 1).value;
}

/// What a word is made of, or the part of it beside the line's end: "ungdoms" of "barn-/ungdoms".
struct Part {
  std::size_t letters = 0, capitals = 0, digits = 0;
  char32_t first = 0;  ///< letter

  bool all_capitals() const { return letters >= 2 && capitals == letters; }
};

Part part_of(std::string_view word) {
  Part part;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.size;
    if (is_letter(point.value) && part.letters++ == 0) part.first = point.value;
    part.capitals += is_upper(point.value);
    part.digits += is_digit(point.value);
  }
  return part;
}

Part last_part(std::string_view word) {
  const std::size_t sign = word.find_last_of("-/");
  return part_of(sign == std::string_view::npos ? word : word.substr(sign + 1));
}

Part first_part(std::string_view word) { return part_of(word.substr(0, word.find_first_of("-/"))); }

/// Of a mail or web address, where every sign counts.
bool in_address(std::string_view word) {
  if (word.find('@') != std::string_view::npos || word.find("//") != std::string_view::npos)
    return true;
  if (word.starts_with("www.")) return true;
  const std::size_t slash = word.find('/');
  return slash != std::string_view::npos &&
         word.substr(0, slash).find('.') != std::string_view::npos;
}

/// Whether `left` ends in a suspended hyphen, to which `right` is the conjunction.
bool is_suspended(const std::string& left, const std::string& right, const WordsSeen& seen) {
  const std::string whole = left + right;
  return holds(conjunctions, right) && !holds(no_conjunctions, whole) && !seen.has(whole);
}

enum class Joint { space, hyphen, nothing };

/// Letters on both sides of the hyphen: one word, or two that it holds together?
Joint joint_in_word(std::string_view left, std::string_view right, const WordsSeen& seen) {
  const std::string a = bare(left), b = bare(right);
  const bool whole = seen.has(a + b), kept = seen.has(a + "-" + b);
  if (whole != kept) return kept ? Joint::hyphen : Joint::nothing;
  const Part part = last_part(left), after = first_part(right);
  if (part.digits > 0) return Joint::hyphen;  // LOV3-områden
  const bool shouting = part.all_capitals() && after.all_capitals();
  if (is_upper(after.first)) return shouting ? Joint::nothing : Joint::hyphen;  // Enskede-Årsta
  if (part.letters < 2) {  // e-post and A-lag, but "o-" "förändrat": these four begin words
    constexpr std::u32string_view syllables = U"oåäöOÅÄÖ";
    return syllables.find(part.first) != std::u32string_view::npos ? Joint::nothing : Joint::hyphen;
  }
  return part.all_capitals() ? Joint::hyphen : Joint::nothing;  // SIG-lots
}

Joint joint_of(std::string_view text, std::string_view next, const WordsSeen& seen) {
  const char32_t after = code_point_at(next, 0).value;
  if (text.ends_with("–")) {  // "0–" "20"
    const char32_t before = last_code_point(text.substr(0, text.size() - 3));
    return is_digit(before) && is_digit(after) ? Joint::hyphen : Joint::space;
  }
  if (!text.ends_with('-')) return Joint::space;
  const std::string_view line = text.substr(0, text.size() - 1);
  const char32_t before = last_code_point(line);
  const std::string_view left = last_word(line), right = first_word(next);
  if (in_address(left)) return Joint::hyphen;
  if (!is_letter(before) && !is_digit(before)) return Joint::space;  // a dash
  if (after == U'/') return Joint::hyphen;                           // "barn-" "/ungdoms"
  if (!is_letter(after) && !is_digit(after)) return Joint::space;    // "barn-" "& ungdoms"
  if (is_suspended(bare(left), bare(right), seen)) return Joint::space;
  if (is_digit(before) || is_digit(after)) return Joint::hyphen;
  return joint_in_word(left, right, seen);
}

}  // namespace

void WordsSeen::add(std::string_view line) {
  unread_ += line;
  unread_ += '\n';
}

void WordsSeen::read() const {
  std::string_view text = unread_;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    std::string word = bare(text.substr(0, end));
    const bool broken = word.ends_with('-') && text[end] == '\n';
    if (!word.empty() && !broken) words_.insert(std::move(word));
    text.remove_prefix(end + 1);
  }
  unread_.clear();
}

bool WordsSeen::has(std::string_view folded_word) const {
  read();
  return words_.contains(std::string(folded_word));
}

std::string joined(std::span<const std::string_view> lines, const WordsSeen& seen) {
  std::string text;
  for (const std::string_view line : lines) {
    if (line.empty()) continue;
    if (!text.empty()) {
      const Joint joint = joint_of(text, line, seen);
      if (joint == Joint::nothing) text.pop_back();
      if (joint == Joint::space) text += ' ';
    }
    text += line;
  }
  return text;
}

}  // namespace lagesbild
