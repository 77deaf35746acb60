// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces first (runs of letters and digits, single signs), then tags: each place is tried as a torn
// word, a phrase, a word, a compound, two words run together, and a misspelt word, in this order.
#include "rules/change_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "rules/word_repair.h"

namespace lagesbild {
namespace {

constexpr std::size_t most_parts = 4;      // pieces that a torn word may be in
constexpr std::size_t fewest_letters = 4;  // single letters in a row that are a word set wide
constexpr std::size_t most_letters = 40;   // of such a word

struct Piece {
  Span where;
  bool word = false;
};

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x2000);
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(code_point_at(text, at).value);
}

/// True for the number of a year that a report may speak of.
bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// True for a sign that belongs to the word it stands in: a hyphen, a decimal point, a lost letter.
bool joins_letters(std::string_view text, std::size_t at, const CodePoint& point) {
  if (!is_letter_at(text, at + point.size)) return false;
  if (point.value == U'-') return true;
  const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (point.value == U'.' || point.value == U',')
    return at > 0 && is_digit(at - 1) && is_digit(at + 1);
  return is_lost_letter(point.value);
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  pieces.reserve(text.size() / 4);
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (in_word && byte < 0x80 && is_letter(byte)) {
      pieces.back().where.end = ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const Span where{at, at + point.size};
    at = where.end;
    const bool lost = point.value == replacement_character;
    if (is_letter(point.value) || lost || (in_word && joins_letters(text, where.begin, point))) {
      if (in_word)
        pieces.back().where.end = where.end;
      else
        pieces.push_back({where, true});
      in_word = true;
      continue;
    }
    in_word = false;
    if (point.value != U' ') pieces.push_back({where, false});
  }
  return pieces;
}

std::string without_hyphens(std::string_view word) {
  std::string out(word);
  std::erase(out, '-');
  return out;
}

/// Tags one piece or several from `at` on, and says where to go on.
class Tagger {
 public:
  Tagger(const Lexicon& lexicon, std::string_view text, bool repair)
      : lexicon_(lexicon), text_(text), repair_(repair), pieces_(pieces_of(text)) {}

  std::vector<ChangeWord> words() {
    for (std::size_t at = 0; at < pieces_.size();) {
      std::size_t taken = torn_word(at);
      if (taken == 0) taken = phrase(at);
      if (taken == 0) taken = single(at);
      at += taken;
    }
    return std::move(words_);
  }

 private:
  std::string_view text_at(std::size_t at) const { return within(text_, pieces_[at].where); }

  void add(std::size_t first, std::size_t last, Tag tag, bool repaired = false) {
    words_.push_back({{pieces_[first].where.begin, pieces_[last].where.end}, tag, repaired});
  }

  /// How many pieces from `at` on are one label word with blanks, a hyphen or a line end inside.
  std::size_t torn_word(std::size_t at) {
    if (!pieces_[at].word) return 0;
    if (const std::size_t taken = spaced_letters(at)) return taken;
    std::string whole = without_hyphens(text_at(at));
    std::size_t last = at;
    for (std::size_t parts = 1; parts < most_parts && lexicon_.begins_label(whole); ++parts) {
      std::size_t next = last + 1;
      if (next < pieces_.size() && text_at(next) == "-") ++next;
      if (next < pieces_.size() && text_at(next) == "\n") ++next;
      if (next >= pieces_.size() || !pieces_[next].word) return 0;
      whole += text_at(next);
      last = next;
      if (const auto tag = lexicon_.label(whole)) {
        add(at, last, *tag);
        return last - at + 1;
      }
    }
    return 0;
  }

  std::size_t spaced_letters(std::size_t at) {
    if (pieces_[at].where.size() > 1) return 0;
    std::string whole;
    std::size_t end = at;
    while (end < pieces_.size() && whole.size() <= most_letters && pieces_[end].word &&
           pieces_[end].where.size() == 1)
      whole += text_at(end++);
    if (end - at < fewest_letters) return 0;
    if (const auto tag = lexicon_.label(whole)) {
      add(at, end - 1, *tag);
      return end - at;
    }
    if (const auto cut = glued_at(lexicon_, whole)) {
      add(at, at + *cut - 1, *lexicon_.whole(whole.substr(0, *cut)));
      add(at + *cut, end - 1, *lexicon_.label(whole.substr(*cut)));
      return end - at;
    }
    return 0;
  }

  std::size_t phrase(std::size_t at) {
    const Lexicon::Meaning* meaning = lexicon_.find(text_at(at));
    if (!meaning) return 0;
    for (const Lexicon::Phrase& phrase : meaning->phrases) {
      if (at + phrase.words.size() > pieces_.size()) continue;
      const auto same = [&](std::size_t i) { return text_at(at + i) == phrase.words[i]; };
      std::size_t fitting = 1;
      while (fitting < phrase.words.size() && same(fitting)) ++fitting;
      if (fitting < phrase.words.size()) continue;
      add(at, at + fitting - 1, phrase.tag);
      return fitting;
    }
    return 0;
  }

  std::size_t single(std::size_t at) {
    const std::string_view word = text_at(at);
    const bool hyphens = word.find('-') != std::string_view::npos;
    if (auto tag = lexicon_.whole(word)) {
      add(at, at, *tag);
    } else if (!pieces_[at].word) {
      add(at, at, *lexicon_.tag("sign"));
    } else if (auto plain = hyphens ? lexicon_.whole(without_hyphens(word)) : std::nullopt) {
      add(at, at, *plain);
    } else if (const auto cut = glued_at(lexicon_, word)) {
      const Span where = pieces_[at].where;
      const std::size_t first = *cut - (word[*cut - 1] == '-');
      words_.push_back(
          {{where.begin, where.begin + first}, *lexicon_.whole(word.substr(0, first))});
      words_.push_back({{where.begin + *cut, where.end}, *lexicon_.label(word.substr(*cut))});
    } else {
      unknown(at, word);
    }
    return 1;
  }

  void unknown(std::size_t at, std::string_view word) {
    if (word.front() >= '0' && word.front() <= '9' && !repairable(word))
      return add(at, at, *lexicon_.tag(is_year(word) ? "year" : "number"));
    if (const auto tag = repair_ ? repaired_tag(lexicon_, word) : std::nullopt)
      return add(at, at, *tag, true);
    add(at, at, lexicon_.ending(word).value_or(*lexicon_.tag("word")));
  }

  bool repairable(std::string_view word) const {
    return std::ranges::count_if(word, [](char c) { return c >= 'a' && c <= 'z'; }) > 3;
  }

  const Lexicon& lexicon_;
  std::string_view text_;
  bool repair_;
  std::vector<Piece> pieces_;
  std::vector<ChangeWord> words_;
};

}  // namespace

std::vector<ChangeWord> change_words_of(const Lexicon& lexicon, std::string_view text,
                                        bool repair) {
  return Tagger(lexicon, text, repair).words();
}

}  // namespace lagesbild
