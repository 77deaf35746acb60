// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that must come through every format unharmed, and do no harm there.
#pragma once

#include <string>
#include <vector>

namespace lagesbild {

struct NastyText {
  std::string says;
  std::string text;
  bool formula = false;  ///< a spreadsheet would take it for one
};

inline const std::vector<NastyText>& nasty_texts() {
  static const std::vector<NastyText> texts = {
      {"a link that is a formula", "=HYPERLINK(\"http://example.org\";\"Klicka\")", true},
      {"a formula that computes", "=1+1", true},
      {"a command", "=cmd|' /C calc'!A0", true},
      {"an at sign", "@SUM(1;2)", true},
      {"a plus", "+46 8 508 00 000", true},
      {"a minus used as a bullet", "- Fler vuxna ute", true},
      {"a leading tab", "\t=1+1", true},
      {"a leading carriage return", "\r=1+1", true},
      {"an apostrophe", "'=1+1"},
      {"quotes", "sa \"nej\" \"\""},
      {"one quote", "\""},
      {"delimiters", "a,b;c\td|e"},
      {"a line break", "Positiv förändring.\nFler vuxna ute; \"färre\" brott."},
      {"empty lines", "a\n\n\nb"},
      {"markup", "<script>alert(1)</script> & <b>"},
      {"a line separator",
       "före\xE2\x80\xA8"
       "efter\xE2\x80\xA9slut"},
      {"an emoji", "bra 👍🏽 och 👨‍👩‍👧"},
      {"Swedish letters", "Åsa äter ödlor på Östermalm"},
      {"a letter in two parts", "A\xCC\x8Angstrom"},
      {"letters from right to left",
       "\xE2\x80\xAE"
       "abc שלום"},
      {"a backslash", "C:\\temp\\n"},
      {"a number of areas that is no decimal", "2.10"},
      {"what looks like a date", "2022-12"},
      {"what looks like an escape of XLSX", "_x0041_ och _x000D_"},
      {"a terminal escape", "\x1b[31mrött\x1b[0m"},
      {"a hash", "#REF! #N/A"},
      {"40,000 characters", std::string(39'999, 'x') + "y"},
  };
  return texts;
}

}  // namespace lagesbild
