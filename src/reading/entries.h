// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the area column become entries: a number, a title, and the lines they stand on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/text_line.h"
#include "rules/rules.h"

namespace lagesbild {

struct Numbered {
  std::string number;   ///< "5", "2.1", "L1", "A.2"
  bool closed = false;  ///< a point or bracket stood behind it: "1."
  std::string rest;     ///< the text after it
};

/// The number a line of the area column begins with; nothing where it is a date, a count ("18 år")
/// or none.
std::optional<Numbered> numbered(std::string_view text);

/// `text` going on with `next` on the line below: joined by a space, or as the word it was.
std::string with(std::string_view text, std::string_view next);

/// Whether the text begins as a title does: not with a lower-case letter or a dash.
bool begins_title(std::string_view text);

/// "2" of "2.1", "A" of "A1"; empty for a whole number or a letter.
std::string parent_of(std::string_view number);

/// Whether the number follows the one before directly, below the same parent: "2.2" after "2.1".
bool is_next(std::string_view number, std::string_view before);

/// A title or heading without the sign that it goes on from an earlier page: "(forts.)".
std::string_view without_continuation(const FormRules& form, std::string_view title);

/// Whether a number has parts: "2.1".
bool is_dotted(const std::optional<std::string>& number);

/// Titles and headings the rules know.
class KnownTitles {
 public:
  /// Keeps a reference to `rules`.
  explicit KnownTitles(const Rules& rules) : rules_(rules) {}
  /// The area whose title this is, to the letter but for case, marks and punctuation.
  const Area* find(std::string_view title) const;
  /// Whether some known title starts with this text.
  bool starts(std::string_view title) const;
  /// Whether the text begins with a known title of two words or more: "Skolan som brottsplats
  /// Lugnt".
  bool opens(std::string_view text) const;
  /// Whether the text is a heading of the form itself: a title or a section's heading.
  bool heads(std::string_view text) const;

 private:
  const Rules& rules_;
};

struct Entry {
  std::optional<std::string> number;
  bool closed = false;  ///< "1." rather than "1"
  std::string title;
  std::vector<TextLine> lines;
  bool bold = false;
  bool heading = false;  ///< of the form itself, see KnownTitles::heads

  std::size_t page() const { return lines.front().line.page; }
  Box box() const;  ///< around the lines of its first page
};

/// How far the lines of one cell are known to be one entry.
enum class CellHolds { one_entry, many_entries };

/// Reads the number, the title and their weight off the entry's lines.
void set_title(Entry& entry);

/// Entries of the area column's lines, top to bottom. Lines of a number column of its own are
/// merged in by their height on the page. One entry unless the numbers, known titles or, where many
/// are to be expected, wide gaps say otherwise.
std::vector<Entry> entries_of(std::vector<TextLine> lines, const std::vector<TextLine>& numbers,
                              const KnownTitles& known, CellHolds holds);

}  // namespace lagesbild
