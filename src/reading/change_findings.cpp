// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/change_findings.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

namespace lagesbild {
namespace {

constexpr std::size_t longest_sentence = 400;  // words; what is longer is read in parts
constexpr std::size_t longest_heading = 4;     // words of a line that only names what follows

struct Sentence {
  std::vector<ChangeWord> words;
  bool question = false;
  bool line_end = false;  ///< a line feed ends it
};

/// Tags by the names that code must know.
class Tags {
 public:
  explicit Tags(const Lexicon& lexicon) : lexicon_(lexicon) {}
  bool any(const ChangeWord& word, std::initializer_list<std::string_view> names) const {
    return std::ranges::find(names, std::string_view(lexicon_.name(word.tag))) != names.end();
  }
  bool is_word(const ChangeWord& word) const {
    return !any(
        word, {"sign", "newline", "stop", "question", "semicolon", "comma", "colon", "dash", "open",
               "close", "quote", "slash", "bullet", "plus", "arrow", "number", "year"});
  }
  /// Words that may stand before a label without being anything themselves.
  bool is_shade(const ChangeWord& word) const {
    return !is_word(word) || any(word, {"degree", "high", "time", "determiner", "adverb", "it",
                                        "seems", "not", "no", "without", "emphasis", "that"});
  }

 private:
  const Lexicon& lexicon_;
};

/// True where `words` are a label and nothing else, so that a capital behind them begins a sentence
/// though no point does ("Försämring Skolan har …").
bool is_bare_label(const Tags& tags, const std::vector<ChangeWord>& words) {
  if (words.empty() || !tags.any(words.back(), {"improvement", "worsening", "unchanged", "improved",
                                                "worsened", "change", "course", "difference"}))
    return false;
  return std::all_of(words.begin(), words.end() - 1, [&](const ChangeWord& word) {
    return tags.is_shade(word) || tags.any(word, {"positive", "negative"});
  });
}

/// Cuts words into sentences. A point ends none after a short form, unless a capital follows.
std::vector<Sentence> sentences_of(const ChangeRules& rules, std::string_view text,
                                   const std::vector<ChangeWord>& words,
                                   const std::vector<bool>& capitals) {
  const Tags tags(rules.lexicon());
  const auto goes_on = [&](std::size_t point) {
    if (point == 0 || within(text, words[point].where) != ".") return false;
    const ChangeWord& before = words[point - 1];
    if (!rules.lexicon().is_abbreviation(within(text, before.where))) return false;
    if (point + 1 == words.size()) return false;
    const ChangeWord& after = words[point + 1];
    return !capitals[after.where.begin] || tags.any(after, {"change", "course", "difference"});
  };
  std::vector<Sentence> sentences(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ChangeWord& word = words[i];
    const bool line_end = tags.any(word, {"newline"});
    if (capitals[word.where.begin] && tags.is_word(word) &&
        !tags.any(word, {"change", "course", "difference", "situation", "report", "up", "down"}) &&
        is_bare_label(tags, sentences.back().words))
      sentences.emplace_back();
    if (tags.any(word, {"stop"}) && goes_on(i)) continue;
    if (!line_end) sentences.back().words.push_back(word);
    if (!line_end && !tags.any(word, {"stop", "question"}) &&
        sentences.back().words.size() < longest_sentence)
      continue;
    sentences.back().question = tags.any(word, {"question"});
    sentences.back().line_end = line_end;
    sentences.emplace_back();
  }
  std::erase_if(sentences, [&](const Sentence& sentence) {
    const auto says_something = [&](const ChangeWord& word) {
      return tags.is_word(word) || tags.any(word, {"arrow", "plus"});
    };
    return std::ranges::none_of(sentence.words, says_something);
  });
  return sentences;
}

/// What one scope makes of the words inside it; nothing where it is only a shade.
std::optional<Standing> standing_in(Says scope) {
  switch (scope) {
    case Says::denied:
      return Standing::denied;
    case Says::quoted:
      return Standing::quoted;
    case Says::past:
    case Says::future:
    case Says::condition:
    case Says::modal:
    case Says::risk:
      return Standing::unreal;
    case Says::goal:
    case Says::instruction:
      return Standing::ignored;
    default:
      return std::nullopt;
  }
}

/// The strongest standing of all scopes that the match's last word lies in.
Standing standing_of(const ChangeMatch& match, const std::vector<ChangeMatch>& scopes) {
  Standing standing = Standing::stated;
  for (const ChangeMatch& scope : scopes) {
    const bool inside = scope.begin < match.end && match.end <= scope.end;
    const auto made = standing_in(scope.rule->says);
    if (!inside || !made) continue;
    if (std::ranges::find(match.rule->despite, scope.rule->says) != match.rule->despite.end())
      continue;
    standing = std::max(standing, *made);
  }
  return standing;
}

/// Bytes of the folded text that stand in quotation marks, as pairs of them say; none where one
/// lacks its partner.
std::vector<Span> quotations(const Tags& tags, const std::vector<ChangeWord>& words) {
  std::vector<Span> found;
  bool open = false;
  for (const ChangeWord& word : words) {
    if (!tags.any(word, {"quote"})) continue;
    if (open)
      found.back().end = word.where.begin;
    else
      found.push_back({word.where.end, word.where.end});
    open = !open;
  }
  if (open) found.clear();
  return found;
}

/// Places a match in its sentence.
struct Situated {
  const Tags& tags;
  const Sentence& sentence;

  bool leads(const ChangeMatch& match) const {
    for (std::size_t i = match.begin; i-- > 0;) {
      if (tags.any(sentence.words[i], {"colon", "dash"})) return true;
      if (!tags.is_shade(sentence.words[i])) return false;
    }
    return true;
  }
  bool alone(const ChangeMatch& match) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const bool inside = i >= match.begin && i < match.end;
      if (inside ? tags.any(sentence.words[i], {"have", "be", "perceive", "happened"})
                 : !tags.is_shade(sentence.words[i]))
        return false;
    }
    return true;
  }
  bool partial(const ChangeMatch& match) const {
    for (std::size_t i = 1; i < match.begin; ++i)
      if (tags.any(sentence.words[i], {"colon", "dash"})) return true;
    return match.end < sentence.words.size() &&
           tags.any(sentence.words[match.end],
                    {"colon", "place_prep", "upon", "after", "according"});
  }
};

}  // namespace

std::vector<Finding> findings_of(const ChangeRules& rules, std::string_view folded,
                                 const std::vector<ChangeWord>& words,
                                 const std::vector<bool>& capitals, bool cell) {
  const Tags tags(rules.lexicon());
  const std::vector<Span> quoted = quotations(tags, words);
  std::vector<Finding> findings;
  bool opening = true;
  std::size_t number = 0;
  for (const Sentence& sentence : sentences_of(rules, folded, words, capitals)) {
    const auto scopes = rules.scopes(sentence.words);
    const Situated situated{tags, sentence};
    auto matches = rules.statements(sentence.words, cell);
    std::ranges::stable_sort(matches, {}, &ChangeMatch::begin);
    for (const ChangeMatch& match : matches) {
      Finding finding;
      finding.rule = match.rule;
      finding.standing = standing_of(match, scopes);
      if (sentence.question && finding.standing == Standing::stated)
        finding.standing = Standing::unreal;
      finding.where = {sentence.words[match.begin].where.begin,
                       sentence.words[match.end - 1].where.end};
      const auto holds = [&](const Span& quotation) {
        return quotation.begin <= finding.where.begin && finding.where.end <= quotation.end;
      };
      if (finding.standing == Standing::stated && std::ranges::any_of(quoted, holds))
        finding.standing = Standing::quoted;
      finding.sentence = number;
      finding.opening = opening;
      finding.leads = situated.leads(match);
      finding.alone = situated.alone(match);
      finding.partial = situated.partial(match);
      finding.weak =
          !match.rule->review.empty() || std::ranges::any_of(scopes, [&](const ChangeMatch& scope) {
            return scope.rule->says == Says::doubt && scope.begin < match.end &&
                   match.end <= scope.end;
          });
      findings.push_back(finding);
    }
    opening =
        opening && sentence.line_end && matches.empty() && sentence.words.size() <= longest_heading;
    ++number;
  }
  return findings;
}

}  // namespace lagesbild
