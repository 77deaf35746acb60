// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says: the contract's object (see README.md, "The object") as plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/document.h"
#include "model/geometry.h"

namespace lagesbild {

enum class Change { positive, unchanged, negative };
enum class Basis { stated, reference, corrected, none };
enum class Scope { city, local };
enum class Status { ok, review, rejected };

/// One page that an assessment touches.
struct Evidence {
  int page = 1;  ///< from 1
  Box box;       ///< points, origin top left
  bool operator==(const Evidence&) const = default;
};

/// One area of the form with what the district says about it.
struct Assessment {
  Scope scope = Scope::city;
  std::optional<std::string> number;  ///< "5" or "2.1"
  std::string title;                  ///< as written, white space folded
  std::optional<std::string> group;   ///< title of the group heading above
  std::optional<std::string> area_id;
  std::optional<Change> change;  ///< what the report states
  Basis basis = Basis::none;
  std::optional<std::string> reference;    ///< "local:3.1", for Basis::reference
  std::optional<Change> suggested_change;  ///< softer than a statement; never counted
  std::string comment;
  std::vector<Evidence> evidence;
  double confidence = 0;            ///< 0 to 1
  std::vector<std::string> review;  ///< codes, in the order they were given
  std::string rule;                 ///< id of the rule that decided the change; empty if none
  bool operator==(const Assessment&) const = default;
};

struct District {
  std::optional<std::string> id;  ///< canonical slug; nothing where the rules do not know the name
  std::string name;
  std::string as_written;
  bool operator==(const District&) const = default;
};

struct Source {
  std::string path;
  std::string sha256;  ///< 64 hex digits, empty where the file could not be read
  std::uint64_t bytes = 0;
  std::optional<int> pages;
  std::optional<std::string> producer;
  std::optional<Document::From> text_from;
  std::optional<std::string> dated;  ///< the PDF's own latest date, as Document::created
  bool operator==(const Source&) const = default;
};

struct Report {
  Source source;
  Status status = Status::rejected;
  std::optional<District> district;
  std::optional<std::string> period;  ///< "2022" or "2022-12"
  std::vector<Assessment> assessments;
  std::vector<Problem> problems;
  bool operator==(const Report&) const = default;
};

/// The contract's words: "positive", "stated", "city", "review", "pdf" and so on.
std::string_view name_of(Change change);
std::string_view name_of(Basis basis);
std::string_view name_of(Scope scope);
std::string_view name_of(Status status);
std::string_view name_of(Document::From from);

/// "local:3.1": how a reference names an area.
std::string key_of(const Assessment& assessment);

}  // namespace lagesbild
