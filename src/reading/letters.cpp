// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/letters.h"

#include <algorithm>
#include <span>

namespace lagesbild {
namespace {

// Tesseract's own confidence, which reaches 0.96; chosen on scans of the tuning part of corpus/.
constexpr double of_title = 0.8;       // its worst word: a number or name that may be another
constexpr double of_opening = 0.75;    // the worst word of the line where the change is stated
constexpr double of_change = 0.75;     // the worst word or box of the change's own cell
constexpr double of_any_word = 0.4;    // the worst of the comment
constexpr double of_all_words = 0.88;  // mean over the comment: one letter in thirty is wrong

struct Sureness {
  double sum = 0, letters = 0;
  double worst = 1;  ///< of a word

  double mean() const { return letters > 0 ? sum / letters : 1; }
  void add(const std::vector<Word>& words, const TextLine& line) {
    for (const std::size_t at : line.line.words) {
      const double sure = words[at].confidence / 100.0;
      const auto size = static_cast<double>(words[at].text.size());
      sum += sure * size;
      letters += size;
      worst = std::min(worst, sure);
    }
  }
};

Sureness sureness_of(const std::vector<Word>& words, std::span<const TextLine> lines) {
  Sureness sureness;
  for (const TextLine& line : lines) sureness.add(words, line);
  return sureness;
}

}  // namespace

bool letters_are_unsure(const std::vector<Word>& words, const Draft& draft) {
  const std::span comment(draft.comment);
  const Sureness all = sureness_of(words, comment);
  const Sureness opening =
      sureness_of(words, comment.first(std::min<std::size_t>(1, comment.size())));
  Sureness change = sureness_of(words, draft.change);
  for (const auto& [role, line] : draft.boxes) change.add(words, line);
  return sureness_of(words, draft.entry.lines).worst < of_title || opening.worst < of_opening ||
         change.worst < of_change || all.worst < of_any_word || all.mean() < of_all_words;
}

double sureness_of_letters(const std::vector<Word>& words, const Draft& draft) {
  Sureness all;
  for (const auto* lines : {&draft.entry.lines, &draft.comment, &draft.change})
    for (const TextLine& line : *lines) all.add(words, line);
  return all.mean();
}

}  // namespace lagesbild
