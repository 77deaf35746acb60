// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in rules/, compiled. YAML and RE2 stay behind this room's door.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/report.h"
#include "rules/change_rules.h"
#include "rules/rule_list.h"

namespace lagesbild {

/// rules/form.yaml: what the form itself prints.
struct FormRules {
  RuleList title;    ///< is "title", or "period" for a line that names the period alone
  RuleList period;   ///< where in a title it stands: is "month", "year" or "none"; named groups
                     ///< year (four digits or two), month (word or number)
  RuleList date;     ///< whole lines that are a date; is "date"
  RuleList section;  ///< is "city", "local", "instruction", "appendix", "contents" or "other":
                     ///< whole heading lines
  RuleList column;       ///< is "number", "area", "comment", "change", "positive", "unchanged",
                         ///< "negative", "aside" or "district": whole text of a column's head
  RuleList instruction;  ///< sentences of the form's instruction, wherever they stand
  RuleList furniture;    ///< whole lines; is "page", "letterhead", "registry", "date", "contact" or
                         ///< "signature"
  RuleList reference;    ///< comments that only send the reader elsewhere; named groups number (or
                         ///< several: "3.1 och 3.2"), scope (begins "lokal" or "stad"), title,
                         ///< direction ("ovan", "nedan"), past
  std::map<std::string, int> months;  ///< folded month name or abbreviation -> 1..12
  std::vector<std::string> ticked;    ///< signs of a ticked box, UTF-8: "☒", "x" ...
  std::vector<std::string> joining;   ///< folded words between a sign and its meaning: "betyder"
  std::vector<std::string> change_stems;  ///< folded beginnings of words for a change: "posit"
  std::vector<std::string> continued;     ///< folded ends of a title that goes on: "(forts.)"
  std::vector<std::string> colours;       ///< folded words that a legend may give a meaning: "gron"
  std::vector<std::string> unticked;      ///< signs of an empty one: "☐" ...
};

struct Area {
  std::string id;  ///< canonical slug
  Scope scope = Scope::city;
  std::string list;  ///< version of the city's list, "2019" or "2024"; empty for local
  std::vector<std::string> titles;  ///< canonical first, then aliases, as printed
  std::vector<std::string> keys;    ///< key() of each title
  std::optional<int> from, to;      ///< years in force, inclusive
};

/// A title of some area, for looking areas up.
struct AreaTitle {
  std::string key;       ///< key() of the title
  std::size_t area = 0;  ///< index into Rules::areas
};

struct DistrictRule {
  std::string id;
  std::string name;
  std::vector<std::string> spellings;      ///< full names, besides `name`
  std::vector<std::string> abbreviations;  ///< short forms: exact only, when nothing else matches
  std::string from, to;                    ///< "YYYY-MM-DD", empty for open ends, inclusive
  std::vector<std::string> successors;     ///< ids
  std::vector<std::string> keys;           ///< key() of name and spellings
  bool compound = false;                   ///< of two names or more, so that it may be a letter off
};

/// rules/districts.yaml.
struct Districts {
  std::vector<DistrictRule> all;
  std::set<std::string, std::less<>> offices;  ///< keys of what follows a name: "stadsdelsnamnd"
  std::set<std::string, std::less<>> around;   ///< keys of other words that may stand beside one
  std::set<std::string, std::less<>> police;   ///< keys of what stands before a police district

  auto begin() const { return all.begin(); }
  auto end() const { return all.end(); }
  std::size_t size() const { return all.size(); }
};

struct Rules {
  FormRules form;
  std::vector<Area> areas;
  std::vector<AreaTitle> titles;  ///< of all areas, sorted by key; of equal ones the first counts
  Districts districts;
  ChangeRules change;
  std::string version;  ///< 12 hex digits that change with any byte of the rule files
};

/// Version of the rules that were there when the program was built, and that its tests have
/// compiled.
std::string_view shipped_rules_version();

/// Reads form.yaml, areas.yaml, districts.yaml and change.yaml in `folder`. The first problem names
/// file, line and what to do.
Result<Rules> load_rules(const std::string& folder);

/// All problems of the rule files, examples included; empty when they are in order.
std::vector<Problem> check_rules(const std::string& folder);

}  // namespace lagesbild
