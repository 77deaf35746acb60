// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of form_text_of(), which is the door; each takes what it knows out of the text.
#pragma once

#include <string>
#include <vector>

#include "reading/form_text.h"

namespace lagesbild {

class FormTextMaker {
 public:
  FormTextMaker(const Layout& layout, const Rules& rules, const KnownTitles& known);
  FormText make();

  /// What stands on one baseline of a page, tables or not.
  struct Baseline {
    double y = 0;
    std::vector<const TextLine*> parts;
    std::string text;  ///< without its figures
  };

 private:
  // form_text.cpp: what the tables' columns hold
  void look_at_tables();
  void find_legend();
  void carry_roles_over();
  void find_overleaf();
  bool is_newspaper(std::size_t table) const;
  bool holds_prose(std::size_t table) const;

  // running_lines.cpp: running heads and feet
  void set_furniture();
  void mark_heads_behind_pages();
  void take_running_lines();
  bool heads_form(const TextLine& line) const;
  void mark_repeated(const std::vector<std::vector<Baseline>>& pages);
  void mark_lone_foot(const std::vector<Baseline>& foot, std::vector<double> bottoms,
                      double height);

  // number_words.cpp: words that count the areas
  void take_number_words();

  // prompts.cpp: what the form asks in every row
  void take_prompts();
  bool is_entry(const TextLine& line) const;
  bool is_prompt(const TextLine& line, bool alone) const;

  // choices.cpp: choices that look like columns
  bool names_change(const TextLine& line) const;
  bool holds_box(const TextLine& line) const;
  bool may_offer_choices(const CellTexts& cells) const;
  void find_choices();

  const Layout& layout_;
  const Rules& rules_;
  const KnownTitles& known_;
  FormText text_;
};

}  // namespace lagesbild
