// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last stage of reading: areas from drafts, the district, the date, what is left over, and
// whether it is a report at all.
#pragma once

#include <string>
#include <vector>

#include "model/layout.h"
#include "model/reading.h"
#include "reading/draft.h"
#include "reading/form_text.h"
#include "reading/paragraphs.h"
#include "rules/rules.h"

namespace lagesbild {

/// Completes `reading`, which has the roles, title and period found so far. `sectioned`: some
/// heading of the form's parts was read.
void finish(Reading& reading, const Layout& layout, const Rules& rules, const FormText& text,
            const std::vector<Draft>& drafts, bool sectioned);

/// The steps of finish().
class Finisher {
 public:
  Finisher(Reading& reading, const Layout& layout, const Rules& rules, const FormText& text,
           const std::vector<Draft>& drafts, bool sectioned);
  void finish();

 private:
  // area_readings.cpp
  void finish_areas();
  AreaReading area_of(const Draft& draft, const Measure& measure);
  void take_comment_head(std::vector<TextLine>& comment);

  // ledger.cpp: district, date, and the words without a role
  std::vector<TextLine> parts_of_heads() const;
  void finish_district();
  void find_date();
  void doubt_empty(std::size_t unplaced_words);
  void finish_ledger();

  // finisher.cpp
  bool is_report(std::size_t known) const;
  void judge();
  void tell(std::string code, Severity severity, std::string what, std::size_t page);

  Reading& reading_;
  const Layout& layout_;
  const Rules& rules_;
  const FormText& text_;
  const std::vector<Draft>& drafts_;
  bool sectioned_;
  std::size_t districts_named_ = 0;  ///< different ones, in titles, heads and lines of their own
};

}  // namespace lagesbild
