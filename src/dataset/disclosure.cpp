// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/disclosure.h"

#include "dataset/apply_corrections.h"

namespace lagesbild {
namespace {

std::string words_of(std::string_view text, const Disclosure& disclosure) {
  return disclosure.masked ? disclosure.masked(text) : std::string(text);
}

}  // namespace

void disclose(Database& database, const Disclosure& disclosure) {
  database.define("text_fingerprint", text_fingerprint);
  database.define("shown_words",
                  [disclosure](std::string_view text) { return words_of(text, disclosure); });
  database.define("shown_comment",
                  [disclosure](std::string_view text) -> std::optional<std::string> {
                    if (!disclosure.comments) return std::nullopt;
                    return words_of(text, disclosure);
                  });
}

Report shown(Report report, const Disclosure& disclosure) {
  const auto show_words = [&](std::string& text) { text = words_of(text, disclosure); };
  const auto show_comment = [&](std::string& text) {
    text = disclosure.comments ? words_of(text, disclosure) : std::string();
  };
  if (report.district) show_words(report.district->as_written);
  for (Assessment& one : report.assessments) {
    show_words(one.title);
    if (one.group) show_words(*one.group);
    show_comment(one.comment);
  }
  // What a message quotes is the report's.
  for (Problem& one : report.problems) show_comment(one.what);
  return report;
}

}  // namespace lagesbild
