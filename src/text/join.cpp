// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/join.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

/// Words after which a hyphen was suspended: "barn- och ungdomsarbete".
constexpr std::array<std::string_view, 8> conjunctions = {
    "och", "eller", "samt", "respektive", "resp", "till", "och/eller", "liksom"};

/// Words that end as a conjunction does, folded; a line may break before their last part.
constexpr std::array<std::string_view, 10> no_conjunctions = {
    "gemensamt", "langsamt", "verksamt", "halsosamt", "sparsamt",
    "intill", "dartill", "hartill", "hittill", "upptill"};

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.find_last_of(" \n");
  return space == std::string_view::npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, std::min(line.find_first_of(" \n"), line.size()));
}

/// The word without the punctuation around it.
std::string bare(std::string_view word) {
  std::string text = folded(word);
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  while (!text.empty() && !letter(text.back()) && text.back() != '-') text.pop_back();
  const auto begin = std::ranges::find_if(text, letter);
  return {begin, text.end()};
}

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }

char32_t code_point_before(std::string_view text, std::size_t end) {
  std::size_t at = end;
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at == 0 ? U'\0' : code_point_at(text, at - 1).value;
}

/// Letters of the last part of a word that hyphens may already divide: "ung" of "barn-ung".
struct Part {
  std::size_t letters = 0, capitals = 0, digits = 0;
};

Part last_part(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen != std::string_view::npos) word.remove_prefix(hyphen + 1);
  Part part;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.size;
    part.letters += u_isalpha(static_cast<UChar32>(point.value)) != 0;
    part.capitals += is_upper(point.value);
    part.digits += u_isdigit(static_cast<UChar32>(point.value)) != 0;
  }
  return part;
}

enum class Joint { space, hyphen, nothing };

Joint joint_of(std::string_view line, std::string_view next, const WordsSeen& seen) {
  if (!line.ends_with('-') || next.empty()) return Joint::space;
  const char32_t before = code_point_before(line, line.size() - 1);
  if (before == U'\0' || before == U' ' || before == U'-') return Joint::space;  // a dash
  const char32_t after = code_point_at(next, 0).value;
  const std::string_view left = last_word(line.substr(0, line.size() - 1)),
                         right = first_word(next);
  const std::string whole = bare(left) + bare(right), kept = bare(left) + "-" + bare(right);
  if (std::ranges::find(no_conjunctions, whole) != no_conjunctions.end()) return Joint::nothing;
  if (std::ranges::find(conjunctions, bare(right)) != conjunctions.end()) return Joint::space;
  const bool address = left.find('@') != std::string_view::npos ||
                       left.find("//") != std::string_view::npos || left.starts_with("www.");
  if (address || !u_isalpha(static_cast<UChar32>(before)) || !is_lower(after)) return Joint::hyphen;
  const Part part = last_part(left);
  if (seen.has(kept) != seen.has(whole)) return seen.has(kept) ? Joint::hyphen : Joint::nothing;
  if (part.letters < 2 || part.digits > 0) return Joint::hyphen;  // e-post, A-lag
  if (part.capitals == part.letters) return Joint::hyphen;        // SIG-lots
  return Joint::nothing;
}

}  // namespace

void WordsSeen::add(std::string_view line) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const bool last = end == line.size();
    const std::string word = bare(line.substr(0, end));
    if (!word.empty() && !(last && word.ends_with('-'))) words_.insert(word);
    line.remove_prefix(std::min(line.size(), end + 1));
  }
}

bool WordsSeen::has(std::string_view folded_word) const {
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
