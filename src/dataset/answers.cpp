// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/answers.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <span>

#include "base/utf8.h"

namespace lagesbild {
namespace {

struct Words {
  std::string_view swedish, english;
  Decision decision;
};

constexpr std::array decisions = {
    Words{"behåll", "accept", {true, std::nullopt}},
    Words{"positiv", "positive", {false, Change::positive}},
    Words{"oförändrad", "unchanged", {false, Change::unchanged}},
    Words{"negativ", "negative", {false, Change::negative}},
    Words{"ej angiven", "none", {false, std::nullopt}},
};
constexpr std::string_view skipped[] = {"", "skip", "hoppa över"};

constexpr std::string_view key_names[] = {"key", "nyckel"};
constexpr std::string_view decision_names[] = {"decision", "beslut"};
constexpr std::string_view note_names[] = {"note", "anteckning"};

/// Without blanks around it and, as people and spreadsheets write, in small letters (ASCII's: the
/// Swedish ones stand within words).
std::string plain(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string made(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

std::size_t column_of(const std::vector<std::string>& head,
                      std::span<const std::string_view> names) {
  const auto found = std::ranges::find_if(head, [&](const std::string& cell) {
    return std::ranges::find(names, plain(cell)) != names.end();
  });
  return static_cast<std::size_t>(found - head.begin());
}

std::string cell(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? row[column] : std::string();
}

}  // namespace

std::optional<std::optional<Decision>> decision_in(std::string_view words) {
  const std::string wanted = plain(words);
  if (std::ranges::find(skipped, wanted) != std::end(skipped)) return std::optional<Decision>();
  for (const Words& one : decisions)
    if (wanted == one.swedish || wanted == one.english) return one.decision;
  return std::nullopt;
}

Result<Answers> answers_in_cells(const CellRows& rows, const std::string& name) {
  const std::vector<std::string> head = rows.empty() ? std::vector<std::string>() : rows.front();
  const std::size_t key = column_of(head, key_names), decision = column_of(head, decision_names),
                    note = column_of(head, note_names);
  if (key == head.size() || decision == head.size())
    return Problem{"answers",
                   Severity::error,
                   {name, 0, 0},
                   "no columns \"key\" and \"decision\" (\"nyckel\", \"beslut\"); use a list that "
                   "lagesbild review or the workbook gives"};
  Answers found;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Place place{name, 0, static_cast<int>(i + 1)};
    if (!std::ranges::all_of(rows[i], is_utf8)) {
      found.problems.push_back(
          {"answer", Severity::error, place, "its letters are not UTF-8; save it as CSV UTF-8"});
      continue;
    }
    const auto told = decision_in(cell(rows[i], decision));
    if (!told)
      found.problems.push_back(
          {"answer", Severity::error, place,
           "'" + cell(rows[i], decision) +
               "' is no decision; write behåll, positiv, oförändrad, negativ or ej angiven"});
    else if (*told && plain(cell(rows[i], key)).empty())
      found.problems.push_back({"answer", Severity::error, place,
                                "a decision without a key; only rows of areas can be decided on"});
    else if (*told)
      found.answers.push_back({plain(cell(rows[i], key)), (*told)->accept, (*told)->change,
                               cell(rows[i], note), place});
  }
  return found;
}

Result<Answers> answers_in(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(answers_limit + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  const auto unusable = [&](const std::string& why) {
    return Problem{"answers", Severity::error, {path, 0, 0}, why};
  };
  if (!stream.is_open() || stream.bad() || bytes.empty())
    return unusable("cannot be read, or is empty");
  if (bytes.size() > answers_limit) return unusable("larger than 64 MiB");
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string::npos && bytes[first] == '{') return answers_in_json(bytes, path);
  const Result<CellRows> rows =
      bytes.starts_with("PK") ? workbook_cells(path) : csv_cells(bytes, path);
  if (!rows) return rows.problem();
  return answers_in_cells(*rows, path);
}

}  // namespace lagesbild
