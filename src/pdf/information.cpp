// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/information.h"

#include <array>

#include "pdf/text_string.h"

namespace lagesbild {
namespace {

struct Part {
  std::size_t digits;
  const char* before;
  int least;
  int most;
};

constexpr std::array<Part, 6> parts = {{{4, "", 1900, 9999},
                                        {2, "-", 1, 12},
                                        {2, "-", 1, 31},
                                        {2, "T", 0, 23},
                                        {2, ":", 0, 59},
                                        {2, ":", 0, 60}}};

std::optional<std::string> entry(const Object& information, const char* key) {
  std::string text = utf8_of(information.dictLookup(key));
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view pdf_date) {
  if (pdf_date.starts_with("D:")) pdf_date.remove_prefix(2);
  std::string text;
  for (const Part& part : parts) {
    const std::string_view digits = pdf_date.substr(0, part.digits);
    if (digits.size() < part.digits || !all_digits(digits)) break;
    const int value = std::stoi(std::string(digits));
    if (value < part.least || value > part.most) break;
    text += part.before + std::string(digits);
    pdf_date.remove_prefix(part.digits);
  }
  if (text.size() == 13) text.resize(10);  // an hour without minutes is no ISO time
  return text.empty() ? std::nullopt : std::optional(text);
}

void read_information(PDFDoc& pdf, Document& document) {
  const Object information = pdf.getDocInfo();
  if (!information.isDict()) return;
  document.producer = entry(information, "Producer");
  document.title = entry(information, "Title");
  if (const auto created = entry(information, "CreationDate"))
    document.created = iso_date(*created);
  if (const auto modified = entry(information, "ModDate")) document.modified = iso_date(*modified);
}

}  // namespace lagesbild
