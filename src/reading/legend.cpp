// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/legend.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <vector>

#include "base/utf8.h"
#include "reading/boxes.h"
#include "reading/change.h"
#include "text/fold.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_tokens = 32;     // of a line that is looked at
constexpr std::size_t statement_words = 3;  // "ingen större förändring"
constexpr std::size_t sign_length = 3;      // code points

struct Token {
  std::string text;       ///< folded, without the punctuation around it
  bool explains = false;  ///< a colon stood behind it
  bool ends = false;      ///< some other punctuation did
  bool bracketed = false;
};

Token token_of(std::string_view word) {
  constexpr std::string_view around = ".,;:()[]\"'|/";
  const std::size_t begin = word.find_first_not_of(around);
  if (begin == std::string_view::npos) return {std::string(word)};
  const std::size_t end = word.find_last_not_of(around);
  return {std::string(word.substr(begin, end - begin + 1)), word.ends_with(':'),
          end + 1 < word.size(), begin > 0 && word[begin - 1] == '('};
}

std::vector<Token> tokens_of(std::string_view folded_text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < folded_text.size();) {
    const std::size_t end = std::min(folded_text.find_first_of(" \n", at), folded_text.size());
    if (end > at) tokens.push_back(token_of(folded_text.substr(at, end - at)));
    at = end + 1;
  }
  return tokens;
}

bool is_connector(const FormRules& form, const Token& token) {
  return token.text == "=" || token.text == "-" || token.text == ":" ||
         std::ranges::find(form.joining, token.text) != form.joining.end();
}

bool is_symbol(const FormRules& form, const Token& token) {
  return is_sign(token.text) || std::ranges::find(form.colours, token.text) != form.colours.end();
}

/// A change stated by words from `at` on, and how many they are.
std::optional<std::pair<Change, std::size_t>> statement_at(const Rules& rules,
                                                           const std::vector<Token>& tokens,
                                                           std::size_t at) {
  const std::span<const Token> left = std::span(tokens).subspan(at);
  std::size_t most = 0;
  while (most < std::min(statement_words, left.size()) && !is_symbol(rules.form, left[most]) &&
         (most == 0 || !left[most - 1].ends))
    ++most;
  for (std::size_t count = most; count > 0; --count) {
    std::string words = tokens[at].text;
    for (std::size_t i = at + 1; i < at + count; ++i) words += ' ' + tokens[i].text;
    if (const auto change = change_of_cell(rules.change, words).change) return {{*change, count}};
  }
  return std::nullopt;
}

/// The sign among the words between two statements; empty where there is none, or more than one.
/// Before the first statement, words that end with a colon may introduce the legend.
std::string sign_among(const FormRules& form, std::span<const Token> gap, bool first) {
  if (first)
    for (std::size_t i = gap.size(); i-- > 1;)
      if (gap[i - 1].explains) {
        gap = gap.subspan(i);
        break;
      }
  std::vector<const Token*> words;
  bool explained = false;
  for (const Token& token : gap) {
    explained |=
        token.explains || token.bracketed || (is_connector(form, token) && &token != gap.data());
    if (!is_connector(form, token)) words.push_back(&token);
  }
  if (words.size() > 1 || gap.empty()) return {};
  const Token& symbol = words.empty() ? gap.front() : *words.front();
  const std::string& sign = symbol.text;
  const bool letter = sign.size() == 1 && std::isalnum(static_cast<unsigned char>(sign[0])) != 0;
  const bool known = is_symbol(form, symbol) && !is_box_text(form, sign);
  return known || (letter && explained) ? sign : std::string();
}

struct Statement {
  Change change;
  std::size_t begin, end;  ///< tokens
};

std::vector<Statement> statements_in(const Rules& rules, const std::vector<Token>& tokens) {
  std::vector<Statement> statements;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto found = statement_at(rules, tokens, at);
    if (found) statements.push_back({found->first, at, at + found->second});
    at += found ? found->second : 1;
  }
  return statements;
}

/// Whether the line can explain a sign at all, told without looking at its words: most cannot.
bool may_explain(const FormRules& form, std::string_view folded_text) {
  const auto holds = [&](std::string_view part) {
    return folded_text.find(part) != std::string_view::npos;
  };
  const auto beyond_letters = [](char c) { return static_cast<unsigned char>(c) >= 0xE2; };
  return std::ranges::any_of(form.change_stems, holds) &&
         (holds("=") || holds("+") || std::ranges::any_of(folded_text, beyond_letters) ||
          std::ranges::any_of(form.colours, holds));
}

}  // namespace

bool is_sign(std::string_view text) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size(); ++points) {
    const CodePoint point = code_point_at(text, at);
    const bool ascii_word = point.value < 0x80 && std::isalnum(static_cast<int>(point.value)) != 0;
    const bool letter = point.value >= 0x80 && point.value < 0x2000;
    if (ascii_word || letter || point.value == ' ') return false;
    at += point.size;
  }
  return points > 0 && points <= sign_length;
}

Legend legend_in(const Rules& rules, std::string_view folded_text) {
  if (!may_explain(rules.form, folded_text)) return {};
  const std::vector<Token> tokens = tokens_of(folded_text);
  if (tokens.size() > most_tokens) return {};
  const std::vector<Statement> statements = statements_in(rules, tokens);
  if (statements.empty()) return {};
  const std::span<const Token> all(tokens);
  const auto before = [&](std::size_t s) {
    const std::size_t begin = s == 0 ? 0 : statements[s - 1].end;
    return all.subspan(begin, statements[s].begin - begin);
  };
  const auto behind = [&](std::size_t s) {
    const std::size_t end = s + 1 < statements.size() ? statements[s + 1].begin : tokens.size();
    return all.subspan(statements[s].end, end - statements[s].end);
  };
  const bool leading = !sign_among(rules.form, before(0), true).empty();
  Legend legend;
  for (std::size_t s = 0; s < statements.size(); ++s) {
    const std::string sign =
        sign_among(rules.form, leading ? before(s) : behind(s), leading && s == 0);
    if (sign.empty() || !legend.emplace(sign, statements[s].change).second) return {};
  }
  const auto same = [&](const auto& entry) { return entry.second == legend.begin()->second; };
  if (legend.size() > 1) return std::ranges::all_of(legend, same) ? Legend() : legend;
  return leading && behind(0).empty() ? legend : Legend();
}

Legend legend_of_head(std::string_view text) {
  const std::string signs = folded(text);
  const bool alone = signs.find_first_not_of("+-=0/|, ()") == std::string::npos;
  if (!alone || signs.find('+') == std::string::npos || signs.find('-') == std::string::npos)
    return {};
  return {{"+", Change::positive},
          {"-", Change::negative},
          {"=", Change::unchanged},
          {"0", Change::unchanged}};
}

bool extend(Legend& legend, const Legend& more) {
  const auto agrees = [&](const auto& entry) {
    const auto known = legend.find(entry.first);
    return known == legend.end() || known->second == entry.second;
  };
  if (!std::ranges::all_of(more, agrees)) return false;
  legend.insert(more.begin(), more.end());
  return true;
}

std::optional<Change> meaning(const Legend& legend, std::string_view text) {
  if (legend.empty()) return std::nullopt;
  const auto found = legend.find(token_of(folded(text)).text);
  return found == legend.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace lagesbild
