// SPDX-FileCopyrightText: The lagesbild authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/json.h"

namespace lagesbild {
namespace {

using nlohmann::json;

constexpr int depth_limit = 6;                // report, assessments, one, evidence, one, bbox
constexpr std::size_t value_limit = 500'000;  // a report of 100 pages has some thousands

/// Leaves this file never: report_from_json turns it into a Problem.
struct Invalid {
  std::string what;
};

std::string text_of(const json& value, const char* key) {
  if (!value.is_string()) throw Invalid{std::string(key) + " is not text"};
  return value.get_ref<const std::string&>();
}

double number_of(const json& value, const char* key, double least, double most) {
  const double number = value.is_number() ? value.get<double>() : std::nan("");
  if (!(number >= least && number <= most))
    throw Invalid{std::string(key) + " is no number in its range"};
  return number;
}

std::uint64_t whole_of(const json& value, const char* key, std::uint64_t most) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most)
    throw Invalid{std::string(key) + " is no whole number in its range"};
  return value.get<std::uint64_t>();
}

int count_of(const json& value, const char* key) {
  return static_cast<int>(whole_of(value, key, std::numeric_limits<int>::max()));
}

template <class Named>
Named named(const json& value, const char* key, std::initializer_list<Named> all) {
  const std::string word = text_of(value, key);
  for (const Named one : all)
    if (word == name_of(one)) return one;
  throw Invalid{std::string(key) + " is '" + word.substr(0, 40) + "', which it may not be"};
}

/// The members of one object; every one must be asked for.
class Members {
 public:
  Members(const json& value, const char* what) : value_(value), what_(what) {
    if (!value.is_object()) throw Invalid{std::string(what) + " is no object"};
  }

  const json* find(const char* key) {
    const auto found = value_.find(key);
    if (found == value_.end()) return nullptr;
    ++taken_;
    return &*found;
  }
  const json& at(const char* key) {
    if (const json* found = find(key)) return *found;
    throw Invalid{std::string(what_) + " has no " + key};
  }
  const json& list(const char* key) {
    const json& value = at(key);
    if (!value.is_array()) throw Invalid{std::string(key) + " is no list"};
    return value;
  }
  std::string text(const char* key) { return text_of(at(key), key); }
  std::optional<std::string> optional_text(const char* key) {
    const json& value = at(key);
    if (value.is_null()) return std::nullopt;
    return text_of(value, key);
  }
  template <class Named>
  std::optional<Named> optional_name(const char* key, std::initializer_list<Named> all) {
    const json& value = at(key);
    if (value.is_null()) return std::nullopt;
    return named(value, key, all);
  }
  void finish() const {
    if (taken_ != value_.size()) throw Invalid{std::string(what_) + " has a key too many"};
  }

 private:
  const json& value_;
  const char* what_;
  std::size_t taken_ = 0;
};

constexpr auto changes = {Change::positive, Change::unchanged, Change::negative};

Source source_of(const json& value) {
  Members members(value, "source");
  Source source;
  source.path = members.text("path");
  source.sha256 = members.text("sha256");
  const bool hex = source.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hex || (source.sha256.size() != 64 && !source.sha256.empty()))
    throw Invalid{"sha256 is not 64 hex digits"};
  source.bytes = whole_of(members.at("bytes"), "bytes", std::numeric_limits<std::int64_t>::max());
  if (const json& pages = members.at("pages"); !pages.is_null())
    source.pages = count_of(pages, "pages");
  source.producer = members.optional_text("producer");
  source.text_from =
      members.optional_name("text_from", {Document::From::pdf, Document::From::form_fields,
                                          Document::From::ocr, Document::From::text});
  members.finish();
  return source;
}

std::optional<District> district_of(const json& value) {
  if (value.is_null()) return std::nullopt;
  Members members(value, "district");
  District district;
  district.id = members.optional_text("id");
  district.name = members.text("name");
  district.as_written = members.text("as_written");
  members.finish();
  return district;
}

Evidence evidence_of(const json& value) {
  Members members(value, "evidence");
  Evidence evidence;
  evidence.page = count_of(members.at("page"), "page");
  if (evidence.page == 0) throw Invalid{"page is 0; pages begin with 1"};
  const json& box = members.list("bbox");
  if (box.size() != 4) throw Invalid{"bbox has not four numbers"};
  const auto edge = [&](std::size_t i) { return number_of(box[i], "bbox", -1e12, 1e12); };
  evidence.box = {edge(0), edge(1), edge(2), edge(3)};
  members.finish();
  return evidence;
}

Assessment assessment_of(const json& value) {
  Members members(value, "assessment");
  Assessment assessment;
  assessment.scope = named(members.at("scope"), "scope", {Scope::city, Scope::local});
  assessment.number = members.optional_text("number");
  assessment.title = members.text("title");
  assessment.group = members.optional_text("group");
  assessment.area_id = members.optional_text("area_id");
  assessment.change = members.optional_name<Change>("change", changes);
  assessment.basis = named(members.at("basis"), "basis",
                           {Basis::stated, Basis::reference, Basis::corrected, Basis::none});
  assessment.reference = members.optional_text("reference");
  assessment.suggested_change = members.optional_name<Change>("suggested_change", changes);
  assessment.comment = members.text("comment");
  for (const json& one : members.list("evidence")) assessment.evidence.push_back(evidence_of(one));
  assessment.confidence = number_of(members.at("confidence"), "confidence", 0, 1);
  for (const json& code : members.list("review"))
    assessment.review.push_back(text_of(code, "review"));
  if (const json* rule = members.find("rule")) assessment.rule = text_of(*rule, "rule");
  members.finish();
  return assessment;
}

Problem problem_of(const json& value) {
  Members members(value, "problem");
  Problem problem;
  problem.code = members.text("code");
  problem.severity = named(members.at("severity"), "severity",
                           {Severity::error, Severity::warning, Severity::info});
  problem.what = members.text("message");
  if (const json& page = members.at("page"); !page.is_null())
    problem.place.page = count_of(page, "page");
  if (const json* file = members.find("file")) problem.place.file = text_of(*file, "file");
  if (const json* line = members.find("line")) problem.place.line = count_of(*line, "line");
  members.finish();
  return problem;
}

Report report_of_tree(const json& tree) {
  Members members(tree, "report");
  if (members.text("schema") != "lagesbild.report/1") throw Invalid{"schema is another one"};
  Report report;
  report.source = source_of(members.at("source"));
  report.status =
      named(members.at("status"), "status", {Status::ok, Status::review, Status::rejected});
  report.district = district_of(members.at("district"));
  report.period = members.optional_text("period");
  for (const json& one : members.list("assessments"))
    report.assessments.push_back(assessment_of(one));
  for (const json& one : members.list("problems")) report.problems.push_back(problem_of(one));
  members.finish();
  return report;
}

Problem bad_object(const std::string& what) {
  return {"bad_object", Severity::error, {}, "this is no report object: " + what};
}

}  // namespace

Result<Report> report_from_json(std::string_view text) {
  if (text.size() > json_size_limit) return bad_object("it is larger than 64 MiB");
  std::size_t values = 0;
  const auto within_limits = [&](int depth, json::parse_event_t, json&) {
    return ++values <= value_limit && depth <= depth_limit;
  };
  const json tree = json::parse(text, within_limits, /*allow_exceptions=*/false);
  if (values > value_limit) return bad_object("it holds too many values");
  if (tree.is_discarded()) return bad_object("its JSON is broken");
  try {
    return report_of_tree(tree);
  } catch (const Invalid& invalid) {
    return bad_object(invalid.what);
  }
}

}  // namespace lagesbild
